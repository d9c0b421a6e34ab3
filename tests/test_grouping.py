"""Stories that the library keeps: found after a refresh, in the job process, and kept as the user wants them."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.feed_documents import rss
from tests.library import add_articles, entry
from tests.server import Server
from tests.test_briefing import QUAKE, text
from tui_reader.config import Config
from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.models import Scope
from tui_reader.grouping import ANEW, DONE, group
from tui_reader.jobs import Jobs
from tui_reader.reader import Reader

TITLES = (
    "Earthquake cuts power in Hellin",
    "Earthquake on Sorvik: Hellin without power",
    "Sorvik earthquake hits main",
)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = Reader.open(Config(), tmp_path / "library.db")
    yield reader
    reader.close()


def tell(reader: Reader, *numbers: int) -> list[int]:
    ids: list[int] = []
    now = datetime.now(UTC)
    for number in numbers:
        feed_id, _ = reader.library.add_feed(f"https://{number}.example/", title=f"Paper {number}")
        when = now - timedelta(hours=number + 1)
        ids += add_articles(
            reader.library, feed_id, [entry(number, when, TITLES[number])], documents=[text(QUAKE[number])], now=now
        )
    return ids


def regroup(reader: Reader) -> bool:
    jobs = Jobs(1)
    try:
        return asyncio.run(group(reader.library, jobs))
    finally:
        jobs.close()


def test_articles_on_one_event_are_kept_as_a_story_with_the_reason(reader: Reader) -> None:
    ids = tell(reader, 0, 1)
    assert regroup(reader)
    story = reader.story(ids[0])
    assert {head.id for head, _ in story} == set(ids)
    assert story[0][1] == ""
    assert story[1][1].startswith("words in common: ")
    assert len(reader.rows(Scope(stories=True))) == 1
    assert not regroup(reader), "nothing came since"


def test_another_article_finds_its_story(reader: Reader) -> None:
    ids = tell(reader, 0, 1)
    regroup(reader)
    ids += tell(reader, 2)
    assert regroup(reader)
    assert {head.id for head, _ in reader.story(ids[2])} == set(ids)
    assert reader.heads(ids[:1])[0].others == 2


def strangers(reader: Reader, count: int) -> None:
    feed_id, _ = reader.library.add_feed("https://strangers.example/", title="Strangers")
    now = datetime.now(UTC)
    names = ["".join(chr(97 + (number * 7 + at * 5) % 26) for at in range(6)) for number in range(3 * count)]
    entries = [entry(100 + at, now - timedelta(hours=2), " ".join(names[3 * at : 3 * at + 3])) for at in range(count)]
    texts = [Document((Block(Kind.PARAGRAPH, (Span(f"{one.title} only."),)),)) for one in entries]
    add_articles(reader.library, feed_id, entries, documents=texts, now=now)


def note(reader: Reader) -> list[object]:
    """What grouping remembers: [name of the process's memory, last time anew, articles then, added since ...]"""
    found: list[object] = json.loads(reader.library.get_state(DONE))
    return found


def test_the_process_that_remembers_is_told_the_new_articles_only(reader: Reader) -> None:
    ids = tell(reader, 0, 1)
    strangers(reader, 10)
    jobs = Jobs(1)
    try:
        asyncio.run(group(reader.library, jobs))
        first = note(reader)
        lead = reader.story(ids[0])[0][0].id
        ids += tell(reader, 2)
        assert asyncio.run(group(reader.library, jobs))
    finally:
        jobs.close()
    assert note(reader)[:4] == [*first[:3], 1], "placed, not found anew"
    assert {head.id for head, _ in reader.story(ids[2])} == set(ids)
    assert reader.story(ids[2])[0][0].id == lead


def test_a_process_that_remembers_nothing_is_told_all_and_keeps_what_is_shown(reader: Reader) -> None:
    ids = tell(reader, 0, 1)
    strangers(reader, 10)
    regroup(reader)
    first = note(reader)
    shown = reader.library.stories.places(ids)
    lead = reader.story(ids[0])[0][0].id
    ids += tell(reader, 2)
    assert regroup(reader)
    assert note(reader)[0] != first[0]
    assert note(reader)[1:4] == [*first[1:3], 1], "told again, not found anew"
    assert {head.id for head, _ in reader.story(ids[2])} == set(ids)
    assert reader.story(ids[2])[0][0].id == lead
    assert {story for story, _ in reader.library.stories.places(ids).values()} == {shown[ids[0]][0]}


def test_all_is_found_anew_after_a_day(reader: Reader) -> None:
    tell(reader, 0, 1)
    strangers(reader, 10)
    jobs = Jobs(1)
    try:
        asyncio.run(group(reader.library, jobs))
        first = note(reader)
        tell(reader, 2)
        asyncio.run(group(reader.library, jobs, datetime.now(UTC) + ANEW + timedelta(hours=1)))
    finally:
        jobs.close()
    assert note(reader)[2:4] == [13, 0]
    assert note(reader)[0] != first[0]


def test_a_decision_counts_at_once_for_what_comes(reader: Reader) -> None:
    ids = tell(reader, 0, 1)
    strangers(reader, 10)
    jobs = Jobs(1)
    try:
        asyncio.run(group(reader.library, jobs))
        reader.library.stories.split(ids[1])
        ids += tell(reader, 2)
        asyncio.run(group(reader.library, jobs))
    finally:
        jobs.close()
    together = [{head.id for head, _ in reader.story(id_)} for id_ in ids]
    assert not any({ids[0], ids[1]} <= members for members in together)


def test_a_note_of_an_older_version_is_no_harm(reader: Reader) -> None:
    tell(reader, 0, 1)
    for old in ("12:4000", "5", "{}", "[1]"):
        reader.library.set_state(DONE, old)
        reader.library.stories.save([], [1, 2])
        assert regroup(reader)


def test_what_one_feed_says_twice_is_two_articles_unless_they_were_joined(reader: Reader) -> None:
    feed_id, _ = reader.library.add_feed("https://one.example/", title="One")
    now = datetime.now(UTC)
    entries = [entry(number, now - timedelta(hours=number + 1), TITLES[number]) for number in range(2)]
    texts = [text(QUAKE[number]) for number in range(2)]
    ids = add_articles(reader.library, feed_id, entries, documents=texts, now=now)
    assert not regroup(reader)
    assert reader.story(ids[0]) == []
    reader.library.stories.join(ids[0], ids[1])
    tell(reader, 2)
    regroup(reader)
    assert {ids[0], ids[1]} <= {head.id for head, _ in reader.story(ids[0])}


def test_what_the_user_parted_stays_apart(reader: Reader) -> None:
    ids = tell(reader, 0, 1)
    regroup(reader)
    reader.library.stories.split(ids[1])
    ids += tell(reader, 2)
    regroup(reader)
    assert {head.id for head, _ in reader.story(ids[0])} != set(ids)
    together = [{head.id for head, _ in reader.story(id_)} for id_ in ids]
    assert not any({ids[0], ids[1]} <= members for members in together)
    paper = asyncio.run(reader.briefing(datetime.now(UTC) - timedelta(days=1)))
    assert not any({ids[0], ids[1]} <= set(item.ids) for item in paper.items)


def test_a_refresh_ends_in_stories_and_says_so(reader: Reader) -> None:
    told: list[bool] = []
    reader.regrouped = lambda: told.append(True)
    with Server() as server:
        for number in range(2):
            server.add(f"/{number}.xml", body=rss("The bridge at Larkspur is closed"), type="application/rss+xml")
            asyncio.run(reader.add(server.url(f"/{number}.xml")))
        asyncio.run(reader.refresh())
        asyncio.run(reader.finished())
    assert reader.counts().all == 2
    assert told == [True]
    assert len(reader.rows(Scope(stories=True))) == 1
