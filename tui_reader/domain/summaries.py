"""A summary as data: sentences with their places. Apart from the other records, so that importing it takes no time."""

from dataclasses import dataclass
from enum import StrEnum

LEAST_WORDS = 120
LEAST_SENTENCES = 5
"""Texts with fewer are shown whole instead of a summary."""


class SummaryState(StrEnum):
    SUMMARY = "summary"
    TEASER = "teaser"
    TOO_SHORT = "too_short"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text, verbatim: `whole_text[start:end] == text`."""

    text: str
    paragraph: int
    """From 1, counting the text's paragraphs (a document's blocks that have text)."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Summary:
    state: SummaryState
    sentences: tuple[Sentence, ...] = ()
    """In the order of the text. For `too_short` and `teaser`: all there is."""
    of: int = 0
    """Sentences that the whole text has."""
    words: int = 0
    """Words of the whole text."""
    summary_words: int = 0
    language: str = ""

    @property
    def is_no_prose(self) -> bool:
        """Whether the text was long enough and is shown whole for what it is: verse, a list, results."""
        enough = self.words >= LEAST_WORDS and self.of >= LEAST_SENTENCES
        return self.state is SummaryState.TOO_SHORT and enough
