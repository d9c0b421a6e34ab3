"""The list of articles: lines drawn on demand over row ids, so that 100,000 articles cost no more than a screenful."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, tzinfo
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...domain import rows as r
from ...domain.models import Head, Rows
from ..actions import LIST, bindings
from .row_strips import RowStyles, empty_strips, heading_strip, row_strips

PARTS = tuple(field.name for field in fields(RowStyles) if field.name != "base")
WINDOW = 40
"""Rows that are read at a time, around the one that is needed."""

KEPT = 4000
"""Heads that are kept, some three hundred screenfuls."""


class ArticleList(ScrollView, can_focus=True):
    """Two-line rows under headings by day. The topmost day's heading stays in sight, with the place in the list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"list--{name.replace('_', '-')}" for name in PARTS}
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST)

    cursor: reactive[int] = reactive(-1, repaint=False)
    """Index of the chosen row, -1 when there is none."""

    @dataclass
    class Moved(Message):
        """Another article is chosen."""

        article_id: int

    @dataclass
    class Opened(Message):
        """The article is to be read."""

        article_id: int

    def __init__(
        self,
        heads: Callable[[Sequence[int]], list[Head]],
        now: Callable[[], datetime],
        *,
        tz: tzinfo | None = None,
        id: str | None = None,
    ) -> None:
        """`heads` reads rows by id (leaving out what is gone), `now` gives the time, `tz` the zone of the days."""
        super().__init__(id=id)
        self._read_heads = heads
        self._now = now
        self._tz = tz
        self._heads: dict[int, Head] = {}
        self._strips: LRUCache[tuple[int, int, bool, bool], tuple[Strip, Strip]] = LRUCache(512)
        self._styles: RowStyles | None = None
        self._empty: list[Strip] | None = None
        self.rows = Rows()
        self._lines = r.Lines(0, ())
        self._fresh = 0
        self.empty: Sequence[str] = ()
        self._failing: frozenset[int] = frozenset()

    # ---- what is shown ----

    def set_rows(self, rows: Rows, cursor: int = 0, *, keep_scroll: bool = False) -> None:
        """Show other rows, the one at index `cursor` chosen."""
        self.rows = rows
        self._lines = r.Lines(len(rows), r.sections(rows.times, self._tz))
        self._empty = None
        self._fresh = 0
        self.virtual_size = Size(0, self._lines.height)
        if not keep_scroll:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.set_reactive(ArticleList.cursor, min(cursor, len(rows) - 1))
        self._reveal()
        self.refresh()

    def show_empty(self, lines: Sequence[str]) -> None:
        """What an empty list says: a title, then what to press."""
        self.empty = lines
        self._empty = None
        self.refresh()

    def add(self, heads: Sequence[Head]) -> int:
        """Put new articles in their places; the cursor and what is on the screen stay. Returns how many were new."""
        before = len(self.rows)
        current, moved = self.current, self.scroll_offset.y
        anchor = self._lines.row_near(moved + 1)
        anchor_id, anchor_time = (self.rows.ids[anchor], self.rows.times[anchor]) if anchor >= 0 else (0, 0)
        time = self.rows.times[self.cursor] if current is not None else 0
        offset = moved - self._lines.top(anchor) if anchor >= 0 else 0
        for head in heads:
            self._heads[head.id] = head
        rows = r.merge(self.rows, heads)
        added = len(rows) - before
        if not added:
            return 0
        self.rows, self._empty = rows, None
        self._lines = r.Lines(len(rows), r.sections(rows.times, self._tz))
        self.virtual_size = Size(0, self._lines.height)
        if current is None:
            self.cursor = 0
        else:
            index = r.index_of(rows, time, current)
            self._fresh += index - self.cursor
            self.set_reactive(ArticleList.cursor, index)
            top = self._lines.top(r.index_of(rows, anchor_time, anchor_id))
            self.scroll_to(y=max(top + offset, 0), animate=False, immediate=True)
        self.refresh()
        return added

    def show_failing(self, feed_ids: frozenset[int]) -> None:
        """Mark the rows of these feeds: they cannot be fetched."""
        if feed_ids != self._failing:
            self._failing = feed_ids
            self._strips.clear()
            self.refresh()

    def changed(self) -> None:
        """Articles are no longer as they were read: what is seen is read again."""
        self._heads.clear()
        self._strips.clear()
        self.refresh()

    def put(self, head: Head) -> None:
        """Show `head` in its row at once, before the library is asked again."""
        self._heads[head.id] = head
        self._strips.clear()
        index = r.index_of(self.rows, head.sort_at, head.id)
        if index >= 0:
            self.refresh_lines(self._lines.top(index), r.ROW_HEIGHT)

    def head(self, index: int) -> Head | None:
        """The row at `index`; None beyond the ends, and for an article that is gone."""
        if not 0 <= index < len(self.rows):
            return None
        id_ = self.rows.ids[index]
        head = self._heads.get(id_)
        if head is None:
            if len(self._heads) > KEPT:
                self._heads.clear()
            start = max(index - WINDOW // 2, 0)
            missing = [other for other in self.rows.ids[start : start + WINDOW] if other not in self._heads]
            for read in self._read_heads(missing):
                self._heads[read.id] = read
            head = self._heads.get(id_)
        return head

    @property
    def current(self) -> int | None:
        """Id of the chosen article."""
        return self.rows.ids[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def index_of(self, head: Head) -> int:
        """Where an article stands, -1 when it is not in the list."""
        return r.index_of(self.rows, head.sort_at, head.id)

    # ---- drawing ----

    def _row_styles(self) -> RowStyles:
        if self._styles is None:
            base = self.rich_style
            own = {p: self.get_component_rich_style(f"list--{p.replace('_', '-')}", partial=True) for p in PARTS}
            whole = {part: style if part.startswith("cursor") else base + style for part, style in own.items()}
            self._styles = RowStyles(base, **whole)
        return self._styles

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        styles = self._row_styles()
        if not len(self.rows):
            return self._empty_line(y, width, styles)
        line = y + self.scroll_offset.y
        place = self._lines.at(line)
        if place is None:
            return Strip.blank(width, styles.base)
        if y == 0:
            return self._heading(place.section, width, styles, top=True)
        if place.row < 0:
            return self._heading(place.section, width, styles, top=False)
        return self._row(place.row, width, styles)[place.part]

    def _heading(self, section: int, width: int, styles: RowStyles, *, top: bool) -> Strip:
        title = r.day_title(self._lines.sections[section].day, self._now().astimezone(self._tz).date())
        place = fresh = ""
        if top:
            place = f"{self.cursor + 1:,} of {len(self.rows):,}" if self.rows.complete else ""
            fresh = f"↑ {self._fresh} new" if self._fresh else ""
        return heading_strip(title, place, fresh, width, styles)

    def _row(self, index: int, width: int, styles: RowStyles) -> tuple[Strip, Strip]:
        chosen = index == self.cursor
        key = (self.rows.ids[index], width, chosen, chosen and self.has_focus)
        if (strips := self._strips.get(key)) is None:
            head = self.head(index)
            if head is None:
                head = Head(id=key[0], feed_id=0, feed="", title="(gone)", sort_at=self.rows.times[index], read=True)
            now = int(self._now().timestamp())
            failing = head.feed_id in self._failing
            strips = self._strips[key] = row_strips(head, width, chosen, key[3], now, styles, failing=failing)
        return strips

    def _empty_line(self, y: int, width: int, styles: RowStyles) -> Strip:
        if self._empty is None:
            self._empty = empty_strips(self.empty, width, self.size.height, styles)
        return self._empty[y] if y < len(self._empty) else Strip.blank(width, styles.base)

    def tick(self) -> None:
        """Draw the ages anew."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles = self._empty = None
        self._strips.clear()

    def on_resize(self) -> None:
        self._strips.clear()
        self._empty = None
        self._reveal()

    # ---- moving ----

    def _reveal(self) -> None:
        if self.cursor < 0 or not self.size.height:
            return
        region = Region(0, self._lines.top(self.cursor) - 1, 1, r.ROW_HEIGHT + 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)

    def watch_cursor(self, old: int, new: int) -> None:
        for index in (old, new):
            if 0 <= index < len(self.rows):
                self.refresh_lines(self._lines.top(index), r.ROW_HEIGHT)
        if new == 0 or (self._fresh and new < self._fresh):
            self._fresh = 0
        self._reveal()
        if (current := self.current) is not None:
            self.post_message(self.Moved(current))

    def show_place(self) -> None:
        """Draw the place in the list anew. Not done while the cursor moves: it would have all lines between painted."""
        self.refresh_line(self.scroll_offset.y)

    def _move(self, by: int) -> None:
        self.cursor = r.step(self.cursor, by, len(self.rows))

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
        self._move(-len(self.rows))

    def action_list_end(self) -> None:
        self._move(len(self.rows))

    def action_list_open(self) -> None:
        if (current := self.current) is not None:
            self.post_message(self.Opened(current))

    def on_click(self, event: events.Click) -> None:
        if event.y <= 0 and len(self.rows):
            return
        place = self._lines.at(event.y + self.scroll_offset.y)
        if place is not None and place.row >= 0:
            self.cursor = place.row
            self.post_message(self.Opened(self.rows.ids[place.row]))
