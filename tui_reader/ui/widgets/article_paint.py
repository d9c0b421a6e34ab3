"""From lines to strips: colours, highlights, what is selected, addresses behind links."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from rich.color import Color, ColorType
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from ...domain.document import Style
from ...domain.layout import Line, Piece, Role, width_of
from ...domain.pictures import PLACEHOLDER, Place
from .article_page import Part

COMPONENTS = {f"article--{name}" for name in (*Part, *Role)} | {
    "article--link",
    "article--ground",
    "article--inline-code",
    "article--sentence-found",
    "article--lit",
    "article--key-term",
    "article--added",
    "article--removed",
    "article--found",
    "article--found-here",
    "article--progress",
    "article--label",
    "article--status",
    "article--key-name",
    "article--literal",
    "article--comment",
    "article--name",
}

_FLAGS = (
    (Style.BOLD, RichStyle(bold=True)),
    (Style.ITALIC, RichStyle(italic=True)),
    (Style.STRIKE, RichStyle(strike=True)),
    (Style.UNDERLINE, RichStyle(underline=True)),
    (Style.MARK, RichStyle(reverse=True)),
)
_DRAWS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SAFE_ADDRESS = re.compile(r"(?:https?|mailto):[\x21-\x3a\x3c-\x7e]+", re.IGNORECASE)
ADDRESS_LIMIT = 2000


class Mark(NamedTuple):
    """A stretch of a block's text that is set off; `name` is the component style."""

    start: int
    end: int
    name: str


def plain(text: str) -> str:
    """`text` without anything that a terminal would obey. Documents are clean already: this is the last look."""
    return text if text.isprintable() else _DRAWS.sub("", text)


def link_id(address: str) -> str:
    """The same for all parts of a link, so that terminals know them as one."""
    return f"{crc32(address.encode('utf-8', 'replace')):x}"


class Painter:
    """Paints lines in the styles that `component` gives for a name. Forgets nothing until it is made anew."""

    def __init__(self, component: Callable[[str], RichStyle], overlay: Callable[[str], RichStyle]) -> None:
        self._component = component
        self._overlay = overlay
        self._styles: dict[tuple[object, ...], RichStyle] = {}
        self.addresses: Sequence[str] = ()

    def strip(self, line: Line, margin: int, column: int, width: int, number: int, marks: Iterable[Mark] = ()) -> Strip:
        """`line` in a column of `column` cells that begins at `margin`, in a strip of `width` cells.

        `number` is where selected text says that the line is.
        """
        segments = [Segment(" " * margin, self._place(self.style("text"), 0, number))] if margin else []
        place, used = margin, margin
        for text, style in self._runs(line, list(marks)):
            segments.append(Segment(text, self._place(style, place, number)))
            place += len(text)
            used += width_of(text)
        if line.pieces and (picture := line.pieces[-1]).colours:
            segments.extend(_placeholders(picture, self.style("text")) if is_bitmap(picture) else _halves(picture))
            used += len(picture.text)
        if line.ground and used < margin + column:
            segments.append(Segment(" " * (margin + column - used), self.style("ground")))
            used = margin + column
        if used < width:
            segments.append(Segment(" " * (width - used), self.style("text")))
        strip = Strip(segments, max(used, width))
        return strip if used <= width else strip.crop(0, width)

    def _runs(self, line: Line, marks: list[Mark]) -> Iterator[tuple[str, RichStyle]]:
        for piece in line.pieces:
            if not piece.text or piece.colours:
                continue
            if marks and piece.start >= 0:
                for text, name in _divide(piece, marks):
                    yield plain(text), self.style(piece.role, piece.style, piece.link, name, line.ground)
            else:
                yield plain(piece.text), self.style(piece.role, piece.style, piece.link, "", line.ground)

    def style(
        self, role: str, flags: Style = Style.PLAIN, link: int | None = None, mark: str = "", ground: bool = False
    ) -> RichStyle:
        """How a piece is set."""
        key = (role, flags.value if flags else 0, link, mark, ground)
        if (style := self._styles.get(key)) is None:
            style = self._styles[key] = self._make(role, flags, link, mark, ground)
        return style

    def _make(self, role: str, flags: Style, link: int | None, mark: str, ground: bool) -> RichStyle:
        style = self._component(Role.TEXT)
        linked = link is not None and 0 <= link < len(self.addresses)
        if ground:
            style += self._overlay("ground")
        if linked:
            style += self._overlay("link")
        if role != Role.TEXT:
            style += self._overlay(role)
        if flags & Style.CODE and role != Role.CODE:
            style += self._overlay("inline-code")
        for flag, change in _FLAGS:
            if flags & flag:
                style += change
        if linked and link is not None:
            address = self.addresses[link]
            if len(address) <= ADDRESS_LIMIT and _SAFE_ADDRESS.fullmatch(address):
                style += RichStyle(link=address)
        for name in mark.split():
            style += self._overlay(name)
        return style

    @staticmethod
    def _place(style: RichStyle, x: int, y: int) -> RichStyle:
        return style + RichStyle.from_meta({"offset": (x, y)})


