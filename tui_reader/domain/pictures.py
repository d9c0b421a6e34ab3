"""A picture as cells of a terminal: two colours in each, one above the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

MOST_COLUMNS = 100
"""Cells: the widest that a column of text can be set to."""

MOST_LINES = 24


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


def _shrunk(values: Sequence[int], count: int) -> list[int]:
    """`values` as `count` means of stretches of equal length, parts of values counted as parts."""
    size = len(values)
    if size == count:
        return list(values)
    sums = list(accumulate(values, initial=0))
    ends = [count * sums[at] + part * values[at] for at, part in (divmod(n * size, count) for n in range(count))]
    return [(high - low) // size for low, high in pairwise((*ends, count * sums[size]))]
