"""Keeping the library's stories: the articles of the last days are looked at again when others have come."""

import asyncio
from datetime import UTC, datetime, timedelta

from .jobs import JobFailed, Jobs, JobTimedOut
from .store import Library
from .telling import find_stories

WINDOW = timedelta(days=4)
"""How far back a story is looked for: what is told within 72 hours can be one."""
MOST = 4000
"""The newest articles that are looked at."""
SECONDS = 60.0
DONE = "grouped"
"""Key of the library's note on what was looked at last."""


async def group(library: Library, jobs: Jobs, now: datetime | None = None) -> bool:
    """Find the stories of the newest articles in the job process and keep them. Whether any changed.

    What one feed says twice is two articles, unless the user has joined them. What takes too long is left as it is
    until other articles come. Raises LibraryError.
    """
    since = int(((now or datetime.now(UTC)) - WINDOW).timestamp())
    arrivals = await asyncio.to_thread(library.arrivals, since, limit=MOST)
    ids = [arrival.head.id for arrival in arrivals]
    note = f"{max(ids, default=0)}:{len(ids)}"
    if not ids or library.get_state(DONE) == note:
        return False
    library.set_state(DONE, note)
    decisions = library.stories.decisions()
    try:
        stories = await jobs.run(find_stories, arrivals, decisions, deadline=SECONDS)
    except (JobTimedOut, JobFailed):
        return False
    feeds = {arrival.head.id: arrival.head.feed_id for arrival in arrivals}
    joined = {id_ for pair in decisions.together for id_ in pair}
    kept = [s for s in stories if len({feeds[id_] for id_ in s.members}) > 1 or joined.intersection(s.members)]
    return await asyncio.to_thread(library.stories.save, kept, ids)
