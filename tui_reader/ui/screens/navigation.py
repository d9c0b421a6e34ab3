"""Which articles are listed, which one is shown, and how one gets to the next."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from ...domain import rows as r
from ...domain.models import Article, Rows, Scope, View
from ..messages import ArticleRead
from ..widgets.article_list import ArticleList
from ..widgets.article_messages import ArticleMessages
from ..widgets.sources import SourcesList
from .desk import Desk

if TYPE_CHECKING:
    from ..widgets.article_page import Page

FIRST = 300
"""Rows that are read before the first paint; the rest follows."""

PAUSE = 0.06
"""Seconds that the cursor rests before the article pane follows it."""

LONG = 6000
"""Words from which an article is read from the library on a thread."""


class Navigation(Desk):
    """Loading lists, showing articles, moving between them."""

    _pending: Timer | None = None
    _wanted: int | None = None
    """The article that is to be shown; what comes for another one is dropped."""

    # ---- lists ----

    def load(self, scope: Scope, article_id: int | None = None) -> None:
        """List the articles of `scope`, the cursor on `article_id` when it is among them."""
        self.scope = scope
        rows = self.reader.rows(scope, limit=FIRST)
        index = self._index_in(rows, article_id)
        self.listing.set_rows(rows, max(index, 0))
        if not rows.complete:
            wanted = article_id if index < 0 else self.listing.current
            self.run_worker(self._complete(scope, wanted), group="rows", exclusive=True, exit_on_error=False)
        self.after_load()

    def after_load(self) -> None:
        """The list is another one. Beside it stands the article that is chosen in it, unless one is reading."""
        ready = self._view is not None and self._view.is_attached and self.focused is not self._view
        current = self.listing.current
        if ready and not self.narrow and current is not None and current != self._wanted:
            self.show(current, opened=False)
        else:
            self.renew_place()

    def renew_place(self) -> None:
        """Tell the article pane where its article stands, now that there are other rows around it."""
        old = self._view.page if self._view is not None and self._view.is_attached else None
        if old is None or self._view is None or self._view.panel or self.shown is None:
            return
        if old.article.id == self.shown.id:
            new = self.page(self.shown)
            page = replace(old, place=new.place, previous_title=new.previous_title, next_title=new.next_title)
            if page != old:
                self._view.show(page)

    async def _complete(self, scope: Scope, article_id: int | None) -> None:
        rows = await asyncio.to_thread(self.reader.rows, scope)
        if scope == self.scope:
            moved = self.listing.cursor > 0
            current = self.listing.current_row if moved else article_id
            self.listing.renew(rows, max(self._index_in(rows, current), 0))
            self.after_load()

    def _index_in(self, rows: Rows, article_id: int | None) -> int:
        if article_id is None:
            return -1
        heads = self.reader.heads([article_id])
        return r.index_of(rows, heads[0].sort_at, article_id) if heads else -1

    @on(SourcesList.Chosen)
    def _source_chosen(self, event: SourcesList.Chosen) -> None:
        self.focus_list()
        self.load(event.scope)

    def _change_view(self, view: View) -> None:
        keep = self.listing.current
        self.focus_list()
        self.load(Scope(view, self.scope.feed_id, self.scope.folder) if not self.scope.query else Scope(view), keep)

    def action_view_unread(self) -> None:
        self._change_view(View.UNREAD)

    def action_view_all(self) -> None:
        self._change_view(View.ALL)

    def action_view_starred(self) -> None:
        self._change_view(View.STARRED)

    def action_view_later(self) -> None:
        self._change_view(View.LATER)

    # ---- the article pane ----

    @on(ArticleList.Moved)
    def _cursor_moved(self, event: ArticleList.Moved) -> None:
        if self._pending is not None:
            self._pending.stop()
            self._pending = None
        self._pending = self.set_timer(PAUSE, self._look)

    def _look(self) -> None:
        self._pending = None
        self.listing.show_place()
        current = self.listing.current
        if current is not None and current != self._wanted and (self.reading or not self.narrow):
            self.show(current, opened=self.reading)

    @on(ArticleList.Opened)
    def _row_opened(self, event: ArticleList.Opened) -> None:
        self.read(event.article_id)

    def read(self, article_id: int) -> None:
        """Show an article and go to it."""
        self.focus_article()
        self.show(article_id, opened=True)

    def show(self, article_id: int, *, opened: bool) -> None:
        """Show an article; `opened` when it is being read, not only looked at in passing."""
        if self._wanted == article_id and self.shown is not None and self.shown.id == article_id:
            if opened and not self.opened:
                self.opened = True
                self.now_reading(self.shown)
            return
        self._wanted, self.opened = article_id, opened
        head = self.listing.head(self.listing.cursor) if self.listing.current == article_id else None
        if head is not None and head.words > LONG:
            self.run_worker(self._read_long(article_id), group="article", exclusive=True, exit_on_error=False)
            return
        article = self.reader.article(article_id)
        if article is None:
            self.say("This article is no longer in the library", error=True)
            return
        self._put(article)

    async def _read_long(self, article_id: int) -> None:
        article = await asyncio.to_thread(self.reader.article, article_id)
        if article is not None:
            self.post_message(ArticleRead(article_id, article))

    @on(ArticleRead)
    def _article_read(self, event: ArticleRead) -> None:
        if event.article_id == self._wanted:
            before = self.shown
            if event.fetched:
                self.listing.put(event.article.head)
            self._put(event.article)
            if event.fetched:
                self.say(self.fetched(before, event.article))

    def _put(self, article: Article, notice: str = "") -> None:
        self.shown = article
        self.view.show(self.page(article, notice))
        self.now_showing(article)
        if self.opened:
            self.now_reading(article)

    def page(self, article: Article, notice: str = "") -> "Page":
        """What the article pane needs to show `article`."""
        from ..widgets.article_page import Page

        index = self.listing.index_of(article.head)
        beside = self.listing.listed.beside
        before, after = (self.listing.head(beside(index, by)) if index >= 0 else None for by in (-1, 1))
        return Page(
            article=article,
            place=self.listing.place_of(index) if index >= 0 else "",
            age=r.long_age(article.head.sort_at, int(self.now().timestamp()), self.tz),
            previous_title=before.title if before is not None else "",
            next_title=after.title if after is not None else "",
            mode=self.mode,
            summary=None,
            notice=notice or self.notice(article),
            position=article.position,
            keys=self.shown_keys,
        )

    def notice(self, article: Article) -> str:
        """A line above an article's text, "" for none."""
        return "" if article.full_document else article.full_reason

    def fetched(self, before: Article | None, article: Article) -> str:
        """What is said when an article's page has been fetched."""
        return "Full text fetched"

    def now_showing(self, article: Article) -> None:
        """The article is in the article pane."""

    def now_reading(self, article: Article) -> None:
        """The article is open: what is marked, fetched and prepared then."""

    # ---- next and previous ----

    def go(self, index: int) -> None:
        """Read the article at `index` of the list, open stories included, in the pane that has the focus."""
        if self.narrow:
            self.focus_article()
        self.listing.cursor = index
        if (current := self.listing.current) is not None:
            self.show(current, opened=True)

    def _step(self, by: int) -> None:
        index = self.listing.listed.beside(self.listing.cursor, by) if self.listing.current is not None else -1
        if index >= 0:
            self.go(index)
        elif not len(self.listing.rows):
            self.say("There is nothing here")
        else:
            self.say("This is the last article" if by > 0 else "This is the first article")

    @on(ArticleMessages.NextRequested)
    def action_next_article(self) -> None:
        self._step(1)

    @on(ArticleMessages.PreviousRequested)
    def action_previous_article(self) -> None:
        self._step(-1)

    @on(ArticleMessages.NextUnreadRequested)
    def action_next_unread(self) -> None:
        self._step_unread(1)

    def action_previous_unread(self) -> None:
        self._step_unread(-1)

    def _step_unread(self, by: int) -> None:
        listed, here = self.listing.listed, self.listing.cursor
        first = self.listing.head(here)
        if by > 0 and first is not None and not first.read and not self.opened:
            self.go(here)
            return
        index = r.next_unread(listed.ids, here, by, self._unread_flags)
        if index is None:
            index = self._far_unread(here, by)
        if index >= 0:
            self.go(index)
        else:
            self.say(f"Nothing unread {'below' if by > 0 else 'above'}")

    def _unread_flags(self, ids: Sequence[int]) -> list[bool]:
        unread = {head.id for head in self.reader.heads(ids) if not head.read}
        return [id_ in unread for id_ in ids]

    def _far_unread(self, here: int, by: int) -> int:
        listed = self.listing.listed
        place, _ = listed.place(here)
        unread = self.reader.rows(replace(self.scope, view=View.UNREAD))
        at = r.position(unread, listed.rows.times[place], listed.rows.ids[place])
        while 0 <= at + min(by, 0) < len(unread):
            at += min(by, 0)
            index = listed.find(unread.times[at], unread.ids[at])
            if index >= 0 and (index - here) * by > 0:
                return index
            at += max(by, 0)
        return -1
