"""RSS 0.90 to 2.0 and RDF: what each field becomes."""

from datetime import UTC, datetime

import pytest

from tui_reader.domain.models import Enclosure, ParsedEntry, ParsedFeed
from tui_reader.feeds import parse

URL = "https://wire.example/feeds/news.xml"

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel>
  <title>Small Wire &amp;amp; Co</title>
  <link>https://wire.example/</link>
  <description>News &lt;i&gt;from&lt;/i&gt; the coast</description>
  <language>en-GB</language>
  <managingEditor>desk@wire.example (The Desk)</managingEditor>
  <lastBuildDate>Tue, 10 Jun 2003 09:41:01 GMT</lastBuildDate>
  <ttl>45</ttl>
  <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
  <skipHours><hour>0</hour><hour>24</hour><hour>7</hour></skipHours>
  <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
  <image><url>/logo.png</url><title>Not the title</title><link>https://other.example/</link></image>
  <textInput><title>Search</title><link>https://wire.example/search</link></textInput>
  <atom:link rel="self" href="https://wire.example/feeds/news.xml"/>
  <atom:link rel="hub" href="https://hub.example/"/>
  <atom:link rel="next" href="news.xml?page=2"/>
  <item>
    <title>Council &lt;b&gt;approves&lt;/b&gt; the line &amp;#8211; at last</title>
    <link>https://wire.example/council</link>
    <guid isPermaLink="false">wire-1</guid>
    <pubDate>Mon, 09 Jun 2003 18:30:00 +0200</pubDate>
    <dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator>
    <category>Towns</category><category domain="x">Harbour</category><category>Towns</category>
    <description>A teaser.</description>
    <content:encoded><![CDATA[<p>The council approved the line on Monday.</p>]]></content:encoded>
    <comments>https://wire.example/council#comments</comments>
    <source url="https://agency.example/feed">Example Agency</source>
    <enclosure url="https://wire.example/a.mp3" length="1234" type="audio/mpeg"/>
    <media:content url="https://wire.example/a.jpg" medium="image" width="800"/>
    <media:thumbnail url="https://wire.example/small.jpg"/>
  </item>
  <item>
    <guid>https://wire.example/permanent</guid>
    <description>Only this.</description>
  </item>
