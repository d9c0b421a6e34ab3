"""The container that an article's paragraphs share: short lines behind them and outside it are the page's."""

from collections.abc import Sequence

from lxml import etree

from ..domain.document import Block, Kind
from .trimming import MOSTLY, REAL, link_share
from .wordage import words_in

MOST = 0.95
"""Part of the paragraphs' words that their container must hold; a summary or an aside may stand elsewhere."""

NEARLY_MOST = 0.85
"""The same, where what is outside looks like lists of teasers: many short lines ..."""

MANY = 6
SHORT = 60
HARDLY = 0.3
"""... and at most this part of them paragraphs."""

ENOUGH = 3
"""Paragraphs from which it can be told what they share."""

FEW_LINKS = 0.3
LABEL = 3
"""Words of a list's item that is a menu's."""

_TEXTS = frozenset((Kind.PARAGRAPH, Kind.ITEM))
_ALWAYS = frozenset((Kind.CODE, Kind.TABLE))


def within_core(blocks: Sequence[Block], holders: Sequence[etree._Element | None], kept: Sequence[bool]) -> list[bool]:
    """`kept` without what an extractor that took too much brought in: teasers behind the text, menus before it."""
    made = list(kept)
    chosen = [number for number, keep in enumerate(kept) if keep]
    first = next((number for number in chosen if _words(blocks[number])), len(kept))
    last = next((number for number in reversed(chosen) if _words(blocks[number])), 0)
    around = [number for number in chosen if number > last or (number < first and _is_menu(blocks[number]))]
    short = sum(len(blocks[number].text()) < SHORT for number in chosen[len(chosen) // 2 :])
    if not around and short < MANY:
        return made
    real = {number: words for number in chosen if (words := _words(blocks[number]))}
    if len(real) < ENOUGH:
        return made
    core = _core(holders, real, MOST)
    for number in around:
        made[number] = core is None or _is_inside(holders[number], core)
    if (inner := _core(holders, real, NEARLY_MOST)) is not None:
        held = [number for number in real if _is_inside(holders[number], inner)]
        outside = [number for number in chosen if number > max(held) and not _is_inside(holders[number], inner)]
        for number in _lists(blocks, outside, real):
            made[number] = False
    return made


def _lists(blocks: Sequence[Block], outside: Sequence[int], real: dict[int, int]) -> Sequence[int]:
    """Those `outside` the container, when they are too many short lines, with hardly a paragraph between them."""
    texts = [number for number in outside if blocks[number].spans]
    paragraphs = sum(number in real for number in texts)
    return outside if len(texts) >= MANY and paragraphs <= HARDLY * len(texts) else ()


def _words(block: Block) -> int:
    """The words of a paragraph that is surely text; those of code and tables count once, 0 for all else."""
    if block.kind in _ALWAYS:
        return 1
    if block.kind not in _TEXTS or link_share(block) > FEW_LINKS:
        return 0
    words = words_in(block.text())
    return words if words >= REAL else 0


def _core(holders: Sequence[etree._Element | None], real: dict[int, int], share: float) -> etree._Element | None:
    """The innermost element that holds this share of the words."""
    sums: dict[etree._Element, int] = {}
    core: etree._Element | None = None
    for number, words in real.items():
        holder = holders[number]
        if holder is not None:
            for above in holder.iterancestors():
                sums[above] = sums.get(above, 0) + words
    wanted = share * sum(real.values())
    for element, words in sums.items():
        if words >= wanted and (core is None or core in element.iterancestors()):
            core = element
    return core


def _is_menu(block: Block) -> bool:
    return (block.kind is Kind.ITEM and words_in(block.text()) <= LABEL) or link_share(block) >= MOSTLY


def _is_inside(holder: etree._Element | None, core: etree._Element) -> bool:
    return holder is not None and (holder is core or core in holder.iterancestors())
