"""Why an article is here, which feeds fail, which keys there are; and what is done with links and positions."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import SuspendNotSupported

from ...domain import rows as r
from ...domain.models import Article, Feed
from ...reader import ReaderError
from ...store import LibraryError
from ..widgets.article_messages import ArticleMessages
from .subscribing import Subscribing

if TYPE_CHECKING:
    from .panels import Paragraph


class About(Subscribing):
    """Links, positions, and the panels that explain."""

    _position: tuple[int, str] | None = None

    # ---- links ----

    def _current(self) -> Article | None:
        """The article that a key is about."""
        if self.shown is not None and (self.reading or self.listing.current == self.shown.id):
            return self.shown
        article = self.reader.article(self.listing.current) if self.listing.current is not None else None
        if article is None:
            self.say("There is no article here")
        return article

    def action_open_browser(self) -> None:
        if (article := self._current()) is not None:
            self._open(article.url)

    @on(ArticleMessages.LinkChosen)
    def _link_chosen(self, event: ArticleMessages.LinkChosen) -> None:
        self._open(event.url)

    def _open(self, url: str) -> None:
        if not url:
            self.say("The feed gives no address for this article", error=True)
            return
        try:
            self.reader.open_link(url, suspend=self.app.suspend)
        except (ReaderError, SuspendNotSupported) as error:
            self.say(str(error), error=True)
        else:
            self.say(f"Opened {url}")

    def action_copy_link(self) -> None:
        if (article := self._current()) is None:
            return
        if article.url:
            self.app.copy_to_clipboard(article.url)
            self.say(f"Copied {article.url}")
        else:
            self.say("The feed gives no address for this article", error=True)

    # ---- positions ----

    @on(ArticleMessages.PositionChanged)
    def _position_changed(self, event: ArticleMessages.PositionChanged) -> None:
        if event.article_id == self.feed_text_of:
            return
        if self._position is None:
            self.set_timer(1.0, self.save_position)
        elif self._position[0] != event.article_id:
            self.save_position()
        self._position = (event.article_id, event.position)

    def save_position(self) -> None:
        """Write down where in the article one is."""
        if self._position is None:
            return
        (article_id, position), self._position = self._position, None
        if self.reader.library.read_only:
            return
        try:
            self.reader.save_position(article_id, position)
        except LibraryError as error:
            self.say(str(error), error=True)

    # ---- panels ----

    def action_help(self) -> None:
        from .help import HelpPanel

        self.app.push_screen(HelpPanel(self._place, self.reader.config.keys))

    def action_failures(self) -> None:
        from .panels import Paragraph, TextPanel

        failing = [feed for feed in self.reader.feeds() if feed.error or feed.gone]
        if not failing and not self.problems:
            self.say("No feed fails")
            return
        parts = [Paragraph("Settings", "\n".join(self.problems))] if self.problems else []
        parts += [Paragraph(feed.title or feed.url, self._failure(feed)) for feed in failing]
        self.app.push_screen(TextPanel("Feeds that fail" if failing else "What is wrong", parts))

    def _failure(self, feed: Feed) -> str:
        told = [feed.url, feed.error or "The publisher has closed this feed"]
        if feed.next_check is not None and not feed.gone:
            told.append(f"Next try: {feed.next_check.astimezone(self.tz):%A %H:%M}")
        return "\n".join(told)

    def action_why(self) -> None:
        article = self._current()
        if article is not None:
            from .panels import TextPanel

            self.app.push_screen(TextPanel("Why is this here?", self._reasons(article)))

    def _reasons(self, article: Article) -> "list[Paragraph]":
        from .panels import Paragraph

        head = article.head
        now = int(self.now().timestamp())
        feed = self.reader.library.feed(head.feed_id)
        source = [f"{feed.title or feed.url}\n{feed.url}" if feed is not None else head.feed]
        if feed is not None and feed.checked is not None:
            source.append(f"Last asked {r.long_age(int(feed.checked.timestamp()), now, self.tz)}")
        if feed is not None and feed.error:
            source.append(f"Fails: {feed.error}")
        moments = {
            "Listed at": datetime.fromtimestamp(head.sort_at, self.tz),
            "Published": article.published and article.published.astimezone(self.tz),
            "Updated": article.updated and article.updated.astimezone(self.tz),
        }
        if article.published is not None and int(article.published.timestamp()) == head.sort_at:
            del moments["Listed at"]
        dates = [f"{what} {when:%H:%M, %A, %d %B %Y}" for what, when in moments.items() if when is not None]
        text = "From the article's page" if article.full_document else "From the feed"
        return [
            Paragraph("You follow", "\n".join(source)),
            Paragraph("Article", "\n".join([article.url or "(no address)", *dates])),
            Paragraph(
                "Text",
                f"{text}: {article.document.words()} words, {article.document.status.value}"
                + (f"\n{article.full_reason}" if article.full_reason else ""),
            ),
            Paragraph("Summary", "Made on this machine, of the article's own sentences; nothing is sent anywhere"),
        ]
