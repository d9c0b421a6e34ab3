"""What is new about the story of the article on screen: which articles are compared, and that in the job process."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from .comparing import chosen, compare
from .domain.stories import Member, StoryNews, seen_before
from .jobs import JobFailed, Jobs, JobTimedOut
from .store import Library, LibraryError

SECONDS = 5.0


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
