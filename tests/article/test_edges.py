"""Where an article begins and ends, and pages whose markup tells it badly."""

import pytest

from tui_reader.article import extract
from tui_reader.article.furniture import is_button, is_byline, is_path, opens_comments
from tui_reader.article.verdict import verdict
from tui_reader.article.wordage import words_in
from tui_reader.domain.document import EMPTY, Kind, Status

from .test_page import TITLE, URL, article, page, paragraphs, run, sentence

CHINESE = "港口小镇的议会在星期一开会，讨论了通往群岛的新航线，并用数字和地图解释了费用为什么会比原计划高出许多。"


def texts(html: bytes) -> list[str]:
    return [block.text() for block in run(html).document.blocks]


@pytest.mark.parametrize("root", ["<html lang='de' />", "<HTML/>", "<html lang='de'\n/>"])
def test_a_root_that_closes_itself(root: str) -> None:
    html = f"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd' />\n{root}<head /><body />"
    found = extract(f"{html}<div>{paragraphs(0, 8)}</div></body></html>".encode(), URL)
    assert found.status is Status.FULL
    assert sentence(7).strip() in found.document.text()


def test_text_in_sections_and_spans_only() -> None:
    story = "".join(
        f"<section class='comment'><section><span>{n}{CHINESE}</span></section></section>" for n in range(12)
    )
    shown = "<p>关注我们的公众号朋友在看的文章已经发送给朋友港口小镇的人们都来关注</p>"
    hidden = "".join(f"<p>{n}扫一扫关注该公众号前往发现看一看浏览朋友的文章</p>" for n in range(3))
    about = f"<div>{shown}</div><div style='display:none'>{hidden}</div>"
    found = run(page(f"<div>{story}</div><div class='rich_media'>{about}</div>" + "<script></script>" * 30))
    assert found.steps[-1] == "last look"
    assert found.status is Status.FULL
    assert f"11{CHINESE}" in found.document.text()


def test_a_page_of_links_is_not_put_together_by_scripts() -> None:
    shown = " ".join(f"The ferry number {number} was sold to an island." for number in range(60))
    assert verdict(EMPTY, shown, closed=False, scripts=30)[0] is Status.EMPTY
    assert verdict(EMPTY, shown[:200], closed=False, scripts=30)[0] is Status.SCRIPT


def test_the_first_paragraph_beside_the_body() -> None:
    first = (
        "In a long night the council of the harbour town has decided what nobody had expected of it any more: it wants"
    )
    html = page(f"<main><h1>{TITLE}</h1><p>{first} the long line.</p><div class='x'>{paragraphs(0, 12)}</div></main>")
    assert texts(html)[0] == f"{first} the long line."


@pytest.mark.parametrize(
    "heading", ["15 » Comments Log in to write one", "Kommentare (15)", "Leave a reply", "コメント"]
)
def test_comments_end_an_article(heading: str) -> None:
    said = "".join(f"<div><p>I do not think that this is the best of all plans, {n}.</p></div>" for n in range(4))
    found = texts(article(f"{paragraphs(0, 8)}<h3>{heading}</h3>{said}"))
    assert found == [sentence(number).strip() for number in range(8)]


def test_what_opens_no_comments() -> None:
    for heading in ("Comments on the draft", "A comment", "Responses of the council", "Two comments and a question"):
        assert not opens_comments(heading), heading
    for heading in ("3 Comments", "Comments", "Comments: 12", "1.204 Kommentare", "12 commentaires sur cet article"):
        assert opens_comments(heading), heading


def test_sentences_that_begin_like_bylines() -> None:
    for line in (
        "By Ann Writer",
        "Von Ann Writer, Berlin",
        "Da Mario Rossi",
        "By Ann Writer, Harbour News, 4 March 2025",
    ):
        assert is_byline(line), line
    for line in (
        "Da liegt sie, wo einst der Wald war.",
        "Von hier aus geht es nicht weiter.",
        "Text ohne einen Namen ist es nicht.",
    ):
        assert not is_byline(line), line


def test_a_heading_that_goes_on_after_the_title_is_text() -> None:
    lead = f"{TITLE} and with it a tunnel, two bridges and a car park that will cost more than all of them together"
    site = "<meta property='og:site_name' content='Harbour News'>"
    found = run(article(f"<h3>{lead}</h3><h2>{TITLE}, part two</h2>{paragraphs(0, 8)}", site)).document
    assert [block.text() for block in found.blocks if block.kind is Kind.HEADING] == [lead]


