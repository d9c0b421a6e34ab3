"""Documents of what came: in the job process, also of what hangs it, and at once for the one that is opened."""

import asyncio
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import job_work
from tests.feed_documents import rss
from tests.refresh.conftest import Morning, follow
from tests.server import Server
from tui_reader import settling
from tui_reader.article import from_markup_roughly
from tui_reader.config import Config
from tui_reader.domain.document import Document, Status
from tui_reader.domain.models import Scope
from tui_reader.jobs import Jobs
from tui_reader.reader import Reader
from tui_reader.settling import opened, settle
from tui_reader.store import Library
from tui_reader.web import Client

TITLES = [f"Article {number}" for number in range(7)]


def fetched(morning: Morning, server: Server, *titles: str) -> list[int]:
    """What came of a feed with these articles, its texts not yet documents; the newest first."""
    server.add("/feed.xml", body=rss(*titles), type="application/rss+xml")
    follow(morning.library, server, "/feed.xml")

    async def run() -> None:
        async with Client() as client:
            await morning.prepared(client).run()

    asyncio.run(run())
    assert len(morning.library.unsettled()) == len(titles)
    return list(morning.library.rows(Scope()).ids)


def text_of(library: Library, article_id: int) -> Document:
    article = library.article(article_id)
    assert article is not None
    assert article.raw is None
    return article.feed_document


def test_what_hangs_the_parser_gets_its_bare_text_and_stops_nothing(
    morning: Morning, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "make_documents", job_work.make_or_hang)
    monkeypatch.setattr(settling, "SLICE_SECONDS", 0.5)
    monkeypatch.setattr(settling, "ONE_SECONDS", 0.5)
    ids = fetched(morning, server, *TITLES[:3], "HANG", *TITLES[3:], "CRASH")
    asyncio.run(settle(morning.library, morning.jobs))
    assert morning.library.unfinished() == 0
    for article_id in ids:
        assert "sentence number 40" in text_of(morning.library, article_id).text()
    assert [text_of(morning.library, i).truncated for i in ids] == [False] * 3 + [True] + [False] * 4 + [True]
    assert len(morning.library.search("harbour")) == len(ids)


def test_without_a_process_all_waits_for_better_times(morning: Morning, server: Server) -> None:
    fetched(morning, server, *TITLES)
    jobs = Jobs(1)
    jobs.close()
    asyncio.run(settle(morning.library, jobs))
    assert len(morning.library.unsettled()) == len(TITLES)


@pytest.fixture
def reader(morning: Morning) -> Iterator[Reader]:
    reader = Reader.open(Config(), morning.library.path)
    yield reader
    reader.close()


def test_an_article_that_is_opened_is_there_at_once(morning: Morning, server: Server, reader: Reader) -> None:
    ids = fetched(morning, server, *TITLES)
    article = reader.article(ids[0])
    assert article is not None
    assert article.raw is None
    assert "sentence number 40" in article.document.text()
    begin = time.monotonic()
    again = reader.article(ids[1])
    assert time.monotonic() - begin < 1
    assert again is not None
    asyncio.run(settle(morning.library, morning.jobs))
    settled = [reader.article(ids[0]), reader.article(ids[1])]
    assert [(a.document, a.content_hash, a.head) for a in settled if a] == [
        (a.document, a.content_hash, a.head) for a in (article, again)
    ]


def test_an_article_that_hangs_the_parser_opens_with_its_bare_text(
    morning: Morning, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "make_document", job_work.hang)
    monkeypatch.setattr(settling, "OPENING_SECONDS", 0.2)
    (article_id,) = fetched(morning, server, "HANG")
    article = morning.library.article(article_id)
    assert article is not None
    article = opened(morning.jobs, article)
    assert "sentence number 40" in article.document.text()
    assert article.document.status is Status.TEASER


def test_what_the_last_visit_left_is_done_at_the_next(
    morning: Morning, server: Server, reader: Reader, tmp_path: Path
) -> None:
    fetched(morning, server, *TITLES)
    reader.warm()
    deadline = time.monotonic() + 20
    while morning.library.unfinished():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert len(reader.search("harbour")) == len(TITLES)


def test_the_summary_of_what_just_came(morning: Morning, server: Server, reader: Reader) -> None:
    ids = fetched(morning, server, *TITLES)
    assert asyncio.run(reader.summary(ids[0])).sentences


@given(st.text() | st.text(alphabet="<>&#;/p br\n\x1bx"))
def test_the_bare_text_of_anything_is_clean(markup: str) -> None:
    document = from_markup_roughly(markup)
    text = document.text()
    assert not any(unicodedata.category(character) == "Cc" for character in text if character != "\n")
    assert document.status in (Status.TEASER, Status.EMPTY)


def test_the_bare_text_is_read_by_paragraphs_and_quickly() -> None:
    document = from_markup_roughly("<p>One &amp; <b>two</b><br>three</p><p class='x'>Four")
    assert [block.text() for block in document.blocks] == ["One & two", "three", "Four"]
    begin = time.process_time()
    for hostile in ("<", "<p", "<p ", "&", "&#1", "a\n", "<br", "\u0301", "- x\n"):
        from_markup_roughly(hostile * 500_000)
    assert time.process_time() - begin < 3
