"""The help: every key, those of the focused pane first."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ..actions import Action, Group, Place, all_actions
from ..keys import show_keys
from .panels import TextPanel

NAMES = {
    Place.LIST: "In the list",
    Place.ARTICLE: "In the article",
    Place.SOURCES: "In the sources",
    Place.BRIEFING: "In the briefing",
}


class HelpPanel(TextPanel):
    """All actions by group; two columns where there is room."""

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
            yield Static(Content("\n\n").join(parts), classes="text")

    def _section(self, title: str, actions: list[Action]) -> Content:
        lines = [Content.styled(title, "bold $accent")]
        for action in actions:
            keys = show_keys(action, self._keymap)
            lines.append(Content.assemble(Content.styled(f"  {keys:<13} ", "bold"), action.help))
        return Content("\n").join(lines)
