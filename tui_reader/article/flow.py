"""What stands between an article's paragraphs and belongs to them, though the extractor left it out."""

from collections.abc import Sequence

from lxml import etree

from ..domain.document import Block, Kind
from .furniture import is_button, is_promotion, is_related, opens_related
from .trimming import MOSTLY, link_share

_INSIDE = frozenset(
    [
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
    ]
)
_ATTACHED = frozenset((Kind.IMAGE, Kind.RULE, Kind.CODE, Kind.TABLE, Kind.CAPTION))
SIGNS = 12
"""Characters of signs and links that stand beside a heading in its element."""

_PICTURED = frozenset((Kind.IMAGE, Kind.CAPTION))


def with_neighbours(
    blocks: Sequence[Block], holders: Sequence[etree._Element | None], kept: Sequence[bool]
) -> list[bool]:
    """`kept`, and the blocks that stand between kept ones in the same container.

    Extractors drop lists of links, short lines, code, tables and all pictures. A block is brought back when the kept
    blocks before and behind it are brothers of its own element; a picture, a table or code also when its neighbours
    are kept. What looks like a button or an advertisement stays out.
    """
    made = list(kept)
    if True not in kept:
        return made
    first, last = kept.index(True), len(kept) - 1 - list(reversed(kept)).index(True)
    parents = [
        _unwrapped(_parent(holder), block.text()) if block.kind is Kind.CODE else _parent(holder)
        for block, holder in zip(blocks, holders, strict=False)
    ]
    number = first
    while number < last:
        if kept[number]:
            number += 1
            continue
        end = number
        while not kept[end]:
            end += 1
        for between in range(number, end):
            made[between] = _belongs(blocks, parents, made, between, number - 1, end)
        number = end
    _pictures_at_edges(blocks, made, first, last)
    return made


def _parent(holder: etree._Element | None) -> etree._Element | None:
    """The container that an element's text flows in: the parent of its list, table, quotation or paragraph."""
    while holder is not None:
        parent = holder.getparent()
        if parent is None or parent.tag not in _INSIDE:
            return parent
        holder = parent
    return None


def _unwrapped(parent: etree._Element | None, text: str) -> etree._Element | None:
    """The container around the elements in which a heading stands alone, with a link or a sign at most."""
    while parent is not None and _size(parent) <= len(text) + SIGNS:
        parent = parent.getparent()
    return parent


def _size(element: etree._Element) -> int:
    return sum(len(piece.strip()) for piece in map(str, element.itertext()))


def _belongs(
    blocks: Sequence[Block],
    parents: Sequence[etree._Element | None],
    made: Sequence[bool],
    number: int,
    before: int,
    behind: int,
) -> bool:
    block = blocks[number]
    text = block.text().strip()
    parent = _unwrapped(parents[number], text) if block.kind is Kind.HEADING else parents[number]
    in_flow = parent is not None and parent in (parents[before], parents[behind])
    if block.kind is Kind.CAPTION:
        under_picture = made[number - 1] and blocks[number - 1].kind in _PICTURED
        return under_picture or (in_flow and link_share(block) < MOSTLY)
    if block.kind in _ATTACHED:
        return in_flow or number - before <= 2 or behind - number <= 2
    if not in_flow or is_button(text) or is_promotion(text) or opens_related(text) or is_related(text):
        return False
    if (
        block.kind is Kind.HEADING
        and blocks[number + 1].kind is Kind.HEADING
        and not _opens_section(blocks, made, number)
    ):
        return False
    if block.kind in (Kind.PARAGRAPH, Kind.HEADING):
        return link_share(block) < MOSTLY
    return parents[before] is parents[behind]


def _opens_section(blocks: Sequence[Block], made: Sequence[bool], number: int) -> bool:
    """Whether the heading behind a heading is a lower one with the article's text under it, not a list of titles."""
    return blocks[number + 1].level > blocks[number].level and number + 2 < len(made) and made[number + 2]


def _pictures_at_edges(blocks: Sequence[Block], made: list[bool], first: int, last: int) -> None:
    """The picture just before the first paragraph or just behind the last, with its caption."""
    above = first - 1
    while above >= 0 and blocks[above].kind is Kind.CAPTION:
        above -= 1
    if above >= 0 and blocks[above].kind is Kind.IMAGE:
        made[above:first] = [True] * (first - above)
    pictures = 0
    for number in range(last + 1, len(blocks)):
        pictures += blocks[number].kind is Kind.IMAGE
        if pictures > 2 or blocks[number].kind not in _PICTURED or not (made[number - 1] or pictures):
            break
        made[number] = True
