"""The records that the packages hand to each other. Frozen; every datetime is aware and in UTC."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from .document import EMPTY, Document, RawText
from .reading import reading_minutes
from .summaries import Sentence as Sentence
from .summaries import Summary as Summary
from .summaries import SummaryState as SummaryState

# ---- what a feed document gives ----


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry."""

    url: str
    type: str = ""
    length: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One entry of a feed document. One-line fields are clean; `content` is HTML as it came."""

    guid: str
    """The identity within the feed; never empty, unique within the document."""
    guid_alt: str = ""
    """The address without scheme, www., final slash and host: recognises the entry after the feed has moved."""
    title: str = ""
    url: str = ""
    """Absolute http(s) address of the article, or ""."""
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    content: str = ""
    """The fullest HTML (or escaped plain text) that the entry carries, "" if none."""
    summary: str = ""
    """The entry's shorter text when it has one beside the content."""
    base: str = ""
    """Address that relative links in `content` are resolved against."""
    source: str = ""
    """The entry's own source or credit (RSS source, Atom source/title, dc:source, media:credit) as a name, else ""."""
    language: str = ""
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    image: str = ""
    comments: str = ""
    changed_hash: str = ""
    """Hash of (title, content, link, enclosures): another value means that the publisher changed the entry."""

    @property
    def link(self) -> str:
        """`url`, by the name that the formats give it."""
        return self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed document. `title` is "" when it carries none."""

    format: str = ""
    """Such as "rss20", "atom10", "rdf", "json11"."""
    title: str = ""
    site_url: str = ""
    self_url: str = ""
    description: str = ""
    language: str = ""
    author: str = ""
    image: str = ""
    icon: str = ""
    hub: str = ""
    next_url: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    ttl_minutes: int | None = None
    update_minutes: int | None = None
    """From sy:updatePeriod and sy:updateFrequency."""
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    """Monday is 0."""
    entries: tuple[ParsedEntry, ...] = ()
    malformed: bool = False
    """The document had to be repaired before it could be read."""


# ---- the library ----


class View(StrEnum):
    UNREAD = "unread"
    ALL = "all"
    STARRED = "starred"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles a list shows."""

    view: View = View.ALL
    feed_id: int | None = None
    folder: str | None = None
    query: str = ""
    """A search; "" for none."""
    words: tuple[int, int] | None = None
    """Only articles that have so many words, both ends included. None for all, those of unknown length too."""
    stories: bool = field(default=False, compare=False)
    """One row for all articles of a story, in the views of all feeds that are unread or everything."""

    @property
    def folded(self) -> bool:
        """Stories are one row."""
        everything = self.feed_id is None and self.folder is None and not self.query
        return self.stories and everything and self.view in (View.UNREAD, View.ALL)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list's articles, newest first: their ids and, at the same positions, what they are sorted by (Unix seconds)."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    times: "array[int]" = field(default_factory=lambda: array("q"))
    complete: bool = True
    """False: only the first screenfuls, the rest is still to be read."""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    id: int
    url: str
    title: str
    site_url: str = ""
    folders: tuple[str, ...] = ()
    unread: int = 0
    articles: int = 0
    error: str = ""
    """Why the last fetch failed, one clean line; "" when it did not."""
    checked: datetime | None = None
    next_check: datetime | None = None
    gone: bool = False
    full_text: str = "never"
    """When pages are fetched for this feed's teasers: "never" (only on demand), "open" or "refresh"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a row of the list needs."""

    id: int
    feed_id: int
    feed: str
    title: str
    sort_at: int
    """Unix seconds that the list is sorted by."""
    read: bool = False
    starred: bool = False
    later: bool = False
    changed: bool = False
    """The publisher changed it after it was read."""
    words: int = 0
    teaser: bool = False
    """The words are the teaser's, not the article's."""
    others: int = 0
    """Further articles of the same story."""
    also: tuple[str, ...] = ()
    """Who has them, best first, its own feed left out."""
    source: str = ""
    """The entry's own credit; "" when it names none (then the feed's title is the source)."""
    untitled: bool = False
    """The feed gave no title: `title` is the text's beginning."""

    @property
    def headline(self) -> str:
        """The title that the feed gave, for whatever compares it with the text; "" for none."""
        return "" if self.untitled else self.title

    @property
    def minutes(self) -> int:
        return reading_minutes(self.words)

    @property
    def credit(self) -> str:
        """Who published it."""
        return self.source or self.feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    head: Head
    url: str = ""
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    source: str = ""
    """The entry's own credit; "" when it names none (then the feed's title is the source)."""
    language: str = ""
    feed_document: Document = EMPTY
    """What the feed carried."""
    raw: RawText | None = None
    """The feed's text while it is not a document yet; `feed_document` is empty then."""
    full_document: Document | None = None
    """What was extracted from the page, when that was done and succeeded."""
    full_reason: str = ""
    """Why the last try for the full text failed, one clean line; "" when it was not tried or succeeded."""
    enclosures: tuple[Enclosure, ...] = ()
    image: str = ""
    content_hash: str = ""
    """Changes whenever the shown document does; summaries are cached under it."""
    position: str = ""
    """Where the reader was, as the screen wrote it; "" at the beginning."""

    @property
    def id(self) -> int:
        return self.head.id

    @property
    def document(self) -> Document:
        """The fullest text there is."""
        return self.full_document or self.feed_document

    @property
    def credit(self) -> str:
        return self.source or self.head.feed


@dataclass(frozen=True, slots=True)
class Counts:
    unread: int = 0
    all: int = 0
    starred: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Something that the user did and can undo."""

    label: str
    """Past tense, for the status line: "Marked 63 articles read"."""
    ids: Sequence[int] = ()
    """The articles concerned; empty when it was not about articles."""
