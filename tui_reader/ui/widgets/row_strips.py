"""How a row, a section's heading and the note of an empty list are drawn: records to strips, without any state."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ...domain.models import Head
from ...domain.rows import age

GUTTER = 3
"""Cells before a row's text: cursor bar, unread dot, blank."""

LEAST_NAMES = 5
"""Cells that must be left for the names of a story's further sources."""


@dataclass(frozen=True, slots=True)
class RowStyles:
    """The styles of the list, backgrounds included; the last two are laid over the others."""

    base: Style
    title: Style
    title_read: Style
    meta: Style
    dot: Style
    star: Style
    note: Style
    section: Style
    place: Style
    fresh: Style
    bar: Style
    cursor: Style
    cursor_blurred: Style


def fit(text: str, width: int) -> str:
    """`text` cut (with "…") or padded to exactly `width` cells."""
    if width <= 0:
        return ""
    if cell_len(text) > width:
        return set_cell_size(set_cell_size(text, width - 1).rstrip(" \u200d") + "…", width)
    return set_cell_size(text, width)


def shorten(text: str, width: int) -> str:
    """`text` cut to at most `width` cells, with "…" when something had to go."""
    return text if cell_len(text) <= width else fit(text, width).rstrip()


def meta_text(head: Head, now: int, width: int, failing: bool) -> tuple[str, str, str]:
    """(source, age and reading time, marks) of a row; where `width` cells are few, the reading time goes first."""
    marks = " ★" if head.starred else ""
    marks += " later" if head.later else ""
    marks += " updated" if head.changed else ""
    marks += " !" if failing else ""
    facts = f" · {age(head.sort_at, now)}"
    marks += f" +{head.others}" if head.others else ""
    minutes = f" · {head.minutes} min" if head.minutes else ""
    least = min(cell_len(head.feed), 8)
    if least + cell_len(facts) + cell_len(minutes) + cell_len(marks) <= width:
        facts += minutes
    source = shorten(head.feed, max(width - cell_len(facts) - cell_len(marks), 1))
    left = width - cell_len(source) - cell_len(facts) - cell_len(marks) - 1
    if head.also and left >= LEAST_NAMES:
        marks += " " + shorten(", ".join(head.also), left)
    return source, facts, marks


def row_strips(
    head: Head, width: int, cursor: bool, focused: bool, now: int, styles: RowStyles, *, failing: bool = False
) -> tuple[Strip, Strip]:
    """The two lines of a row, each exactly `width` cells.

    `cursor`: it is the chosen one; `focused`: in the pane that has the focus; `failing`: its feed cannot be fetched.
    """
    ground = (styles.cursor if focused else styles.cursor_blurred) if cursor else Style.null()

    def on(style: Style) -> Style:
        return style + ground

    bar = Segment("▌" if cursor else " ", on(styles.bar))
    room = max(width - GUTTER - 1, 0)
    title = Strip(
        [
            bar,
            Segment("  " if head.read else "● ", on(styles.dot)),
            Segment(fit(head.title or "(no title)", room), on(styles.title_read if head.read else styles.title)),
            Segment(" ", on(styles.base)),
        ]
    )
    source, facts, marks = meta_text(head, now, room, failing)
    star, _, notes = marks.partition("★")
    segments = [bar, Segment("  ", on(styles.meta)), Segment(source + facts, on(styles.meta))]
    if head.starred:
        segments.append(Segment(f"{star}★", on(styles.star)))
    else:
        notes = marks
    segments.append(Segment(notes, on(styles.note)))
    return _exactly(title, width, on(styles.base)), _exactly(Strip(segments), width, on(styles.base))


def heading_strip(title: str, place: str, fresh: str, width: int, styles: RowStyles) -> Strip:
    """The heading of a section; at its right end what is new above and the place in the list, while there is room."""
    left = f" {title}"
    right = [(fresh, styles.fresh), (place, styles.place)]
    while sum(cell_len(text) + 2 for text, _ in right if text) + 6 > width and right:
        right = right[1:]
    right = [(f"  {text}", style) for text, style in right if text]
    room = width - sum(cell_len(text) for text, _ in right) - 1
    segments = [Segment(fit(left, room), styles.section), *(Segment(text, style) for text, style in right)]
    return _exactly(Strip(segments), width, styles.section)


def empty_strips(lines: Sequence[str], width: int, height: int, styles: RowStyles) -> list[Strip]:
    """`lines` in the middle of an empty list, the first one as a title, wrapped to the width."""
    margin = 2 if width > 24 else 1
    wrapped: list[tuple[str, Style]] = []
    for number, line in enumerate(lines):
        style = styles.title if number == 0 else styles.meta
        wrapped.extend((part, style) for part in wrap(line, max(width - 2 * margin, 1)))
    above = max((height - len(wrapped)) // 3, 0)
    strips = [Strip.blank(width, styles.base)] * above
    for text, style in wrapped:
        strips.append(_exactly(Strip([Segment(" " * margin, styles.base), Segment(text, style)]), width, styles.base))
    return strips


def wrap(text: str, width: int) -> list[str]:
    """`text` broken at blanks into lines of at most `width` cells; a longer word is cut. At least one line."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = shorten(word, width)
    return [*lines, line]


def _exactly(strip: Strip, width: int, style: Style) -> Strip:
    return strip.adjust_cell_length(width, style)
