"""Any bytes -> the feed that they are, or why they are none."""

from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from tui_reader.domain.models import ParsedFeed
from tui_reader.domain.text import clean_line

from .channel import is_feed, local_name, read_feed
from .dates import AHEAD
from .decoding import decode, unmark
from .jsonfeed import is_json_feed, read_json, read_json_feed
from .links import FeedLink, feed_links
from .trees import Refused, is_page, read_tree

MAX_ITEMS = 2000
"""Entries kept of one document."""

_PAGE = "this is a web page, not a feed"
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a media file"),
    (b"ID3", "an audio file"),
    (b"OggS", "a media file"),
)
_OTHER_XML = {
    "opml": "this is a list of feeds (OPML), which can be imported",
    "urlset": "this is a sitemap, not a feed",
    "sitemapindex": "this is a sitemap, not a feed",
    "svg": "this is a picture, not a feed",
    "html": _PAGE,
    "opensearchdescription": "this describes a search engine, it is no feed",
}


class NotAFeed(Exception):
    """The document is no feed. `reason`: one clean line for people; `links`: the feeds that a web page names."""

    def __init__(self, reason: str, links: tuple[FeedLink, ...] = ()) -> None:
        super().__init__(clean_line(reason))
        self.reason = clean_line(reason)
        self.links = links

    def __reduce__(self) -> tuple[type["NotAFeed"], tuple[str, tuple[FeedLink, ...]]]:
        return NotAFeed, (self.reason, self.links)


def parse(data: bytes, url: str, content_type: str | None = None, *, max_items: int = MAX_ITEMS) -> ParsedFeed:
    """The feed that a document holds: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, RSS in JSON.

    `url`: where it came from, for relative links. `content_type`: the server's, for its charset. Of more than
    `max_items` entries the newest are kept. Raises NotAFeed, and nothing else, for whatever is no feed.
    """
    start = unmark(data)[:200]
    if not start.strip(b"\0"):
        raise NotAFeed("the answer is empty")
    for magic, what in _MAGIC:
        if start.startswith(magic):
            raise NotAFeed(f"this is {what}, not a feed")
    latest = datetime.now(UTC) + AHEAD
    if start.replace(b"\0", b"").lstrip(b"\xff\xfe")[:1] in (b"{", b"[", b")"):
        return _parse_json(data, url, content_type, latest, max_items)
    try:
        tree = read_tree(data, content_type)
    except Refused as refusal:
        raise NotAFeed(f"the document is refused: {refusal}") from None
    if tree.root is None:
        raise _no_xml(data, url, content_type)
    root = _feed_root(tree.root)
    if root is None:
        raise _no_feed(tree.root, data, url, content_type)
    feed = read_feed(tree, root, url, latest=latest, max_items=max_items)
    return replace(feed, malformed=True) if tree.repaired else feed


def _parse_json(data: bytes, url: str, content_type: str | None, latest: datetime, max_items: int) -> ParsedFeed:
    try:
        value = read_json(decode(data, content_type)[0])
    except ValueError:
        raise NotAFeed("this looks like JSON, but cannot be read") from None
    if not is_json_feed(value):
        raise NotAFeed("this is JSON, but no feed")
    return read_json_feed(value, url, latest=latest, max_items=max_items)


def _feed_root(root: etree._Element) -> etree._Element | None:
    if local_name(root) != "_":
        return root if is_feed(root) else None
    return next((child for child in root if is_feed(child)), None)


def _no_feed(root: etree._Element, data: bytes, url: str, content_type: str | None) -> NotAFeed:
    inside = root if local_name(root) != "_" else next((child for child in root if local_name(child)), None)
    if inside is None:
        return _no_xml(data, url, content_type)
    reason = _OTHER_XML.get(local_name(inside))
    if reason == _PAGE:
        return NotAFeed(_PAGE, feed_links(decode(data, content_type)[0], url))
    if reason is None and root is not inside:
        return _no_xml(data, url, content_type)
    return NotAFeed(reason or "this is XML, but no feed")


def _no_xml(data: bytes, url: str, content_type: str | None) -> NotAFeed:
    text = decode(data, content_type)[0]
    links = feed_links(text, url)
    if is_page(text) or links or "text/html" in (content_type or "").lower():
        return NotAFeed(_PAGE, links)
    return NotAFeed("this is no feed: it is neither XML nor JSON")
