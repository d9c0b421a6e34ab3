"""Tables with light rules where they fit, in the margin too if need be; as cards where they do not."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..document import Block
from .records import Line, Piece, Role
from .spans import Flow
from .wrapping import width_of

GAP = 2
"""Cells between two columns."""

_LEAST = 6
"""Cells that a column has at least, if its text needs them."""

_WORD = 10
"""Cells that a column is given at once if that makes it whole."""
_WORD_LIMIT = 24
"""A longer word is broken."""
_NUMBER_LIMIT = 24
_MOSTLY = 0.6
"""Share of a column's cells that are numbers, from which on it is set as numbers are."""
_TALL, _TALLEST = 3, 12
"""Lines of a row that are read with ease, and that a row may have."""
_SHAPE = 4
"""Cells for each line that a column has at least in a row of more than `_TALL` lines: no towers."""
_MEASURE = 60
"""Cells of a column of text that are read with ease: nothing goes into the margin for more."""
_SLACK = 1.15
"""What broken lines need more than whole ones."""
_SIDE_BY_SIDE = 24
"""From this width on, a card shows its labels beside the values and not above them."""

_FIGURES = r"[\d.,:/'’\u00a0\u202f \u2013-]*"
_NUMBER = rf"[^\w\s]{{0,2}}\s?{_FIGURES}\d{_FIGURES}\s?(?:[^\s\d]{{0,3}}|[^\W\d]{{1,4}}\.?|[bm]illion|Mio\.|Mrd\.)"
_NOTHING = frozenset({"-", "–", "—", "n/a", "N/A", "k. A.", "…", "?"})
"""What stands where a number is missing."""

Cells = Sequence[Flow]


def table_lines(block: Block, width: int, wide: int = 0) -> Iterator[Line]:
    """A table in a column of `width` cells; in up to `wide` cells, half of what is more on either side, if need be."""
    rows = _flows(block)
    if not any(flow.text.strip() for row in rows for flow in row):
        return
    header = block.header and len(rows) > 1
    body = rows[1:] if header else rows
    numeric = [_is_numeric(body, number) for number in range(max(len(row) for row in rows))]
    widths = _fit(rows, header, numeric, width, max(width, wide))
    yield from _ruled(rows, widths, numeric, header, width, wide) if widths else _cards(rows, width, header)


def _flows(block: Block) -> list[list[Flow]]:
    rows: list[list[Flow]] = []
    offset = 0
    for number, row in enumerate(block.rows):
        role = Role.COLUMN if block.header and number == 0 else Role.CELL
        flows: list[Flow] = []
        for cell in row:
            flows.append(Flow(cell, role, offset))
            offset += len(flows[-1].text) + len(" | ")
        offset += len("\n") - (len(" | ") if row else 0)
        rows.append(flows)
    return rows


def _fit(rows: Sequence[Cells], header: bool, numeric: Sequence[bool], width: int, wide: int) -> list[int]:
    """Widths of the columns, empty when the table does not fit. Column headings are broken before cells are."""
    natural, least = _measure(rows, numeric)
    if len(natural) == 1:
        return [min(natural[0], width)]
    gaps = GAP * (len(natural) - 1)
    if sum(natural) <= width - gaps:
        return natural
    body = [max(wants) for wants in zip(_measure(rows[header:], numeric)[0], least, strict=True)]
    if sum(body) <= width - gaps:
        return _grown(body, natural, width - gaps)
    measured = [min(want, _MEASURE) for want in body]
    if measured == body and sum(body) <= wide - gaps:
        return _grown(body, natural, wide - gaps)
    for wishes, room, tallest in (
        (body, width, _TALL),
        (measured, wide, _TALL),
        (body, width, _TALLEST),
        (measured, wide, _TALLEST),
    ):
        for height in range(2, tallest + 1):
            if widths := _spread(wishes, least, room - gaps, height):
                return widths
    return []


def _spread(natural: list[int], least: list[int], room: int, height: int) -> list[int]:
    """Widths with which no row is taller than about `height` lines, empty when that takes more than `room` cells."""
    floor = height * _SHAPE if height > _TALL else 0
    widths = [
        min(want, max(need, int(want * _SLACK / height) + 1, floor)) for want, need in zip(natural, least, strict=True)
    ]
    return _grown(widths, natural, room) if sum(widths) <= room else []


