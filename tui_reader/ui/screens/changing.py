"""What a publisher changed in an article, against the texts that the library has kept of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from textual import on

from ...domain import rows as r
from ...domain.models import Article
from ..messages import ChangesFound
from ..widgets.article_messages import ArticleMessages
from .refreshing import Refreshing

if TYPE_CHECKING:
    from ...store.extras import Version
    from ..widgets.article_changes import Revision

AS_READ = -1
"""Instead of a version's number: the one that was read."""


class Changing(Refreshing):
    """The panel of changes, and texts that went out of date."""

    feed_text_of: int | None = None
    """The article of which the feed's text is on screen, or was last, though there is the page's."""
    _place_in_page = ""

    def action_changes(self) -> None:
        """What changed, in the text's place; a second time the text again."""
        if self.reading and self.view.panel == "changes":
            self.view.close_panel()
            return
        if not self.reading or self.shown is None:
            current = self.listing.current
            if current is None:
                self.say("There is no article here")
                return
            self.read(current)
        self._look_for_changes(AS_READ)

    @on(ArticleMessages.ChangesRequested)
    def _other_version(self, event: ArticleMessages.ChangesRequested) -> None:
        self._look_for_changes(event.version)

    def _look_for_changes(self, version: int) -> None:
        if self._wanted is not None:
            work = self._find_changes(self._wanted, version)
            self.run_worker(work, group="changes", exclusive=True, exit_on_error=False)

    async def _find_changes(self, article_id: int, version: int) -> None:
        article = await asyncio.to_thread(self.reader.article, article_id)
        if article is None:
            return
        revision = await asyncio.to_thread(self._revision_of, article, version)
        if revision is None:
            self.say("Nothing changed since this article was first fetched")
        else:
            self.post_message(ChangesFound(article_id, revision))

    def _revision_of(self, article: Article, number: int) -> "Revision | None":
        """Called on a thread: the older the article, the more texts there are to read."""
        from ...domain.changes import compare, compare_lines
        from ...domain.opening import opening
        from ...domain.places import places
        from ..widgets.article_changes import Revision, label

        versions = self.reader.library.versions(article.id)
        if not versions:
            return None
        stale = self.out_of_date(article)
        now, since = self.now(), ""
        if not 0 <= number < len(versions):
            number = as_read(versions, of_page=article.full_document is not None and not stale)
            since = _since(versions[number], now, self.tz)
        old = versions[number]
        title = title_then(versions, number) if since else old.title
        new = article.document if old.of_page else article.feed_document
        passages, apart = compare(old.document, new), new is not article.document
        seen = [r.long_age(int(one.until.timestamp()), int(now.timestamp()), self.tz) for one in versions]
        both = article.full_document is not None
        return Revision(
            title=compare_lines(title, article.head.title) if title not in ("", article.head.title) else (),
            passages=passages,
            since=since,
            seen=seen[number],
            note=self._note_on_feed(stale) if apart else "",
            earlier=tuple(
                label(when, one.title or opening(one.document.text()), _whose(one) if both else "")
                for when, one in zip(seen, versions, strict=True)
            ),
            number=number,
            places=places(passages, new, article.document) if apart else None,
        )

    def _note_on_feed(self, stale: bool) -> str:
        if not stale:
            return "These are the feed's words; the page's text is on screen."
        return f"The feed's text changed after the page was fetched: {self.key_for('full_text')} fetches it anew."

    @on(ChangesFound)
    def _changes_found(self, event: ChangesFound) -> None:
        if self.shown is not None and event.article_id == self.shown.id:
            self._leave_feed_text()
            self.view.show_changes(event.article_id, event.revision)

    # ---- texts that are not the one on screen ----

    def notice(self, article: Article) -> str:
        if not self.out_of_date(article):
            return super().notice(article)
        if article.full_reason:
            return f"The publisher changed this, and the page could not be fetched anew: {article.full_reason}"
        return f"The publisher changed this after it was fetched: {self.key_for('full_text')} fetches it anew"

    def fetched(self, before: Article | None, article: Article) -> str:
        if before is None or before.id != article.id or before.full_document is None:
            return super().fetched(before, article)
        if before.content_hash == article.content_hash:
            return "The page says what it said before"
        return f"The page has changed: {self.key_for('changes')} shows what"

    @on(ArticleMessages.FeedTextRequested)
    def _show_feed_text(self, event: ArticleMessages.FeedTextRequested) -> None:
        """A passage that the page's text does not have."""
        if self.shown is None or self.shown.full_document is None:
            return
        self.feed_text_of, self._place_in_page = self.shown.id, self.view.position
        back = f"This is what the feed carries: {self.key_for('full_text')} shows the page's text"
        self.view.show(replace(self.page(self.shown, back), article=replace(self.shown, full_document=None)))
        if 0 <= event.block < len(self.shown.feed_document.blocks):
            self.view.go_to_block(event.block)

    def _leave_feed_text(self) -> bool:
        """Back to the page's text, and the place in it; whether the feed's was on screen."""
        page, shown = self.view.page, self.shown
        if page is None or shown is None or page.article.id != shown.id or page.article.document is shown.document:
            return False
        self.view.show(self.page(shown))
        self.feed_text_of = None
        block, _, offset = self._place_in_page.partition(":")
        if offset:
            self.view.reveal(int(block), int(offset))
        else:
            self.view.go_to(0)
        return True

    def fetch_full_text(self, article: Article) -> None:
        if not self._leave_feed_text():
            super().fetch_full_text(article)

    def _request(self) -> None:
        if not self._leave_feed_text() and self.shown is not None and self.shown.id == self.feed_text_of:
            self.feed_text_of = None
        super()._request()


def as_read(versions: "Sequence[Version]", *, of_page: bool) -> int:
    """Which of them was read last, else the oldest: among the texts of the page or of the feed if there are any."""
    numbers = [n for n, one in enumerate(versions) if one.of_page is of_page] or list(range(len(versions)))
    return next((n for n in numbers if versions[n].read_at is not None), numbers[-1])


def title_then(versions: "Sequence[Version]", number: int) -> str:
    """The headline when a version was read, or else the first one: it may have changed before the text did."""
    read_at = versions[number].read_at
    if read_at is None:
        return versions[-1].title
    after = [one for one in versions if one.until.timestamp() > read_at] if read_at else []
    return after[-1].title if after else versions[number].title


def _since(version: "Version", now: datetime, tz: tzinfo | None) -> str:
    if version.read_at is None:
        return "it was first fetched"
    if not version.read_at:
        return "you read it"
    return f"you read it {day_of(version.read_at, now, tz)}"


def day_of(moment: int, now: datetime, tz: tzinfo | None) -> str:
    """When something was, in words: "2 h ago", "yesterday", "on Tuesday", "on 3 March"."""
    when, said = datetime.fromtimestamp(moment, tz), r.long_age(moment, int(now.timestamp()), tz)
    if said.endswith("days ago"):
        same = when.weekday() == now.astimezone(tz).weekday()
        return f"on {when.day} {when:%B}" if same else f"on {when:%A}"
    return said if said.endswith(("ago", "now", "yesterday")) else f"on {said}"


def _whose(version: "Version") -> str:
    return "page" if version.of_page else "feed"
