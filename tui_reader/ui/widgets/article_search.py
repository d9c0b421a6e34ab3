"""Where words stand in an article; imported when something is looked for."""

import re

from ...domain.document import Document, Kind
from ...domain.folding import fold, is_even, origin, places
from .article_find import MATCH_LIMIT, Match


class Folded:
    """A document's blocks as they are searched."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._blocks: list[tuple[int, str, bool]] = []
        for number, block in enumerate(document.blocks):
            if block.kind not in (Kind.IMAGE, Kind.RULE):
                text = block.text()
                self._blocks.append((number, fold(text), is_even(text)))

    def matches(self, query: str) -> list[Match]:
        """Where `query` stands, with or without accents, in any case, a blank for any blanks. `MATCH_LIMIT` at most."""
        words = fold(query).split()
        if not words:
            return []
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        found: list[Match] = []
        for number, folded, even in self._blocks:
            spans = [match.span() for match in pattern.finditer(folded)]
            if spans and not even:
                spans = _placed(self.document.blocks[number].text(), spans)
            found.extend((number, start, end) for start, end in spans)
            if len(found) >= MATCH_LIMIT:
                return found[:MATCH_LIMIT]
        return found


def _placed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` of the folded text as those of `text`; two within one character are one."""
    offsets, last = places(text), 0
    found: list[tuple[int, int]] = []
    for start, end in spans:
        low, high = origin(offsets, start, end)
        if low >= last:
            found.append((low, high))
            last = high
    return found


def matches(document: Document, query: str) -> list[Match]:
    """See `Folded.matches`."""
    return Folded(document).matches(query)
