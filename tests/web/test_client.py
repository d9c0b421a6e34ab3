"""The one fetch(), against a real server: what it sends, where it is led, how many at once."""

import asyncio
import base64
import subprocess
import sys

import pytest

from tui_reader.config import NetworkConfig
from tui_reader.domain.fetching import FetchState
from tui_reader.web import Client, FetchError, FetchProblem

from ..server import Reply, Server
from .asking import get, refusal

# ---- what is sent and what comes back ----


async def test_an_ordinary_answer(client: Client, server: Server) -> None:
    server.add("/feed", body="<rss/>", type="application/rss+xml",
               etag='W/"a"', last_modified="Mon, 05 Jan 2026 10:00:00 GMT",
               headers={"Cache-Control": "max-age=60", "Retry-After": "7"})  # fmt: skip
    answer = await get(client, server, "/feed?x=1")
    assert (answer.status, answer.body, answer.url) == (200, b"<rss/>", server.url("/feed?x=1"))
    assert (answer.content_type, answer.etag) == ("application/rss+xml", 'W/"a"')
    assert (answer.last_modified, answer.cache_control) == ("Mon, 05 Jan 2026 10:00:00 GMT", "max-age=60")
    assert (answer.retry_after, answer.hops, answer.private, answer.wire) == ("7", (), True, 6)


async def test_what_a_request_carries(client: Client, server: Server) -> None:
    server.add("/")
    await get(client, server, "/")
    assert set(server.requests[0].headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert server.requests[0].headers["accept-encoding"] == "gzip, deflate"
    assert server.requests[0].headers["user-agent"].startswith("tui-reader/")


async def test_the_contact_stands_in_the_user_agent(server: Server) -> None:
    server.add("/")
    async with Client(NetworkConfig(proxy="none", contact="https://me.example/")) as client:
        await get(client, server, "/")
    assert server.requests[0].headers["user-agent"].endswith(" (+https://me.example/)")


async def test_validators_go_out_and_a_304_comes_back(client: Client, server: Server) -> None:
    date = "Mon, 05 Jan 2026 10:00:00 GMT"
    server.add("/feed", body="x", etag='"\xe9"', last_modified=date)
    first = await get(client, server, "/feed")
    assert first.etag == '"\xe9"'
    second = await get(client, server, "/feed", etag=first.etag, last_modified=first.last_modified)
    assert (second.status, second.body) == (304, b"")
    assert server.requests[-1].headers["if-none-match"] == '"\xe9"'
    assert server.requests[-1].headers["if-modified-since"] == date


async def test_validators_that_cannot_be_stored_are_dropped(client: Client, server: Server) -> None:
    for path, etag in (("/long", '"' + "x" * 2000 + '"'), ("/escape", '"\x1b]0;x"'), ("/c1", '"\x9b31m"')):
        server.add(path, headers={"ETag": etag})
        assert (await get(client, server, path)).etag == ""


async def test_a_feed_is_asked_as_its_state_says(client: Client, server: Server) -> None:
    server.add("/feed", etag='"1"')
    url, own = server.url("/feed"), {"user_agent": "Mine/1", "header": "X-Token: abc"}
    state = FetchState(feed_id=1, url=url, etag='"1"', validated_url=url, allow_private=server.address, **own)
    assert (await client.fetch_feed(state, auth=("me", "pässword"))).status == 304
    headers = server.requests[0].headers
    assert (headers["user-agent"], headers["x-token"]) == ("Mine/1", "abc")
    assert base64.b64decode(headers["authorization"].removeprefix("Basic ")).decode() == "me:pässword"
    assert "application/rss+xml" in headers["accept"]


async def test_a_header_cannot_smuggle_another(client: Client, server: Server) -> None:
    error = await refusal(client, server, "/", headers=[("X-A", "1\r\nX-B: 2")])
    assert error.kind is FetchProblem.ADDRESS
    assert server.requests == []


async def test_cookies_are_never_kept(client: Client, server: Server) -> None:
    server.add("/", headers=[("Set-Cookie", f"c{number}=1; Path=/") for number in range(50)])
    await get(client, server, "/")
    await get(client, server, "/")
    assert "cookie" not in server.requests[-1].headers


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_compressed_answers(client: Client, server: Server, encoding: str) -> None:
    server.add("/", body="news " * 100_000, encoding=encoding, chunked=True)
    answer = await get(client, server, "/")
    assert answer.body == b"news " * 100_000
    assert answer.wire < 10_000


@pytest.mark.parametrize("status", [204, 400, 401, 404, 410, 429, 500, 503, 599])
async def test_every_status_is_an_answer(client: Client, server: Server, status: int) -> None:
    server.add("/", status=status, headers={"Retry-After": "9"})
    answer = await get(client, server, "/")
    assert (answer.status, answer.retry_after) == (status, "9")


# ---- redirects ----


async def test_redirects_are_followed_and_noted(client: Client, server: Server) -> None:
    server.redirect("/1", "/2", 301)
    server.redirect("/2", "3?a=ü", 308)
    server.redirect("/3", server.url("/4"), 302)
    server.add("/4", body="there")
    answer = await get(client, server, "/1")
    assert (answer.body, answer.url) == (b"there", server.url("/4"))
    assert answer.hops == (
        (301, server.url("/1")), (308, server.url("/2")), (302, server.url("/3?a=%C3%BC")),
    )  # fmt: skip
    assert answer.permanent_url == server.url("/3?a=%C3%BC")


async def test_control_characters_in_a_redirect_are_percent_encoded(client: Client, server: Server) -> None:
    server.add("/", status=302, headers={"Location": "/x\x9b31m"})
    assert (await get(client, server, "/")).url == server.url("/x%C2%9B31m")


async def test_a_loop_is_left_after_five_hops(client: Client, server: Server) -> None:
    server.redirect("/loop", "/loop")
    error = await refusal(client, server, "/loop")
    assert (error.kind, str(error)) == (FetchProblem.REDIRECT, "more than 5 redirects")
    assert len(server.requests) == 6


async def test_five_hops_are_enough_for_anyone(client: Client, server: Server) -> None:
    for number in range(5):
        server.redirect(f"/{number}", f"/{number + 1}")
    server.add("/5", body="arrived")
    assert (await get(client, server, "/0")).body == b"arrived"


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://example.com/", "http://", "http://[::1/",
     "//", "http://x.example:99999/", "x:" + "a" * 5000],
    ids=range(9),
)  # fmt: skip
async def test_redirects_to_what_is_not_fetched(client: Client, server: Server, target: str) -> None:
    server.add("/", status=302, headers={"Location": target})
    assert (await refusal(client, server, "/")).kind is FetchProblem.REDIRECT


