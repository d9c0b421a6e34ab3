"""What a briefing and an edition are made of."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """What of a story (or an article alone) decides whether a briefing or an edition has it."""

    story: int
    """Id of the story, or of the article that stands alone."""
    lead: int
    """Id of the article that stands for it."""
    title: str
    newest: int
    """Unix seconds of its latest article."""
    sources: tuple[str, ...] = ()
    """Who tells it, the lead's source first, each once; copies of one text do not count as further sources."""
    section: str = ""
    """Folder of the lead's feed; "" for none."""
    opened: float = 0.5
    """Share of its feeds' articles that the user opens, 0 to 1."""
    words: int = 0
    """Words of the lead's text, 0 when there is none."""
    summary_words: int = 0
    """Words of its summary, or of the teaser where there is nothing else; 0 when the text is always shown whole."""
    full: bool = False
    """The whole text is there, not a teaser."""


@dataclass(frozen=True, slots=True)
class Section:
    """A briefing's stories of one folder, the weightiest first."""

    name: str
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What came since a moment: sections, the one with the weightiest story first."""

    sections: tuple[Section, ...] = ()
    left_out: int = 0
    """Stories since then for which there was no room."""

    @property
    def stories(self) -> tuple[StoryCard, ...]:
        return tuple(story for section in self.sections for story in section.stories)


class Form(StrEnum):
    """How much of a story an edition shows."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Piece:
    """A story in an edition."""

    story: StoryCard
    form: Form
    words: int
    """To read, with the headline."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A finite list that fits a time budget, the weightiest story first."""

    pieces: tuple[Piece, ...] = ()
    words: int = 0
    """To read in all."""
    words_a_minute: float = 0.0
    left_out: int = 0
    """Stories that did not fit."""

    @property
    def seconds(self) -> int:
        return round(self.words * 60 / self.words_a_minute) if self.words_a_minute > 0 else 0
