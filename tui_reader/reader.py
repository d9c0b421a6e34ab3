"""The one object that the screen and the command line talk to.

Importing it is cheap: what parses, fetches or summarises is loaded on the background thread when it is first needed.
"""

from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .background import Background
from .config import Config
from .domain.document import Extraction
from .domain.models import Article, Change, Counts, Feed, Head, Rows, Scope, Summary
from .domain.problems import ReaderError
from .domain.reading import WORDS_A_MINUTE
from .store import Library

if TYPE_CHECKING:
    from .domain.briefings import Paper
    from .domain.outcomes import Added, Imported, Progress, RefreshReport
    from .domain.pictures import Bitmap, Picture
    from .domain.stories import Member, StoryNews
    from .jobs import Jobs
    from .services import Services
    from .starters import StarterTopic

__all__ = ["Reader", "ReaderError"]

Result = TypeVar("Result")


class Reader:
    """A library, and all that can be done with it.

    What reads or marks is synchronous and quick. What needs the network or the job process is `async` and runs on the
    reader's own background thread, so that it may be awaited on the screen's loop without stopping a key.
    """

    def __init__(self, config: Config, library: Library) -> None:
        self.config = config
        self.library = library
        self._background = Background()
        self._lock = Lock()
        self._services: Services | None = None
        self._jobs: Jobs | None = None
        self.regrouped: Callable[[], None] | None = None
        """Called from the background thread whenever articles have come to form other stories."""

    @classmethod
    def open(cls, config: Config, library: Path) -> Self:
        """The reader on the database file `library`, made when it is not there. Raises LibraryError."""
        return cls(config, Library.open(library))

    def close(self) -> None:
        """End what is under way and close the library. May be called twice."""
        self._background.close(self._services.aclose() if self._services else None)
        if self._jobs is not None:
            self._jobs.close()
        self.library.close()

    # ---- reading: at once, on the caller's thread ----

    def rows(self, scope: Scope, *, limit: int | None = None) -> Rows:
        return self.library.rows(scope, limit=limit)

    def heads(self, ids: Sequence[int]) -> list[Head]:
        return self.library.heads(ids)

    def counts(self) -> Counts:
        return self.library.counts()

    def article(self, article_id: int) -> Article | None:
        """The article, or None. A text that came just now is made into a document first: in the job process."""
        article = self.library.article(article_id)
        if article is not None and article.raw is not None:
            from .settling import opened

            return opened(self._job_processes(), article)
        return article

    def story(self, article_id: int) -> list[tuple[Head, str]]:
        """The articles of a story, the lead first, and why each is in it; none for an article that stands alone."""
        members = self.library.stories.members(article_id)
        return [(head, members[head.id]) for head in self.heads(list(members))]

    def feeds(self) -> list[Feed]:
        return self.library.feeds()

    def search(self, query: str) -> Rows:
        return self.library.search(query)

    def get_state(self, key: str, default: str = "") -> str:
        return self.library.get_state(key, default)

    def starters(self) -> list["StarterTopic"]:
        """Well-known feeds by topic, for a new library."""
        from .starters import topics

        return topics()

    def export_opml(self) -> str:
        """All feeds as an OPML 2.0 document."""
        from .importing import export

        return export(self.library)

    # ---- changes: acknowledged when they return ----

    def mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        later: bool | None = None,
        undoable: bool = True,
    ) -> Change:
        return self.library.mark(ids, read=read, starred=starred, later=later, undoable=undoable)

    def mark_all_read(self, scope: Scope, *, newest: int | None = None) -> Change:
        return self.library.mark_all_read(scope, newest=newest)

    def undo(self) -> Change | None:
        return self.library.undo()

    def save_position(self, article_id: int, position: str) -> None:
        self.library.save_position(article_id, position)

    def set_state(self, key: str, value: str) -> None:
        self.library.set_state(key, value)

    def add_sample(self) -> list[int]:
        """Follow the bundled sample edition; the ids of its articles that are new. Needs no network."""
        from .adding import add_sample
        from .grouping import group_here

        ids = add_sample(self.library)
        if ids:
            group_here(self.library)
        return ids

    def open_link(self, url: str, *, suspend: Callable[[], AbstractContextManager[None]] | None = None) -> None:
        """Open `url` in the browser. Raises ReaderError. `suspend` makes room for one that draws in this terminal."""
        from .web import OpenError, open_link

        try:
            open_link(url, self.config.browser, suspend=suspend)
        except OpenError as error:
            raise ReaderError(str(error)) from None

    # ---- work that takes time: awaited, on the background thread ----

    def warm(self) -> None:
        """Start the job process and load what it needs, so that the first summary comes at once. Returns at once."""
        self._background.start(self._call(lambda services: services.warm()))

    async def summary(self, article_id: int, sentences: int | None = None) -> Summary:
        """The summary of an article, from the library or made in the job process. Raises ReaderError.

        `sentences` None: as the settings say, or as suits the article's length.
        """
        return await self._run(lambda services: services.summary(article_id, sentences))

    async def compare(self, article_id: int, members: Sequence["Member"]) -> "StoryNews":
        """What is new about an article's story, `members` being as they were when it came on screen. Raises nothing."""
        return await self._run(lambda services: services.compare(article_id, members))

    async def briefing(
        self, since: datetime | None = None, minutes: float | None = None, *, now: datetime | None = None
    ) -> "Paper":
        """What came `since` (by default since the last visit, else a day ago) as stories, told in a few sentences each.

        With `minutes` an edition that takes no longer to read; what was read already is left out of it then. Made on
        this machine, in the job process, without the network. Raises ReaderError, LibraryError.
        """
        now = now or datetime.now(UTC)
        if since is None:
            visit = self.get_state("last_visit")
            since = datetime.fromtimestamp(int(visit), UTC) if visit.isdecimal() else now - timedelta(days=1)
        begin, moment = int(since.timestamp()), int(now.timestamp())
        return await self._run(lambda services: services.briefing(begin, minutes, moment, self.words_a_minute))

    @property
    def words_a_minute(self) -> float:
        """How fast the user reads: measured, or what people do on average."""
        kept = self.get_state("words_a_minute")
        return float(kept) if kept.isdecimal() and int(kept) > 0 else float(WORDS_A_MINUTE)

    async def full_text(self, article_id: int) -> Article:
        """Fetch an article's page and keep its text. Raises ReaderError with the reason; the teaser stays."""
        return await self._run(lambda services: services.full_text(article_id))

    async def pictures(
        self,
        article_id: int,
        urls: Sequence[str],
        made: Callable[[str, "Picture | Bitmap"], None],
        *,
        cell: tuple[int, int] | None = None,
    ) -> tuple[str, ...]:
        """Fetch pictures of an article; `made` is called from the background thread with each one's address.

        `cell`: the pixels of a cell of a terminal that draws them itself, None for half-blocks. Why the others cannot
        be shown, a clean line each. Raises ReaderError when none may be: by the settings, over ssh, for want of Pillow.
        """
        return await self._run(lambda services: services.pictures(article_id, urls, made, cell))

    async def extract(self, address: str) -> Extraction:
        """The text of any page, kept nowhere. Raises ReaderError when the page could not be had."""
        return await self._run(lambda services: services.extract(address))

    async def refresh(
        self,
        feed_ids: Sequence[int] | None = None,
        *,
        manual: bool = True,
        progress: "Callable[[Progress], None] | None" = None,
    ) -> "RefreshReport":
        """Ask the feeds for news; `progress` is called from the background thread. Raises ReaderError, LibraryError."""
        return await self._run(lambda services: services.refresh(feed_ids, manual, progress))

    async def finished(self) -> None:
        """Wait until what a refresh leaves for later is done: documents of its texts, the search index, full texts.

        The screen need not: all this goes on in the background, and what is not done when the reader ends is done next
        time.
        """
        if self._services is not None:
            await self._run(lambda services: services.finished())

    async def add(self, address: str, *, folder: str = "") -> "Added":
        """Follow a feed by its address or its site's; an article's address is saved to Later. Raises ReaderError."""
        return await self._run(lambda services: services.add(address, folder))

    async def import_opml(self, path: Path) -> "Imported":
        """Follow every feed of an OPML file; fetches nothing. Raises ReaderError."""
        return await self._run(lambda services: services.import_opml(path))

    def _job_processes(self) -> "Jobs":
        """For what somebody waits for: one process for summaries and pages, another when that is busy."""
        with self._lock:
            if self._jobs is None:
                from .jobs import Jobs

                self._jobs = Jobs(2)
            return self._jobs

    def _tell_regrouped(self) -> None:
        if self.regrouped is not None:
            self.regrouped()

    async def _run(self, work: Callable[["Services"], Coroutine[Any, Any, Result]]) -> Result:
        return await self._background.run(self._call(work))

    async def _call(self, work: Callable[["Services"], Coroutine[Any, Any, Result]]) -> Result:
        if self._services is None:
            from .services import Services

            self._services = Services(self.config, self.library, self._job_processes(), self._tell_regrouped)
        return await work(self._services)
