"""The ladder: a page for each step, for each kind of file, and for each status."""

import json

import pytest

from tui_reader.article import extract
from tui_reader.domain.document import Extraction, Kind, Status

from .checks import assert_sound

URL = "https://news.example/2025/03/04/harbour.html"
TITLE = "Council approves the harbour line"


def sentence(number: int) -> str:
    return (
        f"In part {number} of its report the council of the harbour town explains, with figures and maps, why the new "
        f"line to the islands will cost {number + 3} million more than the first plan had foreseen. "
    )


def paragraphs(first: int, last: int) -> str:
    return "".join(f"<p>{sentence(number)}</p>" for number in range(first, last))


def page(body: str, head: str = "") -> bytes:
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} - Harbour News</title>{head}'
        f"</head><body>{body}</body></html>"
    ).encode()


def article(text: str, head: str = "") -> bytes:
    menu = "".join(f"<li><a href='/{name}'>{name.title()}</a></li>" for name in ("news", "sport", "weather", "culture"))
    return page(
        f"<nav><ul>{menu}</ul></nav><main><article><h1>{TITLE}</h1><div class='body'>{text}</div></article></main>"
        f"<footer><p>Harbour News, 1 Quay Street. All rights reserved.</p></footer>",
        head,
    )


def run(html: bytes, content_type: str | None = None) -> Extraction:
    found = extract(html, URL, content_type=content_type)
    assert_sound(found.document)
    return found


# ---- the steps ----


def test_an_ordinary_page() -> None:
    found = run(article(paragraphs(0, 12)))
    assert found.status is Status.FULL
    assert found.reason == ""
    assert found.steps == ("page",)
    assert found.title == TITLE
    assert found.language == found.document.language == "en"
    assert [block.text() for block in found.document.blocks] == [sentence(n).strip() for n in range(12)]


def test_the_structure_of_the_page_is_kept() -> None:
    text = (
        f"<p>{sentence(1)} See <code>line.cost()</code> and <a href='/map'>the map</a>.</p>"
        f"<h2>The figures</h2>{paragraphs(2, 6)}"
        "<table><tr><th>Island<th>Cost<tr><td>Nord<td>4<tr><td>Sued<td>5</table>"
        f"<p>{sentence(6)}</p><pre><code class='language-python'>cost = 4\nprint(cost)</code></pre><p>{sentence(7)}</p>"
        "<figure><img src='/quay.jpg' alt='Quay'><figcaption>The quay on Monday</figcaption></figure>"
        f"<p>{sentence(8)}</p><ul><li><a href='/one'>Report one</a></li><li><a href='/two'>Report two</a></li></ul>"
        f"<blockquote><p>{sentence(9)}</p></blockquote>{paragraphs(10, 14)}"
    )
    document = run(article(text)).document
    kinds = [block.kind for block in document.blocks]
    for kind in (Kind.HEADING, Kind.TABLE, Kind.CODE, Kind.IMAGE, Kind.CAPTION, Kind.ITEM):
        assert kind in kinds, kind
    assert next(block for block in document.blocks if block.kind is Kind.CODE).language == "python"
    assert next(block for block in document.blocks if block.quote).text() == sentence(9).strip()
    assert "https://news.example/map" in document.links
    assert [block.text() for block in document.blocks if block.kind is Kind.ITEM] == ["Report one", "Report two"]


def test_the_page_around_the_article_is_left_out() -> None:
    text = (
        f"<p class='byline'>By Ann Writer</p><p>4 March 2025</p><p>3 min read</p>{paragraphs(0, 6)}"
        "<p>Advertisement</p><p><strong>Read also:</strong> <a href='/other'>Ferry sold</a></p>"
        f"{paragraphs(6, 12)}<p>Sign up for our newsletter</p><h3>Related stories</h3>"
        "<ul><li><a href='/1'>Rail strike called off</a></li><li><a href='/2'>A quiet week for ports</a></li></ul>"
        "<p><a href='/share'>Share on a network</a></p><p>© 2025 Harbour News</p>"
        "<p>Mehr: <a href='https://facebook.com/h'>Fb</a>, dazu https://t.me/h</p>"
    )
    document = run(article(text)).document
    assert [block.text() for block in document.blocks] == [sentence(n).strip() for n in range(12)]
    assert document.links == ()


