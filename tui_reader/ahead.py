"""Full texts fetched ahead, so that they can be read without a network: of feeds, or a reader, set to "refresh"."""

import asyncio
from collections import deque
from collections.abc import Sequence
from urllib.parse import urlsplit

from . import pages, sample
from .jobs import Jobs
from .store import Library
from .store.extras import Teaser
from .web import Client, FetchError, FetchProblem

A_FEED = 20
"""Of a feed's newest articles, so many are looked at after a refresh."""

HOSTS = 4
"""Sites that are asked at the same time, each for one page after the other."""

PAUSE = 1.0
"""Seconds between two pages of one site."""

_BUSY = frozenset({429, 503})
_NO_NETWORK = frozenset({FetchProblem.OFFLINE, FetchProblem.DNS})


async def fetch_ahead(library: Library, client: Client, jobs: Jobs, *, every_feed: bool, pause: float = PAUSE) -> int:
    """Fetch the pages of unread teasers; how many texts came. A page that gives none is not asked for again.

    `every_feed`: also of feeds that are not set to it themselves. Raises LibraryError.
    """
    teasers = await asyncio.to_thread(library.teasers, A_FEED, every_feed=every_feed)
    sites: dict[str, list[Teaser]] = {}
    for teaser in teasers:
        if not sample.is_sample(teaser.url):
            sites.setdefault(urlsplit(teaser.url).netloc, []).append(teaser)
    waiting, came = deque(sites.values()), [0]

    async def work() -> None:
        while waiting:
            came[0] += await _site(library, client, jobs, waiting.popleft(), pause)

    await asyncio.gather(*(work() for _ in range(min(HOSTS, len(sites)))))
    return came[0]


async def _site(library: Library, client: Client, jobs: Jobs, teasers: Sequence[Teaser], pause: float) -> int:
    """The pages of one site, until it asks to be left alone or cannot be found."""
    came = 0
    for number, teaser in enumerate(teasers):
        if number:
            await asyncio.sleep(pause)
        try:
            answer = await client.fetch(teaser.url, allow_private=teaser.allow_private)
        except FetchError as error:
            if error.kind in _NO_NETWORK:
                break
            extraction = pages.failed(error.reason)
        else:
            if answer.status in _BUSY:
                break
            extraction = await pages.extract_answer(jobs, answer)
        await asyncio.to_thread(library.save_full_text, teaser.article_id, extraction)
        came += not extraction.reason
    return came
