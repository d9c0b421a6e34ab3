"""A briefing that is capped, and an edition that fits a number of minutes: which stories, and how much of each."""

from collections.abc import Iterable, Sequence
from math import log2

from ..domain.editions import Briefing, Edition, Form, Piece, Section, StoryCard
from ..domain.reading import WORDS_A_MINUTE, count_words

HALF_LIFE = 18 * 3600
"""Seconds in which a story loses half of its weight."""
SHORT = 350
"""Words up to which an important text is shown whole before others get their summaries."""
GLANCE = 4
"""Words that source, age and the move to the next piece cost beside a headline."""


def weight(story: StoryCard, now: int) -> float:
    """How much a story matters: by the number of sources, by how often the user opens its feeds, by its age."""
    age = max(0, now - story.newest)
    sources = 1.0 + log2(max(1, len(story.sources)))
    return float(sources * (0.25 + min(max(story.opened, 0.0), 1.0)) * 0.5 ** (age / HALF_LIFE))


def by_weight(stories: Iterable[StoryCard], now: int) -> list[StoryCard]:
    """The weightiest first; among equals the newest."""
    return sorted(stories, key=lambda story: (-weight(story, now), -story.newest, story.story))


def briefing(stories: Iterable[StoryCard], *, since: int, now: int, most: int = 30, in_section: int = 10) -> Briefing:
    """The stories with news after `since` (Unix seconds), at most `most` in all and `in_section` in one section."""
    ranked = by_weight((story for story in stories if story.newest > since), now)
    sections: dict[str, list[StoryCard]] = {}
    taken = 0
    for story in ranked:
        section = sections.get(story.section, [])
        if taken < most and len(section) < in_section:
            sections.setdefault(story.section, section).append(story)
            taken += 1
    found = tuple(Section(name, tuple(section)) for name, section in sections.items())
    return Briefing(found, len(ranked) - taken)


def plan(
    stories: Sequence[StoryCard], minutes: float, words_a_minute: float = WORDS_A_MINUTE, *, now: int | None = None
) -> Edition:
    """What to read of `stories` in `minutes`.

    `stories`: the weightiest first; with `now` (Unix seconds) in any order, they are sorted then. With growing minutes
    headlines come in first, then their summaries, then short texts as a whole, so that about each third headline has
    its summary and each eighth its text; long texts come last. More minutes never take anything away. The edition never
    takes longer than `minutes`, but for one headline that is always there when there is any time at all.
    """
    ranked = list(stories) if now is None else by_weight(stories, now)
    if minutes <= 0 or words_a_minute <= 0:
        return Edition(words_a_minute=max(words_a_minute, 0.0), left_out=len(ranked))
    budget = minutes * words_a_minute
    shown: dict[int, Piece] = {}
    spent = 0
    for rank, piece in _steps(ranked):
        grown = spent + piece.words - (shown[rank].words if rank in shown else 0)
        if grown > budget and shown:
            break
        shown[rank] = piece
        spent = grown
    pieces = tuple(shown[rank] for rank in sorted(shown))
    return Edition(pieces, spent, words_a_minute, len(ranked) - len(pieces))


def _steps(ranked: Sequence[StoryCard]) -> list[tuple[int, Piece]]:
    """(rank, how it is shown from then on), in the order in which an edition grows."""
    steps: list[tuple[float, int, int, Piece]] = []
    for rank, story in enumerate(ranked):
        title = count_words(story.title) + GLANCE
        steps.append((rank, rank, 0, Piece(story, Form.HEADLINE, title)))
        has_summary = 0 < story.summary_words < story.words or (story.summary_words > 0 and not story.full)
        summary_at = 3.0 * rank + 1
        if has_summary:
            steps.append((summary_at, rank, 1, Piece(story, Form.SUMMARY, title + story.summary_words)))
        if story.full and story.words > 0:
            at = 8.0 * rank + 4 if has_summary else summary_at
            if story.words > SHORT:
                at += 16.0 * len(ranked)
            steps.append((at, rank, 2, Piece(story, Form.FULL, title + story.words)))
    return [(rank, piece) for _, rank, _, piece in sorted(steps, key=lambda step: step[:3])]
