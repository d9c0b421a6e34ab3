"""Fetching the full text that cannot be had: the reason is said where the text ends, and other ways are offered."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.library import NOW, add_articles, document, entry
from tests.server import Server
from tests.ui.conftest import Start
from tui_reader.domain.document import Status
from tui_reader.reader import Reader


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


async def test_a_fetch_that_fails_says_why_and_keeps_the_teaser(start: Start, server: Server) -> None:
    away = server.url("/away")

    def prepare(reader: Reader) -> None:
        feed_id = reader.library.add_feed(server.url("/feed"), title="Short", allow_private=server.address)[0]
        teaser = document(paragraphs=1, status=Status.TEASER)
        add_articles(reader.library, feed_id, [replace(entry(950, NOW, "A teaser"), url=away)], documents=[teaser])

    async with start(1, prepare=prepare) as desk:
        await desk.press("enter", "s")
        await desk.until(lambda: "teaser only, f fetches the full text" in desk.screen_text())
        assert "Read the full text" not in desk.screen_text()
        asked = len(server.requests)
        await desk.press("f")
        await desk.until(lambda: "Try again" in desk.screen_text())
        text = desk.screen_text()
        assert "Open it in the browser" in text
        assert text.count("404") >= 1
        assert "So it was in part 1." in text
        assert desk.main.mode == "summary"
        for _ in range(5):
            await desk.pilot.pause(0.05)
        assert len(server.requests) == asked + 1, "it is not tried again by itself"
