"""Rows with open stories: every count agrees with the list written out."""

from array import array
from collections.abc import Sequence
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain import rows as r
from tui_reader.domain.models import Head, Rows
from tui_reader.domain.unfolding import Branch, OpenStory, Unfolded

DAY = 86400


def make(pairs: Sequence[tuple[int, int]]) -> Rows:
    ordered = sorted(set(pairs), reverse=True)
    return Rows(array("q", [id_ for _, id_ in ordered]), array("q", [time for time, _ in ordered]))


def story(lead: int, *members: int) -> OpenStory:
    """Of articles that are dated by their ids, an hour apart."""
    return OpenStory((lead * 3600, lead), tuple((id_ * 3600, id_) for id_ in members))


def listed(ids: Sequence[int], *stories: OpenStory) -> Unfolded:
    return Unfolded(make([(id_ * 3600, id_) for id_ in ids]), stories)


def test_an_open_story_stands_below_its_row() -> None:
    found = listed([9, 7, 5, 3], story(7, 2, 8), story(3, 1))
    assert list(found.ids) == [9, 7, 2, 8, 5, 3, 1]
    assert [found.branch(index) for index in range(7)] == [
        Branch.NONE, Branch.LEAD, Branch.MEMBER, Branch.LAST, Branch.NONE, Branch.LEAD, Branch.LAST,
    ]  # fmt: skip
    assert [found.below(index) for index in range(7)] == [0, 2, 0, 0, 0, 1, 0]
    assert [found.place(index) for index in range(7)] == [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (3, 1)]
    assert found.story(3) == found.story(1) == story(7, 2, 8)
    assert found.story(4) is None


def test_the_next_row_is_the_next_story_and_inside_a_story_the_next_of_its_articles() -> None:
    found = listed([9, 7, 5, 3], story(7, 2, 8), story(3, 1))
    assert [found.beside(index, 1) for index in range(7)] == [1, 4, 3, 4, 5, -1, -1]
    assert [found.beside(index, -1) for index in range(7)] == [-1, 0, 1, 2, 1, 4, 5]


def test_what_has_a_row_of_its_own_stays_there() -> None:
    assert list(listed([9, 7, 5], story(9, 7, 4)).ids) == [9, 4, 7, 5]
    alone = listed([9, 7, 5], story(9, 7, 5), story(6, 1))
    assert (list(alone.ids), alone.stories) == ([9, 7, 5], ())
    assert list(listed([9, 7], story(9, 4), story(7, 4, 3)).ids) == [9, 4, 7, 3]


def test_a_story_is_opened_below_the_row_that_stands_for_it() -> None:
    heads = [Head(id=id_, feed_id=1, feed="Small Wire", title="", sort_at=id_ * 3600) for id_ in (8, 7, 2)]
    assert OpenStory.below(heads[1], heads) == story(7, 8, 2)
    assert OpenStory.below(heads[1], heads).ids == {8, 7, 2}


@given(st.data())
def test_every_count_agrees_with_the_list_written_out(data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.integers(1, 400), max_size=30, unique=True))
    stories = [
        story(lead, *data.draw(st.lists(st.integers(1, 500), max_size=5, unique=True)))
        for lead in data.draw(st.lists(st.integers(1, 400), max_size=4, unique=True))
    ]
    found = listed(ids, *stories)
    assert len(set(found.ids)) == len(found.ids) == len(found)
    places = [found.place(index) for index in range(len(found))]
    assert places == sorted(places)
    for index, (place, part) in enumerate(places):
        id_ = found.ids[index]
        assert found.find(id_ * 3600, id_) == index
        if not part:
            assert (found.index(place), found.rows.ids[place]) == (index, id_)
        assert (found.branch(index) in (Branch.MEMBER, Branch.LAST)) == bool(part)
        within = found.story(index)
        assert (within is not None) == (found.branch(index) is not Branch.NONE)
        assert within is None or id_ in within.ids
    assert found.find(999 * 3600, 999) == -1
    days = found.sections(r.sections(found.rows.times, UTC))
    lines = r.Lines(len(found), days)
    for index, (place, _) in enumerate(places):
        assert days[lines.section_of(index)].day.toordinal() == 719163 + found.rows.times[place] // DAY


@given(
    st.lists(st.integers(1, 90), min_size=1, max_size=20, unique=True),
    st.lists(st.integers(1, 99), max_size=6, unique=True),
)
def test_next_and_previous_come_through_the_whole_list(ids: list[int], members: list[int]) -> None:
    found = listed(ids, story(ids[0], *members))
    down = [index for index in range(len(found)) if found.place(index)[1] == 0]
    at, seen = 0, [0]
    while (at := found.beside(at, 1)) >= 0:
        seen.append(at)
    assert seen == down
    at, seen = down[-1], [down[-1]]
    while (at := found.beside(at, -1)) >= 0:
        seen.append(at)
    assert seen == down[::-1]
