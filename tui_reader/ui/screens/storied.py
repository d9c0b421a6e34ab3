"""Stories in the list: one row for the articles of several feeds on one event, told apart and joined as one wants."""

import asyncio
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from ...domain import rows as r
from ...domain.models import Article, Change, Head, Rows, Scope, View
from ...store import LibraryError
from ..messages import StoriesChanged
from .describing import Describing

if TYPE_CHECKING:
    from .panels import Paragraph


def without(rows: Rows, hidden: set[int]) -> Rows:
    """`rows` less the articles of `hidden`."""
    kept = [(id_, time) for id_, time in zip(rows.ids, rows.times, strict=True) if id_ not in hidden]
    return Rows(array("q", [id_ for id_, _ in kept]), array("q", [time for _, time in kept]), rows.complete)


class Storied(Describing):
    """The rows of stories."""

    def load(self, scope: Scope, article_id: int | None = None) -> None:
        scope = replace(scope, stories=True)
        super().load(scope, self._row_of(article_id, scope) if article_id is not None else None)

    def _row_of(self, article_id: int, scope: Scope) -> int:
        """The article whose row stands for this one."""
        if not scope.folded:
            return article_id
        story = [head for head, _ in self.reader.story(article_id)]
        shown = [head for head in story if scope.view is View.ALL or not head.read]
        return shown[0].id if shown else article_id

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
    def _stories_changed(self) -> None:
        self.listing.changed()
        if self.scope.folded and self.listing.rows.complete:
            self.run_worker(self._refold(self.scope), group="rows", exclusive=True, exit_on_error=False)

    async def _refold(self, scope: Scope) -> None:
        """Take what is behind another row now out of the list, and put in what no longer is."""
        before: Rows | None = None
        while before is not self.listing.rows:
            before = self.listing.rows
            rows = await asyncio.to_thread(self._folded, before, scope)
            if scope != self.scope:
                return
        current = self.listing.current
        wanted = current
        if current is not None and self._index_in(rows, current) < 0:
            story = [head for head, _ in self.reader.story(current)]
            wanted = next((head.id for head in story if self._index_in(rows, head.id) >= 0), None)
        self.listing.renew(rows, max(self._index_in(rows, wanted), 0))
        self.after_load()

    def _folded(self, rows: Rows, scope: Scope) -> Rows:
        hidden = self.reader.library.stories.hidden(scope)
        return without(r.union(rows, self.reader.rows(scope)), hidden)

    # ---- marks ----

    def ids_to_mark(self, head: Head, read: bool | None) -> Sequence[int]:
        """Reading a story's row has seen the story; the other articles stay within reach."""
        if read and head.others and self.scope.folded and self.listing.index_of(head) >= 0:
            return list(self.reader.library.stories.members(head.id)) or [head.id]
        return super().ids_to_mark(head, read)

    def _undone(self, change: Change) -> None:
        super()._undone(change)
        if change.label.endswith((" story", " stories")):
            self._stories_changed()

    # ---- looking into a story ----

    def action_story(self) -> None:
        """The articles of the story, and why they are one."""
        from .sources_panel import SourcesPanel

        if (head := self._target()) is None:
            return
        story = self.reader.story(head.id)
        if story:
            self.app.push_screen(SourcesPanel(story), self._article_chosen)
        else:
            self.say("No other feed has this story")

    def _article_chosen(self, article_id: int | None) -> None:
        if article_id is not None:
            self.read(article_id)

    def _reasons(self, article: Article) -> "list[Paragraph]":
        from .panels import Paragraph

        found = super()._reasons(article)
        story = self.reader.story(article.id)
        told = [f"{head.feed}: {head.title}" + (f"\n  {why}" if why else "") for head, why in story]
        return [*found, Paragraph("One story with", "\n".join(told))] if told else found

    def action_split_story(self) -> None:
        """Take the article out of its story."""
        if (head := self._target()) is not None:
            self._decide(lambda: self.reader.library.stories.split(head.id))

    def action_join_story(self) -> None:
        """Make one story of this row and the one above."""
        above, here = (self.listing.head(self.listing.cursor - by) for by in (1, 0))
        if above is None or here is None:
            self.say("There is no row above this one")
        else:
            self._decide(lambda: self.reader.library.stories.join(here.id, above.id))

    def _decide(self, decide: Callable[[], Change]) -> None:
        try:
            change = decide()
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        self.say(change.label, undo=bool(change.ids))
        if change.ids:
            self._stories_changed()
