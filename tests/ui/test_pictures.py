"""Pictures: fetched by the key and by nothing else, drawn below their captions, hidden by the same key."""

import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image as Pil
from textual.drivers.headless_driver import HeadlessDriver
from textual.selection import SELECT_ALL

from tests.library import NOW, add_articles, document, entry
from tests.server import Server
from tests.ui.conftest import QUIET, WIDE, Desk, Start
from tui_reader import sample
from tui_reader.config import Config
from tui_reader.domain.document import Block, Document, Image, Kind, Span
from tui_reader.domain.models import Scope, View
from tui_reader.domain.pictures import PLACEHOLDER, Bitmap
from tui_reader.reader import Reader
from tui_reader.ui.screens import picturing


def png(colour: tuple[int, int, int] = (200, 30, 60), size: tuple[int, int] = (300, 200)) -> bytes:
    out = io.BytesIO()
    Pil.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX"):
        monkeypatch.delenv(name, raising=False)


def illustrated(*urls: str) -> Document:
    """Two paragraphs, then each picture with a caption, then more."""
    text = document(paragraphs=2).blocks
    blocks = list(text)
    for number in range(len(urls)):
        blocks.append(Block(Kind.IMAGE, image=number))
        blocks.append(Block(Kind.CAPTION, (Span(f"Caption {number}."),), image=number))
    images = tuple(Image(url, f"Alternative {number}") for number, url in enumerate(urls))
    return Document((*blocks, *document(3, paragraphs=6).blocks), images=images)


def with_article(server: Server, *urls: str) -> Callable[[Reader], None]:
    return with_articles(server, urls)


def with_articles(server: Server, *articles: Sequence[str]) -> Callable[[Reader], None]:
    """Articles of the given pictures, on top of the list in this order."""

    def prepare(reader: Reader) -> None:
        feed_id = reader.library.add_feed(server.url("/feed"), title="Paper", allow_private=server.address)[0]
        entries = [entry(950 + n, NOW - timedelta(seconds=n), f"Illustrated {n}") for n in range(len(articles))]
        add_articles(reader.library, feed_id, entries, documents=[illustrated(*urls) for urls in articles])

    return prepare


def drawn(desk: Desk) -> int:
    """Lines of pictures on the screen."""
    return sum("▀▀▀▀" in line for line in desk.screen_text().splitlines())


def copied(desk: Desk) -> str:
    selected = desk.main.view.get_selection(SELECT_ALL)
    assert selected is not None
    return selected[0]


async def opened(desk: Desk) -> None:
    """Opens the first article and waits until it is on the screen."""
    await desk.press("enter")
    await desk.until(lambda: desk.main.shown is not None and desk.main.view.page is not None)
    await desk.until(lambda: desk.main.view.has_focus and desk.main.view.size.height > 3)
    await desk.pilot.pause()


async def test_the_key_fetches_and_draws_and_hides(start: Start, server: Server) -> None:
    url = server.add("/a.png", body=png(), type="image/png")
    async with start(1, prepare=with_article(server, url), size=(120, 60)) as desk:
        await opened(desk)
        await desk.press("n", "p")
        await desk.pilot.pause(0.2)
        assert "Picture: Alternative 0" in desk.screen_text()
        assert server.requests == [], "nothing is fetched before the key"
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        await desk.until(lambda: "I hides them" in desk.said)
        assert "Picture: Alternative 0" in desk.screen_text()
        assert "Caption 0." in desk.screen_text()
        asked = server.asked("/a.png")
        assert len(asked) == 1
        assert "image/" in asked[0].headers["accept"]
        assert not asked[0].headers.keys() & {"cookie", "referer"}
        await desk.press("I")
        assert drawn(desk) == 0
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        assert len(server.requests) == 1, "the second time it comes from memory"


async def test_the_place_is_kept_when_a_picture_comes_above_it(start: Start, server: Server) -> None:
    url = server.add("/a.png", body=png(), type="image/png")
    async with start(1, prepare=with_article(server, url), size=(100, 24)) as desk:
        await opened(desk)
        await desk.press("j", "j", *["ctrl+d"] * 2)
        view = desk.main.view
        first = view.seen(view.line_number).text
        place = view.position
        assert place
        assert first.strip()
        await desk.press("I")
        await desk.until(lambda: view.pictures)
        assert view.seen(view.line_number).text == first
        await desk.press("I")
        assert not view.pictures
        assert view.seen(view.line_number).text == first
        assert view.position == place


async def test_what_cannot_be_shown_is_said_and_the_others_are(start: Start, server: Server) -> None:
    good = server.add("/a.png", body=png(), type="image/png")
    broken = server.add("/b.png", body=b"no picture at all", type="image/png")
    async with start(1, prepare=with_article(server, broken, server.url("/away"), good), size=(120, 60)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        await desk.until(lambda: "2 of 3 pictures" in desk.said)
        assert "not a picture of a kind" in desk.said


async def test_private_places_are_not_asked_for_a_picture(start: Start, server: Server) -> None:
    def prepare(reader: Reader) -> None:
        feed_id = reader.library.add_feed("https://paper.example/feed", title="Paper")[0]
        text = illustrated(server.url("/a.png"))
        add_articles(reader.library, feed_id, [entry(950, NOW, "Illustrated")], documents=[text])

    async with start(1, prepare=prepare) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: "private address" in desk.said)
        assert server.requests == []
        assert not desk.main.view.picturing


