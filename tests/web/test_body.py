"""Bodies are read within bounds, whole, and in one compression."""

import gzip
import zlib
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.web import FetchError, FetchProblem
from tui_reader.web.body import coding_of, read_body

MB = 2**20


async def chunks(data: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def read(data: bytes, coding: str, *, size: int = 65_536, wire: int = 16 * MB, decoded: int = 32 * MB) -> bytes:
    return (await read_body(chunks(data, size), coding, wire=wire, decoded=decoded))[0]


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(data) + compressor.flush()


@given(data=st.binary(max_size=5000), size=st.integers(1, 700), how=st.sampled_from(["", "gzip", "zlib", "raw"]))
async def test_what_was_compressed_comes_back(data: bytes, size: int, how: str) -> None:
    packed = {"": data, "gzip": gzip.compress(data), "zlib": zlib.compress(data), "raw": raw_deflate(data)}[how]
    coding = {"": "", "gzip": "gzip", "zlib": "deflate", "raw": "deflate"}[how]
    assert await read(packed, coding, size=size) == data


@pytest.mark.parametrize("length", [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 3 * MB, 8 * MB])
@pytest.mark.parametrize("size", [100, 65_536])
async def test_long_runs_are_whole_to_the_last_byte(length: int, size: int) -> None:
    data = b"\0" * length
    assert await read(gzip.compress(data), "gzip", size=size) == data


@given(data=st.binary(min_size=30, max_size=2000), cut=st.integers(1, 8))
async def test_a_truncated_body_is_never_taken_for_whole(data: bytes, cut: int) -> None:
    with pytest.raises(FetchError, match="too early"):
        await read(gzip.compress(data)[:-cut], "gzip")


async def test_a_body_of_several_gzip_parts_is_one_body() -> None:
    assert await read(gzip.compress(b"one ") + gzip.compress(b"two"), "gzip", size=3) == b"one two"


async def test_what_stands_behind_the_end_is_dropped() -> None:
    assert await read(gzip.compress(b"news") + b"\0" * 5000, "gzip") == b"news"


async def test_endless_empty_parts_are_refused() -> None:
    with pytest.raises(FetchError, match="too many parts"):
        await read(gzip.compress(b"") * 5000, "gzip")


async def test_damaged_data_is_told() -> None:
    for data in (b"<html>not gzip at all</html>", b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\xff" * 50):
        with pytest.raises(FetchError, match="damaged"):
            await read(data, "gzip")
    with pytest.raises(FetchError, match="damaged"):
        await read(b"\xff\xff\xff\xff", "deflate")


async def test_a_bomb_is_stopped_at_the_limit() -> None:
    bomb = gzip.compress(b"\0" * (64 * MB))
    assert len(bomb) < MB
    with pytest.raises(FetchError, match="larger than 1 MB") as caught:
        await read(bomb, "gzip", decoded=MB)
    assert caught.value.kind is FetchProblem.TOO_LARGE


async def test_the_wire_has_a_limit_of_its_own() -> None:
    with pytest.raises(FetchError, match=r"larger than 0\.5 MB"):
        await read(b"x" * MB, "", wire=MB // 2)


async def test_an_empty_body_needs_no_compression() -> None:
    assert await read(b"", "gzip") == b""


def test_one_known_coding_only() -> None:
    assert [coding_of(text) for text in ("", "identity", "GZIP", "x-gzip", "deflate", "identity, gzip")] == [
        "", "", "gzip", "gzip", "deflate", "gzip",
    ]  # fmt: skip
    for text in ("br", "zstd", "gzip, gzip", "deflate,gzip", "\x1b]0;x"):
        with pytest.raises(FetchError) as caught:
            coding_of(text)
        assert "\x1b" not in str(caught.value)
