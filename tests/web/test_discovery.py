"""From the address that somebody pasted to its feeds, on a real server that counts what it is asked."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest

from tui_reader.config import NetworkConfig
from tui_reader.domain.outcomes import Candidate
from tui_reader.web import Client, Discovery, FetchError, FetchProblem, discover
from tui_reader.web.discovery import PROBES, guesses
from tui_reader.web.sites import site_feeds, sites

from ..server import Reply, Server

FEED = b"<rss version='2.0'><channel/></rss>"
WORDS = "<p>" + "plain words of an article " * 60 + "</p>"


@dataclass(frozen=True)
class Parsed:
    size: int


async def parse(body: bytes, url: str, content_type: str | None) -> Parsed | None:
    return Parsed(len(body)) if body.startswith(b"<rss") else None


def page(head: str = "", body: str = "") -> str:
    return f"<!doctype html><html><head><title>Site</title>{head}</head><body>{body}</body></html>"


def link(href: str, title: str = "", type: str = "application/rss+xml") -> str:
    return f'<link rel="alternate" type="{type}" title="{title}" href="{href}">'


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client(NetworkConfig(proxy="none")) as client:
        yield client


async def look(client: Client, server: Server, path: str = "/") -> Discovery[Parsed]:
    return await discover(client, server.url(path), parse)


async def test_a_feeds_own_address(client: Client, server: Server) -> None:
    server.redirect("/old", "/feed.xml", 301)
    server.add("/feed.xml", body=FEED, type="text/plain", etag='"1"')
    found = await look(client, server, "/old")
    assert (found.feed, found.feed_url, found.choices) == (Parsed(len(FEED)), server.url("/old"), ())
    assert found.answer
    assert (found.answer.url, found.answer.etag) == (server.url("/feed.xml"), '"1"')
    assert found.allow_private == server.address
    assert server.paths == ["/old", "/feed.xml"]


async def test_the_one_feed_that_a_page_names(client: Client, server: Server) -> None:
    server.add("/", body=page(link("feeds/all.xml", "News")))
    server.add("/feeds/all.xml", body=FEED)
    found = await look(client, server)
    assert (found.feed, found.feed_url) == (Parsed(len(FEED)), server.url("/feeds/all.xml"))
    assert found.page
    assert found.page.url == server.url("/")
    assert server.paths == ["/", "/feeds/all.xml"]


async def test_several_feeds_are_a_choice_and_only_the_first_is_looked_at(client: Client, server: Server) -> None:
    server.add("/", body=page(link("/broken", "Old") + link("/main", "News") + link("/sport", "Sport")))
    for path in ("/main", "/sport"):
        server.add(path, body=FEED)
    found = await look(client, server)
    assert found.feed is None
    assert [(choice.url, choice.title) for choice in found.choices] == [
        (server.url("/main"), "News"), (server.url("/sport"), "Sport"),
    ]  # fmt: skip
    assert server.paths == ["/", "/broken", "/main"]


async def test_comments_are_no_choice_beside_the_articles(client: Client, server: Server) -> None:
    server.add("/", body=page(link("/comments/feed/", "Site » Comments Feed") + link("/feed/", "Site » Feed")))
    server.add("/feed/", body=FEED)
    server.add("/comments/feed/", body=FEED)
    assert (await look(client, server)).feed_url == server.url("/feed/")
    server.add("/feed/", status=404)
    assert (await look(client, server)).feed_url == server.url("/comments/feed/")


async def test_one_feed_in_two_formats_is_one_feed(client: Client, server: Server) -> None:
    head = link("/rss.xml", "Site (RSS)") + link("/atom.xml", "Site (Atom)", "application/atom+xml")
    server.add("/", body=page(head))
    server.add("/atom.xml", body=FEED)
    assert (await look(client, server)).feed_url == server.url("/atom.xml")


async def test_the_canonical_page_is_asked_once(client: Client, server: Server) -> None:
    server.add("/amp", body=page('<link rel="canonical" href="/">'))
    server.add("/", body=page('<link rel="canonical" href="/third">' + link("/feed", "News")))
    server.add("/feed", body=FEED)
    assert (await look(client, server, "/amp")).feed_url == server.url("/feed")
    assert server.paths == ["/amp", "/", "/feed"]


async def test_links_that_look_like_feeds(client: Client, server: Server) -> None:
    anchors = "<a href='/about'>About</a><a href='/blog/index.xml'>RSS</a><a href='/feedback'>Write to us</a>"
    server.add("/", body=page(body=anchors))
    server.add("/blog/index.xml", body=FEED)
    assert (await look(client, server)).feed_url == server.url("/blog/index.xml")
    assert server.paths == ["/", "/blog/index.xml"]


async def test_at_most_nine_guesses_one_at_a_time(client: Client, server: Server) -> None:
    server.add("/", body=page())
    found = await look(client, server)
    assert (found.feed, found.choices, found.article) == (None, (), False)
    assert server.paths == ["/", *(f"/{probe}" for probe in PROBES)]
    assert len(PROBES) == 9
    assert server.busiest == 1


async def test_a_guess_that_hits_ends_the_guessing(client: Client, server: Server) -> None:
    server.add("/blog", body=page())
    server.add("/atom.xml", body=page())  # a page for everything is no feed
    server.add("/feed.xml", body=FEED)
    assert (await look(client, server, "/blog")).feed_url == server.url("/feed.xml")
    assert server.paths[-1] == "/feed.xml"
    assert server.paths.index("/blog/feed/") < server.paths.index("/feed/")


async def test_guessing_ends_when_the_server_wants_that(client: Client, server: Server) -> None:
    server.add("/", body=page())
    server.add("/feed/", status=429)
    await look(client, server)
    assert server.paths == ["/", "/feed/"]


async def test_an_article_is_told_as_such_and_nothing_else_is_asked(client: Client, server: Server) -> None:
    head = '<meta property="og:type" content="article">' + link("/feed", "News")
    server.add("/2026/a-story", body=page(head, WORDS))
    found = await look(client, server, "/2026/a-story")
    assert found.article
    assert found.choices == (Candidate(server.url("/feed"), "News", "named by the page"),)
    assert (found.feed, server.paths) == (None, ["/2026/a-story"])
    assert found.page


async def test_an_address_that_cannot_be_fetched(client: Client, server: Server) -> None:
    server.add("/gone", status=410)
    with pytest.raises(FetchError, match=r"gone for good \(410\)"):
        await look(client, server, "/gone")
    with pytest.raises(FetchError) as caught:
        await discover(client, "file:///etc/passwd", parse)
    assert caught.value.kind is FetchProblem.ADDRESS


async def test_a_page_cannot_send_the_search_into_the_network(client: Client, server: Server) -> None:
    with Server() as canary:
        server.add("/", body=page(link(canary.url("/feed"), "x") + f'<link rel="canonical" href="{canary.url("/")}">'))
        await look(client, server)
        assert canary.connections == 0


async def test_a_known_site_needs_no_search(client: Client, server: Server) -> None:
    """By the path alone: an account of a network of many hosts."""
    server.add("/@someone", status=403)
    server.add("/@someone.rss", body=FEED)
    found = await look(client, server, "/@someone")
    assert found.feed_url == server.url("/@someone.rss")
    assert server.paths == ["/@someone", "/@someone.rss"]


async def test_the_search_goes_on_where_a_known_place_is_empty(client: Client, server: Server) -> None:
    server.add("/@someone", body=page(link("/real", "x")))
    server.script("/real", Reply(body=FEED))
    assert (await look(client, server, "/@someone")).feed_url == server.url("/real")


CHANNEL = "UC" + "x" * 22
VIDEOS = "https://www.youtube.com/feeds/videos.xml"


def github(project: str) -> list[str]:
    return [f"https://github.com/{project}/{what}.atom" for what in ("releases", "tags", "commits")]


@pytest.mark.parametrize(
    ("url", "feeds"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}/videos", [f"{VIDEOS}?channel_id={CHANNEL}"]),
        ("https://youtube.com/playlist?list=PLabc-1", [f"{VIDEOS}?playlist_id=PLabc-1"]),
        ("https://www.youtube.com/user/someone", [f"{VIDEOS}?user=someone"]),
        ("https://old.reddit.com/r/linux+unix/", ["https://www.reddit.com/r/linux+unix/.rss"]),
        ("https://www.reddit.com/r/linux/top/?t=week", ["https://www.reddit.com/r/linux/top/.rss?t=week"]),
        ("https://www.reddit.com/r/linux/new", ["https://www.reddit.com/r/linux/new/.rss"]),
        ("https://www.reddit.com/r/linux/comments/ab1/a_title/",
         ["https://www.reddit.com/r/linux/comments/ab1/.rss", "https://www.reddit.com/r/linux/.rss"]),
        ("https://www.reddit.com/u/someone", ["https://www.reddit.com/user/someone/.rss"]),
        ("https://github.com/some-one/pro.ject", github("some-one/pro.ject")),
        ("https://github.com/one/project.git", github("one/project")),
        ("https://github.com/one/project/issues/7", github("one/project")),
        ("https://github.com/one/project/releases", ["https://github.com/one/project/releases.atom"]),
        ("https://github.com/one/project/commits/main/", ["https://github.com/one/project/commits/main.atom"]),
        ("https://github.com/someone", ["https://github.com/someone.atom"]),
        ("https://github.com/features", []),
        ("https://github.com/topics/rss", []),
        ("https://gitlab.com/group/sub/project/-/tree/main",
         ["https://gitlab.com/group/sub/project/-/releases.atom", "https://gitlab.com/group/sub/project/-/tags?format=atom",
          "https://gitlab.com/group/sub/project.atom"]),
        ("https://codeberg.org/one/project/releases",
         [f"https://codeberg.org/one/project{what}.rss" for what in ("/releases", "/tags", "")]),
        ("https://codeberg.org/someone", ["https://codeberg.org/someone.rss"]),
        ("https://git.sr.ht/~one/project", ["https://git.sr.ht/~one/project/refs/rss.xml", "https://git.sr.ht/~one/project/log/rss.xml"]),
        ("https://mastodon.example/@someone", ["https://mastodon.example/@someone.rss"]),
        ("https://mastodon.example/@someone/1234", []),
        ("https://mastodon.social/tags/news", ["https://mastodon.social/tags/news.rss"]),
        ("https://bsky.app/profile/someone.example", ["https://bsky.app/profile/someone.example/rss"]),
        ("https://letters.substack.com/p/a-post", ["https://letters.substack.com/feed"]),
        ("https://substack.com/@letters", ["https://letters.substack.com/feed"]),
        ("https://medium.com/@someone/a-post-1a2b", ["https://medium.com/feed/@someone"]),
        ("https://medium.com/tag/rss", ["https://medium.com/feed/tag/rss"]),
        ("https://someone.medium.com/", ["https://someone.medium.com/feed"]),
        ("https://someone.tumblr.com/tagged/sea", ["https://someone.tumblr.com/tagged/sea/rss"]),
        ("https://www.tumblr.com/someone/123/x", ["https://someone.tumblr.com/rss"]),
        ("https://someone.wordpress.com/category/sea/", ["https://someone.wordpress.com/category/sea/feed/", "https://someone.wordpress.com/feed/"]),
        ("https://someone.wordpress.com/", ["https://someone.wordpress.com/feed/"]),
        ("https://someone.blogspot.co.uk/search/label/sea",
         ["https://someone.blogspot.co.uk/feeds/posts/default/-/sea", "https://someone.blogspot.co.uk/feeds/posts/default"]),
        ("https://someone.blogspot.com/", ["https://someone.blogspot.com/feeds/posts/default"]),
        ("https://news.ycombinator.com/", ["https://news.ycombinator.com/rss"]),
        ("https://news.ycombinator.com/newest", ["https://hnrss.org/newest", "https://news.ycombinator.com/rss"]),
        ("https://news.ycombinator.com/user?id=someone", ["https://hnrss.org/user?id=someone"]),
        ("https://lobste.rs/t/python", ["https://lobste.rs/t/python.rss"]),
        ("https://lemmy.example/c/news", ["https://lemmy.example/feeds/c/news.xml?sort=New"]),
        ("https://stackoverflow.com/questions/tagged/python", ["https://stackoverflow.com/feeds/tag/python"]),
        ("https://unix.stackexchange.com/questions/12/how", ["https://unix.stackexchange.com/feeds/question/12", "https://unix.stackexchange.com/feeds"]),
        ("https://dev.to/t/rss", ["https://dev.to/feed/tag/rss"]),
        ("https://arxiv.org/list/cs.CL/recent", ["https://rss.arxiv.org/rss/cs.CL"]),
        ("https://pypi.org/project/lxml/", ["https://pypi.org/rss/project/lxml/releases.xml"]),
        ("https://crates.io/crates/serde", ["https://static.crates.io/rss/crates/serde.xml"]),
        ("https://store.steampowered.com/app/70/x/", ["https://store.steampowered.com/feeds/news/app/70/"]),
        ("https://example.com/", []),
        ("nonsense", []),
    ],
)  # fmt: skip
def test_known_sites(url: str, feeds: list[str]) -> None:
    assert [candidate.url for candidate in site_feeds(url)] == feeds


def test_sites_that_show_their_feed_only_in_their_pages() -> None:
    source = b'..."externalId":"' + CHANNEL.encode() + b'"...'
    feeds = site_feeds("https://www.youtube.com/@someone", source)
    assert [feed.url for feed in feeds] == [f"{VIDEOS}?channel_id={CHANNEL}"]
    assert site_feeds("https://www.youtube.com/@someone") == ()
    podcast = b'{"feedUrl":"https:\\/\\/feeds.example\\/cast?a=1\\u0026b=2"}'
    assert (
        site_feeds("https://podcasts.apple.com/us/podcast/x/id123", podcast)[0].url
        == "https://feeds.example/cast?a=1&b=2"
    )
    assert site_feeds("https://podcasts.apple.com/us/podcast/x/id123", b'"feedUrl":"https://"') == ()


def test_every_row_of_the_table_is_whole() -> None:
    for site in sites():
        groups = set(site.match.groupindex) | set(site.page.groupindex if site.page else ()) | {"scheme"}
        assert site.feeds
        for template, what in site.feeds:
            filled = (template + what).format_map(dict.fromkeys(groups, "x"))
            assert "{" not in filled


def test_where_guesses_lead() -> None:
    assert guesses("https://a.example/")[0] == "https://a.example/feed/"
    assert (
        guesses("https://a.example/2026/01/story.html")
        == guesses("https://a.example/index.php")
        == guesses("https://a.example/")
    )
    assert guesses("https://a.example/blog/?page=2")[:3] == (
        "https://a.example/blog/feed/", "https://a.example/feed/", "https://a.example/blog/atom.xml",
    )  # fmt: skip
    assert len(guesses("https://a.example/blog")) == 9
