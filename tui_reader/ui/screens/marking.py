"""Marks and their undoing. The row changes at once; the library has it before the key has been answered."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from textual import on

from ...domain import rows as r
from ...domain.models import Article, Change, Head
from ...store import LibraryError
from ..messages import Trouble
from ..widgets.sources import SourcesList
from .navigation import Navigation


class Marking(Navigation):
    """Read, star, later, all read, undo."""

    def now_reading(self, article: Article) -> None:
        super().now_reading(article)
        delay = self.reader.config.mark_read_after
        if delay < 0 or self.reader.library.read_only:
            return
        if delay == 0:
            self._has_been_read(article.id)
        else:
            self.set_timer(delay, lambda: self._has_been_read(article.id))

    def _has_been_read(self, article_id: int) -> None:
        if self.opened and self.shown is not None and self.shown.id == article_id:
            head = self._head(article_id)
            if head is not None and (head.changed or not head.read):
                self._mark(head, read=True)

    def _head(self, article_id: int) -> Head | None:
        if self.listing.current == article_id:
            return self.listing.head(self.listing.cursor)
        return next(iter(self.reader.heads([article_id])), None)

    def _target(self) -> Head | None:
        """The article that a key is about: the one being read, or the chosen row."""
        if self.reading and self.shown is not None:
            return self._head(self.shown.id)
        head = self.listing.head(self.listing.cursor)
        if head is None:
            self.say("There is no article here")
        return head

    def _mark(
        self, head: Head, *, read: bool | None = None, starred: bool | None = None, later: bool | None = None
    ) -> bool:
        self.listing.put(
            replace(
                head,
                read=head.read if read is None else read,
                starred=head.starred if starred is None else starred,
                later=head.later if later is None else later,
                changed=head.changed and read is None,
            )
        )
        ids = self.ids_to_mark(head, read)
        try:
            self.reader.mark(ids, read=read, starred=starred, later=later)
        except LibraryError as error:
            self.listing.put(head)
            self.say(str(error), error=True)
            return False
        if len(ids) > 1:
            self.listing.changed()
        self.marks_changed()
        return True

    def ids_to_mark(self, head: Head, read: bool | None) -> Sequence[int]:
        """The articles that a mark on a row is for."""
        return [head.id]

    def marks_changed(self) -> None:
        """Counts may be others now."""

    def action_toggle_read(self) -> None:
        if (head := self._target()) is not None and self._mark(head, read=not head.read):
            self.say("Marked unread" if head.read else "Marked read", undo=True)

    def action_star(self) -> None:
        if (head := self._target()) is not None and self._mark(head, starred=not head.starred):
            self.say("Star taken off" if head.starred else "Starred", undo=True)

    def action_later(self) -> None:
        if (head := self._target()) is not None and self._mark(head, later=not head.later):
            self.say("No longer on the list for later" if head.later else "To be read later", undo=True)

    def action_mark_all_read(self) -> None:
        self.run_worker(self._mark_all(), group="marks", exit_on_error=False)

    async def _mark_all(self) -> None:
        ids, scope = self.listing.listed.ids, self.scope
        try:
            if scope.query:
                change = await asyncio.to_thread(self.reader.mark, ids, read=True)
            else:
                newest = max(ids, default=0)
                change = await asyncio.to_thread(self.reader.mark_all_read, scope, newest=newest)
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        self._marked()
        if change.ids:
            self.say(change.label, undo=True)
        else:
            self.say("All of this was read already")

    def action_undo(self) -> None:
        self.run_worker(self._undo(), group="marks", exit_on_error=False)

    async def _undo(self) -> None:
        try:
            change = await asyncio.to_thread(self.reader.undo)
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        if change is None:
            self.say("There is nothing to undo")
            return
        await self._undone(change)
        self.say(f"Undone: {change.label[:1].lower()}{change.label[1:]}")

    async def _undone(self, change: Change) -> None:
        if not change.ids:
            self.load(self.scope, self.listing.current)
            self.feeds_changed()
            return
        self._marked()
        if len(change.ids) > 1 and not self.scope.query:
            scope, before = self.scope, self.listing.rows
            rows = await asyncio.to_thread(lambda: r.union(before, self.reader.rows(scope)))
            if scope == self.scope and before is self.listing.rows and len(rows) != len(self.listing.rows):
                self.listing.renew(rows, max(self._index_in(rows, self.listing.current_row), 0))

    def _marked(self) -> None:
        self.listing.changed()
        self.marks_changed()

    def feeds_changed(self) -> None:
        """There are other feeds now, or they have other names."""

    @on(Trouble)
    def _trouble(self, event: Trouble) -> None:
        if event.article_id is None or (self.shown is not None and event.article_id == self.shown.id):
            self.say(event.reason, error=True)

    # ---- feeds ----

    @on(SourcesList.RemoveRequested)
    def _remove_feed(self, event: SourcesList.RemoveRequested) -> None:
        try:
            change = self.reader.library.remove_feed(event.feed.id)
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        gone = self.scope.feed_id == event.feed.id
        self.load(replace(self.scope, feed_id=None) if gone else self.scope, self.listing.current)
        self.feeds_changed()
        self.say(change.label, undo=True)
