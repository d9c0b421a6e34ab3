"""Briefings and editions of a real library, made in a real job process."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tests.library import NOW, add_articles, document, entry, make_library
from tests.stories_told import TRAM, TRAM_LATER, TRAM_REPEATED, TRAM_RETOLD, add_story, join, read_on
from tui_reader.config import Config
from tui_reader.domain.briefings import Paper
from tui_reader.domain.document import Block, Document, Kind, Span, Status
from tui_reader.domain.editions import Form
from tui_reader.domain.models import Scope
from tui_reader.reader import Reader

DAY = timedelta(days=1)

QUAKE = (
    "A strong earthquake shook the island of Sorvik early on Tuesday and cut the power in the port of Hellin.",
    "The earthquake of Tuesday morning on Sorvik left the port of Hellin without power, the island's council said.",
    "Sorvik's earthquake has broken the only water main of Hellin, which engineers hope to mend by Friday evening.",
)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(Config(), make_library(tmp_path / "library.db", 0))
    yield reader
    reader.close()


def text(*sentences: str, status: Status = Status.FULL) -> Document:
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(one),)) for one in sentences), status=status, language="en")


def tell_of_the_quake(reader: Reader) -> list[int]:
    """One event in three feeds, and an article on something else in a fourth."""
    ids: list[int] = []
    titles = (
        "Earthquake cuts power in Hellin",
        "Earthquake on Sorvik: Hellin without power",
        "Sorvik earthquake hits water main",
    )
    for number, (title, sentence) in enumerate(zip(titles, QUAKE, strict=True)):
        feed_id, _ = reader.library.add_feed(f"https://{number}.example/", title=f"Paper {number}", folder="World")
        when = NOW - timedelta(hours=number + 1)
        ids += add_articles(reader.library, feed_id, [entry(number, when, title)], documents=[text(sentence)])
    feed_id, _ = reader.library.add_feed("https://other.example/", title="Other", folder="Sport")
    ids += add_articles(
        reader.library, feed_id, [entry(9, NOW - DAY / 2, "Larkspur wins the cup")], documents=[document()]
    )
    return ids


def brief(reader: Reader, since: timedelta = DAY, minutes: float | None = None) -> Paper:
    return asyncio.run(reader.briefing(NOW - since, minutes, now=NOW))


def test_one_event_is_one_story_with_its_sources_and_the_reason(reader: Reader) -> None:
    ids = tell_of_the_quake(reader)
    paper = brief(reader)
    assert (paper.articles, paper.stories) == (4, 2)
    assert [chapter.name for chapter in paper.chapters] == ["World", "Sport"]
    quake = paper.chapters[0].items[0]
    assert set(quake.ids) == set(ids[:3])
    assert set(quake.piece.story.sources) == {"Paper 0", "Paper 1", "Paper 2"}
    assert set(quake.reasons) == set(quake.ids[1:])
    assert all(reason.startswith("words in common: ") for reason in quake.reasons.values())
    assert quake.sentences[0] in QUAKE


def test_what_a_further_source_adds_is_its_own_sentence(reader: Reader) -> None:
    tell_of_the_quake(reader)
    quake = brief(reader).chapters[0].items[0]
    assert quake.sentences[0] != QUAKE[2]
    assert [addition.text for addition in quake.additions] == [QUAKE[2]]
    assert quake.additions[0].source == "Paper 2"


def test_only_what_came_since_is_in_it(reader: Reader) -> None:
    tell_of_the_quake(reader)
    late = brief(reader, timedelta(hours=2, minutes=30))
    assert {head.title for item in late.items for head in item.heads if head.sort_at > late.since} >= {
        "Earthquake cuts power in Hellin"
    }
    reader.set_state("last_visit", str(int((NOW - 2 * DAY).timestamp())))
    assert asyncio.run(reader.briefing(now=NOW)).since == int((NOW - 2 * DAY).timestamp())


def test_what_was_dated_before_but_came_after_is_in_it(reader: Reader) -> None:
    feed_id, _ = reader.library.add_feed("https://slow.example/", title="Slow")
    add_articles(reader.library, feed_id, [entry(1, NOW - timedelta(hours=5))])
    add_articles(reader.library, feed_id, [entry(2, NOW - timedelta(days=9))])
    assert [item.lead.title for item in brief(reader, timedelta(hours=1)).items] == [entry(1, NOW).title]


def test_sentences_are_verbatim(reader: Reader) -> None:
    tell_of_the_quake(reader)
    for item in brief(reader).items:
        article = reader.article(item.lead.id)
        assert article is not None
        whole = " ".join(article.document.text().split())
        assert item.sentences
        assert all(sentence in whole for sentence in item.sentences)


@pytest.mark.parametrize("minutes", [0.5, 1, 5, 60])
def test_an_edition_ends_in_time(tmp_path: Path, minutes: float) -> None:
    reader = Reader(Config(), make_library(tmp_path / "many.db", 40))
    try:
        paper = brief(reader, 4 * DAY, minutes)
    finally:
        reader.close()
    assert paper.items
    assert paper.words <= minutes * paper.words_a_minute
    for item in paper.items:
        assert bool(item.text.blocks) == (item.piece.form is Form.FULL)
        assert bool(item.sentences) == (item.piece.form is Form.SUMMARY)
    assert any(item.text.blocks for item in paper.items) == (minutes >= 5)


def test_an_edition_leaves_out_what_was_read_and_teasers_are_never_whole(reader: Reader) -> None:
    feed_id, _ = reader.library.add_feed("https://a.example/", title="A")
    ids = add_articles(
        reader.library,
        feed_id,
        [entry(1, NOW - timedelta(hours=1), "Read already"), entry(2, NOW - timedelta(hours=2), "A mere beginning")],
        documents=[document(1), text(QUAKE[0], status=Status.TEASER)],
    )
    reader.mark([ids[0]], read=True)
    paper = brief(reader, DAY, 30)
    assert [(item.lead.title, item.piece.form, item.teaser) for item in paper.items] == [
        ("A mere beginning", Form.SUMMARY, True)
    ]
    assert len(brief(reader).items) == 2


def test_the_readers_own_pace_counts(reader: Reader) -> None:
    tell_of_the_quake(reader)
    usual = brief(reader, DAY, 1).words
    reader.set_state("words_a_minute", "40")
    assert brief(reader, DAY, 1).words < usual
    reader.set_state("words_a_minute", "nonsense")
    assert brief(reader, DAY, 1).words == usual


def test_nothing_came(reader: Reader) -> None:
    paper = brief(reader)
    assert (paper.chapters, paper.articles, paper.words) == ((), 0, 0)


OFFLINE = """
import asyncio, socket, sys
from datetime import timedelta
from pathlib import Path
from tests.library import NOW, make_library
from tests.stories_told import TRAM, TRAM_LATER, TRAM_RETOLD, add_story, join, read_on
from tui_reader.config import Config
from tui_reader.grouping import group
from tui_reader.jobs import Jobs
from tui_reader.reader import Reader

