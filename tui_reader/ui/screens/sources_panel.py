"""The articles of a story, and why they are one."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ...domain.models import Head
from ..widgets.row_strips import sources
from .panels import Panel


class SourcesPanel(Panel[int]):
    """One of the articles can be chosen."""

    HINT = "⏎ opens it · esc closes"

    def __init__(self, story: Sequence[tuple[Head, str]]) -> None:
        """`story`: articles, and why each is in it."""
        super().__init__()
        count = len(story)
        self.TITLE_TEXT = "One article" if count == 1 else f"{count} articles, one story"
        self._story = story

    def content(self) -> ComposeResult:
        options = []
        for head, why in self._story:
            about = sources(head)[1] + (f" · {why}" if why else "")
            text = Content.assemble(head.title, "\n", Content.styled(about, "$reader-muted"))
            options.append(Option(text, id=str(head.id)))
        yield OptionList(*options)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.dismiss(int(event.option.id))
