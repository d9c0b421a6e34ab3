"""Stories: articles of several feeds on one event."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
