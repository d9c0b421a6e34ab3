"""How a row, a section's heading and the note of an empty list are drawn: records to strips, without any state."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from ...domain.models import Head
from ...domain.rows import age
from ...domain.unfolding import Branch

GUTTER = 3
"""Cells before a row's text: cursor bar, unread dot, blank."""

ROOMY = 40
"""Cells from which a story's articles are moved in further."""

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


class RowState(NamedTuple):
    """What a row's looks depend on beside its article."""

    chosen: bool = False
    focused: bool = False
    """It is chosen, in the pane that has the focus."""
    held: bool = False
    """It has been picked up, to be joined with another."""
    branch: Branch = Branch.NONE
    below: int = 0
    """Articles of its story that stand open below it."""


class Meta(NamedTuple):
    """What a row's second line says, in its order."""

    source: str
    facts: str
    """Age and reading time."""
    star: str
    marks: str
    more: str
    """The story's further articles."""


def sources(head: Head) -> tuple[str, str]:
    """(who published an article, the same and the feed that it came by), where these are two."""
    source, feed = head.source.casefold(), head.feed.casefold()
    if not source or source in feed:
        return head.feed, head.feed
    return head.source, head.source if feed in source or not feed else f"{head.source} via {head.feed}"


def meta_text(head: Head, now: int, width: int, state: RowState, failing: bool) -> Meta:
    """The second line; where `width` cells are few, the reading time goes first, then the end of the source's name."""
    star = " ★" if head.starred else ""
    marks = " later" if head.later else ""
    marks += " updated" if head.changed else ""
    marks += " !" if failing else ""
    marks += " · to be joined" if state.held else ""
    facts = f" · {age(head.sort_at, now)}"
    more = f" −{state.below}" if state.below else ""
    if head.others and state.branch is Branch.NONE:
        more = f" +{head.others}"
    minutes = f" · {head.minutes} min" if head.minutes else ""
    source, whole = sources(head)
    room = width - cell_len(star) - cell_len(marks) - cell_len(more)
    if min(cell_len(source), 8) + cell_len(facts) + cell_len(minutes) <= room:
        facts += minutes
    names = state.branch is Branch.NONE and bool(head.also)
    if cell_len(whole) + cell_len(facts) + (1 + LEAST_NAMES) * names <= room:
        source = whole
    source = shorten(source, max(room - cell_len(facts), 1))
    left = room - cell_len(source) - cell_len(facts) - 1
    if names and left >= LEAST_NAMES:
        more += " " + shorten(", ".join(head.also), left)
    return Meta(source, facts, star, marks, more)


def indents(branch: Branch, width: int) -> tuple[str, str]:
    """What the lines of a row begin with, after the cursor's bar."""
    if branch in (Branch.NONE, Branch.LEAD):
        return "", ""
    before = "  " if width >= ROOMY else ""
    return (f"{before}└ ", f"{before}  ") if branch is Branch.LAST else (f"{before}├ ", f"{before}│ ")


def more_span(head: Head, width: int, state: RowState, now: int, *, failing: bool = False) -> range:
    """The cells of the second line on which the story's further articles are named."""
    begin = GUTTER + len(indents(state.branch, width)[0])
    meta = meta_text(head, now, max(width - begin - 1, 0), state, failing)
    begin += sum(cell_len(part) for part in meta[:-1])
    return range(begin, begin + cell_len(meta.more))


def row_strips(
    head: Head, width: int, state: RowState, now: int, styles: RowStyles, *, failing: bool = False
) -> tuple[Strip, Strip]:
    """The two lines of a row, each exactly `width` cells. `failing`: its feed cannot be fetched."""
    ground = (styles.cursor if state.focused else styles.cursor_blurred) if state.chosen else Style.null()

    def on(style: Style) -> Style:
        return style + ground

    bar = Segment("▌" if state.chosen else " ", on(styles.bar))
    upper, lower = indents(state.branch, width)
    room = max(width - GUTTER - len(upper) - 1, 0)
    title = [
        bar,
        Segment(upper, on(styles.meta)),
        Segment("  " if head.read else "● ", on(styles.dot)),
        Segment(fit(head.title or "(no title)", room), on(styles.title_read if head.read else styles.title)),
        Segment(" ", on(styles.base)),
    ]
    meta = meta_text(head, now, room, state, failing)
    about = [
        bar,
        Segment(f"{lower}  ", on(styles.meta)),
        Segment(meta.source + meta.facts, on(styles.meta)),
        Segment(meta.star, on(styles.star)),
        Segment(meta.marks + meta.more, on(styles.note)),
    ]
    upper_strip, lower_strip = (Strip([part for part in parts if part.text]) for parts in (title, about))
    return _exactly(upper_strip, width, on(styles.base)), _exactly(lower_strip, width, on(styles.base))


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
