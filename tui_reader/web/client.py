"""The one way to the network: `Client.fetch`, with every limit in it."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from .. import __version__
from ..config import NetworkConfig
from ..domain.fetching import FetchState
from .address import Address, is_private_host, parse, same_origin
from .answer import Answer
from .exchange import basic, location, read_answer, sendable, stream
from .problems import FetchError, FetchProblem
from .proxies import Proxies

if TYPE_CHECKING:
    import httpx

FEED_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/feed+json;q=0.9, "
    "application/json;q=0.7, application/xml;q=0.7, text/xml;q=0.7, */*;q=0.1"
)
PAGE_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.7, text/plain;q=0.7, */*;q=0.1"

MAX_HOPS = 5
WIRE_LIMIT = 16 * 2**20
DECODED_LIMIT = 32 * 2**20

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KEEP_ALIVE = 5
"""Idle connections kept: with httpx, looking after more costs more than they save."""
_A_HOST = 1
"""Connections to one host at the same time."""


def default_user_agent(contact: str = "") -> str:
    return f"tui-reader/{__version__}" + (f" (+{contact})" if contact else "")


class Client:
    """Fetches, within limits. An async context manager; httpx is loaded and its client made by the first fetch.

    Belongs to the event loop it is first used on: a thread with a loop of its own needs a Client of its own.
    """

    def __init__(self, config: NetworkConfig | None = None) -> None:
        self.config = config or NetworkConfig()
        self._agent = default_user_agent(self.config.contact)
        self._proxies = Proxies.from_config(self.config.proxy)
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()
        self._all = asyncio.Semaphore(self.config.workers)
        self._hosts: dict[str, _Queue] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def fetch(
        self,
        url: str,
        *,
        accept: str = PAGE_ACCEPT,
        etag: str = "",
        last_modified: str = "",
        validated_url: str = "",
        allow_private: str = "",
        user_agent: str = "",
        headers: Sequence[tuple[str, str]] = (),
        auth: tuple[str, str] | None = None,
        limit_wire: int = WIRE_LIMIT,
        limit_decoded: int = DECODED_LIMIT,
        total: float | None = None,
    ) -> Answer:
        """Ask for `url`, follow at most five redirects, and give the last answer, whatever its status.

        `etag` and `last_modified` go only to `validated_url` ("": to `url`), `headers` and `auth` (name, password)
        only to the origin of `url`. `allow_private` is the "host:port" that may be a private address. `limit_wire`
        and `limit_decoded` are bytes of the body before and after decompression; `total` is in seconds of talking to
        servers, waiting for a free place not counted (None: as configured). Raises only FetchError.
        """
        first = parse(url)
        asked = _Asked(
            origin=first,
            general=(
                ("User-Agent", user_agent or self._agent),
                ("Accept", accept),
                ("Accept-Encoding", "gzip, deflate"),
            ),
            confidential=(*headers, *((("Authorization", basic(*auth)),) if auth else ())),
            validators=(("If-None-Match", etag), ("If-Modified-Since", last_modified)),
            validated=parse(validated_url).url if validated_url else first.url,
            allow=allow_private,
            wire=limit_wire,
            decoded=limit_decoded,
        )
        budget = _Budget(self.config.total_seconds if total is None else total)
        hops: list[tuple[int, str]] = []
        following: Address | Answer = first
        while isinstance(following, Address):
            if len(hops) > MAX_HOPS:
                raise FetchError(f"more than {MAX_HOPS} redirects", FetchProblem.REDIRECT)
            following = await self._hop(following, asked, budget, hops)
        return following

    async def fetch_feed(self, state: FetchState, *, auth: tuple[str, str] | None = None) -> Answer:
        """Ask for a feed as its `state` says: with its validators, header, User-Agent, permission. As `fetch`."""
        name, colon, value = state.header.partition(":")
        return await self.fetch(
            state.url,
            accept=FEED_ACCEPT,
            etag=state.etag,
            last_modified=state.last_modified,
            validated_url=state.validated_url,
            allow_private=state.allow_private,
            user_agent=state.user_agent,
            headers=[(name.strip(), value.strip())] if colon else [],
            auth=auth,
        )

    async def _hop(
        self, address: Address, asked: "_Asked", budget: "_Budget", hops: list[tuple[int, str]]
    ) -> Answer | Address:
        """One request: the answer, or (the hop noted) where it redirects to."""
        if is_private_host(address.host) and asked.allow != address.host_port:
            reason = f"{address.host} is a private address: not fetched unless you add it yourself"
            raise FetchError(reason, FetchProblem.PRIVATE)
        via = self._proxies.of(address)
        headers = asked.headers(address)
        client = await self._open()
        from .connect import permission
        from .explain import FAILURES, explain

        try:
            async with self._place(address.host), budget.spend():
                with permission(asked.allow) as used:
                    async with stream(client, address, headers, via) as response:
                        if response.status_code in _REDIRECTS:
                            target = location(response, address)
                            hops.append((response.status_code, address.url))
                            return target
                        return await read_answer(
                            response,
                            url=address.url,
                            wire=asked.wire,
                            decoded=asked.decoded,
                            hops=tuple(hops),
                            private=bool(used),
                        )
        except FetchError:
            raise
        except TimeoutError:
            raise FetchError(f"no complete answer within {budget.total:g} s", FetchProblem.TIMEOUT) from None
        except FAILURES as error:
            raise explain(error, address.host, proxied=bool(via)) from error

    async def _open(self) -> "httpx.AsyncClient":
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._make)
            return self._client

    def _make(self) -> "httpx.AsyncClient":
        from .connect import make_client

        config = self.config
        return make_client(config.workers, _KEEP_ALIVE, config.connect_seconds, config.idle_seconds)

    @contextlib.asynccontextmanager
    async def _place(self, host: str) -> AsyncIterator[None]:
        """A place in the queue of `host`, and then one of all."""
        queue = self._hosts.setdefault(host, _Queue())
        queue.length += 1
        try:
            async with queue.places, self._all:
                yield
        finally:
            queue.length -= 1
            if not queue.length:
                del self._hosts[host]


@dataclass(slots=True)
class _Queue:
    """Those who talk to one host or wait for it."""

    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_A_HOST))
    length: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a fetch sends and accepts, on all its hops."""

    origin: Address
    general: tuple[tuple[str, str], ...]
    confidential: tuple[tuple[str, str], ...]
    """Headers for the origin alone."""
    validators: tuple[tuple[str, str], ...]
    validated: str
    allow: str
    wire: int
    decoded: int

    def headers(self, address: Address) -> list[tuple[bytes, bytes]]:
        chosen = list(self.general)
        if same_origin(self.origin, address):
            chosen += self.confidential
        if address.url == self.validated:
            chosen += [(name, value) for name, value in self.validators if value]
        if address.host_port == self.allow:  # a connection that was allowed must not be there for others to use
            chosen.append(("Connection", "close"))
        return [(sendable(name), sendable(value)) for name, value in chosen]


class _Budget:
    """Seconds that all hops of a fetch have together."""

    def __init__(self, total: float) -> None:
        self.total = total
        self._left = total

    @contextlib.asynccontextmanager
    async def spend(self) -> AsyncIterator[None]:
        begun = time.monotonic()
        try:
            async with asyncio.timeout(max(0.0, self._left)):
                yield
        finally:
            self._left -= time.monotonic() - begun
