"""For a briefing: stories that were read before and have got further, and what is new of each."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .comparing import Asked, chosen, tell_news
from .domain.briefings import Addition
from .domain.stories import Said, Story, seen_before
from .jobs import Jobs, run_slices
from .store import Library

LEAST = 2
"""Sentences that such a story may have also where others have one."""


@dataclass(frozen=True, slots=True)
class Further:
    """A story that was read before, and has got further."""

    since: int
    """When it was read, Unix seconds."""
    fresh: int
    """Articles that have come since."""
    asked: Asked
    said: tuple[Said, ...] = ()

    def additions(self) -> tuple[Addition, ...]:
        names = {text.id: text.source for text in self.asked.texts}
        return tuple(Addition(said.article_id, names[said.article_id], said.text) for said in self.said)


async def got_further(
    library: Library, jobs: Jobs, stories: Mapping[int, Story], lengths: Mapping[int, int]
) -> dict[int, Further]:
    """By the story's id, those of `lengths` (sentences of each) that were read before and have got further."""

    def look() -> dict[int, Further]:
        found = {id_: _read_before(library, stories[id_], most) for id_, most in lengths.items()}
        return {id_: one for id_, one in found.items() if one is not None}

    further = await asyncio.to_thread(look)
    told = await run_slices(jobs, tell_news, [one.asked for one in further.values()])
    return {
        id_: replace(one, said=said) for (id_, one), said in zip(further.items(), told, strict=True) if said is not None
    }


def _read_before(library: Library, story: Story, most: int) -> Further | None:
    members = library.stories.with_stories(story.members)
    since, fresh = seen_before(members)
    if not fresh:
        return None
    ids = chosen(members, story.lead, fresh)
    read = frozenset(member.id for member in members if member.read)
    asked = Asked(tuple(library.stories.texts(ids)), read, frozenset(fresh), max(most, LEAST))
    return Further(since, len(fresh), asked)
