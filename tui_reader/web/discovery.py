"""From an address that a person gave to its feeds. Only for an address that the user has just asked for."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ..domain.outcomes import Candidate
from .address import host_port, normalise_address, parse
from .answer import Answer
from .client import FEED_ACCEPT, PAGE_ACCEPT, Client
from .problems import FetchError, FetchProblem
from .scanning import PageLinks, scan_page
from .sites import site_feeds
from .wording import reason_for

Parsed = TypeVar("Parsed")
Parse = Callable[[bytes, str, str | None], Awaitable[Parsed | None]]
"""Body, address, Content-Type -> the feed in the body, None when it is none."""
Scan = Callable[[bytes, str, str | None], Awaitable[PageLinks]]
"""`scan_page`, run where the caller likes."""

PROBES = ("feed/", "atom.xml", "feed.xml", "rss.xml", "index.xml", "feed.json", "rss/", "index.rss", "feed.atom")
"""Where feeds are when nothing says so; asked one at a time, and these at most."""
_ANCHORS = 4
"""Links of the page that are tried."""
_TURNED_AWAY = frozenset({401, 403, 429, 503})

ACCEPT = f"{FEED_ACCEPT.rpartition(',')[0]}, {PAGE_ACCEPT}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery(Generic[Parsed]):
    """What an address led to: one feed, or several to choose from, or an article, or (all empty) none of these."""

    url: str
    """Where the address led, after redirects."""
    feed: Parsed | None = None
    """The one feed that was found, parsed."""
    answer: Answer | None = None
    """The answer that carried `feed`, so that it need not be fetched again; its `url` is the feed's."""
    feed_url: str = ""
    """The address to follow: as it was asked, since only lasting redirects may rewrite it."""
    choices: tuple[Candidate, ...] = ()
    """Several feeds, best first; only the first has been looked at. Empty when `feed` is set."""
    article: bool = False
    """The page is a single article. Then `choices` are the feeds of its site, none of them looked at."""
    page: Answer | None = None
    """The page itself, when the address was no feed's."""
    allow_private: str = ""
    """The "host:port" that was asked though it is private, because the user typed it."""


async def discover(
    client: Client, address: str, parse_feed: Parse[Parsed], scan: Scan | None = None
) -> Discovery[Parsed]:
    """Find the feeds of a feed's or a site's address as a person typed it.

    `parse_feed` and `scan` get the bytes of strangers: give what runs them in the job process. Raises FetchError when
    the address cannot be fetched.
    """
    search = _Search(client, normalise_address(address), parse_feed, scan or _scan_in_thread)
    return await search.run()


async def _scan_in_thread(body: bytes, url: str, content_type: str | None) -> PageLinks:
    return await asyncio.to_thread(scan_page, body, url, content_type)


