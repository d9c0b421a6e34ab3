"""Terms with the places where they stand, and which of these are marked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

SHARE = 15
"""One word of so many is marked at most."""
ONCE = 3
"""Mentions that an ordinary word needs that is not in the title."""


@dataclass(slots=True)
class Term:
    """What may be marked: a word, or a name of several."""

    key: tuple[str, ...]
    name: bool
    last: str = ""
    """Its last word as it was first written."""
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    """(paragraph, start, end, words) of each mention."""
    nouns: int = 0
    """Mentions behind an article or the like."""
    score: float = 0.0


def marked(terms: Iterable[Term], total: int) -> list[tuple[int, int]]:
    """The first mention of each term in each paragraph; of each term one before any has a second."""
    room = total // SHARE
    chosen: list[tuple[int, int]] = []
    later: list[tuple[int, int, int]] = []
    for term in terms:
        seen: set[int] = set()
        for paragraph, start, end, size in sorted(term.spans):
            if paragraph in seen:
                continue
            if seen:
                later.append((start, end, size))
            elif size <= room:
                chosen.append((start, end))
                room -= size
            seen.add(paragraph)
    for start, end, size in later:
        if size <= room:
            chosen.append((start, end))
            room -= size
    return sorted(chosen)
