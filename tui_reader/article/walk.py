"""Walks a tree of HTML and gives each element to its handler. Iterative: deep nesting costs no stack."""

import re
from functools import lru_cache

from lxml import etree

from ..domain.document import Kind
from .builder import Builder
from .captions import names_caption
from .handlers import HANDLERS, in_code, plain
from .inline import Undo, drop
from .tables import text_length

MAX_DEPTH = 60
"""Elements within elements whose meaning still counts; deeper ones give only their text."""

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|a11y-hidden|u-hidden|sharedaddy|jp-relatedposts|"
    r"feedflare|addtoany_share_save_container|a2a_kit|heateor_sss_sharing_container|ssba|mc4wp-form|share-buttons|"
    r"social-share|mw-editsection|noprint|print-only)(?:\s|$)"
)


@lru_cache(maxsize=4096)
def _is_hidden_class(names: str) -> bool:
    """Kept, since the same few names stand on most elements of a page."""
    return len(names) < 1000 and _HIDDEN_CLASS.search(names) is not None


def is_hidden(element: etree._Element, *, in_caption: bool = False) -> bool:
    """Whether a browser would not show the element, as far as its own attributes say; share buttons count as hidden.

    In a caption more is kept: sites hide it from screen readers, which read the picture's alternative text instead,
    and label the photographer's name for them only.
    """
    style = element.get("style")
    if style and _HIDING.search(style):
        return True
    names = element.get("class")
    if names and _is_hidden_class(names) and not (in_caption and not names_caption(element)):
        return True
    if element.get("hidden", "until-found") != "until-found" or element.get("role") == "navigation":
        return True
    return element.get("aria-hidden") == "true" and not in_caption and text_length(element) < 60


def walk(root: etree._Element, out: Builder, *, hidden: bool = False) -> None:
    """Puts everything below `root` into `out`, except what a browser would not show (unless `hidden` is asked for)."""
    events = etree.iterwalk(root, events=("start", "end"))
    opened: list[Undo | None] = []
    for event, element in events:
        if event == "start":
            undo = _open(element, out, len(opened), hidden) if element is not root else None
            opened.append(undo)
            if undo is drop:
                events.skip_subtree()
                continue
            if name := element.get("id"):
                out.anchor(name)
            if element.text:
                out.text(element.text)
            continue
        close = opened.pop()
        if close is not None:
            close()
        if element.tail and element is not root:
            out.text(element.tail)
    out.flush()


def _open(element: etree._Element, out: Builder, depth: int, hidden: bool) -> Undo | None:
    in_caption = element.tag == "figcaption" or out.where.kind is Kind.CAPTION
    if not hidden and is_hidden(element, in_caption=in_caption):
        return drop
    if out.code is not None:
        return in_code(out, element)
    if depth > MAX_DEPTH:
        out.truncated = True
        handler = HANDLERS.get(element.tag)
        return drop if handler is not None and handler(out, element) is drop else None
    return HANDLERS.get(element.tag, plain)(out, element)
