"""The pictures of the article on screen, fetched when they are asked for and never by themselves."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from ...domain.models import Article
from ...domain.pictures import Picture
from ...reader import ReaderError
from ...store import LibraryError
from ..widgets.article_messages import ArticleMessages
from .changing import Changing

GROUP = "pictures"


@dataclass
class PictureMade(Message):
    """A picture of an article is there."""

    article_id: int
    url: str
    picture: Picture


@dataclass
class PicturesEnded(Message):
    """No more come. `reasons`: why some do not; `refused`: none may be shown."""

    article_id: int
    reasons: tuple[str, ...]
    refused: bool = False


class Picturing(Changing):
    """What the key for pictures does."""

    @on(ArticleMessages.PicturesRequested)
    def _pictures_requested(self, event: ArticleMessages.PicturesRequested) -> None:
        self.workers.cancel_group(self, GROUP)
        if not event.urls or self.shown is None:
            self.say("")
        elif not self._has_colours():
            self.post_message(PicturesEnded(self.shown.id, ("pictures need a terminal with 256 colours",), True))
        else:
            count = len(event.urls)
            self.say(f"Fetching {count} picture{'s' if count > 1 else ''} …", stay=True)
            work = self._pictures(self.shown.id, event.urls)
            self.run_worker(work, group=GROUP, exclusive=True, exit_on_error=False)

    def _has_colours(self) -> bool:
        """In 16 colours, or in none, a picture is not to be made out."""
        return "NO_COLOR" not in os.environ and self.app.console.color_system in ("256", "truecolor")

    async def _pictures(self, article_id: int, urls: Sequence[str]) -> None:
        def made(url: str, picture: Picture) -> None:
            self.post_message(PictureMade(article_id, url, picture))

        try:
            ended = PicturesEnded(article_id, await self.reader.pictures(article_id, urls, made))
        except (ReaderError, LibraryError) as error:
            ended = PicturesEnded(article_id, (str(error),), True)
        self.post_message(ended)

    @on(PictureMade)
    def _picture_made(self, event: PictureMade) -> None:
        self.view.show_picture(event.article_id, event.url, event.picture)

    @on(PicturesEnded)
    def _pictures_ended(self, event: PicturesEnded) -> None:
        if self.shown is None or self.shown.id != event.article_id or not self.view.picturing:
            return
        drawn, failed = len(self.view.pictures), len(event.reasons)
        if not drawn:
            self.view.no_pictures()
        if event.refused:
            self.say(event.reasons[0], error=True)
        elif failed:
            others = f"{failed} of {drawn + failed} pictures" if drawn + failed > 1 else "the picture"
            self.say(f"Not shown: {others}: {event.reasons[0]}", error=not drawn)
        else:
            self.say(f"{self.key_for('article_pictures')} hides the pictures")

    def now_showing(self, article: Article) -> None:
        if not self.view.picturing and self.workers.cancel_group(self, GROUP):
            self.say("")
        super().now_showing(article)
