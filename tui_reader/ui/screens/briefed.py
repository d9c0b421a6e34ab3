"""The briefing and the edition, seen from the main screen: made, opened, left, and come back to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual import on

from ...domain.models import Article
from ...reader import ReaderError
from ...store import LibraryError
from ..messages import PaperMade, Trouble
from .comparing import Comparing

if TYPE_CHECKING:
    from ...domain.briefings import Paper
    from ..widgets.article_page import Page
    from .briefing import Leaving

DAY = timedelta(days=1)
LONGEST = timedelta(days=7)
"""What came before that is no news."""

MINUTES = "5"
"""The first time that a time budget is asked for."""


class Briefed(Comparing):
    """What comes in a briefing. While an article from it is open, next and previous are the briefing's."""

    _paper: "Paper | None" = None
    _story = 0
    """Index of the story in `_paper` that is open."""
    _from_briefing: int | None = None
    """The article that was opened from the briefing."""
    _scrolled: int | None = None

    @property
    def in_briefing(self) -> bool:
        """An article from the briefing is being read."""
        shown = self.shown.id if self.shown is not None else None
        return self.reading and self._paper is not None and shown is not None and shown == self._from_briefing

    # ---- making one ----

    def action_briefing(self) -> None:
        self._make(None)

    def action_time_budget(self) -> None:
        from .panels import AskPanel

        value = self.reader.get_state("minutes") or MINUTES
        panel = AskPanel("How many minutes do you have?", "The best of what is unread, and then an end", value=value)
        self.app.push_screen(panel, self._minutes_chosen)

    def _minutes_chosen(self, answer: str | None) -> None:
        if answer is None:
            return
        try:
            minutes = float(answer.replace(",", ".").lower().removesuffix("min").strip())
        except ValueError:
            minutes = 0.0
        if not 0.5 <= minutes <= 600:
            self.say("A number of minutes, such as 5", error=True)
            return
        if not self.reader.library.read_only:
            self.reader.set_state("minutes", f"{minutes:g}")
        self._make(minutes)

    def _make(self, minutes: float | None) -> None:
        self.say("Reading the news …", stay=True)
        self.run_worker(self._made(minutes), group="briefing", exclusive=True, exit_on_error=False)

    async def _made(self, minutes: float | None) -> None:
        now = self.now()
        visit = datetime.fromtimestamp(self.last_visit, UTC) if self.last_visit else now - DAY
        since = max(visit if minutes is None else min(visit, now - DAY), now - LONGEST)
        try:
            paper = await self.reader.briefing(since, minutes, now=now)
            if not paper.items and since > now - DAY:
                paper = await self.reader.briefing(now - DAY, minutes, now=now)
        except (ReaderError, LibraryError) as error:
            self.post_message(Trouble(str(error)))
            return
        self.post_message(PaperMade(paper))

    @on(PaperMade)
    def _paper_made(self, event: PaperMade) -> None:
        self.say("")
        if self.app.screen is self:
            self._paper = event.paper
            self._show_paper(0, None)

    def _show_paper(self, cursor: int, scroll: int | None) -> None:
        from ..widgets.story_list import Spot
        from .briefing import BriefingScreen

        if self._paper is not None:
            self.app.push_screen(BriefingScreen(self, self._paper, Spot(cursor, scroll)), self._briefing_left)

    # ---- to and fro ----

    def _briefing_left(self, leaving: "Leaving | None") -> None:
        if leaving is None or self._paper is None:
            return
        self._story, self._scrolled = leaving.spot.cursor, leaving.spot.scroll
        if leaving.minutes:
            self.action_time_budget()
        elif leaving.article_id is not None:
            self._open_story(leaving.spot.cursor, leaving.article_id)
        elif self.listing.current is not None and not self.narrow:
            self.show(self.listing.current, opened=False)
            self.renew_place()

    def _open_story(self, index: int, article_id: int | None = None) -> None:
        """Read a story's lead (or another of its articles); the others are seen with it, and stay within reach."""
        assert self._paper is not None
        item = self._paper.items[index]
        wanted = item.lead.id if article_id is None else article_id
        others = [id_ for id_ in item.ids if id_ != wanted]
        if index != self._story:
            self._scrolled = None
        self._story, self._from_briefing = index, wanted
        self.read(wanted)
        self.renew_place()
        if others and wanted == item.lead.id and self.reader.config.mark_read_after >= 0:
            try:
                self.reader.mark(others, read=True)
                self.listing.changed()
                self.marks_changed()
            except LibraryError as error:
                self.say(str(error), error=True)

    def action_story(self) -> None:
        if self.in_briefing and (head := self._target()) is not None and head.others:
            self.show_story(head)
        else:
            super().action_story()

    def open_member(self, article_id: int) -> None:
        if self.in_briefing:
            self._from_briefing = article_id
        super().open_member(article_id)

    def back_to_briefing(self, cursor: int | None = None) -> None:
        """From an article to the place in the briefing where it was opened."""
        self._from_briefing = None
        self.focus_list()
        self._show_paper(self._story if cursor is None else cursor, self._scrolled if cursor is None else None)

    def _step(self, by: int) -> None:
        if not self.in_briefing or self._paper is None:
            super()._step(by)
            return
        index = self._story + by
        if 0 <= index < len(self._paper.items):
            self._open_story(index)
        elif by > 0:
            self.back_to_briefing(len(self._paper.items))
        else:
            self.say("This is the first story")

    def _step_unread(self, by: int) -> None:
        if self.in_briefing:
            self._step(by)
        else:
            super()._step_unread(by)

    def page(self, article: Article, notice: str = "") -> "Page":
        page = super().page(article, notice)
        if self._paper is None or article.id != self._from_briefing:
            return page
        items = self._paper.items
        before, after = (items[at] if 0 <= at < len(items) else None for at in (self._story - 1, self._story + 1))
        return replace(
            page,
            place=f"story {self._story + 1} of {len(items)}",
            previous_title=before.piece.story.title if before is not None else "",
            next_title=after.piece.story.title if after is not None else "You are done",
        )

    # ---- words ----

    def title_of(self, paper: "Paper") -> str:
        """What the title bar says of a paper."""
        if paper.minutes is not None:
            return f"{paper.minutes:g} minutes"
        stories = "1 story" if len(paper.items) == 1 else f"{len(paper.items)} stories"
        return f"Briefing · since {self.when(paper.since)} · {stories}"

    def nothing_in(self, paper: "Paper") -> str:
        """Why a paper is empty, and what to press."""
        if not self.reader.feeds():
            return f"There are no feeds yet: {self.key_for('add')} in the list adds one"
        what = "Nothing new" if paper.minutes is None else "Nothing unread"
        return f"{what} since {self.when(paper.since)}; {self.key_for('refresh_all')} in the list asks the feeds"

    def open_address(self, url: str) -> None:
        """Open an address in the browser, and say so."""
        self._open(url)
