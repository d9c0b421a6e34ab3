"""Articles that a page serves in several containers, with advertisements or a form between them."""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

ENOUGH = 3
"""Paragraphs that must have the same classes around them before others like them are looked for."""

WORDS = 12
"""Words of a paragraph that counts."""

LINKS = 0.3
"""Part of a paragraph's characters that may be links."""

_Signature = tuple[str, str, str, str]


def _signature(paragraph: etree._Element) -> _Signature | None:
    """The tags and classes of a paragraph's parent and grandparent; None when they tell nothing."""
    parent = paragraph.getparent()
    above = parent.getparent() if parent is not None else None
    if parent is None or above is None:
        return None
    names = (parent.get("class") or "", above.get("class") or "")
    return (parent.tag, names[0], above.tag, names[1]) if names[0] else None


def _article(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors("article"), None)


def chunks(body: etree._Element, paragraphs: Sequence[etree._Element]) -> list[etree._Element]:
    """The containers beside those of `paragraphs` that hold the rest of the article; none on most pages."""
    counts = Counter(_signature(paragraph) for paragraph in paragraphs)
    signature, count = counts.most_common(1)[0] if counts else (None, 0)
    if signature is None or count < ENOUGH or 2 * count < len(paragraphs):
        return []
    known = {paragraph.getparent() for paragraph in paragraphs}
    article = _article(paragraphs[0])
    found: dict[etree._Element, int] = {}
    for paragraph in body.iter("p"):
        parent = paragraph.getparent()
        if (
            parent is None
            or parent in known
            or _signature(paragraph) != signature
            or _article(paragraph) is not article
        ):
            continue
        text = "".join(map(str, paragraph.itertext()))
        linked = sum(len("".join(map(str, link.itertext()))) for link in paragraph.iter("a"))
        if len(text.split()) >= WORDS and linked <= LINKS * len(text):
            found[parent] = found.get(parent, 0) + 1
    return list(found) if sum(found.values()) >= ENOUGH else []


def common_ancestor(elements: Sequence[etree._Element]) -> etree._Element | None:
    """The innermost element that holds all of `elements`."""
    shared = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        own = {element, *element.iterancestors()}
        shared = [above for above in shared if above in own]
    return shared[0] if shared else None
