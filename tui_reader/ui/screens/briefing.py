"""The briefing's screen, which is an edition's too: stories, the time they take, and an end."""

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from ...domain.briefings import Item, Paper
from ...domain.editions import Form
from ...store import LibraryError
from ..actions import BRIEFING, Place, bindings
from ..keys import footer
from ..widgets.bars import BottomBar, TitleBar
from ..widgets.story_list import Spot, StoryList

if TYPE_CHECKING:
    from .briefed import Briefed

PACE = range(80, 1001)
"""Words a minute that are taken for reading; what is quicker was skipped, what is slower was interrupted."""

LEAST_READ = 100
"""Words that a text must have for the pace to be measured."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Why the briefing was left, and where one was in it."""

    spot: Spot
    article_id: int | None = None
    """The article that is to be read."""
    minutes: bool = False
    """A time budget is to be asked for."""


class BriefingScreen(Screen[Leaving]):
    """Over the main screen; everything that is opened from it comes back to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(BRIEFING),
        Binding("question_mark", "help", "Help", show=False),
        Binding("ctrl+q", "app.quit", "Quit", show=False),
    ]

    def __init__(self, desk: "Briefed", paper: Paper, spot: Spot) -> None:
        super().__init__()
        self._desk = desk
        self.paper = paper
        self.title_bar = TitleBar()
        self.bottom = BottomBar()
        nothing = () if paper.items else (desk.nothing_in(paper),)
        column = desk.reader.config.column
        self.stories = StoryList(paper, desk.now, column=column, spot=spot, nothing=nothing, tz=desk.tz)
        self._begun = monotonic()
        self._at = spot.cursor

    def compose(self) -> ComposeResult:
        yield self.title_bar
        yield self.stories
        yield self.bottom

    def on_mount(self) -> None:
        self.bottom.offer(footer(Place.BRIEFING, self._desk.reader.config.keys))
        self.stories.focus()
        self._look_at_marks()

    def _look_at_marks(self) -> None:
        ids = [id_ for item in self.paper.items for id_ in item.ids]
        self.stories.show_marks({head.id: head for head in self._desk.reader.heads(ids)})

    @property
    def item(self) -> Item | None:
        """The chosen story; None at the end."""
        items = self.paper.items
        return items[self.stories.cursor] if self.stories.cursor < len(items) else None

    # ---- where one is ----

    @on(StoryList.Moved)
    def _moved(self) -> None:
        left = self.paper.minutes_for(self.stories.left())
        ended = self.stories.cursor >= self.stories.end
        note = "you are done" if ended else f"{left} min left"
        self.title_bar.tell(view=self._desk.title_of(self.paper), note=note)
        if self.stories.cursor != self._at:
            before, self._at = self._at, self.stories.cursor
            if before < self._at:
                self._passed(before)
            self._begun = monotonic()

    def _passed(self, index: int) -> None:
        """A story is behind: if it stood there as a whole it has been read, and its time tells how fast."""
        item = self.paper.items[index] if index < len(self.paper.items) else None
        if item is None or item.piece.form is not Form.FULL or self._desk.reader.library.read_only:
            return
        minutes = (monotonic() - self._begun) / 60
        pace = round(item.piece.words / minutes) if minutes > 0 else 0
        if item.piece.words >= LEAST_READ and pace in PACE:
            kept = self._desk.reader.words_a_minute
            self._desk.reader.set_state("words_a_minute", str(round(0.8 * kept + 0.2 * pace)))
        if self._desk.reader.config.mark_read_after >= 0:
            self._mark(item, read=True)

    # ---- moving ----

    def action_story_down(self) -> None:
        self.stories.down()

    def action_story_up(self) -> None:
        self.stories.up()

    def action_story_next(self) -> None:
        self.stories.go(1)

    def action_story_previous(self) -> None:
        self.stories.go(-1)

    def action_story_page_down(self) -> None:
        self.stories.page(1)

    def action_story_page_up(self) -> None:
        self.stories.page(-1)

    def action_story_top(self) -> None:
        self.stories.go(-self.stories.end)

    def action_story_end(self) -> None:
        self.stories.go(self.stories.end)

    # ---- opening ----

    def action_story_open(self) -> None:
        if (item := self.item) is not None:
            self.dismiss(Leaving(self.stories.spot, item.lead.id))
        else:
            self.action_story_leave()

    @on(StoryList.Clicked)
    def _clicked(self) -> None:
        self.action_story_open()

    def action_story_sources(self) -> None:
        from .sources_panel import SourcesPanel

        if (item := self.item) is not None:
            story = [(head, item.reasons.get(head.id, "")) for head in item.heads]
            self.app.push_screen(SourcesPanel(story), self._source_chosen)

    def _source_chosen(self, article_id: int | None) -> None:
        if article_id is not None:
            self.dismiss(Leaving(self.stories.spot, article_id))

    def action_story_browser(self) -> None:
        if (item := self.item) is not None:
            self._desk.open_address(item.urls[0])
            self.bottom.say(self._desk.bottom.message)

    def action_story_minutes(self) -> None:
        self.dismiss(Leaving(self.stories.spot, minutes=True))

    def action_story_leave(self) -> None:
        self.dismiss(Leaving(self.stories.spot))

    def action_help(self) -> None:
        from .help import HelpPanel

        self.app.push_screen(HelpPanel(Place.BRIEFING, self._desk.reader.config.keys))

    # ---- marks ----

    def _mark(self, *items: Item, read: bool) -> bool:
        ids = [id_ for item in items for id_ in item.ids]
        try:
            change = self._desk.reader.mark(ids, read=read)
        except LibraryError as error:
            self.bottom.say(str(error), error=True)
            return False
        self._marks_changed()
        return bool(change.ids)

    def _marks_changed(self) -> None:
        self._desk.listing.changed()
        self._desk.marks_changed()
        self._look_at_marks()

    def _say_undoable(self, text: str) -> None:
        self.bottom.say(f"{text} · {self._desk.key_for('story_undo')} undoes it")

    def action_story_read(self) -> None:
        if (item := self.item) is None:
            return
        head = next(iter(self._desk.reader.heads([item.lead.id])), item.lead)
        if self._mark(item, read=not head.read):
            self._say_undoable("Marked unread" if head.read else "Marked read")

    def action_story_all_read(self) -> None:
        if self._mark(*self.paper.items, read=True):
            self._say_undoable("Everything in the briefing is read")
        else:
            self.bottom.say("All of this was read already")

    def action_story_undo(self) -> None:
        try:
            change = self._desk.reader.undo()
        except LibraryError as error:
            self.bottom.say(str(error), error=True)
            return
        if change is None:
            self.bottom.say("There is nothing to undo")
            return
        self.bottom.say(f"Undone: {change.label[:1].lower()}{change.label[1:]}")
        self._marks_changed()
