"""A real pseudo-terminal with the installed command in it, and a screen to look at.

    with Terminal(["tui-reader", "--demo"], home=tmp_path) as terminal:
        terminal.wait_for("Unread")
        terminal.press("j", "enter")

Nothing here sleeps for a fixed time: every wait ends as soon as the screen shows what is waited for.
"""

import errno
import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
from ptyprocess import PtyProcess

SECONDS = 30.0
"""How long a wait may take: a busy machine with two cores is no reason to fail."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
}

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\*[a-z]")
_UNFINISHED = re.compile(rb"\x1b(?:\[[<>=?0-9;$*]*)?\Z")


def installed() -> list[str]:
    """The command as pip installed it, or the module where it did not."""
    script = Path(sys.executable).with_name("tui-reader")
    return [str(script)] if script.exists() else [sys.executable, "-m", "tui_reader"]


def environment(home: Path, **more: str) -> dict[str, str]:
    """A user's environment whose files are all below `home`."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "VIRTUAL_ENV")}
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return kept | folders | {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC"} | more


class Terminal:
    """One program in a pseudo-terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        columns: int = 120,
        lines: int = 40,
        cwd: Path | None = None,
    ) -> None:
        self.raw = bytearray()
        """Every byte that the program wrote."""
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._pending = b""
        self._ended = False
        self._process = PtyProcess.spawn(
            list(command), env=dict(env), dimensions=(lines, columns), cwd=cwd and str(cwd)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # ---- looking ----

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, *texts: str, seconds: float = SECONDS) -> None:
        """Until all of `texts` are on the screen; blanks and line breaks count as one blank."""
        self.wait_until(lambda: all(self.shows(text) for text in texts), f"{texts!r} to appear", seconds)

    def wait_gone(self, *texts: str, seconds: float = SECONDS) -> None:
        """Until none of `texts` is on the screen."""
        self.wait_until(lambda: not any(self.shows(text) for text in texts), f"{texts!r} to go", seconds)

    def wait_until(
        self, done: Callable[[], bool], what: str = "the screen to change", seconds: float = SECONDS
    ) -> None:
        end = time.monotonic() + seconds
        while not done():
            if self._ended or time.monotonic() > end:
                ending = "the program ended" if self._ended else f"{seconds:g} s went by"
                raise AssertionError(f"Waited for {what}; {ending}. The screen:\n{self.text}")
            self.read(0.5)

    def shows(self, text: str) -> bool:
        return text in self.text or _folded(text) in _folded(self.text)

    def settle(self, quiet: float = 0.3, seconds: float = SECONDS) -> None:
        """Until the program has written nothing for `quiet` seconds."""
        end = time.monotonic() + seconds
        while self.read(quiet) and time.monotonic() < end:
            pass

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within `seconds`; False when that was nothing."""
        if self._ended or not select.select([self._process.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._process.fd, 65_536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            data = b""
        self._ended = not data
        self.raw += data
        data = self._pending + data
        self._pending = b""
        if unfinished := _UNFINISHED.search(data):
            self._pending = unfinished.group()
            data = data[: unfinished.start()]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return not self._ended

    # ---- acting ----

    def press(self, *keys: str) -> None:
        """Press keys, by their names ("enter", "ctrl+d") or characters."""
        for key in keys:
            self.send(KEYS.get(key) or (chr(ord(key[-1]) & 31) if key.startswith("ctrl+") else key))

    def send(self, text: str) -> None:
        os.write(self._process.fd, text.encode())

    def click(self, text: str) -> None:
        """Click with the mouse on the first place where `text` stands."""
        for row, line in enumerate(self.lines, 1):
            if (column := line.find(text)) >= 0:
                self.send(f"\x1b[<0;{column + 2};{row}M\x1b[<0;{column + 2};{row}m")
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self.screen.reset()
        self._process.setwinsize(lines, columns)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self._process.pid, number)

    @property
    def running(self) -> bool:
        return bool(self._process.isalive())

    def wait_exit(self, seconds: float = SECONDS) -> int:
        """The program's exit status, minus the signal's number when one killed it."""
        end = time.monotonic() + seconds
        while self._process.isalive():
            if time.monotonic() > end:
                raise AssertionError(f"The program did not end in {seconds:g} s. The screen:\n{self.text}")
            self.read(0.05)
        while self.read(0.05):
            pass
        status, number = self._process.exitstatus, self._process.signalstatus
        return int(status) if status is not None else -int(number or 0)

    def close(self) -> None:
        """Kill the program if it still runs, and free the terminal."""
        self._process.close(force=True)


def _folded(text: str) -> str:
    return " ".join(text.split())
