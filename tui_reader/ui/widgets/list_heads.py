"""What the list knows of its articles: read a few at a time around the one that is needed, and kept."""

from collections.abc import Callable, Sequence

from ...domain.models import Head

WINDOW = 40
"""Heads that are read at a time, around the one that is needed."""

KEPT = 4000
"""Heads that are kept, some three hundred screenfuls."""


class Heads:
    """Heads by id."""

    def __init__(self, read: Callable[[Sequence[int]], list[Head]]) -> None:
        """`read` gives heads by id, leaving out what is gone."""
        self._read = read
        self._known: dict[int, Head] = {}

    def at(self, ids: Sequence[int], index: int) -> Head | None:
        """The head of the article at `index` of `ids`; None for one that is gone."""
        id_ = ids[index]
        head = self._known.get(id_)
        if head is None:
            if len(self._known) > KEPT:
                self._known.clear()
            start = max(index - WINDOW // 2, 0)
            self.put(self._read([other for other in ids[start : start + WINDOW] if other not in self._known]))
            head = self._known.get(id_)
        return head

    def put(self, heads: Sequence[Head]) -> None:
        """Know these, as they are given."""
        for head in heads:
            self._known[head.id] = head

    def clear(self) -> None:
        """Know nothing any more: the library has changed."""
        self._known.clear()
