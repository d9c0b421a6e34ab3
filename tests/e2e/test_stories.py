"""A story in the list, in a real terminal: opened below its row, read, closed, taken apart and put together."""

from pathlib import Path

from tests.e2e.reading import wait_in_pane
from tests.e2e.terminal import Terminal, environment, installed
from tests.library import TITLES, make_library
from tui_reader.domain.models import Scope
from tui_reader.domain.stories import Story


def library(home: Path) -> Path:
    """With a story of three articles on top, and settings that leave the network alone."""
    path = home / "library.db"
    with make_library(path, 12) as made:
        ids = list(made.rows(Scope()).ids)
        members = (ids[0], ids[1], ids[2])
        made.stories.save([Story(min(members), ids[0], members, dict.fromkeys(members[1:], "same title"))], ids)
    settings = home / "config" / "tui-reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("refresh_on_start = false\nrefresh_minutes = 0\n")
    return path


def test_a_story_is_opened_read_and_closed(tmp_path: Path) -> None:
    command = [*installed(), "--library", str(library(tmp_path))]
    with Terminal(command, env=environment(tmp_path), columns=140) as terminal:
        terminal.wait_for("Unread · 12", "+2 Coast Daily, Exam", "1 of 10")
        wait_in_pane(terminal, TITLES[0])
        terminal.press("x")
        terminal.wait_for("−2", "├ ● Reactor vote", "└ ● A quiet week")
        terminal.press("j", "enter")
        wait_in_pane(terminal, TITLES[1], "1 of 10")
        terminal.wait_for("Unread · 11", "├   Reactor vote")
        terminal.press("n")
        wait_in_pane(terminal, TITLES[2])
        terminal.press("n")
        wait_in_pane(terminal, TITLES[3], "2 of 10")
        terminal.press("p", "x")
        terminal.wait_gone("├")
        terminal.wait_for("+2 Coast Daily")
        terminal.press("X")
        terminal.wait_for("Took an article out of its story", "of 11")
        terminal.press("u")
        terminal.wait_for("Undone: took an article", "of 10")
        terminal.press("&")
        terminal.wait_for("Join with which row?", "to be joined")
        terminal.press("n", "&")
        terminal.wait_for("Joined two stories", "of 9")
        terminal.press("M")
        terminal.wait_for("up to 3 min")
        terminal.press("q", "q")
        assert terminal.wait_exit() == 0
