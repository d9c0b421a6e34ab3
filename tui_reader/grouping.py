"""Keeping the library's stories: articles that have come are placed among those of the last days."""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from zlib import crc32

from .domain.stories import Decisions, Story
from .jobs import JobFailed, Jobs, JobTimedOut
from .store import Library
from .store.arrivals import Arrival
from .telling import keep_stories, place, shown_stories

WINDOW = timedelta(days=4)
"""How far back a story is looked for: what is told within 72 hours can be one."""
MOST = 10_000
"""The newest articles that are looked at: three days of 400 feeds."""
SECONDS = 60.0
ANEW = timedelta(days=1)
"""After which all stories are found anew, and not only kept and added to; also when `SHARE` of the articles are new."""
SHARE = 0.3
DONE = "grouped"
"""Key of the library's note on what was looked at last."""


class _Note:
    """What is remembered of the last time: of which articles stories were found anew, and what was added since."""

    def __init__(self, text: str) -> None:
        try:
            name, self.at, self.articles, self.added, self.last, self.decided = json.loads(text)
            self.name = str(name)
        except (ValueError, TypeError):
            self.name, self.at, self.articles, self.added, self.last, self.decided = "", 0, 0, 0, 0, 0

    def __str__(self) -> str:
        return json.dumps([self.name, self.at, self.articles, self.added, self.last, self.decided])

    def unfinished(self) -> str:
        """What to keep while work is under way: when it does not end, all stories are found anew the next time."""
        return json.dumps([self.name, 0, self.articles, self.added, self.last, self.decided])


async def group(library: Library, jobs: Jobs, now: datetime | None = None) -> bool:
    """Place the articles that have come among the library's stories, in the job process. Whether any story changed.

    The process remembers the stories; when it is another one, or when the user has decided something, it is told all
    articles again. What one source says twice is two articles, unless the user has joined them. What takes too long is
    left as it is until other articles come. Raises LibraryError.
    """
    moment = int((now or datetime.now(UTC)).timestamp())
    since = moment - int(WINDOW.total_seconds())
    note = _Note(library.get_state(DONE))
    fresh = await asyncio.to_thread(library.arrivals, since, limit=MOST, after=note.last)
    if not fresh:
        return False
    note.added += len(fresh)
    note.last = max(arrival.head.id for arrival in fresh)
    decisions = library.stories.decisions()
    decided = crc32(repr(decisions).encode())
    anew = moment - note.at > ANEW.total_seconds() or note.added > SHARE * note.articles
    library.set_state(DONE, note.unfinished())
    try:
        stories = None
        if not anew and decided == note.decided:
            stories = await jobs.run(place, fresh, note.name, deadline=SECONDS)
        if stories is not None:
            changed = await asyncio.to_thread(library.stories.save, stories, _members(stories))
        else:
            note.name, note.decided = token_hex(8), decided
            arrivals = await asyncio.to_thread(library.arrivals, since, limit=MOST)
            if anew:
                note.at, note.articles, note.added = moment, len(arrivals), 0
            new = None if anew else frozenset(arrival.head.id for arrival in fresh)
            changed = await _tell_all(library, jobs, arrivals, decisions, new, note.name)
    except (JobTimedOut, JobFailed):
        return False
    library.set_state(DONE, str(note))
    return changed


def group_here(library: Library, now: datetime | None = None) -> None:
    """Find the stories of the newest articles at once, in this process: for texts that came with the program."""
    moment = now or datetime.now(UTC)
    arrivals = library.arrivals(int((moment - WINDOW).timestamp()), limit=MOST)
    ids = [arrival.head.id for arrival in arrivals]
    library.stories.save(shown_stories(arrivals, library.stories.decisions()), ids)


async def _tell_all(
    library: Library,
    jobs: Jobs,
    arrivals: Sequence[Arrival],
    decisions: Decisions,
    fresh: frozenset[int] | None,
    name: str,
) -> bool:
    ids = [arrival.head.id for arrival in arrivals]
    kept = await asyncio.to_thread(library.stories.places, ids)
    stories = await jobs.run(keep_stories, arrivals, decisions, kept, fresh, name, deadline=SECONDS)
    return await asyncio.to_thread(library.stories.save, stories, ids)


def _members(stories: Sequence[Story]) -> list[int]:
    return [id_ for story in stories for id_ in story.members]
