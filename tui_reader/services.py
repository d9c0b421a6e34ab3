"""What takes time: network and job process, on the background loop. Only `reader.Reader` makes one."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from . import pages, settling
from .adding import add_address
from .ahead import fetch_ahead
from .briefing import Wish, make_paper
from .config import Config
from .domain.briefings import Paper
from .domain.document import Document, Extraction, Status
from .domain.models import Article, Summary
from .domain.outcomes import Added, Imported, Progress, RefreshReport
from .domain.pictures import Bitmap, Picture
from .domain.problems import ReaderError
from .domain.stories import Member, StoryNews
from .grouping import group
from .importing import read_file
from .jobs import JobFailed, Jobs, JobTimedOut
from .pictures import Pictures
from .refresh import Refresh
from .store import Library, LibraryError
from .story_news import story_news
from .summary import VERSION, summarize_document
from .web import Client, FetchError, normalise_address, private_place
from .web.politeness import FLOOR_MINUTES

SUMMARY_SECONDS = 5.0

PAUSE = 0.02
"""Seconds between two slices of the work that a refresh leaves, so that the screen never notices it."""


class Services:
    """One network client and the job processes; bound to the loop of the first call."""

    def __init__(
        self, config: Config, library: Library, jobs: Jobs, regrouped: Callable[[], None] = lambda: None
    ) -> None:
        """`regrouped` is called, on the loop's thread, whenever rows of the list have become others."""
        self._config = config
        self._regrouped = regrouped
        self._library = library
        self._client = Client(config.network)
        self._jobs = jobs
        self._bulk_jobs = Jobs(1)
        """For refreshes: a summary never waits behind a thousand feeds."""
        self._pictures = Pictures(self._client, jobs, config.images)
        self._summaries: dict[tuple[int, int | None], asyncio.Task[Summary]] = {}
        """Under way: (article's id, sentences) -> what makes it."""
        self._rest: asyncio.Task[None] | None = None
        """What a refresh left to be done, under way."""
        self._more = False
        self._hurry = False
        self._every_feed = config.open_full_text == "refresh"

    async def aclose(self) -> None:
        """Close the connections and end the job processes."""
        await asyncio.to_thread(self._bulk_jobs.close)
        await self._client.aclose()

    async def warm(self) -> None:
        await self._jobs.warm()
        if not self._library.read_only and await asyncio.to_thread(self._library.unfinished) > 0:
            self._do_the_rest()

    def _do_the_rest(self) -> None:
        """Begin (or go on with) what a refresh leaves: documents, the search index."""
        self._more = True
        if self._rest is None or self._rest.done():
            self._rest = asyncio.create_task(self._work_off())

    async def _work_off(self) -> None:
        while self._more:
            self._more = False
            with suppress(LibraryError):
                await settling.settle(self._library, self._bulk_jobs, self._pause)
                if await group(self._library, self._bulk_jobs):
                    self._regrouped()
                if await fetch_ahead(self._library, self._client, self._bulk_jobs, every_feed=self._every_feed):
                    await settling.settle(self._library, self._bulk_jobs, self._pause)
                    self._regrouped()  # their lengths, and maybe the marks of what changed, are others

    def _pause(self) -> float:
        return 0.0 if self._hurry else PAUSE

    async def finished(self) -> None:
        """As `Reader.finished`."""
        self._hurry = True
        try:
            while self._rest is not None and not self._rest.done():
                await asyncio.shield(self._rest)
        finally:
            self._hurry = False

    async def summary(self, article_id: int, sentences: int | None) -> Summary:
        """As `Reader.summary`. It is finished also when nobody waits any more: the one who asks next has it at once."""
        wanted = (article_id, sentences or self._config.summary_sentences)
        if wanted not in self._summaries:
            task = self._summaries[wanted] = asyncio.create_task(self._summarize(*wanted))
            task.add_done_callback(lambda done: self._summarized(wanted, done))
        return await asyncio.shield(self._summaries[wanted])

    def _summarized(self, wanted: tuple[int, int | None], done: "asyncio.Task[Summary]") -> None:
        del self._summaries[wanted]
        if not done.cancelled():
            done.exception()  # whoever waits gets it; nobody may be waiting

    async def _summarize(self, article_id: int, count: int | None) -> Summary:
        article = await self._found(article_id)
        key = f"{VERSION}:{count or 'auto'}:{article.content_hash}"
        if (cached := self._library.summary(article_id, key)) is not None:
            return cached
        language = article.language or None
        try:
            summary = await self._jobs.run(
                summarize, article.document, article.head.headline, language, count, deadline=SUMMARY_SECONDS
            )
        except JobTimedOut:
            raise ReaderError("the summary took too long and was given up; the article is shown whole") from None
        except JobFailed as error:
            raise ReaderError(f"the summary could not be made: {error}") from None
        if not self._library.read_only:
            await asyncio.to_thread(self._library.save_summary, article_id, key, summary)
        return summary

    async def full_text(self, article_id: int) -> Article:
        """As `Reader.full_text`."""
        self._library.check_writable()
        article = await self._found(article_id)
        states = await asyncio.to_thread(self._library.fetch_states, [article.head.feed_id])
        allowed = states[0].allow_private if states else ""
        extraction = await pages.full_text(self._client, self._jobs, article.url, allow_private=allowed)
        await asyncio.to_thread(self._library.save_full_text, article.id, extraction)
        if extraction.status is not Status.FULL:
            raise ReaderError(f"no full text: {extraction.reason or extraction.status}")
        return await self._found(article.id)

    async def pictures(
        self,
        article_id: int,
        urls: Sequence[str],
        made: Callable[[str, Picture | Bitmap], None],
        cell: tuple[int, int] | None,
    ) -> tuple[str, ...]:
        """As `Reader.pictures`."""
        self._pictures.check()
        article = await self._found(article_id)
        states = await asyncio.to_thread(self._library.fetch_states, [article.head.feed_id])
        allowed = states[0].allow_private if states else ""
        return await self._pictures.show(urls, made, cell=cell, allow_private=allowed)

    async def briefing(self, since: int, minutes: float | None, now: int, words_a_minute: float) -> Paper:
        """As `Reader.briefing`."""
        wish = Wish(
            since=since,
            now=now,
            minutes=minutes,
            words_a_minute=words_a_minute,
            sentences=self._config.summary_sentences or 3,
        )
        return await make_paper(self._library, self._jobs, wish)

    async def compare(self, article_id: int, members: Sequence[Member]) -> StoryNews:
        """As `Reader.compare`."""
        return await story_news(self._library, self._jobs, article_id, members)

    async def extract(self, address: str) -> Extraction:
        """As `Reader.extract`."""
        try:
            url = normalise_address(address)
        except FetchError as error:
            raise ReaderError(error.reason) from None
        extraction = await pages.full_text(self._client, self._jobs, url, allow_private=private_place(url))
        if extraction.status is Status.FAILED:
            raise ReaderError(extraction.reason)
        return extraction

    async def refresh(
        self, feed_ids: Sequence[int] | None, manual: bool, progress: Callable[[Progress], None] | None
    ) -> RefreshReport:
        """As `Reader.refresh`."""
        run = Refresh(
            self._library,
            self._client,
            self._bulk_jobs,
            workers=self._config.network.workers,
            floor_minutes=self._config.refresh_minutes or FLOOR_MINUTES,
            progress=progress,
        )
        report = await run.run(feed_ids, manual=manual)
        self._do_the_rest()
        return report

    async def add(self, address: str, folder: str) -> Added:
        """As `Reader.add`."""
        self._library.check_writable()
        return await add_address(self._library, self._client, self._jobs, address, folder=folder)

    async def import_opml(self, path: Path) -> Imported:
        """As `Reader.import_opml`."""
        return await asyncio.to_thread(read_file, self._library, path)

    async def _found(self, article_id: int) -> Article:
        article = self._library.article(article_id)
        if article is None:
            raise ReaderError(f"there is no article {article_id}; 'tui-reader list' shows the ones there are")
        if article.raw is not None:
            article = await asyncio.to_thread(settling.opened, self._jobs, article)
        return article


def summarize(document: Document, title: str, language: str | None, sentences: int | None) -> Summary:
    """The job: a plain function, so that the job process can find it by its name."""
    return summarize_document(document, title=title, language=language, sentences=sentences)
