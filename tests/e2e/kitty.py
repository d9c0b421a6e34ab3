"""A terminal with Kitty's graphics protocol, as far as pictures in the text need it."""

import re
from binascii import a2b_base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pyte.graphics
from PIL import Image

from tests.e2e.terminal import Terminal
from tui_reader.domain.pictures import PLACEHOLDER
from tui_reader.domain.placeholders import numerals

_GRAPHICS = re.compile(rb"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
_THROUGH = re.compile(rb"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\")
_BEGUN = re.compile(rb"\x1b(?:[_P](?:[^\x1b]|\x1b\x1b)*(?:\x1b)?)?\Z")
_NUMBERS = {colour: number for number, colour in enumerate(pyte.graphics.FG_BG_256) if number >= 16}


@dataclass
class Held:
    """A picture in the terminal."""

    columns: int
    lines: int
    data: bytearray = field(default_factory=bytearray)

    @property
    def image(self) -> Image.Image:
        image = Image.open(BytesIO(a2b_base64(self.data)))
        assert image.format == "PNG"
        image.load()
        return image


class Kitty(Terminal):
    """Takes the commands out of what the program writes, and holds the pictures. `tmux`: it stands behind one."""

    def __init__(self, *arguments: Any, tmux: bool = False, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.held: dict[int, Held] = {}
        self.commands: list[Mapping[str, str]] = []
        self._tmux = tmux
        self._under_way = 0
        self._rest = b""
        self._text = self._stream
        self._stream = self  # type: ignore[assignment]

    def feed(self, data: bytes) -> None:
        data = self._rest + data
        self._rest = b""
        if begun := _BEGUN.search(data):
            self._rest = begun.group()
            data = data[: begun.start()]
        if self._tmux:
            assert not _GRAPHICS.search(_THROUGH.sub(b"", data)), "tmux swallows a bare command"
            data = _THROUGH.sub(lambda found: found[1].replace(b"\x1b\x1b", b"\x1b"), data)
        at = 0
        for found in _GRAPHICS.finditer(data):
            self._text.feed(data[at : found.start()])
            self._obey(dict(part.split("=") for part in found[1].decode().split(",")), found[2] or b"")
            at = found.end()
        self._text.feed(data[at:])

    def _obey(self, keys: dict[str, str], data: bytes) -> None:
        self.commands.append(keys)
        assert keys["q"] == "2", "no answer may come in among the keys"
        assert len(data) <= 4096
        match keys.get("a"):
            case "T":
                assert (keys["U"], keys["f"], keys["t"]) == ("1", "100", "d")
                self._under_way = int(keys["i"])
                self.held[self._under_way] = Held(int(keys["c"]), int(keys["r"]), bytearray(data))
            case "p":
                held = self.held[int(keys["i"])]
                held.columns, held.lines = int(keys["c"]), int(keys["r"])
            case "d":
                assert keys["d"] == "I"
                del self.held[int(keys["i"])]
            case None:
                assert len(data) % 4 == 0
                self.held[self._under_way].data += data
            case other:
                raise AssertionError(other)

    def cells(self) -> dict[tuple[int, int], tuple[int, int, int]]:
        """(line, column) of the screen -> (number of the picture, its line, its column), -1 for what is yet to come."""
        found = {}
        marks = {mark: number for number, mark in enumerate(numerals())}
        for line, row in self.screen.buffer.items():
            for column, cell in row.items():
                if cell.data.startswith(PLACEHOLDER):
                    down, along = (*(marks[mark] for mark in cell.data[1:3]), -1, -1)[:2]
                    colour = int(cell.fg, 16)
                    number = colour if colour in self.held else _NUMBERS.get(cell.fg, colour)
                    found[line, column] = (number, down, along)
        return found
