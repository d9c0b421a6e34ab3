"""The line above the panes and the line below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from .row_strips import shorten

Piece = tuple[str, str]
"""Text and the name of a component class, without the widget's own prefix."""


class Bar(Widget):
    """One line of pieces, some to the left and some to the right; drawn without layout."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strip: tuple[int, Strip] | None = None

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        """What stands at the left and at the right, together at most `width` cells where that is possible."""
        raise NotImplementedError

    def changed(self) -> None:
        """Draw anew."""
        self._strip = None
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strip = None

    def _style(self, name: str) -> Style:
        own = self.get_component_rich_style(f"bar--{name}", partial=True) if name else Style.null()
        return self.rich_style + own

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self._strip is None or self._strip[0] != width:
            left, right = self.pieces(width)
            gap = max(width - sum(cell_len(text) for text, _ in (*left, *right)), 0)
            pieces = [*left, (" " * gap, ""), *right]
            segments = [Segment(text, self._style(name)) for text, name in pieces if text]
            self._strip = width, Strip(segments).adjust_cell_length(width, self.rich_style)
        return self._strip[1]


class TitleBar(Bar):
    """The reader's name, what the list shows, and at the right how the feeds are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--name", "bar--view", "bar--note", "bar--busy", "bar--failing"}

    view = ""
    notes: tuple[str, ...] = ()
    """Ways to say the note, the longest first."""
    busy = ""
    failing = 0

    def tell(
        self,
        *,
        view: str | None = None,
        note: str | tuple[str, ...] | None = None,
        busy: str | None = None,
        failing: int | None = None,
    ) -> None:
        """Change what is given: the view's name, a note on it, what is going on, how many feeds fail.

        Of several ways to say the note, the longest first, that one is shown for which there is room.
        """
        before = (self.view, self.notes, self.busy, self.failing)
        self.view = self.view if view is None else view
        if note is not None:
            self.notes = (note,) if isinstance(note, str) else note
        self.busy = self.busy if busy is None else busy
        self.failing = self.failing if failing is None else failing
        if before != (self.view, self.notes, self.busy, self.failing):
            self.changed()

    @property
    def note(self) -> str:
        """The note at its longest."""
        return self.notes[0] if self.notes else ""

    @dataclass
    class FailingClicked(Message):
        """The user wants to know which feeds fail."""

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        right: list[Piece] = []
        if self.busy:
            right.append((f" {self.busy} ", "busy"))
        if self.failing:
            right.append((f" {self.failing} failing ", "failing"))
        name: Piece = (" tui-reader ", "name")
        if width < 60:
            name = ("", "name")
        used = cell_len(name[0]) + sum(cell_len(text) for text, _ in right)
        while right and used + 12 > width:
            used -= cell_len(right.pop(0)[0])
        view = shorten(f" {self.view} ", max(width - used, 0))
        room = width - used - cell_len(view) - 3
        note = next((note for note in self.notes if cell_len(note) <= room), "")
        return [name, (view, "view"), (f" {note}" if note else "", "note")], right

    def on_click(self, event: events.Click) -> None:
        if self.failing and event.x >= self.size.width - len(f" {self.failing} failing "):
            self.post_message(self.FailingClicked())


class BottomBar(Bar):
    """What was just done, and beside it the keys that matter here."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--message", "bar--error", "bar--key", "bar--label"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._message = ""
        self._error = False
        self._keys: Sequence[tuple[str, str, str]] = ()
        self._places: list[tuple[int, int, str]] = []

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a message; "" takes it away."""
        if (message, error) != (self._message, self._error):
            self._message, self._error = message, error
            self.changed()

    @property
    def message(self) -> str:
        """What is being said."""
        return self._message

    def offer(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys: (key name, as shown, label), the most important first."""
        if keys != self._keys:
            self._keys = keys
            self.changed()

    def pieces(self, width: int) -> tuple[list[Piece], list[Piece]]:
        left: list[Piece] = []
        room = width
        if self._message:
            text = shorten(f" {self._message} ", width)
            left.append((text, "error" if self._error else "message"))
            room -= cell_len(text)
        keys: list[Piece] = []
        self._places = []
        at = width - room
        for name, shown, label in self._keys:
            length = cell_len(shown) + cell_len(label) + 3
            if length > room:
                break
            keys += [(f" {shown}", "key"), (f" {label} ", "label")]
            self._places.append((at, at + length, name))
            at += length
            room -= length
        return [*left, *keys], []

    def on_click(self, event: events.Click) -> None:
        for start, end, name in self._places:
            if start <= event.x < end:
                self.app.simulate_key(name)
