"""Bodies that hang the parser: given up in time, remembered, read again only when they change."""

import time
from contextlib import suppress

import pytest

from tests import job_work
from tests.feed_documents import rss
from tests.refresh.conftest import Morning, follow
from tests.server import Reply, Server
from tui_reader import absorbing, feeds
from tui_reader.digest import INLINE_BYTES, survey_apart


def test_a_body_that_hangs_is_not_parsed_again_until_it_changes(
    morning: Morning, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(absorbing, "INLINE_BYTES", 0)
    monkeypatch.setattr(absorbing, "PARSE_SECONDS", 0.3)
    monkeypatch.setattr(absorbing, "survey_apart", job_work.hang)
    bad, good = (Reply(body=rss(title), type="application/rss+xml", etag=title) for title in ("Bad", "Good"))
    server.script("/feed.xml", bad, bad, good)
    (feed_id,) = follow(morning.library, server, "/feed.xml")
    assert "could not be read within" in morning.refresh().failed[0][1]

    monkeypatch.setattr(absorbing, "PARSE_SECONDS", 5.0)
    monkeypatch.setattr(absorbing, "survey_apart", survey_apart)
    morning.later(days=1)
    assert "still has the content" in morning.refresh().failed[0][1]
    assert morning.library.fetch_states([feed_id])[0].failures == 2

    morning.later(days=1)
    assert morning.refresh().new == 1
    assert morning.library.fetch_states([feed_id])[0].failures == 0
    assert [request.conditional for request in server.requests] == [False] * 3


def filled(unit: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    inside = before + unit * ((INLINE_BYTES - 200) // len(unit)) + after
    return b'<?xml version="1.0"?><rss version="2.0"><channel>' + inside + b"</channel></rss>"


@pytest.mark.parametrize(
    "body",
    [
        filled(b"<item><pubDate>Mon, 1 Foo 2026 99:99</pubDate><title>a</title></item>"),
        filled(b"&", b"<item><description>", b"</description></item>"),
        filled(b"<"),
        filled(b"<item><title>a"),
        filled(b"\xe9a", b"<item><description>", b"</description></item>"),
        filled(b' a="1"', b"<item", b"/>"),
        filled(b"<item><description><![CDATA["),
        filled(b"<a>"),
        filled(b"<!--"),
    ],
)
def test_what_is_parsed_beside_the_screen_takes_no_time(body: bytes) -> None:
    assert len(body) <= INLINE_BYTES
    begin = time.process_time()
    with suppress(feeds.NotAFeed):
        feeds.parse(body, "https://feed.example/", None)
    assert time.process_time() - begin < 2, "the worst takes 0.2 s on a machine of 2024"
