"""The full text of one article: fetch its page, extract it in the job process, say why when that fails."""

from . import article, sample
from .domain.document import Document, Extraction, Status
from .jobs import JobFailed, Jobs, JobTimedOut
from .web import Answer, Client, FetchError

SECONDS = 8.0
"""How long one page may keep the job process busy; the slowest real page of a benchmark of 438 took under 2 s."""

_ANSWERS = {
    401: "the page asks for a password",
    403: "the server refuses to show the page to a reader",
    404: "the page is not there any more",
    410: "the page was taken down",
    429: "the server asks to be left alone for a while",
    451: "the page may not be shown for legal reasons",
}


async def full_text(client: Client, jobs: Jobs, url: str, *, allow_private: str = "") -> Extraction:
    """What stands on the page at `url`. Never raises for what the network or the page does: see status and reason."""
    if not url:
        return failed("the feed gives no address for this article")
    if sample.is_sample(url):
        body = sample.page(url)
        if body is None:
            return failed("the feed already carries the whole text")
        return await extract(jobs, Answer(status=200, url=url, body=body, content_type="text/html; charset=utf-8"))
    try:
        answer = await client.fetch(url, allow_private=allow_private)
    except FetchError as error:
        return failed(error.reason)
    return await extract_answer(jobs, answer)


async def extract_answer(jobs: Jobs, answer: Answer) -> Extraction:
    """What a server's answer holds; as `full_text`."""
    if answer.status != 200:
        known = _ANSWERS.get(answer.status, "the server has a fault" if answer.status >= 500 else "unexpected answer")
        return failed(f"{known} ({answer.status})")
    return await extract(jobs, answer)


async def extract(jobs: Jobs, page: Answer) -> Extraction:
    """The article in a page that has been fetched; as `full_text`."""
    try:
        return await jobs.run(_job, page.body, page.url, page.content_type, deadline=SECONDS)
    except JobTimedOut:
        return failed(f"the page could not be processed within {SECONDS:.0f} s")
    except JobFailed as error:
        return failed(f"the page could not be processed: {error}")


def _job(body: bytes, url: str, content_type: str) -> Extraction:
    return article.extract(body, url, content_type=content_type)


def failed(reason: str) -> Extraction:
    """An extraction that found nothing, for `reason`."""
    return Extraction(Document(status=Status.FAILED), reason=reason)
