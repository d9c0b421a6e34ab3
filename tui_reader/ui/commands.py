"""The command palette: every action of the table by its name, and the themes."""

from collections.abc import Coroutine
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from .actions import Action, all_actions
from .keys import show_keys
from .screens.main import MainScreen


class Commands(Provider):
    """The actions that the main screen can run."""

    def _found(self) -> list[tuple[Action, str]]:
        if not isinstance(self.screen, MainScreen):
            return []
        keymap = self.screen.reader.config.keys
        return [(action, show_keys(action, keymap)) for action in all_actions() if action.palette]

    def _run(self, action: Action) -> partial[Coroutine[Any, Any, None]]:
        return partial(self.screen.run_action, action.id)

    async def discover(self) -> Hits:
        for action, keys in self._found():
            yield DiscoveryHit(action.label, self._run(action), help=f"{action.help}  {keys}".rstrip())

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action, keys in self._found():
            text = f"{action.label}: {action.help}"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), self._run(action), help=keys or None)
