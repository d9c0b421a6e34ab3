"""A briefing or an edition with its words, as the screen shows it and the command line prints it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .document import EMPTY, Document
from .editions import Piece
from .models import Head


@dataclass(frozen=True, slots=True)
class Addition:
    """What a further source of a story says that the lead's summary does not."""

    article_id: int
    source: str
    text: str
    """One sentence, verbatim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A story with its words."""

    piece: Piece
    heads: tuple[Head, ...]
    """All its articles, the lead first."""
    urls: tuple[str, ...]
    """Their addresses, at the same positions; "" for none."""
    sentences: tuple[str, ...] = ()
    """Of the lead, verbatim; none when only the headline is shown."""
    teaser: bool = False
    """The sentences are the teaser's: the feed did not carry the whole."""
    text: Document = EMPTY
    """The whole article, where an edition shows it."""
    additions: tuple[Addition, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)
    """Why each article but the lead is in the story."""
    since: int = 0
    """Of a story that was read before and has got further: when that was, Unix seconds. `additions` are what is new
    since, and there are no `sentences`."""
    fresh: int = 0
    """Articles that have come since."""

    @property
    def lead(self) -> Head:
        return self.heads[0]

    @property
    def ids(self) -> tuple[int, ...]:
        return tuple(head.id for head in self.heads)

    @property
    def told(self) -> list[tuple[str, str]]:
        """(source, what it says) of `additions`, those of one source together."""
        found: dict[int, tuple[str, str]] = {}
        for addition in self.additions:
            _, before = found.get(addition.article_id, ("", ""))
            found[addition.article_id] = (addition.source, f"{before} {addition.text}".lstrip())
        return list(found.values())

    def since_text(self, when: str) -> str:
        """What is said above what is new: `when` being `since` in words; "" for a story that was not read before."""
        if not self.since or self.additions:
            return f"New since {when}:" if self.since else ""
        return f"Nothing new since {when}, {self.fresh} more source{'s' if self.fresh != 1 else ''}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """The stories of one section; the name is "" where there are none."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What there is to read: a briefing, or with `minutes` an edition."""

    since: int
    """Unix seconds: what came after that is in it."""
    made: int
    minutes: float | None = None
    """The time budget of an edition."""
    chapters: tuple[Chapter, ...] = ()
    articles: int = 0
    """That came since then."""
    stories: int = 0
    """That they tell."""
    left_out: int = 0
    """Stories for which there was no room."""
    words_a_minute: float = 0.0

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for chapter in self.chapters for item in chapter.items)

    @property
    def words(self) -> int:
        """To read in all."""
        return sum(item.piece.words for item in self.items)

    def minutes_for(self, words: float) -> int:
        """Whole minutes that `words` words take, one at least; none for none."""
        if words <= 0 or self.words_a_minute <= 0:
            return 0
        return max(1, round(words / self.words_a_minute))
