"""A morning with the reader, key by key, in a real terminal."""

import signal
from pathlib import Path

import pytest

from tests.e2e.reading import command, demo, in_pane, pane, stories, wait_in_pane
from tests.e2e.terminal import Terminal

LEAVES = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""Back to the normal screen, with its cursor, without the mouse."""


def restored(terminal: Terminal) -> bool:
    return all(
        terminal.raw.rfind(code) > terminal.raw.rfind(code[:-1] + (b"l" if code.endswith(b"h") else b"h"))
        for code in LEAVES
    )


def test_a_morning(tmp_path: Path) -> None:
    first, second, third = stories(tmp_path, 3)
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread", first.title[:20], second.title[:20])
        terminal.press("j")
        wait_in_pane(terminal, second.title, "2 of 12")
        terminal.press("enter")
        wait_in_pane(terminal, second.opening)
        terminal.press("s")
        wait_in_pane(terminal, "Summary: 3 of", *second.sentences)
        terminal.press("n")
        wait_in_pane(terminal, third.title, "3 of 12", "Summary:", *third.sentences)
        terminal.press("s")
        terminal.wait_gone("Summary: 3 of")
        wait_in_pane(terminal, third.opening)
        terminal.press("p")
        wait_in_pane(terminal, second.title, second.opening, "2 of 12")


def test_a_summary_longer_and_shorter_and_a_sentence_in_its_place(tmp_path: Path) -> None:
    _, second = stories(tmp_path, 2)
    with demo(tmp_path) as terminal:
        terminal.wait_for(second.title[:20])
        terminal.press("j", "enter", "s")
        wait_in_pane(terminal, "Summary: 3 of", *second.sentences)
        terminal.press("+")
        wait_in_pane(terminal, "Summary: 4 of")
        terminal.press("-", "-")
        wait_in_pane(terminal, "Summary: 2 of")
        terminal.press("+")
        wait_in_pane(terminal, "Summary: 3 of")
        terminal.press("j", "enter")
        terminal.wait_gone("Summary: 3 of")
        wait_in_pane(terminal, second.sentences[1])


def test_ways_to_skim_a_text(tmp_path: Path) -> None:
    _, second = stories(tmp_path, 2)
    with demo(tmp_path) as terminal:
        terminal.wait_for(second.title[:20])
        terminal.press("j", "enter")
        wait_in_pane(terminal, second.opening)
        terminal.press("H")
        wait_in_pane(terminal, "3 of", "sentences lit")
        terminal.press("H")
        terminal.wait_gone("sentences lit")
        terminal.press("b")
        terminal.wait_for("key terms in bold")
        terminal.press("ctrl+f")
        terminal.send("harbour")
        terminal.wait_for("Find: harbour")
        terminal.press("escape")
        terminal.wait_gone("Find: harbour")
        terminal.press("D")
        terminal.wait_for("Nothing changed")
        terminal.press("M")
        terminal.wait_for("up to 3 min")


def test_marks_can_be_undone(tmp_path: Path) -> None:
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("m")
        terminal.wait_for("Unread · 12", "undo")
        terminal.press("u")
        terminal.wait_for("Unread · 13")
        terminal.press("*")
        terminal.wait_for("★")
        terminal.press("u")
        terminal.wait_gone("★")
        terminal.press("A")
        terminal.wait_for("Unread · 0")
        terminal.press("u")
        terminal.wait_for("Unread · 13")
    assert command(tmp_path, "--demo", "list", "--view", "unread").count("\n") == 13


def test_search_and_help(tmp_path: Path) -> None:
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13", "Get a summary")
        terminal.send("/harb\r")
        terminal.wait_for("“harb” · ", "found")
        terminal.press("escape")
        terminal.wait_for("Unread · 13")
        terminal.press("?")
        terminal.wait_for("Moving", "Reading")
        terminal.press("escape")
        terminal.wait_gone("Moving")


def test_one_is_where_one_was(tmp_path: Path) -> None:
    *_, third = stories(tmp_path, 3)
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("2")
        terminal.wait_for("All · 13")
        terminal.press("j", "j", "enter")
        wait_in_pane(terminal, third.title, third.opening)
        terminal.settle()
        terminal.press("q", "q")
        assert terminal.wait_exit() == 0, terminal.text
        assert restored(terminal)
    with demo(tmp_path) as terminal:
        terminal.wait_for("All · 13")
        wait_in_pane(terminal, third.title, "3 of 12")


def test_resizing_keeps_the_place(tmp_path: Path) -> None:
    *_, second = stories(tmp_path, 2)
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("j", "enter")
        wait_in_pane(terminal, second.opening)
        for columns, lines in ((80, 24), (160, 50), (60, 15), (120, 40)):
            terminal.resize(columns, lines)
            terminal.wait_until(lambda: in_pane(terminal, second.title), f"the title at {columns}x{lines}")


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (20, 6), (40, 10), (250, 60)])
def test_any_size_can_be_read(tmp_path: Path, columns: int, lines: int) -> None:
    with demo(tmp_path, columns, lines) as terminal:
        terminal.wait_for("Start here"[: columns - 8])
        terminal.press("enter")
        terminal.settle()
        terminal.press("s")
        terminal.wait_for("Summary")
        terminal.press("s", "n", "escape", "j", "k", "ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text


def test_one_cell_is_no_reason_to_die(tmp_path: Path) -> None:
    with demo(tmp_path, 1, 1) as terminal:
        terminal.wait_until(lambda: bool(terminal.raw), "anything to be drawn")
        terminal.settle()
        terminal.press("j", "enter", "s", "n", "?", "escape", "escape")
        terminal.settle()
        for columns, lines in ((2, 1), (1, 3), (3, 3), (120, 40)):
            terminal.resize(columns, lines)
            terminal.settle()
        assert terminal.running
        terminal.wait_for("Sample edition")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals_give_the_terminal_back(tmp_path: Path, number: signal.Signals, status: int) -> None:
    with demo(tmp_path) as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("m")
        terminal.wait_for("Unread · 12")
        terminal.kill(number)
        assert terminal.wait_exit() == status
        assert restored(terminal)
        assert b"Traceback" not in terminal.raw
    assert command(tmp_path, "--demo", "list", "--view", "unread").count("\n") == 12


def test_the_mouse_does_what_it_looks_like(tmp_path: Path) -> None:
    first, second = stories(tmp_path, 2)
    with demo(tmp_path) as terminal:
        terminal.wait_for(second.title[:20])
        terminal.click(second.title[:20])
        wait_in_pane(terminal, second.title, second.opening)
        terminal.click("Get a summary")
        wait_in_pane(terminal, "Summary: 3 of", "Previous Article")
        terminal.settle()
        terminal.click("Previous Article")
        wait_in_pane(terminal, first.title, "1 of 12")


def test_no_colour(tmp_path: Path) -> None:
    with demo(tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("Unread · 13")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text


def test_the_keys_of_the_settings_are_used(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "tui-reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('colunm = 80\n[keys]\nsummary = "x"\n')
    with demo(tmp_path) as terminal:
        terminal.wait_for("colunm")
        terminal.press("enter", "x")
        terminal.wait_until(lambda: "Summary:" in pane(terminal), "the summary")
