"""Feeds come and go: adding, importing, exporting, renaming, and what an empty library offers."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from ...domain.fetching import NewFeed
from ...domain.models import Feed, Scope, View
from ...store import LibraryError
from ..widgets.sources import SourcesList
from .searching import Searching

if TYPE_CHECKING:
    from ...domain.outcomes import Added, Imported

EXPORT_NAME = "tui-reader.opml"


def _feeds(count: int, what: str) -> str:
    return f"{count} feed{'' if count == 1 else 's'} {what}"


class Subscribing(Searching):
    """Everything that changes which feeds there are."""

    def welcome(self) -> None:
        """What to begin with."""
        from .first_run import WelcomePanel

        self.app.push_screen(WelcomePanel(), self._welcomed)

    async def _welcomed(self, choice: str | None) -> None:
        if choice is not None:
            await self.run_action(choice)

    def action_add(self) -> None:
        from .add import AddPanel

        self.app.push_screen(AddPanel(self.reader), self._added)

    def _added(self, added: "Added | Imported | None") -> None:
        from ...domain.outcomes import Added

        if not isinstance(added, Added):
            return
        self.feeds_changed()
        self.focus_list()
        if added.feed is not None:
            self.load(Scope(View.ALL, feed_id=added.feed.id))
        elif added.article_id is not None:
            self.load(Scope(View.LATER), added.article_id)
        self.say(added.report)

    def action_import_opml(self) -> None:
        from .add import ImportPanel

        self.app.push_screen(ImportPanel(self.reader), self._imported)

    def _imported(self, imported: "Added | Imported | None") -> None:
        from ...domain.outcomes import Imported

        if not isinstance(imported, Imported):
            return
        self.feeds_changed()
        told = [_feeds(imported.added, "added")]
        told += [f"{imported.known} known already"] if imported.known else []
        told += [f"{len(imported.skipped)} left out"] if imported.skipped else []
        self.say(", ".join(told), error=not imported.added and not imported.known)
        self.ask_new()
        if imported.skipped:
            from .panels import Paragraph, TextPanel

            left_out = [Paragraph(what, why) for what, why in imported.skipped]
            self.app.push_screen(TextPanel("Left out of the import", left_out))

    def action_export_opml(self) -> None:
        from .panels import AskPanel

        panel = AskPanel("Export subscriptions", "The file to write", value=f"~/{EXPORT_NAME}")
        self.app.push_screen(panel, self._export)

    def _export(self, name: str | None) -> None:
        if name is None:
            return
        path = Path(name).expanduser()
        if path.exists():
            self.say(f"{path} is there already: choose another name", error=True)
            return
        try:
            path.write_text(self.reader.export_opml(), encoding="utf-8")
        except OSError as error:
            self.say(f"{path} could not be written: {error.strerror}", error=True)
            return
        self.say(f"Subscriptions written to {path}")

    def action_starters(self) -> None:
        from .first_run import StartersPanel

        self.app.push_screen(StartersPanel(self.reader), self._follow)

    def _follow(self, chosen: list[NewFeed] | None) -> None:
        if not chosen:
            return
        try:
            added, _ = self.reader.library.add_feeds(chosen)
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        self.feeds_changed()
        self.focus_list()
        self.load(Scope(View.UNREAD))
        self.say(_feeds(added, "followed"))
        self.ask_new()

    def action_sample(self) -> None:
        try:
            ids = self.reader.add_sample()
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        self.feeds_changed()
        self.focus_list()
        self.load(Scope(View.UNREAD))
        self.say(f"The sample edition is here: {len(ids)} articles" if ids else "The sample edition is here already")

    @on(SourcesList.RenameRequested)
    def _rename(self, event: SourcesList.RenameRequested) -> None:
        from .panels import AskPanel

        feed: Feed = event.feed
        panel = AskPanel("Rename", feed.url, value=feed.title, placeholder="The feed's own name")
        self.app.push_screen(panel, lambda name: self._renamed(feed, name))

    def _renamed(self, feed: Feed, name: str | None) -> None:
        if name is None or name == feed.title:
            return
        try:
            self.reader.library.set_feed(feed.id, title=name)
        except LibraryError as error:
            self.say(str(error), error=True)
            return
        self.listing.changed()
        self.feeds_changed()
        self.load(self.scope, self.listing.current)
        self.say(f"{feed.title} is called {name} now")
