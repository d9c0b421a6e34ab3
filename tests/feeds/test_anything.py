"""Whatever the bytes: a feed or a refusal, clean, with guids that differ."""

from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui_reader.domain.models import ParsedFeed
from tui_reader.domain.text import clean_line
from tui_reader.feeds import NotAFeed, parse
from tui_reader.feeds.dates import EARLIEST

DOCUMENTS = (
    b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T\xc3\xa9st &amp; more</title><link>https://e.example/</link>
<skipHours><hour>3</hour></skipHours><ttl>60</ttl><image><url>/i.png</url></image><item>
<title>One &lt;b&gt;x&lt;/b&gt;</title>
<link>https://e.example/1</link><guid isPermaLink="false">1</guid><pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate>
<description><![CDATA[<p>Text</p>]]></description><content:encoded><![CDATA[<p>Longer text</p>]]></content:encoded>
<enclosure url="https://e.example/a.mp3" type="audio/mpeg" length="9"/>
<media:group><media:content url="/a.jpg"/></media:group>
<author>a@b.example (A)</author><category>c</category></item></channel></rss>""",
    b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/">
<title type="html">&lt;i&gt;T&lt;/i&gt;</title><link rel="self" href="f"/><author><name>A</name></author><entry>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x<br/></div></title><id>1</id>
<link href="1"/><updated>2003-12-13T18:30:02Z</updated>
<content type="text/html" mode="escaped">&lt;p&gt;x&lt;/p&gt;</content>
<source><title>S</title></source></entry></feed>""",
    b"""<!DOCTYPE rdf><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel
 rdf:about="https://e/"><title>T&eacute;</title></channel><item rdf:about="1"><title>x</title></item></rdf:RDF>""",
    b"""{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":1,"title":"x","content_text":"a\\n\\nb",
"authors":[{"name":"A"}],"date_published":"2003-12-13T18:30:02Z","attachments":[{"url":"/a","size_in_bytes":1e3}]}]}""",
    b"""<!DOCTYPE html><html><head><base href="/b/"><link rel="alternate" type="application/rss+xml" href="f" title="x">
<script>1<2</script></head><body><!-- c --></body></html>""",
)
PIECES = (
    *(
        b"<",
        b">",
        b"&",
        b"&amp;",
        b"&#0;",
        b"&#x1b;",
        b"&#146;",
        b"&nbsp;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"\0",
        b"\xff",
    ),
    *(
        b"\xed\xa0\x80",
        b"<item>",
        b"</item>",
        b"<entry>",
        b"</title>",
        b"<br>",
        b'"',
        b"'",
        b"\xef\xbb\xbf",
        b"<?xml",
        b"<!DOCTYPE",
    ),
    *(
        b"xmlns:x=''",
        b"<x:y>",
        b"</channel>",
        b"[[",
        b"{",
        b"\\ud800",
        b"1e999",
        b"null",
        b"9" * 30,
        b"\xc2\x85",
        b"http://[",
        b"//",
    ),
)


def check(data: bytes, content_type: str | None = None) -> None:
    refusal: NotAFeed | None = None
    try:
        check_feed(parse(data, "https://e.example/dir/f", content_type))
    except NotAFeed as caught:
        refusal = caught
    if refusal:
        assert refusal.reason == clean_line(refusal.reason) != ""
        assert all(link.url.startswith(("http://", "https://")) for link in refusal.links)


def check_feed(feed: ParsedFeed) -> None:
    assert len({entry.guid for entry in feed.entries}) == len(feed.entries)
    for line in (feed.title, feed.description, feed.author, feed.language):
        assert line == clean_line(line)
    for url in (feed.site_url, feed.self_url, feed.image, feed.icon, feed.hub, feed.next_url):
        assert not url or url.startswith(("http://", "https://"))
    for entry in feed.entries:
        assert entry.guid
        assert len(entry.guid) <= 3000
        for line in (entry.guid, entry.title, entry.author, entry.source, entry.language, *entry.categories):
            assert line == clean_line(line, 3000)
        for url in (entry.url, entry.image, entry.comments, entry.base, *(file.url for file in entry.enclosures)):
            assert not url or url.startswith(("http://", "https://"))
            assert url.isprintable()
        assert entry.published is None or (entry.published >= EARLIEST and entry.published.utcoffset() == timedelta())
        entry.content.encode()
        entry.summary.encode()


@given(st.binary(max_size=400), st.none() | st.text(max_size=40))
@example(
    b"<rss><channel><item><guid>a</guid></item><item><guid>a</guid></item><item><guid>a|2</guid></item></channel></rss>",
    None,
)
def test_any_bytes(data: bytes, content_type: str | None) -> None:
    check(data, content_type)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-32-le", "cp037"]))
def test_any_text_in_a_title_and_a_body(text: str, codec: str) -> None:
    for document in (
        f"<rss><channel><title>{text}</title><item><title>{text}</title><link>{text}</link><description>{text}",
        f"<feed><title type='html'>{text}</title><entry><content><![CDATA[{text}]]></content><id>{text}</id></entry>",
    ):
        check(document.encode(codec, "ignore"))


@settings(max_examples=300)
@given(
    st.sampled_from(DOCUMENTS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES)), max_size=6),
)
def test_damaged_documents(document: bytes, damages: list[tuple[float, int, bytes]]) -> None:
    for place, length, piece in damages:
        start = int(place * len(document))
        document = document[:start] + piece + document[start + length :]
    check(document)


@given(st.sampled_from(DOCUMENTS), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4))
def test_shuffled_documents(document: bytes, moves: list[tuple[float, float]]) -> None:
    for start, end in moves:
        low, high = sorted((int(start * len(document)), int(end * len(document))))
        document = document[low:high] + document[:low] + document[low:high] + document[high:]
        document = document[:20_000]
    check(document)
