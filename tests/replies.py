"""What the test server is asked and what it answers."""

import gzip
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    target: str
    """Path and query as they were sent."""
    headers: Mapping[str, str]
    """Names in lower case; a name that came twice has its values joined by ", "."""
    body: bytes
    at: float
    """time.monotonic() at arrival."""
    connection: int
    """Counts the connections: the same number means that the connection was kept."""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def conditional(self) -> bool:
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer. The fields after `headers` make it misbehave."""

    status: int = 200
    body: bytes | str = b""
    type: str = "text/html; charset=utf-8"
    etag: str = ""
    """Sent as ETag; a request whose If-None-Match equals it gets 304."""
    last_modified: str = ""
    """Sent as Last-Modified; a request whose If-Modified-Since equals it gets 304."""
    location: str = ""
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = field(default_factory=dict)
    encoding: str = ""
    """ "gzip" or "deflate": compress the body. Any other word is only announced."""
    chunked: bool = False
    length: int | None = None
    """Content-Length to announce instead of the true one."""
    cut: int | None = None
    """Bytes of the encoded body to send before the connection is closed."""
    delay: float = 0.0
    """Seconds before the first byte."""
    drip: float = 0.0
    """Seconds between single bytes of the whole answer, headers too."""
    endless: bool = False
    """Repeat the body until the client goes."""
    raw: bytes | None = None
    """Send exactly this and close."""

    @property
    def lasting(self) -> bool:
        """It goes on after its first bytes."""
        return bool(self.drip or self.endless)


def read_request(reader: Any, number: int) -> Request | None:
    line = reader.readline(65_536).decode("latin-1").strip()
    if not line:
        return None
    method, target, _version = line.split(" ", 2)
    headers: dict[str, str] = {}
    while header := reader.readline(65_536).decode("latin-1").strip():
        name, _, value = header.partition(":")
        name, value = name.strip().lower(), value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    body = reader.read(int(headers.get("content-length", 0)))
    return Request(method, target, headers, body, time.monotonic(), number)


def encoded(reply: Reply) -> bytes:
    body = reply.body.encode() if isinstance(reply.body, str) else reply.body
    if reply.encoding == "gzip":
        return gzip.compress(body, 6, mtime=0)
    return zlib.compress(body) if reply.encoding == "deflate" else body


def head(reply: Reply, length: int) -> bytes:
    lines = [f"HTTP/1.1 {reply.status} {_phrase(reply.status)}"]
    extra = reply.headers.items() if isinstance(reply.headers, Mapping) else reply.headers
    given = [
        ("Content-Type", reply.type if reply.status != 304 else ""),
        ("ETag", reply.etag),
        ("Last-Modified", reply.last_modified),
        ("Location", reply.location),
        ("Content-Encoding", reply.encoding),
        *extra,
    ]
    lines += [f"{name}: {value}" for name, value in given if value]
    if reply.chunked:
        lines.append("Transfer-Encoding: chunked")
    elif reply.length is not None or (not reply.endless and reply.status != 304):
        lines.append(f"Content-Length: {length if reply.length is None else reply.length}")
    return "\r\n".join((*lines, "", "")).encode("latin-1", "surrogateescape")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Odd"


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def chunks(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 16_384):
        yield chunk(data[start : start + 16_384])