def test_an_article_in_several_containers() -> None:
    chunk = "<div class='body__chunk'><div class='text'>{}</div></div><aside><a href='/ad'>Buy a boat now</a></aside>"
    parts = "".join(chunk.format(paragraphs(n, n + 4)) for n in (0, 4, 8))
    text = run(page(f"<main><h1>{TITLE}</h1>{parts}</main>")).document.text()
    assert all(sentence(number).strip() in text for number in range(12))
    assert "boat" not in text


def test_the_next_article_of_an_endless_page_stays_out() -> None:
    other = "".join(
        f"<p>Quite another thing is told in {n} words of a second article on this page, about boats.</p>"
        for n in range(9)
    )
    one = "<article class='story'><h1>{}</h1><div class='text'>{}</div></article>"
    found = run(page(one.format(TITLE, paragraphs(0, 12)) + one.format("Boats", other)))
    assert sentence(11).strip() in found.document.text()
    assert "boats" not in found.document.text()


def test_the_structured_data_are_longer_than_the_page() -> None:
    body = "\n\n".join(sentence(n) for n in range(12))
    data = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NewsArticle", "headline": TITLE, "articleBody": body}],
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = run(article(paragraphs(0, 3), script))
    assert found.steps[-1] == "structured data"
    assert found.status is Status.FULL
    assert sentence(11).strip() in found.document.text()
    assert len(found.document.blocks) == 12


def test_a_page_that_the_first_look_misses() -> None:
    comments = "".join(f"<div class='comment'><p>{sentence(n)}</p></div>" for n in range(12))
    found = run(page(f"<div id='comments' class='comments-area'>{comments}</div>"))
    assert found.steps[:2] == ("page", "second look")


def test_text_that_only_scripts_would_show() -> None:
    found = run(page(f"<div class='story' style='display:none'>{paragraphs(0, 12)}</div>"))
    assert sentence(11).strip() in found.document.text()


def test_the_lead_before_the_body_comes_along() -> None:
    lead = "The council has approved the line to the islands, which will open in two years and cost nine millions."
    head = f'<meta name="description" content="{lead}">'
    html = page(
        f"<article><h1>{TITLE}</h1><div class='article__lead'>{lead}</div><div class='share'>x</div>"
        f"<div class='article__body'>{paragraphs(0, 10)}</div></article>",
        head,
    )
    assert run(html).document.blocks[0].text() == lead


# ---- what is no page ----


def test_plain_text() -> None:
    found = run(f"{sentence(1)}\n\n{sentence(2)}".encode(), "text/plain; charset=utf-8")
    assert [block.text() for block in found.document.blocks] == [sentence(1).strip(), sentence(2).strip()]
    assert found.steps == ("plain text",)


@pytest.mark.parametrize(
    ("data", "content_type", "word"),
    [
        (b"%PDF-1.7 ...", "text/html", "PDF"),
        (b"...", "application/pdf", "PDF"),
        (b"\x89PNG\r\n\x1a\n", None, "picture"),
        (b"\xff\xd8\xff\xe0..", "image/jpeg", "picture"),
        (b"PK\x03\x04..", "application/octet-stream", "packed"),
        (b"abc\x00\x00\x01def", None, "not a text"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "text/xml", "feed"),
        (b'{"a": 1}', "application/json", "programs"),
        (b"", "text/html", "empty"),
        (b" \n ", None, "empty"),
    ],
)
def test_files_that_are_refused(data: bytes, content_type: str | None, word: str) -> None:
    found = run(data, content_type)
    assert found.status in (Status.FAILED, Status.EMPTY)
    assert word in found.reason
    assert found.document.blocks == ()


# ---- the statuses ----


