"""Finding words in an article, and the letters that are typed for it."""

import re
from bisect import bisect_left
from collections import defaultdict

from ...domain.document import Document, Kind
from ...domain.layout import width_of
from .article_page import cut
from .article_paint import Mark

MATCH_LIMIT = 10_000
QUERY_LIMIT = 200

Match = tuple[int, int, int]
"""(block, start, end) in the block's text."""


def matches(document: Document, query: str) -> list[Match]:
    """Where `query` stands, in any case, a blank for any blanks."""
    words = query.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    found: list[Match] = []
    for number, block in enumerate(document.blocks):
        if block.kind in (Kind.IMAGE, Kind.RULE):
            continue
        found.extend((number, match.start(), match.end()) for match in pattern.finditer(block.text()))
        if len(found) >= MATCH_LIMIT:
            break
    return found


class Find:
    """What is looked for, where it was found, and which of the places is looked at."""

    def __init__(self) -> None:
        self.open = False
        self.typing = False
        """The bar takes what is typed."""
        self.query = ""
        self.found: list[Match] = []
        self.here = 0
        self._marks: dict[int, list[Mark]] = {}

    @property
    def match(self) -> Match | None:
        return self.found[self.here] if self.found else None

    def search(self, document: Document, query: str, after: tuple[int, int]) -> None:
        """Looks for `query` and goes to the first place at or behind (block, offset) `after`."""
        self.query = query[:QUERY_LIMIT]
        self.found = matches(document, self.query)
        self.here = bisect_left(self.found, (*after, 0)) % len(self.found) if self.found else 0
        self._mark()

    def step(self, count: int) -> None:
        """To a later (or earlier) place; from the last to the first."""
        if self.found:
            self.here = (self.here + count) % len(self.found)
            self._mark()

    def marks(self, block: int) -> list[Mark]:
        """What to set off in a block."""
        return self._marks.get(block, [])

    def _mark(self) -> None:
        marks: dict[int, list[Mark]] = defaultdict(list)
        for number, (block, start, end) in enumerate(self.found):
            marks[block].append(Mark(start, end, "found-here" if number == self.here else "found"))
        self._marks = dict(marks)

    def bar(self, width: int) -> str:
        """The bar's words: what is looked for, how much of it there is, and which keys go on."""
        if not self.query.strip():
            count = ""
        elif not self.found:
            count = "not found"
        else:
            count = f"{self.here + 1} of {len(self.found)}"
        keys = "enter next · esc close" if self.typing else "n next · N back · esc close"
        cursor = "▏" if self.typing else ""
        for parts in ((f" Find: {self.query}{cursor}", count, keys), (f" {self.query}{cursor}", count)):
            text = "   ".join(part for part in parts if part)
            if width_of(text) <= width:
                return text
        return cut(count or self.query, width)
