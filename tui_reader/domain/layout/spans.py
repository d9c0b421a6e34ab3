"""Cutting spans into the pieces of a line."""

from bisect import bisect_right

from rich.cells import cell_len

from ..document import Span, Spans, Style
from .records import Piece
from .wrapping import simple, wrap

_PLAIN = "0123456789+-−=()n"
_RAISED = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans(_PLAIN[:-1], "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISABLE, _LOWERABLE = frozenset(_PLAIN), frozenset(_PLAIN[:-1])
_BRACKETS = str.maketrans("[]", "()")
_GLUE = "\u200d\ufe0f"
TOO_WIDE = "·"
"""Stands for a character of two cells where there is only one."""


def small(span: Span) -> str:
    """The span's characters, raised or lowered when it is set so and Unicode has forms for all of them."""
    if span.style & Style.SUPERSCRIPT:
        plain = span.text.translate(_BRACKETS)
        return plain.translate(_RAISED) if _RAISABLE.issuperset(plain) else span.text
    if span.style & Style.SUBSCRIPT and _LOWERABLE.issuperset(span.text):
        return span.text.translate(_LOWERED)
    return span.text


class Flow:
    """Spans as one text that can be cut anywhere.

    `base` is the offset of their first character in the block's text, None for what is not the article's own.
    """

    def __init__(self, spans: Spans, role: str, base: int | None = 0, link: int | None = None) -> None:
        self.text = "".join(span.text for span in spans)
        self._spans = spans
        self._role = role
        self._base = base
        self._link = link
        self._starts: list[int] = []
        place = 0
        for span in spans:
            self._starts.append(place)
            place += len(span.text)
        self._simple = simple(self.text)
        self._glued = not self._simple and any(glue in self.text for glue in _GLUE)

    def lines(self, width: int, first: int | None = None) -> list[tuple[Piece, ...]]:
        """The text in lines of at most `width` cells, the first of at most `first`."""
        return [self.cut(start, end, width) for start, end in wrap(self.text, width, first)]

    def cut(self, start: int, end: int, width: int) -> tuple[Piece, ...]:
        """What stands from `start` to `end`. A single character wider than `width` is replaced."""
        if not self._simple and width < 2 and cell_len(self.text[start:end]) > width:
            return (Piece(TOO_WIDE, self._role, start=self._place(start)),)
        pieces: list[Piece] = []
        number = max(0, bisect_right(self._starts, start) - 1)
        while start < end and number < len(self._spans):
            span, origin = self._spans[number], self._starts[number]
            stop = min(end, origin + len(span.text))
            if self._glued:
                stop = self._unglue(stop, end)
            if stop > start:
                pieces.append(self._piece(span, origin, start, stop))
                start = stop
            number += 1
        return tuple(pieces)

    def _piece(self, span: Span, origin: int, start: int, stop: int) -> Piece:
        if span.style & (Style.SUPERSCRIPT | Style.SUBSCRIPT) and stop <= origin + len(span.text):
            text = small(span)[start - origin : stop - origin]
        else:
            text = self.text[start:stop]
        link = self._link if self._link is not None else span.link
        return Piece(text, self._role, span.style, link, self._place(start))

    def as_decoration(self) -> "Flow":
        """The same text as something that is said again, and has no place of its own in the article."""
        return Flow(self._spans, self._role, None, self._link)

    def _place(self, start: int) -> int:
        return -1 if self._base is None else self._base + start

    def _unglue(self, stop: int, end: int) -> int:
        """Moves a boundary between two spans behind what terminals draw as one character."""
        while stop < end and (self.text[stop] in _GLUE or self.text[stop - 1] == "\u200d"):
            stop += 1
        return stop
