"""What is no feed: the reason for people, and the feeds that a web page names."""

import pickle

import pytest

from tui_reader.feeds import FeedLink, NotAFeed, parse

URL = "https://site.example/news/index.html"


def refusal(data: bytes | str, content_type: str | None = None) -> NotAFeed:
    with pytest.raises(NotAFeed) as caught:
        parse(data.encode() if isinstance(data, str) else data, URL, content_type)
    return caught.value


def test_a_page_gives_its_feeds() -> None:
    found = refusal(
        """<!DOCTYPE html><html><head><title>Page</title>
        <link rel="stylesheet" href="/x.css"><link rel="alternate" hreflang="de" href="/de">
        <link rel="alternate" type="application/rss+xml" title="Comments on Page" href="/comments/feed">
        <LINK REL='alternate' TYPE='application/rss+xml' TITLE='News &amp; views &#27;[31m' HREF='/feed'>
        <link href="atom.xml" type=application/atom+xml rel="alternate home">
        <link rel="feed" href="/plain"><link rel="alternate" type="application/feed+json" href="//cdn.example/f.json">
        <link rel="alternate" type="application/json+oembed" href="/oembed?x">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
        <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
        <script>"<link rel='alternate' type='application/rss+xml' href='/script'>"</script>
        <link rel="alternate" type="application/rss+xml" href="/feed"></head><body>&nbsp; & <p></body></html>"""
    )
    assert found.reason == "this is a web page, not a feed"
    assert found.links == (
        FeedLink("https://site.example/feed", "News & views [31m", "application/rss+xml"),
        FeedLink("https://site.example/news/atom.xml", "", "application/atom+xml"),
        FeedLink("https://site.example/plain"),
        FeedLink("https://cdn.example/f.json", "", "application/feed+json"),
        FeedLink("https://site.example/comments/feed", "Comments on Page", "application/rss+xml"),
    )


def test_the_pages_base_applies() -> None:
    link = '<link rel=alternate type=application/rss+xml href="f.xml">'
    assert (
        refusal(f'<html><head><base href="/base/x">{link}</head></html>').links[0].url
        == "https://site.example/base/f.xml"
    )
    assert refusal(f'<html><base href="https://o.example/">{link}').links[0].url == "https://o.example/f.xml"


def test_well_formed_xhtml_is_a_page_too() -> None:
    page = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        '<link rel="alternate" type="application/atom+xml" href="/a"/></head><body/></html>'
    )
    assert refusal(page).links == (FeedLink("https://site.example/a", "", "application/atom+xml"),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the answer is empty"),
        (b" \n\t", "the answer is empty"),
        (b"\0\0\0", "the answer is empty"),
        (b"%PDF-1.7", "this is a PDF file, not a feed"),
        (b"\x89PNG\r\n", "this is a picture, not a feed"),
        (b"\x1f\x8b\x08", "this is a compressed file, not a feed"),
        (b"Not found", "this is no feed: it is neither XML nor JSON"),
        (b"\xff\xfe\xff", "this is no feed: it is neither XML nor JSON"),
        (b'{"a": 1}', "this is JSON, but no feed"),
        (b"{a: 1}", "this looks like JSON, but cannot be read"),
        (b"<opml><body/></opml>", "this is a list of feeds (OPML), which can be imported"),
        (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "this is a sitemap, not a feed"),
        (b"<note><to>x</to></note>", "this is XML, but no feed"),
        (b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", "this is XML, but no feed"),
        (b"<p>An error occurred</p>", "this is XML, but no feed"),
        (b"<!doctype html><title>x</title>", "this is a web page, not a feed"),
    ],
)
def test_reasons(data: bytes, reason: str) -> None:
    found = refusal(data)
    assert (found.reason, str(found)) == (reason, reason)
    assert not found.links


def test_the_servers_word_helps_with_fragments_of_pages() -> None:
    assert refusal("<p>Sorry & bye", "text/html").reason == "this is a web page, not a feed"


def test_a_page_that_shows_a_feed_is_a_page() -> None:
    page = "<!DOCTYPE html><html><body><pre>&lt;rss&gt;</pre><svg><metadata><rdf:RDF/></metadata></svg></body></html>"
    assert refusal(page).reason == "this is a web page, not a feed"


def test_the_refusal_crosses_processes() -> None:
    found = pickle.loads(pickle.dumps(NotAFeed("why", (FeedLink("https://e/"),))))
    assert (found.reason, found.links) == ("why", (FeedLink("https://e/"),))


def test_many_links_are_cut() -> None:
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/{n}>" for n in range(1000))
    assert len(refusal(f"<html><head>{links}").links) == 50
