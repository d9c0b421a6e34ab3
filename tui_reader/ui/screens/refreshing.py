"""Refreshing: how it is begun, how far it is, and how what it brings comes into the list."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from ...domain.models import Article, Head, View
from ...reader import ReaderError
from ...store import LibraryError
from ..messages import ArticleRead, RefreshEnded, RefreshMoved, Trouble
from ..widgets.article_messages import ArticleMessages
from ..widgets.bars import TitleBar
from .summarising import Summarising

if TYPE_CHECKING:
    from ...domain.outcomes import Progress, RefreshReport

FLUSH = 0.25
"""Seconds between two times that new rows come into the list."""

LOOK = 300.0
"""Seconds between two looks for feeds that are due; how often a feed is, its own rhythm and the settings say."""


class Refreshing(Summarising):
    """Work with the network."""

    _refreshing = False
    _waiting: Sequence[int] = ()
    """Feeds to ask when the refresh that is under way has ended."""
    _fetching: int | None = None

    def keep_refreshing(self) -> None:
        """From time to time ask the feeds that are due, unless the user wants to be the one who asks."""
        if self.reader.config.refresh_minutes:
            self.set_interval(LOOK, lambda: self.start_refresh(manual=False))

    def start_refresh(self, feed_ids: Sequence[int] | None = None, *, manual: bool) -> None:
        """Ask the feeds (all of them, or these) for news."""
        if self._refreshing:
            if manual:
                self.say("A refresh is under way already")
            return
        if self.reader.library.read_only:
            if manual:
                self.say("The library can only be read: nothing can be fetched", error=True)
            return
        self._refreshing = True
        self._new: list[int] = []
        self.title_bar.tell(busy="⟳")
        work = self._refresh(feed_ids, manual)
        self.run_worker(work, group="refresh", exit_on_error=False)

    def ask_new(self) -> None:
        """Ask the feeds that were never asked, after what is under way."""
        new = [feed.id for feed in self.reader.feeds() if feed.checked is None]
        if self._refreshing:
            self._waiting = new
        elif new:
            self.start_refresh(new, manual=True)

    def _report(self, progress: "Progress") -> None:
        """Called from the refresh's own thread."""
        self.post_message(RefreshMoved(progress))

    async def _refresh(self, feed_ids: Sequence[int] | None, manual: bool) -> None:
        from ...domain.outcomes import RefreshReport

        try:
            report = await self.reader.refresh(feed_ids, manual=manual, progress=self._report)
        except (ReaderError, LibraryError) as error:
            report = None
            if manual:
                self.post_message(Trouble(str(error)))
        finally:
            self._refreshing = False
        self.post_message(RefreshEnded(report or RefreshReport(), manual and report is not None))

    @on(RefreshMoved)
    def _refresh_moved(self, event: RefreshMoved) -> None:
        progress = event.progress
        if self._refreshing:
            self.title_bar.tell(busy=f"⟳ {progress.done}/{progress.total} feeds", failing=progress.failing or None)
        if progress.new_ids:
            if not self._new:
                self.set_timer(FLUSH, self._take_in)
            self._new.extend(progress.new_ids)

    def _take_in(self) -> None:
        new, self._new = self._new, []
        self.take_in(new)

    def take_in(self, new: Sequence[int]) -> None:
        """Articles came: those that the list is of come into it, and nothing on the screen moves."""
        heads = [head for head in self.reader.heads(new) if self.belongs(head)]
        if heads and self.listing.add(heads):
            if self.shown is None and self.listing.current is not None:
                self.show(self.listing.current, opened=False)
            self.renew_place()
        self.marks_changed()

    def belongs(self, head: Head) -> bool:
        """The list is of such articles."""
        scope = self.scope
        if scope.query or scope.view in (View.STARRED, View.LATER) or (scope.view is View.UNREAD and head.read):
            return False
        if scope.feed_id is not None:
            return head.feed_id == scope.feed_id
        return scope.folder is None or scope.folder in self.folders_of(head.feed_id)

    def folders_of(self, feed_id: int) -> Sequence[str]:
        """The folders that a feed is in."""
        feed = self.reader.library.feed(feed_id)
        return feed.folders if feed is not None else ()

    @on(RefreshEnded)
    def _refresh_ended(self, event: RefreshEnded) -> None:
        if self._new:
            self._take_in()
        self.title_bar.tell(busy="")
        self.feeds_changed()
        if event.report.changed:
            self.listing.changed()
        if event.manual or event.report.new:
            told = _told(event.report, self.key_for("failures"))
            self.say(told, error=event.manual and (event.report.offline or _only_failed(event.report)))
        if not len(self.listing.rows):
            self.after_load()
        if self._waiting:
            self._waiting = ()
            self.ask_new()

    def action_refresh_all(self) -> None:
        if not self.reader.feeds():
            self.say(f"There are no feeds yet: {self.key_for('add')} adds one")
            return
        self.start_refresh(manual=True)

    def action_refresh_feed(self) -> None:
        feed_id = self.scope.feed_id
        head = self.listing.head(self.listing.cursor)
        if feed_id is None and head is not None:
            feed_id = head.feed_id
        if feed_id is None:
            self.action_refresh_all()
            return
        self.start_refresh([feed_id], manual=True)

    @on(TitleBar.FailingClicked)
    def _failing_clicked(self) -> None:
        self.app.run_worker(self.run_action("failures"), group="action", exit_on_error=False)

    # ---- full text ----

    @on(ArticleMessages.FullTextRequested)
    def action_full_text(self) -> None:
        """Fetch the page of the article on screen."""
        article = self.shown
        if article is None:
            self.say("There is no article here")
        elif not article.url:
            self.say("The feed gives no address for this article", error=True)
        elif self._fetching != article.id:
            self.fetch_full_text(article)

    def fetch_full_text(self, article: Article) -> None:
        """Fetch an article's page beside the screen."""
        self._fetching = article.id
        self.say("Fetching the full text …", stay=True)
        self.run_worker(self._full_text(article.id), group="full text", exclusive=True, exit_on_error=False)

    async def _full_text(self, article_id: int) -> None:
        try:
            article = await self.reader.full_text(article_id)
        except (ReaderError, LibraryError) as error:
            self.post_message(Trouble(str(error), article_id))
            kept = await asyncio.to_thread(self.reader.article, article_id)
            if kept is not None and kept.full_reason:
                self.post_message(ArticleRead(article_id, kept))
            return
        finally:
            self._fetching = None
        self.post_message(ArticleRead(article_id, article, fetched=True))

    def out_of_date(self, article: Article) -> bool:
        """The publisher changed the entry after the full text was fetched."""
        return article.full_document is not None and self.reader.library.is_stale(article.id)

    def now_reading(self, article: Article) -> None:
        super().now_reading(article)
        whole = article.full_document is not None or not article.head.teaser
        if (whole and not self.out_of_date(article)) or article.full_reason or not article.url:
            return
        feed = self.reader.library.feed(article.head.feed_id)
        wanted = (feed.full_text if feed is not None else "", self.reader.config.open_full_text)
        if "open" in wanted and self._fetching != article.id and not self.reader.library.read_only:
            self.fetch_full_text(article)


def _told(report: "RefreshReport", failures: str) -> str:
    """What a refresh did; `failures` is the key that shows why feeds fail."""

    def some(count: int, what: str) -> str:
        return f"{count} {what}{'' if count == 1 else 's'}"

    if report.offline:
        return "This machine has no network now: nothing was fetched"
    if not report.checked and report.skipped:
        title, reason = report.skipped[0]
        more = f", and {len(report.skipped) - 1} more" if len(report.skipped) > 1 else ""
        return f"Not asked again yet: {title} ({reason}){more}"
    if _only_failed(report) and len(report.failed) == 1:
        return f"{report.failed[0][0]}: {report.failed[0][1]}"
    if _only_failed(report):
        return f"None of {len(report.failed)} feeds could be fetched: {failures} says why"
    told = f"{some(report.new, 'new article') if report.new else 'Nothing new'} from {some(report.checked, 'feed')}"
    return told + (f", {len(report.failed)} failed" if report.failed else "")


def _only_failed(report: "RefreshReport") -> bool:
    return bool(report.failed) and len(report.failed) == report.checked
