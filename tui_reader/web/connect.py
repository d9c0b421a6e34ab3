"""Making connections: names are looked up here, private addresses are refused before anything is sent.

This module loads httpx and httpcore: import it only where the network is used.
"""

import asyncio
import contextlib
import logging
import socket
import ssl
import threading
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpcore
import httpx
from httpcore import AnyIOBackend

from .address import is_private, literal_ip
from .problems import FetchError, FetchProblem

_allowed: ContextVar[tuple[str, list[str]]] = ContextVar("allowed", default=("", []))
"""What `permission` was given and gave."""

KEEP_SECONDS = 5.0

_FIRST_TRY_SECONDS = 3.0
_MOST_TRIES = 4


@contextlib.contextmanager
def permission(host_port: str) -> Iterator[list[str]]:
    """Requests made inside may reach `host_port` though it is private. The list tells whether that was needed."""
    used: list[str] = []
    token = _allowed.set((host_port, used))
    try:
        yield used
    finally:
        _allowed.reset(token)


async def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the order to try them. Raises OSError (socket.gaierror)."""
    if ip := literal_ip(host):
        return [ip]
    loop = asyncio.get_running_loop()
    future: asyncio.Future[list[str]] = loop.create_future()

    def tell(ips: list[str], error: OSError | None) -> None:
        if not future.done():
            if error:
                future.set_exception(error)
            else:
                future.set_result(ips)

    def look_up() -> None:
        ips: list[str] = []
        problem: OSError | None = None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            ips = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        except OSError as error:
            problem = error
        except UnicodeError:
            problem = socket.gaierror(socket.EAI_NONAME, "not a host name")
        with contextlib.suppress(RuntimeError):  # the loop has been closed meanwhile
            loop.call_soon_threadsafe(tell, ips, problem)

    # a thread of its own, not the loop's pool: a name server that does not answer must not delay quitting
    threading.Thread(target=look_up, name=f"look up {host}", daemon=True).start()
    return await future


class GuardedBackend(AnyIOBackend):
    """Connects to what a name leads to, unless that is private and not allowed."""

    def __init__(self) -> None:
        self._avoid_v6 = False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                ips = await resolve(host, port)
                return await self._connect_any(self._permitted(host, port, ips), port, local_address, socket_options)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error

    def _permitted(self, host: str, port: int, ips: list[str]) -> list[str]:
        public = [ip for ip in ips if not is_private(ip)]
        if len(public) == len(ips):
            return public
        permitted, used = _allowed.get()
        if permitted == f"{host}:{port}":
            used.append(host)
            return ips
        if not public:
            raise FetchError(
                f"{host} is a private address: not fetched unless you add it yourself", FetchProblem.PRIVATE
            )
        return public

    async def _connect_any(
        self, ips: list[str], port: int, local_address: str | None, options: Iterable[Any] | None
    ) -> httpcore.AsyncNetworkStream:
        """The first that answers. After IPv6 has failed once where IPv4 went through, IPv4 comes first."""
        tries = sorted(ips, key=lambda ip: self._avoid_v6 and ":" in ip)[:_MOST_TRIES]
        failed_v6 = False
        for ip in tries[:-1]:
            with contextlib.suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                stream = await super().connect_tcp(ip, port, _FIRST_TRY_SECONDS, local_address, options)
                self._avoid_v6 = self._avoid_v6 or (failed_v6 and ":" not in ip)
                return stream
            failed_v6 = failed_v6 or ":" in ip
        stream = await super().connect_tcp(tries[-1], port, None, local_address, options)
        self._avoid_v6 = self._avoid_v6 or (failed_v6 and ":" not in tries[-1])
        return stream


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport over a pool that connects through `GuardedBackend`."""

    def __init__(self, context: ssl.SSLContext, connections: int, keep: int) -> None:
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=connections,
            max_keepalive_connections=keep,
            keepalive_expiry=KEEP_SECONDS,
            network_backend=GuardedBackend(),
        )


class RoutingTransport(httpx.AsyncBaseTransport):
    """Guarded and direct, or through the proxy that a request's extension "via" names.

    A header Location is moved to the answer's extension "location".
    What a proxy can reach is the user's own choice, so the guard does not stand there.
    """

    def __init__(self, context: ssl.SSLContext, connections: int, keep: int) -> None:
        self._context = context
        self._limits = httpx.Limits(
            max_connections=connections, max_keepalive_connections=keep, keepalive_expiry=KEEP_SECONDS
        )
        self._routes: dict[str, httpx.AsyncHTTPTransport] = {"": GuardedTransport(context, connections, keep)}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        via = request.extensions.get("via", "")
        if via not in self._routes:
            self._routes[via] = httpx.AsyncHTTPTransport(
                verify=self._context, trust_env=False, limits=self._limits, proxy=via
            )
        response = await self._routes[via].handle_async_request(request)
        # httpx would make a request of it at once, and fail with whatever the server wrote there
        location = [value for name, value in response.headers.raw if name.lower() == b"location"]
        if location:
            response.extensions["location"] = location[0]
            del response.headers["location"]
        return response

    async def aclose(self) -> None:
        for transport in self._routes.values():
            await transport.aclose()


def make_client(connections: int, keep: int, connect: float, idle: float) -> httpx.AsyncClient:
    """The client behind `Client`: no cookies, no redirects, of the environment only certificates. Takes 0.1 s."""
    for name in ("httpx", "httpcore"):  # they log addresses, and with them what is secret in those
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=RoutingTransport(httpx.create_ssl_context(), connections, keep),
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        timeout=httpx.Timeout(idle, connect=connect, pool=None),
        follow_redirects=False,
        trust_env=False,
    )
