"""Tables with light rules where they fit, as cards where they do not."""

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
"""A column that would become narrower than this and than its text makes the table a set of cards."""

_WORD_LIMIT = 16
_SIDE_BY_SIDE = 24
"""From this width on, a card shows its labels beside the values and not above them."""

_NUMBER = re.compile(r"[^\w\s]{0,2}\s?[\d.,'’\u00a0\u202f ]*\d[\d.,'’\u00a0\u202f ]*\s?[^\s\d]{0,3}")

Cells = Sequence[Flow]


def table_lines(block: Block, width: int) -> Iterator[Line]:
    """A table in lines of at most `width` cells."""
    rows = _flows(block)
    if not any(flow.text.strip() for row in rows for flow in row):
        return
    widths = _fit(rows, width)
    header = block.header and len(rows) > 1
    yield from _ruled(rows, widths, header) if widths else _cards(rows, width, header)


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


def _fit(rows: Sequence[Cells], width: int) -> list[int]:
    """Widths of the columns, empty when the table does not fit."""
    natural, least = _measure(rows)
    room = width - GAP * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    if len(natural) == 1:
        return [width]
    spare = room - sum(least)
    if spare < 0:
        return []
    wish = [want - need for want, need in zip(natural, least, strict=True)]
    widths = [need + spare * more // sum(wish) for need, more in zip(least, wish, strict=True)]
    lines = max(-(-want // have) for want, have in zip(natural, widths, strict=True))
    return widths if lines <= 12 else []


def _measure(rows: Sequence[Cells]) -> tuple[list[int], list[int]]:
    """For each column the cells that it would like to have, and those that it needs."""
    count = max(len(row) for row in rows)
    natural, least = [1] * count, [1] * count
    for row in rows:
        for number, flow in enumerate(row):
            natural[number] = max(natural[number], max(width_of(line) for line in flow.text.split("\n")))
            longest = max((width_of(word) for word in flow.text.split()), default=1)
            least[number] = max(least[number], min(longest, _WORD_LIMIT))
    return natural, [max(need, min(want, _LEAST)) for want, need in zip(natural, least, strict=True)]


def _ruled(rows: Sequence[Cells], widths: list[int], header: bool) -> Iterator[Line]:
    rule = Line((Piece("─" * (sum(widths) + GAP * (len(widths) - 1)), Role.RULE),))
    right = [_is_numeric(rows[1 if header else 0 :], number) for number in range(len(widths))]
    body = [_row(row, widths, right) for row in rows]
    tall = any(len(lines) > 1 for lines in body[1 if header else 0 :])
    yield rule
    for number, lines in enumerate(body):
        if number and (tall or (header and number == 1)):
            yield rule
        yield from lines
    yield rule


def _row(row: Cells, widths: list[int], right: list[bool]) -> list[Line]:
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
        lines.append(Line(tuple(pieces)))
    return lines or [Line()]


def _is_numeric(rows: Sequence[Cells], number: int) -> bool:
    texts = [text for row in rows if number < len(row) and (text := row[number].text.strip())]
    return bool(texts) and all(len(text) < 24 and _NUMBER.fullmatch(text) for text in texts)


def _cards(rows: Sequence[Cells], width: int, header: bool) -> Iterator[Line]:
    labels = rows[0] if header else []
    beside = width >= _SIDE_BY_SIDE and bool(labels)
    longest = max((width_of(flow.text) for flow in labels), default=0)
    label_width = min(longest, width // 3) if beside else width
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