def _grown(widths: list[int], natural: list[int], room: int) -> list[int]:
    """`widths` with what is left of `room` given to columns that would like more; first to those that need little."""
    grown = widths.copy()
    spare = room - sum(widths)
    wishes = sorted((want - have, number) for number, (want, have) in enumerate(zip(natural, widths, strict=True)))
    for count, (wish, number) in enumerate(wishes):
        more = wish if wish <= min(spare, _WORD) else min(wish, spare // (len(wishes) - count))
        grown[number] += more
        spare -= more
    return grown


def _measure(rows: Sequence[Cells], numeric: Sequence[bool]) -> tuple[list[int], list[int]]:
    """For each column the cells that it would like to have, and those that it needs."""
    natural, least = [1] * len(numeric), [1] * len(numeric)
    for row in rows:
        for number, flow in enumerate(row):
            lines = flow.text.split("\n")
            natural[number] = max(natural[number], *map(width_of, lines))
            words = lines if numeric[number] and is_number(flow.text) else flow.text.split()
            longest = max(map(width_of, words), default=1)
            least[number] = max(least[number], min(longest, _WORD_LIMIT))
    return natural, [max(need, min(want, _LEAST)) for want, need in zip(natural, least, strict=True)]


def _ruled(
    rows: Sequence[Cells], widths: list[int], numeric: list[bool], header: bool, width: int, wide: int
) -> Iterator[Line]:
    total = sum(widths) + GAP * (len(widths) - 1)
    outdent = max(0, total - width - max(0, wide - width) // 2)
    rule = Line((Piece("─" * total, Role.RULE),), outdent=outdent)
    body = [_row(row, widths, numeric, outdent) for row in rows]
    tall = any(len(lines) > 1 for lines in body[1 if header else 0 :])
    yield rule
    for number, lines in enumerate(body):
        if number and (tall or (header and number == 1)):
            yield rule
        yield from lines
    yield rule


def _row(row: Cells, widths: list[int], right: list[bool], outdent: int) -> list[Line]:
    columns = [flow.lines(width) for flow, width in zip(row, widths, strict=False)]
    lines: list[Line] = []
    for cells in zip_longest(*columns, fillvalue=()):
        pieces: list[Piece] = []
        debt = 0
        for cell, width, flush in zip(cells, widths, right, strict=False):
            blank = width - sum(width_of(piece.text) for piece in cell)
            before, after = (debt + blank, 0) if flush else (debt, blank)
            if before and cell:
                pieces.append(Piece(" " * before, Role.SPACE))
            pieces.extend(cell)
            debt = after + GAP if cell else debt + width + GAP
        lines.append(Line(tuple(pieces), outdent=outdent))
    return lines or [Line()]


def is_number(text: str) -> bool:
    """Whether a cell holds a number, with its unit perhaps."""
    text = text.strip()
    return len(text) < _NUMBER_LIMIT and re.fullmatch(_NUMBER, text) is not None


def _is_numeric(rows: Sequence[Cells], number: int) -> bool:
    """Whether most of what stands in a column are numbers."""
    texts = [text for row in rows if number < len(row) and (text := row[number].text.strip())]
    texts = [text for text in texts if text not in _NOTHING]
    return bool(texts) and sum(map(is_number, texts)) >= _MOSTLY * len(texts)


def _cards(rows: Sequence[Cells], width: int, header: bool) -> Iterator[Line]:
    labels = rows[0] if header else []
    beside = width >= _SIDE_BY_SIDE and bool(labels)
    longest = max((width_of(flow.text) for flow in labels), default=0)
    label_width = min(longest, width * 2 // 5) if beside else width
    rule = Line((Piece("─" * width, Role.RULE),))
    yield rule
    for number, row in enumerate(rows[1:] if header else rows):
        for label, value in zip_longest(labels, row):
            if label is not None and number:
                label = label.as_decoration()
            if number and (value is None or not value.text.strip()):
                continue
            yield from _beside(label, value, label_width, width) if beside else _below(label, value, width)
        yield rule


def _beside(label: Flow | None, value: Flow | None, label_width: int, width: int) -> Iterator[Line]:
    names = label.lines(label_width) if label else []
    values = value.lines(width - label_width - GAP) if value else []
    for name, text in zip_longest(names, values, fillvalue=()):
        blank = label_width + GAP - sum(width_of(piece.text) for piece in name)
        yield Line((*name, Piece(" " * blank, Role.SPACE), *text) if text else name)


def _below(label: Flow | None, value: Flow | None, width: int) -> Iterator[Line]:
    if label and label.text:
        yield from (Line(pieces) for pieces in label.lines(width))
    indent = 2 if label and width >= 12 else 0
    for pieces in value.lines(width - indent) if value and value.text else ():
        yield Line((Piece(" " * indent, Role.SPACE), *pieces) if indent else pieces)