</channel></rss>"""


def read(document: str, url: str = URL) -> ParsedFeed:
    return parse(document.encode(), url)


def item(fields: str, declarations: str = "") -> ParsedEntry:
    feed = read(f'<rss version="2.0" {declarations}><channel><title>T</title><item>{fields}</item></channel></rss>')
    assert not feed.malformed
    return feed.entries[0]


def test_everything_a_channel_says() -> None:
    feed = read(NEWS)
    assert not feed.malformed
    assert feed.format == "rss20"
    assert feed.title == "Small Wire & Co"
    assert feed.site_url == "https://wire.example/"
    assert feed.description == "News from the coast"
    assert feed.language == "en-GB"
    assert feed.author == "The Desk"
    assert feed.image == "https://wire.example/logo.png"
    assert (feed.self_url, feed.hub) == ("https://wire.example/feeds/news.xml", "https://hub.example/")
    assert feed.next_url == "https://wire.example/feeds/news.xml?page=2"
    assert feed.updated == datetime(2003, 6, 10, 9, 41, 1, tzinfo=UTC)
    assert (feed.ttl_minutes, feed.update_minutes) == (45, 360)
    assert feed.skip_hours == {0, 7}
    assert feed.skip_days == {5, 6}


def test_everything_an_item_says() -> None:
    first, second = read(NEWS).entries
    assert first.title == "Council approves the line – at last"
    assert first.url == first.link == "https://wire.example/council"
    assert first.guid == "wire-1"
    assert first.guid_alt == "/council"
    assert first.published == datetime(2003, 6, 9, 16, 30, tzinfo=UTC)
    assert first.author == "A. Writer, B. Writer"
    assert first.categories == ("Towns", "Harbour")
    assert first.content == "<p>The council approved the line on Monday.</p>"
    assert first.summary == "A teaser."
    assert first.comments == "https://wire.example/council#comments"
    assert first.source == "Example Agency"
    assert first.enclosures == (Enclosure("https://wire.example/a.mp3", "audio/mpeg", 1234),)
    assert first.image == "https://wire.example/a.jpg"
    assert second.url == second.guid == "https://wire.example/permanent"
    assert (second.title, second.content, second.published) == ("", "Only this.", None)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Tom &amp;amp; Jerry", "Tom & Jerry"),
        ("AT&amp;T, R&amp;D", "AT&T, R&D"),
        ("<![CDATA[Tom &amp; Jerry]]>", "Tom & Jerry"),
        ("&lt;b&gt;bold&lt;/b&gt; move", "bold move"),
        ("What &lt;b&gt; means", "What <b> means"),
        ("A &amp;lt;b&amp;gt; tag", "A <b> tag"),
        ("one&lt;br&gt;two", "one two"),
        ("&lt;p&gt;Opened, never closed", "Opened, never closed"),
        ("3 &lt; 5 &gt; 4", "3 < 5 > 4"),
        ("x &lt;foo@bar.example&gt;", "x <foo@bar.example>"),
        ("vector&lt;int&gt; explained", "vector<int> explained"),
        ("don&#146;t", "don’t"),
        ("don&amp;#8217;t", "don’t"),
        ("a <em>nested</em> element", "a nested element"),
        ("  two\n  lines ", "two lines"),
        ("Re: [/foo] &#27;".replace("&#27;", ""), "Re: [/foo]"),
        ("100&amp;nbsp;km &amp;copy 2020", "100 km &copy 2020"),
    ],
)
def test_titles_are_text_or_html_whatever_they_look_like(written: str, title: str) -> None:
    assert item(f"<title>{written}</title>").title == title


def test_the_fuller_text_is_the_content() -> None:
    declared = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    short_encoded = item(
        "<description>A long description, all of it.</description><content:encoded>Short.</content:encoded>", declared
    )
    assert (short_encoded.content, short_encoded.summary) == ("A long description, all of it.", "Short.")
    same = item("<description>Same.</description><content:encoded>Same.</content:encoded>", declared)
    assert (same.content, same.summary) == ("Same.", "")
    blank = item("<description>Text.</description><content:encoded> \n </content:encoded>", declared)
    assert (blank.content, blank.summary) == ("Text.", "")


def test_unescaped_markup_in_a_description() -> None:
    entry = item("<description>Fish &amp; <b>chips</b> &lt;here&gt;<br/></description>")
    assert entry.content == "Fish &amp; <b>chips</b> &lt;here&gt;<br>"


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("desk@wire.example (Ada Writer)", "Ada Writer"),
        ("Ada Writer &lt;desk@wire.example&gt;", "Ada Writer"),
        ("Ada Writer", "Ada Writer"),
        ("desk@wire.example", "desk@wire.example"),
        ("<name>Ada</name><email>a@b.example</email>", "Ada"),
    ],
)
def test_authors(written: str, author: str) -> None:
    assert item(f"<author>{written}</author>").author == author


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("<link>relative/path</link>", "https://wire.example/feeds/relative/path"),
        ("<link>  https://a.example/x y  </link>", "https://a.example/x%20y"),
        ("<link/><guid>https://a.example/g</guid>", "https://a.example/g"),
        ("<link/><guid isPermaLink='false'>https://a.example/g</guid>", ""),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>file:///etc/passwd</link>", ""),
        ("<link href='https://a.example/h'/>", "https://a.example/h"),
        ("<link>//a.example/p</link>", "https://a.example/p"),
        ("<link>https://[bad/</link>", ""),
        ("<LINK>https://a.example/up</LINK>", "https://a.example/up"),
    ],
)
def test_addresses(fields: str, url: str) -> None:
    assert item(fields).url == url


def test_podcast_and_media_fields() -> None:
    entry = item(
        "<itunes:title>T</itunes:title><itunes:summary>First.\n\nSecond &lt;3.</itunes:summary>"
        "<itunes:author>Host</itunes:author><itunes:image href='/cover.jpg'/>"
        "<itunes:category text='Tech'><itunes:category text='Gadgets'/></itunes:category>"
        "<media:group><media:content url='/v.mp4' type='video/mp4' fileSize='9'/><media:content url='/v.mp4'/>"
        "<media:description>Of the film</media:description></media:group>",
        'xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss"',
    )
    assert entry.title == "T"
    assert entry.content == "<p>First.</p>\n<p>Second &lt;3.</p>"
    assert entry.author == "Host"
    assert entry.image == "https://wire.example/cover.jpg"
    assert entry.categories == ("Tech", "Gadgets")
    assert entry.enclosures == (Enclosure("https://wire.example/v.mp4", "video/mp4", 9),)


def test_one_kind_of_author_is_enough() -> None:
    entry = item(
        "<dc:creator>Ada</dc:creator><dc:creator>Bert</dc:creator><itunes:author>The Studio</itunes:author>",
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    )
    assert entry.author == "Ada, Bert"


def test_what_relative_links_in_a_body_are_relative_to() -> None:
    def base(link: str, site: str = "<link>https://site.example/</link>") -> str:
        return (
            read(f"<rss><channel>{site}<item><link>{link}</link><description>x</description></item></channel></rss>")
            .entries[0]
            .base
        )

    assert base("https://site.example/2020/a/") == "https://site.example/2020/a/"
    assert base("https://elsewhere.example/a") == "https://site.example/"
    assert base("https://elsewhere.example/a", "") == "https://elsewhere.example/a"
    assert base("", "") == URL


def test_pictures_are_no_enclosures() -> None:
    declared = 'xmlns:media="http://search.yahoo.com/mrss/"'
    entry = item(
        "<media:content url='https://e.example/i?id=1' width='800'/><image><url>/other.png</url></image>", declared
    )
    assert (entry.image, entry.enclosures) == ("https://e.example/i?id=1", ())
    assert item("<image>https://e.example/i.png</image>").image == "https://e.example/i.png"
    film = item("<media:content url='https://e.example/f' width='800' duration='60'/>", declared)
    assert (film.image, film.enclosures) == ("", (Enclosure("https://e.example/f"),))


def test_rdf() -> None:
    feed = read(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link>
        <items><rdf:Seq><rdf:li rdf:resource="https://r.example/1"/></rdf:Seq></items></channel>
        <image><url>/r.png</url></image>
        <item rdf:about="https://r.example/id/1"><title>One</title><link>https://r.example/1</link>
        <dc:date>2003-12-13T18:30:02Z</dc:date><dc:subject>S</dc:subject></item>
        <item rdf:about="https://r.example/id/2"><title>Two</title></item></rdf:RDF>"""
    )
    assert (feed.format, feed.title, len(feed.entries)) == ("rdf", "R", 2)
    assert feed.image == "https://r.example/r.png"
    assert feed.entries[0].guid == "https://r.example/id/1"
    assert feed.entries[0].url == "https://r.example/1"
    assert feed.entries[0].published == datetime(2003, 12, 13, 18, 30, 2, tzinfo=UTC)
    assert feed.entries[1].url == "https://r.example/id/2"


