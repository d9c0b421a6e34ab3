from array import array
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain import rows as r
from tui_reader.domain.models import Head, Rows

NOON = int(datetime(2026, 3, 18, 12, tzinfo=UTC).timestamp())
HOUR, DAY = 3600, 86400


def make(pairs: Sequence[tuple[int, int]]) -> Rows:
    """Rows of (time, id), put in their order."""
    ordered = sorted(set(pairs), reverse=True)
    return Rows(array("q", [id_ for _, id_ in ordered]), array("q", [time for time, _ in ordered]))


def head(id_: int, time: int) -> Head:
    return Head(id=id_, feed_id=1, feed="Small Wire", title=f"Article {id_}", sort_at=time)


moments = st.integers(NOON - 40 * DAY, NOON)
row_lists = st.lists(st.tuples(moments, st.integers(1, 999)), max_size=60, unique_by=lambda pair: pair[1]).map(make)


def test_a_day_ends_at_midnight_of_the_zone() -> None:
    times = [NOON, NOON - 11 * HOUR, NOON - 12 * HOUR, NOON - 12 * HOUR - 1, NOON - 3 * DAY]
    assert r.sections(times, UTC) == (
        r.Section(date(2026, 3, 18), 0),
        r.Section(date(2026, 3, 17), 3),
        r.Section(date(2026, 3, 15), 4),
    )
    west = timezone(timedelta(hours=-2))
    assert [section.start for section in r.sections(times, west)] == [0, 1, 4]
    assert r.sections([], UTC) == ()


def test_days_of_23_and_25_hours() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    spring = [
        int(datetime(2026, 3, day, hour, tzinfo=berlin).timestamp()) for day, hour in ((30, 0), (29, 23), (29, 0))
    ]
    assert [section.start for section in r.sections(spring, berlin)] == [0, 1]
    autumn = [
        int(datetime(2026, 10, day, hour, tzinfo=berlin).timestamp()) for day, hour in ((26, 0), (25, 23), (25, 0))
    ]
    assert [section.start for section in r.sections(autumn, berlin)] == [0, 1]


@given(row_lists, st.sampled_from([UTC, timezone(timedelta(hours=9)), ZoneInfo("America/New_York")]))
def test_sections_hold_each_row_under_its_own_day(rows: Rows, tz: tzinfo) -> None:
    found = r.sections(rows.times, tz)
    lines = r.Lines(len(rows), found)
    assert sorted({section.day for section in found}, reverse=True) == [section.day for section in found]
    for index, time in enumerate(rows.times):
        assert found[lines.section_of(index)].day == datetime.fromtimestamp(time, tz).date()


@given(row_lists)
def test_lines_and_rows_are_each_others_inverse(rows: Rows) -> None:
    lines = r.Lines(len(rows), r.sections(rows.times, UTC))
    seen: list[r.Place] = []
    for line in range(lines.height):
        place = lines.at(line)
        assert place is not None
        seen.append(place)
        if place.row >= 0:
            assert lines.top(place.row) + place.part == line
    assert len(set(seen)) == lines.height
    assert sum(place.row >= 0 for place in seen) == len(rows) * r.ROW_HEIGHT
    assert lines.at(-1) is None
    assert lines.at(lines.height) is None


def test_row_near_a_line() -> None:
    rows = make([(NOON, 1), (NOON - 1, 2), (NOON - DAY, 3)])
    lines = r.Lines(3, r.sections(rows.times, UTC))
    assert [lines.row_near(line) for line in (-5, 0, 1, 2, 3, 4, 5, 6, 7, 99)] == [0, 0, 0, 0, 1, 1, 2, 2, 2, 2]
    assert r.Lines(0, ()).row_near(0) == -1


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2026, 3, 18), "Today"),
        (date(2026, 3, 17), "Yesterday"),
        (date(2026, 3, 16), "Monday"),
        (date(2026, 3, 12), "Thursday"),
        (date(2026, 3, 11), "Wednesday, 11 March"),
        (date(2025, 12, 31), "31 December 2025"),
        (date(2026, 3, 19), "Thursday, 19 March"),
    ],
)
def test_day_titles(day: date, title: str) -> None:
    assert r.day_title(day, date(2026, 3, 18)) == title


@given(row_lists)
def test_every_article_is_found_where_it_stands(rows: Rows) -> None:
    for index, (time, id_) in enumerate(zip(rows.times, rows.ids, strict=True)):
        assert r.index_of(rows, time, id_) == index
        assert r.index_of(rows, time, 1000 + id_) == -1


@given(row_lists, st.lists(st.tuples(moments, st.integers(1, 1500)), max_size=30, unique_by=lambda pair: pair[1]))
def test_merging_keeps_order_and_adds_each_once(rows: Rows, new: list[tuple[int, int]]) -> None:
    known = dict(zip(rows.ids, rows.times, strict=True))
    pairs = [(known.get(id_, time), id_) for time, id_ in new]
    merged = r.merge(rows, [head(id_, time) for time, id_ in [*pairs, *pairs[:3]]])
    wanted = make([*zip(rows.times, rows.ids, strict=True), *pairs])
    assert (merged.ids, merged.times) == (wanted.ids, wanted.times)


@given(row_lists, row_lists)
def test_union(one: Rows, other: Rows) -> None:
    pairs = [*zip(one.times, one.ids, strict=True), *zip(other.times, other.ids, strict=True)]
    wanted = make(pairs)
    both = r.union(one, other)
    assert (both.ids, both.times) == (wanted.ids, wanted.times)


@given(st.lists(st.booleans(), max_size=120), st.integers(0, 119), st.sampled_from([1, -1]))
def test_next_unread(flags: list[bool], index: int, by: int) -> None:
    rows = make([(NOON - number, number) for number in range(len(flags))])
    index = min(index, max(len(flags) - 1, 0))
    beyond = range(index + 1, len(flags)) if by > 0 else range(index - 1, -1, -1)
    wanted = next((at for at in beyond if flags[at]), -1)
    assert r.next_unread(rows.ids, index, by, lambda ids: [flags[id_] for id_ in ids]) == wanted


def test_next_unread_gives_up_after_so_many() -> None:
    rows = make([(NOON - number, number) for number in range(1000)])
    asked: list[int] = []

    def none(ids: Sequence[int]) -> list[bool]:
        asked.extend(ids)
        return [False] * len(ids)

    assert r.next_unread(rows.ids, 0, 1, none, look=100) is None
    assert 100 <= len(asked) < 140


def test_step_stays_inside() -> None:
    assert (r.step(3, -5, 10), r.step(3, 50, 10), r.step(3, 2, 10), r.step(0, 1, 0)) == (0, 9, 5, -1)


@pytest.mark.parametrize(
    ("ago", "short", "long"),
    [
        (-5, "now", "just now"),
        (59, "now", "just now"),
        (300, "5m", "5 min ago"),
        (2 * HOUR, "2h", "2 h ago"),
        (DAY, "1d", "yesterday"),
        (3 * DAY, "3d", "3 days ago"),
        (13 * DAY, "13d", "5 March"),
        (21 * DAY, "3w", "25 February"),
        (100 * DAY, "14w", "8 December"),
        (800 * DAY, "2y", "8 January 2024"),
    ],
)
def test_ages(ago: int, short: str, long: str) -> None:
    assert r.age(NOON - ago, NOON) == short
    assert r.long_age(NOON - ago, NOON, UTC) == long
