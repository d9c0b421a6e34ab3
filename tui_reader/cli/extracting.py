"""A page becomes an article, in a process of its own that is given up when it hangs."""

import re

from .. import article
from ..domain.document import Document, Extraction
from ..jobs import JobFailed, Jobs, JobTimedOut
from .output import busy
from .session import Failure, wait_for
from .sources import Page, text_of

_SECONDS = 20.0
"""For one page: longer than the reader waits, since somebody asked for just this one."""

_WHOLE_PAGE = re.compile(rb"<(?:html|body|head)[\s>]|<!doctype", re.IGNORECASE)


def page_of(page: Page, base: str = "") -> Extraction:
    """The article in an HTML page, or in a piece of HTML. Raises Failure when it cannot be processed."""
    with busy("Extracting"):
        return wait_for(_extracted(page, base or page.url))


async def _extracted(page: Page, base: str) -> Extraction:
    jobs = Jobs()
    try:
        if not page.url and not _WHOLE_PAGE.search(page.data[:65_536]):
            document = await jobs.run(article.from_feed, text_of(page), base, deadline=_SECONDS)
            return Extraction(document)
        return await jobs.run(_extract, page.data, base, page.content_type, deadline=_SECONDS)
    except JobTimedOut:
        raise Failure(f"{page.name}: the page could not be processed in {_SECONDS:g} s") from None
    except JobFailed as error:
        raise Failure(f"{page.name}: the page could not be processed: {error}") from None
    finally:
        await jobs.close()


def _extract(data: bytes, url: str, content_type: str | None) -> Extraction:
    return article.extract(data, url, content_type=content_type)


def document_of(text: str) -> Extraction:
    """Plain text as an article."""
    document: Document = article.from_text(text)
    return Extraction(document)
