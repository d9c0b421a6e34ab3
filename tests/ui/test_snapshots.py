"""The main states as pictures. `pytest tests/ui/test_snapshots.py --snapshot-update` after looking at what changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.library import NOW, add_articles, make_library
from tests.ui.conftest import QUIET
from tui_reader.adding import add_sample
from tui_reader.domain.models import Scope
from tui_reader.domain.stories import Story
from tui_reader.reader import Reader
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.briefing import BriefingScreen

Snap = Callable[..., bool]
MakeApp = Callable[..., ReaderApp]


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    readers: list[Reader] = []

    def make(articles: int = 24, theme: str = "") -> ReaderApp:
        library = make_library(tmp_path / "library.db", articles)
        reader = Reader(replace(QUIET, theme=theme), library)
        readers.append(reader)
        if articles:
            feeds = {feed.title: feed.id for feed in reader.feeds()}
            add_articles(library, feeds["Coast Daily"], [], error="the server does not answer")
            reader.mark([reader.rows(Scope()).ids[3]], starred=True, later=True)
            library.set_state("last_visit", str(int((NOW - timedelta(hours=7)).timestamp())))
        return ReaderApp(reader, now=lambda: NOW, tz=UTC)

    yield make
    for reader in readers:
        reader.close()


def pressing(*keys: str, until: Callable[[ReaderApp], object] = lambda app: True) -> Callable[[Pilot[None]], object]:
    """What a test does before the picture is taken: wait for the article pane, press, wait again."""

    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)

        async def wait(condition: Callable[[], object]) -> None:
            for _ in range(1000):
                if condition():
                    return
                await pilot.pause(0.01)
            raise AssertionError("the state to be pictured did not come")

        if app.reader.feeds():
            await wait(lambda: app.main.narrow or app.main.shown is not None)
        for key in keys:
            await pilot.press(key)
        await wait(lambda: until(app))
        await wait(lambda: app.main._pending is None and app.main._settling is None)
        await wait(lambda: all(worker.is_finished for worker in app.workers if worker.group == "new"))
        await pilot.pause()

    return run


def has_summary(app: ReaderApp) -> object:
    page = app.main.view.page
    return page and page.summary


@pytest.mark.parametrize("theme", ["tui-reader-dark", "tui-reader-light"])
def test_two_panes(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("j", "enter"))


def test_three_panes(snap_compare: Snap, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(160, 45), run_before=pressing("j", "j"))


@pytest.mark.parametrize(("width", "height"), [(120, 40), (60, 24)])
def test_an_open_story(snap_compare: Snap, make_app: MakeApp, width: int, height: int) -> None:
    app = make_app()
    library = app.reader.library
    ids = list(library.rows(Scope()).ids)
    library.mark([ids[5]], read=True)
    members = (ids[1], ids[3], ids[5], ids[8])
    library.stories.save([Story(min(members), members[0], members)], ids)

    def compared(app: ReaderApp) -> object:
        """The article pane tells what the others add."""
        current = app.main.listing.current
        return app.main.narrow or any(news and key[0] == current for key, news in app.main._news.items())

    keys = ("j", "x", "j") if width == 120 else ("j", "x")
    assert snap_compare(app, terminal_size=(width, height), run_before=pressing(*keys, until=compared))


def test_narrow_list(snap_compare: Snap, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=pressing("j", "m"))


def test_narrow_article(snap_compare: Snap, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=pressing("j", "enter"))


def test_tiny(snap_compare: Snap, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(20, 6), run_before=pressing("j"))


def test_summary(snap_compare: Snap, make_app: MakeApp) -> None:
    app = make_app(theme="tui-reader-light")
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("enter", "s", until=has_summary))


def test_first_run(snap_compare: Snap, make_app: MakeApp) -> None:
    def welcomed(app: ReaderApp) -> object:
        return len(app.screen_stack) > 1

    assert snap_compare(make_app(0), terminal_size=(80, 24), run_before=pressing(until=welcomed))


def test_help(snap_compare: Snap, make_app: MakeApp) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), run_before=pressing("question_mark"))


def test_nothing_there(snap_compare: Snap, make_app: MakeApp) -> None:
    def empty(app: ReaderApp) -> object:
        return not len(app.main.listing.rows)

    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=pressing("3", "asterisk", "3", until=empty))


def test_terminal_colours(snap_compare: Snap, make_app: MakeApp) -> None:
    app = make_app(theme="ansi-dark")
    assert snap_compare(app, terminal_size=(120, 30), run_before=pressing("j", "enter"))


def test_no_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(), terminal_size=(120, 30), run_before=pressing("j"))


def in_the_briefing(app: ReaderApp) -> object:
    return isinstance(app.screen, BriefingScreen) and app.screen.stories.size.height and app.screen.title_bar.note


@pytest.mark.parametrize(("width", "height"), [(120, 40), (60, 20)])
def test_briefing(snap_compare: Snap, make_app: MakeApp, width: int, height: int) -> None:
    app = make_app(0)
    add_sample(app.reader.library, lambda: NOW)
    assert snap_compare(app, terminal_size=(width, height), run_before=pressing("S", until=in_the_briefing))


def test_time_budget(snap_compare: Snap, make_app: MakeApp) -> None:
    app = make_app(0, theme="tui-reader-light")
    add_sample(app.reader.library, lambda: NOW)
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("T", "enter", until=in_the_briefing))
