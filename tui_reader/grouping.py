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

    What takes too long is left as it is until other articles come. Raises LibraryError.
    """
    since = int(((now or datetime.now(UTC)) - WINDOW).timestamp())
    arrivals = await asyncio.to_thread(library.arrivals, since, limit=MOST)
    ids = [arrival.head.id for arrival in arrivals]
    note = f"{max(ids, default=0)}:{len(ids)}"
    if not ids or library.get_state(DONE) == note:
        return False
    library.set_state(DONE, note)
    try:
        stories = await jobs.run(find_stories, arrivals, library.stories.decisions(), deadline=SECONDS)
    except (JobTimedOut, JobFailed):
        return False
    return await asyncio.to_thread(library.stories.save, stories, ids)
