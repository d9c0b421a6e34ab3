"""What a fetch brings: order, identity, changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import NOW, document, entry, fetched, filled
from tui_reader.domain.document import EMPTY, Status
from tui_reader.domain.fetching import FeedUpdate
from tui_reader.domain.models import Enclosure, ParsedEntry, ParsedFeed, Scope
from tui_reader.store import Library, LibraryError

DAY = timedelta(days=1)


def titles(library: Library) -> list[str]:
    return [head.title for head in library.heads(library.rows(Scope()).ids)]


def test_an_entry_becomes_an_article(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    sound = Enclosure("https://news.example/a.mp3", "audio/mpeg", 1234, "Listen")
    new = entry(
        "a", author="A. Writer", source="Wire", language="en", image="https://news.example/a.jpg",
        updated=NOW, enclosures=(sound,),
    )  # fmt: skip
    text = document("One two three.", "Four.", status=Status.TEASER)
    saved = fetched(library, feed_id, [new], texts={new.guid: text})
    article = library.article(saved.new_ids[0])
    assert article
    assert article.head.feed == "The News"
    assert (article.head.title, article.head.words, article.head.teaser) == ("Title of a", 4, True)
    assert (article.head.read, article.head.starred, article.head.later, article.head.changed) == (False,) * 4
    assert (article.url, article.author, article.source, article.language) == (new.url, "A. Writer", "Wire", "en")
    assert (article.published, article.updated, article.image) == (new.published, NOW, new.image)
    assert (article.enclosures, article.feed_document, article.full_document) == ((sound,), text, None)


def test_newest_first_and_undated_in_document_order(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    future = entry("future", published=NOW + 5 * DAY)
    ancient = entry("ancient", published=datetime(1970, 1, 1, tzinfo=UTC))
    entries = [entry("old", hours=5), entry("u1", hours=None), entry("u2", hours=None), future, ancient, entry("new")]
    saved = fetched(library, feed_id, entries)
    order = ["u1", "u2", "future", "new", "old", "ancient"]
    assert titles(library) == [f"Title of {name}" for name in order]
    assert [head.title for head in library.heads(saved.new_ids)] == [e.title for e in entries]
    rows = library.rows(Scope())
    assert rows.times[0] == NOW.timestamp()
    assert rows.times[-1] == datetime(1990, 1, 1, tzinfo=UTC).timestamp()


def test_an_entry_is_known_again_and_none_vanishes(library: Library) -> None:
    feed_id, ids = filled(library, 3)
    library.mark(ids, read=True)
    saved = fetched(library, feed_id, [entry("a1", hours=2), entry("b")], now=NOW + DAY)
    assert len(saved.new_ids) == 1
    assert saved.changed_ids == ()
    assert len(library.rows(Scope())) == 4
    assert library.counts().unread == 1


def test_the_same_guid_in_two_feeds_is_two_articles(library: Library) -> None:
    filled(library, 3)
    filled(library, 3, url="https://other.example/feed")
    assert library.counts().all == 6


def test_a_guid_twice_in_a_document_is_one_article(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    saved = fetched(library, feed_id, [entry("a"), entry("a", title="Again")])
    assert len(saved.new_ids) == 1
    assert titles(library) == ["Title of a"]


def moved(e: ParsedEntry, base: str = "https://www.moved.example") -> ParsedEntry:
    place = e.url.removeprefix("https://news.example")
    return replace(e, guid=base + place, url=base + place, changed_hash=e.changed_hash + " moved")


def test_a_move_to_another_address_keeps_read_and_star(library: Library) -> None:
    feed_id, ids = filled(library, 3)
    library.mark(ids, read=True, starred=True)
    entries = [moved(entry(f"a{i}", hours=i + 1)) for i in range(3)]
    saved = fetched(library, feed_id, [*entries, entry("new")], now=NOW + DAY)
    assert len(saved.new_ids) == 1
    assert saved.changed_ids == ()
    heads = library.heads(ids)
    assert all(head.read and head.starred and not head.changed for head in heads)
    article = library.article(ids[0])
    assert article
    assert article.url == "https://www.moved.example/a0"
    assert fetched(library, feed_id, entries, now=NOW + DAY).new_ids == ()


def test_a_page_with_a_new_text_every_day_is_a_new_article_every_day(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    for day in range(3):
        today = entry("daily", guid=f"urn:{day}", title=f"Day {day}", published=NOW + day * DAY)
        assert len(fetched(library, feed_id, [today], now=NOW + day * DAY).new_ids) == 1
    assert titles(library) == ["Day 2", "Day 1", "Day 0"]


def test_two_entries_of_one_address_stay_two(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    one, two = entry("x", guid="urn:1"), entry("x", guid="urn:2")
    fetched(library, feed_id, [one])
    assert len(fetched(library, feed_id, [one, two]).new_ids) == 1
    assert len(fetched(library, feed_id, [replace(one, guid="urn:3"), replace(two, guid="urn:4")]).new_ids) == 2


def test_a_renumbered_feed_does_not_bring_its_articles_back(library: Library) -> None:
    feed_id, ids = filled(library, 10)
    library.mark(ids, read=True)
    entries = [entry(f"a{i}", hours=i + 1, guid=f"urn:new:{i}", guid_alt="") for i in range(10)]
    by_title = [replace(e, url=f"https://news.example/?id={e.guid}") for e in entries[:5]]
    saved = fetched(library, feed_id, [*by_title, *entries[5:], entry("fresh", hours=0)], now=NOW + DAY)
    assert [head.title for head in library.heads(saved.new_ids)] == ["Title of fresh"]
    assert library.counts().unread == 1
    assert fetched(library, feed_id, entries, now=NOW + DAY).new_ids == ()


def test_a_feed_of_other_articles_is_no_flood(library: Library) -> None:
    feed_id, _ = filled(library, 10)
    entries = [entry(f"b{i}", hours=-i, guid_alt="") for i in range(10)]
    assert len(fetched(library, feed_id, entries, now=NOW + DAY).new_ids) == 10


def change(e: ParsedEntry, number: int, **fields: object) -> ParsedEntry:
    return replace(e, changed_hash=f"changed {number}", title=f"Title {number}", **fields)  # type: ignore[arg-type]


def test_a_change_is_kept_as_a_version_and_marked_when_read(library: Library) -> None:
    feed_id, ids = filled(library, 2)
    library.mark(ids[:1], read=True)
    entries = [change(entry("a0"), 1), change(entry("a1", hours=2), 1)]
    texts = {e.guid: document("Other text.") for e in entries}
    saved = fetched(library, feed_id, entries, now=NOW + DAY, texts=texts)
    assert saved.new_ids == ()
    assert list(saved.changed_ids) == list(ids)
    read, unread = library.heads(ids)
    assert (read.read, read.changed, unread.read, unread.changed) == (True, True, False, False)
    (version,) = library.versions(ids[0])
    assert (version.until, version.title, version.document) == (
        NOW + DAY, "Title of a0", document("Text of Title of a0.")
    )  # fmt: skip
    article = library.article(ids[0])
    assert article
    assert (article.head.title, article.document) == ("Title 1", document("Other text."))
    assert article.head.sort_at == NOW.timestamp() - 3600
    library.mark(ids[:1], read=True)
    assert not library.heads(ids)[0].changed
    library.undo()
    assert library.heads(ids)[0].changed


def test_a_change_that_nobody_can_see_is_no_change(library: Library) -> None:
    feed_id, ids = filled(library, 1)
    library.mark(ids, read=True)
    other = entry("a0", changed_hash="other", url="https://news.example/a0?from=rss")
    assert fetched(library, feed_id, [other]).changed_ids == ()
    article = library.article(ids[0])
    assert article
    assert article.url.endswith("?from=rss")
    assert not article.head.changed
    assert library.versions(ids[0]) == []
    assert library.known_hashes(feed_id) == {other.guid: "other"}


def test_a_change_without_a_document_keeps_the_text(library: Library) -> None:
    feed_id, ids = filled(library, 1)
    (state,) = library.fetch_states()
    feed = ParsedFeed(entries=(change(entry("a0"), 1),))
    saved = library.save_updates([FeedUpdate(feed_id=feed_id, state=state, now=NOW, feed=feed)])
    assert list(saved[0].changed_ids) == list(ids)
    article = library.article(ids[0])
    assert article
    assert article.document == document("Text of Title of a0.")


def test_a_feed_that_differs_at_each_fetch_is_ignored_after_a_while(library: Library) -> None:
    feed_id, ids = filled(library, 1)
    changes = [bool(fetched(library, feed_id, [change(entry("a0"), i)]).changed_ids) for i in range(40)]
    assert changes == [True] * 24 + [False] * 16
    assert len(library.versions(ids[0])) == 24
    updated = change(entry("a0"), 99, updated=NOW + DAY)
    assert fetched(library, feed_id, [updated]).changed_ids == tuple(ids)
    assert library.heads(ids)[0].title == "Title 99"
    assert len(library.versions(ids[0])) == 24
    assert fetched(library, feed_id, [change(updated, 100)]).changed_ids == tuple(ids)


def test_the_hash_of_the_content_changes_with_the_text(library: Library) -> None:
    feed_id, ids = filled(library, 1)

    def content_hash() -> str:
        article = library.article(ids[0])
        assert article
        return article.content_hash

    first = content_hash()
    assert first
    assert first == content_hash()
    fetched(library, feed_id, [change(entry("a0"), 1)], texts={entry("a0").guid: document("Other.")})
    assert content_hash() != first


def test_an_entry_without_a_document_is_empty(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (state,) = library.fetch_states()
    update = FeedUpdate(feed_id=feed_id, state=state, now=NOW, feed=ParsedFeed(entries=(entry("a"),)))
    article = library.article(library.save_updates([update])[0].new_ids[0])
    assert article
    assert (article.document, article.head.words, article.head.teaser) == (EMPTY, 0, True)


def test_one_bad_update_leaves_the_whole_batch_out(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (state,) = library.fetch_states()
    good = FeedUpdate(feed_id=feed_id, state=state, now=NOW, feed=ParsedFeed(entries=(entry("a"),)))
    bad = replace(good, feed=ParsedFeed(entries=(entry("b"), entry("c", changed_hash=object()))))
    with pytest.raises(LibraryError, match="nothing was changed"):
        library.save_updates([good, bad])
    assert library.counts().all == 0


foreign = st.text(max_size=60)


@given(foreign, foreign, foreign)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_from_outside_breaks_the_store(library: Library, guid: str, text: str, other: str) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    new = ParsedEntry(
        guid=guid or "x", guid_alt=other, title=text, url=other, author=text, source=other, changed_hash="1"
    )
    fetched(library, feed_id, [new], texts={new.guid: document(text, other)}, title=other)
    guids = set(library.known_hashes(feed_id))
    assert fetched(library, feed_id, [new]).new_ids == ()
    assert set(library.known_hashes(feed_id)) == guids
    for head in library.heads(library.rows(Scope()).ids):
        assert "\x1b" not in head.title
        assert "\0" not in head.title
    library.search(text)
