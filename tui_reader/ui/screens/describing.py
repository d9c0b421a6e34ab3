"""What the main screen says of itself: what is new, and what to press where there is nothing."""

import asyncio
from datetime import datetime

from ...domain import rows as r
from ...domain.models import Scope, View
from .about import About

Feeds = tuple[int | None, str | None]
"""A feed's id or a folder, or neither: all feeds."""


class Describing(About):
    """Words for the title bar and for an empty list."""

    _came: tuple[Feeds | None, tuple[int, int]] = (None, (0, 0))
    """The feeds that were counted, and how many (articles, stories) came from them since the last visit."""

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

    def count_new(self) -> None:
        """Count what came since the last visit, beside the screen."""
        if self.last_visit and self._told_of(self.scope) is not None:
            self.run_worker(self._count_new(self.scope), group="new", exclusive=True, exit_on_error=False)

    async def _count_new(self, scope: Scope) -> None:
        came = await asyncio.to_thread(self.reader.library.stories.came, self.last_visit, scope)
        self._came = self._told_of(scope), came
        self.title_bar.tell(note=self.since_text())

    def _told_of(self, scope: Scope) -> Feeds | None:
        """The feeds of whose news the title bar tells; None where it tells of none."""
        everything = not scope.query and scope.view in (View.UNREAD, View.ALL)
        return (scope.feed_id, scope.folder) if everything else None

    def since_text(self) -> tuple[str, ...]:
        """What came since the last visit, the longest way to say it first; none where that is not known."""
        feeds, (articles, stories) = self._came
        if feeds is None or feeds != self._told_of(self.scope):
            return ()
        when = self.when(self.last_visit)
        if not articles:
            return f"last visit {when}, nothing new", "nothing new"
        some = f"{articles:,} new"
        told = f"{some} in {stories:,} stor{'y' if stories == 1 else 'ies'}" if stories < articles else some
        return f"last visit {when}, {told}", f"{told} since {when}", told, some

    def when(self, moment: int) -> str:
        """A moment of the last days (Unix seconds), as it goes into a sentence: "07:40", "yesterday 18:00"."""
        when, now = datetime.fromtimestamp(moment, self.tz), self.now().astimezone(self.tz)
        if when.date() == now.date():
            return f"{when:%H:%M}"
        day = r.day_title(when.date(), now.date())
        return f"{day[:1].lower() + day[1:] if day == 'Yesterday' else day} {when:%H:%M}"
