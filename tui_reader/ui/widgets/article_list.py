"""The list of articles: what comes into it, which stories stand open, and how one moves about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message

from ...domain import rows as r
from ...domain.models import Head, Rows
from ...domain.unfolding import OpenStory, Spot, Unfolded
from ..actions import LIST, bindings
from .list_canvas import ListCanvas
from .row_strips import more_span


class ArticleList(ListCanvas):
    """The rows, and the cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST)

    @dataclass
    class Moved(Message):
        """Another article is chosen."""

        article_id: int

    @dataclass
    class Opened(Message):
        """The article is to be read."""

        article_id: int

    @dataclass
    class StoryClicked(Message):
        """The articles of the chosen row's story are to be shown below it, or no longer."""

    # ---- what is shown ----

    def set_rows(self, rows: Rows, cursor: int = 0) -> None:
        """Show another list, the row at place `cursor` chosen."""
        self._fresh = 0
        self.show_listed(Unfolded(rows))
        self.scroll_to(y=0, animate=False, immediate=True)
        self.set_reactive(ArticleList.cursor, min(cursor, len(rows) - 1))
        self._reveal()

    def renew(self, rows: Rows, place: int, stories: Iterable[OpenStory] | None = None) -> None:
        """Show the same list with other rows. Open stories stay open, or `stories` are; the scrolling stays.

        The cursor stays on an article below a row as long as that can be seen, else it goes to the row at `place`.
        """
        below = self._below(self.cursor)
        self._fresh = 0
        self.show_listed(Unfolded(rows, self.listed.stories if stories is None else stories))
        index = self.listed.find(*below) if below is not None else -1
        if index < 0:
            index = self.listed.index(min(place, len(rows) - 1))
        self.set_reactive(ArticleList.cursor, index)
        self._reveal()

    def add(self, heads: Sequence[Head]) -> int:
        """Put new articles in their places; the cursor and what is on the screen stay. Returns how many were new."""
        rows = r.merge(self.rows, heads)
        added = len(rows) - len(self.rows)
        self._heads.put(heads)
        if not added:
            return 0
        old = self.listed
        moved = self.scroll_offset.y
        top = self._lines.row_near(moved + 1)
        offset = moved - self._lines.top(top) if top >= 0 else 0
        current, anchor = self._spot(self.cursor), self._spot(top)
        self.show_listed(Unfolded(rows, old.stories))
        if current is None or anchor is None:
            self.cursor = 0
        else:
            index = self._find(current)
            self._fresh += self.listed.place(index)[0] - old.place(self.cursor)[0]
            self.set_reactive(ArticleList.cursor, index)
            y = self._lines.top(self._find(anchor)) + offset
            self.scroll_to(y=max(y, 0), animate=False, immediate=True)
        return added

    def _below(self, index: int) -> Spot | None:
        """The article at `index`, if it stands below a row."""
        story = self.listed.story(index) if index >= 0 else None
        if story is None or not self.listed.place(index)[1]:
            return None
        return next(spot for spot in story.members if spot[1] == self.listed.ids[index])

    def _spot(self, index: int) -> tuple[Spot, Spot | None] | None:
        """The row at `index` or above it, and the article below that row, if it is one."""
        if not 0 <= index < len(self.listed):
            return None
        place, _ = self.listed.place(index)
        return (self.rows.times[place], self.rows.ids[place]), self._below(index)

    def _find(self, spot: tuple[Spot, Spot | None]) -> int:
        row, below = spot
        index = self.listed.find(*below) if below is not None else -1
        return index if index >= 0 else self.listed.find(*row)

    @property
    def current(self) -> int | None:
        """Id of the chosen article."""
        return self.listed.ids[self.cursor] if 0 <= self.cursor < len(self.listed) else None

    @property
    def current_row(self) -> int | None:
        """Id of the article whose row the cursor is on or below."""
        return self.rows.ids[self.listed.place(self.cursor)[0]] if self.current is not None else None

    # ---- stories ----

    def open_story(self, lead: Head, story: Sequence[Head]) -> bool:
        """Show `story` below the row of `lead`, which is one of them. False when all have rows of their own."""
        row = self.index_of(lead)
        listed = Unfolded(self.rows, [*self.listed.stories, OpenStory.below(lead, story)])
        if len(listed) == len(self.listed):
            return False
        at = self.cursor + (len(listed) - len(self.listed) if self.cursor > row else 0)
        self._heads.put(story)
        self.show_listed(listed)
        self.set_reactive(ArticleList.cursor, at)
        height = (listed.below(row) + 1) * r.ROW_HEIGHT + 1
        self._reveal_lines(self._lines.top(row) - 1, min(height, self.size.height))
        self._reveal()
        return True

    def close_story(self, story: OpenStory) -> None:
        """Show only the row again. From an article below it the cursor goes to the row."""
        listed = Unfolded(self.rows, [other for other in self.listed.stories if other is not story])
        place, part = self.listed.place(self.cursor)
        inside = bool(part) and self.listed.story(self.cursor) is story
        index = listed.index(place) + (0 if inside else part)
        self.show_listed(listed)
        self.set_reactive(ArticleList.cursor, index)
        self._reveal()

    # ---- moving ----

    def on_resize(self) -> None:
        self._strips.clear()
        self._empty = None
        self._reveal()

    def _reveal(self) -> None:
        if self.cursor >= 0:
            self._reveal_lines(self._lines.top(self.cursor) - 1, r.ROW_HEIGHT + 1)

    def _reveal_lines(self, top: int, height: int) -> None:
        if self.size.height:
            region = Region(0, top, 1, height)
            self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)

    def watch_cursor(self, old: int, new: int) -> None:
        self.draw_row(old)
        self.draw_row(new)
        if new == 0 or (self._fresh and self.listed.place(new)[0] < self._fresh):
            self._fresh = 0
        self._reveal()
        if (current := self.current) is not None:
            self.post_message(self.Moved(current))

    def _move(self, by: int) -> None:
        self.cursor = r.step(self.cursor, by, len(self.listed))

    def _page(self) -> int:
        return max((self.size.height - 1) // r.ROW_HEIGHT - 1, 1)

    def action_list_down(self) -> None:
        self._move(1)

    def action_list_up(self) -> None:
        self._move(-1)

    def action_list_page_down(self) -> None:
        self._move(self._page())

    def action_list_page_up(self) -> None:
        self._move(-self._page())

    def action_list_half_down(self) -> None:
        self._move(max(self._page() // 2, 1))

    def action_list_half_up(self) -> None:
        self._move(-max(self._page() // 2, 1))

    def action_list_top(self) -> None:
        self._move(-len(self.listed))

    def action_list_end(self) -> None:
        self._move(len(self.listed))

    def action_list_open(self) -> None:
        if (current := self.current) is not None:
            self.post_message(self.Opened(current))

    def on_click(self, event: events.Click) -> None:
        if event.y <= 0 and len(self.listed):
            return
        place = self._lines.at(event.y + self.scroll_offset.y)
        if place is None or place.row < 0:
            return
        on_story = place.part == 1 and event.x in self._more_span(place.row)
        self.cursor = place.row
        self.post_message(self.StoryClicked() if on_story else self.Opened(self.listed.ids[place.row]))

    def _more_span(self, index: int) -> range:
        """The cells of a row's second line on which its story's further articles are named."""
        if (head := self.head(index)) is None:
            return range(0)
        now = int(self._now().timestamp())
        failing = head.feed_id in self._failing
        return more_span(head, self.size.width, self.state_of(index), now, failing=failing)
