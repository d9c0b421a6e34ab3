"""What the user does, and that all of it is taken back by undo()."""

import random
from pathlib import Path

import pytest

from tests.store.making import entry, fetched, filled
from tui_reader.domain.models import Counts, Scope, View
from tui_reader.store import Library, history
from tui_reader.store.writer import Urgency, Work, Writer


def flags(library: Library) -> list[tuple[bool, bool, bool]]:
    return [(head.read, head.starred, head.later) for head in library.heads(library.rows(Scope()).ids)]


def test_marks_are_set_counted_and_undone(library: Library) -> None:
    _, ids = filled(library, 5)
    before = flags(library)
    change = library.mark(ids[:3], read=True)
    assert change.label == "Marked 3 articles read"
    assert sorted(change.ids) == sorted(ids[:3])
    assert library.counts() == Counts(unread=2, all=5)
    change = library.mark(ids[:4], starred=True, later=True)
    assert change.label == "Starred 4 articles, put them on the later list"
    assert library.counts() == Counts(unread=2, all=5, starred=4, later=4)
    undone = library.undo()
    assert undone
    assert sorted(undone.ids) == sorted(ids[:4])
    assert library.counts() == Counts(unread=2, all=5)
    library.undo()
    assert flags(library) == before
    assert library.undo() is None


def test_undo_restores_what_was_not_what_is_opposite(library: Library) -> None:
    _, ids = filled(library, 4)
    library.mark(ids[:2], read=True)
    change = library.mark(ids, read=True)
    assert change.label == "Marked 2 articles read"
    library.undo()
    assert [head.read for head in library.heads(ids)] == [True, True, False, False]


def test_what_changes_nothing_leaves_no_entry(library: Library) -> None:
    _, ids = filled(library, 2)
    assert library.mark(ids, read=False).ids == ()
    assert library.mark([], read=True).label == "Nothing to change"
    assert library.mark([999], starred=True).label == "Nothing to change"
    assert library.mark(ids).label == "Nothing to change"
    assert library.undo() is None


def test_a_mark_that_is_not_the_users_is_not_undone(library: Library) -> None:
    _, ids = filled(library, 2)
    library.mark(ids[:1], starred=True)
    library.mark(ids, read=True, undoable=False)
    library.undo()
    assert [(head.read, head.starred) for head in library.heads(ids)] == [(True, False)] * 2


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        (Scope(), 0),
        (Scope(View.UNREAD), 0),
        (Scope(View.STARRED), 8),
        (Scope(View.LATER), 9),
        (Scope(feed_id=1), 5),
        (Scope(View.STARRED, feed_id=1), 8),
        (Scope(folder="News"), 5),
        (Scope(query='"title of a3"'), 8),
    ],
)
def test_marking_a_view_read(library: Library, scope: Scope, left: int) -> None:
    feed_id, ids = filled(library, 5)
    filled(library, 5, url="https://other.example/feed")
    library.set_feed(feed_id, folder="News")
    library.mark(ids[:2], starred=True, undoable=False)
    library.mark(ids[2:3], later=True, undoable=False)
    library.index_pending()
    change = library.mark_all_read(scope)
    assert library.counts().unread == left
    assert len(change.ids) == 10 - left
    library.undo()
    assert library.counts().unread == 10


def test_what_came_after_the_list_was_shown_stays_unread(library: Library) -> None:
    feed_id, ids = filled(library, 5)
    fetched(library, feed_id, [entry("late", hours=100)])
    assert len(library.mark_all_read(Scope(), newest=max(ids)).ids) == 5
    assert library.counts().unread == 1


