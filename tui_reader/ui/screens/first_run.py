"""What an empty library offers: starter feeds, an address, a file, the sample edition."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from ...reader import Reader
from .panels import Panel

OFFERS = (
    ("starters", "Choose from the starter feeds", "well-known news by topic, in several languages"),
    ("add", "Add an address", "a feed's, or a site's that you like to read"),
    ("import_opml", "Import subscriptions", "an OPML file from another reader"),
    ("sample", "Open the sample edition", "to look around; needs no network"),
)
"""Action id, what it is, and a word on it."""


class WelcomePanel(Panel[str]):
    """The first thing that a new user sees. Gives the id of the action that was chosen."""

    TITLE_TEXT = "Welcome to tui-reader"
    HINT = "↑ ↓ choose · ⏎ does it · q quits"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "choose(1)", show=False),
        Binding("k", "choose(-1)", show=False),
        Binding("q", "app.quit", "Quit", show=False),
        Binding("question_mark", "pick('help')", show=False),
        *(Binding(str(number), f"pick('{offer[0]}')", show=False) for number, offer in enumerate(OFFERS, 1)),
    ]

    def content(self) -> ComposeResult:
        yield Static(
            Content(
                "The news, in a terminal, for people with no time: every article has a summary one key away. "
                "No feeds are here yet. How do you want to begin?"
            ),
            classes="muted",
        )
        options = [
            Option(
                Content.assemble(
                    Content.styled(f" {number}  ", "bold $accent"), Content.styled(what, "bold"), f"\n    {about}"
                ),
                id=id_,
            )
            for number, (id_, what, about) in enumerate(OFFERS, 1)
        ]
        yield OptionList(*options)

    def action_choose(self, by: int) -> None:
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_pick(self, id_: str) -> None:
        self.dismiss(id_)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


class StartersPanel(Panel[list[tuple[str, str, str, str]]]):
    """The starter feeds by topic. Gives (address, title, site's address, topic) of those chosen."""

    TITLE_TEXT = "Starter feeds"
    HINT = "space chooses · ⏎ follows what is chosen · esc leaves it"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "follow", "Follow", show=False, priority=True),
        Binding("j", "choose(1)", show=False),
        Binding("k", "choose(-1)", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        known = {feed.url for feed in reader.feeds()}
        self._feeds: list[tuple[str, str, str, str]] = []
        self._selections: list[Selection[int]] = []
        for topic in reader.starters():
            heading = Selection(Content.styled(topic.name, "bold $accent"), -1, disabled=True)
            self._selections.append(heading)
            for feed in topic.feeds:
                number = len(self._feeds)
                self._feeds.append((feed.url, feed.title, feed.site_url, topic.name))
                note = "  already here" if feed.url in known else f"  {feed.language}"
                title = Content.assemble(feed.title, Content.styled(note, "$reader-muted"))
                self._selections.append(Selection(title, number, disabled=feed.url in known))

    def content(self) -> ComposeResult:
        yield Static(Content("Nothing is fetched before you choose it."), classes="muted")
        yield SelectionList(*self._selections)

    def action_choose(self, by: int) -> None:
        feeds = self.query_one(SelectionList)
        if by > 0:
            feeds.action_cursor_down()
        else:
            feeds.action_cursor_up()

    def action_follow(self) -> None:
        chosen = sorted(self.query_one(SelectionList).selected)
        self.dismiss([self._feeds[number] for number in chosen if number >= 0] or None)
