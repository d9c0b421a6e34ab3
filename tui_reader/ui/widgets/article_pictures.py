"""Pictures in the article: off until they are asked for."""

from ...domain.document import Kind
from ...domain.layout import NO_PICTURES
from ...domain.pictures import Picture
from .article_moves import ArticleMoves


class ArticlePictures(ArticleMoves):
    """The key for pictures. `picturing` is whether they are wanted in the article on screen."""

    picturing = False

    def action_article_pictures(self) -> None:
        """Has the pictures fetched and shown, or hides them."""
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

    def _addresses(self) -> tuple[str, ...]:
        """The pictures' addresses in the order of the text, from where the reader is, and then those above it."""
        document = self.document
        here = self._anchor[0] if self._anchor else 0
        found = [
            (number < here, number, document.images[block.image].url)
            for number, block in enumerate(document.blocks)
            if block.kind is Kind.IMAGE and block.image is not None and block.image < len(document.images)
        ]
        return tuple(dict.fromkeys(url for _, _, url in sorted(found) if url))

    def show_picture(self, article_id: int, url: str, picture: Picture) -> None:
        """Draws a picture below its caption; dropped when it is not wanted any more."""
        if self.page is not None and self.page.article.id == article_id and self.picturing:
            self._draw({**self.pictures, url: picture})

    def no_pictures(self) -> None:
        """The text alone again."""
        self.picturing = False
        if self.pictures:
            self._draw({})

    def _draw(self, pictures: dict[str, Picture]) -> None:
        self.pictures = pictures or NO_PICTURES
        if self.shows_text:
            self._redraw(None if self._anchor else self.line_number)

    def _forget(self) -> None:
        super()._forget()
        self.picturing, self.pictures = False, NO_PICTURES
