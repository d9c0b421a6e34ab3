"""Search, sources, failures, adding, the first run: the panels over the list and what they lead to."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.library import FEEDS, NOW, TITLES, add_articles, document, entry
from tests.server import Server
from tests.ui.conftest import NARROW, Start
from tui_reader.domain.document import Status
from tui_reader.domain.models import View
from tui_reader.reader import Reader

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>https://news.example/</link>
<item><title>{item}</title><guid>1</guid><link>https://news.example/1</link><description>A short text.</description>
</item></channel></rss>"""

HOSTILE = "Re: [/foo] [@click=app.quit]here[/] \x1b]0;PWNED\x07 [red]"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def failing(reader: Reader) -> None:
    feeds = {feed.title: feed.id for feed in reader.feeds()}
    add_articles(reader.library, feeds["Coast Daily"], [], error="the server does not answer [/foo]")


async def test_search_as_one_types_and_back(start: Start) -> None:
    async with start() as desk:
        await desk.press("j", "j")
        before = desk.main.listing.current
        await desk.until(lambda: len(desk.app.reader.search("harbour").ids) == 3)
        await desk.press("slash", *"harbour")
        await desk.until(lambda: desk.main.scope.query == "harbour*")
        assert len(desk.main.listing.rows) == 3
        assert desk.titles.startswith("“harbour” · 3 found")
        await desk.press("enter", "n")
        assert desk.main.listing.cursor == 1
        await desk.press("escape")
        assert (desk.main.scope.view, desk.main.listing.current) == (View.UNREAD, before)


async def test_a_search_that_finds_nothing_says_how_to_go_on(start: Start) -> None:
    async with start() as desk:
        await desk.press("slash", *"zebra", "enter")
        await desk.until(lambda: desk.main.scope.query == "zebra*")
        assert "Nothing found" in desk.screen_text()
        await desk.press("q")
        assert len(desk.main.listing.rows) == 24


async def test_leaving_the_search_line_without_a_word(start: Start) -> None:
    async with start() as desk:
        await desk.press("slash", "escape")
        assert desk.app.focused is desk.main.listing
        assert not desk.main.has_class("-searching")


async def test_sources_show_counts_and_reasons(start: Start) -> None:
    async with start(size=(160, 45), prepare=failing) as desk:
        await desk.until(lambda: desk.main.sources.sources)
        text = desk.screen_text()
        assert "the server does not" in text
        assert "1 failing" in text.splitlines()[0]
        assert text.count("min !") >= 3
        await desk.press("shift+tab", "j", "j", "j", "j", "j", "enter")
        assert desk.main.scope.feed_id == next(f.id for f in desk.app.reader.feeds() if f.title == "Coast Daily")
        assert len(desk.main.listing.rows) == 6
        assert desk.app.focused is desk.main.listing


async def test_sources_take_the_lists_place_below_140_columns(start: Start) -> None:
    async with start() as desk:
        assert not desk.main.sources.region
        await desk.press("F")
        assert desk.main.sources.region
        assert not desk.main.listing.region
        await desk.press("j", "enter")
        assert desk.main.scope.view is View.ALL
        assert desk.main.listing.region


async def test_removing_a_feed_and_bringing_it_back(start: Start) -> None:
    async with start(size=(160, 45)) as desk:
        await desk.press("shift+tab", "G", "d")
        assert desk.said == "Removed the feed The Ledger · u undoes it"
        assert len(desk.app.reader.feeds()) == len(FEEDS) - 1
        await desk.press("u")
        await desk.until(lambda: len(desk.app.reader.feeds()) == len(FEEDS))
        assert len(desk.main.listing.rows) == 24


async def test_renaming_a_feed(start: Start) -> None:
    async with start(size=(160, 45)) as desk:
        await desk.press("shift+tab", "G", "e", "end", "!", "enter")
        await desk.until(lambda: any(feed.title == "The Ledger!" for feed in desk.app.reader.feeds()))
        assert "The Ledger!" in desk.screen_text()


