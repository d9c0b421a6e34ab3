"""Full texts fetched ahead: politely, at most so many, each page once."""

import asyncio

import pytest

from tests.feed_documents import BODY, rss
from tests.refresh.conftest import Morning
from tests.server import Reply, Server
from tui_reader.ahead import fetch_ahead
from tui_reader.domain.models import Article, Scope
from tui_reader.web import Client

STORY = "".join(f"<p>{BODY[start : start + 700]}</p>" for start in range(0, len(BODY) - 600, 700))
PAGE = (
    "<html><head><title>The story</title><meta property='og:type' content='article'></head>"
    f"<body><main><article><h1>The story</h1>{STORY}</article></main></body></html>"
)


@pytest.fixture
def feed(morning: Morning, server: Server) -> int:
    """A feed of teasers, just come in, that is to be fetched ahead."""
    titles = [f"Story {number}" for number in range(1, 26)]
    body = rss(*titles, link=server.url("/story"), body="Only the beginning ...")
    server.add("/feed.xml", body=body, type="application/rss+xml")
    feed_id, _ = morning.library.add_feed(server.url("/feed.xml"), allow_private=server.address)
    morning.library.set_feed(feed_id, full_text="refresh")
    morning.refresh()
    server.forget()
    return feed_id


def fetch(morning: Morning, *, every_feed: bool = False) -> int:
    async def run() -> int:
        async with Client() as client:
            return await fetch_ahead(morning.library, client, morning.jobs, every_feed=every_feed, pause=0.0)

    return asyncio.run(run())


def articles(morning: Morning) -> list[Article]:
    found = (morning.library.article(article_id) for article_id in morning.library.rows(Scope()).ids)
    return [article for article in found if article]


def test_the_newest_twenty_are_there_and_each_page_is_asked_for_once(
    morning: Morning, server: Server, feed: int
) -> None:
    for number in range(1, 26):
        server.add(f"/story/{number}", body=PAGE)
    server.add("/story/3", status=404)
    assert fetch(morning) == 19
    assert sorted(server.paths) == sorted(f"/story/{number}" for number in range(1, 21))
    assert server.busiest == 1
    found = articles(morning)
    assert "sentence number 38" in found[0].document.text()
    assert [article.full_document is not None for article in found] == [True] * 2 + [False] + [True] * 17 + [False] * 5
    assert "404" in found[2].full_reason
    assert fetch(morning) == 0
    assert len(server.requests) == 20


def test_only_feeds_that_are_set_to_it_or_all(morning: Morning, server: Server, feed: int) -> None:
    morning.library.set_feed(feed, full_text="never")
    server.add("/story/1", body=PAGE)
    assert fetch(morning) == 0
    assert server.requests == []
    assert fetch(morning, every_feed=True) == 1


def test_a_site_that_is_busy_is_left_alone_and_asked_again_later(morning: Morning, server: Server, feed: int) -> None:
    server.script("/story/1", Reply(status=503), Reply(body=PAGE))
    assert fetch(morning) == 0
    assert server.paths == ["/story/1"]
    assert articles(morning)[0].full_reason == ""
    assert fetch(morning) == 1


def test_without_a_network_nothing_is_remembered(morning: Morning, server: Server) -> None:
    body = rss("One", link="https://host.invalid/story", body="Only the beginning ...")
    server.add("/feed.xml", body=body, type="application/rss+xml")
    morning.library.add_feed(server.url("/feed.xml"), allow_private=server.address)
    morning.refresh()
    assert fetch(morning, every_feed=True) == 0
    assert articles(morning)[0].full_reason == ""
