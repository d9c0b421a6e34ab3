"""A briefing on the screen: stories one below the other, one of them chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...domain.briefings import Paper
from ...domain.document import Style
from ...domain.models import Head
from .article_paint import plain
from .story_lines import StoryLine, story_lines

GUTTER = 4
"""Cells before a line: bar, blank, unread dot, blank."""

STEP = 3
"""Lines that a long text moves by."""

_FLAGS = ((Style.BOLD, RichStyle(bold=True)), (Style.ITALIC, RichStyle(italic=True)))

PARTS = ("text", "head", "code", "title", "title-read", "meta", "adds", "section", "done", "dot", "bar")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a briefing one is."""

    cursor: int = 0
    scroll: int | None = None
    """Lines above the screen; None: as far as it must be for the chosen story to be seen."""


class StoryList(ScrollView, can_focus=True):
    """The stories of a paper. After the last one comes the end, which can be chosen too."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"story--{name}" for name in PARTS}

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the chosen story; as many as there are stories for the end."""

    @dataclass
    class Moved(Message):
        """Another story is chosen, or one has scrolled."""

    @dataclass
    class Clicked(Message):
        """A story is to be opened."""

        index: int

    def __init__(
        self,
        paper: Paper,
        now: Callable[[], datetime],
        *,
        column: int,
        spot: Spot,
        nothing: Sequence[str] = (),
        tz: tzinfo | None = None,
    ) -> None:
        super().__init__(id="stories")
        self.paper = paper
        self._now = now
        self._tz = tz
        self._column = column
        self._spot: Spot | None = spot
        self._nothing = nothing
        self._heads: Mapping[int, Head] = {}
        self._lines: list[StoryLine] = []
        self._places: dict[int, tuple[int, int]] = {}
        self._width = 0
        self._styles: dict[tuple[str, int], RichStyle] = {}

    @property
    def end(self) -> int:
        """Index of the end."""
        return len(self.paper.items)

    @property
    def spot(self) -> Spot:
        return Spot(self.cursor, round(self.scroll_offset.y))

    def show_marks(self, heads: Mapping[int, Head]) -> None:
        """The articles are marked otherwise now."""
        self._heads = heads
        self._lay_out()

    def _lay_out(self) -> None:
        self._width = max(min(self.size.width - GUTTER - 1, self._column), 1)
        now = int(self._now().timestamp())
        self._lines = story_lines(self.paper, self._width, self._heads, now, self._nothing, self._tz)
        self._places = {}
        for number, line in enumerate(self._lines):
            if line.item >= 0:
                first, _ = self._places.get(line.item, (number, number))
                self._places[line.item] = (first, number + 1)
        self.virtual_size = Size(0, len(self._lines) + 1)
        self.refresh()

    def place(self, index: int) -> tuple[int, int]:
        """(first line, line after the last) of a story."""
        return self._places.get(index, (0, 0))

    def left(self) -> float:
        """Words that are still to be read from here on."""
        items = self.paper.items
        left = float(sum(item.piece.words for item in items[self.cursor + 1 :]))
        if self.cursor < len(items):
            first, after = self.place(self.cursor)
            passed = min(max(self.scroll_offset.y - first, 0) / max(after - first, 1), 1.0)
            left += items[self.cursor].piece.words * (1 - passed)
        return left

    # ---- drawing ----

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()

    def _style(self, part: str, flags: Style = Style.PLAIN) -> RichStyle:
        key = (part, flags.value)
        if key not in self._styles:
            style = self.rich_style + self.get_component_rich_style(f"story--{part}", partial=True)
            for flag, change in _FLAGS:
                if flags & flag:
                    style += change
            self._styles[key] = style
        return self._styles[key]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        number = y + round(self.scroll_offset.y) - 1
        base = self._style("text")
        if not 0 <= number < len(self._lines):
            return Strip.blank(width, base)
        line = self._lines[number]
        margin = max((width - self._width - GUTTER) // 2, 0)
        segments = [
            Segment(" " * margin, base),
            Segment("▌ " if line.item == self.cursor else "  ", self._style("bar")),
            Segment("● " if line.dot else "  ", self._style("dot")),
        ]
        segments += [Segment(plain(run.text), self._style(run.part, run.style)) for run in line.runs if run.text]
        return Strip(segments).adjust_cell_length(width, base)

    def on_resize(self) -> None:
        self._lay_out()
        spot, self._spot = self._spot, None
        if spot is not None:
            self.set_reactive(StoryList.cursor, min(max(spot.cursor, 0), self.end))
            if spot.scroll is not None:
                self.scroll_to(y=spot.scroll, animate=False, immediate=True)
        self._reveal()
        self.post_message(self.Moved())

    # ---- moving ----

    def watch_cursor(self, old: int, new: int) -> None:
        self.refresh()
        self._reveal(back=new < old)
        self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def _reveal(self, *, back: bool = False) -> None:
        first, after = self.place(self.cursor)
        top, height = round(self.scroll_offset.y), self.size.height
        if self.cursor == 0:
            first = -1
        if after - first >= height:
            if not (top > first and top + height < after):
                self._scroll(after - height + 1 if back else first + 1)
        elif first + 1 < top + 1:
            self._scroll(first)
        elif after + 1 > top + height:
            self._scroll(after + 2 - height)

    def _scroll(self, line: int) -> None:
        self.scroll_to(y=max(line, 0), animate=False, immediate=True)

    def down(self) -> None:
        """On in a long text, else to the next story."""
        after, seen = self.place(self.cursor)[1] + 1, round(self.scroll_offset.y) + self.size.height
        if after > seen:
            self._scroll(round(self.scroll_offset.y) + min(STEP, after - seen))
        else:
            self.go(1)

    def up(self) -> None:
        """Back in a long text, else to the story before."""
        first, top = self.place(self.cursor)[0], round(self.scroll_offset.y)
        if first + 1 < top:
            self._scroll(max(top - STEP, first))
        else:
            self.go(-1)

    def go(self, by: int) -> None:
        """To another story."""
        self.cursor = min(max(self.cursor + by, 0), self.end)

    def page(self, by: int) -> None:
        """A page down or up; the topmost story there is chosen, at the bottom the end."""
        top = round(self.scroll_offset.y) + by * max(self.size.height - 2, 1)
        bottom = max(self.virtual_size.height - self.size.height, 0)
        if by > 0 and round(self.scroll_offset.y) >= bottom:
            self.cursor = self.end
            return
        top = min(max(top, 0), bottom)
        self._scroll(top)
        first = [index for index, (first, after) in self._places.items() if first + 1 >= top or after > top + 2]
        self.set_reactive(StoryList.cursor, min(first, default=self.end) if top else 0)
        self.refresh()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        number = event.y + round(self.scroll_offset.y) - 1
        if 0 <= number < len(self._lines) and 0 <= self._lines[number].item < self.end:
            self.cursor = self._lines[number].item
            self.post_message(self.Clicked(self.cursor))
