"""What came of something that the user asked for."""

from dataclasses import dataclass

from .models import Feed


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come."""

    done: int
    total: int
    failing: int = 0
    new: int = 0
    new_ids: tuple[int, ...] = ()
    """Articles that came in since the last report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshReport:
    """What a refresh did."""

    checked: int = 0
    new: int = 0
    changed: int = 0
    """Articles that their publishers changed."""
    unchanged: int = 0
    """Feeds that had nothing new."""
    failed: tuple[tuple[str, str], ...] = ()
    """(feed's title, reason)"""
    skipped: tuple[tuple[str, str], ...] = ()
    """(feed's title, why it was not asked)"""
    offline: bool = False
    """This machine had no network; nothing is held against the feeds."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that a site offers."""

    url: str
    title: str
    kind: str = ""
    """How it was found, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of an address: exactly one of a feed, an article, or a choice of several feeds."""

    feed: Feed | None = None
    article_id: int | None = None
    """The address was an article's: it is saved to Later."""
    choices: tuple[Candidate, ...] = ()
    """Several feeds were found, best first; nothing was added yet."""
    new: bool = True
    """False: the library had it already."""
    report: str = ""
    """One clean line for the user."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an OPML file."""

    added: int
    known: int
    """Feeds that the library already had."""
    skipped: tuple[tuple[str, str], ...] = ()
    """(what, why)"""
    lists: tuple[str, ...] = ()
    """Addresses of further lists that the file names; they were not fetched."""
