"""A whole document as lines, laid out where it is looked at first and elsewhere little by little."""

from collections.abc import Iterator
from types import MappingProxyType

from ..document import Document
from .blocks import Pictures, block_lines
from .records import Line

ESTIMATE = 4
"""Lines that a block counts for until it is laid out."""

NO_PICTURES: Pictures = MappingProxyType({})


def addresses(document: Document) -> tuple[str, ...]:
    """What `Piece.link` points into: the document's links, then its pictures' addresses."""
    return (*document.links, *(image.url for image in document.images))


def lay_out(document: Document, width: int, pictures: Pictures = NO_PICTURES, wide: int = 0) -> Iterator[Line]:
    """The lines of `document` in order, none wider than `width` cells (at least 1) except code, see `window()`, and
    tables that need up to `wide` cells, see `Line.outdent`."""
    for number in range(len(document.blocks)):
        yield from block_lines(document, number, width, pictures, wide)


class Layout:
    """The lines of a document at one width, with the pictures that there are.

    Lines are numbered from 0 over the whole document. Blocks that were not laid out yet count `ESTIMATE` lines, so line
    numbers below them are estimates until `complete`.
    """

    def __init__(self, document: Document, width: int, pictures: Pictures = NO_PICTURES, wide: int = 0) -> None:
        self.document = document
        self.wide = wide
        self.pictures = pictures
        self.width = max(1, width)
        count = len(document.blocks)
        self._blocks: list[list[Line] | None] = [None] * count
        self._tree = [ESTIMATE * (number & -number) for number in range(count + 1)]
        self._left = count
        self._height = ESTIMATE * count
        self._next_up = self._next_down = 0

    @property
    def height(self) -> int:
        """Lines of the whole document."""
        return self._height

    @property
    def complete(self) -> bool:
        return self._left == 0

    def ensure(self, first: int, count: int) -> int:
        """Lays out what stands in the `count` lines from `first`. Returns the number that line `first` has then."""
        if self._left == 0 or not self._blocks:
            return first
        number, inside = self.locate(first)
        if self._blocks[number] is None:
            below = ESTIMATE - inside
            first = self.top(number) + max(0, len(self.block(number)) - below)
        self._next_up, self._next_down = number - 1, number
        have = self.top(number) - first
        while have < count and self._next_down < len(self._blocks):
            have += len(self.block(self._next_down))
            self._next_down += 1
        return first

    def advance(self, blocks: int, anchor: int) -> int:
        """Lays out up to `blocks` more, below and above what was seen. Returns line `anchor`'s number then."""
        if self._left == 0:
            return anchor
        number, inside = self.locate(anchor)
        for _ in range(blocks):
            if self._next_down < len(self._blocks):
                self.block(self._next_down)
                self._next_down += 1
            elif self._next_up >= 0:
                self.block(self._next_up)
                self._next_up -= 1
            else:
                self._next_up = len(self._blocks) - 1
                if self._left == 0:
                    break
        return self.top(number) + min(inside, max(0, len(self.block(number)) - 1))

    def block(self, number: int) -> list[Line]:
        """The lines of a block, the empty ones above it included."""
        if (lines := self._blocks[number]) is None:
            lines = self._blocks[number] = block_lines(self.document, number, self.width, self.pictures, self.wide)
            self._left -= 1
            if change := len(lines) - ESTIMATE:
                self._height += change
                place = number + 1
                while place < len(self._tree):
                    self._tree[place] += change
                    place += place & -place
        return lines

    def top(self, number: int) -> int:
        """Number of the first line of block `number`."""
        lines = 0
        while number > 0:
            lines += self._tree[number]
            number &= number - 1
        return lines

    def locate(self, line: int) -> tuple[int, int]:
        """(block, line within it) of a line; the last block's for a line beyond the end. Needs at least one block."""
        number, left = 0, max(0, line)
        step = 1 << (len(self._tree).bit_length() - 1)
        while step:
            if number + step < len(self._tree) and self._tree[number + step] <= left:
                number += step
                left -= self._tree[number]
            step >>= 1
        if number >= len(self._blocks):
            number = len(self._blocks) - 1
            left = line - self.top(number)
        return number, left

    def line(self, number: int) -> Line:
        """A line; an empty one beyond the end and where nothing was laid out yet."""
        if not 0 <= number < self._height:
            return Line()
        block, inside = self.locate(number)
        lines = self._blocks[block]
        return lines[inside] if lines is not None and inside < len(lines) else Line((), block)

    def find(self, block: int, offset: int) -> int:
        """Number of the line that shows character `offset` of block `block`, laid out if need be."""
        if not self._blocks:
            return 0
        block = min(max(0, block), len(self._blocks) - 1)
        lines = self.block(block)
        found = next((number for number, line in enumerate(lines) if line.pieces), 0)
        for number, line in enumerate(lines):
            if line.start >= 0 and line.start <= offset < line.end and line.shows(offset):
                found = number
                break
            if 0 <= line.start <= offset:
                found = number
        return self.top(block) + found
