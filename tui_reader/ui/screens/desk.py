"""The desk: what the parts of the main screen share. It holds the widgets and the state, and says what was done."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Literal

from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from ...domain.models import Article, Scope, View
from ...reader import Reader
from ..actions import Place, all_actions
from ..keys import footer, keys_of, show_key
from ..widgets.article_list import ArticleList
from ..widgets.bars import BottomBar, TitleBar
from ..widgets.sources import SourcesList

if TYPE_CHECKING:
    from ..widgets.article_view import ArticleView

Mode = Literal["full", "summary"]

ON_PAGE = ("summary", "full_text", "previous_article", "next_article", "open_browser", "highlights", "changes")

SAID = 6.0
"""Seconds that a message stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is the same again at the next start."""

    view: str = View.UNREAD.value
    feed_id: int | None = None
    folder: str | None = None
    article_id: int | None = None
    mode: Mode = "full"
    sources: bool | None = None
    """False: no sources pane even where there is room for it."""

    @classmethod
    def from_json(cls, text: str) -> "Memory":
        """What `to_json` wrote; the defaults for anything else."""
        try:
            raw = json.loads(text)
            view, mode = View(raw["view"]), raw["mode"]
            feed_id, folder, article_id, sources = (raw[n] for n in ("feed_id", "folder", "article_id", "sources"))
        except (ValueError, TypeError, KeyError):
            return cls()
        return cls(
            view=view.value,
            feed_id=feed_id if isinstance(feed_id, int) else None,
            folder=folder if isinstance(folder, str) else None,
            article_id=article_id if isinstance(article_id, int) else None,
            mode="summary" if mode == "summary" else "full",
            sources=False if sources is False else None,
        )

    def to_json(self) -> str:
        return json.dumps(asdict(self))


class Desk(Screen[None]):
    """State and widgets of the main screen."""

    def __init__(self, reader: Reader, *, tz: tzinfo | None = None, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.reader = reader
        self.tz = tz
        self.memory = Memory.from_json(reader.get_state("screen"))
        self.scope = Scope(View(self.memory.view), self.memory.feed_id, self.memory.folder)
        self.mode: Mode = self.memory.mode
        self.sources_wanted = self.memory.sources
        self.shown: Article | None = None
        """The article in the article pane."""
        self.opened = False
        """It is being read, not just looked at in passing."""
        visit = reader.get_state("last_visit")
        self.last_visit = int(visit) if visit.isdecimal() else 0
        self.shown_keys = {id_: self.key_for(id_) for id_ in ON_PAGE}
        """Action ids and the keys that the article pane shows for them."""
        self.title_bar = TitleBar()
        self.sources = SourcesList(id="sources")
        self.search_box = Input(placeholder='Search: words, "a phrase", word*, -word', id="search")
        self.listing = ArticleList(reader.heads, self.now, tz=tz, id="list")
        self._view: ArticleView | None = None
        self.bottom = BottomBar()
        self.problems: list[str] = []
        """What is wrong with the settings."""
        self._said: Timer | None = None
        self._asked = ""
        """What the bottom line asks until that is answered."""
        self._place = Place.LIST

    def now(self) -> datetime:
        """The time, from the app's clock."""
        from ..app import ReaderApp

        assert isinstance(self.app, ReaderApp)
        return self.app.now()

    @property
    def view(self) -> "ArticleView":
        """The article pane. Made when it is first asked for, which is after the list has been painted."""
        if self._view is None:
            from ..widgets.article_view import ArticleView

            self._view = ArticleView(column=self._column(), keymap=self.reader.config.keys, id="article")
        return self._view

    def _column(self) -> int:
        kept = self.reader.get_state("column")
        return int(kept) if kept.isdecimal() else self.reader.config.column

    # ---- saying ----

    def say(self, message: str, *, undo: bool = False, error: bool = False, stay: bool = False) -> None:
        """Show a line; `undo` adds the key that takes it back, `stay` keeps it until something else is said."""
        if undo:
            message += f" · {self.key_for('undo')} undoes it"
        self.bottom.say(message or self._asked, error=error)
        if self._said is not None:
            self._said.stop()
            self._said = None
        if message and not stay:
            self._said = self.set_timer(SAID, lambda: self.bottom.say(self._asked))

    def ask(self, question: str) -> None:
        """Show a line whenever there is nothing else to say; "" for none."""
        self._asked = question
        self.say("")

    def key_for(self, action_id: str) -> str:
        """The first key of an action, as it is shown to people."""
        action = next(action for action in all_actions() if action.id == action_id)
        keys = keys_of(action, self.reader.config.keys)
        return show_key(keys[0]) if keys else action.label

    def offer_keys(self) -> None:
        """Show in the footer what the focused pane can do."""
        self.bottom.offer(footer(self._place, self.reader.config.keys))

    # ---- panes ----

    @property
    def narrow(self) -> bool:
        """One pane at a time."""
        return self.has_class("-narrow")

    @property
    def reading(self) -> bool:
        """The article pane is the one in use."""
        return self.has_class("-reading")

    @property
    def sources_visible(self) -> bool:
        if self.has_class("-sources-off"):
            return False
        return self.has_class("-sources-on") or self.has_class("-wide")

    def focus_list(self) -> None:
        """Go to the list pane."""
        self.remove_class("-reading")
        self.remove_class("-zen")
        if not self.has_class("-wide"):
            self.remove_class("-sources-on")
        self.set_focus(self.listing, scroll_visible=False)

    def focus_article(self) -> None:
        """Go to the article pane."""
        self.add_class("-reading")
        if not self.has_class("-wide"):
            self.remove_class("-sources-on")
        self.set_focus(self.view, scroll_visible=False)

    # ---- remembering ----

    def home(self) -> tuple[Scope, int | None]:
        """The list that one comes back to at the next start, and the article chosen there."""
        return self.scope, self.shown.id if self.shown is not None and self.opened else self.listing.current

    def remember(self) -> None:
        """Write down where one is, for the next start."""
        scope, article_id = self.home()
        memory = Memory(
            view=scope.view.value,
            feed_id=scope.feed_id,
            folder=scope.folder,
            article_id=article_id,
            mode=self.mode,
            sources=self.sources_wanted,
        )
        if memory != self.memory and not self.reader.library.read_only:
            self.memory = memory
            self.reader.set_state("screen", memory.to_json())
