"""One block of an article as lines."""

from collections.abc import Iterator, Mapping
from itertools import chain, repeat

from rich.cells import split_graphemes

from ..document import Block, Document, Kind, Span
from ..pictures import Bitmap, Picture
from .records import Line, Piece, Role
from .spans import Flow
from .tables import table_lines
from .wrapping import width_of

BAR = "▎ "
PICTURE = "▣ "
LEAST = 8
"""Cells: a picture in less than that shows nothing."""
Pictures = Mapping[str, Picture | Bitmap]
"""The pictures that there are, by their addresses."""
CODE_INDENT = 2
ORNAMENT = "*   *   *"
_NARROW = 3
"""At most a third of the width goes to bars, indents and markers."""
_WIDEST = 2
"""Cells of the widest character."""

_LOOSE = 2
"""Lines of an item from which on, in the mean, a list has empty lines between its items."""
_NEAR = 6
"""Items before and after that are looked at for it: a list of thousands is not looked through for each of them."""

_ROLES = {
    Kind.PARAGRAPH: Role.TEXT,
    Kind.ITEM: Role.TEXT,
    Kind.TERM: Role.TERM,
    Kind.CAPTION: Role.CAPTION,
    Kind.CODE: Role.CODE,
}
_ITEMS = (Kind.ITEM, Kind.ITEM)
_CLOSE = {
    _ITEMS,
    (Kind.IMAGE, Kind.CAPTION),
    (Kind.TABLE, Kind.CAPTION),
    (Kind.CODE, Kind.CAPTION),
    (Kind.TERM, Kind.PARAGRAPH),
    (Kind.TERM, Kind.ITEM),
    (Kind.HEADING, Kind.PARAGRAPH),
    (Kind.HEADING, Kind.ITEM),
    (Kind.HEADING, Kind.TERM),
}


