"""Reading a body: bounded on the wire, bounded while it is inflated, and whole."""

import asyncio
import zlib
from collections.abc import AsyncIterator

from .problems import FetchError, FetchProblem

_SLICE = 256 * 1024
_MEMBERS = 1000
"""Parts that one gzip body may be glued together from."""

_GZIP, _ZLIB, _RAW = 31, 15, -15


def coding_of(content_encoding: str) -> str:
    """The one compression of a body: "gzip", "deflate" or "". Raises FetchError for another, or for several at once."""
    names = [name for part in content_encoding.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if not names:
        return ""
    if len(names) > 1:
        raise _bad("the server compressed its answer several times over")
    if names[0] in ("gzip", "x-gzip"):
        return "gzip"
    if names[0] == "deflate":
        return "deflate"
    raise _bad(f"the server sent a compression that was not asked for: {names[0]}")


async def read_body(chunks: AsyncIterator[bytes], coding: str, *, wire: int, decoded: int) -> tuple[bytes, int]:
    """The whole body, decompressed, and its size on the wire.

    Raises FetchError: TOO_LARGE beyond `wire` or `decoded` bytes, BAD_ANSWER when compressed data is damaged or cut.
    """
    received = 0
    inflater = _Inflater(coding, decoded) if coding else None
    pieces: list[bytes] = []
    async for chunk in chunks:
        received += len(chunk)
        if received > wire or (inflater is None and received > decoded):
            raise too_large(wire)
        if inflater is None:
            pieces.append(chunk)
            continue
        inflater.feed(chunk)
        while piece := inflater.next():
            pieces.append(piece)
            if len(piece) == _SLICE:
                await asyncio.sleep(0)
    if inflater and received and not inflater.whole:
        raise _bad("the compressed answer ends too early")
    return b"".join(pieces), received


def too_large(limit: int) -> FetchError:
    return FetchError(f"larger than {limit / 2**20:.3g} MB", FetchProblem.TOO_LARGE)


class _Inflater:
    """zlib in slices of bounded size."""

    def __init__(self, coding: str, limit: int) -> None:
        self._window = _GZIP if coding == "gzip" else _ZLIB
        self._inflate = zlib.decompressobj(self._window)
        self._limit = limit
        self._made = 0
        self._waiting = b""
        self._begun = False
        self._pending = False
        self._members = 1

    @property
    def whole(self) -> bool:
        return self._inflate.eof

    def feed(self, chunk: bytes) -> None:
        self._waiting += chunk

    def next(self) -> bytes:
        """Up to a slice of output; b"" when more input is needed or all is done."""
        while self._waiting or self._pending:
            if self._inflate.eof and not self._another_member():
                self._waiting = b""
                return b""
            if self._window == _ZLIB and not self._begun and len(self._waiting) < 2:
                return b""
            piece = self._decompress()
            self._made += len(piece)
            if self._made > self._limit:
                raise too_large(self._limit)
            if piece:
                return piece
        return b""

    def _decompress(self) -> bytes:
        data = self._waiting
        try:
            piece = self._inflate.decompress(data, _SLICE)
        except zlib.error:
            if self._window != _ZLIB or self._begun:
                raise _bad("the compressed answer is damaged") from None
            self._window = _RAW  # many servers mean raw data when they say deflate
            self._inflate = zlib.decompressobj(_RAW)
            return self._decompress()
        self._begun = True
        self._pending = len(piece) == _SLICE and not self._inflate.eof
        self._waiting = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
        return piece

    def _another_member(self) -> bool:
        """gzip bodies may be several, one after the other; anything else behind the end is padding."""
        if self._window != _GZIP or not self._waiting.startswith(b"\x1f"):
            return False
        self._members += 1
        if self._members > _MEMBERS:
            raise _bad("the compressed answer is made of too many parts")
        self._inflate = zlib.decompressobj(_GZIP)
        return True


def _bad(reason: str) -> FetchError:
    return FetchError(reason, FetchProblem.BAD_ANSWER)
