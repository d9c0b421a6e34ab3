"""Making documents of the texts that a refresh stored as they came: newest first, or when an article is opened."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from .article import from_markup_roughly
from .digest import Made, Text, made, make_document, make_documents
from .domain.document import Status
from .domain.models import Article
from .domain.opening import opening
from .jobs import JobFailed, Jobs, JobsUnavailable, JobTimedOut
from .store import Library, packed
from .store.settling import Settled, Unsettled

SLICE = 60
"""Articles in one job: about 30 ms of work."""
SLICE_SECONDS = 5.0
ONE_SECONDS = 2.0
"""How long a single text may take; a usual one takes a third of a millisecond."""
INDEX_SLICE = 200

OPENING_SECONDS = 1.0
OPENING_PATIENCE = 3.0
"""For an article that is being opened: with the start of the process, if there is none yet."""


async def settle(library: Library, jobs: Jobs, pause: Callable[[], float] = lambda: 0.0) -> None:
    """Make documents of all texts that wait, and index what is to be indexed, `pause()` seconds between two slices.

    Ends early when the job process cannot be used. Raises LibraryError.
    """
    try:
        while await _settle_all(library, jobs, pause):
            pass
    except JobsUnavailable:
        return
    left = 1
    while left:
        left = await asyncio.to_thread(library.index_pending, INDEX_SLICE)
        await asyncio.sleep(pause())


async def _settle_all(library: Library, jobs: Jobs, pause: Callable[[], float]) -> bool:
    """Go once through what waits, the next slice being made while one is stored; whether there was anything."""
    storing: asyncio.Future[None] | None = None
    texts = await asyncio.to_thread(library.unsettled, SLICE)
    try:
        while texts:
            done = await _settled(jobs, texts)
            if storing is not None:
                await storing
            storing = asyncio.ensure_future(asyncio.to_thread(library.settle, done))
            await asyncio.sleep(pause())
            texts = await asyncio.to_thread(library.unsettled, SLICE, below=texts[0].id)
    finally:
        if storing is not None:
            await storing
    return storing is not None


async def _settled(jobs: Jobs, texts: Sequence[Unsettled]) -> list[Settled]:
    """The documents of a slice. What hangs the parser or breaks its process is found, and gets its bare text."""
    asked = [Text(one.title, one.author, one.source, one.text) for one in texts]
    try:
        results = await jobs.run(make_documents, asked, deadline=SLICE_SECONDS if len(texts) > 1 else ONE_SECONDS)
    except JobsUnavailable:
        raise
    except (JobTimedOut, JobFailed):
        if len(texts) == 1:
            results = [_rough(asked[0])]
        else:
            middle = len(texts) // 2
            return await _settled(jobs, texts[:middle]) + await _settled(jobs, texts[middle:])
    return [
        Settled(one.id, one.article_id, one.title, result.document, result.words)
        for one, result in zip(texts, results, strict=True)
    ]


def _rough(text: Text) -> Made:
    return made(text, from_markup_roughly(text.raw.markup))


def opened(jobs: Jobs, article: Article) -> Article:
    """An article with its document, if that was still to be made; stored it is by `settle`. Blocks: milliseconds."""
    if article.raw is None:
        return article
    try:
        document, digest = jobs.do(
            make_document, article.raw, article.head.headline, deadline=OPENING_SECONDS, patience=OPENING_PATIENCE
        )
    except (JobTimedOut, JobFailed):
        document = from_markup_roughly(article.raw.markup)
        digest = packed(document).hash
    if article.full_document is not None:
        return replace(article, feed_document=document, raw=None)
    title = article.head.title or opening(document.text())
    head = replace(article.head, title=title, words=document.words(), teaser=document.status is not Status.FULL)
    return replace(article, head=head, feed_document=document, raw=None, content_hash=digest.hex())
