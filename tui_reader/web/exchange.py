"""One request and its answer, over an httpx client that is given."""

import base64
import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from ..domain.text import clean_line, clean_text
from .address import Address, parse
from .answer import Answer
from .body import coding_of, read_body, too_large
from .problems import FetchError, FetchProblem

if TYPE_CHECKING:
    import httpx

_HEADER_LIMIT = 1000
"""Characters of a validator that is worth sending back."""


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def sendable(text: str) -> bytes:
    """A header's name or value for the wire; what servers sent comes back byte for byte. Raises FetchError."""
    if any(character < " " or character == "\x7f" for character in text):
        raise FetchError("a header of this feed has control characters", FetchProblem.ADDRESS)
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


@contextlib.asynccontextmanager
async def stream(
    client: "httpx.AsyncClient", address: Address, headers: list[tuple[bytes, bytes]], via: str
) -> AsyncIterator["httpx.Response"]:
    """The answer to GET `address` through the proxy `via` ("" for none), its body unread. Adds only the header Host."""
    import httpx

    extensions = {"timeout": client.timeout.as_dict(), "via": via}
    request = httpx.Request("GET", address.url, headers=headers, extensions=extensions)
    response = await client.send(request, auth=None, follow_redirects=False, stream=True)
    try:
        yield response
    finally:
        await response.aclose()


def location(response: "httpx.Response", address: Address) -> Address:
    """Where a redirect leads. Raises FetchError(REDIRECT)."""
    raw: bytes = response.extensions.get("location", b"")
    if not raw:
        raise FetchError(f"a redirect ({response.status_code}) that leads nowhere", FetchProblem.REDIRECT)
    try:
        target = raw.decode("utf-8")
    except UnicodeDecodeError:
        target = raw.decode("latin-1")
    try:
        return parse(target, address.url)
    except FetchError as error:
        raise FetchError(f"redirected to an address that is not fetched ({error})", FetchProblem.REDIRECT) from None


async def read_answer(
    response: "httpx.Response",
    *,
    url: str,
    wire: int,
    decoded: int,
    hops: tuple[tuple[int, str], ...],
    private: bool,
) -> Answer:
    """The whole answer. Raises FetchError beyond `wire` or `decoded` bytes, and httpx's exceptions."""
    body, received = b"", 0
    if response.status_code not in (204, 304):
        announced = response.headers.get("content-length", "")
        if announced.isascii() and announced.isdigit() and int(announced[:20]) > wire:
            raise too_large(wire)
        coding = coding_of(response.headers.get("content-encoding", ""))
        body, received = await read_body(response.aiter_raw(), coding, wire=wire, decoded=decoded)

    def header(name: str) -> str:
        return clean_line(response.headers.get(name, ""))

    return Answer(
        status=response.status_code,
        url=url,
        body=body,
        content_type=header("content-type"),
        etag=_validator(response, b"etag"),
        last_modified=_validator(response, b"last-modified"),
        retry_after=header("retry-after"),
        cache_control=header("cache-control"),
        expires=header("expires"),
        date=header("date"),
        age=header("age"),
        server=header("server"),
        link=clean_line(response.headers.get("link", ""), 2000),
        hops=hops,
        private=private,
        wire=received,
    )


def _raw(response: "httpx.Response", wanted: bytes) -> bytes:
    return next((value for name, value in response.headers.raw if name.lower() == wanted), b"")


def _validator(response: "httpx.Response", name: bytes) -> str:
    """A validator verbatim, byte for character; "" when it could not be sent back as it is, or is no good to store."""
    text = _raw(response, name).decode("latin-1").strip(" \t")
    return text if clean_text(text) == text and len(text) <= _HEADER_LIMIT else ""
