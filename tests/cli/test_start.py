"""From the arguments to a command, and what is said when that fails."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

import tui_reader
from tests.cli.conftest import Cli
from tests.e2e.terminal import environment, installed
from tui_reader.cli import start
from tui_reader.cli.start import COMMANDS

DESIGNED = [
    "open",
    "add",
    "remove",
    "feeds",
    "set",
    "refresh",
    "list",
    "show",
    "search",
    "brief",
    "summarize",
    "extract",
    "import",
    "export",
    "doctor",
]


def test_all_commands_are_there_with_a_line_of_help(cli: Cli) -> None:
    assert list(COMMANDS) == DESIGNED
    result = cli("--help")
    assert result.status == 0
    for name in DESIGNED:
        line = next(line for line in result.lines if line.startswith(f"  {name} "))
        assert not line.endswith("...")
        assert cli(name, "--help").status == 0
    assert "_TUI_READER_COMPLETE=bash_source" in result.out


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "list"]])
def test_version(cli: Cli, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert (result.status, result.out) == (0, f"tui-reader {tui_reader.__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["add"],
        ["show"],
        ["show", "first"],
        ["list", "--view", "new"],
        ["list", "--limit", "-1"],
        ["summarize"],
        ["summarize", "-", "--sentences", "0"],
        ["search"],
        ["import"],
        ["export", "a", "b"],
        ["remove"],
        ["--library"],
    ],
)
def test_wrong_usage_is_one_line_and_2(cli: Cli, arguments: list[str], home: Path) -> None:
    result = cli(*arguments)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("tui-reader")
    assert "--help" in result.err
    assert not (home / "data").exists()


def test_the_screen_needs_a_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in ([], ["open"], ["--demo"], ["open", "--demo"]):
        result = cli(*arguments)
        assert (result.status, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
        assert "tui-reader list" in result.err
    monkeypatch.setenv("TERM", "dumb")
    assert "TERM is dumb" in cli().err


def test_shared_options_stand_before_a_command_or_after_it(cli: Cli, home: Path) -> None:
    one, other = home / "one.db", home / "other.db"
    assert cli("--library", one, "feeds").status == 0
    assert cli("feeds", "--library", other).status == 0
    assert one.exists()
    assert other.exists()
    assert not (home / "data").exists()


def test_the_environment_names_the_library(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUI_READER_LIBRARY", str(home / "mine.db"))
    assert cli("feeds").status == 0
    assert (home / "mine.db").exists()


def test_wrong_settings_are_reported_and_the_command_runs(cli: Cli, home: Path) -> None:
    settings = home / "settings.toml"
    settings.write_text("column = 3\ncolour = 1\n")
    result = cli("--config", settings, "feeds", "--json")
    assert (result.status, result.out) == (0, "[]\n")
    notes = result.err.splitlines()
    assert len(notes) == 2
    assert all(note.startswith(f"tui-reader: {settings}, line ") for note in notes)


def test_settings_that_are_named_must_be_there(cli: Cli, home: Path) -> None:
    result = cli("--config", home / "none.toml", "feeds")
    assert result.status == 1
    assert "no such file" in result.err


@pytest.mark.parametrize(
    "content", [b"this is no database at all, but it is long enough to look at" * 50, b"\0" * 4096]
)
def test_what_is_no_library_is_left_alone(cli: Cli, home: Path, content: bytes) -> None:
    file = home / "notes.txt"
    file.write_bytes(content)
    for arguments in (["list"], ["feeds", "--json"], ["export"]):
        result = cli("--library", file, *arguments)
        assert (result.status, result.out) == (1, "")
        assert len(result.err.splitlines()) == 1
        assert str(file) in result.err
    assert file.read_bytes() == content


def test_a_library_that_cannot_be_made_is_one_line(cli: Cli, home: Path) -> None:
    (home / "file").write_text("")
    for place in (home / "file" / "library.db", home):
        result = cli("--library", place, "list")
        assert (result.status, len(result.err.splitlines())) == (1, 1)


def test_a_fault_is_one_line_and_a_private_log(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "sk-" + "12345"

    @click.command()
    def broken() -> None:
        token = secret
        raise RuntimeError(f"boom \x1b]0;x\x07 {len(token)}")

    monkeypatch.setattr(start.Commands, "get_command", lambda *_: broken)
    result = cli("list")
    assert (result.status, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert "RuntimeError: boom" in result.err
    log = next((home / "state").rglob("*.log"))
    assert str(log) in result.err
    assert log.stat().st_mode & 0o777 == 0o600
    text = log.read_text()
    assert "Traceback" in text
    assert secret not in text
    assert "\x1b" not in text


def test_completion_is_offered(tmp_path: Path) -> None:
    env = environment(tmp_path, _TUI_READER_COMPLETE="bash_complete", COMP_WORDS="tui-reader su", COMP_CWORD="1")
    done = subprocess.run(installed(), env=env, capture_output=True, text=True, check=False)
    assert "plain,summarize" in done.stdout


def test_whoever_stops_reading_hears_nothing(tmp_path: Path) -> None:
    article = "The council approved the new harbour line on Monday after a long debate. " * 20
    process = subprocess.Popen(
        [*installed(), "extract", "-", "--json"],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, errors = process.communicate((article * 500).encode(), timeout=60)
    assert errors == b""
    assert process.returncode == 0


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*installed(), "doctor"],
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("tui-reader: the output could not be written: ")
    assert len(done.stderr.splitlines()) == 1


def test_interrupting_is_one_line_and_130(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "tui_reader", "summarize", "-"],
        env=environment(tmp_path),
        stdin=read_end,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "tui_reader.summary" in line.rpartition("|")[2].split():
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    os.close(read_end)
    os.close(write_end)
    said = [line for line in errors.splitlines() if not line.startswith("import time:")]
    assert said == ["Interrupted."]
    assert process.returncode == 130
