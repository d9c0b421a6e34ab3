"""Searching: a line above the list; what is found takes the list's place until one leaves it."""

import asyncio

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from ...domain.models import Scope
from ...store import LibraryError
from ..messages import Found, Trouble
from .picturing import Picturing

TYPING = 0.15
"""Seconds after the last letter until the search begins."""

MOST = 500
"""Articles that are shown."""

INDEXED = 50
"""Articles that are made findable at a time."""

BREATH = 0.05
"""Seconds between two times."""


def as_typed(text: str) -> str:
    """The query for a search line in which one still types: its last word may go on, unless a blank ends it."""
    query = text.strip()
    begun = query == text.lstrip() and query[-1:].isalnum() and query.count('"') % 2 == 0
    return f"{query}*" if begun and not query.split()[-1].startswith("-") else query


class Searching(Picturing):
    """The search line."""

    _before: tuple[Scope, int | None] | None = None
    """What was listed before the search, and the article chosen there."""
    _typing: Timer | None = None

    def start_indexing(self) -> None:
        """Make findable what is not yet, a little at a time."""
        if not self.reader.library.read_only:
            self.run_worker(self._index(), group="index", exclusive=True, exit_on_error=False)

    async def _index(self) -> None:
        try:
            left = await asyncio.to_thread(self.reader.library.index_pending, INDEXED)
        except LibraryError as error:
            self.post_message(Trouble(str(error)))
            return
        if left:
            self.set_timer(BREATH, self.start_indexing)

    def action_search(self) -> None:
        """Open the search line, or go back to it."""
        if not self.search_box.is_attached:
            self.call_after_refresh(self.action_search)
            return
        if self._before is None:
            self._before = (self.scope, self.listing.current)
        self.remove_class("-zen", "-reading")
        if not self.has_class("-wide"):
            self.remove_class("-sources-on")
        self.add_class("-searching")
        self.set_focus(self.search_box, scroll_visible=False)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        if self._typing is not None:
            self._typing.stop()
        if self.has_class("-searching"):
            self._typing = self.set_timer(TYPING, lambda: self._search(event.value))

    @on(Input.Submitted, "#search")
    def _submitted(self, event: Input.Submitted) -> None:
        if self._typing is not None:
            self._typing.stop()
        if not event.value.strip():
            self.leave_search()
            return
        if self.scope.query != as_typed(event.value):
            self._search(event.value)
        self.focus_list()

    def _search(self, text: str) -> None:
        query = as_typed(text)
        if query:
            self.run_worker(self._find(query), group="search", exclusive=True, exit_on_error=False)
        elif self._before is not None:
            self.load(*self._before)

    async def _find(self, query: str) -> None:
        try:
            rows = await asyncio.to_thread(self.reader.rows, Scope(query=query, words=self.words), limit=MOST)
        except LibraryError as error:
            self.post_message(Trouble(str(error)))
            return
        self.post_message(Found(query, rows))

    @property
    def words(self) -> tuple[int, int] | None:
        """How many words the listed articles have; None for any number."""
        return None

    def search_again(self) -> None:
        """Find anew what is being searched for."""
        self._search(self.search_box.value)

    @on(Found)
    def _found(self, event: Found) -> None:
        if self.has_class("-searching") and event.query == as_typed(self.search_box.value):
            self.scope = Scope(query=event.query, words=self.words)
            self.listing.set_rows(event.rows)
            self.after_load()

    def home(self) -> tuple[Scope, int | None]:
        return super().home() if self._before is None else self._before

    def leave_search(self) -> bool:
        """Back to what was listed before. False when there was no search."""
        if self._before is None:
            return False
        before, self._before = self._before, None
        self.remove_class("-searching")
        with self.search_box.prevent(Input.Changed):
            self.search_box.value = ""
        self.focus_list()
        self.load(*before)
        return True
