"""What is known about fetching a feed, and what one fetch brought. Frozen; every datetime is aware and in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from .document import Document, RawText
from .models import ParsedFeed


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchState:
    """All that the next fetch of a feed depends on. Kept in the library, so that it survives a restart."""

    feed_id: int
    url: str
    """The address to ask."""
    title: str = ""
    """The feed's name, for reports; saving a state does not change it."""
    etag: str = ""
    """Verbatim, quotes and W/ included; sent back only to `validated_url`."""
    last_modified: str = ""
    """Verbatim."""
    validated_url: str = ""
    """The final address that gave `etag` and `last_modified`."""
    body_hash: str = ""
    """Of the last body that parsed, or, after "hung:", that could not be parsed in time: it is not parsed again."""
    next_check: datetime | None = None
    """Not to be asked before; None: due now."""
    checked: datetime | None = None
    """When it last answered or failed."""
    succeeded: datetime | None = None
    """When it last gave a feed or a 304."""
    failures: int = 0
    """In a row."""
    failing_since: datetime | None = None
    interval_minutes: int = 60
    leave_until: datetime | None = None
    """The server wants its whole host to be left alone until then; not even the user's wish counts."""
    pace_minutes: int = 0
    """How often the feed itself says that it changes (ttl, updatePeriod); 0 when it does not say."""
    skip_hours: int = 0
    """Hours in UTC in which the feed wants no visit: bit 0 is 00:00 to 00:59."""
    skip_days: int = 0
    """Days in UTC, the same way: bit 0 is Monday."""
    moved_to: str = ""
    """Where permanent redirects have led lately, "" if nowhere."""
    moved_seen: int = 0
    """Fetches in a row on which the target of `moved_to` was a feed."""
    moved_since: datetime | None = None
    gone: bool = False
    """The server said 410: never asked again by itself."""
    allow_private: str = ""
    """"host:port" of a private address that the user typed."""
    user_agent: str = ""
    """The feed's own User-Agent; "" for the reader's."""
    header: str = ""
    """One more header, "Name: value"; "" for none."""
    auth_user: str = ""
    secret_command: str = ""
    """The command that prints the password; the password itself is never in the library."""
    answer: int = 0
    """The last HTTP status; 0 when there was none."""
    not_modified: int = 0
    """How many of `fetches` ended in 304."""
    fetches: int = 0
    full_text: str = "never"
    """As `Feed.full_text`; saving a state does not change it."""


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document as the library stores it: made where there is time, so that storing it takes none."""

    data: bytes
    hash: bytes
    words: int
    teaser: bool
    opening: str = ""
    """The text's first words: the title of an entry that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedUpdate:
    """What one fetch of a feed brought: stored whole, in one transaction."""

    feed_id: int
    state: FetchState
    now: datetime
    """When the answer came: what new entries are first seen at."""
    error: str = ""
    """Why the fetch failed, one clean line; "" when it did not."""
    feed: ParsedFeed | None = None
    """None when nothing was parsed: a 304, the same body again, or a failure."""
    documents: Mapping[str, Document | PackedDocument | RawText] = field(default_factory=dict)
    """guid -> the entry's content, for entries that are new or changed. Raw: it becomes a document later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSaved:
    """What of a `FeedUpdate` was news."""

    feed_id: int
    new_ids: tuple[int, ...] = ()
    """The new articles, in document order."""
    changed_ids: tuple[int, ...] = ()
    """Known articles whose publisher changed them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeed:
    """A feed to subscribe to."""

    url: str
    title: str = ""
    site_url: str = ""
    folders: tuple[str, ...] = ()
