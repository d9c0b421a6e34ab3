"""Lists of articles that take so long to read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.making import document, entry, fetched
from tui_reader.domain.document import Document, Status
from tui_reader.domain.models import Scope, View
from tui_reader.domain.reading import words_within
from tui_reader.domain.stories import Story
from tui_reader.store import Library

LENGTHS = {"note": 100, "short": 804, "middle": 805, "long": 2415, "longest": 2416, "pictures": 0}
SHORT = words_within(1, 3)


def words(number: int, status: Status = Status.FULL) -> Document:
    return document(" ".join(["word"] * number), status=status)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        for url in ("https://one.example/feed", "https://two.example/feed"):
            feed_id, _ = library.add_feed(url, folder=url[8:11])
            entries = {name: entry(name, hours=hours + 1) for hours, name in enumerate([*LENGTHS, "teaser"])}
            texts = {entries[name].guid: words(number) for name, number in LENGTHS.items()}
            texts[entries["teaser"].guid] = words(50, Status.TEASER)
            fetched(library, feed_id, entries.values(), texts=texts)
        while library.index_pending(100):
            pass
        yield library


def titles(library: Library, scope: Scope) -> list[str]:
    return [head.title.removeprefix("Title of ") for head in library.heads(library.rows(scope).ids)]


@pytest.mark.parametrize(
    ("least", "most", "names"),
    [(1, 3, ["note", "short"]), (4, 10, ["middle", "long"]), (11, None, ["longest"])],
)
def test_what_has_no_known_length_is_in_none(library: Library, least: int, most: int | None, names: list[str]) -> None:
    wanted = words_within(least, most)
    twice = [name for name in names for _ in range(2)]
    assert titles(library, Scope(words=wanted)) == twice
    assert titles(library, Scope(View.UNREAD, words=wanted, stories=True)) == twice
    assert titles(library, Scope(folder="one", words=wanted)) == names
    assert titles(library, Scope(feed_id=2, words=wanted)) == names
    assert titles(library, Scope(query="word", words=wanted)) == twice
    assert titles(library, Scope(query='"word word"', words=wanted)) == twice
    assert titles(library, Scope(View.STARRED, words=wanted)) == []
    assert not library.rows(Scope(words=wanted), limit=0).complete


def test_a_short_article_is_never_hidden_behind_a_long_one(library: Library) -> None:
    everything = {(head.feed_id, head.title[9:]): head.id for head in library.heads(library.rows(Scope()).ids)}
    members = (everything[1, "long"], everything[2, "note"], everything[1, "short"])
    library.stories.save([Story(min(members), members[0], members)], members)
    listed = library.rows(Scope(words=SHORT, stories=True)).ids
    assert set(listed) == {everything[1, "note"], everything[2, "note"], everything[2, "short"]}
    assert library.stories.hidden(Scope(words=SHORT, stories=True)) == {members[2]}
    assert library.stories.hidden(Scope(stories=True)) == set(members[1:])


def test_all_read_means_what_the_list_shows(library: Library) -> None:
    change = library.mark_all_read(Scope(words=SHORT))
    assert len(change.ids) == 4
    assert titles(library, Scope(View.UNREAD, words=SHORT)) == []
    assert library.counts().unread == 10
