"""Finding words in an article, and the letters that are typed for it."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from ...domain.document import Document
from ...domain.layout import width_of
from .article_page import cut
from .article_paint import Mark

if TYPE_CHECKING:
    from .article_search import Folded

MATCH_LIMIT = 100_000
QUERY_LIMIT = 200

Match = tuple[int, int, int]
"""(block, start, end) in the block's text."""


class Find:
    """What is looked for, where it was found, and which of the places is looked at."""

    def __init__(self) -> None:
        self.open = False
        self.typing = False
        """The bar takes what is typed."""
        self.query = ""
        self.found: list[Match] = []
        self.here = 0
        self._folded: Folded | None = None

    @property
    def match(self) -> Match | None:
        return self.found[self.here] if self.found else None

    def search(self, document: Document, query: str, after: tuple[int, int]) -> None:
        """Looks for `query` and goes to the first place at or behind (block, offset) `after`."""
        self.query = query[:QUERY_LIMIT]
        from .article_search import Folded

        if self._folded is None or self._folded.document is not document:
            self._folded = Folded(document)
        self.found = self._folded.matches(self.query)
        self.here = bisect_left(self.found, (*after, 0)) % len(self.found) if self.found else 0

    def step(self, count: int) -> None:
        """To a later (or earlier) place; from the last to the first."""
        if self.found:
            self.here = (self.here + count) % len(self.found)

    def marks(self, block: int) -> list[Mark]:
        """What to set off in a block."""
        if not self.found:
            return []
        first, last = bisect_left(self.found, (block, 0, 0)), bisect_left(self.found, (block + 1, 0, 0))
        return [
            Mark(start, end, "found-here" if number == self.here else "found")
            for number, (_, start, end) in enumerate(self.found[first:last], first)
        ]

    def bar(self, width: int) -> str:
        """The bar's words: what is looked for, how much of it there is, and which keys go on."""
        if not self.query.strip():
            count = ""
        elif not self.found:
            count = "not found"
        else:
            more = "or more" if len(self.found) == MATCH_LIMIT else ""
            count = f"{self.here + 1} of {len(self.found)} {more}".rstrip()
        keys = "enter next · esc close" if self.typing else "n next · N back · esc close"
        cursor = "▏" if self.typing else ""
        for parts in ((f" Find: {self.query}{cursor}", count, keys), (f" {self.query}{cursor}", count)):
            text = "   ".join(part for part in parts if part)
            if width_of(text) <= width:
                return text
        return cut(count or self.query, width)