def block_lines(document: Document, number: int, width: int, pictures: Pictures, wide: int = 0) -> list[Line]:
    """Block `number` and the empty lines above it, none wider than `width` cells but code's (see `Line.wide`) and those
    of tables, which may take `wide` cells: half of what is more on either side."""
    block = document.blocks[number]
    depth = min(block.quote, max(0, width // _NARROW // len(BAR)))
    bar = Piece(BAR * depth, Role.BAR) if depth else None
    inner = max(1, width - len(BAR) * depth)
    lines = [
        Line((bar, *line.pieces) if bar else line.pieces, number, line.ground, line.wide, line.outdent)
        for line in _content(document, block, inner, pictures, 0 if bar else wide)
    ]
    if not lines:
        return []
    return [*_gap(document, number, width), *lines]


def _gap(document: Document, number: int, width: int) -> list[Line]:
    if number == 0:
        return []
    block, before = document.blocks[number], document.blocks[number - 1]
    pair = before.kind, block.kind
    if pair in _CLOSE and before.quote == block.quote and (pair != _ITEMS or not _is_loose(document, number, width)):
        return []
    shared = min(block.quote, before.quote, max(0, width // _NARROW // len(BAR)))
    bars = (Piece((BAR * shared).rstrip(), Role.BAR),) if shared else ()
    count = 2 if block.kind is Kind.HEADING and block.level <= 2 and before.kind is not Kind.HEADING else 1
    return [Line(bars, number)] * count


def _is_loose(document: Document, number: int, width: int) -> bool:
    """Whether the items around `number` are paragraphs rather than lines, and so stand apart."""
    blocks = document.blocks
    first = last = number
    while first > max(0, number - _NEAR) and blocks[first - 1].kind is Kind.ITEM:
        first -= 1
    while last < min(len(blocks), number + _NEAR) and blocks[last].kind is Kind.ITEM:
        last += 1
    room = _LOOSE * width * (last - first)
    for block in blocks[first:last]:
        for span in block.spans:
            room -= len(span.text)
    return room < 0


def _content(document: Document, block: Block, width: int, pictures: Pictures, wide: int) -> Iterator[Line]:
    match block.kind:
        case Kind.RULE:
            yield Line((Piece(ORNAMENT.center(width).rstrip() if width > len(ORNAMENT) else "*", Role.RULE),))
        case Kind.IMAGE:
            yield from _picture(document, block, width, pictures)
        case Kind.CODE:
            yield from _code(block, width)
        case Kind.TABLE:
            yield from table_lines(block, width, wide)
        case Kind.HEADING:
            yield from _heading(block, width)
        case _:
            yield from _text(block, width)


def _heading(block: Block, width: int) -> Iterator[Line]:
    role = Role.TITLE if block.level <= 2 else Role.HEADING if block.level == 3 else Role.MINOR
    longest = 0
    for pieces in Flow(block.spans, role).lines(width):
        longest = max(longest, sum(width_of(piece.text) for piece in pieces))
        yield Line(pieces)
    if block.level <= 1 and longest:
        yield Line((Piece("─" * longest, Role.RULE),))


def _text(block: Block, width: int) -> Iterator[Line]:
    """Paragraphs, items, captions and terms: a first line with its marker, the others hanging below its text."""
    role = Role.QUOTE if block.quote and block.kind is Kind.PARAGRAPH else _ROLES.get(block.kind, Role.TEXT)
    flow = Flow(block.spans, role)
    if not flow.text.strip():
        if block.marker:
            yield from (Line(pieces) for pieces in Flow((Span(block.marker),), Role.MARKER, None).lines(width))
        return
    most = width // _NARROW
    indent = min(block.indent, most)
    marker = f"{block.marker} " if block.marker else ""
    hang = min(block.indent + width_of(marker), most)
    lead = [Piece(" " * indent, Role.SPACE)] if indent else []
    first = width - hang
    if marker:
        used = indent + width_of(marker)
        if used + _WIDEST > width:
            yield from (Line(pieces) for pieces in Flow((Span(block.marker),), Role.MARKER, None).lines(width))
            lead = [Piece(" " * hang, Role.SPACE)] if hang else []
        else:
            lead.append(Piece(marker, Role.MARKER))
            first = width - used
    below = [Piece(" " * hang, Role.SPACE)] if hang else []
    leads = chain([lead], repeat(below))
    for start, pieces in zip(leads, flow.lines(width - hang, first), strict=False):
        yield Line((*start, *pieces))


def _picture(document: Document, block: Block, width: int, pictures: Pictures) -> Iterator[Line]:
    """A picture as a captioned link: its alternative text, its address behind it; and below it the picture, if any."""
    image = document.images[block.image] if block.image is not None and block.image < len(document.images) else None
    alt = image.alt.strip() if image else ""
    words = f"Picture: {alt}" if alt else "Picture"
    link = len(document.links) + block.image if image and image.url and block.image is not None else None
    hang = len(PICTURE) if width >= 12 else 0
    flow = Flow((Span(words),), Role.PICTURE, None, link)
    for number, pieces in enumerate(flow.lines(max(1, width - hang))):
        lead = Piece(PICTURE if number == 0 else " " * hang, Role.MARKER) if hang else None
        yield Line((lead, *pieces) if lead else pieces)
    if image and width >= LEAST and (picture := pictures.get(image.url)):
        drawn = picture.fitted(width)
        for row in range(drawn.height):
            yield Line((Piece(drawn.cell * drawn.width, Role.PICTURE, link=link, colours=drawn.row(row)),))


def _code(block: Block, width: int) -> Iterator[Line]:
    text = block.text().rstrip("\n")
    start = len(text) - len(text.lstrip("\n"))
    flow = Flow(block.spans, Role.CODE)
    indent = Piece(" " * (CODE_INDENT if width >= 12 else 0), Role.SPACE)
    yield Line(ground=True)
    for row in text[start:].split("\n"):
        pieces = flow.cut(start, start + len(row), 1 << 30)
        yield Line((indent, *pieces) if indent.text else pieces, ground=True, wide=True)
        start += len(row) + 1
    yield Line(ground=True)


def window(line: Line, width: int, shift: int = 0) -> Line:
    """A wide line as it is shown in `width` cells, `shift` cells from its left edge; signs tell where it goes on."""
    total = sum(width_of(piece.text) for piece in line.pieces)
    if not line.wide or (shift <= 0 and total <= width):
        return line
    low, high = shift, shift + width
    left = Piece("‹", Role.CUT) if shift > 0 and total else None
    right = Piece("›", Role.CUT) if total > high else None
    if width < 2:
        return line._replace(pieces=(right or left or Piece(" ", Role.SPACE),))
    low, high = low + bool(left), high - bool(right)
    shown = list(_clip(line.pieces, low, high))
    return line._replace(pieces=tuple(piece for piece in (left, *shown, right) if piece))


def _clip(pieces: tuple[Piece, ...], low: int, high: int) -> Iterator[Piece]:
    """What of `pieces` lies between the cells `low` and `high`; halves of wide characters become blanks."""
    place = 0
    for piece in pieces:
        size = width_of(piece.text)
        if place + size > low and place < high:
            yield from _clip_one(piece, low - place, high - place)
        place += size


def _clip_one(piece: Piece, low: int, high: int) -> Iterator[Piece]:
    if piece.text.isascii():
        low = max(0, low)
        start = piece.start + low if piece.start >= 0 else -1
        yield piece._replace(text=piece.text[low : max(0, high)], start=start)
        return
    place, first, last, before, after = 0, -1, 0, 0, 0
    for start, end, cells in split_graphemes(piece.text)[0]:
        if place >= low and place + cells <= high:
            first, last = (start if first < 0 else first), end
        elif place < low < place + cells:
            before = min(place + cells, high) - low
        elif place < high < place + cells:
            after = high - place
        place += cells
    if before:
        yield Piece(" " * before, Role.SPACE)
    if first >= 0:
        yield piece._replace(text=piece.text[first:last], start=piece.start + first if piece.start >= 0 else -1)
    if after:
        yield Piece(" " * after, Role.SPACE)
