"""Documents made to hurt: nothing is expanded, fetched or hung on, and no control character comes through."""

import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from tui_reader.domain.models import ParsedFeed
from tui_reader.domain.text import clean_line
from tui_reader.feeds import NotAFeed, parse

URL = "https://e.example/f"
SECONDS = 10.0
"""CPU that any of these documents may take: each takes about one, and minutes where time is quadratic."""


def timed(data: bytes) -> ParsedFeed | NotAFeed:
    begin = time.process_time()
    try:
        found: ParsedFeed | NotAFeed = parse(data, URL)
    except NotAFeed as refusal:
        found = refusal
    assert time.process_time() - begin < SECONDS
    return found


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "subset",
    [
        f'<!ENTITY l0 "lol">{LAUGHS}',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY x SYSTEM "https://canary.example/x">',
        '<!ENTITY % p SYSTEM "https://canary.example/x"> %p;',
        '<!ENTITY x "]>">',
        '<!ENTITY x "plain">',
    ],
)
def test_entities_are_refused(subset: str) -> None:
    title = "<rss><channel><title>&l9;&x;</title></channel></rss>"
    for before in ("", '<?xml version="1.0"?>\n<!-- c -->\n'):
        found = timed(f"{before}<!DOCTYPE rss [{subset}]>{title}".encode())
        assert isinstance(found, NotAFeed)
        assert found.reason == "the document is refused: it declares XML entities"
    assert isinstance(timed(f"<!DOCTYPE rss [{subset}]>{title}".encode("utf-16")), NotAFeed)


def test_harmless_document_types_are_read() -> None:
    for doctype in (
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://x"> %HTMLlat1;]>',
        "<!DOCTYPE rss [<!ELEMENT rss ANY>]>",
    ):
        found = timed(f"{doctype}<rss><channel><title>caf&eacute;</title></channel></rss>".encode())
        assert isinstance(found, ParsedFeed)
        assert found.title == "café"


def test_inclusion_is_not_done() -> None:
    found = timed(
        b'<rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>'
        b'<xi:include href="file:///etc/passwd" parse="text"/></title></channel></rss>'
    )
    assert isinstance(found, ParsedFeed)
    assert found.title == ""


DEEP = 100_000


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel>" + b"<a>" * DEEP,
        b"<rss><channel><item><title>" + b"<b>" * DEEP + b"x" + b"</b>" * DEEP,
        b"<rss><channel><item><description>" + b"<div>" * DEEP,
        b"<rss " + b" ".join(b'a%d="1"' % n for n in range(DEEP)) + b"><channel/></rss>",
        b"<rss " + b" ".join(b'xmlns:a%d="u%d"' % (n, n) for n in range(DEEP)) + b"><channel/></rss>",
        b'<rss a="' + b"x" * 11_000_000 + b'"><channel/></rss>',
        b"<rss><channel><title>" + b"x" * 11_000_000 + b"</title></channel></rss>",
        b"<rss><channel><title>" + b"&amp;lt;" * 500_000 + b"</title></channel></rss>",
        b"<rss><channel><description>" + b"&lt;script&gt;" * 200_000 + b"</description></channel></rss>",
        b"<rss><channel><description>" + b"&lt;!--" * 300_000 + b"</description></channel></rss>",
        b"<rss><channel><title>" + b"&lt;b " * 300_000 + b"</title></channel></rss>",
        b"<rss><channel>" + b"<!--" * 300_000,
        b"<rss><channel>" + b"<![CDATA[" * 200_000,
        b"<rss><channel>" + b"<![CDATA[x]]>" * 200_000,
        b"<rss><channel><item>" + b"<description><![CDATA[" * 100_000,
        b"<!DOCTYPE " * 300_000,
        b"<!DOCTYPE rss [" * 200_000,
        b"<?xml " * 300_000,
        b"<?xml version='1.0'?>" * 100_000 + b"<rss/>",
        b"<" * 1_000_000,
        b"<a " * 400_000,
        b"<a b='" * 300_000,
        b"</a>" * 300_000,
        b"<rss " + b"a" * 2_000_000,
        b"&" * 2_000_000,
        b"<rss>" + b"&" * 2_000_000,
        b"<html>" + b"<!--" * 300_000,
        b"<html>" + b"<script>" * 200_000,
        b"<html>" + b"<link " * 300_000,
        b"<html><link " + b"a" * 1_000_000,
        b"\xff" * 2_000_000,
        b"\xef\xbb\xbf" * 300_000,
        b" " * 5_000_000,
        b"\0" * 1_000_000,
        b"<\0" * 500_000,
        b"<rss><channel>" + b"<item/>" * 300_000,
        b"<rss><channel>" + b"<item><guid>same</guid><link>https://e.example/</link></item>" * 20_000,
        b"<rss><channel>" + b"<item><title>t</title>" * 50_000,
        b"<rss><channel><item>" + b"<category>c</category>" * 200_000 + b"</item></channel></rss>",
        b"<rss><channel><item>" + b"<author>a@b (c)</author>" * 100_000 + b"</item></channel></rss>",
        b"<rss><channel><item>" + b"<enclosure url='https://e/%s'/>" * 100_000 + b"</item></channel></rss>",
        b"<rss xml:base='"
        + b"a/" * 900
        + b"'><channel>"
        + b"<item xml:base='b/'><link>c</link></item>" * 3000
        + b"</channel></rss>",
    ],
    ids=lambda data: f"{data[:12]!r}{len(data)}",
)
def test_costly_documents_are_done_with_soon(data: bytes) -> None:
    found = timed(data)
    if isinstance(found, ParsedFeed):
        assert len(found.entries) <= 2000
        assert len({entry.guid for entry in found.entries}) == len(found.entries)