def test_a_large_change_is_made_in_parts_and_undone_as_one(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PART", 7)
    _, ids = filled(library, 40)
    library.mark(random.Random(1).sample(ids, 10), read=True, undoable=False)
    before = flags(library)
    change = library.mark_all_read(Scope())
    assert (change.label, len(change.ids)) == ("Marked 30 articles read", 30)
    assert library.counts().unread == 0
    undone = library.undo()
    assert undone
    assert (undone.label, sorted(undone.ids)) == (change.label, sorted(change.ids))
    assert flags(library) == before
    assert library.undo() is None


def test_a_large_change_is_on_the_disk_before_it_counts_as_done(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "PART", 7)
    done: list[Urgency] = []
    original = Writer.run

    def run(self: Writer, work: Work[object], urgency: Urgency = Urgency.USER) -> object:
        done.append(urgency)
        return original(self, work, urgency)

    _, ids = filled(library, 20)
    library.mark(ids[-3:], read=True, undoable=False)
    monkeypatch.setattr(Writer, "run", run)
    library.mark_all_read(Scope())
    assert done[-1] is Urgency.USER, "synced, though nothing changed in the last part"
    assert set(done[:-1]) == {Urgency.PART}
    done.clear()
    library.undo()
    assert done[-1] is Urgency.USER
    assert Urgency.PART in done
    done.clear()
    library.mark(ids[:7], starred=True)
    library.undo()
    assert set(done) == {Urgency.USER}


def test_the_journal_survives_a_restart_and_is_shared(path: Path) -> None:
    with Library.open(path) as library:
        feed_id, ids = filled(library, 3)
        library.mark(ids, read=True)
        library.remove_feed(feed_id)
    with Library.open(path) as library, Library.open(path) as other:
        assert [change.label for change in (library.undo(), other.undo()) if change] == [
            "Removed the feed The News",
            "Marked 3 articles read",
        ]
        assert library.counts().unread == 3


def test_the_journal_forgets_what_is_long_ago(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "ENTRIES_KEPT", 3)
    _, ids = filled(library, 6)
    for article_id in ids:
        library.mark([article_id], read=True)
    assert [bool(library.undo()) for _ in range(4)] == [True, True, True, False]
    assert library.counts().unread == 3


def test_when_an_article_was_read_is_kept_and_restored(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1_000, 2_000))
    monkeypatch.setattr(history, "now", lambda: next(clock))
    _, ids = filled(library, 4)
    a, b, c, d = ids
    assert library.read_at(ids) == {}
    library.mark([a], read=True, undoable=False)
    library.mark([b, c], read=True, starred=True, undoable=False)
    assert library.read_at(ids) == {a: 1000, b: 1001, c: 1001}
    library.mark([a, d], starred=True)
    library.mark_all_read(Scope())
    times = library.read_at(ids)
    assert {article_id: times[article_id] for article_id in (a, b, c)} == {a: 1000, b: 1001, c: 1001}
    assert d in times
    library.mark(ids, read=False)
    assert library.read_at(ids) == {}
    library.undo()
    assert library.read_at([*ids, 999]) == times
    library.undo()
    assert library.read_at(ids) == {a: 1000, b: 1001, c: 1001}
    library.undo()
    assert library.read_at(ids) == {a: 1000, b: 1001, c: 1001}


def test_reading_again_what_changed_moves_the_time_and_undo_moves_it_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1_000, 2_000))
    monkeypatch.setattr(history, "now", lambda: next(clock))
    feed_id, (a, b) = filled(library, 2)
    library.mark([a, b], read=True, undoable=False)
    library.mark([a, b], read=True)
    assert library.read_at([a, b]) == {a: 1000, b: 1000}
    fetched(library, feed_id, [entry("a0", title="Another title", changed_hash="another")])
    library.mark([a, b], read=True)
    assert library.read_at([a, b]) == {a: 1001, b: 1000}
    library.undo()
    assert library.read_at([a, b]) == {a: 1000, b: 1000}
    assert [head.changed for head in library.heads([a, b])] == [True, False]


def test_an_undo_after_more_has_come_touches_only_what_was_changed(library: Library) -> None:
    feed_id, ids = filled(library, 3)
    library.mark_all_read(Scope())
    late = fetched(library, feed_id, [entry("late", hours=0)]).new_ids
    library.mark(late, read=True, undoable=False)
    library.undo()
    assert [head.read for head in library.heads([*ids, *late])] == [False, False, False, True]


def test_a_large_change_that_was_cut_short_can_be_undone(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PART", 7)
    filled(library, 40)
    original, parts = history._mark_part, iter("ab")

    def failing(*arguments: object, **named: object) -> object:
        next(parts)
        return original(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(history, "_mark_part", failing)
    with pytest.raises(StopIteration):
        library.mark_all_read(Scope())
    assert library.counts().unread == 26
    undone = library.undo()
    assert undone
    assert (undone.label, library.counts().unread) == ("Marked 14 articles read", 40)
    assert library.undo() is None
