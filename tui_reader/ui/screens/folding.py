"""Stories as rows of the list: which article stands for the others, and what is seen with it."""

import asyncio
from array import array
from collections.abc import Sequence
from dataclasses import replace

from textual import on

from ...domain import rows as r
from ...domain.models import Change, Head, Rows, Scope, View
from ...domain.unfolding import OpenStory
from ..messages import StoriesChanged
from .reading_times import ReadingTimes


def without(rows: Rows, hidden: set[int]) -> Rows:
    """`rows` less the articles of `hidden`."""
    if not hidden:
        return rows
    kept = [(id_, time) for id_, time in zip(rows.ids, rows.times, strict=True) if id_ not in hidden]
    return Rows(array("q", [id_ for id_, _ in kept]), array("q", [time for _, time in kept]), rows.complete)


class Folding(ReadingTimes):
    """One row for the articles of several feeds on one event."""

    def load(self, scope: Scope, article_id: int | None = None) -> None:
        scope = replace(scope, stories=True)
        super().load(scope, self._row_of(article_id, scope) if article_id is not None else None)

    def _row_of(self, article_id: int, scope: Scope) -> int:
        """The article whose row stands for this one."""
        if not scope.folded:
            return article_id
        story = [head for head, _ in self.reader.story(article_id)]
        shown = [head for head in story if (scope.view is View.ALL or not head.read) and self.in_time(head)]
        return shown[0].id if shown else article_id

    def has_row(self, head: Head, rows: Rows | None = None) -> bool:
        """The article is a row of the list (or of `rows`), not one below it, nor behind it."""
        return r.index_of(self.listing.rows if rows is None else rows, head.sort_at, head.id) >= 0

    def take_in(self, new: Sequence[int]) -> None:
        super().take_in(new)
        self.count_new()

    # ---- stories have changed ----

    def keep_refreshing(self) -> None:
        super().keep_refreshing()
        self.reader.regrouped = self._regrouped

    def _regrouped(self) -> None:
        """Called from the background thread."""
        self.post_message(StoriesChanged())

    @on(StoriesChanged)
    def stories_changed(self) -> None:
        """Show the stories as the library has them now."""
        self.listing.changed()
        rows = self.listing.rows
        if self.scope.folded and rows.complete:
            self.run_worker(self._refold(self.scope), group="rows", exclusive=True, exit_on_error=False)
        elif self.listing.listed.stories:
            self.listing.renew(rows, self._place_in(rows), self._still_open(rows))

    async def _refold(self, scope: Scope) -> None:
        """Take what is behind another row now out of the list, and put in what no longer is."""
        before: Rows | None = None
        while before is not self.listing.rows:
            before = self.listing.rows
            rows = await asyncio.to_thread(self._folded, before, scope)
            if scope != self.scope:
                return
        self.listing.renew(rows, self._place_in(rows), self._still_open(rows))
        self.after_load()

    def _folded(self, rows: Rows, scope: Scope) -> Rows:
        stories = self.reader.library.stories
        found = without(r.union(rows, self.reader.rows(scope)), stories.hidden(scope))
        return without(found, stories.behind(frozenset(found.ids))) if scope.view is View.UNREAD else found

    def _place_in(self, rows: Rows) -> int:
        """Where the cursor's row is among `rows`, or the row that stands for it now."""
        wanted = self.listing.current_row
        if wanted is not None and self._index_in(rows, wanted) < 0:
            wanted = next((head.id for head, _ in self.reader.story(wanted) if self.has_row(head, rows)), None)
        return max(self._index_in(rows, wanted), 0)

    def _still_open(self, rows: Rows) -> list[OpenStory]:
        """The stories that stand open, as they are now."""
        found: dict[int, OpenStory] = {}
        for old in self.listing.listed.stories:
            for _, id_ in (old.lead, *old.members):
                story = [head for head, _ in self.reader.story(id_)]
                if (lead := next((head for head in story if self.has_row(head, rows)), None)) is not None:
                    found[lead.id] = OpenStory.below(lead, story)
                    break
        return list(found.values())

    def give_rows(self, heads: Sequence[Head]) -> None:
        """Put in articles that the list would not have: what was read, and is needed here."""
        if self.scope.folded and self.listing.rows.complete:
            rows = r.merge(self.listing.rows, heads)
            self.listing.renew(rows, self._place_in(rows))

    # ---- marks ----

    def ids_to_mark(self, head: Head, read: bool | None) -> Sequence[int]:
        """Reading a story's row has seen the story; the other articles stay within reach."""
        if read and head.others and self.scope.folded and self.has_row(head):
            return list(self.reader.library.stories.members(head.id)) or [head.id]
        return super().ids_to_mark(head, read)

    async def _undone(self, change: Change) -> None:
        await super()._undone(change)
        if change.label.endswith((" story", " stories")):
            self.stories_changed()
