"""Cuts a text that an extractor found out of the page's own tree, so that none of its structure is lost.

The extractor's text only says which blocks belong to the article; what the reader sees are the page's own blocks.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from ..domain.document import EMPTY, Block, Document, Kind
from .builder import Builder
from .chunks import chunks, common_ancestor
from .core import within_core
from .flow import with_neighbours
from .matching import Matcher
from .selection import with_blocks
from .tables import text_length
from .walk import walk

LONG = 30
"""Characters of a piece of text that are enough to look for it in the extractor's."""

NEARLY = 0.9
"""Part of the found texts that a region must hold."""

ENOUGH = 0.8
"""Part of the extractor's letters that must be found in the region; else a wider one is looked through."""

HIDDEN = 0.3
"""When less is found, the text is looked for in what the page hides until its scripts run."""

PARAGRAPH = 120
"""Characters of a piece of text that is a paragraph and no title, caption or teaser."""

MISSED = 25
"""Paragraphs outside the region count when they are more than one in so many parts of all."""

NEXT = 6
"""Elements behind a paragraph among which the region makes it the article's first."""

_IDEOGRAPHS = "\u2e80"
"""From here on one character stands for about three letters."""

_NO_PARAGRAPH = frozenset(("figcaption", "h1", "h2", "h3", "a", "li", "blockquote"))
_NO_ANCHOR = frozenset(("script", "style", "noscript", "template", "a", "h1", "title", "option"))
_CONTAINERS = frozenset(("div", "article", "section", "main", "body", "td", "center"))


@dataclass(frozen=True, slots=True)
class Projection:
    """The blocks of a page that hold an extractor's text."""

    document: Document
    region: etree._Element | None = None
    """The container that they were found in."""

    found: float = 0.0
    """Part of the extractor's letters that the blocks hold."""

    paragraphs: tuple[etree._Element, ...] = ()
    """The <p> elements among the blocks' elements."""


def project(tree: etree._Element, text: str, base: str) -> Projection:
    """The blocks of `tree` where `text` stands, with the pictures, code and tables between them."""
    body = tree.find("body")
    matcher = Matcher(text)
    if body is None or not matcher.letters:
        return Projection(EMPTY)
    best = Projection(EMPTY)
    tried: list[etree._Element] = []
    for share in (NEARLY, 1.0, 0.0):
        region = region_of(body, text, share) if share else body
        if region in tried:
            continue
        tried.append(region)
        made = _cut_out(region, matcher, base)
        if made.found > best.found + 0.05:
            best = made
        if best.found >= ENOUGH:
            return _with_chunks(body, best, matcher, base)
    if best.found < HIDDEN:
        made = _cut_out(body, matcher, base, hidden=True)
        best = made if made.found > 2 * best.found else best
    return best


def _cut_out(
    region: etree._Element,
    matcher: Matcher,
    base: str,
    *,
    hidden: bool = False,
    also: Collection[etree._Element] = (),
) -> Projection:
    out = Builder(base)
    walk(region, out, hidden=hidden)
    document = out.document()
    blocks, holders = document.blocks, out.holders
    kept, found = matcher.matches([block.text() if _has_text(block) else "" for block in blocks])
    if also:
        kept = [keep or _stands_in(holder, also) for keep, holder in zip(kept, holders, strict=False)]
    chosen = within_core(blocks, holders, with_neighbours(blocks, holders, kept))
    made = with_blocks(document, [block for block, keep in zip(blocks, chosen, strict=True) if keep])
    paragraphs = tuple(
        holder
        for block, holder, keep in zip(blocks, holders, kept, strict=False)
        if keep and holder is not None and holder.tag == "p" and block.kind is Kind.PARAGRAPH
    )
    return Projection(made, region, found, paragraphs)


def _with_chunks(body: etree._Element, first: Projection, matcher: Matcher, base: str) -> Projection:
    """`first`, and the other pieces of an article that a page serves in several containers of one class.

    An extractor may take only the first of them. The others' paragraphs have parents and grandparents of the same
    classes; they must not lie in another <article>, which would be the next article of an endless page.
    """
    containers = chunks(body, first.paragraphs)
    if not containers or first.region is None:
        return first
    region = common_ancestor([first.region, *containers])
    return _cut_out(region, matcher, base, also=containers) if region is not None else first


def _stands_in(holder: etree._Element | None, containers: Collection[etree._Element]) -> bool:
    return holder is not None and any(above in containers for above in holder.iterancestors())


def text_of_tree(tree: etree._Element) -> str:
    """All text that a tree would show, a line for each block."""
    out = Builder()
    walk(tree, out)
    return out.document().text()


def region_of(root: etree._Element, text: str, share: float) -> etree._Element:
    """The smallest container of a `share` of the long texts below `root` that also stand in `text`, else `root`.

    Not of all, since a teaser or a quotation of the article may stand anywhere on the page; but real paragraphs beside
    it, when there are some, are brought in.
    """
    weights: dict[etree._Element, int] = {}
    paragraphs: dict[etree._Element, int] = {}
    for element, own in long_texts(root):
        opening = " ".join(own[:200].split(None, 6)[:6])[:40]
        if len(opening) > LONG // 2 and opening in text:
            weights[element] = weights.get(element, 0) + len(own)
            if element.tag not in _NO_PARAGRAPH and (size := _paragraph_size(element, own)) >= PARAGRAPH:
                paragraphs[element] = size
    sums = dict(weights)
    for element, weight in weights.items():
        for above in element.iterancestors():
            sums[above] = sums.get(above, 0) + weight
    wanted = share * sum(weights.values())
    region = root
    inner: etree._Element | None = root if weights else None
    while inner is not None:
        region = inner
        inner = next((child for child in region if sums.get(child, 0) >= wanted), None)
    return _container(root, _with_paragraphs(region, paragraphs))


def _paragraph_size(element: etree._Element, own: str) -> int:
    """Characters of a paragraph; of a <p> all that it holds, since links and code part its text."""
    size = 3 * len(own) if own[len(own) // 2] >= _IDEOGRAPHS else len(own)
    return text_length(element) if size < PARAGRAPH and element.tag == "p" else size


def _with_paragraphs(region: etree._Element, paragraphs: dict[etree._Element, int]) -> etree._Element:
    outside = [element for element in paragraphs if not _holds(region, element)]
    if not outside:
        return region
    missed = sum(paragraphs[element] for element in outside)
    many = missed >= 2 * PARAGRAPH and missed * MISSED >= sum(paragraphs.values())
    around = {region, *region.iterancestors()}
    if not many and not any(around.intersection(islice(element.itersiblings(), NEXT)) for element in outside):
        return region
    wider = common_ancestor([region, *outside])
    return region if wider is None else wider


def _holds(region: etree._Element, element: etree._Element) -> bool:
    return element is region or any(above is region for above in element.iterancestors())


def _container(root: etree._Element, region: etree._Element) -> etree._Element:
    while region.tag not in _CONTAINERS and region is not root and (parent := region.getparent()) is not None:
        region = parent
    return region


def long_texts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """(element, text) for each text of some length; the element is the one that it stands in."""
    for element in root.iter(etree.Element):
        text, tail = element.text, element.tail
        if text and len(text) > LONG and not text.isspace() and element.tag not in _NO_ANCHOR:
            yield element, text
        if tail and len(tail) > LONG and not tail.isspace() and (parent := element.getparent()) is not None:
            yield parent, tail


def _has_text(block: Block) -> bool:
    return block.kind not in (Kind.IMAGE, Kind.RULE)
