"""The briefing, the time budget and `brief` in a real terminal."""

from pathlib import Path

from tests.e2e.reading import command, demo, stories, wait_in_pane
from tests.e2e.terminal import Terminal, environment, installed


def test_a_briefing_to_its_end(tmp_path: Path) -> None:
    second, _, first = stories(tmp_path, 3)  # what two sources tell comes first in a briefing
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("S")
        terminal.wait_for("Briefing · since yesterday", "min left", first.title, second.title)
        terminal.press("n", "enter")
        wait_in_pane(terminal, second.title, "story 2 of", second.opening)
        terminal.press("n")
        wait_in_pane(terminal, "story 3 of")
        terminal.press("p")
        wait_in_pane(terminal, "story 2 of")
        terminal.press("escape")
        terminal.wait_for("Briefing · since", first.title, second.title)
        terminal.press("G")
        terminal.wait_for("You are done.", "you are done")
        terminal.press("q")
        terminal.wait_for("Unread · 11")
        wait_in_pane(terminal, second.title, "1 of 12")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_five_minutes(tmp_path: Path) -> None:
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("T")
        terminal.wait_for("How many minutes do you have?")
        terminal.press("enter")
        terminal.wait_for("5 minutes", "min left")
        terminal.press("G")
        terminal.wait_for("You are done.")
        terminal.press("q", "q")
        assert terminal.wait_exit() == 0


def test_brief_on_a_terminal_and_in_a_pipe(tmp_path: Path) -> None:
    (story,) = stories(tmp_path, 1)
    with Terminal([*installed(), "--demo", "brief"], env=environment(tmp_path), lines=120) as terminal:
        assert terminal.wait_exit() == 0
        terminal.wait_for("Since yesterday", story.title, "You are done.")
        assert all(len(line) <= 72 or "https:" in line for line in terminal.lines)
    printed = command(tmp_path, "--demo", "brief", "--minutes", "3")
    assert printed.splitlines()[-1] == "You are done."
    assert command(tmp_path, "--demo", "brief", "--markdown").startswith("# Since yesterday")