async def test_a_redirect_to_nowhere(client: Client, server: Server) -> None:
    server.add("/", status=302)
    assert str(await refusal(client, server, "/")) == "a redirect (302) that leads nowhere"


async def test_secrets_stay_with_their_server(client: Client, server: Server) -> None:
    server.redirect("/here", "/there")
    server.redirect("/away", server.url("/there", host="localhost").replace("127.0.0.1", "localhost"))
    server.add("/there")
    secrets = {"headers": [("X-Auth-Token", "s3cret")], "auth": ("me", "s3cret")}
    await get(client, server, "/here", **secrets)
    assert "s3cret" in server.asked("/there")[0].headers["x-auth-token"]
    assert "authorization" in server.asked("/there")[0].headers
    server.forget()
    with pytest.raises(FetchError):  # another origin; here it is private too
        await client.fetch(server.url("/away"), allow_private=server.address, **secrets)  # type: ignore[arg-type]
    assert server.paths == ["/away"]


async def test_secrets_do_not_cross_to_another_origin() -> None:
    with Server() as proxy:
        proxy.script("/", Reply(status=302, location="http://other.example/"))
        proxy.add("http://first.example/", status=302, location="http://second.example/")
        proxy.add("http://second.example/", body="there", etag='"1"')
        async with Client(NetworkConfig(proxy=proxy.url(""))) as client:
            secrets = {"headers": [("X-Auth-Token", "s3cret")], "auth": ("me", "s3cret"), "etag": '"1"'}
            answer = await client.fetch("http://first.example/", **secrets)  # type: ignore[arg-type]
        first, second = proxy.requests
        assert answer.body == b"there"
        assert {"x-auth-token", "authorization", "if-none-match"} <= set(first.headers)
        assert not {"x-auth-token", "authorization", "if-none-match", "referer"} & set(second.headers)


async def test_validators_go_to_the_address_that_gave_them(client: Client, server: Server) -> None:
    server.redirect("/old", "/new", 301)
    server.add("/new", body="x", etag='"1"')
    answer = await get(client, server, "/old", etag='"1"', validated_url=server.url("/new"))
    assert answer.status == 304
    assert [request.conditional for request in server.requests] == [False, True]


# ---- many at once ----


async def test_one_request_at_a_time_for_a_host() -> None:
    with Server(latency=0.05) as server:
        server.add("/", body="x")
        async with Client(NetworkConfig(proxy="none")) as client:
            await asyncio.gather(*(get(client, server, "/") for _ in range(6)))
            assert client._hosts == {}
        assert (server.busiest, len(server.requests)) == (1, 6)


async def test_so_many_in_all_and_no_more() -> None:
    with Server(latency=0.1) as proxy:
        async with Client(NetworkConfig(proxy=proxy.url(""), workers=4)) as client:
            await asyncio.gather(*(client.fetch(f"http://h{number}.example/") for number in range(12)))
        assert proxy.busiest == 4


async def test_waiting_for_ones_turn_costs_no_time_of_the_deadline() -> None:
    with Server(latency=0.2) as server:
        server.add("/", body="x")
        async with Client(NetworkConfig(proxy="none")) as client:
            answers = await asyncio.gather(*(get(client, server, "/", total=0.6) for _ in range(6)))
        assert [answer.status for answer in answers] == [200] * 6


async def test_cancelling_leaves_nothing_behind(client: Client, server: Server) -> None:
    server.add("/slow", delay=0.4)
    server.add("/", body="x")
    task = asyncio.create_task(get(client, server, "/slow"))
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await get(client, server, "/")).body == b"x"


async def test_two_loops_have_two_clients(server: Server) -> None:
    server.add("/", body="x")

    async def once() -> bytes:
        async with Client(NetworkConfig(proxy="none")) as client:
            return (await get(client, server, "/")).body

    assert await asyncio.to_thread(lambda: asyncio.run(once())) == await once() == b"x"


def test_the_package_loads_without_httpx() -> None:
    code = "import sys, tui_reader.web; print(sorted({'httpx', 'httpcore', 'lxml', 'anyio'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