async def test_failures_are_told_with_their_reason(start: Start) -> None:
    async with start(prepare=failing) as desk:
        await desk.press("exclamation_mark")
        assert "the server does not answer [/foo]" in desk.screen_text()
        await desk.press("escape")
        assert desk.app.screen is desk.main


async def test_help_knows_the_pane(start: Start) -> None:
    async with start() as desk:
        await desk.press("question_mark")
        assert "In the list" in desk.screen_text()
        await desk.press("q", "enter", "question_mark")
        assert "In the article" in desk.screen_text()


async def test_why_is_this_here(start: Start) -> None:
    async with start() as desk:
        await desk.press("i")
        text = desk.screen_text()
        for fact in ("Small Wire", "https://0.example/feed", "https://news.example/articles/0", "350 words, full"):
            assert fact in text
        assert "Published" in text
        assert "Listed at" not in text, "it is the same moment"


async def test_hostile_text_is_shown_letter_by_letter(start: Start) -> None:
    def prepare(reader: Reader) -> None:
        feed_id = reader.library.add_feed("https://bad.example/", title=HOSTILE, folder=HOSTILE)[0]
        add_articles(reader.library, feed_id, [entry(900, NOW, HOSTILE)])
        add_articles(reader.library, feed_id, [], error=HOSTILE)

    async with start(size=(200, 45), prepare=prepare) as desk:
        await desk.until(lambda: desk.main.sources.sources)
        shown = "Re: [/foo] [@click=app.quit]here[/]"
        assert desk.screen_text().count(shown) >= 3
        assert "\x1b" not in desk.screen_text()
        for key in ("enter", "i", "escape", "exclamation_mark", "escape", "s"):
            await desk.press(key)
            assert desk.app.is_running
        await desk.press("slash", *"[/foo]", "enter")
        await desk.until(lambda: desk.main.scope.query == "[/foo]")


async def test_first_run_offers_what_to_begin_with(start: Start) -> None:
    async with start(0) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("escape")
        assert "a adds one" in desk.screen_text()


async def test_the_sample_edition_from_the_first_screen(start: Start) -> None:
    async with start(0, size=NARROW) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("4")
        await desk.until(lambda: len(desk.main.listing.rows) >= 10)
        assert desk.said.startswith("The sample edition is here")


async def test_starter_feeds_are_chosen_before_anything_is_fetched(start: Start) -> None:
    async with start(0) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("enter")
        await desk.press("space", "j", "space", "space", "escape")
        assert desk.app.reader.feeds() == []


async def test_adding_a_feed_by_its_sites_address(start: Start, server: Server) -> None:
    server.add("/feed.xml", body=RSS.format(title="Harbour News", item="The ferry is late"), type="application/rss+xml")
    server.add("/", body='<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>')
    async with start(1) as desk:
        await desk.press("a", *server.address, "enter")
        await desk.until(lambda: desk.app.screen is desk.main)
        assert any(feed.title == "Harbour News" for feed in desk.app.reader.feeds())
        assert "The ferry is late" in desk.screen_text()
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == desk.main.listing.current)
        assert desk.main.view.page is not None
        assert desk.main.view.page.article.head.title == "The ferry is late"


async def test_an_address_that_leads_nowhere_is_one_line(start: Start, server: Server) -> None:
    async with start(1) as desk:
        await desk.press("a", *f"{server.address}/nothing", "enter")
        await desk.until(lambda: "404" in desk.screen_text())
        await desk.press("escape")
        assert desk.app.screen is desk.main


async def test_importing_subscriptions(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml version="2.0"><body><outline text="X" xmlUrl="https://x.example/feed"/></body></opml>', encoding="utf-8"
    )
    async with start(0) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("3", *str(path), "enter")
        await desk.until(lambda: desk.app.screen is desk.main)
        assert [feed.url for feed in desk.app.reader.feeds()] == ["https://x.example/feed"]


