"""The commands on a terminal: tables, a progress bar, and nothing of what others wrote reaches it raw."""

import re
from pathlib import Path

from tests.cli.test_library import feed
from tests.e2e.terminal import Terminal, environment, installed
from tests.server import Reply, Server


def on_terminal(home: Path, *arguments: str, columns: int = 120, **more: str) -> Terminal:
    return Terminal([*installed(), *arguments], env=environment(home, **more), columns=columns)


def finished(home: Path, *arguments: str, columns: int = 120, status: int = 0, **more: str) -> Terminal:
    terminal = on_terminal(home, *arguments, columns=columns, **more)
    ended = terminal.wait_exit()
    terminal.close()
    assert ended == status, terminal.text
    return terminal


def test_lists_are_tables_that_fit(tmp_path: Path) -> None:
    for columns in (120, 60):
        terminal = finished(tmp_path, "--demo", "list", columns=columns)
        assert terminal.shows("Title")
        assert any("━" in line or "─" in line for line in terminal.lines)
        assert sum("●" in line for line in terminal.lines) >= 10
    assert finished(tmp_path, "--demo", "list", "--limit", "3").shows("3 of ")
    assert finished(tmp_path, "--demo", "feeds").shows("unread")


def test_colour_is_left_out_when_asked(tmp_path: Path) -> None:
    assert re.search(rb"\x1b\[[0-9;]*3[0-9]", finished(tmp_path, "--demo", "list").raw)
    assert not re.search(rb"\x1b\[[0-9;]*3[0-9]", finished(tmp_path, "--demo", "list", NO_COLOR="1").raw)
    assert b"\x1b" not in finished(tmp_path, "--demo", "list", TERM="dumb").raw


def test_an_article_is_set_in_a_column(tmp_path: Path) -> None:
    terminal = finished(tmp_path, "--demo", "show", "2")
    assert all(len(line) <= 76 for line in terminal.lines if not line.startswith("http"))
    summary = finished(tmp_path, "--demo", "show", "2", "--summary")
    assert summary.shows("Summary: 3 of ")


def test_doctor_and_errors_on_a_terminal(tmp_path: Path) -> None:
    assert finished(tmp_path, "doctor").shows("120x40")
    assert finished(tmp_path, "show", "5", status=1).shows("there is no article 5")
    assert finished(tmp_path, "nonsense", status=2).shows("No such command")


def test_a_feed_is_chosen_and_refreshed(tmp_path: Path) -> None:
    with Server() as server:
        links = "".join(f"<link rel=alternate type='application/rss+xml' title=T{n} href=/f{n}.xml>" for n in (1, 2))
        server.add("/", body=f"<html><head>{links}</head><body>Two</body></html>")
        for number in (1, 2):
            server.add(f"/f{number}.xml", body=feed("Harbour", "Ferry", name=f"Feed {number}"), type="text/xml")
        with on_terminal(tmp_path, "add", server.url("/")) as terminal:
            terminal.wait_for("Several feeds were found", "Which one")
            terminal.send("2\r")
            assert terminal.wait_exit() == 0, terminal.text
            assert terminal.shows("Feed 2")
        server.add("/f3.xml", body=feed("Tram", name="Feed 3"), type="text/xml")
        finished(tmp_path, "add", server.url("/f3.xml"))
        server.script("/f3.xml", Reply(status=500))
        terminal = finished(tmp_path, "refresh")
        assert terminal.shows("feeds")
        assert terminal.screen.cursor.hidden is False


def test_what_others_wrote_draws_nothing(tmp_path: Path) -> None:
    titles = ("&#x9d;0;OWNED&#x9c;", "&#x9b;31mred", "[/foo] [@click=app.quit]x[/]")
    with Server() as server:
        server.add("/f.xml", body=feed(*titles, name="&#x9d;0;OWNED&#x9c; Post"), type="text/xml")
        for arguments in (("add", server.url("/f.xml")), ("refresh",), ("list",), ("feeds",), ("show", "1")):
            terminal = finished(tmp_path, *arguments)
            assert not re.search("[\x80-\x9f]", terminal.raw.decode("utf-8", "replace"))
            assert b"\x1b]0;" not in terminal.raw
        assert finished(tmp_path, "list").shows("[/foo] [@click=app.quit]x[/]")


def test_interrupting_is_one_line(tmp_path: Path) -> None:
    with Server() as server:
        server.add("/feed.xml", body=feed("Harbour"), type="text/xml")
        finished(tmp_path, "add", server.url("/feed.xml"))
        server.add("/slow.xml", Reply(body=feed("Harbour"), type="text/xml", delay=60))
        with on_terminal(tmp_path, "add", server.url("/slow.xml")) as terminal:
            while not server.asked("/slow.xml"):
                assert terminal.running
                terminal.read(0.1)
            terminal.press("ctrl+c")
            assert terminal.wait_exit(10) == 130
            assert terminal.shows("Interrupted.")
            assert not terminal.shows("Traceback")
            assert terminal.screen.cursor.hidden is False
    assert finished(tmp_path, "list").shows("Harbour")
