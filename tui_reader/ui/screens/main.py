"""The main screen: the panes, and what concerns all of them."""

import gc
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from ...domain.models import View
from ...domain.text import clean_line
from ...store import LibraryError
from ..actions import ANYWHERE, Place, bindings
from ..widgets.article_messages import ArticleMessages
from ..widgets.sources import VIEW_NAMES, lines
from .reaching import Reaching, reaching_bindings

MINUTE = 60.0

SETTLED = 0.2
"""Seconds after a mark until the sources are counted anew."""

MOST_AT_ONCE = 20_000
"""Articles from another process that come into the list without its being loaded anew."""

POLL = 1.0
"""Seconds between two looks whether another process has written to the library."""


class MainScreen(Reaching):
    """The list, the article, the sources."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ANYWHERE), *reaching_bindings()]
    AUTO_FOCUS = "#list"

    _settling: Timer | None = None
    _version = 0
    _seen = 0
    """The newest article when another process was last found to have written."""

    def compose(self) -> ComposeResult:
        yield self.title_bar
        with Horizontal(id="panes"), Vertical(id="list-pane"):
            yield self.listing
        yield self.bottom

    def on_mount(self) -> None:
        if self.sources_wanted is False:
            self.add_class("-sources-off")
        self.offer_keys()
        self.load(self.scope, self.memory.article_id)
        self.call_after_refresh(self._after_paint)
        self.set_interval(MINUTE, self.listing.tick)

    async def _after_paint(self) -> None:
        """What can wait until there is something to see."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        pane, panes = self.query_one("#list-pane"), self.query_one("#panes")
        await pane.mount(self.search_box, before=0)
        await panes.mount(self.sources, before=pane)
        await panes.mount(Vertical(self.view, id="article-pane"))
        if not (self.is_running and self.view.is_attached):
            return  # left already
        self._version = self.reader.library.data_version()
        self._seen = self.reader.library.newest_id()
        self.set_interval(POLL, self._look_for_others)
        self._show_sources()
        warnings = self.reader.library.warnings
        if warnings:
            self.say(warnings[0], error=True)
        current = self.listing.current
        if current is not None and not self.narrow:
            self.show(current, opened=False)
        self.count_new()
        self.keep_refreshing()
        if not self.reader.feeds():
            self.welcome()
            return
        self.reader.warm()
        self.start_indexing()
        if self.reader.config.refresh_on_start:
            self.start_refresh(manual=False)

    # ---- title and sources ----

    def after_load(self) -> None:
        super().after_load()
        if self._view is not None:
            self.count_new()
        self.listing.show_empty(self.empty_text())
        self.marks_changed()

    def marks_changed(self) -> None:
        super().marks_changed()
        counts = self.reader.counts()
        scope = self.scope
        numbers = {
            View.UNREAD: counts.unread,
            View.ALL: counts.all,
            View.STARRED: counts.starred,
            View.LATER: counts.later,
        }
        name = VIEW_NAMES[scope.view]
        more = "" if self.listing.rows.complete else "+"
        listed, within = f"{len(self.listing.rows):,}{more}", f" · {self.time_told}" if self.time_told else ""
        if scope.query:
            told = f"“{scope.query.removesuffix('*')}”{within} · {listed} found"
        elif scope.feed_id is not None or scope.folder is not None:
            feed = self.reader.library.feed(scope.feed_id) if scope.feed_id is not None else None
            place = scope.folder if feed is None else feed.title or feed.url
            told = f"{place or 'Feeds'} · {name}{within and within + ' ·'} {listed}"
        else:
            told = f"{name}{within} · {listed if within else format(numbers[scope.view], ',')}"
        self.title_bar.tell(view=told, note=self.since_text())
        if self._settling is None and self.sources_visible:
            self._settling = self.set_timer(SETTLED, self._show_sources)

    def _show_sources(self) -> None:
        self._settling = None
        feeds = self.reader.feeds()
        failing = frozenset(feed.id for feed in feeds if feed.error)
        self.title_bar.tell(failing=len(failing))
        self.listing.show_failing(failing)
        if self.sources_visible:
            self.sources.show(lines(feeds, self.reader.counts(), self.scope.view), self.scope)

    def feeds_changed(self) -> None:
        super().feeds_changed()
        self._show_sources()
        self.start_indexing()

    def _look_for_others(self) -> None:
        if (version := self.reader.library.data_version()) == self._version:
            return
        self._version = version
        self.listing.changed()
        newest = self.reader.library.newest_id()
        self._seen, first = newest, max(self._seen, newest - MOST_AT_ONCE) + 1
        self.take_in(range(first, newest + 1))
        self._show_sources()

    # ---- panes ----

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        places: dict[Widget | None, Place] = {
            self.listing: Place.LIST,
            self._view: Place.ARTICLE,
            self.sources: Place.SOURCES,
        }
        self._place = places.get(event.widget, Place.ANYWHERE)
        if event.widget is self._view:
            self.add_class("-reading")
            current = self.listing.current
            if current is not None and self.shown is not None:
                self.show(self.shown.id if self.opened else current, opened=True)
        elif event.widget is self.listing:
            self.remove_class("-reading")
        self.offer_keys()

    def _panes(self) -> list[Widget]:
        panes: list[Widget] = [self.sources, self.listing, self.view]
        return panes if self.sources_visible else panes[1:]

    def _pane(self, by: int) -> None:
        panes = self._panes()
        here = panes.index(self.focused) if self.focused in panes else 0
        self._focus_pane(panes[(here + by) % len(panes)])

    def _focus_pane(self, pane: Widget) -> None:
        if pane is self.view:
            self.focus_article()
        elif pane is self.listing:
            self.focus_list()
        else:
            pane.focus(scroll_visible=False)

    def action_next_pane(self) -> None:
        self._pane(1)

    def action_previous_pane(self) -> None:
        self._pane(-1)

    def action_sources(self) -> None:
        show = not self.sources_visible
        self.set_class(show, "-sources-on")
        self.set_class(not show, "-sources-off")
        self.remove_class("-zen")
        if show:
            self._show_sources()
            self.sources.focus(scroll_visible=False)
        elif not self.reading:
            self.focus_list()
        if self.has_class("-wide"):
            self.sources_wanted = None if show else False

    def action_zen(self) -> None:
        if self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.listing.current is not None:
            self.read(self.shown.id if self.shown is not None else self.listing.current)
            self.add_class("-zen")

    def action_page_on(self) -> None:
        """A page down; at the article's end on to the next unread one."""
        if self.shown is None or (self.narrow and not self.reading):
            if self.listing.current is not None:
                self.read(self.listing.current)
            return
        self.show(self.shown.id, opened=True)
        self.view.action_page_on()

    def action_page_back(self) -> None:
        self.view.action_page_back()

    def action_leave(self) -> None:
        """One step back: out of the zen view, the article, the sources, the search."""
        if self.leave_joining():
            return
        if self.has_class("-zen"):
            self.remove_class("-zen")
        elif self.in_briefing:
            self.back_to_briefing()
        elif self.focused is not self.listing:
            if self.focused is self.search_box:
                self.leave_search()
                return
            self.focus_list()
        else:
            self.leave_search()

    def action_back(self) -> None:
        if self.has_class("-zen") or self.focused is not self.listing or self.scope.query:
            self.action_leave()
        else:
            self.app.exit()

    @on(ArticleMessages.ColumnChanged)
    def _column_changed(self, event: ArticleMessages.ColumnChanged) -> None:
        if not self.reader.library.read_only:
            self.reader.set_state("column", str(event.column))

    # ---- the rest ----

    def action_commands(self) -> None:
        self.app.action_command_palette()

    def action_change_theme(self) -> None:
        self.app.action_change_theme()

    def action_quit_now(self) -> None:
        self.app.exit()

    @on(Worker.StateChanged)
    def _worker_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            self.say(clean_line(f"{event.worker.group}: {type(error).__name__}: {error}"), error=True)

    def on_unmount(self) -> None:
        """Write down what is to be there again at the next start."""
        self.save_position()
        try:
            self.remember()
            if not self.reader.library.read_only:
                self.reader.set_state("last_visit", str(int(self.now().timestamp())))
        except LibraryError:
            return
