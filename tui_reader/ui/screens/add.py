"""Adding: a feed by its address or its site's, an article's address for later, subscriptions from a file."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...domain.outcomes import Added, Imported
from ...reader import Reader, ReaderError
from ...store import LibraryError
from .panels import Panel


class Working(Panel[Added | Imported]):
    """One line is asked for, and something is done with it that takes a while; what goes wrong stands below."""

    HINT = "⏎ adds it · esc leaves it"
    EXPLANATION = ""
    PLACEHOLDER = ""
    BUSY = ""

    def __init__(self, reader: Reader, value: str = "") -> None:
        super().__init__()
        self._reader = reader
        self._value = value

    def content(self) -> ComposeResult:
        yield Static(Content(self.EXPLANATION), classes="muted")
        yield Input(self._value, placeholder=self.PLACEHOLDER)
        yield Static(classes="problem")
        yield OptionList(id="choices")

    def on_mount(self) -> None:
        self.query_one("#choices").display = False
        if self._value:
            self.begin(self._value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.begin(event.value.strip())

    def begin(self, value: str) -> None:
        """Start the work; a second Enter starts it anew."""
        self.tell(self.BUSY)
        self.run_worker(self._try(value), group="add", exclusive=True, exit_on_error=False)

    def tell(self, text: str) -> None:
        """Show a line below the input."""
        self.query_one(".problem", Static).update(Content(text))

    async def _try(self, value: str) -> None:
        try:
            await self.work(value)
        except (ReaderError, LibraryError, OSError) as error:
            self.tell(str(error))

    async def work(self, value: str) -> None:
        """What is done with the line. Errors are shown."""
        raise NotImplementedError


class AddPanel(Working):
    """A feed's or a site's address. When a site has several feeds, one is chosen."""

    TITLE_TEXT = "Add a feed"
    EXPLANATION = "The address of a feed, of a site, or of an article that you want to read later"
    PLACEHOLDER = "example.com"
    BUSY = "Looking …"

    async def work(self, value: str) -> None:
        added = await self._reader.add(value)
        if added.feed is not None or added.article_id is not None or not added.choices:
            self.dismiss(added)
            return
        self.tell("Which one?")
        choices = self.query_one("#choices", OptionList)
        choices.clear_options()
        for choice in added.choices:
            title = Content.assemble(choice.title or choice.url, "  ", Content.styled(choice.url, "$reader-muted"))
            choices.add_option(Option(title, id=choice.url))
        choices.display = True
        choices.highlighted = 0
        choices.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.begin(event.option.id)


class ImportPanel(Working):
    """The path of an OPML file."""

    TITLE_TEXT = "Import subscriptions"
    EXPLANATION = "The OPML file that your other reader exported"
    PLACEHOLDER = "~/subscriptions.opml"
    BUSY = "Reading …"

    async def work(self, value: str) -> None:
        self.dismiss(await self._reader.import_opml(_path(value)))


def _path(typed: str) -> Path:
    return Path(typed).expanduser()
