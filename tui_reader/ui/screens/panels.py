"""Panels over the main screen: a frame, and the ones that only show text or ask for one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

Answer = TypeVar("Answer")


class Panel(ModalScreen[Answer | None]):
    """A frame with a title; Escape, or a click beside it, closes it."""

    TITLE_TEXT = ""
    HINT = "esc closes"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-tall")]  # noqa: RUF012
    DEFAULT_CSS = """
    Panel.-short .muted { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("ctrl+q", "app.quit", "Quit", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="panel", id=f"{type(self).__name__.lower()}") as panel:
            panel.border_title = Content(self.TITLE_TEXT)
            panel.border_subtitle = Content(self.HINT)
            yield from self.content()

    def content(self) -> Sequence[Widget] | ComposeResult:
        """What stands in the frame."""
        return ()

    def action_close(self) -> None:
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading (may be "") and a text of several lines below it."""

    heading: str
    text: str


class TextPanel(Panel[None]):
    """Shows paragraphs; q, Enter and Escape close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter,question_mark,i,exclamation_mark", "close", "Close", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, title: str, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._paragraphs = paragraphs

    def content(self) -> ComposeResult:
        text = Content("\n\n").join(
            Content.assemble(Content.styled(part.heading, "bold $accent"), "\n" if part.heading else "", part.text)
            for part in self._paragraphs
        )
        with VerticalScroll(classes="scroller", can_focus=True):
            yield Static(text, classes="text")

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


class AskPanel(Panel[str]):
    """Asks for one line."""

    HINT = "⏎ does it · esc leaves it"

    def __init__(self, title: str, explanation: str, *, value: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.TITLE_TEXT = title
        self._explanation = explanation
        self._value, self._placeholder = value, placeholder

    def content(self) -> ComposeResult:
        yield Static(Content(self._explanation), classes="muted")
        yield Input(self._value, placeholder=self._placeholder)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)
