"""A library that cannot be written to, as its user meets it: all can be read, and what cannot be kept is said."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, environment, installed
from tests.library import TITLES, make_library

POWERLESS = """
import ctypes, os, sys
if os.geteuid() == 0:  # who may write everywhere, until it gives up the right to
    for right in (1, 2, 3):
        assert ctypes.CDLL(None).prctl(24, right, 0, 0, 0) == 0
os.execv(sys.argv[1], sys.argv[1:])
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="root's rights are given up as on Linux")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "shelf" / "library.db"
    make_library(path, 12).close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


def command(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", POWERLESS, *installed(), "--library", str(library), *arguments]


def run(library: Path, home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(library, *arguments), env=environment(home), capture_output=True, text=True, check=False, timeout=60
    )


def test_commands_read_it_and_refuse_to_change_it(library: Path, tmp_path: Path) -> None:
    listed = run(library, tmp_path, "list")
    assert (listed.returncode, listed.stderr, len(listed.stdout.splitlines())) == (0, "", 12)
    for arguments in (("remove", "1"), ("refresh",), ("add", "https://nowhere.invalid/")):
        refused = run(library, tmp_path, *arguments)
        assert refused.returncode == 1
        assert refused.stderr.count("\n") == 1
        assert "cannot be written to" in refused.stderr
    doctor = run(library, tmp_path, "doctor")
    assert doctor.returncode == 1
    assert "it can only be read" in doctor.stdout
    assert "chmod u+w" in doctor.stdout
    assert os.listdir(library.parent) == [library.name]


def test_the_screen_shows_it_and_says_why_nothing_can_be_marked(library: Path, tmp_path: Path) -> None:
    with Terminal(command(library), env=environment(tmp_path)) as terminal:
        terminal.wait_for("Unread · 12", TITLES[0], "Nothing that you mark is kept")
        for key in ("m", "enter", "s"):
            terminal.press(key)
        terminal.wait_for("Summary:", "check the permissions")
        terminal.press("a")
        terminal.wait_for("Add a feed")
        terminal.send("nowhere.invalid\r")
        terminal.wait_for("The library cannot be written to")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0, terminal.text
