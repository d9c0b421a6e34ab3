"""The pictures that the terminal draws itself: which it has, under which numbers, in how many cells."""

import os
import sys
from collections.abc import Callable

from ..domain.pictures import Place
from ..domain.placeholders import deleted, placed, sent

CELL = (10, 20)
"""Pixels of a cell where the terminal does not say."""

FIRST_OF_FEW = 24
"""Of 256 colours: those before it are what others become that are dimmed below a panel."""


def cell_pixels() -> tuple[int, int]:
    """Width and height of a cell, as the terminal told the system; nothing is asked of it."""
    try:
        import fcntl
        import struct
        import termios

        answer = fcntl.ioctl(sys.__stdin__.fileno() if sys.__stdin__ else 0, termios.TIOCGWINSZ, bytes(8))
        lines, columns, width, height = struct.unpack("HHHH", answer)
    except (ImportError, OSError, ValueError):
        return CELL
    if not lines or not columns:
        return CELL
    cell = width // columns, height // lines
    return cell if 3 <= cell[0] <= 100 and 6 <= cell[1] <= 200 else CELL


class TerminalPictures:
    """What was sent and is to be deleted. `write` puts bytes of ours on the terminal."""

    def __init__(self, write: Callable[[str], None], *, few: bool, tmux: bool) -> None:
        """`few`: the terminal has 256 colours, and a picture's number is one of them."""
        self._write, self._few, self._tmux = write, few, tmux
        self._first = FIRST_OF_FEW if few else 256 + int.from_bytes(os.urandom(2), "big") * 250
        self._next = self._first  # another reader in the same terminal has others
        self._pngs: dict[int, bytes] = {}
        self._sizes: dict[int, tuple[int, int]] = {}
        """Those that the terminal has: columns and lines."""
        self._away = False

    def add(self, png: bytes) -> int:
        """A number for a picture. It is sent when it is needed."""
        while self._next in self._pngs:
            self._step()
        number = self._next
        self._pngs[number] = png
        self._step()
        return number

    def _step(self) -> None:
        last = 255 if self._few else (1 << 24) - 1
        self._next = self._next + 1 if self._next < last else self._first

    def need(self, place: Place) -> None:
        """A line of a picture is to be drawn."""
        size = (place.columns, place.lines)
        if place.id not in self._pngs or self._sizes.get(place.id) == size or self._away:
            return
        if place.id in self._sizes:
            self._write(placed(place.id, *size, tmux=self._tmux))
        else:
            self._write(sent(self._pngs[place.id], place.id, *size, tmux=self._tmux))
        self._sizes[place.id] = size

    def drop(self) -> None:
        """None is wanted any more."""
        if self._sizes and not self._away:
            self._write(deleted(self._sizes, tmux=self._tmux))
        self._pngs.clear()
        self._sizes.clear()
        if self._few:
            self._next = self._first

    def leave(self) -> None:
        """Another program has the terminal."""
        if self._sizes:
            self._write(deleted(self._sizes, tmux=self._tmux))
        self._away = True

    def come_back(self) -> None:
        """It is ours again, and has forgotten everything."""
        self._away = False
        for number, size in self._sizes.items():
            self._write(sent(self._pngs[number], number, *size, tmux=self._tmux))
