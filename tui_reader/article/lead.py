"""The first paragraph of an article that stands outside its body, in larger type."""

import re
from dataclasses import replace

from lxml import etree

from ..domain.document import Block, Kind, Span
from ..domain.text import clean_line
from .matching import squeezed
from .projection import Projection, long_texts

SAME = 40
"""Letters that the page's description and its first paragraph begin with alike."""

_LEAD = re.compile(r"(?:^|[\s_-])(?:lead|lede|intro|introduction|ingress|chapo|vorspann|preamble)(?:$|[\s_-])", re.I)


def with_lead(tree: etree._Element, found: Projection, description: str) -> Projection:
    """`found` with the lead before it, where the page's description says the same and the markup calls it a lead.

    Both are asked for, since most pages repeat a subtitle or a summary there, which is no part of the text.
    """
    opening = squeezed(description)[:SAME]
    if len(opening) < SAME or not found.document.blocks or found.region is None:
        return found
    if any(squeezed(block.text()[:200]).startswith(opening) for block in found.document.blocks[:3]):
        return found
    body = tree.find("body")
    for element, text in long_texts(body) if body is not None else ():
        if not squeezed(text[:200]).startswith(opening):
            continue
        above = element.getparent()
        names = f"{element.get('class') or ''} {above.get('class') or '' if above is not None else ''}"
        if _LEAD.search(names):
            lead = Block(Kind.PARAGRAPH, (Span(clean_line("".join(map(str, element.itertext())), 2000)),))
            return replace(found, document=replace(found.document, blocks=(lead, *found.document.blocks)))
    return found
