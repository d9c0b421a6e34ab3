"""A picture as cells of a terminal: two colours in each, one above the other, or left to the terminal to fill."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import ClassVar

MOST_COLUMNS = 100
"""Cells: the widest that a column of text can be set to."""

MOST_LINES = 24

HALVES = "▀"
"""A cell in two colours: its upper half in that of the character, its lower half in that of the ground."""
PLACEHOLDER = "\U0010eeee"
"""A cell that a terminal with Kitty's graphics protocol fills with a part of a picture."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Room:
    """What a picture may take."""

    columns: int = MOST_COLUMNS
    """Cells; the widest that it gets."""
    lines: int = MOST_LINES
    cell: tuple[int, int] | None = None
    """Pixels of a cell, width and height, where the terminal draws pictures itself; None for half-blocks."""
    pixels: int = 1_300_000
    """Of a PNG at most, and how many bytes of it."""
    size: int = 1_500_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made small. Raises ValueError when the numbers do not go together."""

    width: int
    """Cells, 1 to MOST_COLUMNS."""
    height: int
    """Lines, 1 to MOST_LINES; each shows two rows of `pixels`."""
    pixels: bytes
    """Red, green and blue of `width` x 2 `height` pixels, row by row."""
    fine: bytes = b""
    """The same twice as wide and high, which is still sharp when it is made smaller; b"" where there is no more."""
    cell: ClassVar[str] = HALVES

    def __post_init__(self) -> None:
        small = 1 <= self.width <= MOST_COLUMNS and 1 <= self.height <= MOST_LINES
        size = 6 * self.width * self.height
        if not small or len(self.pixels) != size or len(self.fine) not in (0, 4 * size):
            raise ValueError(f"no picture: {self.width} x {self.height} with {len(self.pixels)} bytes")

    def row(self, line: int) -> bytes:
        """Six bytes for each cell of a line: the colour of its upper half, then that of its lower one."""
        size = 3 * self.width
        upper = self.pixels[2 * line * size : (2 * line + 1) * size]
        lower = self.pixels[(2 * line + 1) * size : (2 * line + 2) * size]
        cells = bytearray(2 * size)
        for channel in range(3):
            cells[channel::6] = upper[channel::3]
            cells[channel + 3 :: 6] = lower[channel::3]
        return bytes(cells)

    def fitted(self, width: int) -> "Picture":
        """The picture in at most `width` cells (at least 1), each colour the mean of those that it stands for."""
        if self.width <= width:
            return self
        height = max(1, round(self.height * width / self.width))
        source, size = (self.fine, 6 * self.width) if self.fine else (self.pixels, 3 * self.width)
        columns = [_shrunk(source[place::size], 2 * height) for place in range(size)]
        pixels = bytearray(6 * width * height)
        for number, row in enumerate(zip(*columns, strict=True)):
            start = 3 * width * number
            for channel in range(3):
                pixels[start + channel : start + 3 * width : 3] = bytes(_shrunk(row[channel::3], width))
        return Picture(width, height, bytes(pixels))


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture that the terminal draws itself, in cells set aside for it. ValueError as for `Picture`."""

    width: int
    """Cells, 1 to MOST_COLUMNS."""
    height: int
    """Lines, 1 to MOST_LINES."""
    png: bytes
    """Ours, not the publisher's."""
    id: int = 0
    """What the terminal knows it by, below 2**24; 0 until it has a name."""
    cell: ClassVar[str] = PLACEHOLDER

    def __post_init__(self) -> None:
        small = 1 <= self.width <= MOST_COLUMNS and 1 <= self.height <= MOST_LINES and 0 <= self.id < 1 << 24
        if not small or not self.png.startswith(_SIGNATURE):
            raise ValueError(f"no picture: {self.width} x {self.height} with {len(self.png)} bytes")

    def row(self, line: int) -> bytes:
        """Which cells these are: see `Place`."""
        return bytes(Place(self.id, self.width, self.height, line))

    def fitted(self, width: int) -> "Bitmap":
        """The picture in at most `width` cells (at least 1)."""
        if self.width <= width:
            return self
        return Bitmap(width, max(1, round(self.height * width / self.width)), self.png, self.id)


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a bitmap among the article's lines."""

    id: int
    columns: int
    """Of the whole picture as it is shown here, and its lines."""
    lines: int
    line: int
    """Which of them this is, from 0."""

    def __bytes__(self) -> bytes:
        return self.id.to_bytes(3, "big") + bytes((self.columns, self.lines, self.line))

    @classmethod
    def of(cls, data: bytes) -> "Place":
        return cls(int.from_bytes(data[:3], "big"), *data[3:6])


def _shrunk(values: Sequence[int], count: int) -> list[int]:
    """`values` as `count` means of stretches of equal length, parts of values counted as parts."""
    size = len(values)
    if size == count:
        return list(values)
    sums = list(accumulate(values, initial=0))
    ends = [count * sums[at] + part * values[at] for at, part in (divmod(n * size, count) for n in range(count))]
    return [(high - low) // size for low, high in pairwise((*ends, count * sums[size]))]