def refuse(*_):
    raise AssertionError("something went to the network")

done = set()

async def here(self, function, *args, deadline=0, **named):
    done.add(function.__name__)
    return function(*args, **named)

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
reader = Reader(Config(), make_library(Path(sys.argv[1]), 30))
since = NOW - timedelta(days=2)
ids = add_story(reader.library, TRAM, TRAM_RETOLD, TRAM_LATER)
read_on(reader.library, ids[:1], NOW - timedelta(days=1))
try:
    for run in (Jobs.run, here):
        Jobs.run = run
        join(reader.library, ids)
        assert asyncio.run(reader.compare(ids[1], reader.library.stories.read_of(ids[1]))).news
        paper = asyncio.run(reader.briefing(since, now=NOW))
        assert paper.items and paper.stories < paper.articles
        assert asyncio.run(reader.briefing(since, 5, now=NOW)).items
        reader.set_state("grouped", "")
        reader.library.stories.save([], [head.id for item in paper.items for head in item.heads])
        assert asyncio.run(group(reader.library, reader._job_processes(), NOW))
    for item in paper.items:
        assert asyncio.run(reader.summary(item.lead.id)).sentences
    assert {"compare", "tell", "tell_news", "summarize"} <= done
finally:
    reader.close()
print("done")
"""
"""Once as it is, and once with the work of the job process done in this one, where the network is forbidden too."""


def test_nothing_leaves_the_machine(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(tmp_path / "library.db")],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_ten_weeks_of_a_library_cost_no_more_than_its_last_day(tmp_path: Path) -> None:
    reader = Reader(Config(), make_library(tmp_path / "long.db", 600, apart=timedelta(hours=3)))
    try:
        assert len(reader.rows(Scope())) == 600
        assert brief(reader).articles <= 24
    finally:
        reader.close()


# ---- a story that was read before ----


def read_before(reader: Reader, *later: Sequence[str]) -> list[int]:
    """Two articles that were read yesterday, and what has come of their story since; the ids of all."""
    before = add_story(reader.library, TRAM, TRAM_RETOLD, now=NOW - 2 * DAY)
    read_on(reader.library, before, NOW - DAY)
    after = add_story(reader.library, *later, first=5)
    join(reader.library, [*before, *after])
    return [*before, *after]


def test_only_what_is_new_is_told_of_a_story_that_was_read(reader: Reader) -> None:
    ids = read_before(reader, TRAM_LATER)
    [item] = brief(reader, DAY / 2).items
    assert (item.since, item.fresh) == (int((NOW - DAY).timestamp()), 1)
    assert item.sentences == ()
    assert item.ids == (ids[2],), "the others came before"
    assert item.lead.id == ids[2]
    told = [addition.text for addition in item.additions]
    assert TRAM_LATER[1] in told
    assert TRAM_LATER[2] not in told
    assert len(told) <= 3
    assert {addition.source for addition in item.additions} == {"Paper 5"}
    assert item.since_text("Tuesday") == "New since Tuesday:"
    assert item.piece.form is Form.SUMMARY


def test_sources_share_the_room_for_what_is_new(reader: Reader) -> None:
    read_before(
        reader, TRAM_LATER, [*TRAM_REPEATED, "Norwick's bishop has called for prayers against the noise of drills."]
    )
    [item] = brief(reader, DAY / 2).items
    assert {addition.source for addition in item.additions} == {"Paper 5", "Paper 6"}
    assert len(item.told) == 2
    assert all(addition.text in dict(item.told)[addition.source] for addition in item.additions)
    assert len(item.additions) <= 3


def test_the_headline_is_that_of_what_is_new(reader: Reader) -> None:
    ids = read_before(reader, TRAM_REPEATED, TRAM_LATER)
    [item] = brief(reader, DAY / 2).items
    assert item.lead.id == ids[3]
    assert item.piece.story.title == item.lead.title
    assert set(item.ids) == set(ids[2:])
    articles = [reader.article(id_) for id_ in item.ids]
    assert list(item.urls) == [article.url for article in articles if article is not None]


def test_a_story_that_was_read_and_says_nothing_new(reader: Reader) -> None:
    read_before(reader, TRAM_REPEATED, TRAM_REPEATED[:2])
    [item] = brief(reader, DAY / 2).items
    assert (item.additions, item.sentences, item.fresh) == ((), (), 2)
    assert item.since_text("Tuesday") == "Nothing new since Tuesday, 2 more sources"
    assert item.piece.form is Form.HEADLINE


def test_a_story_that_was_read_whole_is_told_as_it_was(reader: Reader) -> None:
    ids = read_before(reader, TRAM_LATER)
    read_on(reader.library, ids[2:], NOW)
    [item] = brief(reader, DAY / 2).items
    assert item.since == 0
    assert item.sentences


@pytest.mark.parametrize("since", [DAY / 2, 2 * DAY])
def test_an_edition_tells_what_is_new_of_a_story_that_was_read(reader: Reader, since: timedelta) -> None:
    ids = read_before(reader, TRAM_LATER)
    [item] = brief(reader, since, minutes=5).items
    assert item.lead.id == ids[2]
    assert TRAM_LATER[1] in [addition.text for addition in item.additions]
    assert (item.piece.form, item.sentences) == (Form.SUMMARY, ())


def test_an_edition_leaves_out_a_story_that_was_read_and_says_nothing_new(reader: Reader) -> None:
    read_before(reader, TRAM_REPEATED)
    assert brief(reader, 2 * DAY, minutes=5).items == ()
