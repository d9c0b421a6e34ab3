"""The summary in the article's place: turned on and off, made longer and shorter, made ahead for the next article."""

from typing import ClassVar

from textual import on

from ...domain.models import Article, SummaryState
from ...reader import ReaderError
from ..messages import NoSummary, SummaryMade
from ..widgets.article_messages import ArticleMessages
from .marking import Marking

USUAL_LENGTH = 3
"""Where `+` and `-` begin when no summary is on screen yet."""


class Summarising(Marking):
    """Summary mode."""

    LENGTHS: ClassVar[range] = range(1, 10)
    """How many sentences a summary may have."""

    _length: int | None = None
    """Sentences, once the user has asked for more or fewer than the settings, or an article's length, say."""

    @on(ArticleMessages.SummaryRequested)
    def action_summary(self) -> None:
        """Summary or full text, from now on."""
        current = self.listing.current
        if current is None and self.shown is None:
            self.say("There is no article here")
            return
        if self.narrow and not self.reading and current is not None:
            self.mode = "summary"
            self.read(current)
        else:
            if self.shown is None and current is not None:
                self.show(current, opened=False)
            self.mode = "full" if self.view.mode == "summary" else "summary"
        self.view.set_mode(self.mode)
        self._request()

    @on(ArticleMessages.SummaryLengthRequested)
    def _other_length(self, event: ArticleMessages.SummaryLengthRequested) -> None:
        length = (self._length or self.reader.config.summary_sentences or self._shown_length()) + event.delta
        if length in self.LENGTHS:
            self._length = length
            self._request()

    def _shown_length(self) -> int:
        """The length that the reader itself gave the summary on screen."""
        summary = self.view.page.summary if self.view.page is not None else None
        chosen = summary is not None and summary.state is SummaryState.SUMMARY
        return len(summary.sentences) if chosen and summary is not None else USUAL_LENGTH

    @on(ArticleMessages.HighlightsChanged)
    def _other_highlights(self, event: ArticleMessages.HighlightsChanged) -> None:
        if event.lit:
            self.mode = "full"
            self._request()

    def now_showing(self, article: Article) -> None:
        super().now_showing(article)
        self._request()

    def _request(self) -> None:
        """Have the summary of the article on screen made, and after it the next one's."""
        if self.shown is not None and (self.mode == "summary" or self.view.lit):
            work = self._summarise(self.shown.id, self.listing.cursor)
            self.run_worker(work, group="summary", exclusive=True, exit_on_error=False)

    async def _summarise(self, article_id: int, index: int) -> None:
        try:
            self.post_message(SummaryMade(article_id, await self.reader.summary(article_id, self._length)))
        except ReaderError as error:
            self.post_message(NoSummary(article_id, str(error)))
            return
        following = self.listing.head(self.listing.listed.beside(index, 1))
        if following is not None:
            try:
                await self.reader.summary(following.id, self._length)
            except ReaderError:
                return

    @on(SummaryMade)
    def _summary_made(self, event: SummaryMade) -> None:
        if self.shown is not None and event.article_id == self.shown.id:
            self.view.set_summary(event.article_id, event.summary)

    @on(NoSummary)
    def _no_summary(self, event: NoSummary) -> None:
        if self.shown is not None and event.article_id == self.shown.id:
            self.say(event.reason, error=True)
            self.view.no_summary(event.article_id, event.reason)
