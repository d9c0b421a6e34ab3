"""The list: what a row looks like at any width, and what stays where it is when rows come in."""

from array import array
from collections.abc import Sequence
from datetime import UTC
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.app import App, ComposeResult

from tests.library import NOW
from tui_reader.domain.models import Head, Rows
from tui_reader.domain.text import clean_line
from tui_reader.domain.unfolding import Branch
from tui_reader.ui.widgets.article_list import ArticleList
from tui_reader.ui.widgets.list_canvas import PARTS
from tui_reader.ui.widgets.row_strips import (
    RowState,
    RowStyles,
    empty_strips,
    fit,
    heading_strip,
    more_span,
    row_strips,
    shorten,
    wrap,
)

MOMENT = int(NOW.timestamp())
STYLES = RowStyles(Style(), **dict.fromkeys(PARTS, Style()))

texts = st.one_of(st.text(max_size=60), st.text(alphabet="日本語テキスト한국어 ａé👨‍👩‍👧🇳🇱e\u0301", max_size=40)).map(
    clean_line
)
"""What rows are made of: foreign text comes through `clean_line` only."""
heads = st.builds(
    Head,
    id=st.integers(1, 9),
    feed_id=st.just(1),
    feed=texts,
    title=texts,
    sort_at=st.integers(0, MOMENT + 9999),
    read=st.booleans(),
    starred=st.booleans(),
    later=st.booleans(),
    changed=st.booleans(),
    words=st.integers(0, 99_999),
    source=texts,
    others=st.integers(0, 99),
    also=st.lists(texts, max_size=3).map(tuple),
)

states = st.builds(
    RowState, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(list(Branch)), st.sampled_from([0, 0, 3, 40])
)


def head(id_: int, *, minutes_ago: int = 0, title: str = "", **more: Any) -> Head:
    known: dict[str, Any] = {
        "feed_id": 1,
        "feed": "Small Wire",
        "title": title or f"Article {id_}",
        "sort_at": MOMENT - minutes_ago * 60,
        "words": 900,
    }
    return Head(id=id_, **{**known, **more})


@given(heads, st.integers(1, 120), states)
def test_a_row_is_as_wide_as_the_list(one: Head, width: int, state: RowState) -> None:
    for strip in row_strips(one, width, state, MOMENT, STYLES):
        assert strip.cell_length == width
        assert sum(segment.cell_length for segment in strip) == width


@given(heads, st.integers(60, 120), states)
def test_the_mark_of_a_story_is_where_a_click_finds_it(one: Head, width: int, state: RowState) -> None:
    cells = more_span(one, width, state, MOMENT)
    line = row_strips(one, width, state, MOMENT, STYLES)[1]
    told = line.crop(cells.start, cells.stop).text.split()
    if state.below:
        assert told == [f"−{state.below}"] or (one.others and state.branch is Branch.NONE)
    if one.others and state.branch is Branch.NONE:
        assert told[0] == f"+{one.others}"
    elif not state.below:
        assert told == []


@pytest.mark.parametrize(
    ("source", "width", "line"),
    [
        ("Harbour Post", 60, "   Harbour Post via Small Wire · 2h · 4 min"),
        ("Harbour Post", 42, "   Harbour Post · 2h · 4 min"),
        ("Small", 60, "   Small Wire · 2h · 4 min"),
        ("Small Wire, World", 60, "   Small Wire, World · 2h · 4 min"),
        ("", 60, "   Small Wire · 2h · 4 min"),
    ],
)
def test_a_row_names_the_source_and_with_room_the_feed(source: str, width: int, line: str) -> None:
    one = head(1, minutes_ago=120, source=source)
    assert row_strips(one, width, RowState(), MOMENT, STYLES)[1].text.rstrip() == line


def test_the_names_of_a_storys_sources_go_before_the_feeds() -> None:
    one = head(1, minutes_ago=120, source="Harbour Post", others=2, also=("Coast Daily", "Town"))
    lines = [row_strips(one, width, RowState(), MOMENT, STYLES)[1].text.strip() for width in (80, 50, 40)]
    assert lines == [
        "Harbour Post via Small Wire · 2h · 4 min +2 Coast Daily, Town",
        "Harbour Post · 2h · 4 min +2 Coast Daily, Town",
        "Harbour Post · 2h · 4 min +2 Coast…",
    ]


