"""A list in which stories stand open: their other articles are rows below the one that stands for them. Pure.

Two ways to count rows: by their place among `rows`, which are one for each story, and by index, opened ones included.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self

from .models import Head, Rows
from .rows import Section, index_of

Spot = tuple[int, int]
"""When an article is dated (Unix seconds), and its id."""


class Branch(IntEnum):
    """What a row is to the story that stands open there."""

    NONE = 0
    LEAD = 1
    MEMBER = 2
    LAST = 3


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story that stands open."""

    lead: Spot
    """The article that has the row."""
    members: tuple[Spot, ...]
    """The others, best first."""
    ids: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", frozenset(id_ for _, id_ in (self.lead, *self.members)))

    @classmethod
    def below(cls, lead: Head, story: Iterable[Head]) -> Self:
        """`story` open below the row of `lead`, which may be among it."""
        members = tuple((head.sort_at, head.id) for head in story if head.id != lead.id)
        return cls((lead.sort_at, lead.id), members)


class Unfolded:
    """`rows` with the articles of `stories` put in. Those that have a row of their own stay there."""

    __slots__ = ("_before", "_counts", "_found", "_indexes", "_places", "ids", "rows", "stories")

    def __init__(self, rows: Rows, stories: Iterable[OpenStory] = ()) -> None:
        self.rows = rows
        self.ids = rows.ids
        """The articles by index."""
        self._found: dict[int, int] = {}
        below: list[tuple[int, list[int], OpenStory]] = []
        taken: set[int] = set()
        for story in stories:
            place = index_of(rows, *story.lead)
            own = [id_ for time, id_ in story.members if id_ not in taken and index_of(rows, time, id_) < 0]
            if place >= 0 and own:
                below.append((place, own, story))
                taken.update(own)
        below.sort(key=lambda entry: entry[0])
        self.stories = tuple(story for _, _, story in below)
        """Those that have anything to show, from the top."""
        self._places = [place for place, _, _ in below]
        self._counts = [len(own) for _, own, _ in below]
        self._before = [0]
        for count in self._counts:
            self._before.append(self._before[-1] + count)
        self._indexes = [place + before for place, before in zip(self._places, self._before, strict=False)]
        if below:
            self._put_in([own for _, own, _ in below])

    def _put_in(self, members: Sequence[Sequence[int]]) -> None:
        ids, done = array("q"), 0
        for place, own in zip(self._places, members, strict=True):
            ids.extend(self.rows.ids[done : place + 1])
            self._found.update((id_, len(ids) + number) for number, id_ in enumerate(own))
            ids.extend(own)
            done = place + 1
        ids.extend(self.rows.ids[done:])
        self.ids = ids

    def __len__(self) -> int:
        return len(self.ids)

    def place(self, index: int) -> tuple[int, int]:
        """(place of the row, number of the article below it, from 1, or 0 for the row itself)."""
        story = bisect_right(self._indexes, index) - 1
        if story < 0:
            return index, 0
        part = index - self._indexes[story]
        if part <= self._counts[story]:
            return self._places[story], part
        return index - self._before[story + 1], 0

    def index(self, place: int) -> int:
        """The index of the row at `place`."""
        return place + self._before[bisect_left(self._places, place)]

    def find(self, time: int, id_: int) -> int:
        """The index of an article; -1 when it is not to be seen."""
        if (index := self._found.get(id_)) is not None:
            return index
        place = index_of(self.rows, time, id_)
        return self.index(place) if place >= 0 else -1

    def story(self, index: int) -> OpenStory | None:
        """The open story that the row at `index` belongs to."""
        place, _ = self.place(index)
        story = bisect_left(self._places, place)
        return self.stories[story] if story < len(self.stories) and self._places[story] == place else None

    def branch(self, index: int) -> Branch:
        """What the row at `index` is to its story."""
        story = bisect_right(self._indexes, index) - 1
        if story < 0 or (part := index - self._indexes[story]) > self._counts[story]:
            return Branch.NONE
        if not part:
            return Branch.LEAD
        return Branch.LAST if part == self._counts[story] else Branch.MEMBER

    def below(self, index: int) -> int:
        """How many articles stand open below the row at `index`."""
        story = bisect_left(self._indexes, index)
        return self._counts[story] if story < len(self._indexes) and self._indexes[story] == index else 0

    def beside(self, index: int, by: int) -> int:
        """The index that the next (`by` 1) or previous (-1) key leads to; -1 at the ends.

        From row to row; from an article below a row through the others of its story first.
        """
        place, part = self.place(index)
        if part and (by < 0 or self.branch(index) is not Branch.LAST):
            return index + by
        return self.index(place + by) if 0 <= place + by < len(self.rows) else -1

    def sections(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Days that were found among `rows`, to count by index."""
        if not self.stories:
            return tuple(sections)
        return tuple(Section(section.day, self.index(section.start)) for section in sections)
