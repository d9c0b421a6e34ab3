"""Beside feedparser, on documents of our own: where both read something, they read the same."""

import warnings

import feedparser
import pytest

from tui_reader.feeds import parse

URL = "https://e.example/f"

CHANNEL = "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title>{}</channel></rss>"
FEED = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>{}</feed>"


def oracle(document: str) -> feedparser.FeedParserDict:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return feedparser.parse(document.encode(), response_headers={"content-location": URL}, sanitize_html=False)


DOCUMENTS = [
    CHANNEL.format(
        "<item><title>A</title><link>https://e.example/1</link><pubDate>Tue, 10 Jun 2003 04:00:00 PDT</pubDate></item>"
    ),
    CHANNEL.format(
        "<item><title>A &amp; B</title><guid>https://e.example/g</guid><dc:date>2003-06-10T04:00+02:00</dc:date></item>"
    ),
    CHANNEL.format(
        "<item><title>Ünï</title><dc:creator>Ada</dc:creator><category>x</category><category>y</category></item>" * 3
    ),
    CHANNEL.format(
        "<link>https://e.example/</link><item><title>x</title><pubDate>10 June 2003 4:00 EST</pubDate></item>"
    ),
    FEED.format(
        "<entry><title>A</title><id>1</id><link href='https://e.example/1'/><updated>2003-06-10T04:00:00Z</updated></entry>"
    ),
    FEED.format("<entry><title>A</title><id>tag:1</id><link rel='enclosure' href='https://e.example/1.mp3'/></entry>"),
    FEED.format("<entry><title>A</title><author><name>Ada</name></author><category term='x'/></entry>"),
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_same_as_the_oracle(document: str) -> None:
    ours, theirs = parse(document.encode(), URL), oracle(document)
    assert ours.title == theirs.feed.get("title", "")
    assert ours.site_url == theirs.feed.get("link", "")
    assert len(ours.entries) == len(theirs.entries)
    for mine, other in zip(ours.entries, theirs.entries, strict=True):
        assert mine.title == other.get("title", "")
        assert mine.url == other.get("link", "") or not other.link.startswith("http")
        assert mine.author == other.get("author", "")
        assert mine.categories == tuple(dict.fromkeys(tag.term for tag in other.get("tags", ())))
        moment = other.get("published_parsed") or other.get("updated_parsed")
        assert (mine.published and mine.published.timetuple()[:6]) == (moment and tuple(moment)[:6])
        assert [file.url for file in mine.enclosures] == [file.href for file in other.get("enclosures", ())]
