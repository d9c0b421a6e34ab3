"""The first minutes: feeds that cannot be had, a file with errors in it, a tiny terminal."""

from pathlib import Path

import pytest
from textual.content import Content

from tests.feed_documents import rss
from tests.server import Reply, Server
from tests.ui.conftest import NARROW, Desk, Start
from tui_reader.domain.fetching import NewFeed
from tui_reader.domain.models import View
from tui_reader.reader import Reader
from tui_reader.ui.actions import Group
from tui_reader.ui.screens.help import KeyTable

OPML = """<opml version="2.0"><body><outline text="X" xmlUrl="{url}"/>
<outline text="A program" xmlUrl="exec:ls"/><outline text="A file [/x]" xmlUrl="file:///etc/passwd"/></body></opml>"""


async def import_file(desk: Desk, path: Path) -> None:
    await desk.main.run_action("import_opml")
    await desk.pilot.pause()
    await desk.press(*str(path), "enter")


async def test_starters_that_cannot_be_fetched_are_not_all_read(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start(0, size=NARROW) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("escape")
        desk.main._follow([NewFeed(url=f"http://127.0.0.{n}:9/feed", title=f"Feed {n}") for n in (1, 2)])
        await desk.until(lambda: desk.said == "None of 2 feeds could be fetched: ! says why")
        assert "All read" not in desk.screen_text()
        assert "! says why the feeds fail" in desk.screen_text()
        await desk.press("exclamation_mark")
        assert "Feeds that fail" in desk.screen_text()


async def test_what_an_import_left_out_is_told_with_its_reason(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(OPML.format(url="http://127.0.0.1:9/feed"))
    async with start(0, size=NARROW) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("escape")
        await import_file(desk, path)
        await desk.until(lambda: "Left out of the import" in desk.screen_text())
        for part in ("exec:ls", "file:///etc/passwd"):
            assert part in desk.screen_text()
        await desk.press("escape")
        await import_file(desk, path)
        await desk.until(lambda: desk.said == "0 feeds added, 1 known already, 2 left out")


async def test_feeds_that_come_while_a_refresh_runs_are_asked_after_it(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    with Server() as server:
        server.add("/slow", Reply(body=rss("Slow news"), type="text/xml", delay=0.5))
        path.write_text(OPML.format(url=server.add("/new", body=rss("New news", name="New"), type="text/xml")))

        def prepare(reader: Reader) -> None:
            reader.library.add_feed(server.url("/slow"), allow_private=server.address)

        async with start(0, prepare=prepare) as desk:
            await desk.press("R")
            assert desk.main._refreshing
            reader = desk.app.reader
            reader.library.add_feed(server.url("/new"), allow_private=server.address)
            await import_file(desk, path)
            await desk.until(lambda: reader.counts().all == 2)


@pytest.mark.parametrize("size", [(20, 6), (40, 10)])
async def test_what_can_be_chosen_is_seen_on_a_tiny_terminal(start: Start, size: tuple[int, int]) -> None:
    async with start(0, size=size) as desk:
        await desk.until(lambda: "starter" in desk.screen_text() or "Choose" in desk.screen_text())
        await desk.press("1")
        await desk.until(lambda: "BBC" in desk.screen_text() or "World" in desk.screen_text())
        await desk.press("escape")
        assert desk.main.scope.view is View.UNREAD


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (30, 12)])
async def test_what_a_key_does_stands_beside_it(start: Start, size: tuple[int, int]) -> None:
    async with start(1, size=size) as desk:
        await desk.press("question_mark", "end")
        lines = [line.strip(" │▁▂▃▄▅▆▇█") for line in desk.screen_text().splitlines() if "│" in line]
        assert any(line.startswith("ctrl+q") and "Quit" in line for line in lines)
        table = desk.app.screen.query_one(KeyTable)
        told = table.content.plain.split("\n") if isinstance(table.content, Content) else []
        headings = {"", "In the list", *(group.value for group in Group)}
        assert len(told) > 40
        assert all(line.startswith("  ") or line in headings for line in told)
        if size[0] >= 80:
            assert all(len(line) <= table.size.width for line in told)