def is_bitmap(piece: Piece) -> bool:
    """Whether the terminal draws this part of a picture itself."""
    return bool(piece.colours) and piece.text.startswith(PLACEHOLDER)


def _placeholders(picture: Piece, text: RichStyle) -> Iterator[Segment]:
    from ...domain.placeholders import cells

    place = Place.of(picture.colours)
    yield Segment(cells(place.line, place.columns), RichStyle.from_color(_number(place.id), text.bgcolor))


def _number(id: int) -> Color:
    """A picture's number as a colour, below 256 as one of that many. With a triplet no filter of Textual touches it."""
    triplet = ColorTriplet(id >> 16, id >> 8 & 255, id & 255)
    return Color("", ColorType.EIGHT_BIT, id, triplet) if id < 256 else Color("", ColorType.TRUECOLOR, None, triplet)


def _halves(picture: Piece) -> Iterator[Segment]:
    """A line of a picture; not text, so nothing of it can be selected."""
    start, colours = 0, picture.colours
    for end in range(1, len(picture.text) + 1):
        if colours[6 * start : 6 * start + 6] != colours[6 * end : 6 * end + 6]:
            yield Segment(picture.text[start:end], _two(colours[6 * start : 6 * start + 6]))
            start = end


@lru_cache(4096)
def _two(colours: bytes) -> RichStyle:
    """The six bytes of a cell as a style. A colour's name costs more than all the rest, and nobody reads it."""
    upper, lower = ColorTriplet(*colours[:3]), ColorTriplet(*colours[3:])
    true = ColorType.TRUECOLOR
    return RichStyle.from_color(Color("", true, None, upper), Color("", true, None, lower))


def _divide(piece: Piece, marks: list[Mark]) -> Iterator[tuple[str, str]]:
    """(text, name of the mark) for each part of a piece; of marks that overlap the later one wins, key terms stay."""
    start, end = piece.start, piece.start + len(piece.text)
    edges = {start, end}
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    for mark in near:
        edges.update(edge for edge in (mark.start, mark.end) if start < edge < end)
    places = sorted(edges)
    for low, high in pairwise(places):
        names = [mark.name for mark in near if mark.start <= low and mark.end >= high]
        if len(names) > 1:
            names = ["key-term", names[-1]] if "key-term" in names[:-1] else names[-1:]
        yield piece.text[low - start : high - start], " ".join(names)


def over(strip: Strip, x: int, text: str, style: RichStyle) -> Strip:
    """`strip` with `text` laid over it from cell `x`."""
    width = strip.cell_length
    size = width_of(text)
    if x < 0 or x + size > width:
        return strip
    return Strip([*strip.crop(0, x), Segment(text, style), *strip.crop(x + size, width)], width)


def select(strip: Strip, start: int, end: int, style: RichStyle) -> Strip:
    """`strip` with the characters from `start` to `end` (-1: to the last that can be selected) shown as selected."""
    segments: list[Segment] = []
    for text, own, control in strip:
        meta = own.meta if own is not None else {}
        if "offset" not in meta or own is None:
            segments.append(Segment(text, own, control))
            continue
        origin = meta["offset"][0]
        low = min(max(0, start - origin), len(text))
        high = len(text) if end == -1 else min(max(0, end - origin), len(text))
        if low >= high:
            segments.append(Segment(text, own, control))
            continue
        for part, chosen in ((text[:low], False), (text[low:high], True), (text[high:], False)):
            if part:
                segments.append(Segment(part, own + style if chosen else own))
    return Strip(segments, strip.cell_length)