async def test_pictures_that_come_late_do_not_appear_in_the_next_article(start: Start, server: Server) -> None:
    url = server.add("/a.png", body=png(), type="image/png", delay=0.3)
    async with start(2, prepare=with_article(server, url), size=(120, 60)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: server.requests)
        await desk.press("n")
        await desk.pilot.pause(0.6)
        assert not desk.main.view.pictures
        assert desk.said == ""


@pytest.mark.parametrize("setting", [False, True])
async def test_off_by_the_settings_and_over_ssh(
    start: Start, server: Server, monkeypatch: pytest.MonkeyPatch, setting: bool
) -> None:
    if setting:
        monkeypatch.setenv("SSH_TTY", "/dev/pts/3")
    url = server.add("/a.png", body=png(), type="image/png")
    config = replace(QUIET, images=setting)
    async with start(1, prepare=with_article(server, url), config=config) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: "in the settings" in desk.said)
        assert 'images = "ssh"' in desk.said if setting else "images = true" in desk.said
        assert server.requests == []


async def test_over_ssh_when_the_settings_say_so(start: Start, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5000 192.0.2.2 22")
    urls = [server.add(f"/{n}.png", body=png((n, n, n)), type="image/png") for n in range(6)]
    config: Config = replace(QUIET, images="ssh")
    async with start(1, prepare=with_article(server, *urls), config=config) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: "no more than 4" in desk.said)
        assert len(server.requests) == 4


