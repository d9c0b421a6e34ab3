"""The words that carry the article in bold, for whoever skims it: off until asked for, found on a thread."""

import asyncio

from ...domain.document import Document
from .article_page import Page
from .article_paint import Mark
from .article_pictures import ArticlePictures

TERMS_DELAY = 0.05
"""Seconds before they are sought: moving on is never held up by it."""


def _marks(document: Document, title: str) -> dict[int, list[Mark]]:
    from ...summary.key_terms import document_terms

    found = document_terms(document, title)
    return {block: [Mark(start, end, "key-term") for start, end in spans] for block, spans in found.items()}


class ArticleTerms(ArticlePictures):
    """The key for them. `bold` is whether they are wanted, in this article and the next ones."""

    bold = False
    _bold_of: Document | None = None

    def show(self, page: Page) -> None:
        super().show(page)
        self._seek_terms()

    def action_key_terms(self) -> None:
        """Sets the terms in bold, or in plain again."""
        if self.page is None:
            return
        shown = self.shows_text or (self.mode == "full" and not self.panel)
        self.bold = not (self.bold and shown)
        if self.bold and not shown:
            self._to_text()
        self._say("key terms in bold" if self.bold else "key terms in plain")
        if not self.bold:
            self._bold, self._bold_of = {}, None
            self._strips.clear()
        self._seek_terms()

    def _seek_terms(self) -> None:
        if self.bold and self.page is not None and self._bold_of is not self.document:
            self._bold, self._bold_of = {}, self.document
            self.set_timer(TERMS_DELAY, self._find_terms)

    def _find_terms(self) -> None:
        if self.page is not None and self._bold_of is self.document:
            self.run_worker(
                self._bolden(self.document, self.page.article.head.title), group="key terms", exclusive=True
            )

    async def _bolden(self, document: Document, title: str) -> None:
        marks = await asyncio.to_thread(_marks, document, title)
        if self._bold_of is not document:
            return
        self._bold = marks
        if not marks:
            self._say("no key terms: the text is too short")
        self._strips.clear()
        self.refresh()

    def _forget(self) -> None:
        super()._forget()
        self._bold, self._bold_of = {}, None
