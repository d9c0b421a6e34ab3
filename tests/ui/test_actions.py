"""The one table of actions, and what is made of it."""

import pytest

from tests.ui.conftest import Start
from tui_reader.config import Config
from tui_reader.ui.actions import Action, Place, all_actions
from tui_reader.ui.keys import footer, key_table, keymap_problems, show_key
from tui_reader.ui.screens.briefing import BriefingScreen
from tui_reader.ui.screens.main import MainScreen
from tui_reader.ui.widgets.article_list import ArticleList
from tui_reader.ui.widgets.article_view import ArticleView
from tui_reader.ui.widgets.sources import SourcesList

OWNERS = {
    Place.ANYWHERE: MainScreen,
    Place.LIST: ArticleList,
    Place.ARTICLE: ArticleView,
    Place.SOURCES: SourcesList,
    Place.BRIEFING: BriefingScreen,
}


@pytest.mark.parametrize("action", all_actions(), ids=lambda action: action.id)
def test_each_action_exists_and_explains_itself(action: Action) -> None:
    assert callable(getattr(OWNERS[action.place], f"action_{action.id}"))
    assert action.help[0].isupper()
    assert not action.help.endswith(".")
    assert action.label
    assert action.keys or action.palette, "it could not be reached"


def test_ids_and_keys_are_used_once() -> None:
    ids = [action.id for action in all_actions()]
    assert len(set(ids)) == len(ids)
    assert keymap_problems({}) == []


def test_what_is_wrong_with_the_users_keys() -> None:
    problems = keymap_problems({"sumary": "s", "star": "m"})
    assert problems[0] == "keys: there is no action “sumary”"
    assert problems[1:] == ["keys: m is “star” now, and “toggle_read” needs another key"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [("asterisk", "*"), ("question_mark", "?"), ("ctrl+p", "ctrl+p"), ("escape", "esc"), ("shift+tab", "shift+tab")],
)
def test_keys_are_shown_as_people_write_them(key: str, shown: str) -> None:
    assert show_key(key) == shown


def test_the_footer_begins_with_the_summary() -> None:
    keys = footer(Place.LIST, {"summary": "S"})
    assert keys[0] == ("S", "S", "Summary")
    assert [label for _, _, label in keys[:4]] == ["Summary", "Help", "Next", "Prev"]


def test_the_readme_table_has_every_key() -> None:
    table = key_table()
    assert "| `s` | Summary instead of the full text" in table
    assert len(table.splitlines()) == 2 + sum(bool(action.keys) for action in all_actions())


async def test_keys_can_be_changed(start: Start) -> None:
    config = Config(refresh_on_start=False, refresh_minutes=0, keys={"toggle_read": "x", "list_down": "d"})
    async with start(config=config) as desk:
        await desk.press("d", "m", "x")
        assert desk.main.listing.cursor == 1
        assert desk.app.reader.counts().unread == 23
        assert "x Read" in desk.screen_text()
        await desk.press("question_mark")
        assert "x " in desk.screen_text()


async def test_wrong_keys_are_said_at_the_start(start: Start) -> None:
    config = Config(refresh_on_start=False, refresh_minutes=0, keys={"sumary": "s"})
    async with start(config=config) as desk:
        await desk.until(lambda: desk.said == "keys: there is no action “sumary”")


async def test_the_footer_runs_what_it_shows(start: Start) -> None:
    async with start() as desk:
        line = desk.screen_text().splitlines()[-1]
        await desk.pilot.click("BottomBar", offset=(line.index("Star"), 0))
        await desk.until(lambda: desk.app.reader.counts().starred == 1)


async def test_the_palette_finds_an_action_by_its_name(start: Start) -> None:
    async with start() as desk:
        await desk.press("ctrl+p", *"starred")
        await desk.until(lambda: "What has a star" in desk.screen_text())
        await desk.press("enter")
        await desk.until(lambda: desk.main.scope.view == "starred")