async def test_without_colours_nothing_is_drawn_or_fetched(
    start: Start, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    url = server.add("/a.png", body=png(), type="image/png")
    async with start(1, prepare=with_article(server, url)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: "256 colours" in desk.said)
        assert server.requests == []


async def test_without_the_extra_it_is_said_how_to_get_it(
    start: Start, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.add("/a.png", body=png(), type="image/png")
    monkeypatch.setitem(sys.modules, "PIL", None)
    async with start(1, prepare=with_article(server, url)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: "pip install 'tui-reader[images]'" in desk.said)
        assert server.requests == []


async def test_a_text_without_pictures_says_so(start: Start) -> None:
    async with start(1) as desk:
        await opened(desk)
        await desk.press("I")
        assert "no pictures in this text" in desk.screen_text()


async def test_the_sample_editions_picture_needs_no_network(start: Start) -> None:
    async with start(0, prepare=lambda reader: reader.add_sample(), size=WIDE) as desk:
        reader = desk.main.reader
        heads = reader.heads(reader.rows(Scope(View.ALL)).ids)
        bay = next(head.id for head in heads if "bay turns green" in head.title)
        desk.main.read(bay)
        await desk.press("f")
        await desk.until(lambda: desk.main.shown is not None and desk.main.shown.full_document)
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        assert list(desk.main.view.pictures) == [f"https://{sample.HOST}/pictures/bay.jpg"]


async def test_a_refresh_fetches_no_picture(start: Start, server: Server) -> None:
    picture = server.add("/a.png", body=png(), type="image/png")
    item = (
        f"<item><title>New</title><guid>1</guid><description>&lt;img src='{picture}'/&gt; Words.</description></item>"
    )
    feed = f"<rss version='2.0'><channel><title>Paper</title>{item}</channel></rss>"
    server.add("/feed", body=feed.encode(), type="application/rss+xml")
    async with start(0, prepare=with_article(server)) as desk:
        await desk.main.reader.refresh()
        await desk.main.reader.finished()
        assert "/feed" in server.paths
        assert "/a.png" not in server.paths


async def test_what_is_copied_over_a_picture_is_the_text(start: Start, server: Server) -> None:
    url = server.add("/a.png", body=png(), type="image/png")
    async with start(1, prepare=with_article(server, url), size=(120, 60)) as desk:
        await opened(desk)
        view = desk.main.view
        before = view.get_selection(SELECT_ALL)
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        assert before is not None
        start_of_text = before[0].index("The council of Larkspur")
        assert "Caption 0." in before[0]
        await desk.until(lambda: copied(desk).endswith(before[0][start_of_text:]))
        assert "▀" not in copied(desk)


async def test_once_wanted_they_come_with_every_article_that_is_read(
    start: Start, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picturing, "PAUSE", 0.01)
    urls = [server.add(f"/{n}.png", body=png(), type="image/png") for n in range(3)]
    async with start(1, prepare=with_articles(server, *[[url] for url in urls]), size=(120, 60)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        await desk.press("n")
        await desk.until(lambda: list(desk.main.view.pictures) == [urls[1]])
        assert server.paths == ["/0.png", "/1.png"]
        await desk.press("s")
        await desk.press("n")
        await desk.until(lambda: desk.main.shown is not None and desk.main.shown.head.title == "Illustrated 2")
        await desk.pilot.pause(0.2)
        assert "/2.png" not in server.paths, "a summary shows no pictures"
        await desk.press("s")
        await desk.until(lambda: list(desk.main.view.pictures) == [urls[2]])
        await desk.press("I")
        assert "off" in desk.said
        assert drawn(desk) == 0
        await desk.press("p")
        await desk.pilot.pause(0.2)
        assert not desk.main.view.pictures


async def test_looking_through_the_list_fetches_none(
    start: Start, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picturing, "PAUSE", 0.01)
    urls = [server.add(f"/{n}.png", body=png(), type="image/png") for n in range(2)]
    async with start(1, prepare=with_articles(server, *[[url] for url in urls]), size=(120, 60)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        await desk.press("escape", "j")
        await desk.until(lambda: desk.main.shown is not None and desk.main.shown.head.title == "Illustrated 1")
        await desk.pilot.pause(0.2)
        assert server.paths == ["/0.png"]
        await desk.press("enter")
        await desk.until(lambda: list(desk.main.view.pictures) == [urls[1]])


async def test_leaving_the_article_fetches_no_more(start: Start, server: Server) -> None:
    quick = server.add("/0.png", body=png(), type="image/png")
    slow = [server.add(f"/{n}.png", body=png(), type="image/png", delay=2) for n in (1, 2)]
    async with start(1, prepare=with_article(server, quick, *slow), size=(70, 40)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: "/1.png" in server.paths and quick in desk.main.view.pictures)
        await desk.press("escape")
        await desk.until(lambda: not any(worker.group == picturing.GROUP for worker in desk.app.workers))
        await desk.until(lambda: not desk.said)
        assert "/2.png" not in server.paths
        await desk.press("enter")
        await desk.until(lambda: server.paths.count("/1.png") == 2)
        desk.main.view.ask_for_pictures()
        await desk.until(lambda: slow[0] in desk.main.view.pictures)
        assert server.paths.count("/1.png") == 2
        assert server.paths.count("/0.png") == 1


async def test_a_click_opens_the_picture_and_the_mouse_tells_what_it_is(
    start: Start, server: Server, tmp_path: Path
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/part && mv {tmp_path}/part {tmp_path}/opened\n')
    browser.chmod(0o755)
    url = server.add("/a.png", body=png(), type="image/png")
    config = replace(QUIET, browser=(str(browser),))
    async with start(1, prepare=with_article(server, url), config=config, size=(120, 60)) as desk:
        await opened(desk)
        await desk.press("I")
        await desk.until(lambda: drawn(desk) > 5)
        lines = desk.screen_text().splitlines()
        y = next(number for number, line in enumerate(lines) if "▀▀▀▀" in line) + 3
        x = lines[y].index("▀") + 5
        await desk.pilot.hover(offset=(x, y))
        assert desk.main.view.status == f"Alternative 0 · {url}"
        await desk.pilot.click(offset=(x, y))
        await desk.until((tmp_path / "opened").exists)
        assert (tmp_path / "opened").read_text() == url


class Screen:
    """What was written to the terminal past the renderer."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.text = ""
        monkeypatch.setattr(HeadlessDriver, "write", lambda _, text: self._take(text))

    def _take(self, text: str) -> None:
        self.text += text

    def commands(self) -> list[tuple[str, str]]:
        return re.findall(r"\x1b_Ga=([Tpd])[^;\x1b]*?,i=(\d+)", self.text)


async def test_the_terminal_draws_them_and_forgets_them(
    start: Start, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(monkeypatch)
    url = server.add("/a.png", body=png(), type="image/png")
    config = replace(QUIET, image_style="kitty")
    async with start(1, prepare=with_article(server, url), config=config, size=(120, 60)) as desk:
        await opened(desk)
        before = copied(desk)
        await desk.press("I")
        await desk.until(lambda: PLACEHOLDER in desk.screen_text())
        (bitmap,) = desk.main.view.pictures.values()
        assert isinstance(bitmap, Bitmap)
        number = str(bitmap.id)
        assert screen.commands() == [("T", number)]
        await desk.until(lambda: copied(desk).endswith(before[before.index("The council of Larkspur") :]))
        assert PLACEHOLDER not in copied(desk)
        assert "Picture: Alternative 0" in desk.screen_text()
        await desk.press("minus", "plus", "j", "k")
        assert screen.commands() == [("T", number)]
        desk.app.app_suspend_signal.publish(desk.app)
        assert screen.commands()[1:] == [("d", number)]
        desk.app.app_resume_signal.publish(desk.app)
        assert screen.commands()[2:] == [("T", number)]
        await desk.press("I")
        assert screen.commands()[3:] == [("d", number)]
        assert PLACEHOLDER not in desk.screen_text()
        await desk.press("I")
        await desk.until(lambda: len(screen.commands()) == 5)
        desk.app.exit()
        assert screen.commands()[5:] == [("d", screen.commands()[4][1])]
    assert len(screen.commands()) == 6
