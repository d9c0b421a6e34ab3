"""Feeds: added, found, renamed, filed, removed and back; what is known about fetching them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import NOW, entry, fetched, filled
from tui_reader.domain.fetching import FeedUpdate, FetchState
from tui_reader.domain.models import Counts, Scope, View
from tui_reader.store import Library, LibraryError, NewFeed


def test_a_feed_is_added_once(library: Library) -> None:
    first = library.add_feed("https://a.example/feed", title="A", site_url="https://a.example/", folder="News")
    again = library.add_feed("https://a.example/feed", title="Other", folder="World")
    assert (first, again) == ((1, True), (1, False))
    (feed,) = library.feeds()
    assert (feed.title, feed.site_url, feed.folders) == ("A", "https://a.example/", ("News", "World"))
    with pytest.raises(LibraryError, match="address"):
        library.add_feed("  ")


def test_many_feeds_come_in_one_transaction(library: Library) -> None:
    library.add_feed("https://a.example/")
    new = [NewFeed(url=f"https://{name}.example/", folders=("One", "Two")) for name in "abcb"]
    assert library.add_feeds(new) == (2, 2)
    with pytest.raises(LibraryError):
        library.add_feeds([NewFeed(url="https://z.example/"), NewFeed(url="")])
    assert [feed.url for feed in library.feeds()] == [f"https://{name}.example/" for name in "abc"]


def test_titles_the_users_then_the_feeds_then_the_address(library: Library) -> None:
    feed_id, _ = library.add_feed("https://a.example/feed")
    assert [feed.title for feed in library.feeds()] == ["https://a.example/feed"]
    fetched(library, feed_id, [], title="Own")
    assert [feed.title for feed in library.feeds()] == ["Own"]
    library.set_feed(feed_id, title="Mine")
    fetched(library, feed_id, [], title="New own")
    assert [feed.title for feed in library.feeds()] == ["Mine"]
    library.set_feed(feed_id, title="")
    assert [feed.title for feed in library.feeds()] == ["New own"]


def test_a_change_of_a_feed_is_undone(library: Library) -> None:
    feed_id, _ = library.add_feed("https://a.example/feed", title="A", folder="News")
    before = library.feed(feed_id)
    library.set_feed(feed_id, title="B", folder="", full_text="open")
    feed = library.feed(feed_id)
    assert feed
    assert (feed.title, feed.folders, feed.full_text) == ("B", (), "open")
    change = library.undo()
    assert change
    assert change.label == "Changed the feed A"
    assert library.feed(feed_id) == before
    with pytest.raises(LibraryError, match="no feed 99"):
        library.set_feed(99, title="x")
    with pytest.raises(LibraryError, match="never, open or refresh"):
        library.set_feed(feed_id, full_text="sometimes")
    assert library.undo() is None


def test_a_feed_is_found_by_id_address_title_or_part(library: Library) -> None:
    for title in ("Straße", "News of the World", "World Radio", "2"):
        library.add_feed(f"https://{len(title)}.example/", title=title)

    def found(text: str) -> list[str]:
        return [feed.title for feed in library.find_feed(text)]

    assert found("2") == ["News of the World"]
    assert found("https://6.EXAMPLE/") == ["Straße"]
    assert found(" world radio ") == ["World Radio"]
    assert found("STRASSE") == ["Straße"]
    assert found("world") == ["News of the World", "World Radio"]
    assert found("11.example") == ["World Radio"]
    assert found("nothing") == found("") == []


def test_a_removed_feed_is_out_of_sight_and_comes_back_whole(library: Library) -> None:
    keep, _ = filled(library, 3)
    gone, ids = filled(library, 5, url="https://gone.example/feed")
    library.mark(ids[:2], read=True, starred=True)
    library.mark(ids[2:4], later=True)
    before = (library.counts(), list(library.rows(Scope()).ids), library.feed(gone))
    assert library.remove_feed(gone).label == "Removed the feed The News"
    assert library.counts() == Counts(unread=3, all=3)
    assert len(library.rows(Scope())) == len(library.rows(Scope(View.UNREAD), limit=3)) == 3
    assert len(library.rows(Scope(View.STARRED))) == len(library.rows(Scope(feed_id=gone))) == 0
    assert library.heads(ids) == []
    assert library.article(ids[0]) is None
    assert [feed.id for feed in library.feeds()] == [state.feed_id for state in library.fetch_states()] == [keep]
    with pytest.raises(LibraryError, match="no feed"):
        library.remove_feed(gone)
    change = library.undo()
    assert change
    assert change.label == "Removed the feed The News"
    assert (library.counts(), list(library.rows(Scope()).ids), library.feed(gone)) == before


def test_adding_a_removed_feed_brings_it_back_and_undo_does_not_touch_it(library: Library) -> None:
    feed_id, _ = filled(library, 2)
    library.remove_feed(feed_id)
    assert library.add_feed("https://news.example/feed") == (feed_id, True)
    assert library.counts().all == 2
    assert library.undo() is None


def test_what_a_fetch_brings_for_a_removed_feed_is_dropped(library: Library) -> None:
    feed_id, _ = filled(library, 2)
    (state,) = library.fetch_states()
    library.remove_feed(feed_id)
    saved = library.save_updates([FeedUpdate(feed_id=feed_id, state=replace(state, etag="x"), now=NOW)])
    assert saved[0].new_ids == ()
    library.undo()
    assert library.fetch_states() == [state]


def test_folders_hold_those_inside(library: Library) -> None:
    for number, folder in enumerate(("News", "News/World", "Newspapers", "")):
        feed_id, _ = library.add_feed(f"https://{number}.example/", folder=folder)
        fetched(library, feed_id, [entry(f"n{number}")])
    assert list(library.rows(Scope(folder="News")).ids) == [2, 1]
    assert list(library.rows(Scope(folder="News/World")).ids) == [2]
    assert list(library.rows(Scope(folder="%")).ids) == []


def test_the_built_in_feed(library: Library) -> None:
    library.add_feed("https://z.example/")
    saved = library.saved_feed()
    assert library.saved_feed() == saved
    assert [feed.url for feed in library.feeds()] == ["https://z.example/", ""]
    assert [state.url for state in library.fetch_states()] == ["https://z.example/"]
    with pytest.raises(LibraryError, match="part of the library"):
        library.remove_feed(saved)


moments = st.none() | st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
lines = st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=30)
states = st.builds(
    FetchState,
    feed_id=st.just(1),
    url=st.just("https://a.example/new"),
    title=lines,
    etag=lines,
    last_modified=lines,
    validated_url=lines,
    body_hash=lines,
    next_check=moments,
    checked=moments,
    succeeded=moments,
    failures=st.integers(0, 1000),
    failing_since=moments,
    interval_minutes=st.integers(1, 1440),
    moved_to=lines,
    moved_seen=st.integers(0, 9),
    moved_since=moments,
    gone=st.booleans(),
    answer=st.integers(0, 599),
    not_modified=st.integers(0, 10**6),
    fetches=st.integers(0, 10**6),
)


@given(states)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_state_comes_back_as_it_was(library: Library, state: FetchState) -> None:
    library.add_feed("https://a.example/")
    library.save_updates([FeedUpdate(feed_id=1, state=state, now=NOW, error="Not today.")])
    (back,) = library.fetch_states([1])
    assert back == replace(state, title=back.title)
    (feed,) = [feed for feed in library.feeds() if feed.id == 1]
    assert (feed.error, feed.url, feed.gone) == ("Not today.", "https://a.example/new", state.gone)
    assert (feed.checked, feed.next_check) == (state.checked, state.next_check)


def test_a_fetch_does_not_change_what_the_user_set(library: Library) -> None:
    feed_id, _ = library.add_feed("https://a.example/", title="A", allow_private="10.0.0.1:80")
    (state,) = library.fetch_states()
    library.set_feed(
        feed_id, user_agent="Mine/1", header="X-Key: 1", auth_user="me", secret_command="pass", full_text="open"
    )
    library.save_updates([FeedUpdate(feed_id=feed_id, state=replace(state, allow_private="", title="?"), now=NOW)])
    (state,) = library.fetch_states()
    assert (state.user_agent, state.header, state.auth_user) == ("Mine/1", "X-Key: 1", "me")
    assert (state.secret_command, state.allow_private) == ("pass", "10.0.0.1:80")
    assert (state.title, state.full_text) == ("A", "open")


def test_an_address_that_another_feed_has_is_not_taken_over(library: Library) -> None:
    library.add_feed("https://a.example/")
    library.add_feed("https://b.example/")
    state = library.fetch_states([2])[0]
    library.save_updates([FeedUpdate(feed_id=2, state=replace(state, url="https://a.example/", etag="new"), now=NOW)])
    assert library.fetch_states([2])[0].url == "https://b.example/"
    assert library.fetch_states([2])[0].etag == "new"


def test_a_feed_is_purged_a_week_after_its_removal(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, _ = filled(library, 2)
    gone, ids = filled(library, 500, url="https://gone.example/feed")
    library.remove_feed(gone)
    assert library.acquire_refresh()
    library.undo()
    assert library.counts().all == 502
    library.remove_feed(gone)
    from tui_reader.store import lease

    monkeypatch.setattr(lease, "PURGE_SECONDS", -10)
    assert library.acquire_refresh()
    assert library.undo() is None
    assert [feed.id for feed in library.feeds()] == [keep]
    assert library.add_feed("https://gone.example/feed") != (gone, True)
    assert library.article(ids[0]) is None
    assert library.health().problems == ()
