"""The articles of a story, and why they are one."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ...domain.briefings import Item
from .panels import Panel


class SourcesPanel(Panel[int]):
    """One of the articles can be chosen."""

    HINT = "⏎ opens it · esc closes"

    def __init__(self, item: Item) -> None:
        super().__init__()
        count = len(item.heads)
        self.TITLE_TEXT = "One article" if count == 1 else f"{count} articles, one story"
        self._item = item

    def content(self) -> ComposeResult:
        options = []
        for head in self._item.heads:
            why = self._item.reasons.get(head.id, "")
            about = f"{head.feed} · {why}" if why else head.feed
            text = Content.assemble(head.title, "\n", Content.styled(about, "$reader-muted"))
            options.append(Option(text, id=str(head.id)))
        yield OptionList(*options)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.dismiss(int(event.option.id))