def strings(value: object) -> Iterator[tuple[str, str]]:
    if is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, str):
                yield field.name, inner
            else:
                yield from strings(inner)
    elif isinstance(value, tuple):
        for part in value:
            yield from [("", part)] if isinstance(part, str) else strings(part)


NASTY = "\x1b]0;PWNED\x07 \x9b31m \u202eevil \u2066 \u200b \x00 [/foo] [@click=app.quit]x[/] \U000e0041"


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_no_control_character_reaches_a_record(form: str) -> None:
    text = "".join(f"&#{ord(c)};" if c > " " or c == "\x1b" else c for c in NASTY)
    if form == "rss":
        names = ("title", "link", "description", "managingEditor", "category", "author", "guid", "source", "comments")
        inside = "".join(f"<{name}>{text}</{name}>" for name in names)
        inside += f"<enclosure url='https://e/{text}' type='{text}'/><category>{text}</category>"
        document = f"<rss><channel>{inside}<item>{inside}</item></channel></rss>"
    elif form == "atom":
        parts = f"<title>{text}</title><id>{text}</id><author><name>{text}</name></author><category term='{text}'/>"
        parts += f"<link href='https://e/{text}' title='{text}'/><source><title>{text}</title></source>"
        document = f"<feed xmlns='http://www.w3.org/2005/Atom'>{parts}<entry>{parts}</entry></feed>"
    else:
        nasty = NASTY.encode("unicode_escape").decode().replace("\\x", "\\u00").replace("\\U000e0041", "\\udb40\\udc41")
        item = "".join(f'"{name}":"{nasty}",' for name in ("id", "title", "url", "summary", "image"))
        document = (
            f'{{"version":"https://jsonfeed.org/version/1","title":"{nasty}","items":[{{{item}"tags":["{nasty}"]}}]}}'
        )
    feed = parse(document.encode(), URL)
    assert feed.entries[0].title.endswith("[/foo] [@click=app.quit]x[/]")
    for name, value in strings(feed):
        if name not in ("content", "summary"):
            assert value.isprintable(), (name, value)
            assert value == clean_line(value, 3000), (name, value)


def test_a_million_entries_are_cut_to_the_newest() -> None:
    document = (
        b"<rss><channel>" + b"".join(b"<item><guid>%d</guid></item>" % n for n in range(100_000)) + b"</channel></rss>"
    )
    found = timed(document)
    assert isinstance(found, ParsedFeed)
    assert [found.entries[0].guid, found.entries[-1].guid] == ["0", "1999"]
