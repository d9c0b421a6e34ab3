"""Finding in the article: with and without accents, at the right places, quickly in a long text."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.folding import fold, origin, places
from tui_reader.ui.widgets.article_find import MATCH_LIMIT, Find
from tui_reader.ui.widgets.article_search import matches

from .article_pages import long_document

LETTERS = st.text("aeéE\u0301\u0308sSßẞİıiIёЁейИ漢ｶﾞが한ﬁÆæ’'“\"-— \n\u00a0ΣσςřŁl", max_size=40)


def paragraph(text: str) -> Document:
    return Document((Block(Kind.PARAGRAPH, (Span(text),)),))


def naive(text: str, query: str) -> list[tuple[int, int]]:
    """From the left the shortest stretches of whole characters whose folded form holds the query."""
    wanted = " ".join(fold(query).split())

    def holds(start: int, end: int) -> bool:
        return wanted in " ".join(f".{fold(text[start:end])}.".split())

    found, at = [], 0
    while at < len(text):
        end = next((end for end in range(at + 1, len(text) + 1) if holds(at, end)), 0)
        if not end:
            break
        begin = next(start for start in range(end - 1, at - 1, -1) if holds(start, end))
        while end < len(text) and not fold(text[end]):
            end += 1
        found.append((begin, end))
        at = end
    return found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The Café closes", "cafe", ["Café"]),
        ("The Cafe\u0301 closes", "CAFÉ", ["Cafe\u0301"]),
        ("the cafe", "café", ["cafe"]),
        ("Lange Straße, kurze STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Lange Straße", "stras", ["Straß"]),
        ("Maß", "s", ["ß"]),
        ("Ещё одна", "еще", ["Ещё"]),
        ("еще", "ещё", ["еще"]),
        ("Łódź and Malmö, Ærø", "lodz", ["Łódź"]),
        ("Łódź and Malmö, Ærø", "aero", ["Ærø"]),
        ("It’s a “test” — really", "it's", ["It’s"]),
        ("It’s a “test” — really", '"test" -', ["“test” —"]),
        ("the ﬁrst", "first", ["ﬁrst"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("Ｔｏｋｙｏ", "tokyo", ["Ｔｏｋｙｏ"]),
        ("ガラス", "カラス", []),
        ("ὈΔΥΣΣΕΎΣ", "οδυσσευς", ["ὈΔΥΣΣΕΎΣ"]),
        ("10\u00a0000 people", "10 000", ["10\u00a0000"]),
        ("كِتَاب", "كتاب", ["كِتَاب"]),
        ("한국", "하", []),
        ("anything", "\u0301", []),
    ],
)
def test_what_is_found(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for _, start, end in matches(paragraph(text), query)] == found


@settings(max_examples=300)
@given(LETTERS)
def test_the_places_of_folded_characters(text: str) -> None:
    folded, offsets = fold(text), places(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    for number, character in enumerate(folded):
        start, end = origin(offsets, number, number + 1)
        assert character in fold(text[start:end])
        assert start < end <= len(text)


@example("ß\u0301", "s")
@settings(max_examples=300)
@given(st.text("aeéE\u0301sßёе漢’-—", max_size=30), st.text("aeésе'-", min_size=1, max_size=3))
def test_the_same_as_a_naive_search(text: str, query: str) -> None:
    text = unicodedata.normalize("NFC", text).lstrip("\u0301")
    assert [(start, end) for _, start, end in matches(paragraph(text), query)] == naive(text, query)


@given(LETTERS)
def test_a_text_finds_itself(text: str) -> None:
    found = matches(paragraph(text), text)
    if fold(text).split():
        _, start, end = found[0]
        assert fold(text[start:end]).split() == fold(text).split()
    else:
        assert not found


def test_the_marks_are_those_of_the_block_and_the_count_is_right() -> None:
    find = Find()
    find.open = True
    find.search(Document(tuple(paragraph(f"éa {n} ea").blocks[0] for n in range(4))), "EA", (2, 0))
    assert find.here == 4
    assert [[mark.name for mark in find.marks(block)] for block in (1, 2, 4)] == [
        ["found", "found"],
        ["found-here", "found"],
        [],
    ]
    assert "5 of 8" in find.bar(60)
    find.step(-5)
    assert "8 of 8" in find.bar(60)
    find.search(paragraph("a" * (MATCH_LIMIT + 5)), "a", (0, 0))
    assert f"1 of {MATCH_LIMIT} or more" in find.bar(60)


def test_a_long_article_is_folded_once() -> None:
    document = long_document(20_000)
    find = Find()
    find.search(document, "h", (0, 0))
    folded = find._folded
    find.search(document, "harbour line", (0, 0))
    assert find._folded is folded
    assert len(find.found) == 4000 * 3
