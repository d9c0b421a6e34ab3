"""The pictures of the article on screen, fetched while they are wanted and never before."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.timer import Timer

from ...domain.models import Article
from ...reader import ReaderError
from ...store import LibraryError
from ..widgets.article_messages import ArticleMessages
from .changing import Changing

if TYPE_CHECKING:
    from ...domain.pictures import Bitmap, Picture

GROUP = "pictures"

PAUSE = 0.4
"""Seconds that an article is open before its pictures are fetched: whoever leafs through fetches none."""


@dataclass
class PictureMade(Message):
    """A picture of an article is there."""

    article_id: int
    url: str
    picture: "Picture | Bitmap"


@dataclass
class PicturesEnded(Message):
    """No more come. `reasons`: why some do not; `refused`: none may be shown."""

    article_id: int
    reasons: tuple[str, ...]
    refused: bool = False
    by_key: bool = True


class Picturing(Changing):
    """What the key for pictures does."""

    _pause: Timer | None = None
    _pictures_of = 0
    """The article whose pictures are on their way."""

    @on(ArticleMessages.PicturesRequested)
    def _pictures_requested(self, event: ArticleMessages.PicturesRequested) -> None:
        if event.urls and not event.by_key and self.shown is not None and self.shown.id == self._pictures_of:
            return
        self._stop_fetching()
        if not event.urls or self.shown is None:
            self.say("Pictures are off" if event.by_key else "")
        elif not self._has_colours():
            self.post_message(PicturesEnded(self.shown.id, ("pictures need a terminal with 256 colours",), True))
        else:
            if event.by_key:
                count = len(event.urls)
                self.say(f"Fetching {count} picture{'s' if count > 1 else ''} …", stay=True)
            self._pictures_of = self.shown.id
            work = self._pictures(self.shown.id, event.urls, event.by_key)
            self.run_worker(work, group=GROUP, exclusive=True, exit_on_error=False)

    def _has_colours(self) -> bool:
        """In 16 colours, or in none, a picture is not to be made out."""
        return "NO_COLOR" not in os.environ and self.app.console.color_system in ("256", "truecolor")

    def _cell(self) -> tuple[int, int] | None:
        """Pixels of a cell when the terminal draws pictures itself, None when half-blocks are drawn."""
        from ...domain.placeholders import understood
        from ..terminal_pictures import cell_pixels

        style = self.reader.config.image_style
        if style == "auto" and (self.app.is_headless or self.app.is_web):
            return None
        return cell_pixels() if understood(os.environ, style) else None

    async def _pictures(self, article_id: int, urls: Sequence[str], by_key: bool) -> None:
        def made(url: str, picture: "Picture | Bitmap") -> None:
            self.post_message(PictureMade(article_id, url, picture))

        try:
            reasons = await self.reader.pictures(article_id, urls, made, cell=self._cell())
            ended = PicturesEnded(article_id, reasons, by_key=by_key)
        except (ReaderError, LibraryError) as error:
            ended = PicturesEnded(article_id, (str(error),), True)
        self.post_message(ended)

    @on(PictureMade)
    def _picture_made(self, event: PictureMade) -> None:
        self.view.show_picture(event.article_id, event.url, event.picture)

    @on(PicturesEnded)
    def _pictures_ended(self, event: PicturesEnded) -> None:
        if event.article_id == self._pictures_of:
            self._pictures_of = 0
        if self.shown is None or self.shown.id != event.article_id or not self.view.picturing:
            return
        drawn, failed = len(self.view.pictures), len(event.reasons)
        if event.refused or (event.by_key and not drawn):
            self.view.no_pictures()
        if event.refused:
            self.say(event.reasons[0], error=True)
        elif failed and (event.by_key or not drawn):
            others = f"{failed} of {drawn + failed} pictures" if drawn + failed > 1 else "the picture"
            self.say(f"Not shown: {others}: {event.reasons[0]}", error=event.by_key and not drawn)
        elif event.by_key:
            self.say(f"Pictures stay on · {self.key_for('article_pictures')} hides them")

    def _stop_fetching(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self._pictures_of = 0
        if self.workers.cancel_group(self, GROUP):
            self.say("")

    def now_showing(self, article: Article) -> None:
        self._stop_fetching()
        super().now_showing(article)

    def now_reading(self, article: Article) -> None:
        super().now_reading(article)
        if self.view.picturing:
            self._pause = self.set_timer(PAUSE, self.view.ask_for_pictures)

    def put_pictures_away(self) -> None:
        """Before the reader ends."""
        if self._view is not None:
            self._view.end_pictures()