@given(texts, texts, texts, st.integers(1, 120))
def test_headings_and_notes_are_as_wide_as_the_list(title: str, place: str, fresh: str, width: int) -> None:
    assert heading_strip(title, place, fresh, width, STYLES).cell_length == width
    assert {strip.cell_length for strip in empty_strips([title, place], width, 10, STYLES)} == {width}


@given(texts, st.integers(1, 60))
def test_fitting_and_shortening(text: str, width: int) -> None:
    from rich.cells import cell_len

    assert cell_len(fit(text, width)) == width
    assert cell_len(shorten(text, width)) <= width
    assert all(cell_len(line) <= width for line in wrap(text, width))


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (40, "   Small Wire · 2h · 4 min ★ later"),
        (34, "   Small Wi… · 2h · 4 min ★ later"),
        (32, "   Small Wire · 2h ★ later"),
        (24, "   Small… · 2h ★ later"),
    ],
)
def test_what_goes_first_when_there_is_little_room(width: int, line: str) -> None:
    one = head(1, minutes_ago=120, starred=True, later=True)
    assert row_strips(one, width, RowState(), MOMENT, STYLES)[1].text.rstrip() == line


class ListApp(App[None]):
    CSS = "ArticleList { scrollbar-visibility: hidden; height: 1fr; }"

    def __init__(self, heads: Sequence[Head]) -> None:
        super().__init__()
        self.heads = {one.id: one for one in heads}
        self.asked: list[int] = []
        self.opened: list[int] = []

    def read(self, ids: Sequence[int]) -> list[Head]:
        self.asked.extend(ids)
        return [self.heads[id_] for id_ in ids if id_ in self.heads]

    def compose(self) -> ComposeResult:
        yield ArticleList(self.read, lambda: NOW, tz=UTC)

    @property
    def listing(self) -> ArticleList:
        return self.query_one(ArticleList)

    def show(self) -> None:
        ordered = sorted(self.heads.values(), key=lambda one: (-one.sort_at, -one.id))
        self.listing.set_rows(
            Rows(array("q", [one.id for one in ordered]), array("q", [one.sort_at for one in ordered]))
        )

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        self.opened.append(event.article_id)


async def test_new_rows_leave_the_screen_as_it_is() -> None:
    app = ListApp([head(number, minutes_ago=60 * number) for number in range(1, 60)])
    async with app.run_test(size=(60, 20)) as pilot:
        app.show()
        await pilot.press(*("j",) * 20)
        before = [app.listing.render_line(y).text for y in range(1, 20)]
        current = app.listing.current
        assert app.listing.add([head(100, minutes_ago=1), head(101, minutes_ago=90), head(5, minutes_ago=300)]) == 2
        await pilot.pause()
        assert app.listing.current == current
        assert [app.listing.render_line(y).text for y in range(1, 20)] == before
        assert app.listing.render_line(0).text.split()[-6:] == ["↑", "2", "new", "23", "of", "61"]
        await pilot.press("g")
        assert "new" not in app.listing.render_line(0).text


async def test_new_rows_leave_an_open_story_as_it_is() -> None:
    members = [head(200 + number, minutes_ago=5000 + number) for number in range(4)]
    app = ListApp([head(number, minutes_ago=60 * number) for number in range(1, 60)])
    async with app.run_test(size=(60, 20)) as pilot:
        app.show()
        listing = app.listing
        await pilot.press(*("j",) * 8)
        lead = listing.head(8)
        assert lead is not None
        assert listing.open_story(lead, [lead, *members])
        await pilot.press(*("j",) * 10)
        listing.scroll_to(y=listing._lines.top(9), animate=False, immediate=True)
        await pilot.pause()
        before = [listing.render_line(y).text for y in range(1, 20)]
        current = listing.current
        assert "├" in before[1]
        assert listing.add([head(100, minutes_ago=1), head(101, minutes_ago=90), head(102, minutes_ago=2000)]) == 3
        await pilot.pause()
        assert [listing.render_line(y).text for y in range(1, 20)] == before
        assert listing.current == current
        assert listing.add(members[1:2]) == 1, "an article of the story that comes to have a row of its own"
        assert listing.current == current
        listing.close_story(listing.listed.stories[0])
        assert listing.current == current
        assert len(listing.listed) == 63


