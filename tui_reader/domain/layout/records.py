"""What a laid-out article is made of: lines of pieces."""

from enum import StrEnum
from typing import NamedTuple

from ..document import Style


class Role(StrEnum):
    """What a piece is, for whoever chooses its colours."""

    TEXT = "text"
    TITLE = "title"
    """A heading of level 1 or 2."""
    HEADING = "heading"
    """A heading of level 3."""
    MINOR = "minor"
    """A heading of level 4 and deeper."""
    TERM = "term"
    QUOTE = "quote"
    CAPTION = "caption"
    PICTURE = "picture"
    CODE = "code"
    CELL = "cell"
    COLUMN = "column"
    """A table's column heading."""
    MARKER = "marker"
    BAR = "bar"
    """The bar beside a quotation."""
    RULE = "rule"
    SPACE = "space"
    CUT = "cut"
    """The sign that a line goes on beyond the edge."""


class Piece(NamedTuple):
    """A run of characters in one setting."""

    text: str
    role: str = Role.TEXT
    style: Style = Style.PLAIN
    link: int | None = None
    """Index into `addresses(document)`."""
    start: int = -1
    """Offset of the first character in the block's `text()`; -1 for what is not the article's own (bars, rules ...)."""
    colours: bytes = b""
    """Part of a picture: for each character red, green and blue of its upper half and of its lower one; of one that
    the terminal draws, the bytes of its `Place`."""


class Line(NamedTuple):
    """One row of cells."""

    pieces: tuple[Piece, ...] = ()
    block: int = -1
    """Index of the block that the line belongs to; an empty line belongs to the block below it."""
    ground: bool = False
    """The line stands on code's own ground, over the whole width of the column."""
    wide: bool = False
    """The line may be wider than the column (code): show it through `window()`."""
    outdent: int = 0
    """Cells that the line begins to the left of the column (wide tables)."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def start(self) -> int:
        """Offset of the line's first character in its block's `text()`, -1 when it shows none."""
        return next((piece.start for piece in self.pieces if piece.start >= 0), -1)

    @property
    def end(self) -> int:
        """Offset after the line's last character in its block's `text()`, -1 when it shows none."""
        return max((piece.start + len(piece.text) for piece in self.pieces if piece.start >= 0), default=-1)

    def shows(self, offset: int) -> bool:
        """Whether the block's character at `offset` is on the line. Of a table's row a line shows bits and pieces."""
        return any(0 <= piece.start <= offset < piece.start + len(piece.text) for piece in self.pieces)
