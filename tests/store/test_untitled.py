"""Entries without a title are called by the first words of their text."""

from dataclasses import replace
from datetime import timedelta

from tests.store.making import NOW, document, entry, fetched
from tui_reader.domain.document import Extraction, RawText
from tui_reader.domain.fetching import FeedUpdate
from tui_reader.domain.models import ParsedEntry, ParsedFeed, Scope
from tui_reader.store import Library, packed
from tui_reader.store.indexing import index_words
from tui_reader.store.settling import Settled

POST = "The ferry to the old town is late again this morning. Nobody on the pier knows why."
FIRST = "The ferry to the old town is late again this morning. Nobody on the pier knows…"


def untitled(changed_hash: str = "1") -> ParsedEntry:
    return entry("a", title="", changed_hash=changed_hash)


def saved(library: Library, new: ParsedEntry, *texts: str) -> int:
    feed_id, _ = library.add_feed("https://news.example/feed")
    ids = fetched(library, feed_id, [new], texts={new.guid: document(*texts)}).new_ids
    return ids[0] if ids else library.rows(Scope()).ids[0]


def title(library: Library, article_id: int) -> str:
    return library.heads([article_id])[0].title


def test_the_first_words_are_the_title_and_are_found(library: Library) -> None:
    article_id = saved(library, untitled(), POST)
    (head,) = library.heads([article_id])
    assert (head.title, head.untitled, head.headline) == (FIRST, True, "")
    library.index_pending()
    assert library.search('"ferry to the old"').ids.tolist() == [article_id]


def test_a_title_from_the_feed_takes_their_place_and_stays(library: Library) -> None:
    article_id = saved(library, untitled(), POST)
    saved(library, untitled("2"), "Now it is gone.", "Whole.")
    assert title(library, article_id) == "Now it is gone. Whole."
    saved(library, entry("a", title="Ferries", changed_hash="3"), POST)
    (head,) = library.heads([article_id])
    assert (head.title, head.untitled, head.headline) == ("Ferries", False, "Ferries")
    saved(library, untitled("4"), "Another text without a title.")
    assert title(library, article_id) == "Ferries"
    assert [version.title for version in library.versions(article_id)] == ["Ferries", "", ""]


def test_an_update_without_words_leaves_them(library: Library) -> None:
    article_id = saved(library, untitled(), POST)
    saved(library, untitled("2"), "")
    assert title(library, article_id) == FIRST


def raw(library: Library, text: RawText) -> int:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (state,) = library.fetch_states([feed_id])
    new = untitled()
    update = FeedUpdate(
        feed_id=feed_id, state=state, now=NOW, feed=ParsedFeed(entries=(new,)), documents={new.guid: text}
    )
    return library.save_updates([update])[0].new_ids[0]


def test_a_text_that_is_no_document_yet(library: Library) -> None:
    article_id = raw(library, RawText("<p>The ferry", opening="The ferry, roughly"))
    assert title(library, article_id) == "The ferry, roughly"
    (waiting,) = library.unsettled()
    assert waiting.title == "", "the text's first line does not repeat it"
    made = packed(document(POST))
    library.settle([Settled(waiting.id, article_id, waiting.title, made, index_words("", POST))])
    assert title(library, article_id) == FIRST
    library.index_pending()
    assert library.search("pier").ids.tolist() == [article_id]
    assert library.unfinished() == 0


def test_the_pages_title_when_the_feed_gave_neither_title_nor_text(library: Library) -> None:
    article_id = saved(library, untitled(), "")
    assert title(library, article_id) == ""
    library.save_full_text(article_id, Extraction(document(POST), title="Ferries\x1b[2J are late"))
    assert title(library, article_id) == "Ferries[2J are late"


def test_articles_of_older_libraries_are_named_when_they_are_indexed(library: Library) -> None:
    article_id = saved(library, untitled(), POST)
    library._database.write(lambda db: db.execute("UPDATE article SET title = ''").rowcount)
    library.index_pending()
    assert title(library, article_id) == FIRST
    assert library.search("pier").ids.tolist() == [article_id]


def test_identity_does_not_see_the_words(library: Library) -> None:
    """A post without a title is known again after a move, whatever its date; one that has a title is another."""
    article_id = saved(library, untitled(), POST)
    address, then = "https://new.example/a", NOW - timedelta(hours=7)
    moved = replace(untitled(), guid=address, url=address, published=then)
    assert saved(library, moved, POST) == article_id
    assert library.counts().all == 1
    named = entry("b", title=FIRST, guid_alt="/a", hours=9)
    saved(library, named, POST)
    assert library.counts().all == 2, "its title is not that of the article without one"
