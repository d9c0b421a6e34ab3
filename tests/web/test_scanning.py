"""What is read off a web page: its feeds, its own address, whether it is an article."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.outcomes import Candidate
from tui_reader.domain.text import clean_line
from tui_reader.web import PageLinks, scan_page
from tui_reader.web.address import parse

URL = "https://news.example/section/page"
RSS = 'rel="alternate" type="application/rss+xml"'


def scan(head: str = "", body: str = "", url: str = URL) -> PageLinks:
    return scan_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), url)


def feeds(head: str) -> list[str]:
    return [feed.url for feed in scan(head).feeds]


def test_the_kinds_of_links_that_name_a_feed() -> None:
    types = [
        "application/rss+xml",
        "application/atom+xml; charset=utf-8",
        "APPLICATION/RDF+XML",
        "application/feed+json",
        "text/xml",
    ]
    for type in types:
        assert feeds(f'<LINK REL="Alternate home" TYPE="{type}" HREF="/feed">') == ["https://news.example/feed"], type
    assert feeds('<link rel="feed" href="/feed">') == ["https://news.example/feed"]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="alternate" type="application/json+oembed" href="/oembed?url=x">',
        '<link rel="alternate" type="application/json" href="https://news.example/wp-json/wp/v2/posts">',
        '<link rel="alternate" hreflang="de" href="/de">',
        '<link rel="alternate stylesheet" type="text/xml" href="/x">',
        '<link rel="search" type="application/opensearchdescription+xml" href="/search">',
        '<link rel="alternate" type="application/rss+xml" href="">',
        '<link rel="alternate" type="application/rss+xml">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<!-- <link rel="alternate" type="application/rss+xml" href="/feed"> -->',
        '<script>"<link rel=alternate type=application/rss+xml href=/feed>"</script>',
    ],
)
def test_what_names_none(head: str) -> None:
    assert feeds(head) == []


def test_addresses_are_resolved_against_the_base() -> None:
    assert feeds(f'<base href="//cdn.example/x/"><link {RSS} href="feed">') == ["https://cdn.example/x/feed"]
    assert feeds(f'<link {RSS} href="../feed">') == ["https://news.example/feed"]
    assert feeds(f'<base href="javascript:x"><link {RSS} href="feed">') == ["https://news.example/section/feed"]


def test_titles_are_clean_and_in_their_language() -> None:
    page = f'<html><head><link {RSS} title="Nachrichten für &#27;]0;x alle" href="/feed"></head></html>'
    wanted = Candidate("https://news.example/feed", "Nachrichten für ]0;x alle", "named by the page")
    assert scan_page(page.encode(), URL).feeds == (wanted,)
    assert scan_page(page.encode("cp1252"), URL).feeds == (wanted,)
    assert scan_page(page.encode("utf-16-le"), URL, "text/html; charset=utf-16-le").feeds == (wanted,)
    assert scan_page(page.encode("cp1252"), URL, "text/html; charset=zlib_codec").feeds == (wanted,)


def test_twins_and_comments() -> None:
    links = scan(
        f'<link {RSS} title="Site RSS" href="/rss">'
        '<link rel=alternate type="application/atom+xml" title="Site Atom" href="/atom">'
        f'<link {RSS} title="Site » Comments" href="/c"><link {RSS} title="Sport" href="/sport">'
        f'<link {RSS} title="" href="/rss">'
    )
    assert [feed.url.rpartition("/")[2] for feed in links.feeds] == ["atom", "sport"]
    assert [feed.url.rpartition("/")[2] for feed in links.comments] == ["c"]


@pytest.mark.parametrize(
    "href",
    ["/feed", "/feed/", "/rss", "/news.rss", "/atom.xml", "/index.xml", "/blog/feed.json", "/?feed=rss2",
     "/feeds/posts/default",
     "https://feeds.example/news", "/rss.php", "/index.rdf"],
)  # fmt: skip
def test_anchors_that_look_like_feeds(href: str) -> None:
    assert [feed.title for feed in scan(body=f"<a href='{href}'>Our <b>feed</b></a>").anchors] == ["Our feed"]


@pytest.mark.parametrize(
    "href",
    ["/feedback", "/rss-explained", "/newsfeed-policy", "/sitemap.xml", "/about", "mailto:a@b.example", "/atomic"],
)
def test_anchors_that_do_not(href: str) -> None:
    assert scan(body=f"<a href='{href}'>x</a>").anchors == ()


def test_the_canonical_address() -> None:
    assert scan('<link rel="Canonical" href="/other">').canonical == "https://news.example/other"
    assert scan(f'<link rel="canonical" href="{URL}">').canonical == ""
    assert scan('<link rel="canonical" href="ftp://x">').canonical == ""


TEXT = "<p>" + "word " * 300 + "</p>"


@pytest.mark.parametrize(
    ("head", "body", "path", "article"),
    [
        ('<meta property="og:type" content="article">', TEXT, "/2026/story", True),
        ('<meta property="og:type" content="article">', TEXT, "/", False),
        ('<meta property="og:type" content="article">', "<p>short</p>", "/2026/story", False),
        ('<meta property="og:type" content="website">', TEXT, "/a-very-long-story", False),
        ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', TEXT, "/story", True),
        ('<script type="application/ld+json">{"@type": ["BlogPosting"]}</script>', TEXT, "/story", True),
        (
            '<script type="application/ld+json">' + '{"@type": "NewsArticle"},' * 9 + "</script>",
            TEXT,
            "/section",
            False,
        ),
        ("", TEXT, "/the-council-approves-the-line", True),
        ("", TEXT, "/2026/03/story", True),
        ("", TEXT, "/blog", False),
    ],
)
def test_articles_are_told_from_sections(head: str, body: str, path: str, article: bool) -> None:
    assert scan(head, body, f"https://news.example{path}").article is article


@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_anything_may_be_scanned(body: bytes) -> None:
    scan_page(body, URL)


PIECES = st.lists(
    st.sampled_from(["<link ", RSS, "href='", "/feed", "'>", "<base href=//[", "<a href=", "<title>", "\x00",
                     "\x1b]0;x\x07", "&#27;",
                     "<!--", "-->", "<script>", "</", "é", "<p>", "http://x", "<meta charset=rot13>"]),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES)
def test_what_comes_off_a_page_is_clean(page: str) -> None:
    links = scan_page(page.encode(), URL)
    assert clean_line(links.title) == links.title
    for feed in (*links.feeds, *links.anchors, *links.comments):
        assert parse(feed.url).url == feed.url
        assert clean_line(feed.title) == feed.title


@pytest.mark.parametrize(
    "page",
    [b"<div>" * 100_000, b"<!--" * 50_000, b"<a " + b"x=1 " * 200_000 + b">", b"<link rel=alternate " * 40_000,
     b"<p>x" * 100_000,
     b"</" * 500_000],
    ids=["deep", "comments", "attributes", "links", "paragraphs", "ends"],
)  # fmt: skip
def test_hostile_pages_take_no_long_time(page: bytes) -> None:
    begun = time.process_time()
    scan_page(page, URL)
    assert time.process_time() - begun < 5
