"""The search line: the word that is being typed may go on, and every letter that is typed reaches it."""

import pytest
from textual import events

from tests.ui.conftest import NARROW, WIDE, Start
from tui_reader.domain.models import Scope, View
from tui_reader.ui.screens.searching import as_typed


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("harb", "harb*"),
        ("new harb", "new harb*"),
        ("harb ", "harb"),
        ("harb*", "harb*"),
        ("", ""),
        (" ", ""),
        ('"new harb', '"new harb'),
        ('"new harbour" li', '"new harbour" li*'),
        ("harbour -fer", "harbour -fer"),
        ("C++", "C++"),
        ("東京", "東京*"),
    ],
)
def test_the_last_word_may_go_on_while_one_types(text: str, query: str) -> None:
    assert as_typed(text) == query


async def test_the_beginning_of_a_word_finds_it(start: Start) -> None:
    async with start() as desk:
        await desk.until(lambda: len(desk.app.reader.search("harbour").ids) == 3)
        await desk.press("slash", *"harb")
        await desk.until(lambda: len(desk.main.listing.rows) == 3)
        assert desk.titles.startswith("“harb” · 3 found")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == desk.main.listing.current)
        await desk.press("enter")
        assert len(desk.main.listing.rows) == 3
        await desk.press("slash", "end", "space")
        await desk.until(lambda: "Nothing found" in desk.screen_text())


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_letters_that_come_at_once_with_the_key_are_typed(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as desk:
        await desk.until(lambda: desk.main.search_box.is_attached and desk.main.view.is_attached)
        for pane in (desk.main.listing, desk.main.view):
            desk.main.set_focus(pane)
            for key, character in (("slash", "/"), *((letter, letter) for letter in "hqlmn2")):
                desk.app.post_message(events.Key(key, character))
            await desk.until(lambda: desk.main.search_box.value == "hqlmn2")
            assert desk.app.focused is desk.main.search_box
            await desk.press("escape")
        assert desk.app.reader.counts().unread >= 23, "none of the letters did what it does in the list"


async def test_the_reader_begins_again_where_one_was_before_the_search(start: Start) -> None:
    async with start() as desk:
        await desk.press("j", "asterisk", "3")
        starred = desk.main.listing.current
        await desk.press("slash", *"harbour", "enter")
        await desk.until(lambda: desk.main.scope.query)
        await desk.press("n", "ctrl+q")
    async with start() as desk:
        assert desk.main.scope == Scope(View.STARRED)
        assert desk.main.listing.current == starred


async def test_large_numbers_can_be_read_and_a_cut_search_says_so(start: Start) -> None:
    async with start(1200) as desk:
        assert desk.titles.startswith("Unread · 1,200")
        await desk.until(lambda: "1 of 1,200" in desk.line(0))
        await desk.until(lambda: desk.app.reader.library.index_pending() == 0)
        await desk.press("slash", *"the")
        await desk.until(lambda: desk.titles.startswith("“the” · 500+ found"))
