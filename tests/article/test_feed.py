import subprocess
import sys

import pytest

from tui_reader.article import from_feed, from_text
from tui_reader.domain.document import Document, Kind, Status

from .checks import assert_sound

BASE = "https://news.example/2025/item.html"
SENTENCE = "The council of the harbour town met on Monday to talk about the new line to the islands and its cost. "


def outline(document: Document) -> list[str]:
    return [f"{block.kind.value} {block.text()}".strip() for block in document.blocks]


def test_a_whole_article_is_full() -> None:
    document = from_feed("".join(f"<p>{number}. {SENTENCE * 4}</p>" for number in range(4)), BASE)
    assert document.status is Status.FULL
    assert len(document.blocks) == 4
    assert_sound(document)


def test_a_few_lines_are_a_teaser() -> None:
    assert from_feed(f"<p>{SENTENCE * 3}</p>", BASE).status is Status.TEASER


def test_long_enough_but_in_one_paragraph_is_a_teaser() -> None:
    assert from_feed(f"<p>{SENTENCE * 14}</p>", BASE).status is Status.TEASER
    assert from_feed(f"<p>{SENTENCE * 5}</p>" * 3, BASE).status is Status.FULL


def test_a_text_that_breaks_off_is_a_teaser() -> None:
    for ending in ("and then...", "and then …", "and then […]", "Read more", "[Weiterlesen]", "Lire la suite »"):
        document = from_feed(f"<p>{SENTENCE * 15}</p>" * 3 + f"<p>{SENTENCE} {ending}</p>", BASE)
        assert document.status is Status.TEASER, ending


def test_read_more_lines_go_and_make_it_a_teaser() -> None:
    for words in (
        "Continue reading",
        "Read more →",
        "Weiterlesen »",
        "Lire la suite",
        "Leer más",
        "Читать далее",
        "続きを読む",
    ):
        document = from_feed(f"<p>{SENTENCE * 30}</p><p><a href='/x'>{words}</a></p>", BASE)
        assert outline(document) == [f"p {SENTENCE * 30}".strip()], words
        assert document.status is Status.TEASER
        assert document.links == ()


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        (" <a href='/x'>Read more</a>", ""),
        (" (<a href='/x'>more</a>)", ""),
        (" [&#8230;] <a href='/x'>Continue reading &raquo;</a>", " […]"),
        ("<br><a href='/x'>Lire la suite</a>", ""),
        (" <a href='/x'>Continue reading <b>The harbour line</b> &rarr;</a>", ""),
        (" | <a href='/x'>Leer más</a><img src='/p.gif'>", ""),
        (" <a href='/x'>続きを読む</a>", ""),
        (" Some like to <a href='/x'>read more</a>", " Some like to read more"),
        (" Some say so in <a href='/x'>this paper</a>.", " Some say so in this paper."),
        (" <a href='/x'>Read more</a> of it in <a href='/y'>the paper</a>.", " Read more of it in the paper."),
    ],
)
def test_a_link_to_the_rest_behind_the_last_sentence_is_left_out(end: str, kept: str) -> None:
    document = from_feed(f"<p>{SENTENCE.strip()}{end}</p>", BASE)
    assert document.blocks[0].text() == SENTENCE.strip() + kept
    assert document.status is Status.TEASER
    assert bool(document.links) == ("<a" in end and kept not in ("", " […]"))


def test_a_text_cut_in_the_middle_loses_only_the_link() -> None:
    document = from_feed("<p>The council said that <a href='/x'>Read more</a></p>", BASE)
    assert outline(document) == ["p The council said that"]
    assert outline(from_feed("<p><a href='/x'>Read more</a></p>", BASE)) == []


def test_what_blog_software_adds_is_left_out() -> None:
    for notice in (
        "The post <a href='https://a.example/'>One</a> appeared first on <a href='https://a.example/'>Blog</a>.",
        "Der Beitrag Eins erschien zuerst auf Blog.",
        "L’article Un est apparu en premier sur Blog.",
        "La entrada Uno aparece primero en Blog.",
        "L'articolo Uno proviene da Blog.",
        "O post Um apareceu primeiro em Blog.",
        "Het bericht Een verscheen eerst op Blog.",
        "Сообщение Раз появились сначала на Блог.",
    ):
        document = from_feed(f"<p>{SENTENCE * 30}</p><p>{notice}</p>", BASE)
        assert len(document.blocks) == 1, notice
        assert document.status is Status.FULL


def test_the_title_is_not_repeated() -> None:
    document = from_feed("<h1>A new line.</h1><p>It opens on Monday.</p>", BASE, title="A new line")
    assert outline(document) == ["p It opens on Monday."]
    assert outline(from_feed("<p>Only this</p>", BASE, title="Only this")) == ["p Only this"]


def test_plain_text_in_a_feed() -> None:
    document = from_feed("First line &amp; more\n\nSee https://a.example/x, or not.", BASE)
    assert outline(document) == ["p First line & more", "p See https://a.example/x, or not."]
    assert document.links == ("https://a.example/x",)


def test_nothing_is_empty() -> None:
    for html in ("", "   ", "<p></p>", "<script>x()</script>", "<hr>", "&nbsp;", "\x00\x1b"):
        document = from_feed(html, BASE)
        assert document.blocks == (), html
        assert document.status is Status.EMPTY


def test_wrapped_lines_are_joined_and_lists_kept() -> None:
    text = (
        "This is a long line of a letter that somebody wrapped at about column\n"
        "seventy, as mail programs do, so that each sentence goes over several\n"
        "lines.\n\n- one\n- two\n\nShort\nverse"
    )
    document = from_text(text)
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM, Kind.PARAGRAPH]
    assert "\n" not in document.blocks[0].text()
    assert document.blocks[0].text().endswith("goes over several lines.")
    assert document.blocks[3].text() == "Short\nverse"
    assert from_text("a " * 80 + "\n" + "b " * 80).blocks[1].text().startswith("b")


def test_a_refresh_does_not_load_the_extractor() -> None:
    code = "import sys, tui_reader.article as a; a.from_feed('<p>x</p>', ''); print('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_lists_of_other_posts_are_left_out_of_feeds_too() -> None:
    others = "<h4>Related posts:</h4><ol><li><a href='/1'>Ferry sold</a></li><li><a href='/2'>Port full</a></li></ol>"
    document = from_feed(f"<p>{SENTENCE * 5}</p>{others}", BASE)
    assert outline(document) == [f"p {SENTENCE * 5}".strip()]
    links = "<p><a href='/1'>Ferry sold</a></p><p><a href='/2'>Port full</a></p>"
    assert outline(from_feed(links, BASE)) == ["p Ferry sold", "p Port full"]
