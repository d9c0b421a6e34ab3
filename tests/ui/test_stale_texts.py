"""Full texts that are fetched again: by the user, or because the publisher changed the entry."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.library import NOW, SENTENCES, add_articles, document, entry
from tests.server import Server
from tests.ui.conftest import Start
from tui_reader.domain.document import Status
from tui_reader.reader import Reader


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def page(first: str) -> bytes:
    paragraphs = "".join(f"<p>{' '.join(SENTENCES)} Part {number}.</p>" for number in range(6))
    return f"<html><body><article><h1>A teaser</h1><p>{first}</p>{paragraphs}</article></body></html>".encode()


OLD, NEW = "The ferry leaves at nine, says the harbour master.", "The ferry leaves at ten, says the harbour master."


class Story:
    """An article of which the feed carries a teaser, and its page."""

    def __init__(self, server: Server) -> None:
        self.server, self.when = server, "never"
        self.put(OLD)

    def put(self, first: str) -> None:
        self.server.add("/page", body=page(first), type="text/html")

    def carry(self, reader: Reader, words: str, changed_hash: str) -> None:
        """The feed carries these words."""
        text = replace(document(len(words), paragraphs=1, status=Status.TEASER))
        new = replace(entry(950, NOW, "A teaser"), url=self.server.url("/page"), changed_hash=changed_hash)
        add_articles(reader.library, self.feed, [new], documents=[text])

    def prepare(self, reader: Reader) -> None:
        self.feed = reader.library.add_feed(self.server.url("/feed"), title="Short", allow_private=self.server.address)[
            0
        ]
        reader.library.set_feed(self.feed, full_text=self.when)
        self.carry(reader, "", "1")


@pytest.fixture
def story(server: Server) -> Story:
    return Story(server)


async def test_f_fetches_the_page_again(start: Start, story: Story) -> None:
    async with start(1, prepare=story.prepare) as desk:
        await desk.press("enter", "f")
        await desk.until(lambda: desk.said == "Full text fetched")
        assert "leaves at nine" in desk.screen_text()
        await desk.press("f")
        await desk.until(lambda: desk.said == "The page says what it said before")
        story.put(NEW)
        await desk.press("f")
        await desk.until(lambda: desk.said == "The page has changed: D shows what")
        assert "leaves at ten" in desk.screen_text()
        await desk.until(lambda: not desk.app.reader.heads([desk.main.shown.id])[0].changed)
        head = desk.main.listing.head(desk.main.listing.cursor)
        assert head is not None
        assert not head.changed, "it is being read"
        await desk.press("D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        assert "What changed since you read it just now" in desk.screen_text()
        assert "± The ferry leaves at nineten" in desk.screen_text().replace("nine ten", "nineten")


async def test_an_entry_that_changed_is_said_to_be_out_of_date(start: Start, story: Story) -> None:
    async with start(1, prepare=story.prepare) as desk:
        await desk.press("enter", "f")
        await desk.until(lambda: desk.said == "Full text fetched")
        asked = len(story.server.requests)
        await desk.press("escape", "n")
        story.carry(desk.app.reader, "other", "2")
        await desk.press("p", "enter")
        await desk.until(lambda: "The publisher changed this after it was fetched: f" in desk.screen_text())
        assert len(story.server.requests) == asked, "the setting says never"
        story.server.add("/page", status=410)
        await desk.press("f")
        await desk.until(lambda: "the page could not be fetched anew" in desk.screen_text())
        assert "leaves at nine" in desk.screen_text()
        story.put(NEW)
        await desk.press("f")
        await desk.until(lambda: "leaves at ten" in desk.screen_text())
        assert "The publisher changed this" not in desk.screen_text()


async def test_it_is_fetched_again_when_it_is_opened(start: Start, story: Story) -> None:
    story.when = "open"
    async with start(1, prepare=story.prepare) as desk:
        await desk.press("enter")
        await desk.until(lambda: "leaves at nine" in desk.screen_text())
        story.put(NEW)
        await desk.press("escape", "n")
        story.carry(desk.app.reader, "other", "2")
        await desk.press("p", "enter")
        await desk.until(lambda: "leaves at ten" in desk.screen_text())
        await desk.until(lambda: desk.said == "The page has changed: D shows what")
