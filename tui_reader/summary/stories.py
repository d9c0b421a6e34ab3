"""Stories out of articles: which ones tell of the same event."""

from collections.abc import Iterable

from ..domain.stories import NO_DECISIONS, Decisions, Story, StoryInput
from .story_index import StoryIndex

__all__ = ["StoryIndex", "cluster"]


def cluster(articles: Iterable[StoryInput], decisions: Decisions = NO_DECISIONS) -> list[Story]:
    """The stories of `articles` (in any order), those of one article too, the one with the latest article first.

    Articles are one story when they have the same address (tracking parameters off) or title, or when their words are
    alike: `average_link.THRESHOLD` is the mean cosine needed over all pairs, TF-IDF of title and first 300 characters
    in one language, within 72 hours. Articles of one title from one feed more than 24 hours apart are a column, which
    stands alone. The same input gives the same stories.
    """
    return StoryIndex(articles, decisions).stories()
