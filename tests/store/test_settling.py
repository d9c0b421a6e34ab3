"""Texts that wait to become documents: in the list at once, a document later, and never an older one over a newer."""

from dataclasses import replace
from datetime import timedelta

from tests.store.making import NOW, document, entry, fetched, filled
from tui_reader.domain.document import Document, Extraction, RawText, Status
from tui_reader.domain.fetching import FeedSaved, FeedUpdate
from tui_reader.domain.models import ParsedEntry, ParsedFeed, Scope, View
from tui_reader.store import Library, packed
from tui_reader.store.arrivals import arrivals
from tui_reader.store.indexing import index_words
from tui_reader.store.settling import Settled, Unsettled

DAY = timedelta(days=1)


def came(library: Library, feed_id: int, *texts: tuple[ParsedEntry, str]) -> FeedSaved:
    """What a fetch brought, its texts as they came."""
    (state,) = library.fetch_states([feed_id])
    raw = {e.guid: RawText(markup, "https://news.example/", words=7, teaser=True) for e, markup in texts}
    feed = ParsedFeed(title="The News", entries=tuple(e for e, _ in texts))
    update = FeedUpdate(feed_id=feed_id, state=state, now=NOW, feed=feed, documents=raw)
    return library.save_updates([update])[0]


def done(one: Unsettled, text: Document) -> Settled:
    words = index_words(one.title, one.author, one.source, text.text())
    return Settled(one.id, one.article_id, one.title, packed(text), words)


def settle(library: Library, *texts: str) -> None:
    """All that waits gets these texts, in the order in which it came."""
    waiting = library.unsettled()
    library.settle([done(one, document(text)) for one, text in zip(waiting, texts, strict=True)])


