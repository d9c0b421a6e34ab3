"""Atom 0.3 and 1.0: text constructs, links, bases."""

from datetime import UTC, datetime

import pytest

from tui_reader.domain.models import ParsedEntry, ParsedFeed
from tui_reader.feeds import parse

URL = "https://feeds.example/atom.xml"
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def read(document: str) -> ParsedFeed:
    feed = parse(document.encode(), URL)
    assert not feed.malformed
    return feed


def entry(fields: str, attributes: str = "") -> ParsedEntry:
    return read(f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><entry>{fields}</entry></feed>').entries[0]


def test_a_whole_feed() -> None:
    feed = read(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xmlns:thr="http://purl.org/syndication/thread/1.0">
        <title type="html">Ein &lt;em&gt;Blog&lt;/em&gt;</title><subtitle>Worte &lt;3</subtitle>
        <link href="https://blog.example/"/><link rel="self" href="/atom.xml"/>
        <link rel="next" href="/atom.xml?p=2"/><link rel="hub" href="https://hub.example/"/>
        <author><name>Die Redaktion</name></author><icon>/i.png</icon><logo>/l.png</logo>
        <updated>2003-12-13T18:30:02+01:00</updated><id>urn:feed</id>
        <entry><title>Erster</title><id>urn:1</id>
          <link rel="alternate" type="application/pdf" href="https://blog.example/1.pdf"/>
          <link rel="alternate" type="text/html" href="https://blog.example/1"/>
          <link rel="enclosure" href="https://blog.example/1.ogg" length="7" type="audio/ogg" title="Ton"/>
          <link rel="replies" type="application/atom+xml" href="https://blog.example/1/feed"/>
          <link rel="replies" type="text/html" href="https://blog.example/1#c"/>
          <published>2003-12-01T00:00:00Z</published><updated>2003-12-13T18:30:02.25Z</updated>
          <author><name>Ada</name><email>a@b.example</email></author><author><name>Bert</name></author>
          <category term="t1" label="Tag eins"/><category term="t2"/>
          <content type="html">&lt;p&gt;Text.&lt;/p&gt;</content><summary>Kurz.</summary></entry>
        <entry><title>Zweiter</title><id>urn:2</id><updated>2003-12-14T00:00:00Z</updated>
          <source><title type="text">Anderes Blog</title><author><name>Cleo</name></author></source></entry>
        </feed>"""
    )
    assert (feed.format, feed.title, feed.description) == ("atom10", "Ein Blog", "Worte <3")
    assert (feed.site_url, feed.self_url) == ("https://blog.example/", "https://feeds.example/atom.xml")
    assert (feed.next_url, feed.hub) == ("https://feeds.example/atom.xml?p=2", "https://hub.example/")
    assert (feed.author, feed.language) == ("Die Redaktion", "de")
    assert (feed.icon, feed.image) == ("https://feeds.example/i.png", "https://feeds.example/l.png")
    assert feed.updated == datetime(2003, 12, 13, 17, 30, 2, tzinfo=UTC)
    first, second = feed.entries
    assert (first.guid, first.url) == ("urn:1", "https://blog.example/1")
    assert first.comments == "https://blog.example/1#c"
    assert first.author == "Ada, Bert"
    assert first.categories == ("Tag eins", "t2")
    assert (first.content, first.summary) == ("<p>Text.</p>", "Kurz.")
    assert first.published == datetime(2003, 12, 1, tzinfo=UTC)
    assert first.updated == datetime(2003, 12, 13, 18, 30, 2, 250000, tzinfo=UTC)
    assert first.enclosures[0].title == "Ton"
    assert (second.source, second.author) == ("Anderes Blog", "Cleo")
    assert second.published == second.updated == datetime(2003, 12, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<title>Fish &amp; chips</title>", "Fish & chips"),
        ("<title>The &lt;b&gt; tag, &amp;amp; more</title>", "The <b> tag, &amp; more"),
        ('<title type="text">Less: &lt;b&gt;x&lt;/b&gt;</title>', "Less: <b>x</b>"),
        ('<title type="html">Fish &amp;amp; &lt;i&gt;chips&lt;/i&gt;</title>', "Fish & chips"),
        ('<title type="html">The &amp;lt;b&amp;gt; tag</title>', "The <b> tag"),
        ('<title type="html">a&lt;!-- no --&gt;b&lt;script&gt;x&lt;/script&gt;c</title>', "abc"),
        ('<title type="html">1 &lt; 2</title>', "1 < 2"),
        (f'<title type="xhtml"><div {XHTML}>The <code>&lt;b&gt;</code> tag</div></title>', "The <b> tag"),
        ('<title type="html">&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</title>', "One Two"),
    ],
)
def test_titles_by_their_type(written: str, title: str) -> None:
    assert entry(written).title == title


@pytest.mark.parametrize(
    ("written", "content"),
    [
        ('<content type="text">a &lt;b&gt; c</content>', "a &lt;b&gt; c"),
        ("<content>a &lt; c</content>", "a &lt; c"),
        ("<content>&lt;p&gt;really HTML&lt;/p&gt;</content>", "<p>really HTML</p>"),
        ('<content type="text">One.\n\nTwo\nlines.</content>', "<p>One.</p>\n<p>Two<br>\nlines.</p>"),
        (
            f'<content type="xhtml"><div {XHTML}><p>A &lt;b&gt; <b>c</b></p></div></content>',
            "<p>A &lt;b&gt; <b>c</b></p>",
        ),
        (f'<content type="xhtml"><div {XHTML}>The &lt;b&gt; tag</div></content>', "The &lt;b&gt; tag"),
        (
            '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>x<h:br/>y</h:p></h:div></content>',
            "<p>x<br>y</p>",
        ),
        ('<content type="application/octet-stream">SGVsbG8gPHdvcmxkPg==</content>', "Hello &lt;world&gt;"),
        ('<content type="image/png">iVBORw0KGgo=</content>', ""),
        ('<content type="image/png" src="/x.png"/>', ""),
    ],
)
def test_content_by_its_type(written: str, content: str) -> None:
    assert entry(written).content == content


def test_atom_03() -> None:
    feed = read(
        """<feed version="0.3" xmlns="http://purl.org/atom/ns#">
        <title mode="escaped" type="text/html">&lt;b&gt;Old&lt;/b&gt;</title>
        <tagline>Line</tagline><link rel="alternate" type="text/html" href="https://o.example/"/>
        <modified>2003-12-13T18:30:02Z</modified>
        <entry><title type="text/html" mode="base64">PGI+YjwvYj4=</title><issued>2003-12-13T08:29:29-04:00</issued>
        <modified>2003-12-14</modified><link rel="alternate" href="https://o.example/1"/><id>tag:1</id>
        <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><i>x</i></div></content>
        </entry></feed>"""
    )
    assert (feed.format, feed.title, feed.description) == ("atom03", "Old", "Line")
    assert feed.entries[0].title == "b"
    assert feed.entries[0].content == "<i>x</i>"
    assert feed.entries[0].published == datetime(2003, 12, 13, 12, 29, 29, tzinfo=UTC)
    assert feed.entries[0].updated == datetime(2003, 12, 14, tzinfo=UTC)


def test_bases_add_up() -> None:
    outer = 'xml:base="https://b.example/one/"'
    inner = entry('<link href="x"/><content xml:base="two/" type="html">t</content>', outer)
    assert (inner.url, inner.base) == ("https://b.example/one/x", "https://b.example/one/two/")
    middle = read(
        f'<feed xmlns="http://www.w3.org/2005/Atom" {outer}><link href="./"/><entry xml:base="/deep/"><link href="x"/>'
        "<content>t</content></entry></feed>"
    )
    assert middle.site_url == "https://b.example/one/"
    assert (middle.entries[0].url, middle.entries[0].base) == ("https://b.example/deep/x", "https://b.example/deep/")
    assert entry('<link href="/x"/><content>t</content>').base == "https://feeds.example/x"


def test_a_self_link_or_the_id_stand_in_for_a_missing_link() -> None:
    assert entry('<link rel="self" href="https://a.example/s"/>').url == "https://a.example/s"
    assert entry("<id>https://a.example/id</id>").url == "https://a.example/id"
    assert entry("<id>tag:a.example,2003:1</id>").url == ""


def test_prefixed_default_and_unknown_namespaces() -> None:
    prefixed = read(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>P</a:title><a:entry><a:id>1</a:id></a:entry></a:feed>'
    )
    assert (prefixed.title, len(prefixed.entries)) == ("P", 1)
    unknown = read('<feed xmlns="http://nobody.example/atom"><title>U</title><entry><id>1</id></entry></feed>')
    assert (unknown.title, len(unknown.entries)) == ("U", 1)
    spelled = read('<feed xmlns="HTTPS://www.w3.org/2005/atom/"><title>S</title><entry><id>1</id></entry></feed>')
    assert (spelled.title, len(spelled.entries)) == ("S", 1)


def test_youtube_puts_the_description_in_a_media_group() -> None:
    found = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><title>V</title>'
        '<media:group><media:title>Other</media:title><media:thumbnail url="https://i.example/t.jpg"/>'
        "<media:description>One\n\nTwo</media:description></media:group></entry></feed>"
    ).entries[0]
    assert (found.title, found.content, found.image) == ("V", "<p>One</p>\n<p>Two</p>", "https://i.example/t.jpg")


def test_a_lone_entry_is_a_feed_of_one() -> None:
    feed = read('<entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title><id>1</id></entry>')
    assert [found.title for found in feed.entries] == ["Alone"]
