"""What a server may do to fetch(), and where that ends."""

import asyncio
import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.config import NetworkConfig
from tui_reader.domain.text import clean_line
from tui_reader.web import Client, FetchError, FetchProblem

from ..server import Server
from .asking import get, refusal

MB = 2**20


async def test_an_announced_size_beyond_the_limit_is_refused_unread(client: Client, server: Server) -> None:
    server.add("/", body="x", length=9_000_000_000_000)
    error = await refusal(client, server, "/")
    assert (error.kind, str(error)) == (FetchProblem.TOO_LARGE, "larger than 16 MB")


async def test_an_endless_body_ends_at_the_limit(client: Client, server: Server) -> None:
    server.add("/plain", body=b"x" * 65_536, endless=True)
    server.add("/chunked", body=b"x" * 65_536, endless=True, chunked=True)
    for path in ("/plain", "/chunked"):
        assert (await refusal(client, server, path, limit_wire=2 * MB)).kind is FetchProblem.TOO_LARGE


async def test_a_bomb_ends_at_the_limit(client: Client, server: Server) -> None:
    server.add("/", body=gzip.compress(b"\0" * (64 * MB)), encoding="x-gzip")
    begun = time.perf_counter()
    error = await refusal(client, server, "/")
    assert (error.kind, str(error)) == (FetchProblem.TOO_LARGE, "larger than 32 MB")
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "evil\x1b]0;x"])
async def test_other_compressions_are_refused(client: Client, server: Server, encoding: str) -> None:
    server.add("/", body=b"x", encoding=encoding)
    assert (await refusal(client, server, "/")).kind is FetchProblem.BAD_ANSWER


async def test_a_truncated_answer_is_no_answer(client: Client, server: Server) -> None:
    server.add("/gzip", body="news " * 1000, encoding="gzip", cut=40, length=40)
    server.add("/short", body="news", length=1000)
    server.add("/chunked", body="news" * 100, chunked=True, cut=100)
    assert str(await refusal(client, server, "/gzip")) == "the compressed answer ends too early"
    for path in ("/short", "/chunked"):
        assert str(await refusal(client, server, path)) == "the answer ends too early"


async def test_a_server_that_drips_has_so_long_and_no_longer(client: Client, server: Server) -> None:
    server.add("/", body="x" * 5000, drip=0.1)
    begun = time.perf_counter()
    error = await refusal(client, server, "/", total=0.7)
    assert (error.kind, str(error)) == (FetchProblem.TIMEOUT, "no complete answer within 0.7 s")
    assert time.perf_counter() - begun < 3


async def test_a_server_that_falls_silent(client: Client, server: Server) -> None:
    server.add("/", delay=3)
    error = await refusal(client, server, "/")
    assert (error.kind, str(error)) == (FetchProblem.TIMEOUT, "the server fell silent")


async def test_a_flood_of_provisional_answers(client: Client, server: Server) -> None:
    server.add("/", raw=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 2000, drip=0.01)
    assert (await refusal(client, server, "/", total=0.5)).kind is FetchProblem.TIMEOUT


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "the server hung up without an answer"),
        (b"SSH-2.0-OpenSSH_9.9\r\n\r\n", "the server's answer is not proper HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", "the server's headers are too long"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 50_000 + b"\r\n", "the server's headers are too long"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "the server's answer is not proper HTTP"),
        (b"HTTP/1.1 200 \x1b]0;PWNED\x07\r\nContent-Length: x\r\n\r\n", "the server's answer is not proper HTTP"),
    ],
)
async def test_broken_http(client: Client, server: Server, raw: bytes, said: str) -> None:
    server.add("/", raw=raw)
    error = await refusal(client, server, "/")
    assert (error.kind, str(error)) == (FetchProblem.BAD_ANSWER, said)


async def test_control_characters_of_headers_stay_outside(client: Client, server: Server) -> None:
    server.add("/", type="text/html\x9b31m", headers={"Retry-After": "\x9d0;x", "Cache-Control": "a\u009fb"})
    answer = await get(client, server, "/")
    assert all(clean_line(text) == text for text in (answer.content_type, answer.retry_after, answer.cache_control))


PARTS = st.lists(
    st.sampled_from(
        [b"HTTP/1.1 ", b"HTTP/1.0 ", b"200 OK", b"302 Found", b"304 ", b"100 Continue", b"999 ", b"\r\n", b"\n",
         b"\r\n\r\n", b"Location: ", b"//x", b"Content-Length: ", b"5", b"-1", b"Transfer-Encoding: chunked",
         b"Content-Encoding: gzip", b"ETag: ", b'"\xff\x1b]0;x"', b"0\r\n\r\n", b"5\r\nhello\r\n", b"\x00",
         b"Set-Cookie: a=b", b"Content-Type: text/html"]
    )
    | st.binary(max_size=6),
    max_size=16,
).map(b"".join)  # fmt: skip


async def test_whatever_a_server_sends_comes_out_clean_or_as_one_line() -> None:
    with Server() as server:

        @settings(max_examples=150, deadline=None)
        @given(PARTS, st.booleans())
        def check(raw: bytes, well_begun: bool) -> None:
            server.add("/", raw=(b"HTTP/1.1 200 OK\r\n" if well_begun else b"") + raw)
            try:
                answer = loop.run_until_complete(get(client, server, "/", total=5))
            except FetchError as error:
                assert clean_line(str(error)) == str(error) != ""  # noqa: PT017
                return
            texts = (answer.content_type, answer.etag, answer.last_modified, answer.retry_after, answer.server)
            assert all(clean_line(text) == text for text in texts if text)

        def run() -> None:
            try:
                check()
                loop.run_until_complete(client.aclose())
            finally:
                loop.close()

        loop = asyncio.new_event_loop()
        client = Client(NetworkConfig(proxy="none"))
        await asyncio.to_thread(run)
