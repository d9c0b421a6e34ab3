"""How the list of articles is drawn: on demand, over row ids: 100,000 articles cost no more than a screenful."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime, tzinfo
from typing import ClassVar

from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...domain import rows as r
from ...domain.models import Head, Rows
from ...domain.unfolding import Branch, Unfolded
from .list_heads import Heads
from .row_strips import RowState, RowStyles, empty_strips, heading_strip, row_strips

PARTS = tuple(field.name for field in fields(RowStyles) if field.name != "base")


class ListCanvas(ScrollView, can_focus=True):
    """Two-line rows under headings by day. The topmost day's heading stays in sight, with the place in the list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"list--{name.replace('_', '-')}" for name in PARTS}

    cursor: reactive[int] = reactive(-1, repaint=False)
    """Index of the chosen row, articles of open stories counted; -1 when there is none."""

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
        self._heads = Heads(heads)
        self._now = now
        self._tz = tz
        self._strips: LRUCache[tuple[int, int, RowState], tuple[Strip, Strip]] = LRUCache(512)
        self._styles: RowStyles | None = None
        self._empty: list[Strip] | None = None
        self.listed = Unfolded(Rows())
        self._lines = r.Lines(0, ())
        self._fresh = 0
        self.empty: Sequence[str] = ()
        self._failing: frozenset[int] = frozenset()
        self._held = -1

    @property
    def rows(self) -> Rows:
        """What is listed, without the articles that stand open below a row."""
        return self.listed.rows

    def show_listed(self, listed: Unfolded) -> None:
        """Draw these rows from now on. Cursor and scrolling are the caller's business."""
        self.listed = listed
        self._lines = r.Lines(len(listed), listed.sections(r.sections(listed.rows.times, self._tz)))
        self._empty = None
        self.virtual_size = Size(0, self._lines.height)
        self.refresh()

    def show_empty(self, lines: Sequence[str]) -> None:
        """What an empty list says: a title, then what to press."""
        self.empty = lines
        self._empty = None
        self.refresh()

    def show_failing(self, feed_ids: frozenset[int]) -> None:
        """Mark the rows of these feeds: they cannot be fetched."""
        if feed_ids != self._failing:
            self._failing = feed_ids
            self._strips.clear()
            self.refresh()

    def show_held(self, article_id: int) -> None:
        """Mark the row that has been picked up; -1 for none."""
        if article_id != self._held:
            self._held = article_id
            self.refresh()

    def changed(self) -> None:
        """Articles are no longer as they were read: what is seen is read again."""
        self._heads.clear()
        self._strips.clear()
        self.refresh()

    def put(self, head: Head) -> None:
        """Show `head` in its row at once, before the library is asked again."""
        self._heads.put([head])
        self._strips.clear()
        self.draw_row(self.index_of(head))

    def draw_row(self, index: int) -> None:
        """Draw a row anew."""
        if 0 <= index < len(self.listed):
            self.refresh_lines(self._lines.top(index), r.ROW_HEIGHT)

    def head(self, index: int) -> Head | None:
        """The row at `index`; None beyond the ends, and for an article that is gone."""
        return self._heads.at(self.listed.ids, index) if 0 <= index < len(self.listed) else None

    def index_of(self, head: Head) -> int:
        """Where an article stands, -1 when it is not in the list."""
        return self.listed.find(head.sort_at, head.id)

    def place_of(self, index: int) -> str:
        """Where `index` is among the rows, for people; "" while they are not all known."""
        rows = self.listed.rows
        return f"{self.listed.place(index)[0] + 1:,} of {len(rows):,}" if rows.complete else ""

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
        if not len(self.listed):
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
        fresh = f"↑ {self._fresh} new" if top and self._fresh else ""
        return heading_strip(title, self.place_of(self.cursor) if top else "", fresh, width, styles)

    def state_of(self, index: int) -> RowState:
        """How the row at `index` is to be drawn."""
        chosen = index == self.cursor
        branch = self.listed.branch(index) if self.listed.stories else Branch.NONE
        below = self.listed.below(index) if branch is Branch.LEAD else 0
        return RowState(chosen, chosen and self.has_focus, self.listed.ids[index] == self._held, branch, below)

    def _row(self, index: int, width: int, styles: RowStyles) -> tuple[Strip, Strip]:
        key = (self.listed.ids[index], width, self.state_of(index))
        if (strips := self._strips.get(key)) is None:
            head = self.head(index)
            if head is None:
                time = self.rows.times[self.listed.place(index)[0]]
                head = Head(id=key[0], feed_id=0, feed="", title="(gone)", sort_at=time, read=True)
            now = int(self._now().timestamp())
            failing = head.feed_id in self._failing
            strips = self._strips[key] = row_strips(head, width, key[2], now, styles, failing=failing)
        return strips

    def _empty_line(self, y: int, width: int, styles: RowStyles) -> Strip:
        if self._empty is None:
            self._empty = empty_strips(self.empty, width, self.size.height, styles)
        return self._empty[y] if y < len(self._empty) else Strip.blank(width, styles.base)

    def tick(self) -> None:
        """Draw the ages anew."""
        self._strips.clear()
        self.refresh()

    def show_place(self) -> None:
        """Draw the place in the list anew. Not done while the cursor moves: it would have all lines between painted."""
        self.refresh_line(self.scroll_offset.y)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles = self._empty = None
        self._strips.clear()
