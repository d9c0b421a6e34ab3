"""Documents that are no XML: what is saved of them."""

import pytest

from tui_reader.domain.models import ParsedFeed
from tui_reader.feeds import parse
from tui_reader.feeds.soup import balance

URL = "https://e.example/f"


def repaired(document: str) -> ParsedFeed:
    feed = parse(document.encode(), URL)
    assert feed.malformed
    return feed


def channel(inside: str) -> ParsedFeed:
    return repaired(f"<rss version='2.0'><channel><title>T</title>{inside}</channel></rss>")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Q&A, AT&T & more", "Q&A, AT&T & more"),
        ("caf&eacute; &hellip; &unknown; &amp; &copy", "café … &unknown; & &copy"),
        ("a \x01\x08b&#1;&#x1b;[31m&#0;c &#xD800;", "a b[31mc"),
        ("1 < 2 and <3", "1 < 2 and <3"),
        ("one <br> two", "one two"),
        ("a <b>bold <i>mix</b></i> here", "a bold mix here"),
        ("&nbsp;&ldquo;x&rdquo;", "“x”"),
        ("&#8217; &#99999999999; x", "’ x"),
        ("a ]]> b", "a ]]> b"),
    ],
)
def test_titles(written: str, title: str) -> None:
    assert channel(f"<item><title>{written}</title><link>https://e.example/1</link></item>").entries[0].title == title
    assert channel(f"<item><title>{written}</title></item><item><title>Next</title></item>").entries[1].title == "Next"


def test_cdata_is_left_alone() -> None:
    feed = channel(
        "<item><title>a & b</title><description><![CDATA[<p>Q&A &nbsp; <br> &foo;</p>]]></description></item>"
    )
    assert feed.entries[0].content == "<p>Q&A &nbsp; <br> &foo;</p>"


@pytest.mark.parametrize(
    "inside",
    [
        "<item><title>One</title><item><title>Two</title>",
        "<item><title>One</item><item><title>Two</item>",
        "<item><title>One</title></item></channel></rss><item><title>Two</title></item>",
        "<item a=1 b='2' b='3' c><title>One</title></item><item/>",
        "<item><title>One</title></wrong></item><item><title>Two</title></item>",
        "<item><title>One</title></item><item><title>Two</title><description><![CDATA[cut",
        "<item><title>One</title></item><item><title>Two</title><description>cut &am",
        "<item><title>One</title></item><item><title>Two</title><link>https://e.exa",
    ],
)
def test_tags_that_do_not_match(inside: str) -> None:
    found = [entry.title for entry in channel(inside).entries]
    assert found[0] == "One"
    assert len(found) == 2


@pytest.mark.parametrize("cut", range(40, 400, 7))
def test_a_truncated_document_keeps_what_came(cut: int) -> None:
    items = "".join(f"<item><title>Item {n}</title><description>Text &amp; more</description></item>" for n in range(9))
    whole = f"<rss version='2.0'><channel><title>Title</title>{items}</channel></rss>"
    feed = parse(whole[:cut].encode(), URL)
    assert feed.malformed
    assert len(feed.entries) in (whole[:cut].count("<item>"), whole[:cut].count("<item>") + 1)
    assert all(entry.title.startswith("Item"[: len(entry.title)]) for entry in feed.entries)


def test_junk_around_the_document() -> None:
    inner = "<rss><channel><title>T</title></channel></rss>"
    for before in ("<br />\n<b>Warning</b>: mysql_connect() in <b>/x.php</b> on line <b>3</b><br />\n", "junk ", "\\n"):
        for declaration in ("", '<?xml version="1.0" encoding="utf-8"?>'):
            assert repaired(before + declaration + inner).title == "T"
    assert repaired(inner + "<!-- 0.3 s --><script>x</script> trailing & junk").title == "T"
    assert repaired(inner + inner).title == "T"


def test_prefixes_that_nobody_declared() -> None:
    feed = channel(
        "<item><dc:creator>Ada</dc:creator><media:thumbnail url='/t.png'/><content:encoded>Text</content:encoded>"
        "<itunes:title>I</itunes:title></item>"
    )
    assert feed.malformed
    entry = feed.entries[0]
    assert (entry.author, entry.image) == ("Ada", "https://e.example/t.png")
    assert (entry.content, entry.title) == ("Text", "I")


def test_namespaces_with_blanks_or_without_address() -> None:
    assert (
        repaired('<rss xmlns:dc=" http://purl.org/dc/elements/1.1/ "><channel><title>&T</title></channel></rss>').title
        == "&T"
    )
    assert repaired('<rss xmlns:x=""><channel><title>T</title></channel></rss>').title == "T"


def test_balance_nests_well() -> None:
    assert balance("<a><b>x</a>y</c><d e='1' e=\"2\" f=g/>") == '<_><a><b>x</b></a>y<d e="1" f="g"/></_>'
