"""Stories: articles of several feeds on one event."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from .rows import day_title


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInput:
    """What is known of an article when stories are looked for."""

    id: int
    feed_id: int
    source: str
    """Who published it."""
    title: str
    published: int
    """Unix seconds."""
    url: str = ""
    text: str = ""
    """How it begins: 300 characters count for the story, up to 1,000 help to tell copies of one text."""
    language: str = ""
    """Primary tag, "" when not known."""
    full: bool = False
    """The library has the whole text, not a teaser."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the user decided about stories: pairs of article ids."""

    apart: tuple[tuple[int, int], ...] = ()
    """Never in one story. These are obeyed before all else."""
    together: tuple[tuple[int, int], ...] = ()
    """In one story, unless that breaks one of `apart`."""


NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event; an article that stands alone is a story of one."""

    id: int
    """The id of its earliest article."""
    lead: int
    """The article whose headline stands for all."""
    members: tuple[int, ...]
    """All articles, best first: the lead, then the others by how central their headlines are."""
    reasons: Mapping[int, str] = field(default_factory=dict)
    """Why each article but the lead is here: "same address", "same title", "words in common: harbour, tram" ..."""
    copies: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """article -> others that are the same text (or at the same address): one article with several sources."""
    newest: int = 0
    """Unix seconds of the latest article."""


# ---- what a story's articles say ----


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, and whether it was read."""

    id: int
    read: bool
    read_at: int
    """Unix seconds; 0 when it is unread or that was not kept."""
    first_seen: int
    """Unix seconds."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an article, in one line; else as it stands there."""

    article_id: int
    text: str
    start: int
    end: int
    """Where it stands in the article's `Document.text()`."""


@dataclass(frozen=True, slots=True)
class Adds:
    """An article of a story, and what it says that was not said."""

    article_id: int
    source: str
    when: int
    """Unix seconds, as lists are sorted by."""
    sentences: tuple[Said, ...]
    same: tuple[str, ...] = ()
    """Further sources of the same text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryNews:
    """What is new about an article's story: against what was read before, and against the article itself."""

    article_id: int
    since: int = 0
    """When the story was last read, if articles have come since then that are unread; else 0. Unix seconds."""
    fresh: int = 0
    """How many those are."""
    news: tuple[Adds, ...] = ()
    """What of them says something that no article says that was read."""
    others: tuple[Adds, ...] = ()
    """What further articles say that neither this one, nor `news`, nor the one above it says."""
    same: tuple[str, ...] = ()
    """Sources that have this article's text."""
    nothing: tuple[str, ...] = ()
    """Sources that say nothing new."""
    more: int = 0
    """Further articles that were not looked at."""

    def __bool__(self) -> bool:
        return bool(self.since or self.others or self.same or self.nothing or self.more)

    @property
    def sentences(self) -> tuple[Said, ...]:
        """All, in the order in which they are shown."""
        return tuple(said for adds in (*self.news, *self.others) for said in adds.sentences)


def seen_before(members: Sequence[Member]) -> tuple[int, tuple[int, ...]]:
    """(when a story was last read, the unread articles that came since); (0, ()) when none did or that is not known."""
    since = max((member.read_at for member in members if member.read), default=0)
    fresh = tuple(member.id for member in members if not member.read and member.first_seen > since > 0)
    return (since, fresh) if fresh else (0, ())


def place_of(text: str, said: Said) -> tuple[int, int] | None:
    """Where a sentence stands in its article's text: also when that was made anew since."""
    if " ".join(text[said.start : said.end].split()) == said.text:
        return said.start, said.end
    words = r"\s+".join(map(re.escape, said.text.split()))
    found = re.search(words, text) if words else None
    return found.span() if found else None


def since_words(moment: int, now: int, tz: tzinfo | None = None) -> str:
    """The day of `moment` (both in Unix seconds), as it follows "since"; of today the time."""
    when, today = datetime.fromtimestamp(moment, tz), datetime.fromtimestamp(now, tz)
    if when.date() == today.date():
        return f"{when:%H:%M}"
    day = day_title(when.date(), today.date())
    return "yesterday" if day == "Yesterday" else day
