"""A page becomes an article, in a process of its own that is given up when it hangs."""

import re
from collections.abc import Awaitable, Callable

from .. import article
from ..config import NetworkConfig
from ..domain.document import Extraction, Status
from ..domain.text import clean_line
from ..jobs import JobFailed, Jobs, JobTimedOut
from .output import busy
from .session import Failure, wait_for
from .sources import Page, text_of

_SECONDS = 20.0
"""For one page: longer than the reader waits, since somebody asked for just this one."""

_WHOLE_PAGE = re.compile(rb"<(?:html|body|head)[\s>]|<!doctype", re.IGNORECASE)


def extraction_at(address: str, network: NetworkConfig) -> Extraction:
    """The article at an http(s) address. Raises Failure when the page could not be had."""
    with busy(f"Fetching {clean_line(address, 100)}"):
        extraction = wait_for(_with_jobs(lambda jobs: _fetched(address, network, jobs)))
    if extraction.status is Status.FAILED:
        raise Failure(f"{address}: {extraction.reason}")
    return extraction


async def _fetched(address: str, network: NetworkConfig, jobs: Jobs) -> Extraction:
    from ..pages import full_text
    from ..web import Client, FetchError, host_port, normalise_address

    try:
        url = normalise_address(address)
    except FetchError as error:
        raise Failure(f"{address}: {error}") from None
    async with Client(network) as client:
        return await full_text(client, jobs, url, allow_private=host_port(url))


def extraction_of(page: Page, base: str = "") -> Extraction:
    """The article in an HTML page, or in a piece of HTML. Raises Failure when it cannot be processed."""
    try:
        with busy("Extracting"):
            return wait_for(_with_jobs(lambda jobs: _extracted(page, base, jobs)))
    except JobTimedOut:
        raise Failure(f"{page.name}: the page could not be processed in {_SECONDS:g} s") from None
    except JobFailed as error:
        raise Failure(f"{page.name}: the page could not be processed: {error}") from None


async def _extracted(page: Page, base: str, jobs: Jobs) -> Extraction:
    if _WHOLE_PAGE.search(page.data[:65_536]):
        return await jobs.run(article.extract, page.data, base, deadline=_SECONDS)
    return Extraction(await jobs.run(article.from_feed, text_of(page), base, deadline=_SECONDS))


def extraction_of_text(text: str) -> Extraction:
    """Plain text as an article."""
    return Extraction(article.from_text(text))


async def _with_jobs(work: Callable[[Jobs], Awaitable[Extraction]]) -> Extraction:
    jobs = Jobs(1)
    try:
        return await work(jobs)
    finally:
        jobs.close()
