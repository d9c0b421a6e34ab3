"""Keys of the article pane that are pressed in the list."""

from dataclasses import replace

from textual import events

from tests.ui.conftest import NARROW, QUIET, WIDE, Start
from tui_reader.ui.actions import all_actions
from tui_reader.ui.screens.reaching import REACHED


async def test_a_key_of_the_article_leads_there_and_does_what_it_does(start: Start) -> None:
    for size in (WIDE, NARROW):
        async with start(size=size) as desk:
            assert desk.app.focused is desk.main.listing
            await desk.press("ctrl+f")
            await desk.until(lambda: desk.main.view.find.open)
            assert desk.app.focused is desk.main.view
            assert desk.main.shown is not None
            assert desk.main.shown.id == desk.main.listing.current


async def test_keys_that_come_in_one_go_are_not_lost(start: Start) -> None:
    async with start() as desk:
        await desk.press("j")
        for key in ("enter", "H"):
            desk.app.post_message(events.Key(key, None))
        await desk.until(lambda: desk.main.view.lit)
        await desk.press("H")
        await desk.until(lambda: not desk.main.view.lit)


async def test_what_is_typed_right_behind_find_is_looked_for(start: Start) -> None:
    for keys in ({}, {"article_find": "ctrl+g"}):
        async with start(config=replace(QUIET, keys=keys)) as desk:
            await desk.press("enter")
            for key in (keys.get("article_find", "ctrl+f"), *"harbour"):
                desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await desk.until(lambda: desk.main.view.find.query == "harbour")


async def test_what_waits_for_an_article_is_dropped_when_one_goes_on(start: Start) -> None:
    async with start() as desk:
        desk.main._reached = (-1, "article_find")
        await desk.press("j", "enter")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == desk.main.listing.current)
        assert not desk.main.view.find.open


async def test_the_list_s_own_keys_stay_its_own(start: Start) -> None:
    async with start() as desk:
        await desk.press("G")
        assert desk.main.listing.cursor == 23
        assert desk.app.focused is desk.main.listing


async def test_without_an_article_it_says_so(start: Start) -> None:
    async with start(0) as desk:
        await desk.press("escape", "t")
        assert desk.said == "There is no article here"


def test_the_keys_are_those_that_no_other_pane_has() -> None:
    names = {action.id for action in REACHED}
    assert {"article_find", "article_labels", "article_contents", "article_pictures", "highlights"} <= names
    assert not {"article_down", "article_top", "article_choose"} & names
    assert names <= {action.id for action in all_actions()}
