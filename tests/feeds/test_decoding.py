"""Encodings: declared, served, marked, missing, wrong."""

import pytest

from tui_reader.feeds import parse
from tui_reader.feeds.decoding import charset_of, decode

URL = "https://e.example/f"
RUSSIAN = "Совет одобрил новую линию гавани, сообщила городская газета в понедельник утром"
JAPANESE = "議会は月曜日に新しい港湾線を承認したと、地元の新聞が伝えた"


def document(title: str, declared: str = "") -> str:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    return f"{declaration}<rss version='2.0'><channel><title>{title}</title></channel></rss>"


def title(data: bytes, content_type: str | None = None) -> str:
    return parse(data, URL, content_type).title


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("utf-8", "utf-8", "Zürich"),
        ("UTF8", "utf-8", "Zürich"),
        ("iso-8859-1", "cp1252", "“Zürich” costs 5 €"),
        ("us-ascii", "cp1252", "Zürich"),
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("ISO-8859-2", "iso8859-2", "Příliš žluťoučký"),
        ("windows-1255", "cp1255", "שלום עולם"),
        ("gb2312", "gb18030", "镕 議會"),
        ("Shift_JIS", "cp932", JAPANESE + "①"),
        ("euc-jp", "euc-jp", JAPANESE),
        ("iso-2022-jp", "iso2022-jp", JAPANESE),
        ("euc-kr", "cp949", "똠방각하 신문"),
        ("big5", "big5", "議會批准"),
        ("macintosh", "mac_roman", "Zürich"),
        ("x-sjis", "cp932", JAPANESE),
    ],
)
def test_declared(label: str, codec: str, text: str) -> None:
    data = document(text, label).encode(codec)
    assert title(data) == text
    assert title(document(text).encode(codec), f"text/xml; charset={label}") == text


def test_an_encoding_that_only_the_xml_library_knows() -> None:
    assert title(document("@", "viscii").encode().replace(b"@", b"\x80")) == "Ạ"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"])
@pytest.mark.parametrize("declared", ["", "utf-8", "utf-16", "iso-8859-1"])
def test_marks_and_shapes_beat_the_declaration(codec: str, declared: str) -> None:
    assert title(document("Zürich 猫", declared).encode(codec)) == "Zürich 猫"


@pytest.mark.parametrize(
    "declared", ["utf-16", "iso-8859-1", "windows-1252", "nonsense", "zlib_codec", "idna", "utf-7"]
)
def test_what_is_valid_utf8_is_utf8(declared: str) -> None:
    assert title(document("Zürich 猫", declared).encode()) == "Zürich 猫"
    assert title(document("Zürich 猫").encode(), f"text/xml;charset={declared}") == "Zürich 猫"


def test_an_encoding_that_is_not_declared_is_guessed() -> None:
    assert title(document("Zürich").encode("latin-1")) == "Zürich"
    assert title(document(RUSSIAN).encode("cp1251")) == RUSSIAN
    assert title(document(RUSSIAN).encode("koi8-r")) == RUSSIAN
    assert title(document(JAPANESE).encode("shift_jis")) == JAPANESE


def test_utf8_with_a_few_faults_keeps_the_rest() -> None:
    data = document("Zürich Genève Köln Orléans Málaga @ Tromsø", "utf-8").encode().replace(b"@", b"\x93\x97\xe9")
    assert title(data) == "Zürich Genève Köln Orléans Málaga “—é Tromsø"
    assert parse(data, URL).malformed


def test_c1_controls_are_the_cp1252_that_was_meant() -> None:
    assert title(document("don&#146;t &#x96; \x93so\x94 &#133;").encode()) == "don’t – “so” …"
    assert (
        parse(b"<rss><channel><item><description>don&#146;t</description></item></channel></rss>", URL)
        .entries[0]
        .content
        == "don’t"
    )


def test_blanks_and_marks_before_the_document() -> None:
    for before in (b"\n\n  ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf", b"\xef\xbb\xbf\n", b" " * 500):
        feed = parse(before + document("T", "utf-8").encode(), URL)
        assert (feed.title, feed.malformed) == ("T", False)


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        (None, ""),
        ("text/xml", ""),
        ("text/xml; charset=UTF-8", "utf-8"),
        ('application/rss+xml;charset="koi8-r"', "koi8-r"),
        ("text/xml; charset=", ""),
        ("text/xml; charset=\x1b[31m\n\0; charset*=a''%ff", ""),
        (";;;=charset", ""),
    ],
)
def test_the_servers_charset(content_type: str | None, charset: str) -> None:
    assert charset_of(content_type) == charset


@pytest.mark.parametrize(
    "label", ["zlib_codec", "rot13", "idna", "punycode", "unicode_escape", "undefined", "hex", "\0"]
)
def test_codecs_that_are_no_charsets_are_not_used(label: str) -> None:
    text, _ = decode(b"<rss>\xe9</rss>", f"text/xml; charset={label}")
    assert text == "<rss>é</rss>"
