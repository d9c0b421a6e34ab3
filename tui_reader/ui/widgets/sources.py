"""The sources pane: the views, the folders and their feeds with what is unread; a failing feed shows its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...domain.models import Counts, Feed, Scope, View
from ..actions import SOURCES, bindings
from .row_strips import fit

VIEW_NAMES = {View.UNREAD: "Unread", View.ALL: "All", View.STARRED: "Starred", View.LATER: "Later"}


@dataclass(frozen=True, slots=True)
class Source:
    """One line of the pane."""

    label: str
    scope: Scope | None = None
    """What choosing it shows; None for a heading, an empty line or a reason."""
    count: int = 0
    feed: Feed | None = None
    indent: int = 0
    style: str = "name"


def lines(feeds: Sequence[Feed], counts: Counts, view: View) -> list[Source]:
    """The whole pane. Folders in alphabetical order, then the feeds that are in none; choosing a feed keeps `view`."""
    numbers = (counts.unread, counts.all, counts.starred, counts.later)
    found = [Source(VIEW_NAMES[v], Scope(v), n) for v, n in zip(VIEW_NAMES, numbers, strict=True)]
    folders: dict[str, list[Feed]] = {}
    for feed in feeds:
        for folder in feed.folders or ("",):
            folders.setdefault(folder, []).append(feed)
    for folder in sorted(folders, key=lambda name: (not name, name.casefold())):
        found.append(Source("", style="heading"))
        if folder:
            unread = sum(feed.unread for feed in folders[folder])
            found.append(Source(folder, Scope(view, folder=folder), unread, style="heading"))
        else:
            found.append(Source("Feeds", style="heading"))
        for feed in sorted(folders[folder], key=lambda feed: feed.title.casefold()):
            found.extend(_feed(feed, view))
    return found


def _feed(feed: Feed, view: View) -> Iterable[Source]:
    troubled = bool(feed.error) or feed.gone
    title = feed.title or feed.url
    scope = Scope(view, feed_id=feed.id)
    yield Source(title, scope, feed.unread, feed, 1, "failing" if troubled else "name")
    if troubled:
        yield Source(feed.error or "The publisher has closed this feed", feed=feed, indent=3, style="reason")


class SourcesList(ScrollView, can_focus=True):
    """The sources, one line each."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"sources--{name}"
        for name in ("name", "heading", "failing", "reason", "count", "cursor", "cursor-blurred", "shown")
    }
    BINDINGS: ClassVar[list[BindingType]] = bindings(SOURCES)

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the chosen line."""

    @dataclass
    class Chosen(Message):
        """Its articles are to be shown."""

        scope: Scope

    @dataclass
    class RemoveRequested(Message):
        feed: Feed

    @dataclass
    class RenameRequested(Message):
        feed: Feed

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sources: list[Source] = []
        self.shown = Scope()

    def show(self, sources: list[Source], shown: Scope) -> None:
        """Other lines; `shown` is what the list pane has. The cursor stays with its source, or goes to that."""
        at = self.chosen
        self.sources, self.shown = sources, shown
        self.virtual_size = Size(0, len(sources))
        wanted = at.scope if at is not None and at.scope is not None else shown
        known = [number for number, source in enumerate(sources) if source.scope is not None]
        same = [n for n in known if _same(sources[n].scope, wanted)]
        self.cursor = (same or [n for n in known if n <= self.cursor][-1:] or known[:1] or [0])[0]
        self.refresh()

    @property
    def chosen(self) -> Source | None:
        """The line under the cursor."""
        return self.sources[self.cursor] if 0 <= self.cursor < len(self.sources) else None

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        number = y + self.scroll_offset.y
        if number >= len(self.sources):
            return Strip.blank(width, self.rich_style)
        source = self.sources[number]
        ground = Style.null()
        if number == self.cursor:
            ground = self._own("cursor" if self.has_focus else "cursor-blurred")
        elif source.scope is not None and _same(source.scope, self.shown):
            ground = self._own("shown")
        base = self.rich_style + ground
        count = f" {source.count} " if source.count else " "
        room = max(width - cell_len(count) - 1 - source.indent, 0)
        mark = "▌" if number == self.cursor else " "
        return Strip(
            [
                Segment(mark + " " * source.indent, base + self._own("count")),
                Segment(fit(source.label, room), base + self._own(source.style)),
                Segment(count, base + self._own("count")),
            ]
        ).adjust_cell_length(width, base)

    def _own(self, name: str) -> Style:
        return self.get_component_rich_style(f"sources--{name}", partial=True)

    def watch_cursor(self) -> None:
        self.refresh()
        region = Region(0, self.cursor, 1, 2)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)

    def _move(self, by: int) -> None:
        stops = [number for number, source in enumerate(self.sources) if source.scope is not None]
        if stops:
            here = min(range(len(stops)), key=lambda at: abs(stops[at] - self.cursor))
            self.cursor = stops[min(max(here + by, 0), len(stops) - 1)]

    def action_sources_down(self) -> None:
        self._move(1)

    def action_sources_up(self) -> None:
        self._move(-1)

    def action_sources_page_down(self) -> None:
        self._move(max(self.size.height // 2, 1))

    def action_sources_page_up(self) -> None:
        self._move(-max(self.size.height // 2, 1))

    def action_sources_top(self) -> None:
        self._move(-len(self.sources))

    def action_sources_end(self) -> None:
        self._move(len(self.sources))

    def action_sources_open(self) -> None:
        if (source := self.chosen) is not None and source.scope is not None:
            self.post_message(self.Chosen(source.scope))

    def action_sources_remove(self) -> None:
        if (source := self.chosen) is not None and source.feed is not None:
            self.post_message(self.RemoveRequested(source.feed))

    def action_sources_rename(self) -> None:
        if (source := self.chosen) is not None and source.feed is not None:
            self.post_message(self.RenameRequested(source.feed))

    def on_click(self, event: events.Click) -> None:
        number = event.y + self.scroll_offset.y
        if number < len(self.sources) and self.sources[number].scope is None:
            number -= 1
        if 0 <= number < len(self.sources) and self.sources[number].scope is not None:
            self.cursor = number
            self.action_sources_open()


def _same(one: Scope | None, other: Scope) -> bool:
    if one is None:
        return False
    if one.feed_id is not None or other.feed_id is not None:
        return one.feed_id == other.feed_id
    if one.folder is not None or other.folder is not None:
        return one.folder == other.folder
    return one.view is other.view and one.query == other.query
