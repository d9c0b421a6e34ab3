"""Pictures in the article: off until they are asked for, then on until they are not wanted any more."""

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.document import Kind
from ...domain.layout import NO_PICTURES, Piece
from ...domain.pictures import Bitmap, Picture, Place
from ...domain.text import clean_line
from .article_moves import ArticleMoves
from .article_page import Mode

if TYPE_CHECKING:
    from ..terminal_pictures import TerminalPictures


class ArticlePictures(ArticleMoves):
    """The key for pictures. `picturing` is whether they are wanted, in this article and the next ones."""

    picturing = False
    _terminal: "TerminalPictures | None" = None
    _over = False

    def action_article_pictures(self) -> None:
        """Has the pictures fetched and shown, of the next articles too; or hides them, and fetches no more."""
        if self.page is None:
            return
        if self.picturing:
            self.no_pictures()
            self.post_message(self.PicturesRequested(()))
        elif urls := self._addresses():
            self._to_text()
            self.picturing = True
            self.post_message(self.PicturesRequested(urls))
        else:
            self._say("no pictures in this text")

    def ask_for_pictures(self) -> None:
        """Has those fetched that are wanted and not there yet."""
        if self.picturing and self.shows_text and (urls := self._addresses()):
            self.post_message(self.PicturesRequested(urls, by_key=False))

    def _addresses(self) -> tuple[str, ...]:
        """The missing pictures' addresses in the order of the text, from where the reader is, then those above it."""
        document = self.document
        here = self._anchor[0] if self._anchor else 0
        found = [
            (number < here, number, document.images[block.image].url)
            for number, block in enumerate(document.blocks)
            if block.kind is Kind.IMAGE and block.image is not None and block.image < len(document.images)
        ]
        return tuple(dict.fromkeys(url for _, _, url in sorted(found) if url and url not in self.pictures))

    def show_picture(self, article_id: int, url: str, picture: Picture | Bitmap) -> None:
        """Draws a picture below its caption; dropped when it is not wanted any more."""
        if self.page is None or self.page.article.id != article_id or not self.picturing or url in self.pictures:
            return
        if isinstance(picture, Bitmap):
            picture = replace(picture, id=self._with_terminal().add(picture.png))
        self._draw({**self.pictures, url: picture})

    def no_pictures(self) -> None:
        """The text alone again."""
        self.picturing = False
        if self.pictures:
            self._draw({})
        self._drop()

    def end_pictures(self) -> None:
        """The reader ends: the terminal is to forget the pictures."""
        self._over = True
        self._drop()

    def _draw(self, pictures: Mapping[str, Picture | Bitmap]) -> None:
        self.pictures = pictures or NO_PICTURES
        if self.shows_text:
            self._redraw(None if self._anchor else self.line_number)

    def _forget(self) -> None:
        super()._forget()
        self.pictures = NO_PICTURES
        self._drop()

    def set_mode(self, mode: Mode) -> None:
        super().set_mode(mode)
        self.ask_for_pictures()

    def on_show(self) -> None:
        self.ask_for_pictures()

    def on_hide(self) -> None:
        """The article is left, for the list in its place."""
        if self.picturing:
            self.post_message(self.PicturesRequested((), by_key=False))

    def told_of(self, url: str) -> str:
        """What is said of a picture under the mouse."""
        alt = next((clean_line(image.alt) for image in self.document.images if image.url == url and image.alt), "")
        return f"{alt} · {url}" if alt else url

    # ---- those that the terminal draws itself ----

    def picture_needed(self, piece: Piece) -> None:
        if not self._over:
            self._with_terminal().need(Place.of(piece.colours))

    def _with_terminal(self) -> "TerminalPictures":
        if self._terminal is None:
            from ...domain.placeholders import in_tmux
            from ..terminal_pictures import TerminalPictures

            few = self.app.console.color_system != "truecolor"
            self._terminal = TerminalPictures(self._write, few=few, tmux=in_tmux(os.environ))
            self.app.app_suspend_signal.subscribe(self, lambda _: self._with_terminal().leave(), immediate=True)
            self.app.app_resume_signal.subscribe(self, lambda _: self._come_back(), immediate=True)
        return self._terminal

    def _come_back(self) -> None:
        self._with_terminal().come_back()
        self.refresh()

    def _write(self, text: str) -> None:
        """Past Textual's renderer, which has no way for this, into the queue that its own bytes go through."""
        if (driver := self.app._driver) is not None:
            driver.write(text)

    def _drop(self) -> None:
        if self._terminal is not None:
            self._terminal.drop()
