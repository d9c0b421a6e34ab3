"""The rest of an article: full text, summaries, position, saved by address; and the screen's memory."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.making import document, entry, fetched, filled
from tui_reader.domain.document import EMPTY, Block, Document, Extraction, Image, Kind, Span, Status, Style
from tui_reader.domain.models import Article, Enclosure, Scope, Sentence, Summary, SummaryState, View
from tui_reader.store import Library, codec


def whole(library: Library, article_id: int) -> Article:
    article = library.article(article_id)
    assert article
    return article


def test_heads_come_in_the_order_asked_for(library: Library) -> None:
    _, ids = filled(library, 5)
    wanted = [ids[3], 999, ids[0], ids[3]]
    assert [head.id for head in library.heads(wanted)] == [ids[3], ids[0], ids[3]]
    assert library.heads([]) == []
    assert library.article(999) is None


def test_a_full_text_takes_the_teasers_place(library: Library) -> None:
    feed_id, _ = library.add_feed("https://news.example/feed")
    teaser = document("Only a", status=Status.TEASER)
    new = entry("a", author="By Feed")
    (article_id,) = fetched(library, feed_id, [new], texts={new.guid: teaser}).new_ids
    before = whole(library, article_id)
    assert (before.head.teaser, before.head.words) == (True, 2)
    failed = Extraction(document("Pay!", status=Status.PAYWALL), reason="Subscribers only.\x1b[2J")
    library.save_full_text(article_id, failed)
    assert whole(library, article_id) == replace(before, full_reason="Subscribers only.[2J")
    library.save_full_text(article_id, Extraction(replace(EMPTY, status=Status.SCRIPT)))
    assert "JavaScript" in whole(library, article_id).full_reason
    full = document("Only a teaser, and then", "the whole of it.")
    library.save_full_text(
        article_id, Extraction(full, byline="By Page", language="en", image="https://a.example/i.png")
    )
    after = whole(library, article_id)
    assert (after.document, after.full_document, after.feed_document) == (full, full, teaser)
    assert (after.head.teaser, after.head.words, after.full_reason) == (False, full.words(), "")
    assert (after.author, after.language, after.image) == ("By Feed", "en", "https://a.example/i.png")
    assert after.content_hash != before.content_hash
    library.save_full_text(article_id, failed)
    assert whole(library, article_id).full_document == full
    changed = replace(new, changed_hash="2", title="Changed")
    fetched(library, feed_id, [changed], texts={new.guid: document("Short", status=Status.TEASER)})
    last = whole(library, article_id)
    assert (last.document, last.head.words, last.head.teaser) == (full, full.words(), False)
    assert last.content_hash == after.content_hash
    library.save_full_text(999, Extraction(full))


def test_summaries_are_kept_by_key_the_newest_four(library: Library) -> None:
    _, ids = filled(library, 2)
    summary = Summary(SummaryState.SUMMARY, (Sentence("One.", 1, 0, 4), Sentence("Zwei…", 2, 6, 11)), 9, 120, 2, "de")
    assert library.summary(ids[0], "k0") is None
    for number in range(6):
        library.save_summary(ids[0], f"k{number}", replace(summary, of=number))
    found = [library.summary(ids[0], f"k{number}") for number in range(6)]
    assert found == [None, None, *(replace(summary, of=number) for number in range(2, 6))]
    library.save_summary(ids[0], "k5", summary)
    assert library.summary(ids[0], "k5") == summary
    assert library.summary(ids[1], "k5") is None
    library.save_summary(999, "k", summary)


def test_positions_and_states_are_remembered(library: Library) -> None:
    _, ids = filled(library, 1)
    library.save_position(ids[0], "3:120")
    assert whole(library, ids[0]).position == "3:120"
    assert library.get_state("view") == ""
    assert library.get_state("view", "unread") == "unread"
    library.set_state("view", "all")
    library.set_state("view", "later")
    assert library.get_state("view", "unread") == "later"


def test_an_article_is_saved_by_its_address_once(library: Library) -> None:
    text = document("A page.")
    article_id = library.add_later(entry("page"), text)
    assert library.add_later(entry("page", title="Again"), text) == article_id
    article = whole(library, article_id)
    assert (article.head.feed, article.head.later, article.document) == ("Saved articles", True, text)
    assert article.head.feed_id == library.saved_feed()
    assert list(library.rows(Scope(View.LATER)).ids) == [article_id]
    library.mark([article_id], later=False)
    assert library.add_later(entry("page"), text) == article_id
    assert library.counts().later == 1


characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=30)
spans = st.lists(st.builds(Span, texts, st.integers(0, 255).map(Style), st.none() | st.integers(0, 9)), max_size=4).map(
    tuple
)
blocks = st.builds(
    Block,
    st.sampled_from(Kind),
    spans,
    st.integers(0, 6),
    st.integers(0, 20),
    texts,
    st.integers(0, 9),
    texts,
    st.lists(st.lists(spans, max_size=3).map(tuple), max_size=3).map(tuple),
    st.booleans(),
    st.none() | st.integers(0, 5),
)
documents = st.builds(
    Document,
    st.lists(blocks, max_size=5).map(tuple),
    st.lists(texts, max_size=3).map(tuple),
    st.lists(st.builds(Image, texts, texts, st.integers(0), st.integers(0)), max_size=2).map(tuple),
    st.sampled_from(Status),
    st.booleans(),
    texts,
)


def plain(block: Block) -> Block:
    """A table's heading flag means nothing without rows, and is not kept."""
    return block if block.rows else replace(block, header=False)


@given(documents)
@settings(max_examples=200, deadline=None)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    document = replace(document, blocks=tuple(map(plain, document.blocks)))
    assert codec.unpack_document(codec.pack_document(document)) == document


@given(st.binary(max_size=60))
@settings(max_examples=300, deadline=None)
def test_what_is_no_document_is_an_empty_one(data: bytes) -> None:
    assert codec.unpack_document(data) == EMPTY
    assert codec.unpack_summary(data) is None


def test_text_with_lone_surrogates_is_stored() -> None:
    assert codec.unpack(codec.pack("a\ud800b")) == "a?b"
    assert codec.unpack_enclosures(codec.pack_enclosures(())) == ()
    sound = (Enclosure("https://a.example/ä.mp3", "audio/mpeg", 1, "Ä"),)
    assert codec.unpack_enclosures(codec.pack_enclosures(sound)) == sound
