"""Stories in the library: one row for several articles, decisions that last, undo."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.library import NOW, add_articles, entry, make_library
from tui_reader.domain.models import Scope, View
from tui_reader.domain.stories import Story
from tui_reader.store import Library

FOLDED = Scope(View.ALL, stories=True)
UNREAD = Scope(View.UNREAD, stories=True)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with make_library(tmp_path / "library.db", 12) as library:
        yield library


def ids(library: Library) -> list[int]:
    return list(library.rows(Scope()).ids)


def join(library: Library, *members: int) -> None:
    reasons = dict.fromkeys(members[1:], "same title")
    assert library.stories.save([Story(min(members), members[0], members, reasons)], ids(library))


def test_a_story_is_one_row_where_all_feeds_are_shown(library: Library) -> None:
    a, b, c, d, *_ = ids(library)
    join(library, b, a, d)
    assert list(library.rows(FOLDED).ids) == [id_ for id_ in ids(library) if id_ not in (a, d)]
    assert list(library.rows(FOLDED, limit=3).ids)[:2] == [b, c]
    assert len(library.rows(Scope())) == 12
    feed = library.heads([a])[0].feed_id
    assert a in library.rows(Scope(View.ALL, feed_id=feed, stories=True)).ids
    assert library.stories.hidden(FOLDED) == {a, d}
    assert library.stories.members(d) == {b: "", a: "same title", d: "same title"}
    assert library.stories.members(c) == {}


def test_rows_tell_who_else_has_it(library: Library) -> None:
    a, b, _, d, e, *_ = ids(library)
    join(library, a, b, d, e)
    heads = {head.id: head for head in library.heads([a, e, ids(library)[2]])}
    assert (heads[a].others, heads[a].also) == (3, ("Coast Daily", "The Ledger"))
    assert heads[e].others == 3
    assert heads[ids(library)[2]].others == 0


def test_what_is_unread_in_a_story_is_never_hidden_behind_what_was_read(library: Library) -> None:
    a, b, c, *_ = ids(library)
    join(library, a, b, c)
    library.mark([a], read=True)
    assert b in library.rows(UNREAD).ids
    assert c not in library.rows(UNREAD).ids
    assert a in library.rows(FOLDED).ids
    library.mark_all_read(UNREAD)
    assert library.counts().unread == 0


def test_a_lead_that_goes_leaves_the_others_in_sight(library: Library) -> None:
    a, b, *_ = ids(library)
    join(library, a, b)
    library.remove_feed(library.heads([a])[0].feed_id)
    assert b in library.rows(FOLDED).ids
    assert library.heads([b])[0].others == 0
    library.undo()
    assert b not in library.rows(FOLDED).ids


def test_saving_again_changes_only_what_is_other(library: Library) -> None:
    a, b, c, *_ = ids(library)
    join(library, a, b)
    story = Story(min(a, b), a, (a, b), {b: "same title"})
    assert not library.stories.save([story], ids(library))
    assert library.stories.save([Story(min(a, c), a, (a, c), {c: "same address"})], ids(library))
    assert library.stories.members(b) == {}
    assert library.stories.save([], ids(library))
    assert library.stories.hidden(FOLDED) == set()


def test_splitting_lasts_and_can_be_undone(library: Library) -> None:
    a, b, c, *_ = ids(library)
    join(library, a, b, c)
    before = library.stories.members(a)
    assert set(library.stories.split(b).ids) == {a, b, c}
    assert list(library.stories.members(a)) == [a, c]
    assert set(library.stories.decisions().apart) == {(min(a, b), max(a, b)), (min(b, c), max(b, c))}
    change = library.undo()
    assert change is not None
    assert change.label == "Took an article out of its story"
    assert library.stories.members(a) == before
    assert library.stories.decisions().apart == ()
    library.stories.split(a)
    library.stories.split(b)
    assert library.stories.members(c) == {}
    assert not library.stories.split(c).ids


def test_joining_lasts_and_can_be_undone(library: Library) -> None:
    a, b, c, d, *_ = ids(library)
    join(library, a, b)
    assert library.stories.join(c, a).ids
    assert set(library.stories.members(a)) == {a, b, c}
    assert library.stories.members(a)[c] == "joined by you"
    assert library.stories.decisions().together == ((min(a, c), max(a, c)),)
    assert not library.stories.join(a, c).ids
    library.stories.join(d, c)
    assert len(library.stories.members(d)) == 4
    library.undo()
    library.undo()
    assert set(library.stories.members(a)) == {a, b}
    assert library.stories.members(c) == {}
    assert library.stories.decisions().together == ()


def test_a_library_of_the_version_before_gets_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui_reader.store import opening, schema

    with monkeypatch.context() as patch:
        patch.setattr(opening, "MIGRATIONS", schema.MIGRATIONS[:2])
        patch.setattr(opening, "SCHEMA_VERSION", 2)
        db = Library.open(tmp_path / "old.db")
        db.add_feed("https://a.example/")
        db.close()
    with Library.open(tmp_path / "old.db") as library:
        assert library.stories.hidden(FOLDED) == set()
        assert len(library.feeds()) == 1


def came_later(library: Library, place: int, *hours: int) -> tuple[int, ...]:
    """Articles so many hours after NOW in the feed at `place`, fetched a day after NOW."""
    feed_id = library.feeds()[place].id
    entries = [entry(1000 + 100 * place + hour, NOW + timedelta(hours=hour)) for hour in hours]
    return add_articles(library, feed_id, entries, now=NOW + timedelta(days=1))


def test_what_came_since_is_counted_as_articles_and_stories(library: Library) -> None:
    old = ids(library)[0]
    a, b = came_later(library, 0, 5, 6)
    (c,) = came_later(library, 1, 7)
    since = int(NOW.timestamp())
    assert library.stories.came(since, FOLDED) == (3, 3)
    join(library, a, c, old)
    assert library.stories.came(since, FOLDED) == (3, 2), "a story of which a part is new is a story"
    library.mark([a, b], read=True)
    assert library.stories.came(since, UNREAD) == (3, 2)
    assert library.stories.came(since, Scope(feed_id=library.feeds()[1].id)) == (1, 1)
    assert library.stories.came(int((NOW + timedelta(days=2)).timestamp()), FOLDED) == (0, 0)
    library.remove_feed(library.feeds()[1].id)
    assert library.stories.came(since, FOLDED) == (2, 2)


def test_what_came_late_has_come_since_unless_it_is_dated_more_than_a_day_before(library: Library) -> None:
    visit = int((NOW + timedelta(hours=20)).timestamp())
    came_later(library, 0, -5, 1, 19)
    assert library.stories.came(visit, FOLDED) == (2, 2)


def test_a_read_article_is_behind_a_better_one_of_the_same_list(library: Library) -> None:
    a, b, c, d, *_ = ids(library)
    join(library, a, b, c, d)
    library.mark([a, c, d], read=True)
    assert library.stories.behind({a, b, c}) == {c}
    assert library.stories.behind({c, d}) == {d}
    assert library.stories.behind({b, a}) == set()


def test_what_is_too_old_to_be_looked_at_stays_with_its_story(library: Library) -> None:
    a, b, c, d, old, *_ = ids(library)
    seen = [a, b, c, d]
    join(library, a, b, old)
    assert not library.stories.save([Story(old, a, (a, b), {b: "same title"})], seen)
    assert library.stories.save([Story(b, b, (b, a, c), {a: "same title", c: "same title"})], seen)
    assert list(library.stories.members(old)) == [b, a, c, old]
    assert library.stories.members(old)[old] == "same title"
    assert not library.stories.save([Story(b, b, (b, a, c), {a: "same title", c: "same title"})], seen)
    library.stories.save([], [d])
    assert list(library.stories.members(a)) == [b, a, c, old]


def test_what_was_joined_over_many_days_stays_joined(library: Library) -> None:
    a, b, *_, old = ids(library)
    library.stories.join(a, old)
    assert not library.stories.save([], [a, b])
    assert set(library.stories.members(old)) == {a, old}
    library.stories.split(a)
    assert not library.stories.save([], [a, b])
    assert library.stories.members(old) == {}