def test_what_came_is_listed_and_can_be_had_before_it_is_a_document(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (article_id,) = came(library, feed_id, (entry("a", author="A. Writer"), "<p>Ein Wort \ud800</p>")).new_ids
    (head,) = library.heads([article_id])
    assert (head.title, head.words, head.teaser, library.counts().unread) == ("Title of a", 7, True, 1)
    article = library.article(article_id)
    assert article
    assert article.raw == RawText("<p>Ein Wort ?</p>", "https://news.example/")
    assert article.feed_document.blocks == ()
    (arrival,) = arrivals(library._database, int((NOW - DAY).timestamp()), 10)
    assert (arrival.document, arrival.raw) == (b"", article.raw)
    assert library.unfinished() == 1
    assert library.index_pending() == 0, "it is not indexed without its text"
    assert len(library.search("title")) == 0


def test_settled_it_is_a_document_and_found(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (article_id,) = came(library, feed_id, (entry("a", author="A. Writer"), "<p>x</p>")).new_ids
    settle(library, "A walrus was seen.")
    article = library.article(article_id)
    assert article
    assert (article.raw, article.feed_document.text(), article.head.words) == (None, "A walrus was seen.", 4)
    assert not article.head.teaser
    assert article.content_hash
    for query in ("walrus", "title", "writer"):
        assert list(library.search(query).ids) == [article_id]
    assert library.unfinished() == 0
    assert library.health().problems == ()


def test_an_entry_without_a_text_waits_for_nothing(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    came(library, feed_id, (entry("a"), " \n"))
    assert library.unsettled() == []
    library.index_pending()
    assert len(library.search("title")) == 1


def test_the_last_that_came_are_settled_first(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    came(library, feed_id, *((entry(f"a{n}", hours=n), f"text {n}") for n in range(6)))
    first = library.unsettled(4)
    assert [one.text.markup for one in first] == ["text 3", "text 2", "text 1", "text 0"]
    rest = library.unsettled(4, below=first[0].id)
    assert [one.text.markup for one in rest] == ["text 5", "text 4"]


def test_a_text_that_changed_meanwhile_is_not_lost(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (article_id,) = came(library, feed_id, (entry("a"), "old")).new_ids
    old = library.unsettled()
    came(library, feed_id, (entry("a", changed_hash="other"), "new"))
    library.settle([done(one, document("old")) for one in old])
    assert [one.text.markup for one in library.unsettled()] == ["new"]
    settle(library, "new")
    article = library.article(article_id)
    assert article
    assert article.feed_document.text() == "new"
    assert library.versions(article_id) == [], "nobody has seen the old one"


def test_a_document_that_comes_before_the_text_is_settled_wins(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (article_id,) = came(library, feed_id, (entry("a"), "old")).new_ids
    old = library.unsettled()
    changed = entry("a", changed_hash="other")
    fetched(library, feed_id, [changed], texts={changed.guid: document("A newer walrus.")})
    library.settle([done(one, document("old")) for one in old])
    article = library.article(article_id)
    assert article
    assert (article.raw, article.feed_document.text()) == (None, "A newer walrus.")
    library.index_pending()
    assert list(library.search("walrus").ids) == [article_id]
    assert library.unfinished() == 0


def test_another_text_of_a_known_article_is_a_change_once_it_is_read(library: Library) -> None:
    feed_id, ids = filled(library, 2)
    library.mark(ids, read=True)
    saved = came(
        library, feed_id, (entry("a0", changed_hash="1"), "same"), (entry("a1", hours=2, changed_hash="1"), "other")
    )
    assert saved.new_ids == saved.changed_ids == ()
    article = library.article(ids[0])
    assert article
    assert article.feed_document.text() == "Text of Title of a0.", "the old text stays until then"
    texts = {ids[0]: "Text of Title of a0.", ids[1]: "Another text."}
    library.settle([done(one, document(texts[one.article_id])) for one in library.unsettled()])
    assert [head.changed for head in library.heads(ids)] == [False, True]
    assert library.versions(ids[0]) == []
    assert [version.document.text() for version in library.versions(ids[1])] == ["Text of Title of a1."]


def test_a_full_text_that_came_first_stays(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (article_id,) = came(library, feed_id, (entry("a"), "teaser")).new_ids
    library.save_full_text(article_id, Extraction(document("The whole walrus story.")))
    settle(library, "teaser")
    article = library.article(article_id)
    assert article
    assert (article.document.text(), article.feed_document.text()) == ("The whole walrus story.", "teaser")
    assert (article.head.words, article.head.teaser) == (4, False)
    library.index_pending()
    assert list(library.search("walrus").ids) == [article_id]


def test_a_title_that_changed_meanwhile_is_the_one_that_is_found(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    (article_id,) = came(library, feed_id, (entry("a"), "x")).new_ids
    (waiting,) = library.unsettled()
    update = replace(entry("a"), title="Walrus", changed_hash="other")
    (state,) = library.fetch_states([feed_id])
    feed = ParsedFeed(title="The News", entries=(update,))
    library.save_updates([FeedUpdate(feed_id=feed_id, state=state, now=NOW + DAY, feed=feed)])
    library.settle([done(waiting, document("Text."))])
    library.index_pending()
    assert list(library.search("walrus").ids) == [article_id]
    assert len(library.search("title")) == 0


def test_what_waits_survives_a_restart_and_goes_with_its_feed(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    came(library, feed_id, (entry("a"), "one"), (entry("b", hours=2), "two"))
    library.mark_all_read(Scope(View.ALL))
    with Library.open(library.path) as again:
        assert [one.text.markup for one in again.unsettled()] == ["two", "one"]
        again.remove_feed(feed_id)
        settle(again, "two", "one")
        assert again.health().problems == ()


def test_teasers_that_are_to_be_fetched(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed", allow_private="news.example:80")
    other, _ = library.add_feed("https://other.example/feed")
    names = ["new", "full", "failed", "read", "whole", "old"]
    entries = [entry(name, hours=n) for n, name in enumerate(names)]
    texts = {e.guid: document("Text.", status=Status.FULL if "whole" in e.guid else Status.TEASER) for e in entries}
    ids = dict(zip(names, fetched(library, feed_id, entries, texts=texts).new_ids, strict=True))
    fetched(library, other, [entry("b")], texts={entry("b").guid: document("Text.", status=Status.TEASER)})
    library.save_full_text(ids["full"], Extraction(document("Whole.")))
    library.save_full_text(ids["failed"], Extraction(Document(status=Status.FAILED), reason="404"))
    library.mark([ids["read"]], read=True)
    assert library.teasers(5, every_feed=False) == []
    library.set_feed(feed_id, full_text="refresh")
    (teaser,) = library.teasers(5, every_feed=False)
    assert (teaser.article_id, teaser.allow_private) == (ids["new"], "news.example:80")
    assert len(library.teasers(6, every_feed=False)) == 2
    assert len(library.teasers(5, every_feed=True)) == 2
