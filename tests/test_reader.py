"""The reader as screen and commands see it, against a real server."""

import asyncio
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.feed_documents import BODY, rss
from tests.server import Server
from tui_reader.config import Config
from tui_reader.domain.models import Scope, SummaryState, View
from tui_reader.reader import Reader, ReaderError

Result = TypeVar("Result")

STORY = "".join(f"<p>{BODY[start : start + 700]}</p>" for start in range(0, len(BODY) - 600, 700))
PAGE = (
    "<html><head><title>The whole story | Wire</title><meta property='og:type' content='article'>"
    "<link rel=alternate type=application/rss+xml title=Wire href=/feed.xml></head>"
    f"<body><nav><a href=/>Home</a></nav><main><article><h1>The whole story</h1>{STORY}</article></main></body></html>"
)
OPML = (
    '<opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="https://a.example/feed"/>'
    '<outline text="Bad" xmlUrl="exec:rm"/></outline></body></opml>'
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.add("/feed.xml", body=rss("One", "Two"), type="application/rss+xml", etag='"1"')
        server.add(
            "/", body="<html><head><link rel=alternate type=application/rss+xml href=feed.xml></head><p>Hi</p></html>"
        )
        server.add("/2026/the-whole-story", body=PAGE)
        yield server


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader.open(Config(), tmp_path / "library.db")
    yield reader
    reader.close()


def wait(work: Coroutine[Any, Any, Result]) -> Result:
    return asyncio.run(work)


def test_a_feeds_address_is_followed_and_its_articles_are_there(reader: Reader, server: Server) -> None:
    added = wait(reader.add(server.url("/feed.xml"), folder="News"))
    assert added.feed is not None
    assert (added.feed.title, added.feed.folders, added.feed.unread, added.new) == ("Test Wire", ("News",), 2, True)
    assert server.paths == ["/feed.xml"]
    again = wait(reader.add(server.url("/feed.xml")))
    assert not again.new
    assert reader.counts().all == 2


def test_a_sites_address_is_enough(reader: Reader, server: Server) -> None:
    added = wait(reader.add(server.url("/")))
    assert added.feed is not None
    assert added.feed.url == server.url("/feed.xml")


def test_several_feeds_are_a_choice_and_nothing_is_added(reader: Reader, server: Server) -> None:
    links = "".join(
        f"<link rel=alternate type=application/rss+xml title={name} href=/{name}.xml>" for name in ("all", "sport")
    )
    server.add("/site", body=f"<html><head>{links}</head><p>Hi</p></html>")
    server.add("/all.xml", body=rss("One"))
    added = wait(reader.add(server.url("/site")))
    assert [choice.url for choice in added.choices] == [server.url("/all.xml"), server.url("/sport.xml")]
    assert reader.feeds() == []


def test_an_articles_address_is_saved_for_later(reader: Reader, server: Server) -> None:
    added = wait(reader.add(server.url("/2026/the-whole-story")))
    assert added.article_id is not None
    assert "The whole story" in added.report
    article = reader.article(added.article_id)
    assert article is not None
    assert "sentence number 30" in article.document.text()
    assert list(reader.rows(Scope(View.LATER)).ids) == [added.article_id]


def test_what_is_no_feed_is_said(reader: Reader) -> None:
    with Server() as server:
        server.add("/empty", body="<html><body><p>Welcome.</p></body></html>")
        with pytest.raises(ReaderError, match="nothing at this address"):
            wait(reader.add(server.url("/nothing")))
        with pytest.raises(ReaderError, match="no feed was found"):
            wait(reader.add(server.url("/empty")))
    assert reader.feeds() == []


@pytest.mark.parametrize(
    "address", ["", "   ", "ftp://example.org/feed", "http://", "javascript:alert(1)", "http://[::1"]
)
def test_what_is_no_address_is_said(reader: Reader, address: str) -> None:
    with pytest.raises(ReaderError):
        wait(reader.add(address))


def test_a_summary_is_made_once_and_kept(reader: Reader) -> None:
    reader.add_sample()
    article_id = reader.rows(Scope()).ids[1]
    summary = wait(reader.summary(article_id))
    assert summary.state is SummaryState.SUMMARY
    assert len(summary.sentences) == 3
    article = reader.article(article_id)
    assert article is not None
    text = article.document.text()
    assert all(text[one.start : one.end] == one.text for one in summary.sentences)
    assert wait(reader.summary(article_id)) == summary
    assert len(wait(reader.summary(article_id, 5)).sentences) == 5


def test_a_summary_that_nobody_waits_for_is_finished_and_its_process_lives_on(reader: Reader) -> None:
    reader.add_sample()
    ids = reader.rows(Scope()).ids

    async def skim() -> None:
        await reader.summary(ids[0])
        assert reader._jobs is not None
        processes = set(reader._jobs._all)
        for article_id in ids[1:6]:
            asking = asyncio.create_task(reader.summary(article_id))
            await asyncio.sleep(0)
            asking.cancel()
        assert (await reader.summary(ids[5])).state is SummaryState.SUMMARY
        assert set(reader._jobs._all) >= processes

    wait(skim())


def test_a_teasers_full_text_is_fetched_and_its_summary_changes(reader: Reader, server: Server) -> None:
    server.add("/feed.xml", body=rss("One", link=server.url("/2026/the-whole-story?"), body="Only this ..."))
    added = wait(reader.add(server.url("/feed.xml")))
    assert added.feed is not None
    article_id = reader.rows(Scope()).ids[0]
    assert wait(reader.summary(article_id)).state is SummaryState.TEASER
    article = wait(reader.full_text(article_id))
    assert article.full_document is not None
    assert "sentence number 30" in article.document.text()
    assert wait(reader.summary(article_id)).state is SummaryState.SUMMARY


def test_a_page_that_cannot_be_had_leaves_the_teaser_and_the_reason(reader: Reader, server: Server) -> None:
    server.add("/feed.xml", body=rss("One", link=server.url("/gone"), body="Only this ..."))
    wait(reader.add(server.url("/feed.xml")))
    article_id = reader.rows(Scope()).ids[0]
    with pytest.raises(ReaderError, match="404"):
        wait(reader.full_text(article_id))
    article = reader.article(article_id)
    assert article is not None
    assert "404" in article.full_reason
    assert "Only this" in article.document.text()


def test_opml_goes_in_and_comes_out(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(OPML)
    imported = wait(reader.import_opml(path))
    assert (imported.added, imported.known, len(imported.skipped)) == (1, 0, 1)
    assert 'xmlUrl="https://a.example/feed"' in reader.export_opml()
    assert wait(reader.import_opml(path)).known == 1


@pytest.mark.parametrize("content", [b"", b"hello", b"<html></html>", b"\x00\xff"])
def test_what_is_no_opml_is_said(reader: Reader, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "feeds.opml"
    path.write_bytes(content)
    with pytest.raises(ReaderError, match=r"feeds\.opml"):
        wait(reader.import_opml(path))
    with pytest.raises(ReaderError, match="No such file"):
        wait(reader.import_opml(tmp_path / "none.opml"))


def test_the_sample_edition_is_not_exported(reader: Reader) -> None:
    reader.add_sample()
    assert "invalid" not in reader.export_opml()


def test_an_unknown_article_is_said(reader: Reader) -> None:
    with pytest.raises(ReaderError, match="no article 99"):
        wait(reader.summary(99))


def test_closing_twice_is_fine(reader: Reader) -> None:
    wait(reader.add("https://sample.tui-reader.invalid/feed.xml"))
    reader.close()
    reader.close()
