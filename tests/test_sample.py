"""The sample edition: what ships with the reader is whole, and goes the way of any feed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui_reader import article, feeds, sample
from tui_reader.adding import add_sample
from tui_reader.domain.document import Kind, Status
from tui_reader.domain.models import Article, Scope, View
from tui_reader.store import Library

NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def articles(tmp_path: Path) -> Iterator[list[Article]]:
    with Library.open(tmp_path / "library.db") as library:
        add_sample(library, lambda: NOW)
        found = [library.article(id_) for id_ in library.rows(Scope(View.ALL)).ids]
        yield [one for one in found if one is not None]


def test_there_are_articles_of_every_kind(articles: list[Article]) -> None:
    assert len(articles) >= 10
    kinds = {block.kind for one in articles for block in one.document.blocks}
    assert {Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CODE, Kind.TABLE} <= kinds
    assert {"de", "fr"} <= {one.language for one in articles}
    assert {one.credit for one in articles} >= {"Small Wire", "Coast Daily"}


def test_the_newest_is_fresh_and_none_comes_from_the_future(articles: list[Article]) -> None:
    dates = [one.published for one in articles if one.published]
    assert len(dates) == len(articles)
    assert NOW - max(dates) == timedelta(minutes=20)


def test_full_texts_are_whole_and_teasers_have_their_page(articles: list[Article]) -> None:
    teasers = [one for one in articles if one.head.teaser]
    assert len(teasers) == 3
    for one in articles:
        if not one.head.teaser:
            assert 300 <= one.head.words <= 900, one.head.title
    for one in teasers:
        page = sample.page(one.url)
        assert page is not None
        extraction = article.extract(page, one.url)
        assert extraction.status is Status.FULL, one.head.title
        assert extraction.document.words() > 300
        text = extraction.document.text()
        for furniture in ("Accept", "Subscribe", "More from", "Share"):
            assert furniture not in text


def test_the_pages_keep_their_structure() -> None:
    page = sample.page(f"https://{sample.HOST}/pages/green-bay")
    assert page is not None
    kinds = [block.kind for block in article.extract(page, f"https://{sample.HOST}/pages/green-bay").document.blocks]
    assert kinds.count(Kind.HEADING) == 2
    assert kinds.count(Kind.ITEM) == 3
    assert Kind.CAPTION in kinds


def test_adding_it_twice_adds_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert len(add_sample(library)) >= 10
        assert add_sample(library) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://sample.tui-reader.invalid/pages/../feed",
        "https://example.org/",
        "",
        "https://sample.tui-reader.invalid/pages/nothing",
    ],
)
def test_only_its_own_pages_are_served(url: str) -> None:
    assert sample.page(url) is None


def test_the_document_is_sound() -> None:
    feed = feeds.parse(sample.feed_body(NOW), sample.FEED_URL, "application/rss+xml")
    assert not feed.malformed
    assert feed.title == "Sample edition"
