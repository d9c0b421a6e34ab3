"""Pages that are made to break a parser: small enough to run quickly, large enough to show that time grows linearly."""

import time
from collections.abc import Callable

import pytest

from tui_reader.article import extract, from_feed
from tui_reader.article.builder import MAX_BLOCKS, MAX_CELLS, MAX_CODE
from tui_reader.article.cleaning import MAX_MARKUP, MAX_TAGS, bounded, prepared
from tui_reader.domain.document import Document, Kind, Status

from .checks import assert_sound

URL = "https://hostile.example/"
WORDS = "The council of the harbour town met on Monday to talk about the new line to the islands. "
PARAGRAPHS = f"<p>{WORDS * 3}</p>" * 8


def seconds(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def both(html: str) -> list[Document]:
    made = [extract(html.encode("utf-8", "replace"), URL).document, from_feed(html, URL)]
    for document in made:
        assert_sound(document)
    return made


@pytest.mark.parametrize(
    "reference", ["&#27;", "&#x1b;", "&#155;", "&#0;", "&#x9D;", "\x1b", "\x9b", "&#xD800;", "\x00"]
)
def test_escapes_do_not_get_in_and_lose_nothing(reference: str) -> None:
    for document in both(f"<html><body><article><p>{WORDS}{reference}[31mred</p>{PARAGRAPHS}</article>"):
        assert "red" in document.text()
        assert not {"\x1b", "\x9b", "\x9d", "\x00"} & set(document.text())
        assert document.words() > 300


def test_many_attributes() -> None:
    tag = "<p " + " ".join(f"a{number}=1" for number in range(20_000)) + ">"
    for document in both(f"<html><body>{PARAGRAPHS}{tag}x</p>"):
        assert document.words() > 300


def test_deep_nesting() -> None:
    for document in both(f"<html><body>{PARAGRAPHS}" + "<div>" * 5_000 + "deep" + "</div>" * 5_000):
        assert document.words() > 300
    deep = from_feed("<div>" * 200 + "<blockquote><p>deep" + "</div>" * 200, URL)
    assert deep.text() == "deep"
    assert deep.truncated
    assert_sound(from_feed("<ul><li>" * 3_000, URL))
    assert_sound(from_feed("<table><tr><td>" * 1_500 + "x", URL))


def test_many_tags_are_cut_off() -> None:
    document = from_feed("<p>a</p>" * MAX_TAGS, URL)
    assert document.truncated
    assert MAX_TAGS // 3 < len(document.blocks) <= MAX_BLOCKS
    found = extract(b"<html><body>" + PARAGRAPHS.encode() + b"<b>x</b>" * MAX_TAGS, URL)
    assert found.document.truncated


def test_size_is_cut_off() -> None:
    markup, cut = bounded("a" * (MAX_MARKUP + 1))
    assert cut
    assert len(markup) == MAX_MARKUP
    assert bounded("<p>a</p>") == ("<p>a</p>", False)


def test_caps() -> None:
    code = from_feed("<pre>" + "x = 1\n" * 40_000 + "</pre><p>after</p>", URL)
    assert code.truncated
    assert len(code.blocks[0].text()) <= MAX_CODE
    assert code.blocks[-1].text() == "after"
    table = from_feed("<table>" + "<tr><th>a<td>b</tr>" * 3_000 + "</table>", URL)
    assert table.truncated
    assert sum(len(row) for row in table.blocks[0].rows) == MAX_CELLS
    spans = from_feed("<table>" + "<tr><th colspan=40 rowspan=40>a<td>b</tr>" * 500 + "</table>", URL)
    assert spans.truncated
    assert_sound(spans)
    assert sum(block.kind is Kind.IMAGE for block in from_feed("<img src=a.png><p>x</p>" * 1_500, URL).blocks) <= 1_000


UNITS = """
    <!-- <a\vhref=x> <b><i> <table> <li> &# &#x <p <![CDATA[ <script> </p> <br> <a\vname=x></a> <td> <select> <svg>
    <pre> \u0301 &amp; <noscript> <img\vsrc=x> <q> <dd> \v\v\n
"""


@pytest.mark.parametrize("unit", [unit for unit in UNITS.split(" ") if unit.strip("\n")])
@pytest.mark.parametrize("make", [lambda html: from_feed(html, URL), lambda html: extract(html.encode(), URL)])
def test_time_grows_with_the_size_only(unit: str, make: Callable[[str], object]) -> None:
    unit = unit.strip("\n").replace("\v", " ")
    small = min(seconds(lambda: make("<p>x " + unit * 1_500)) for _ in range(3))
    large = seconds(lambda: make("<p>x " + unit * 6_000))
    assert large < 16 * small + 0.5
    assert large < 4


def test_a_tag_that_never_ends() -> None:
    assert len(bounded("<p " + "a " * 200_000 + "> text")[0]) < 100
    assert b"\x1b" not in prepared("a\x1b&#27;")
    both("<a href='" + "x" * 200_000)


def test_garbage() -> None:
    for data in (
        b"\xff" * 1000,
        bytes(range(256)) * 8,
        b"<" * 1000,
        b"&" * 1000,
        b"<html>" * 100,
        b"<p>\xed\xa0\x80</p>",
    ):
        for content_type in (None, "text/html", "text/html; charset=utf-16", "nonsense"):
            assert_sound(extract(data, URL, content_type=content_type).document)
    for url in ("", "nonsense", "http://[", "javascript:x", "https://" + "a" * 5000):
        found = extract(f"<html><body><article>{PARAGRAPHS}<a href='x'>y</a></article>".encode(), url)
        assert found.status is Status.FULL
        assert_sound(found.document)
