"""How the app begins and ends, and what it takes from its surroundings."""

import time
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from textual import events

from tests.library import NOW, add_articles, entry, make_library
from tests.ui.conftest import QUIET, Start
from tui_reader.domain.models import Scope
from tui_reader.reader import Reader
from tui_reader.store import Library
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.desk import Memory
from tui_reader.ui.themes import DARK, LIGHT, shades


async def test_a_theme_is_kept(start: Start) -> None:
    async with start() as desk:
        assert desk.app.theme == DARK.name
        desk.app.theme = LIGHT.name
        await desk.until(lambda: desk.app.reader.get_state("theme") == LIGHT.name)
    async with start() as desk:
        assert desk.app.theme == LIGHT.name
        assert desk.app.get_css_variables()["reader-strong"] == LIGHT.variables["reader-strong"]


async def test_an_unknown_theme_is_said(start: Start) -> None:
    async with start(config=replace(QUIET, theme="purple")) as desk:
        await desk.until(lambda: "there is none called “purple”" in desk.said)
        assert desk.app.theme == DARK.name


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "nord", "textual-light"])
async def test_other_themes_have_all_shades(start: Start, theme: str) -> None:
    async with start(config=replace(QUIET, theme=theme)) as desk:
        await desk.press("j", "enter", "question_mark")
        assert desk.app.theme == theme
        variables = desk.app.get_css_variables()
        assert set(shades(variables)) <= set(variables)


async def test_no_colour_is_asked_for(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start() as desk:
        await desk.press("j")
        strips = desk.app.screen._compositor.render_strips()
        colours = {
            segment.style.color
            for strip in strips
            for segment in strip.apply_filter(desk.app._filters[-1], desk.app.screen.background_colors[1])
            if segment.style is not None
        }
        assert {colour.name for colour in colours if colour is not None} <= {"default"}


async def test_problems_of_the_settings_are_said_first(library_path: Path) -> None:
    reader = Reader(QUIET, make_library(library_path, 1))
    app = ReaderApp(reader, ["config.toml, line 3: colour is no setting [/x]"], now=lambda: NOW, tz=UTC)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert app.main.bottom.message == "config.toml, line 3: colour is no setting [/x]"
    reader.close()


async def test_what_another_process_wrote_comes_in(start: Start, library_path: Path) -> None:
    async with start() as desk:
        current = desk.main.listing.current
        with Library.open(library_path) as other:
            add_articles(other, other.feeds()[0].id, [entry(990, NOW, "From next door")])
            other.mark([other.rows(Scope()).ids[5]], starred=True)
        await desk.until(lambda: len(desk.main.listing.rows) == 25)
        assert desk.main.listing.current == current
        await desk.until(lambda: "★" in desk.screen_text())


async def test_new_since_the_last_visit(start: Start) -> None:
    def visited(reader: Reader) -> None:
        reader.set_state("last_visit", str(int(NOW.timestamp()) - 5 * 3600))

    async with start(prepare=visited) as desk:
        await desk.until(lambda: desk.main.title_bar.note)
        assert desk.titles == "Unread · 24 last visit 09:30, 15 new"


async def test_an_error_that_nobody_foresaw_is_raised_to_the_caller(library_path: Path) -> None:
    reader = Reader(QUIET, make_library(library_path, 1))

    class Broken(ReaderApp):
        def action_break(self) -> None:
            raise RuntimeError("the secret sk-123 was here")

    app = Broken(reader, now=lambda: NOW, tz=UTC)
    app.bind("f12", "break")
    with pytest.raises(RuntimeError):
        async with app.run_test() as pilot:
            await pilot.press("f12")
    with pytest.raises(RuntimeError):
        app.raise_fault()
    assert app._exit_renderables == [], "nothing with the values of variables is printed"
    reader.close()


async def test_quitting_takes_no_time(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "s")
        begin = time.perf_counter()
        desk.app.exit()
    assert time.perf_counter() - begin < 2, "measured on a busy machine; alone it is a tenth of that"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        '{"view": "nonsense"}',
        '{"mode": 7}',
        Memory().to_json().replace('"feed_id": null', '"feed_id": "x"'),
    ],
)
def test_a_damaged_memory_is_no_reason_not_to_start(text: str) -> None:
    memory = Memory.from_json(text)
    assert memory.view == "unread"
    assert memory.mode == "full"
    assert memory.feed_id is None


def test_the_memory_is_read_as_it_was_written() -> None:
    memory = Memory(view="later", feed_id=3, folder="News", article_id=12, mode="summary", sources=False)
    assert Memory.from_json(memory.to_json()) == memory


async def test_all_that_another_process_brings_comes_in_also_what_is_old(start: Start, library_path: Path) -> None:
    async with start() as desk:
        await desk.press("n")
        assert desk.main.view.page is not None
        assert desk.main.view.page.place == "2 of 24"
        with Library.open(library_path) as other:
            feed_id = other.feeds()[0].id
            old = [entry(number, NOW - timedelta(days=number)) for number in range(1000, 1400)]
            add_articles(other, feed_id, old)
            add_articles(other, feed_id, [entry(990, NOW, "From next door")])
        await desk.until(lambda: len(desk.main.listing.rows) == 425)
        await desk.until(lambda: desk.main.view.page is not None and desk.main.view.page.place == "3 of 425")


async def test_a_page_in_a_palette_that_is_not_drawn_yet(start: Start) -> None:
    async with start() as desk:
        for key in ("pagedown", "pageup"):
            await desk.press("ctrl+p")
            desk.app.post_message(events.Key(key, None))
            await desk.press("escape")
            assert desk.app.is_running


async def test_a_palette_that_cannot_be_seen(start: Start) -> None:
    async with start(size=(1, 1)) as desk:
        await desk.press("ctrl+p", "pagedown", "end", "s")
        assert desk.app.is_running
        await desk.press("escape")
        assert desk.app.screen is desk.main


async def test_all_problems_of_the_settings_can_be_read(start: Start) -> None:
    keys = {"sumary": "s", "star": "m"}
    async with start(config=replace(QUIET, theme="purple", keys=keys)) as desk:
        await desk.until(lambda: desk.said.startswith("3 problems in the settings, ! shows them: theme"))
        await desk.press("exclamation_mark")
        for problem in ("none called “purple”", "no action “sumary”", "“toggle_read” needs another key"):
            assert problem in " ".join(desk.screen_text().split())