async def test_what_is_drawn_of_an_open_story_that_is_gone() -> None:
    app = ListApp([head(1), head(2, minutes_ago=5)])
    async with app.run_test(size=(60, 10)) as pilot:
        app.show()
        lead = app.listing.head(0)
        assert lead is not None
        assert app.listing.open_story(lead, [head(9, minutes_ago=3)])
        app.listing.changed()
        await pilot.pause()
        assert app.listing.render_line(3).text.startswith("   └   (gone)")


async def test_the_first_rows_of_an_empty_list() -> None:
    app = ListApp([])
    async with app.run_test(size=(60, 20)) as pilot:
        app.listing.show_empty(["Nothing", "R asks for news"])
        assert "R asks for news" in "".join(app.listing.render_line(y).text for y in range(20))
        app.listing.add([head(1)])
        await pilot.pause()
        assert app.listing.current == 1


async def test_only_what_is_seen_is_read() -> None:
    app = ListApp([head(number, minutes_ago=number) for number in range(1, 3001)])
    async with app.run_test(size=(60, 30)) as pilot:
        app.show()
        await pilot.pause()
        assert len(app.asked) <= 60
        await pilot.press("G")
        assert app.listing.current == 3000
        assert len(app.asked) <= 140


async def test_what_is_gone_is_said() -> None:
    app = ListApp([head(1), head(2, minutes_ago=5)])
    async with app.run_test(size=(60, 10)) as pilot:
        app.show()
        del app.heads[2]
        app.listing.changed()
        await pilot.pause()
        assert "(gone)" in app.listing.render_line(3).text


async def test_a_click_opens_the_row_and_not_the_heading() -> None:
    app = ListApp([head(number, minutes_ago=600 * number) for number in range(1, 10)])
    async with app.run_test(size=(60, 20)) as pilot:
        app.show()
        await pilot.pause()
        await pilot.click(ArticleList, offset=(10, 0))
        await pilot.click(ArticleList, offset=(10, 3))
        assert app.opened == []
        await pilot.click(ArticleList, offset=(10, 5))
        await pilot.pause()
        assert app.opened == [2]
        assert app.listing.current == 2


async def test_pages_and_ends() -> None:
    app = ListApp([head(number, minutes_ago=number) for number in range(1, 101)])
    async with app.run_test(size=(60, 21)) as pilot:
        app.show()
        await pilot.press("pagedown")
        assert app.listing.cursor == 9
        await pilot.press("ctrl+d", "ctrl+d", "ctrl+u", "pageup", "k")
        assert app.listing.cursor == 3
        await pilot.press("end")
        assert app.listing.cursor == 99
        await pilot.press("home", "up")
        assert app.listing.cursor == 0


async def test_a_hundred_thousand_rows_are_there_at_once() -> None:
    app = ListApp([])
    count = 100_000
    rows = Rows(array("q", range(count, 0, -1)), array("q", range(MOMENT, MOMENT - count * 60, -60)))
    app.heads = {number: head(number) for number in range(count - 60, count + 1)}
    async with app.run_test(size=(60, 30)) as pilot:
        begin = process_time()
        app.listing.set_rows(rows)
        await pilot.pause()
        assert process_time() - begin < 1
        assert "1 of 100,000" in app.listing.render_line(0).text


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (3, 1), (8, 2)])
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    app = ListApp([head(number, minutes_ago=number) for number in range(1, 50)])
    async with app.run_test(size=size) as pilot:
        app.show()
        await pilot.press("j", "G", "k", "g")
        assert app.listing.cursor == 0