class _Search(Generic[Parsed]):
    def __init__(self, client: Client, url: str, parse_feed: Parse[Parsed], scan: Scan) -> None:
        self._client = client
        self._typed = url
        self._parse = parse_feed
        self._scan = scan
        self._allow = host_port(url)
        self._seen: set[str] = set()
        self._refused = False
        self._private = False

    async def run(self) -> Discovery[Parsed]:
        page = await self._first()
        if isinstance(page, Discovery):
            return page
        url = page.url if page else self._typed
        nothing: Discovery[Parsed] = Discovery(url=url, page=page)
        known = site_feeds(url, page.body if page else b"") or site_feeds(self._typed)
        links = await self._scan(page.body, page.url, page.content_type or None) if page else PageLinks()
        if links.article:
            return self._told(replace(nothing, article=True, choices=known or links.feeds))
        found = await self._best_of(nothing, known, len(known))
        if found is None and page is None:
            raise self._failure
        if found is None:
            found = await self._of_page(nothing, links)
        if found is None:
            found = await self._of_canonical(nothing, links.canonical)
        if found is None:
            found = await self._best_of(nothing, (*links.anchors, *links.comments), _ANCHORS)
        if found is None:
            found = await self._of_guesses(nothing, url)
        return self._told(found or nothing)

    def _told(self, found: Discovery[Parsed]) -> Discovery[Parsed]:
        return replace(found, allow_private=self._allow if self._private else "")

    async def _first(self) -> Discovery[Parsed] | Answer | None:
        """What the address itself gives: a feed, a page, or (the reason kept) nothing."""
        self._failure = FetchError("", FetchProblem.BAD_ANSWER)
        try:
            answer = await self._ask(self._typed, ACCEPT)
        except FetchError as error:
            self._failure = error
            return None
        if answer.status != 200:
            self._failure = FetchError(reason_for(answer), FetchProblem.BAD_ANSWER)
            return None
        feed = await self._parse(answer.body, answer.url, answer.content_type or None)
        if feed is None:
            return answer
        return self._told(Discovery(url=answer.url, feed=feed, answer=answer, feed_url=self._typed))

    async def _ask(self, url: str, accept: str) -> Answer:
        self._seen.add(url)
        answer = await self._client.fetch(url, accept=accept, allow_private=self._allow)
        self._seen.add(answer.url)
        self._private = self._private or answer.private
        return answer

    async def _try(self, basis: Discovery[Parsed], candidate: Candidate) -> Discovery[Parsed] | None:
        """`candidate` as the one feed that was found, None when it is none."""
        if candidate.url in self._seen:
            return None
        try:
            answer = await self._ask(candidate.url, FEED_ACCEPT)
        except FetchError as error:
            self._refused = error.kind is not FetchProblem.PRIVATE
            return None
        self._refused = answer.status in _TURNED_AWAY
        if answer.status != 200:
            return None
        feed = await self._parse(answer.body, answer.url, answer.content_type or None)
        return None if feed is None else replace(basis, feed=feed, answer=answer, feed_url=candidate.url)

    async def _best_of(
        self, basis: Discovery[Parsed], candidates: Iterable[Candidate], tries: int
    ) -> Discovery[Parsed] | None:
        """The first candidate that is a feed, with those after it as a choice, if there are any."""
        waiting = list(candidates)
        for _ in range(tries):
            if not waiting:
                break
            candidate = waiting.pop(0)
            if found := await self._try(basis, candidate):
                rest = [other for other in waiting if other.url not in self._seen]
                return replace(basis, choices=(candidate, *rest)) if rest else found
        return None

    async def _of_page(self, basis: Discovery[Parsed], links: PageLinks) -> Discovery[Parsed] | None:
        return await self._best_of(basis, links.feeds, len(PROBES))

    async def _of_canonical(self, basis: Discovery[Parsed], canonical: str) -> Discovery[Parsed] | None:
        """The feeds of the page that this one says it is a copy of; asked once."""
        if not canonical or canonical in self._seen:
            return None
        try:
            page = await self._ask(canonical, PAGE_ACCEPT)
        except FetchError:
            return None
        if page.status != 200:
            return None
        return await self._of_page(basis, await self._scan(page.body, page.url, page.content_type or None))

    async def _of_guesses(self, basis: Discovery[Parsed], url: str) -> Discovery[Parsed] | None:
        for guess in guesses(url):
            if found := await self._try(basis, Candidate(guess, "", "found by trying")):
                return found
            if self._refused:
                break
        return None


def guesses(url: str) -> tuple[str, ...]:
    """The nine addresses where a site's feed is most likely: below the section that `url` is in, then at the root."""
    address = parse(url)
    host, _, path = address.url.partition("://")[2].partition("?")[0].partition("/")
    root = f"{address.scheme}://{host}/"
    first, _, deeper = path.partition("/")
    if not first or "." in first or deeper:
        return tuple(root + probe for probe in PROBES)
    both = [base + probe for probe in PROBES for base in (f"{root}{first}/", root)]
    return tuple(both[: len(PROBES)])
