"""Elements that stand in the line: styles, links, quotation marks, formulas, pictures."""

from collections.abc import Callable

from lxml import etree

from ..domain.document import Image, Kind, Style
from .builder import Builder
from .images import alternative, image_of, player_of

Undo = Callable[[], None]
"""Called when the element closes."""

Handler = Callable[[Builder, etree._Element], Undo | None]

_PERMALINK = frozenset(["#", "¶", "§", "🔗", "⚓", "∞", "⌗"])


def drop() -> None:
    """The answer of a handler whose element is left out whole."""


def styled(style: Style) -> Handler:
    def handler(out: Builder, element: etree._Element) -> Undo | None:
        before = out.style
        out.style = before | style

        def close() -> None:
            out.style = before

        return close

    return handler


def link(out: Builder, element: etree._Element) -> Undo | None:
    if name := element.get("name"):
        out.anchor(name)
    target = element.get("href")
    if target is None:
        return None
    if len(element) == 0 and (element.text or "").strip() in _PERMALINK:
        return drop
    before = out.link
    out.link = out.link_to(target)

    def close() -> None:
        out.link = before

    return close


def line_break(out: Builder, element: etree._Element) -> Undo | None:
    out.line_break()
    return None


def quoted(out: Builder, element: etree._Element) -> Undo | None:
    out.text("“")
    return lambda: out.text("”")


def reading(out: Builder, element: etree._Element) -> Undo | None:
    out.text("(")
    return lambda: out.text(")")


def formula(out: Builder, element: etree._Element) -> Undo | None:
    written = element.get("alttext")
    if not written:
        return None
    before, out.style = out.style, out.style | Style.CODE
    out.text(written)
    out.style = before
    return drop


def box(out: Builder, element: etree._Element) -> Undo | None:
    if (element.get("type") or "").lower() == "checkbox":
        out.text("☑ " if "checked" in element.attrib else "☐ ")
    return drop


# ---- pictures ----


def image(out: Builder, element: etree._Element) -> Undo | None:
    found = image_of(element, out.base)
    if isinstance(found, str):
        out.text(found)
    elif found is not None and out.table is not None:
        out.text(alternative(element))
    elif found is not None:
        out.picture(found)
    return drop


def without_scripts(out: Builder, element: etree._Element) -> Undo | None:
    """Of a <noscript> only its pictures count, where the lazy one before it could not be used."""
    if out.table is None and not (out.blocks and out.blocks[-1].kind is Kind.IMAGE and not out.holds_text()):
        for picture in element.iter("img"):
            found = image_of(picture, out.base)
            if isinstance(found, Image):
                out.picture(found)
    return drop


def player(out: Builder, element: etree._Element) -> Undo | None:
    found = player_of(element, out.base)
    if found is not None and out.table is None:
        out.picture(found)
    return drop