def test_paywalls() -> None:
    closed = '<script type="application/ld+json">{"@type":["NewsArticle"],"isAccessibleForFree":false}</script>'
    for html in (
        article(paragraphs(0, 4), closed),
        article(paragraphs(0, 4), '<meta property="article:content_tier" content="locked">'),
        article(paragraphs(0, 4) + "<div class='wall'><p>Subscribe now to continue reading this article.</p></div>"),
        article(paragraphs(0, 4) + "<div><p>Dieser Artikel ist exklusiv für Abonnenten. Jetzt testen.</p></div>"),
        article(paragraphs(0, 4) + "<div><p>La suite est réservée aux abonnés. Déjà abonné ?</p></div>"),
    ):
        found = run(html)
        assert found.status is Status.PAYWALL
        assert "subscribers" in found.reason
        assert found.document.blocks
    assert run(article(paragraphs(0, 12), closed)).status is Status.FULL


CONSENT = [
    "We value your privacy. We and our 842 partners store and access information. Accept all. Manage preferences.",
    "Wir verwenden Cookies. Mit Werbung lesen oder werbefrei im Abo. Alle akzeptieren. Datenschutz-Einstellungen.",
    "Nous et nos partenaires utilisons des cookies. Continuer sans accepter. Tout accepter. Gérer mes choix.",
    "Utilizamos cookies propias y de terceros. Aceptar todas. Configurar cookies. Política de privacidad.",
    "Utilizziamo i cookie per questo sito. Accetta tutti. Rifiuta tutti. Informativa privacy.",
    "Usamos cookies. Aceitar todos. Rejeitar todos. Política de privacidade do nosso sítio.",
    "Wij gebruiken cookies op deze site. Alles accepteren. Alles weigeren. Cookie-instellingen.",
    "Мы используем файлы cookie на этом сайте. Принять все. Настройки cookie и согласие на обработку данных.",
]


@pytest.mark.parametrize("words", CONSENT)
def test_consent_pages(words: str) -> None:
    found = run(page(f"<div class='dialog'><h1>Hello</h1><p>{words}</p><p>{words}</p></div>"))
    assert found.status is Status.CONSENT
    assert found.reason


@pytest.mark.parametrize(
    "words",
    [
        "Checking your browser before accessing news.example. Please complete the security check to go on reading.",
        "Please verify you are a human. Enable JavaScript and cookies to continue to the page that you asked for.",
        "Bitte bestätigen Sie: Ich bin kein Roboter. Wir haben ungewöhnlichen Datenverkehr aus Ihrem Netz bemerkt.",
        "Доступ ограничен. Подтвердите, что вы не робот, чтобы продолжить чтение этой страницы на нашем сайте.",
    ],
)
def test_robot_checks(words: str) -> None:
    found = run(page(f"<div><h1>Just a moment</h1><p>{words}</p></div>"))
    assert found.status is Status.CONSENT
    assert "robot" in found.reason


def test_pages_made_by_scripts() -> None:
    for body in (
        "<div id='root'></div><noscript>You need to enable JavaScript.</noscript><script src='a.js'></script>",
        "<div id='app'>Loading</div>" + "<script></script>" * 30,
    ):
        found = run(page(body))
        assert found.status is Status.SCRIPT
        assert "JavaScript" in found.reason
        assert found.document.blocks == ()


def test_a_page_with_only_the_beginning() -> None:
    found = run(article(f"<p>{sentence(1)}</p><p>{sentence(2)} And then [...]</p>"))
    assert found.status is Status.TEASER
    assert found.reason


def test_a_page_without_an_article() -> None:
    for html in (page("<ul><li><a href='/'>Home</a></ul>"), page(""), b"<html></html>", b"<p>", b"<!doctype html>"):
        found = run(html)
        assert found.status is Status.EMPTY
        assert found.reason
        assert found.document.blocks == ()


def test_a_short_article_is_an_article() -> None:
    found = run(article(paragraphs(0, 2)))
    assert found.status is Status.FULL
    assert len(found.document.blocks) == 2
