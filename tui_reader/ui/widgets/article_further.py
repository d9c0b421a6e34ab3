"""The story in the article pane: put in when it is known, and chosen from."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.layout import Piece, width_of
from ...domain.stories import Said, place_of
from .article_body import Fixed
from .article_page import Part
from .article_typing import ArticleTyping

if TYPE_CHECKING:
    from .article_story import StoryBlock

OURS = "story:"
"""How a label names a sentence of the story; no link of an article begins so."""


class ArticleFurther(ArticleTyping):
    """What the story's articles say beside the one that is shown."""

    def set_story(self, article_id: int, story: "StoryBlock") -> bool:
        """Shows what is new about an article's story, without moving a line that is being read.

        True when that stands above what is seen. Dropped when another article is on screen by now.
        """
        if self.page is None or self.page.article.id != article_id:
            return False
        from .article_story import len_of_news

        line, (top, end), before = self.line_number, self._edges(), len_of_news(self.page)
        height, waits = self._stack.height, isinstance(self._stack.body, Fixed) and not self._stack.body.choices
        self.page = replace(self.page, story=story)
        if self.panel or waits:
            if not self.panel:
                self._redraw(line)
            return False
        if isinstance(self._stack.body, Fixed):
            self.chosen += len_of_news(self.page) - before
        self._restoring = True
        self.rebuild()
        inserted = self._edges()[0] - top if line else 0
        if line >= end:
            inserted = self._stack.height - height
        self.go_to(line + inserted)
        self._restoring = False
        return inserted > 0 and line < end

    def _edges(self) -> tuple[int, int]:
        """(lines above the text or the summary, lines down to its end)."""
        from .article_story import len_of_news

        body, top = self._stack.body, len(self._stack.top)
        if not isinstance(body, Fixed) or self.page is None or self.panel:
            return top, top + body.height
        before = len_of_news(self.page)
        own = len(self.page.summary.sentences) if self.page.summary is not None else 0
        first, last = body.rows(before)[0] if before else 0, sum(body.rows(before + own - 1))
        return top + first, top + last

    # ---- choosing ----

    def _take(self, choice: int) -> None:
        if self.panel or self.page is None or self.page.story is None:
            super()._take(choice)
            return
        from .article_story import chosen_of

        picked = chosen_of(self.page, choice)
        if isinstance(picked, Said):
            self.take_said(picked)
        else:
            super()._take(picked)
        self.chosen = choice

    def take_piece(self, piece: Piece) -> bool:
        """Goes to the sentence of the story that was clicked; False for any other piece."""
        if self.page is None or self.page.story is None:
            return False
        from .article_story import said_of

        said = said_of(self.page, piece)
        if said is not None:
            self.take_said(said)
        return said is not None

    def take_said(self, said: Said) -> None:
        """Goes to a sentence of the story, in the full text of its article."""
        if self.page is None or said.article_id != self.page.article.id:
            self.post_message(self.FurtherChosen(said))
            return
        self.show_said(said)

    def show_said(self, said: Said) -> None:
        """Sets a sentence of the article off in its full text, and scrolls to it."""
        self.set_mode("full")
        place = place_of(self.document.text(), said)
        if place is not None:
            self.highlight(*place)

    # ---- labels ----

    def _link_places(self) -> list[tuple[int, int, str, bool]]:
        found = super()._link_places()
        if self.page is None or self.page.story is None or not self.shows_text:
            return found
        from .article_story import LINKS

        for number in range(self.line_number, self.line_number + self.rows):
            cell = self._margin
            for piece in self.seen(number).pieces:
                if piece.role == Part.SOURCE and piece.link is not None:
                    found.append((number, cell, f"{OURS}{piece.link - LINKS}", cell > 0))
                cell += width_of(piece.text)
        return sorted(found, key=lambda place: place[:2])

    def follow(self, url: str) -> None:
        if url.startswith(OURS) and self.page is not None and self.page.story is not None:
            self.take_said(self.page.story.news.sentences[int(url.removeprefix(OURS))])
        else:
            super().follow(url)
