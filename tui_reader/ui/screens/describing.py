"""What the main screen says of itself: what is new, and what to press where there is nothing."""

from datetime import datetime

from ...domain import rows as r
from ...domain.models import View
from .about import About


class Describing(About):
    """Words for the title bar and for an empty list."""

    _counted: tuple[tuple[View, int], int] | None = None
    """What was counted for which list."""

    def empty_text(self) -> list[str]:
        """What an empty list says: a title, then what to press."""

        def key(action: str) -> str:
            return self.key_for(action)

        if self.scope.query:
            return ["Nothing found", f"{key('leave')} goes back to the list"]
        view = self.scope.view
        if view is View.STARRED:
            return ["No stars yet", f"{key('star')} gives an article one", f"{key('view_all')} shows all articles"]
        if view is View.LATER:
            return [
                "Nothing kept for later",
                f"{key('later')} puts an article here",
                f"{key('view_all')} shows all articles",
            ]
        if not self.reader.feeds():
            return ["No feeds yet", f"{key('add')} adds one", f"{key('commands')} then “starter”: feeds to begin with"]
        ask = f"{key('refresh_all')} asks the feeds for news"
        if view is View.UNREAD and self.reader.counts().all:
            return ["All read", ask, f"{key('view_all')} shows all articles, {key('view_starred')} the starred ones"]
        if self.title_bar.failing:
            return ["No articles yet", f"{key('failures')} says why the feeds fail", ask]
        return ["No articles yet", ask]

    def since_text(self) -> str:
        """What came since the last visit; "" for nothing."""
        if not self.last_visit or self.scope.query or self.scope.view not in (View.UNREAD, View.ALL):
            return ""
        new = r.newer_than(self.listing.rows, self.last_visit)
        if not new:
            return ""
        behind = self._behind()
        told = f"{new + behind} new in {new} stor{'y' if new == 1 else 'ies'}" if behind else f"{new} new"
        return f"{told} since {self.when(self.last_visit)}"

    def _behind(self) -> int:
        """New articles behind those of their story that have the row; counted when the list changes."""
        if not self.scope.folded:
            return 0
        key = (self.scope.view, len(self.listing.rows))
        if self._counted is None or self._counted[0] != key:
            behind = len(self.reader.library.stories.hidden(self.scope.view, self.last_visit))
            self._counted = key, behind
        return self._counted[1]

    def when(self, moment: int) -> str:
        """A moment of the last days (Unix seconds), as it goes into a sentence: "07:40", "yesterday 18:00"."""
        when, now = datetime.fromtimestamp(moment, self.tz), self.now().astimezone(self.tz)
        if when.date() == now.date():
            return f"{when:%H:%M}"
        day = r.day_title(when.date(), now.date())
        return f"{day[:1].lower() + day[1:] if day == 'Yesterday' else day} {when:%H:%M}"
