"""Exceptions of the network as one line that a person understands. Loads httpx."""

import contextlib
import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from .problems import FetchError, FetchProblem

FAILURES = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.CookieConflict,
    httpx.StreamError,
    UnicodeError,
    ValueError,
    OSError,
)
"""All that a request can raise; httpx's own base class covers only half of it."""


def has_route() -> bool:
    """Whether this machine has a way out at all. Sends nothing: a UDP socket only asks the routing table."""
    for family, ip in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((ip, 9))
            return True
    return False


def explain(error: BaseException, host: str, *, proxied: bool = False) -> FetchError:
    """One line on why a request failed, from whatever exception httpx let through."""
    chain = list(_chain(error))
    for cause in chain:
        if isinstance(cause, FetchError):
            return cause
    if proxied and isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return FetchError("the proxy cannot be reached", FetchProblem.PROXY)
    for cause in chain:
        if (found := _explain_one(cause, host)) is not None:
            return found
    if isinstance(error, httpx.ProxyError):
        return FetchError(f"the proxy refused: {error}", FetchProblem.PROXY)
    if isinstance(error, httpx.InvalidURL | UnicodeError):
        return FetchError(f"not a web address: {error}", FetchProblem.ADDRESS)
    if isinstance(error, httpx.RemoteProtocolError):
        return FetchError(_protocol(str(error)), FetchProblem.BAD_ANSWER)
    if isinstance(error, httpx.ConnectError):
        return FetchError(f"{host} cannot be reached", FetchProblem.REFUSED)
    if isinstance(error, httpx.NetworkError | OSError):
        return FetchError("the server broke off the connection", FetchProblem.BAD_ANSWER)
    return FetchError(f"the request failed: {error or type(error).__name__}", FetchProblem.BAD_ANSWER)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    todo: list[BaseException | None] = [error]
    while todo:
        current = todo.pop(0)
        if current is None or id(current) in seen or len(seen) > 30:
            continue
        seen.add(id(current))
        yield current
        todo += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            todo += current.exceptions


def _explain_one(error: BaseException, host: str) -> FetchError | None:
    if isinstance(error, socket.gaierror):
        return _explain_lookup(error, host)
    if isinstance(error, ssl.SSLError):
        return FetchError(_explain_tls(error, host), FetchProblem.TLS)
    if isinstance(error, httpx.ConnectTimeout):
        return FetchError(f"{host} did not answer in time", FetchProblem.TIMEOUT)
    if isinstance(error, httpx.TimeoutException):
        return FetchError("the server fell silent", FetchProblem.TIMEOUT)
    if isinstance(error, ConnectionRefusedError):
        return FetchError(f"{host} refused the connection", FetchProblem.REFUSED)
    if isinstance(error, OSError) and error.errno in (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH):
        if not has_route():
            return _offline()
        return FetchError(f"{host} cannot be reached", FetchProblem.REFUSED)
    return None


def _explain_lookup(error: socket.gaierror, host: str) -> FetchError:
    if not has_route():
        return _offline()
    if error.errno == socket.EAI_AGAIN:
        return FetchError(f"the name {host} could not be looked up", FetchProblem.DNS)
    return FetchError(f"no such host: {host}", FetchProblem.DNS)


def _offline() -> FetchError:
    return FetchError("this computer is offline", FetchProblem.OFFLINE)


_CERTIFICATE = {
    9: "the server's certificate is not valid yet (is the clock right?)",
    10: "the server's certificate has expired",
    18: "the server's certificate is signed by itself, not by an authority",
    19: "the server's certificate comes from an authority that is not trusted here",
    20: "the server's certificate comes from an authority that is not known here",
    23: "the server's certificate was revoked",
}
"""OpenSSL's verify codes."""


def _explain_tls(error: ssl.SSLError, host: str) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in (62, 64):
            return f"the server's certificate is not for {host}"
        return _CERTIFICATE.get(error.verify_code, f"the server's certificate is not valid: {error.verify_message}")
    reason = (error.reason or "").replace("_", " ").lower()
    if reason in ("wrong version number", "http request", "unknown protocol", "record layer failure"):
        return "the server does not speak https here"
    if "protocol" in reason or "version" in reason:
        return "the server speaks only an old and unsafe https"
    return f"no secure connection: {reason or 'the server broke it off'}"


def _protocol(text: str) -> str:
    lower = text.lower()
    if "peer closed" in lower or "incomplete" in lower:
        return "the answer ends too early"
    if "without sending" in lower:
        return "the server hung up without an answer"
    if "too long" in lower or "too many" in lower:
        return "the server's headers are too long"
    return "the server's answer is not proper HTTP"
