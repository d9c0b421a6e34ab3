"""JSON Feed and RSS in JSON: fields, and values of the wrong type."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tui_reader.domain.models import Enclosure, ParsedEntry
from tui_reader.feeds import NotAFeed, parse

URL = "https://j.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"


def entry(item: dict[str, Any], **feed: Any) -> ParsedEntry:
    document = {"version": VERSION, "title": "J", "items": [item], **feed}
    return parse(json.dumps(document).encode(), URL).entries[0]


def test_a_whole_feed() -> None:
    feed = parse(
        json.dumps(
            {
                "version": VERSION,
                "title": "  J\nFeed ",
                "home_page_url": "https://j.example/",
                "feed_url": URL,
                "description": "About <b>",
                "icon": "/icon.png",
                "favicon": "/favicon.ico",
                "next_url": "?page=2",
                "language": "en_US",
                "authors": [{"name": "Ada"}, {"name": "Bert"}],
                "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
                "items": [
                    {
                        "id": 17,
                        "url": "https://j.example/17",
                        "title": "The <b> tag &amp; more",
                        "content_html": "<p>x</p>",
                        "summary": "1 < 2",
                        "date_published": "2020-02-03T04:05:06+01:00",
                        "date_modified": "2020-02-04T00:00:00Z",
                        "author": {"name": "Cleo"},
                        "tags": ["a", "b", "a", 3, None],
                        "image": "https://j.example/i.png",
                        "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12.0}],
                    },
                    {"id": "2", "content_text": "One\n\nTwo <3"},
                ],
            }
        ).encode(),
        URL,
    )
    assert (feed.format, feed.title, feed.language) == ("json11", "J Feed", "en-US")
    assert (feed.site_url, feed.self_url) == ("https://j.example/", URL)
    assert (feed.next_url, feed.hub) == ("https://j.example/feed.json?page=2", "https://hub.example/")
    assert (feed.image, feed.icon) == ("https://j.example/icon.png", "https://j.example/favicon.ico")
    first, second = feed.entries
    assert (first.guid, first.title, first.author) == ("17", "The <b> tag &amp; more", "Cleo")
    assert (first.content, first.summary) == ("<p>x</p>", "1 &lt; 2")
    assert first.published == datetime(2020, 2, 3, 3, 5, 6, tzinfo=UTC)
    assert first.updated == datetime(2020, 2, 4, tzinfo=UTC)
    assert first.categories == ("a", "b", "3")
    assert first.enclosures == (Enclosure("https://j.example/a.mp3", "audio/mpeg", 12),)
    assert (second.content, second.author) == ("<p>One</p>\n<p>Two &lt;3</p>", "Ada, Bert")


def test_version_one() -> None:
    feed = parse(
        b'{"version":"https://jsonfeed.org/version/1","title":"t","items":[{"id":"1","author":{"name":"n"}}]}', URL
    )
    assert (feed.format, feed.entries[0].author) == ("json10", "n")


@pytest.mark.parametrize("wrong", [None, 7, 1e999, True, "text", [], {}, [[]], [{}], {"name": 3}, [None, 1, "x"]])
@pytest.mark.parametrize(
    "field",
    [
        *("id", "url", "title", "content_html", "content_text", "summary", "date_published", "author", "authors"),
        *("tags", "attachments", "image", "language", "external_url"),
    ],
)
def test_a_value_of_the_wrong_type_counts_as_missing(field: str, wrong: Any) -> None:
    assert entry({"id": "1", "url": "https://j.example/1", field: wrong}).guid


@pytest.mark.parametrize("wrong", [None, 7, "text", [], {}, [3]])
@pytest.mark.parametrize("field", ["home_page_url", "hubs", "authors", "author", "icon", "language", "description"])
def test_and_so_in_the_feed(field: str, wrong: Any) -> None:
    assert entry({"id": "1"}, **{field: wrong}).guid == "1"


def test_rss_in_json() -> None:
    document = {
        "rss": {
            "version": "2.0",
            "channel": {
                "title": "R &amp; J",
                "link": "https://r.example/",
                "ttl": "30",
                "pubDate": "Mon, 09 Jun 2003 18:30:00 GMT",
                "item": [
                    {
                        "title": "One",
                        "link": "https://r.example/1",
                        "guid": {"#value": "g1", "isPermaLink": "false"},
                        "description": "<p>x</p>",
                        "pubDate": "Mon, 09 Jun 2003 18:30:00 GMT",
                        "category": ["a", {"#value": "b"}],
                        "enclosure": {"url": "/e.mp3", "type": "audio/mpeg"},
                    }
                ],
            },
        }
    }
    feed = parse(json.dumps(document).encode(), URL)
    assert (feed.format, feed.title, feed.ttl_minutes) == ("rssjson", "R & J", 30)
    assert (feed.entries[0].guid, feed.entries[0].categories) == ("g1", ("a", "b"))
    assert feed.entries[0].enclosures[0].url == "https://r.example/e.mp3"


@pytest.mark.parametrize("form", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings(form: str) -> None:
    text = '{"version":"https://jsonfeed.org/version/1","title":"Zürich 猫","items":[]}'
    assert parse(text.encode(form), URL).title == "Zürich 猫"


@pytest.mark.parametrize(
    "document",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"version":"https://jsonfeed.org/version/1","items":' + "[" * 50_000,
        "[]",
        "{}",
        '{"items": []}',
        '{"version": "https://jsonfeed.org/version/1"}',
        '{"version": 1, "title": "t"}',
        "{nonsense",
        '{"rss": {"channel": []}}',
    ],
)
def test_json_that_is_no_feed(document: str) -> None:
    with pytest.raises(NotAFeed):
        parse(document.encode(), URL)


def test_surrogates_and_numbers_too_long_to_be_one() -> None:
    feed = parse(
        b'{"version":"https://jsonfeed.org/version/1","title":"a\\ud800b","items":[{"id":' + b"9" * 9000 + b","
        b'"title":"\\udfff","content_html":"x\\ud800","url":"https://j.example/\\ud800"}]}',
        URL,
    )
    assert feed.title == "a\ufffdb"
    assert feed.entries[0].content == "x\ufffd"
    assert feed.entries[0].guid.startswith("999")
    assert len(feed.entries[0].guid) <= 500
    for text in (feed.entries[0].title, feed.entries[0].url, feed.entries[0].guid):
        text.encode()
