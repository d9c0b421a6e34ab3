"""What is new about a story in a library: which of its articles are compared, in a real job process."""

import asyncio
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.library import NOW, make_library
from tests.stories_told import TRAM, TRAM_LATER, TRAM_RETOLD, add_story, join, read_on
from tui_reader.comparing import chosen
from tui_reader.config import Config
from tui_reader.domain.stories import Member, Said, StoryNews, place_of, seen_before, since_words
from tui_reader.jobs import Jobs
from tui_reader.reader import Reader
from tui_reader.story_news import story_news

DAY = timedelta(days=1)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(Config(), make_library(tmp_path / "library.db", 0))
    yield reader
    reader.close()


def compare(reader: Reader, article_id: int) -> StoryNews:
    return asyncio.run(reader.compare(article_id, reader.library.stories.read_of(article_id)))


def test_a_story_that_was_never_read(reader: Reader) -> None:
    ids = add_story(reader.library, TRAM, TRAM_RETOLD)
    join(reader.library, ids)
    news = compare(reader, ids[0])
    assert [(adds.article_id, adds.source) for adds in news.others] == [(ids[1], "Paper 1")]
    assert news.since == 0
    assert news.others[0].when == int((NOW - timedelta(minutes=2)).timestamp())


def test_a_story_that_has_got_further(reader: Reader) -> None:
    before = add_story(reader.library, TRAM, TRAM_RETOLD, now=NOW - DAY)
    join(reader.library, before)
    read_on(reader.library, before, NOW - DAY / 2)
    after = add_story(reader.library, TRAM_LATER, first=5)
    join(reader.library, [*before, *after])
    news = compare(reader, after[0])
    assert (news.since, news.fresh) == (int((NOW - DAY / 2).timestamp()), 1)
    assert [adds.source for adds in news.news] == ["Paper 5"]
    assert TRAM_LATER[1] in [said.text for said in news.news[0].sentences]


def test_what_was_left_unread_is_nothing_that_came_since(reader: Reader) -> None:
    ids = add_story(reader.library, TRAM, TRAM_RETOLD, now=NOW - DAY)
    join(reader.library, ids)
    read_on(reader.library, ids[:1], NOW - DAY / 2)
    news = compare(reader, ids[1])
    assert (news.since, news.news) == (0, ())
    assert [adds.source for adds in news.others] == ["Paper 0"]


def test_a_text_that_cannot_be_read_says_nothing(reader: Reader) -> None:
    ids = add_story(reader.library, TRAM, TRAM_RETOLD)
    join(reader.library, ids)
    with sqlite3.connect(reader.library.path) as db:
        db.execute("UPDATE body SET feed_document = x'00' WHERE article_id = ?", (ids[1],))
    assert compare(reader, ids[0]) == StoryNews(article_id=ids[0], nothing=("Paper 1",))


def test_without_a_job_process_there_is_nothing_to_show(reader: Reader) -> None:
    ids = add_story(reader.library, TRAM, TRAM_RETOLD)
    join(reader.library, ids)
    jobs = Jobs(1)
    jobs.close()
    members = reader.library.stories.read_of(ids[0])
    assert asyncio.run(story_news(reader.library, jobs, ids[0], members)) == StoryNews(article_id=ids[0])


def test_an_article_that_stands_alone_is_in_no_story(reader: Reader) -> None:
    ids = add_story(reader.library, TRAM)
    assert reader.library.stories.read_of(ids[0]) == []
    assert reader.library.stories.texts([ids[0] + 1]) == []


# ---- which articles, and when ----


def test_articles_with_the_others_of_their_stories(reader: Reader) -> None:
    ids = add_story(reader.library, TRAM, TRAM_RETOLD, TRAM_LATER)
    join(reader.library, [ids[2], ids[0]])
    read_on(reader.library, ids[:1], NOW)
    found = reader.library.stories.with_stories([ids[1], ids[0]])
    assert [one.id for one in found] == [ids[1], ids[0], ids[2]]
    assert found[1] == Member(ids[0], True, int(NOW.timestamp()), int(NOW.timestamp()))


def member(id_: int, read_at: int = 0, first_seen: int = 10) -> Member:
    return Member(id_, read_at > 0, read_at, first_seen)


def test_a_story_of_forty_sources_is_capped() -> None:
    members = [member(id_) for id_ in range(40)]
    assert chosen(members, 30, ()) == [*range(12), 30]
    read = [member(id_, read_at=5 if id_ >= 38 else 0) for id_ in range(40)]
    assert chosen(read, 30, range(20, 30)) == [0, 1, 2, 3, *range(20, 26), 30, 38, 39]


def test_since_when() -> None:
    assert seen_before([member(1, 20), member(2, 30), member(3, first_seen=31)]) == (30, (3,))
    assert seen_before([member(1, 20), member(3, first_seen=20)]) == (0, ())
    assert seen_before([member(1), member(2)]) == (0, ())
    unknown = Member(1, True, 0, 5)
    assert seen_before([unknown, member(2, first_seen=99)]) == (0, ())
    assert seen_before([]) == (0, ())


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=6, minutes=50), "07:40"),
        (timedelta(hours=15), "yesterday"),
        (timedelta(days=3), "Sunday"),
        (timedelta(days=9), "Monday, 9 March"),
        (timedelta(days=400), "11 February 2025"),
    ],
)
def test_the_day_in_words(ago: timedelta, words: str) -> None:
    assert since_words(int((NOW - ago).timestamp()), int(NOW.timestamp()), UTC) == words


def test_the_day_is_that_of_the_zone() -> None:
    late = datetime(2026, 3, 17, 23, 30, tzinfo=UTC)
    assert since_words(int(late.timestamp()), int(NOW.timestamp()), UTC) == "yesterday"
    assert since_words(int(late.timestamp()), int(NOW.timestamp()), timezone(timedelta(hours=1))) == "00:30"


def test_where_a_sentence_stands() -> None:
    text = "First. A tram\n is built. Last."
    said = Said(1, "A tram is built.", 7, 24)
    assert place_of(text, said) == (7, 24)
    assert place_of("Before. " + text, said) == (15, 32)
    assert place_of("Something else.", said) is None