async def test_a_file_that_is_no_opml(start: Start, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("nothing", encoding="utf-8")
    async with start(0) as desk:
        await desk.until(lambda: "Welcome" in desk.screen_text())
        await desk.press("3", *str(tmp_path / "x"), "enter")
        await desk.until(lambda: "OPML" in desk.screen_text().split("Import subscriptions")[1].split("\n", 6)[-1])


async def test_a_refresh_brings_rows_without_moving_the_cursor(start: Start, server: Server) -> None:
    url = server.add("/feed.xml", body=RSS.format(title="Late News", item="Just in"), type="application/rss+xml")
    away = server.url("/away")

    def prepare(reader: Reader) -> None:
        reader.library.add_feed(url, title="Late News", allow_private=server.address)
        reader.library.add_feed(away, title="Away", allow_private=server.address)

    async with start(prepare=prepare) as desk:
        feeds = {feed.title: feed.id for feed in desk.app.reader.feeds()}
        await desk.press("j", "j", "enter")
        current = desk.main.listing.current
        desk.main.start_refresh([feeds["Late News"], feeds["Away"]], manual=True)
        await desk.until(lambda: len(desk.main.listing.rows) == 25)
        assert desk.main.listing.current == current
        assert desk.main.shown is not None
        assert desk.main.shown.id == current
        await desk.until(lambda: desk.said == "1 new article from 2 feeds, 1 failed")
        assert desk.main.title_bar.failing == 1
        assert TITLES[2] in desk.screen_text()


async def test_full_text_replaces_the_teaser(start: Start, server: Server) -> None:
    sentence = "The council of Larkspur met on Monday and spoke for a long time about the harbour line. "
    paragraphs = "".join(f"<p>{sentence * 4} Part {number}.</p>" for number in range(8))
    page = server.add("/page", body=f"<html><body><article><h1>A</h1>{paragraphs}</article></body></html>")

    def prepare(reader: Reader) -> None:
        feed_id = reader.library.add_feed(server.url("/feed"), title="Short", allow_private=server.address)[0]
        one = entry(950, NOW, "A teaser")
        teaser = document(paragraphs=1, status=Status.TEASER)
        add_articles(reader.library, feed_id, [replace(one, url=page)], documents=[teaser])

    async with start(prepare=prepare) as desk:
        await desk.press("enter", "f")
        await desk.until(lambda: desk.said == "Full text fetched")
        assert desk.main.shown is not None
        assert desk.main.shown.full_document is not None
        assert "spoke for a long time" in desk.screen_text()


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (20, 6)])
async def test_panels_fit_any_terminal(start: Start, size: tuple[int, int]) -> None:
    async with start(3, size=size, prepare=failing) as desk:
        for key in ("question_mark", "exclamation_mark", "i", "a", "ctrl+p", "F", "slash", "z", "enter", "s"):
            await desk.press(key)
            assert desk.app.is_running
            await desk.press("escape", "escape")
        await desk.main.run_action("starters")
        await desk.pilot.pause()
        await desk.press("space", "escape")
        assert desk.app.screen is desk.main
        assert desk.app.reader.counts().all == 3


async def test_the_failures_can_be_clicked(start: Start) -> None:
    async with start(prepare=failing) as desk:
        await desk.until(lambda: desk.main.title_bar.failing)
        await desk.pilot.click("TitleBar", offset=(115, 0))
        await desk.until(lambda: "Feeds that fail" in desk.screen_text())


async def test_the_wheel_scrolls_and_the_cursor_stays(start: Start) -> None:
    async with start(200) as desk:
        listing = desk.main.listing
        offset = listing.region.offset
        for _ in range(5):
            desk.app.screen._forward_event(
                events.MouseScrollDown(listing, offset.x + 3, offset.y + 3, 0, 0, 0, False, False, False)
            )
            await desk.pilot.pause()
        await desk.until(lambda: listing.scroll_offset.y > 3)
        assert listing.cursor == 0
        await desk.press("j")
        assert listing.cursor == 1
        assert listing.scroll_offset.y <= 3
