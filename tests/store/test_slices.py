"""What is too much for one transaction: stored in several, that others come between, and the same in the end."""

from dataclasses import replace

import pytest

from tests.store.making import NOW, document, entry, fetched, filled
from tui_reader.domain.fetching import FeedUpdate
from tui_reader.domain.models import ParsedFeed, Scope
from tui_reader.store import Library, updates


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every entry has a transaction of its own; callables in this list are called between two, one after the other."""
    work: list[object] = []
    original = updates.save

    def save(db: object, saving: list[updates.Saving]) -> int:
        if work and callable(step := work.pop(0)):
            step(db)
        return original(db, saving)  # type: ignore[arg-type]

    monkeypatch.setattr(updates, "SAVING_SECONDS", -1.0)
    monkeypatch.setattr(updates, "save", save)
    return work


def update(library: Library, feed_id: int, *names: str) -> FeedUpdate:
    (state,) = library.fetch_states([feed_id])
    entries = tuple(entry(name, hours=1) for name in names)
    documents = {e.guid: document(f"Text of {e.title}.") for e in entries}
    state = replace(state, etag=",".join(names))
    return FeedUpdate(
        feed_id=feed_id, state=state, now=NOW, feed=ParsedFeed(title="News", entries=entries), documents=documents
    )


def test_several_transactions_end_as_one_would(library: Library, between: list[object]) -> None:
    one, two = (library.add_feed(f"https://{name}.example/feed")[0] for name in ("one", "two"))
    seen: list[tuple[int, list[str]]] = []

    def look(_: object) -> None:
        seen.append((library.counts().all, [state.etag for state in library.fetch_states()]))

    between.extend([look] * 9)
    results = library.save_updates(
        [update(library, one, "a", "b", "c"), update(library, two), update(library, two, "d", "e")]
    )
    assert seen == [
        (0, ["", ""]),
        (1, ["", ""]),
        (2, ["", ""]),
        (3, ["a,b,c", ""]),
        (3, ["a,b,c", ""]),
        (4, ["a,b,c", ""]),
    ]
    assert [len(result.new_ids) for result in results] == [3, 0, 2]
    assert [head.title for head in library.heads(results[0].new_ids)] == ["Title of a", "Title of b", "Title of c"]
    rows = library.rows(Scope(feed_id=one))
    assert tuple(rows.ids) == results[0].new_ids, "of the same hour, the first is the newest"
    assert [state.etag for state in library.fetch_states()] == ["a,b,c", "d,e"]
    assert library.save_updates([]) == []


def test_a_feed_that_is_removed_meanwhile(library: Library, between: list[object]) -> None:
    feed_id, _ = library.add_feed("https://one.example/feed")
    wanted = update(library, feed_id, "a", "b", "c")
    between.extend([None, lambda db: db.execute("UPDATE feed SET removed = 1")])
    (result,) = library.save_updates([wanted])
    assert len(result.new_ids) == 1
    library.undo()
    library._database.write(lambda db: db.execute("UPDATE feed SET removed = NULL").rowcount)
    assert [state.etag for state in library.fetch_states()] == [""], "it is fetched whole the next time"
    (result,) = library.save_updates([wanted])
    assert (len(result.new_ids), library.counts().all) == (2, 3)


def test_what_another_instance_has_stored_meanwhile_is_known(library: Library, between: list[object]) -> None:
    feed_id, _ = library.add_feed("https://one.example/feed")
    wanted = update(library, feed_id, "a", "b")

    def other(db: object) -> None:
        updates.Saving(wanted).go_on(db, 2.0**60)  # type: ignore[arg-type]

    between.extend([None, other])
    (result,) = library.save_updates([wanted])
    assert (len(result.new_ids), library.counts().all) == (1, 2)


def test_the_index_is_brought_together_in_small_steps(library: Library) -> None:
    feed_id, ids = filled(library, 3)
    fetched(library, feed_id, [entry(f"b{number}", hours=number) for number in range(120)])
    parts: list[int] = []
    with library._database.reading() as db:
        while library.index_pending(2):
            parts += db.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()
        assert db.execute("SELECT v FROM search_config WHERE k = 'automerge'").fetchone() == (0,)
    assert len(parts) > 50
    assert max(parts) <= 8, "left alone, FTS5 brings them together when there are 16, all in one commit"
    assert len(library.search("title")) == 123
    assert library.search('"title of a1"').ids.tolist() == [ids[1]]
