"""How a feed or an article comes into the library by its address."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from . import pages, sample
from .digest import Digest, digest
from .domain.document import Extraction
from .domain.fetching import FeedUpdate
from .domain.models import ParsedEntry
from .domain.outcomes import Added
from .domain.problems import ReaderError
from .domain.text import clean_line
from .jobs import JobFailed, Jobs, JobTimedOut
from .store import Library
from .web import Answer, Client, FetchError, discovery, politeness, scanning

SECONDS = 5.0


def utc_now() -> datetime:
    return datetime.now(UTC)


def add_sample(library: Library, clock: Callable[[], datetime] = utc_now) -> list[int]:
    """Follow the bundled sample edition; the ids of its articles that are new."""
    feed_id, _ = library.add_feed(sample.FEED_URL)
    now = clock()
    body = sample.feed_body(now)
    found = digest(body, sample.FEED_URL, "application/rss+xml", library.known_hashes(feed_id))
    assert found.feed is not None, found.reason
    state = library.fetch_states([feed_id])[0]
    state = replace(state, checked=now, succeeded=now, body_hash=politeness.body_hash(body), answer=200)
    update = FeedUpdate(feed_id=feed_id, state=state, now=now, feed=found.feed, documents=found.documents)
    saved = library.save_updates([update])[0]
    library.index_pending(1000)
    return list(saved.new_ids)


async def add_address(
    library: Library,
    client: Client,
    jobs: Jobs,
    address: str,
    *,
    folder: str = "",
    clock: Callable[[], datetime] = utc_now,
) -> Added:
    """Follow the feed at `address` or the one that its page names; save the page when it is a single article.

    Several feeds are given back as a choice, and nothing is added. Raises ReaderError.
    """

    async def parse_feed(body: bytes, url: str, content_type: str | None) -> Digest | None:
        try:
            found = await jobs.run(digest, body, url, content_type, {}, deadline=SECONDS)
        except (JobFailed, JobTimedOut):
            return None
        return found if found.feed else None

    async def scan(body: bytes, url: str, content_type: str | None) -> scanning.PageLinks:
        try:
            return await jobs.run(scanning.scan_page, body, url, content_type, deadline=SECONDS)
        except (JobFailed, JobTimedOut):
            return scanning.PageLinks()

    if sample.is_sample(address.strip()):
        new = bool(add_sample(library, clock))
        return Added(feed=library.find_feed(sample.FEED_URL)[0], new=new, report="The sample edition is in the list")
    try:
        found = await discovery.discover(client, address, parse_feed, scan)
    except FetchError as error:
        raise ReaderError(f"{clean_line(address, 200)}: {error.reason}") from None
    if found.article and found.page:
        return await _save_article(library, jobs, found)
    if found.choices:
        return Added(choices=found.choices, report=f"{len(found.choices)} feeds found: choose one")
    if found.feed is None or found.answer is None:
        raise ReaderError(f"{found.url}: this is a web page, and no feed was found for it")
    return _follow(library, found.feed_url, found.answer, found.feed, found.allow_private, folder, clock())


def _follow(
    library: Library, url: str, answer: Answer, found: Digest, allow_private: str, folder: str, now: datetime
) -> Added:
    feed_id, is_new = library.add_feed(url, folder=folder, allow_private=allow_private)
    state = politeness.after_answer(library.fetch_states([feed_id])[0], answer, found.feed, now, Random())
    update = FeedUpdate(feed_id=feed_id, state=state, now=now, feed=found.feed, documents=found.documents)
    saved = library.save_updates([update])[0]
    library.index_pending(1000)
    feed = library.feed(feed_id)
    assert feed is not None
    count = len(saved.new_ids)
    articles = "1 article" if count == 1 else f"{count} articles"
    report = f"Following {feed.title}: {articles}" if is_new else f"You follow {feed.title} already: {articles} new"
    return Added(feed=feed, new=is_new, report=report)


async def _save_article(library: Library, jobs: Jobs, found: "discovery.Discovery[Digest]") -> Added:
    assert found.page is not None
    extraction = await pages.extract(jobs, found.page)
    if not extraction.document.blocks:
        raise ReaderError(f"{found.url}: {extraction.reason or 'no text was found on this page'}")
    entry = ParsedEntry(
        guid=found.url,
        title=extraction.title or found.url,
        url=found.url,
        author=extraction.byline,
        published=_published(extraction),
        source=extraction.site,
        language=extraction.language,
        image=extraction.image,
    )
    article_id = library.add_later(entry, extraction.document)
    library.index_pending(1000)
    feed = found.feed_url or (found.choices[0].url if found.choices else "")
    hint = f"; to follow its site, add {feed}" if feed else ""
    return Added(article_id=article_id, report=f"Saved “{clean_line(entry.title, 80)}” to Later{hint}")


def _published(extraction: Extraction) -> datetime | None:
    try:
        moment = datetime.fromisoformat(extraction.published)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
