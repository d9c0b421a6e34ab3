"""The library: all that is kept, in one SQLite file, and the only way to it.

What the first paint does not need is imported by the methods that need it: it would be 5 % of the start.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.document import Document, Extraction
from ..domain.fetching import NewFeed
from ..domain.models import Article, Change, Counts, Feed, Head, ParsedEntry, Rows, Scope, Summary, View
from ..domain.text import clean_line
from . import articles, feeds, history, memory, subscribing
from .codec import pack_summary
from .database import Database
from .incoming import Incoming
from .writer import Urgency

if TYPE_CHECKING:
    from .arrivals import Arrival
    from .extras import Version
    from .health import Health
    from .stories import Stories

SEARCH_ALL = 1_000_000


class Library(Incoming):
    """Thread-safe. Every method blocks: reads for as long as the query takes, writes until the change is on the disk.

    All raise `LibraryError`, with one clean line that says what to do; the library is then as it was before the call.
    What the user does goes before what a refresh brings. When the file cannot be written to, `read_only` is True,
    `warnings` says so, reading works and writing raises.
    """

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> "Library":
        """Open the library at `path`, after converting one of an older version (a backup is made before).

        With `create` a missing file is made, 0600 in a 0700 folder. A file that is no library is never touched.
        """
        return cls(Database(path, create=create))

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def read_only(self) -> bool:
        return self._database.read_only

    def check_writable(self) -> None:
        """Raises LibraryError when nothing can be written: before work that would be lost."""
        self._database.check_writable()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Clean lines for the user: read-only, a network drive."""
        return self._database.warnings

    @property
    def longest_write(self) -> float:
        """Seconds that the longest transaction has held the writer since this was last set, for measurements."""
        return self._database.writer.longest

    @longest_write.setter
    def longest_write(self, value: float) -> None:
        self._database.writer.longest = value

    def close(self) -> None:
        """Finish what is queued and close all connections. May be called twice, from any thread."""
        self._database.close()

    def data_version(self) -> int:
        """Differs from the last call's value when another process has written meanwhile."""
        return self._database.data_version()

    def health(self) -> "Health":
        """A check of the whole file, and its figures. Takes about a second for 100,000 articles."""
        from . import health

        return health.health(self._database)

    def back_up(self) -> Path:
        """Write a copy beside the library, the newest three stay; the copy's path."""
        return self._database.back_up()

    # ---- feeds ----

    def add_feed(
        self, url: str, *, title: str = "", site_url: str = "", folder: str = "", allow_private: str = ""
    ) -> tuple[int, bool]:
        """(id, whether it is new). A feed that was removed comes back with its articles; a folder is added."""
        new = NewFeed(url=url, title=title, site_url=site_url, folders=(folder,) if folder else ())
        return self._database.write(partial(subscribing.add_feed, new=new, allow_private=allow_private))

    def add_feeds(self, new: Sequence[NewFeed]) -> tuple[int, int]:
        """(added, already there), all in one transaction."""
        return self._database.write(partial(subscribing.add_feeds, feeds=new))

    def remove_feed(self, feed_id: int) -> Change:
        """Take a feed and its articles out of all lists; undo() brings it back, until it is deleted after a week."""
        return self._database.write(partial(history.remove_feed, feed_id=feed_id))

    def set_feed(
        self,
        feed_id: int,
        *,
        title: str | None = None,
        full_text: str | None = None,
        folder: str | None = None,
        folders: Sequence[str] | None = None,
        allow_private: str | None = None,
        user_agent: str | None = None,
        header: str | None = None,
        auth_user: str | None = None,
        secret_command: str | None = None,
    ) -> None:
        """Change what is not None. `title` "": the feed's own. `folder`: the only one, "" for none.

        undo() takes a change of title, full_text and folders back.
        """
        if folder is not None:
            folders = (folder,) if folder else ()
        fetch = {
            "allow_private": allow_private,
            "user_agent": user_agent,
            "header": header,
            "auth_user": auth_user,
            "secret_command": secret_command,
        }
        given = {name: value for name, value in fetch.items() if value is not None}
        self._database.write(
            partial(
                subscribing.set_feed, feed_id=feed_id, title=title, full_text=full_text, folders=folders, fetch=given
            )
        )

    def feeds(self) -> list[Feed]:
        """All feeds by title; last, once it exists, the built-in one of saved articles (`url` is "")."""
        return feeds.feeds(self._database)

    def feed(self, feed_id: int) -> Feed | None:
        return feeds.feed(self._database, feed_id)

    def find_feed(self, text: str) -> list[Feed]:
        """The feed whose id, address or title `text` is; else all feeds whose title, or else address, holds it."""
        return feeds.find_feed(self._database, text)

    def saved_feed(self) -> int:
        """The id of the built-in feed of articles that were saved by their address; made when it is missing."""
        return self._database.write(subscribing.saved_feed)

    @property
    def stories(self) -> "Stories":
        """Which articles are one story."""
        from .stories import Stories

        return Stories(self._database)

    # ---- lists ----

    def rows(self, scope: Scope, *, limit: int | None = None) -> Rows:
        """The scope's articles, newest first; `complete` is False when `limit` cut them."""
        from . import search

        if scope.query:
            return search.search(self._database, scope, limit or SEARCH_ALL)
        return articles.rows(self._database, scope, limit)

    def heads(self, ids: Sequence[int]) -> list[Head]:
        """In the order of `ids`, without those that are gone."""
        return articles.heads(self._database, ids)

    def newest_id(self) -> int:
        """The id of the article that came last; 0 when there is none."""
        with self._database.reading() as db:
            return int(db.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()[0])

    def counts(self) -> Counts:
        return articles.counts(self._database)

    def article(self, article_id: int) -> Article | None:
        return articles.article(self._database, article_id)

    def search(self, query: str, *, limit: int = 500) -> Rows:
        """The newest articles that match. All words must occur; "a phrase", word*, -word; any language."""
        from . import search

        return search.search(self._database, Scope(query=query), limit)

    def arrivals(self, since: int, *, limit: int, after: int = 0) -> "list[Arrival]":
        """The newest articles that came after `since` (Unix seconds), with their texts as they are stored.

        Only those that were stored after the article `after`.
        """
        from . import arrivals

        return arrivals.arrivals(self._database, since, limit, after)

    # ---- what the user does ----

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        later: bool | None = None,
        undoable: bool = True,
    ) -> Change:
        """Set what is not None. `Change.ids`: the articles that this made a difference to."""
        return history.mark(self._database, ids, history.Marks(read, starred, later), undoable=undoable)

    def mark_all_read(self, scope: Scope, *, newest: int | None = None) -> Change:
        """Mark the scope's articles read, in parts; one entry for undo().

        `newest`: the highest id that the list shows; articles with a higher one came later and stay unread.
        """
        view = View.UNREAD if scope.view is View.ALL else scope.view
        ids = self.rows(replace(scope, view=view, stories=False)).ids
        behind = self.stories.hidden(scope) if scope.folded and newest is not None else ()
        return self.mark([i for i in ids if newest is None or i <= newest or i in behind], read=True)

    def read_at(self, ids: Sequence[int]) -> dict[int, int]:
        """{id: when it was marked read, Unix seconds}; without the unread, and those read when that was not kept."""
        return history.read_at(self._database, ids)

    def undo(self) -> Change | None:
        """Take the newest change back; it, or None when there is nothing left to undo. Survives restarts."""
        return history.undo(self._database)

    # ---- the rest of an article ----

    def save_full_text(self, article_id: int, extraction: Extraction) -> None:
        """Status FULL: keep it as the full document. Else: keep the reason; what was there stays."""
        from . import extras

        self._database.write(
            partial(extras.save_full_text, article_id=article_id, extraction=extraction), Urgency.REFRESH
        )

    def summary(self, article_id: int, key: str) -> Summary | None:
        from . import extras

        return extras.summary(self._database, article_id, key)

    def save_summary(self, article_id: int, key: str, summary: Summary) -> None:
        """Cache a summary under `key` (made of the article's `content_hash`); the newest four of an article stay."""
        from . import extras

        data = pack_summary(summary)
        work = partial(extras.save_summary, article_id=article_id, key=key, data=data)
        self._database.write(work, Urgency.REFRESH)

    def save_position(self, article_id: int, position: str) -> None:
        from . import extras

        work = partial(extras.save_position, article_id=article_id, position=clean_line(position))
        self._database.write(work, Urgency.REFRESH)

    def versions(self, article_id: int) -> "list[Version]":
        """What the article said before its publisher changed it, newest first."""
        from . import extras

        return extras.versions(self._database, article_id)

    def is_stale(self, article_id: int) -> bool:
        """The publisher changed the feed's entry after the full text was fetched."""
        from . import extras

        return extras.is_stale(self._database, article_id)

    def add_later(self, article: ParsedEntry, document: Document) -> int:
        """Save an article by its address into the built-in feed and onto the later list; its id, also if known."""
        from . import extras

        return self._database.write(partial(extras.add_later, entry=article, document=document))

    # ---- the screen's memory ----

    def get_state(self, key: str, default: str = "") -> str:
        return memory.get_state(self._database, key, default)

    def set_state(self, key: str, value: str) -> None:
        self._database.write(partial(memory.set_state, key=key, value=value), Urgency.REFRESH)