def test_old_rss_with_its_document_type() -> None:
    feed = read(
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        '"http://my.netscape.com/publish/formats/rss-0.91.dtd">'
        '<rss version="0.91"><channel><title>Caf&eacute;</title>'
        "<item><title>&laquo;Un&raquo;</title></item></channel></rss>"
    )
    assert (feed.format, feed.title, feed.entries[0].title) == ("rss091", "Café", "«Un»")


def test_of_too_many_items_the_newest_are_kept() -> None:
    def feed(years: list[int]) -> ParsedFeed:
        items = "".join(f"<item><guid>{y}</guid><pubDate>1 Jan {y} 00:00 GMT</pubDate></item>" for y in years)
        return parse(f"<rss><channel>{items}</channel></rss>".encode(), URL, max_items=2)

    assert [entry.guid for entry in feed([2003, 2002, 2001]).entries] == ["2003", "2002"]
    assert [entry.guid for entry in feed([2001, 2002, 2003]).entries] == ["2002", "2003"]


def test_a_lifted_section_reads_as_if_it_had_stayed() -> None:
    body = "<p>" + "long enough to be lifted, ünd so on. " * 20 + "]] &amp; ></p>"
    for around in ("", "\n   "):
        entry = item(f"<description>{around}<![CDATA[{body}]]>{around}</description>")
        assert entry.content == body
        assert not entry.summary
    mixed = item(f"<description>before <![CDATA[{body}]]> after</description>")
    assert mixed.content == f"before {body} after"
    inside = item(f"<description><div><summary><![CDATA[{body}]]></summary></div></description>")
    assert "&lt;p&gt;long enough" in inside.content
