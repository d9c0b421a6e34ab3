"""Charsets, metadata, and what the words of a page say of it."""

import pytest

from tui_reader.article import extract, from_feed
from tui_reader.article.decoding import decode
from tui_reader.article.furniture import is_button, is_promotion, is_related, opens_related
from tui_reader.article.metadata import iso_date, language_tag, without_site
from tui_reader.article.trimming import trimmed

TEXT = "Über die Brücke – früher „Brückchen“ genannt – führt die neue Straße nach Öland. " * 5
RUSSIAN = "Новая линия соединит город с островами, сообщил совет порта в понедельник утром. " * 20


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (TEXT.encode(), None),
        (b"\xef\xbb\xbf" + TEXT.encode(), "text/html; charset=iso-8859-1"),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-16-le"), "text/html; charset=utf-16le"),
        (TEXT.encode("cp1252"), "text/html; charset=iso-8859-1"),
        (b'<meta charset="windows-1252">' + TEXT.encode("cp1252"), None),
        (b'<meta http-equiv=content-type content="text/html; charset=latin1">' + TEXT.encode("cp1252"), None),
        (TEXT.encode(), "text/html; charset=zlib_codec"),
        (TEXT.encode(), "text/html; charset=nonsense"),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
    ],
)
def test_charsets(data: bytes, content_type: str | None) -> None:
    assert decode(data, content_type).endswith(TEXT)


def test_charsets_that_nobody_declares_are_guessed() -> None:
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN
    assert decode(b"x" * 4000 + b"\xff" + "é".encode()).count("\ufffd") == 1
    assert decode(bytes(range(256)))


def test_what_the_head_says() -> None:
    head = (
        '<meta property="og:title" content="A new line &amp; more | Harbour News">'
        '<meta name=author content="By Ann Writer"><meta property="og:site_name" content="Harbour News">'
        '<meta property="og:image" content="/lead.jpg">'
        '<meta property="article:published_time" content="2025-03-04T08:00:00+01:00">'
    )
    found = extract(
        f'<html lang="de-AT"><head>{head}</head><body><h1>A new line &amp; more</h1><p>{TEXT}</p></body>'.encode(),
        "https://news.example/x",
    )
    assert found.title == "A new line & more"
    assert found.byline == "Ann Writer"
    assert found.site == "Harbour News"
    assert found.image == "https://news.example/lead.jpg"
    assert found.published == "2025-03-04T08:00:00+01:00"
    assert found.language == "de"


def test_what_structured_data_say() -> None:
    data = (
        '{"@graph":[{"@type":"WebPage"},{"@type":"BlogPosting","headline":"Ferries &amp; co",'
        '"author":[{"@type":"Person","name":"Ann Writer"},{"name":"Bo Reader"}],"datePublished":"2024-12-31",'
        '"publisher":{"name":"Quay"},"image":{"url":"https://i.example/a.jpg"},"inLanguage":"fr-FR"}]}'
    )
    for text in (data, f"<!-- {data} -->", data.replace("Ferries &amp;", "Ferries\n&amp;")):
        html = f"<html><script type='application/ld+json'>{text}</script><body><p>{TEXT}</p></body></html>"
        found = extract(html.encode(), "https://q.example/")
        assert (found.title, found.byline) == ("Ferries & co", "Ann Writer, Bo Reader")
        assert (found.published, found.site, found.language) == ("2024-12-31", "Quay", "fr")
        assert found.image == "https://i.example/a.jpg"


def test_what_the_page_itself_says() -> None:
    html = f"<html><body><h1>Line</h1><p class='byline'>By Ann Writer</p><p>{TEXT}</p></body></html>".encode()
    found = extract(html, "https://news.example/2025/03/04/line.html")
    assert (found.title, found.byline, found.published) == ("Line", "Ann Writer", "2025-03-04")


def test_dates() -> None:
    assert iso_date("2025-03-04T10:00:00Z") == "2025-03-04T10:00:00+00:00"
    assert iso_date("2025-03-04T10:00:00") == "2025-03-04T10:00:00"
    assert iso_date("2025/03/04 at noon") == "2025-03-04"
    for wrong in ("", "soon", "0001-01-01T00:00:00Z", "2025-99-99", "9999-12-31", "2" * 5000):
        assert iso_date(wrong) == ""


def test_titles_and_languages() -> None:
    assert without_site("A long and telling title - Harbour News", "Harbour News") == "A long and telling title"
    assert without_site("Harbour News | A title", "Harbour News") == "A title"
    assert without_site("Ships - and more ships", "Harbour News") == "Ships - and more ships"
    assert [language_tag(tag) for tag in ("en-GB", "pt_BR", "x", "english", "")] == ["en", "pt", "", "", ""]


def test_lines_of_the_page() -> None:
    for line in (
        "Related stories",
        "You may also like:",
        "Lesen Sie auch",
        "À lire aussi :",
        "Te puede interesar",
        "Leggi anche",
    ):
        assert opens_related(line), line
    for line in ("Leggi anche", "Leia também", "Lees ook", "Читайте также:", "関連記事", "» Mehr zum Thema «"):
        assert opens_related(line), line
    for line in (
        "Advertisement",
        "Share this article",
        "5 min read",
        "Lesezeit: 3 Minuten",
        "12 comments",
        "Werbung",
        "Поделиться",
    ):
        assert is_button(line), line
    assert is_related("Read also: Ferry sold")
    assert is_promotion("Get the best of the week delivered straight to your inbox.")
    for line in (
        "The related costs rose.",
        "More ships came on Monday.",
        "Share prices fell by a tenth.",
        "Print is not dead.",
    ):
        for judge in (opens_related, is_button, is_related, is_promotion):
            assert not judge(line), line


def test_the_end_of_an_article_is_its_own() -> None:
    base = "<p>" + "The council met on Monday to talk about the new line to the islands and its cost. " * 3 + "</p>"
    for ending in (
        "<p>Vigyázz: https://facebook.com/x és https://t.me/x</p>",
        "<p>Vigyázz: <a href='https://x.com/a'>egy</a>, ez pedig <a href='https://www.instagram.com/a'>kettő</a></p>",
        "<p>© 2025 Harbour News</p>",
        "<h3>And now</h3>",
        "<p><a href='/'>Back to the harbour</a></p>",
    ):
        document = from_feed(base * 6 + ending, "https://a.example/")
        assert trimmed(document, "").blocks == from_feed(base * 6, "").blocks, ending
    whole = from_feed(base + "<p>See https://facebook.com/x</p>", "https://a.example/")
    assert trimmed(whole, "") == whole


def test_a_server_that_is_wrong_about_utf_16() -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>"
    for declared in ("utf-16", "utf-16le", "UTF-16BE"):
        assert decode(page.encode(), f"text/html; charset={declared}") == page
    assert decode(page.encode("utf-16-be"), "text/html; charset=utf-16be") == page
