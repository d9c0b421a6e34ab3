"""The text of what was selected with the mouse: as the author wrote it, not as it was broken into lines."""

from collections.abc import Callable
from typing import NamedTuple

from textual.selection import Selection

from ...domain.document import Document, Kind
from ...domain.layout import Line, Role
from .article_page import Part

END = 1 << 30
"""Stands for the end of a line."""


class Shown(NamedTuple):
    """A line as it is seen, and as it is in whole (code may be cut); `ours` when it is a line of the article's text."""

    seen: Line
    whole: Line
    ours: bool


class Copy:
    """Collects what is selected, line by line; lines of one paragraph or sentence are joined again."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._out: list[str] = []
        self._block, self._from, self._to = -1, 0, 0
        self._choice = -1

    def text(self) -> str:
        self._close()
        return "\n".join(self._out).strip("\n")

    def add(self, shown: Shown, low: int, high: int) -> None:
        """Characters `low` to `high` of a line."""
        line = shown.seen
        if not shown.ours:
            self._close()
            self._add_other(line, low, high)
            return
        if any(piece.colours for piece in line.pieces):
            return
        kind = self._document.blocks[line.block].kind
        lead, taken = _taken(line, low, high)
        if kind is Kind.TABLE:
            self._close()
            self._out.append(line.text[low : max(0, high)].rstrip())
        elif kind is Kind.CODE:
            self._close()
            start, end = taken or (0, 0)
            if taken and high >= END:
                end = shown.whole.end
            self._out.append(self._document.blocks[line.block].text()[start:end])
        elif taken and line.block == self._block:
            self._to = taken[1]
        else:
            self._close()
            self._out.append(lead)
            if taken:
                self._block, (self._from, self._to) = line.block, taken

    def _add_other(self, line: Line, low: int, high: int) -> None:
        if line.block < 0:
            self._out.append(line.text[low : max(0, high)].rstrip())
        elif words := _words(line, low, high):
            if line.block == self._choice:
                self._out[-1] += f" {words}"
            else:
                self._out.append(words)
        self._choice = line.block

    def _close(self) -> None:
        if self._block >= 0:
            self._out[-1] += self._document.blocks[self._block].text()[self._from : self._to]
            self._block = -1


def selected_text(
    selection: Selection, first: int, last: int, margin: int, line_at: Callable[[int], Shown], document: Document
) -> str:
    """What `selection` covers of the lines `first` to `last`, whose text begins `margin` characters from the left."""
    copy = Copy(document)
    start = first if selection.start is None else max(first, selection.start.y)
    end = last if selection.end is None else min(last, selection.end.y)
    for number in range(start, end + 1):
        if (span := selection.get_span(number)) is not None:
            shown = line_at(number)
            edge = margin - shown.seen.outdent
            copy.add(shown, max(0, span[0] - edge), END if span[1] == -1 else span[1] - edge)
    return copy.text()


def _words(line: Line, low: int, high: int) -> str:
    """Of characters `low` to `high` of a line that can be chosen, the words, without bar and mark."""
    place, words = 0, ""
    for piece in line.pieces:
        if piece.role not in (Part.MARK, Part.SPACE):
            words += piece.text[max(0, low - place) : max(0, high - place)]
        place += len(piece.text)
    return words.rstrip()


def _taken(line: Line, low: int, high: int) -> tuple[str, tuple[int, int] | None]:
    """Of characters `low` to `high` of a line: the marker among them, and the stretch of the block's text."""
    place, lead, start, end = 0, "", -1, -1
    for piece in line.pieces:
        size = len(piece.text)
        first, last = max(0, low - place), min(size, high - place)
        if first < last:
            if piece.start >= 0:
                start = piece.start + first if start < 0 else start
                end = piece.start + last
            elif piece.role == Role.MARKER:
                lead += piece.text
        place += size
    return lead, (start, end) if start >= 0 else None
