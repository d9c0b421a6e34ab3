"""Labelled sets: invented events as several invented papers tell them, with look-alikes and columns."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from tui_reader.domain.stories import Story, StoryInput

from . import story_events_de, story_events_en, story_events_second

START = 1_700_000_000

FIRST = (("en", story_events_en.EVENTS), ("de", story_events_de.EVENTS))
"""(language, events) of the set on which the threshold was chosen."""
SECOND = story_events_second.EVENTS
"""Of the set on which it was not."""


def labelled(texts: Sequence[tuple[str, str]] = FIRST) -> list[tuple[str, StoryInput]]:
    """(event, article) of all articles."""
    found: list[tuple[str, StoryInput]] = []
    feeds: dict[str, int] = {}
    for language, text in texts:
        event = ""
        for line in text.strip().splitlines():
            if line.startswith("# "):
                event = f"{language} {line[2:]}"
                continue
            hour, source, title, lead = line.split(" | ", 3)
            number = len(found) + 1
            article = StoryInput(
                id=number,
                feed_id=feeds.setdefault(source, len(feeds) + 1),
                source=source,
                title=title,
                published=START + int(hour) * 3600 + number,
                url=f"https://{source.lower().replace(' ', '-')}.example/{number}",
                text=lead,
                language=language,
            )
            found.append((event, article))
    return found


def pairs(groups: Iterable[Iterable[int]]) -> set[tuple[int, int]]:
    """All pairs of ids that share a group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def true_pairs(marked: Sequence[tuple[str, StoryInput]]) -> set[tuple[int, int]]:
    events: dict[str, list[int]] = {}
    for event, article in marked:
        events.setdefault(event, []).append(article.id)
    return pairs(events.values())


def precision_and_recall(marked: Sequence[tuple[str, StoryInput]], stories: Iterable[Story]) -> tuple[float, float]:
    """Of the pairs of articles that were joined."""
    found, wanted = pairs(story.members for story in stories), true_pairs(marked)
    both = len(found & wanted)
    return both / max(len(found), 1), both / max(len(wanted), 1)
