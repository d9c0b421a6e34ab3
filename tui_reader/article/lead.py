"""The first paragraph of an article that stands outside its body, in larger type."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree

from ..domain.document import Block, Kind, Span
from ..domain.text import clean_line
from .matching import squeezed
from .projection import Projection

SAME = 40
"""Letters that the page's description and its first paragraph begin with alike."""

LEVELS = 4
NEAR = 300
"""Elements before the body, and before its containers up to four levels above, that are looked at."""

_LEAD = re.compile(r"(?:^|[\s_-])(?:lead|lede|intro|introduction|ingress|chapo|vorspann|preamble)(?:$|[\s_-])", re.I)


def with_lead(found: Projection, description: str) -> Projection:
    """`found` with the lead before it, where the page's description says the same and the markup calls it a lead.

    Both are asked for, since most pages repeat a subtitle or a summary there, which is no part of the text.
    """
    opening = squeezed(description[:200])[:SAME]
    if len(opening) < SAME or not found.document.blocks or found.region is None:
        return found
    if any(squeezed(block.text()[:200]).startswith(opening) for block in found.document.blocks[:3]):
        return found
    for element in _before(found.region):
        if _LEAD.search(element.get("class") or ""):
            text = clean_line("".join(map(str, element.itertext())), 2000)
            if squeezed(text[:200]).startswith(opening):
                lead = Block(Kind.PARAGRAPH, (Span(text),))
                return replace(found, document=replace(found.document, blocks=(lead, *found.document.blocks)))
    return found


def _before(region: etree._Element) -> Iterator[etree._Element]:
    """The elements that stand shortly before the article's body."""
    around = [region, *islice(region.iterancestors(), LEVELS)]
    brothers = (brother for inner in around for brother in inner.itersiblings(preceding=True))
    return islice((element for brother in brothers for element in brother.iter(etree.Element)), NEAR)
