"""The screen with feeds from a real server: what comes in, what is hostile, what is slow."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.test_library import feed
from tests.cli.test_texts import PARAGRAPHS
from tests.e2e.reading import command, wait_in_pane
from tests.e2e.terminal import Terminal, environment, installed
from tests.feed_documents import rss
from tests.server import Server


def reader(home: Path, columns: int = 120, lines: int = 40, **more: str) -> Terminal:
    return Terminal([*installed()], env=environment(home, **more), columns=columns, lines=lines)


def test_a_feed_added_by_command_is_read_on_the_screen(tmp_path: Path) -> None:
    with Server() as server:
        server.add("/feed.xml", body=feed("Harbour line approved", "Ferry moves"), type="text/xml")
        command(tmp_path, "add", server.url("/feed.xml"))
        with reader(tmp_path, lines=70) as terminal:
            terminal.wait_for("Unread · 2", "Ferry moves", "Harbour line")
            terminal.press("enter")
            wait_in_pane(terminal, "Northhaven Post", "A. Writer", PARAGRAPHS[0], "[Source: Northhaven Post]")


def test_what_another_process_brings_comes_in(tmp_path: Path) -> None:
    with Server() as server:
        server.add("/one.xml", body=feed("Harbour line approved"), type="text/xml")
        server.add("/two.xml", body=feed("Bakery opens", name="Coast Daily"), type="text/xml")
        command(tmp_path, "add", server.url("/one.xml"))
        with reader(tmp_path) as terminal:
            terminal.wait_for("Unread · 1")
            command(tmp_path, "add", server.url("/two.xml"))
            terminal.wait_for("Unread · 2", "Bakery opens")


def test_a_feed_is_added_on_the_screen(tmp_path: Path) -> None:
    with Server() as server:
        server.add("/feed.xml", body=feed("Harbour line approved", "Ferry moves"), type="text/xml")
        command(tmp_path, "--library", str(tmp_path / "l.db"), "add", server.url("/feed.xml"))
        with reader(tmp_path, TUI_READER_LIBRARY=str(tmp_path / "l.db")) as terminal:
            terminal.wait_for("Unread · 2")
            server.add("/more.xml", body=feed("Bakery opens", name="Coast Daily"), type="text/xml")
            terminal.press("a")
            terminal.wait_for("Add a feed")
            terminal.send(server.url("/more.xml"))
            terminal.press("enter")
            terminal.wait_for("Coast Daily", "Bakery opens")


def test_a_new_user_is_offered_a_beginning(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for("sample edition")
        terminal.settle()
        for width, height in ((80, 24), (40, 12), (20, 6), (120, 40)):
            terminal.resize(width, height)
            terminal.settle()
        assert terminal.running
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text


def test_hostile_feeds_draw_nothing_and_run_nothing(tmp_path: Path) -> None:
    titles = (
        "&#x9d;0;OWNED&#x9c;",
        "&#x9b;2J&#x9b;31mred",
        "[/foo] [red]x[/red] [@click=app.quit]CLICKME[/]",
        "see [/ and [b",
        "&#x202e;reversed &#x200b;",
        "a" + "&#x301;" * 300,
    )
    body = (
        "&lt;p&gt;[@click=app.quit]BODY[/] [/x] &amp;#x9b;31m&lt;/p&gt;&lt;a href='javascript:x'&gt;[b]link&lt;/a&gt;"
    )
    with Server() as server:
        server.add("/f.xml", body=feed(*titles, name="[/feed] &#x9d;0;OWNED&#x9c;", body=body), type="text/xml")
        command(tmp_path, "add", server.url("/f.xml"))
    with reader(tmp_path) as terminal:
        terminal.wait_for("Unread · 6", "see [/ and [b", "[/foo] [red]x")
        terminal.press("F")
        terminal.wait_for("[/feed]")
        terminal.press("F", "escape")
        terminal.settle()
        for _ in titles:
            terminal.press("n")
            terminal.settle(0.15)
            terminal.press("s", "s", "i")
            terminal.settle(0.15)
            terminal.press("escape")
            terminal.settle(0.15)
        terminal.wait_for("BODY")
        terminal.click("BODY")
        terminal.press("r")
        terminal.settle()
        assert terminal.running
        raw = terminal.raw.decode("utf-8", "replace")
        assert not set(raw) & {chr(code) for code in range(0x80, 0xA0)}
        assert "OWNED\x1b" not in raw
        assert "\x1b]0;OWNED" not in raw
        assert "\u202e" not in raw
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text


STALLED = """
import importlib.machinery, os, sys, time
heavy, go = {heavy!r}, {go!r}

class Stall:
    def find_spec(self, name, path=None, target=None):
        if name != heavy:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        load = spec.loader.exec_module

        def wait_and_load(module):
            while not os.path.exists(go):
                time.sleep(0.02)
            load(module)

        spec.loader.exec_module = wait_and_load
        return spec

sys.meta_path.insert(0, Stall())
from tui_reader.__main__ import main
sys.exit(main())
"""
"""The reader, with one module that takes its time to load until the file `go` is there."""


@pytest.mark.parametrize("heavy", ["httpx", "trafilatura", "lxml"])
def test_the_screen_is_painted_before_anything_heavy_is_loaded(tmp_path: Path, heavy: str) -> None:
    program, go = tmp_path / "program.py", tmp_path / "go"
    program.write_text(STALLED.format(heavy=heavy, go=str(go)))
    titles = [record["title"] for record in json.loads(command(tmp_path, "--demo", "list", "--json"))]
    with Terminal([sys.executable, str(program), "--demo"], env=environment(tmp_path)) as terminal:
        terminal.wait_for("Unread · 13", titles[0][:20])
        terminal.press("j")
        wait_in_pane(terminal, titles[1], "2 of 12")
        go.touch()
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text


def test_articles_of_two_feeds_on_one_event_become_one_row(tmp_path: Path) -> None:
    bridge, bakery = "The bridge at Larkspur is closed", "A bakery opens"
    feeds = (("Harbour Post", bridge, "Rust."), ("Coast Daily", bridge, "Until May."), ("Town", bakery, "Rye bread."))
    with Server() as server:
        for number, (name, title, body) in enumerate(feeds):
            document = rss(title, name=name, link=f"https://{number}.example", body=body)
            server.add(f"/{number}.xml", body=document, type="text/xml")
            command(tmp_path, "add", server.url(f"/{number}.xml"))
        with reader(tmp_path) as terminal:
            terminal.wait_for("Unread · 3", bakery, "+1 ", "of 2")
            terminal.press("G" if "bakery" in terminal.lines[2] else "g", "x")
            terminal.wait_for("−1", "└ ●", "Harbour Post", "Coast Daily")
            terminal.press("i")
            terminal.wait_for("One story with", "same title")
            terminal.press("escape")
            terminal.wait_gone("One story with")
            terminal.press("enter")
            terminal.wait_for("Unread · 1")