def test_other_articles_in_one_paragraph() -> None:
    links = "<br>".join(f"<a href='/{n}'>The ferry number {n} was sold</a>" for n in range(3))
    found = texts(article(f"{paragraphs(0, 4)}<p>Related stories<br>{links}</p>{paragraphs(4, 8)}"))
    assert found == [sentence(number).strip() for number in range(8)]


def test_headings_in_elements_of_their_own() -> None:
    wrapped = "<div class='titlepage'><div><div><h2 class='title'>{} <a href='#x'>¶</a></h2></div></div></div>"
    sections = "".join(
        f"<div class='sect'>{wrapped.format(f'Part {n}')}<pre>cost = {n}</pre>{paragraphs(n, n + 2)}</div>"
        for n in (0, 2, 4, 6)
    )
    blocks = run(page(f"<main><h1>{TITLE}</h1><p>{sentence(9)}</p>{sections}</main>")).document.blocks
    headings = [block.text() for block in blocks if block.kind is Kind.HEADING]
    assert headings == ["Part 0", "Part 2", "Part 4", "Part 6"]


def test_the_beginning_before_a_long_list() -> None:
    terms = "".join(f"<dt><code>--{n}</code></dt><dd><p>{sentence(n)}{sentence(n + 20)}</p></dd>" for n in range(12))
    first = (
        "The <code>cost</code> of the <code>line</code> is told by this command, whose <code>options</code> can be set"
    )
    rest = "in any order, before and behind each other, once or more often."
    text = f"<p>{first} {rest}</p><div class='list'><dl>{terms}</dl></div>"
    found = texts(page(f"<main><h1>{TITLE}</h1><div class='sect'>{text}</div></main>"))
    assert found[0].startswith("The cost of the line is told")


def test_the_way_to_a_page_is_no_text() -> None:
    for line in ("Home > News > Ports", "뉴스 > 경제 > 기업·CEO", "Resort › Blog"):
        assert texts(article(f"<p>{line}</p>{paragraphs(0, 8)}"))[0] == sentence(0).strip(), line
    for line in ("Cost > 4", "« Two ferries »", "Ann Writer: ports >"):
        assert is_path(line) == (line == "Cost > 4"), line


def test_words_that_a_page_is_filed_under() -> None:
    for line in (
        "Mots-clés",
        "Palabras clave: puerto, línea",
        "タグ：港",
        "What’s your reaction?",
        "Themenseiten zu diesem Artikel:",
    ):
        assert is_button(line), line
    assert not is_button("Etiquetas y puertos son dos cosas que no tienen nada que ver")


def test_a_chapter_on_comments_stays() -> None:
    for last in ("<pre># a comment</pre>", f"<h3>Loops</h3><p>{sentence(9)}</p>"):
        chapter = f"<h3>Comments</h3><p>{sentence(8)}</p>{last}"
        found = texts(article(f"{paragraphs(0, 4)}<h3>Names</h3>{paragraphs(4, 8)}{chapter}"))
        assert "Comments" in found
        assert sentence(8).strip() in found
        assert found[-1] in ("# a comment", sentence(9).strip())
    shared = texts(article(f"{paragraphs(0, 4)}<h3>Share</h3><p><a href='/x'>Somewhere</a></p>{paragraphs(4, 8)}"))
    assert "Share" not in shared


THAI = (
    "สภาเมืองท่าเรือประชุมในวันจันทร์เวลา 12.00 น. "
    "เพื่อหารือเรื่องเส้นทางใหม่ไปยังหมู่เกาะและอธิบายด้วยตัวเลขและแผนที่ว่าเหตุใดค่าใช้จ่ายจึงสูงกว่าแผนเดิมมากในปี 2018"
)


def test_scripts_without_blanks() -> None:
    assert words_in(THAI) > 15
    assert words_in("https://news.example/" + "a" * 200) == 1
    assert words_in("Die Donaudampfschifffahrtsgesellschaft fährt") == 3
    assert not is_byline(THAI)
    story = "".join(f"<p>{n} {THAI}</p>" for n in range(8))
    found = run(article(f"{story}<script></script>" + "<script></script>" * 30))
    assert found.status is Status.FULL
    assert [block.text() for block in found.document.blocks] == [f"{n} {THAI}" for n in range(8)]
