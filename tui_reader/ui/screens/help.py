"""The help: every key, those of the focused pane first."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ..actions import Action, Group, Place, all_actions
from ..keys import show_keys
from ..widgets.row_strips import wrap
from .panels import TextPanel

NAMES = {
    Place.LIST: "In the list",
    Place.ARTICLE: "In the article",
    Place.SOURCES: "In the sources",
    Place.BRIEFING: "In the briefing",
}

INDENT = 17
"""Columns before what a key does."""

Section: TypeAlias = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and keys with what they do."""


class HelpPanel(TextPanel):
    """All actions by group."""

    def __init__(self, place: Place, keymap: Mapping[str, str]) -> None:
        super().__init__("Keys", ())
        self._place, self._keymap = place, keymap

    def content(self) -> ComposeResult:
        actions = [action for action in all_actions() if show_keys(action, self._keymap)]
        here = [action for action in actions if action.place is self._place]
        parts = [self._section(NAMES.get(self._place, ""), here)] if here else []
        for group in Group:
            found = [action for action in actions if action.group is group and action.place is Place.ANYWHERE]
            parts.append(self._section(group.value, found))
        with VerticalScroll(classes="scroller", can_focus=True):
            yield KeyTable(parts)

    def _section(self, title: str, actions: list[Action]) -> Section:
        return title, [(show_keys(action, self._keymap), action.help) for action in actions]


class KeyTable(Static):
    """Keys on the left; what they do on the right, in as many lines as it needs there."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__(classes="text")
        self._sections = sections

    def on_resize(self, event: events.Resize) -> None:
        room = event.size.width - INDENT if event.size.width >= 2 * INDENT else 0
        self.update(Content("\n\n").join(self._lines(*section, room) for section in self._sections))

    def _lines(self, title: str, rows: Sequence[tuple[str, str]], room: int) -> Content:
        lines = [Content.styled(title, "bold $accent")]
        for keys, text in rows:
            told = f"\n{' ' * INDENT}".join(wrap(text, room)) if room else text
            lines.append(Content.assemble(Content.styled(f"  {keys:<{INDENT - 3}} ", "bold"), told))
        return Content("\n").join(lines)
