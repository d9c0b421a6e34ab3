"""From the bytes of a feed to what the library keeps: the work of the job process in a refresh."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from . import article, feeds
from .domain.fetching import PackedDocument
from .domain.models import ParsedFeed
from .store import packed


@dataclass(frozen=True, slots=True)
class Digest:
    """What a feed's body held."""

    feed: ParsedFeed | None
    """Without the entries' HTML, which `documents` has replaced. None: the body is no feed."""
    documents: Mapping[str, PackedDocument] = field(default_factory=dict)
    """guid -> document, ready to be stored, for entries that are new or changed."""
    reason: str = ""
    """Why it is no feed, one clean line."""
    links: tuple[tuple[str, str], ...] = ()
    """(address, title) of the feeds that a web page names."""


def digest(data: bytes, url: str, content_type: str | None, known: Mapping[str, str]) -> Digest:
    """Parse a feed's body and turn the entries that `known` (guid -> changed_hash) does not hold into documents."""
    try:
        feed = feeds.parse(data, url, content_type)
    except feeds.NotAFeed as error:
        return Digest(None, reason=error.reason, links=tuple((link.url, link.title) for link in error.links))
    documents = {
        entry.guid: packed(article.from_feed(entry.content or entry.summary, entry.base or url, title=entry.title))
        for entry in feed.entries
        if known.get(entry.guid) != entry.changed_hash
    }
    entries = tuple(replace(entry, content="", summary="") for entry in feed.entries)
    return Digest(replace(feed, entries=entries), documents)
