"""The article pane's keys, pressed in another pane: on to the article, and there they do what they do."""

from textual.binding import Binding, BindingType

from ...domain.models import Article
from ..actions import ANYWHERE, LIST, SOURCES, Action
from ..widgets.article_actions import ARTICLE_ACTIONS
from .briefed import Briefed


def _keys(action: Action) -> set[str]:
    return set(action.keys.split(","))


TAKEN = set().union(*map(_keys, (*ANYWHERE, *LIST, *SOURCES)))
REACHED = tuple(action for action in ARTICLE_ACTIONS if _keys(action).isdisjoint(TAKEN))
"""What no other pane has a key for: these keys mean the article wherever they are pressed."""


def reaching_bindings() -> list[BindingType]:
    """`REACHED`, for the screen; the article pane's own bindings come before them."""
    return [
        Binding(action.keys, f"in_article('{action.id}')", action.label, show=False, id=action.id, tooltip=action.help)
        for action in REACHED
    ]


class Reaching(Briefed):
    """Runs the article pane's actions for the other panes."""

    _reached: tuple[int, str] | None = None
    """The article on whose coming an action waits, and the action."""

    def action_in_article(self, name: str) -> None:
        """Go to the article that is chosen in the list, and run the pane's action `name`."""
        current = self.listing.current
        if current is None:
            self.say("There is no article here")
            return
        self._reached = (current, name)
        self.read(current)
        self._run_reached()

    def now_showing(self, article: Article) -> None:
        super().now_showing(article)
        self.call_after_refresh(self._run_reached)

    def _run_reached(self) -> None:
        if self._reached is not None and self.shown is not None and self._reached[0] == self.shown.id:
            name, self._reached = self._reached[1], None
            self.call_later(self.view.run_action, name)
