"""Cuts a text that an extractor found out of the page's own tree, so that none of its structure is lost.

The extractor's text only says which blocks belong to the article; what the reader sees are the page's own blocks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ..domain.document import EMPTY, Block, Document, Kind
from .builder import Builder
from .matching import Matcher, squeezed
from .selection import with_blocks
from .walk import walk

LONG = 30
"""Characters of a piece of text that are enough to look for it in the extractor's."""

NEARLY = 0.9
"""Part of the found texts that a region must hold."""

ENOUGH = 0.8
"""Part of the extractor's letters that must be found in the region; else a wider one is looked through."""

_NO_ANCHOR = frozenset(("script", "style", "noscript", "template", "a", "h1", "title", "option"))
_CONTAINERS = frozenset(("div", "article", "section", "main", "body", "td", "center"))


@dataclass(frozen=True, slots=True)
class Projection:
    """The blocks of a page that hold an extractor's text."""

    document: Document
    region: etree._Element | None = None
    """The container that they were found in."""


def project(tree: etree._Element, text: str, base: str) -> Projection:
    """The blocks of `tree` where `text` stands, with the pictures, code and tables between them."""
    body = tree.find("body")
    matcher = Matcher(text)
    if body is None or not matcher.letters:
        return Projection(EMPTY)
    best: tuple[float, Projection] = (-1.0, Projection(EMPTY))
    tried: etree._Element | None = None
    for share in (NEARLY, 1.0, 0.0):
        region = region_of(body, text, share) if share else body
        if region is tried:
            continue
        tried = region
        out = Builder(base)
        walk(region, out)
        document = out.document()
        kept = matcher.matches([block.text() if _has_text(block) else "" for block in document.blocks])
        chosen = with_neighbours(document.blocks, kept)
        blocks = [block for block, keep in zip(document.blocks, chosen, strict=True) if keep]
        found = sum(len(squeezed(block.text())) for block in blocks) / len(matcher.letters)
        if found > best[0] + 0.05:
            best = (found, Projection(with_blocks(document, blocks), region))
        if found >= ENOUGH:
            break
    return best[1]


def text_of_tree(tree: etree._Element) -> str:
    """All text that a tree would show, a line for each block."""
    out = Builder()
    walk(tree, out)
    return out.document().text()


def region_of(root: etree._Element, text: str, share: float) -> etree._Element:
    """The smallest container of a `share` of the long texts below `root` that also stand in `text`, else `root`.

    Not of all, since a teaser or a quotation of the article may stand anywhere on the page.
    """
    weights: dict[etree._Element, int] = {}
    total = 0
    for element, own in _long_texts(root):
        opening = " ".join(own[:200].split(None, 6)[:6])[:40]
        if len(opening) > LONG // 2 and opening in text:
            total += len(own)
            weights[element] = weights.get(element, 0) + len(own)
    sums: dict[etree._Element, int] = dict(weights)
    for element, weight in weights.items():
        for above in element.iterancestors():
            sums[above] = sums.get(above, 0) + weight
    region = root
    while True:
        inner = next((child for child in region if sums.get(child, 0) >= share * total), None) if total else None
        if inner is None:
            break
        region = inner
    while region.tag not in _CONTAINERS and region is not root and (parent := region.getparent()) is not None:
        region = parent
    return region


def _long_texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """(element, text) for each text of some length; the element is the one that it stands in."""
    for element in root.iter(etree.Element):
        text, tail = element.text, element.tail
        if text and len(text) > LONG and not text.isspace() and element.tag not in _NO_ANCHOR:
            yield element, text
        if tail and len(tail) > LONG and not tail.isspace() and (parent := element.getparent()) is not None:
            yield parent, tail


def _has_text(block: Block) -> bool:
    return block.kind not in (Kind.IMAGE, Kind.RULE)


def with_neighbours(blocks: Sequence[Block], kept: Sequence[bool]) -> list[bool]:
    """`kept`, and what stands between kept blocks and belongs to them: pictures, captions, code, tables, rules."""
    made = list(kept)
    if True not in kept:
        return made
    first, last = kept.index(True), len(kept) - 1 - list(reversed(kept)).index(True)
    for number in range(max(first - 3, 0), min(last + 3, len(blocks))):
        kind = blocks[number].kind
        if made[number] or kind not in (Kind.IMAGE, Kind.CAPTION, Kind.CODE, Kind.TABLE, Kind.RULE):
            continue
        before = number > first and made[number - 1]
        after = number < last and kept[number + 1]
        if kind is Kind.CAPTION:
            made[number] = before and blocks[number - 1].kind is Kind.IMAGE
        elif kind is Kind.IMAGE:
            made[number] = before or after or _captioned(blocks, kept, number)
        else:
            made[number] = first < number < last and (before or after)
    return made


def _captioned(blocks: Sequence[Block], kept: Sequence[bool], number: int) -> bool:
    return number + 2 < len(blocks) and blocks[number + 1].kind is Kind.CAPTION and kept[number + 2]
