"""What is new about the story of the article on screen: which articles are compared, and that in the job process."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from .comparing import MOST_TEXTS, compare
from .domain.stories import Member, StoryNews, seen_before
from .jobs import JobFailed, Jobs, JobTimedOut
from .store import Library, LibraryError

SECONDS = 5.0
MOST_FRESH = 6


async def story_news(library: Library, jobs: Jobs, article_id: int, members: Sequence[Member]) -> StoryNews:
    """What the story of `members` (best first) says beside the article; nothing when that cannot be found out."""
    since, fresh = seen_before(members)
    ids = chosen(members, article_id, fresh)
    read = frozenset(member.id for member in members if member.read)
    try:
        texts = await asyncio.to_thread(library.stories.texts, ids)
        more = len(members) - len(ids)
        news = await jobs.run(compare, article_id, texts, read, frozenset(fresh), since, more, deadline=SECONDS)
    except (JobTimedOut, JobFailed, LibraryError):
        return StoryNews(article_id=article_id)
    return replace(news, fresh=len(fresh)) if news.since else news


def chosen(members: Sequence[Member], article_id: int, fresh: Sequence[int]) -> list[int]:
    """At most `MOST_TEXTS` of the story: the article, what has come since, what was read, the best of the rest."""
    ids = [member.id for member in members]
    read = [member.id for member in members if member.read]
    wanted = dict.fromkeys([article_id, *fresh[:MOST_FRESH], *read, *ids])
    kept = set(list(wanted)[:MOST_TEXTS])
    return [id_ for id_ in ids if id_ in kept]
