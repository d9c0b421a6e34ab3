"""The text of what was selected with the mouse: as the author wrote it, not as it was broken into lines."""

from collections.abc import Callable

from textual.selection import Selection

from ...domain.document import Document, Kind
from ...domain.layout import Line, Role


def selected_text(
    selection: Selection,
    first: int,
    last: int,
    margin: int,
    line_at: Callable[[int], tuple[Line, bool]],
    document: Document,
) -> str:
    """What `selection` covers of the lines `first` to `last`.

    `line_at` gives a line and whether it belongs to the article's text; lines of one paragraph are joined again.
    """
    out: list[str] = []
    open_block, open_from, open_to = -1, 0, 0

    def close() -> None:
        nonlocal open_block
        if open_block >= 0:
            out[-1] += document.blocks[open_block].text()[open_from:open_to]
            open_block = -1

    start = first if selection.start is None else max(first, selection.start.y)
    end = last if selection.end is None else min(last, selection.end.y)
    for number in range(start, end + 1):
        span = selection.get_span(number)
        if span is None:
            continue
        line, ours = line_at(number)
        low, high = max(0, span[0] - margin), (1 << 30 if span[1] == -1 else span[1] - margin)
        if not ours or document.blocks[line.block].kind in (Kind.TABLE, Kind.CODE):
            close()
            out.append(line.text[low : max(0, high)].rstrip())
            continue
        lead, taken = _taken(line, low, high)
        if taken and line.block == open_block:
            open_to = taken[1]
            continue
        close()
        out.append(lead)
        if taken:
            open_block, (open_from, open_to) = line.block, taken
    close()
    return "\n".join(out).strip("\n")


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
