"""What a feed carried, as a document: an entry's HTML or plain text. Quick: a refresh does it for each new entry."""

import html as entities
import re
from collections.abc import Sequence
from dataclasses import replace

from ..domain.document import EMPTY, Block, Document, Kind, Status
from ..domain.text import clean_line, clean_text
from .builder import MAX_BLOCKS, Builder
from .cleaning import MAX_MARKUP, bounded, prepared, tree_of
from .quality import is_full, is_more_link, is_syndication_notice, without_more_link
from .selection import with_blocks
from .trimming import trimmed
from .urls import safe_url
from .walk import walk

_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_ADDRESS = re.compile(r"https?://[^\s<>\"'«»“”]{4,2000}")
_BULLET = re.compile(r"\s{0,8}(?:[-*•·–]|\d{1,3}[.)])\s+(?=\S)")
_TAG = re.compile(r"<[^<>]{0,5000}>?")
_ENDS = re.compile(r"</?(?:p|div|li|tr|h[1-6]|br)\b", re.I)
ROUGH_LIMIT = 50_000
"""Characters that are taken of markup that cannot be parsed."""
_BREAKS = re.compile(r"\n[ \t\xa0]*\n\s*")


def from_feed(html: str, base: str = "", *, title: str = "") -> Document:
    """An entry's HTML, or plain text, as a document; links are resolved against `base`.

    A first line that only repeats `title` is left out, and so is what blog software adds at the end ("The post X
    appeared first on Y", "Read more"). The status is FULL when the text looks whole, TEASER when not, EMPTY when there
    is none. Takes about a millisecond for a usual entry, and never fails: unreadable markup gives EMPTY.
    """
    markup, cut = bounded(html)
    if _MARKUP.search(markup) is None:
        document = from_text(entities.unescape(markup))
    else:
        tree = tree_of(prepared(f"<div>{markup}</div>"))
        if tree is None:
            return EMPTY
        out = Builder(base)
        walk(tree, out)
        document = out.document()
    return _judged(document, title, cut)


def _judged(document: Document, title: str, cut: bool) -> Document:
    blocks = list(document.blocks)
    more = False
    while (last := _last_text(blocks)) >= 0:
        text = blocks[last].text()
        if is_syndication_notice(text) or is_more_link(text):
            more = more or is_more_link(text)
            del blocks[last]
            continue
        spans = without_more_link(blocks[last].spans)
        if spans != blocks[last].spans:
            blocks[last] = replace(blocks[last], spans=spans)
            more = True
        break
    while blocks and blocks[-1].kind is Kind.RULE:
        blocks.pop()
    if title and blocks and blocks[0].kind in (Kind.HEADING, Kind.PARAGRAPH) and len(blocks) > 1:
        first = clean_line(blocks[0].text()).casefold().rstrip(".")
        if first == clean_line(title).casefold().rstrip("."):
            del blocks[0]
    if not any(block.kind is not Kind.RULE for block in blocks):
        return EMPTY
    made = document if tuple(blocks) == document.blocks else with_blocks(document, blocks)
    made = trimmed(made, title, edges=False)
    if cut:
        made = replace(made, truncated=True)
    return made if is_full(made) and not more else replace(made, status=Status.TEASER)


def from_markup_roughly(html: str) -> Document:
    """The bare text of markup that could not be parsed in time, as a teaser. In linear time, whatever it is given."""
    text = _TAG.sub(" ", _ENDS.sub(r"\n\n\g<0>", html[:ROUGH_LIMIT]))
    document = from_text(entities.unescape(text)[:ROUGH_LIMIT])
    return replace(document, status=Status.TEASER, truncated=True) if document.blocks else document


def _last_text(blocks: Sequence[Block]) -> int:
    """Number of the last block, not counting pictures and rules; -1 when there is none."""
    numbers = range(len(blocks) - 1, -1, -1)
    return next((number for number in numbers if blocks[number].kind not in (Kind.IMAGE, Kind.RULE)), -1)


def from_text(text: str) -> Document:
    """Plain text as a document: paragraphs part at empty lines, lines that were only wrapped are joined again.

    Lines that begin like "- " or "1. " become items of a list, web addresses become links.
    """
    text = clean_text(text[:MAX_MARKUP]).strip()
    out = Builder()
    out.truncated = len(text) >= MAX_MARKUP
    for chunk in _BREAKS.split(text):
        for paragraph in _paragraphs(chunk):
            if len(out.blocks) >= MAX_BLOCKS:
                out.truncated = True
                break
            marker = _BULLET.match(paragraph)
            if marker:
                out.marker = (marker.group().strip().replace("-", "•").replace("*", "•"), 0, 1)
                paragraph = paragraph[marker.end() :]
            _add_line(out, paragraph)
            out.flush()
            out.marker = None
    document = out.document()
    return document if document.blocks else EMPTY


def _paragraphs(chunk: str) -> list[str]:
    """The paragraphs of a piece of text without empty lines."""
    lines = [line.rstrip() for line in chunk.split("\n")]
    width = max(map(len, lines))
    made = [lines[0]]
    for line in lines[1:]:
        first_word = line.split(maxsplit=1)[0] if line.strip() else ""
        before = made[-1].rpartition("\n")[2]
        last_line = len(before.rpartition("\x00")[2])
        if _BULLET.match(line):
            made.append(line)
        elif 40 <= width <= 120 and last_line + 1 + len(first_word) > width:
            made[-1] += " \x00" + line.lstrip()
        elif width > 120:
            made.append(line)
        else:
            made[-1] += "\n" + line
    return [paragraph.replace("\x00", "") for paragraph in made if paragraph.strip()]


def _add_line(out: Builder, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            out.line_break()
        position = 0
        for match in _ADDRESS.finditer(line):
            address = match.group().rstrip(".,;:!?)]}")
            if not safe_url(address):
                continue
            out.text(line[position : match.start()])
            out.link = out.link_to(address)
            out.text(address)
            out.link = None
            position = match.start() + len(address)
        out.text(line[position:])
