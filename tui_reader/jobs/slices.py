"""One job for many things, in slices: what hangs or breaks the process costs itself and nothing beside it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from .pool import Jobs
from .problems import JobFailed, JobTimedOut

Thing = TypeVar("Thing")
Made = TypeVar("Made")

SLICE = 20
SECONDS = 5.0
"""For a slice."""


async def run_slices(
    jobs: Jobs, function: Callable[[Sequence[Thing]], Sequence[Made]], things: Sequence[Thing]
) -> list[Made | None]:
    """What `function` makes of each of `things`, in their order; None for one that hangs or breaks the process."""
    made: list[Made | None] = []
    for start in range(0, len(things), SLICE):
        part: list[Made | None] = await _halved(jobs, function, things[start : start + SLICE])
        made += part
    return made


async def _halved(
    jobs: Jobs, function: Callable[[Sequence[Thing]], Sequence[Made]], things: Sequence[Thing]
) -> list[Made | None]:
    try:
        return list(await jobs.run(function, things, deadline=SECONDS))
    except (JobTimedOut, JobFailed):
        if len(things) == 1:
            return [None]
    middle = len(things) // 2
    return await _halved(jobs, function, things[:middle]) + await _halved(jobs, function, things[middle:])
