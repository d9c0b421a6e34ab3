"""A picture as cells of a terminal: two colours in each, one above the other."""

from dataclasses import dataclass
from itertools import pairwise

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

    def __post_init__(self) -> None:
        small = 1 <= self.width <= MOST_COLUMNS and 1 <= self.height <= MOST_LINES
        if not small or len(self.pixels) != 6 * self.width * self.height:
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
        columns = list(pairwise(self.width * n // width for n in range(width + 1)))
        size = 3 * self.width
        pixels = bytearray()
        for top, bottom in pairwise(self.height * n // height for n in range(2 * height + 1)):
            rows = [self.pixels[y * size : (y + 1) * size] for y in range(top, bottom)]
            for left, right in columns:
                count = (right - left) * len(rows)
                pixels.extend(
                    sum(sum(row[3 * left + channel : 3 * right : 3]) for row in rows) // count for channel in range(3)
                )
        return Picture(width, height, bytes(pixels))
