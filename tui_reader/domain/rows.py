"""A list of articles as lines of a screen: sections by day, which line is which row, and who comes next. Pure.

All functions rely on the order of `Rows`: newest first, and of the same second the higher id first.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from operator import neg
from typing import NamedTuple

from .models import Head, Rows

ROW_HEIGHT = 2
"""Lines of a row. A section's heading takes one line."""


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one day."""

    day: date
    start: int
    """Index of its first row."""


class Place(NamedTuple):
    """What stands on a line."""

    section: int
    row: int
    """Index of the row; -1 for the section's heading."""
    part: int
    """Line of the row, from 0."""


def sections(times: Sequence[int], tz: tzinfo | None = None) -> tuple[Section, ...]:
    """The days of `times` (Unix seconds, newest first), as they are in the zone `tz` (None: this machine's)."""
    found: list[Section] = []
    index = 0
    while index < len(times):
        day = datetime.fromtimestamp(times[index], tz).date()
        found.append(Section(day, index))
        midnight = datetime.combine(day, time(), tz).timestamp()
        index = max(bisect_right(times, -midnight, index, key=neg), index + 1)
    return tuple(found)


def day_title(day: date, today: date) -> str:
    """ "Today", "Yesterday", a weekday of the last six days, else the date."""
    ago = (today - day).days
    if ago in (0, 1):
        return ("Today", "Yesterday")[ago]
    if 1 < ago < 7:
        return f"{day:%A}"
    return f"{day:%A}, {day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B} {day.year}"


class Lines:
    """Where rows and headings stand, in lines from the top."""

    __slots__ = ("_starts", "_tops", "height", "rows", "sections")

    def __init__(self, rows: int, sections: Sequence[Section]) -> None:
        self.rows = rows
        self.sections = sections
        self._starts = [section.start for section in sections]
        self._tops = [section.start * ROW_HEIGHT + number for number, section in enumerate(sections)]
        self.height = rows * ROW_HEIGHT + len(sections)

    def section_of(self, row: int) -> int:
        """Index of the section that a row is in."""
        return bisect_right(self._starts, row) - 1

    def top(self, row: int) -> int:
        """First line of a row."""
        return row * ROW_HEIGHT + self.section_of(row) + 1

    def at(self, line: int) -> Place | None:
        """What stands on `line`; None above and below the list."""
        if not 0 <= line < self.height:
            return None
        section = bisect_right(self._tops, line) - 1
        below = line - self._tops[section] - 1
        if below < 0:
            return Place(section, -1, 0)
        return Place(section, self._starts[section] + below // ROW_HEIGHT, below % ROW_HEIGHT)

    def row_near(self, line: int) -> int:
        """The row on `line`, or the one under the heading there; the first or last beyond the ends, -1 without rows."""
        place = self.at(min(max(line, 0), self.height - 1))
        if place is None:
            return -1
        return place.row if place.row >= 0 else self._starts[place.section]


def position(rows: Rows, time: int, id_: int) -> int:
    """Where the article of `time` (Unix seconds) and `id_` stands in `rows`, or would stand."""
    low = bisect_left(rows.times, -time, key=neg)
    high = bisect_right(rows.times, -time, low, key=neg)
    return bisect_left(rows.ids, -id_, low, high, key=neg)


def index_of(rows: Rows, time: int, id_: int) -> int:
    """Where the article stands in `rows`; -1 when it is not there."""
    index = position(rows, time, id_)
    return index if index < len(rows) and rows.ids[index] == id_ else -1


def merge(rows: Rows, heads: Sequence[Head]) -> Rows:
    """`rows` with the articles of `heads` put in their places; those that are there already stay as they are."""
    ids, times = array("q"), array("q")
    done = 0
    for head in sorted(heads, key=lambda head: (-head.sort_at, -head.id)):
        index = position(rows, head.sort_at, head.id)
        if (index < len(rows) and rows.ids[index] == head.id) or (index == done and ids and ids[-1] == head.id):
            continue
        ids.extend(rows.ids[done:index])
        times.extend(rows.times[done:index])
        ids.append(head.id)
        times.append(head.sort_at)
        done = index
    ids.extend(rows.ids[done:])
    times.extend(rows.times[done:])
    return Rows(ids, times, rows.complete)


def union(rows: Rows, others: Rows) -> Rows:
    """The articles of both, each once."""
    pairs = set(zip(rows.times, rows.ids, strict=True))
    pairs.update(zip(others.times, others.ids, strict=True))
    ordered = sorted(pairs, reverse=True)
    return Rows(array("q", [id_ for _, id_ in ordered]), array("q", [time for time, _ in ordered]), rows.complete)


def step(index: int, by: int, count: int) -> int:
    """The index `by` rows on, kept within `count` rows; -1 when there are none."""
    return min(max(index + by, 0), count - 1)


def next_unread(
    ids: Sequence[int], index: int, by: int, unread: Callable[[Sequence[int]], Sequence[bool]], look: int = 400
) -> int | None:
    """The nearest unread of `ids` from `index` (not itself) in the direction `by` (1 or -1), among the next `look`.

    `unread` says it for some ids at a time. -1: there is none up to the list's end; None: not among those `look`.
    """
    done = 0
    chunk = 32
    at = index + by
    while 0 <= at < len(ids) and done < look:
        stop = min(at + chunk, len(ids)) if by > 0 else max(at - chunk, -1)
        found = unread(ids[at:stop] if by > 0 else ids[stop + 1 : at + 1][::-1])
        for number, is_unread in enumerate(found):
            if is_unread:
                return at + by * number
        done += abs(stop - at)
        at = stop
    return None if 0 <= at < len(ids) else -1


def age(moment: int, now: int) -> str:
    """How long ago `moment` was (both in Unix seconds), as short as it goes: "now", "5m", "3h", "2d", "6w", "4y"."""
    minutes = (now - moment) // 60
    if minutes < 1:
        return "now"
    for limit, size, unit in ((60, 1, "m"), (24 * 60, 60, "h"), (14 * 1440, 1440, "d"), (365 * 1440, 10080, "w")):
        if minutes < limit:
            return f"{minutes // size}{unit}"
    return f"{minutes // (365 * 1440)}y"


def long_age(moment: int, now: int, tz: tzinfo | None = None) -> str:
    """How long ago `moment` was, both in Unix seconds, in words; the date when it is more than six days."""
    minutes = (now - moment) // 60
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        return f"{minutes // 60} h ago"
    if minutes < 7 * 1440:
        days = minutes // 1440
        return "yesterday" if days == 1 else f"{days} days ago"
    when, today = datetime.fromtimestamp(moment, tz), datetime.fromtimestamp(now, tz)
    same = when.year == today.year or today - when < timedelta(days=180)
    return f"{when.day} {when:%B}" if same else f"{when.day} {when:%B} {when.year}"
