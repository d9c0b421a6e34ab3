"""Search: words of every script, phrases, what must not be, newest first; the queue of what is still to be indexed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.making import document, entry, fetched, filled
from tui_reader.domain.document import Document, Extraction
from tui_reader.domain.models import Scope, View
from tui_reader.store import Library, indexing, search
from tui_reader.store.words import expression, line, terms, words

TEXTS = {
    "harbour": ("The Harbour Line", "The council's state-of-the-art harbour line opens. Prime minister absent."),
    "minister": ("A minister speaks", "The minister, prime example of calm, spoke about Tromsø and a naïve café."),
    "tokyo": ("東京都の猫", "吾輩は猫である。名前はまだ無い。"),
    "kyoto": ("京都の寺", "京の都は古い。"),
    "seoul": ("서울에서", "서울특별시의 새로운 소식."),
    "thai": ("ข่าววันนี้", "รัฐบาลไทยประกาศข่าวใหม่"),
    "hindi": ("हिन्दी समाचार", "आज की ताज़ा ख़बर"),
    "moscow": ("Новости Москвы", "Ёлка стоит на площади."),
    "greek": ("Η ΑΘΉΝΑ", "Καλημέρα κόσμε"),
}


@pytest.fixture
def stocked(library: Library) -> Library:
    feed_id, _ = library.add_feed("https://news.example/feed")
    entries, texts = [], {}
    for hours, (name, (title, text)) in enumerate(TEXTS.items()):
        entries.append(entry(name, title=title, hours=hours, author="Zoë Writer"))
        texts[entries[-1].guid] = document(*text.split(". "))
    fetched(library, feed_id, entries, texts=texts)
    assert library.index_pending() == 0
    return library


def found(library: Library, query: str, **scope: object) -> list[str]:
    rows = library.rows(Scope(query=query, **scope)) if scope else library.search(query)  # type: ignore[arg-type]
    by_title = {title: name for name, (title, _) in TEXTS.items()}
    return [by_title[head.title] for head in library.heads(rows.ids)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("harbour", ["harbour"]),
        ("HARBOUR line", ["harbour"]),
        ("minister", ["harbour", "minister"]),
        ('"prime minister"', ["harbour"]),
        ('"minister prime"', ["minister"]),
        ("minister -harbour", ["minister"]),
        ('minister -"prime minister"', ["minister"]),
        ("-harbour", []),
        ("harb*", ["harbour"]),
        ('"prime min*', []),
        ("state-of-the-art", ["harbour"]),
        ("art-of-the-state", []),
        ("council's", ["harbour"]),
        ("tromso", ["minister"]),
        ("TROMSØ naive CAFÉ", ["minister"]),
        ("zoe", list(TEXTS)),
        ("猫", ["tokyo"]),
        ("東京", ["tokyo"]),
        ("京都", ["tokyo", "kyoto"]),
        ("東京都", ["tokyo"]),
        ("京", ["tokyo", "kyoto"]),
        ("都は古", ["kyoto"]),
        ("東都", []),
        ("서울", ["seoul"]),
        ("울특별", ["seoul"]),
        ("ข่าว", ["thai"]),
        ("ไทย", ["thai"]),
        ("हिन्दी", ["hindi"]),
        ("елка москвы", ["moscow"]),
        ("αθηνα", ["greek"]),
        ("nothing", []),
        ("", []),
        ('"', []),
        ("foo AND", []),
        ("title:harbour", []),
        ("NEAR(a b)", []),
        ("* ^ ( ) { } :", []),
    ],
)
def test_queries(stocked: Library, query: str, names: list[str]) -> None:
    assert found(stocked, query) == names


def test_within_a_scope(stocked: Library) -> None:
    rows = stocked.search("minister")
    stocked.mark(rows.ids[:1], read=True, starred=True)
    assert found(stocked, "minister", view=View.UNREAD) == ["minister"]
    assert found(stocked, "minister", view=View.STARRED) == ["harbour"]
    assert found(stocked, "minister", feed_id=1) == ["harbour", "minister"]
    assert found(stocked, "minister", feed_id=2) == found(stocked, "minister", folder="News") == []
    stocked.remove_feed(1)
    assert found(stocked, "minister") == []


def test_many_hits_are_newest_first_and_say_when_there_are_more(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, ids = filled(library, 300)
    while library.index_pending(70):
        pass
    for most in (2_000, 50):
        monkeypatch.setattr(search, "EXACT_UNTIL", most)
        for query in ("title", '"title of"', "tit*"):
            rows = library.search(query, limit=20)
            assert (list(rows.ids), rows.complete) == (list(ids[:20]), False)
            rows = library.search(query)
            assert (list(rows.ids), rows.complete) == (list(ids), True)
            assert list(rows.times) == list(library.rows(Scope()).times)


def test_a_phrase_among_very_many_stops_after_a_while(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(library, 120)
    library.index_pending()
    monkeypatch.setattr(search, "PHRASE_SECONDS", -1.0)
    rows = library.search('"text of title"')
    assert (len(rows), rows.complete) == (50, False)


def test_what_changes_waits_to_be_found_under_its_new_words(library: Library) -> None:
    feed_id, ids = filled(library, 3)
    assert library.health().pending_index == 3
    assert library.index_pending(2) == 1
    assert library.index_pending(2) == 0
    changed = entry("a0", title="Something else", changed_hash="new")
    fetched(library, feed_id, [changed])
    assert len(library.search("a0")) == 0
    assert library.index_pending() == 0
    assert list(library.search("something").ids) == [ids[0]]
    library.save_full_text(ids[1], Extraction(Document(document("A xylophone.").blocks)))
    assert library.index_pending() == 0
    assert list(library.search("xylophone").ids) == [ids[1]]
    assert len(library.search("a1")) == 1
    assert library.health().stale_index == pytest.approx(2 / 5)


def test_an_index_that_is_mostly_stale_starts_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "STALE_LEAST", 5)
    feed_id, ids = filled(library, 6)
    library.index_pending()
    for number in range(2):
        fetched(library, feed_id, [entry("a0", title=f"New {number}", changed_hash=f"{number}")])
        left = library.index_pending()
    assert left == 6
    assert library.index_pending() == 0
    assert library.health().stale_index == 0
    assert list(library.search("new 1").ids) == [ids[0]]
    assert list(library.search("a3").ids) == [ids[3]]


def test_an_article_that_changes_while_it_is_indexed_waits_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed_id, ids = filled(library, 2)
    original = indexing._waiting

    def late(*arguments: object) -> object:
        slice_ = original(*arguments)  # type: ignore[arg-type]
        if any(waiting.title == "Title of a0" for waiting in slice_):
            fetched(library, feed_id, [entry("a0", title="Changed", changed_hash="new")])
        return slice_

    monkeypatch.setattr(indexing, "_waiting", late)
    assert library.index_pending() in (0, 1)
    assert library.index_pending() == 0
    assert list(library.search("changed").ids) == [ids[0]]


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_fails(stocked: Library, query: str) -> None:
    stocked.search(query)
    assert expression(terms(query)) == expression(terms(query))


letters = st.characters(categories=["L", "N", "P", "Zs", "M", "So"])


@given(st.text(letters, max_size=60), st.data())
@settings(max_examples=300, deadline=None)
def test_a_text_is_found_by_its_own_words(text: str, data: st.DataObject) -> None:
    """Every part of a text between blanks finds it, as a word and as a phrase."""
    parts = [part for part in text.split() if words(part) and '"' not in part and part[0] != "-" and "*" not in part]
    if not parts:
        return
    part = data.draw(st.sampled_from(parts))
    for term in terms(part) + terms(f'"{part}"'):
        assert term.within(line("before", text, "after"))
        assert all(any(known.startswith(word) for known in words(text)) for word in term.words)
