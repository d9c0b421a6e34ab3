"""What an empty library offers: starter feeds, an address, a file, the sample edition."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.fetching import NewFeed
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
                    Content.styled(f" {number}  ", "bold $accent"),
                    Content.styled(what, "bold"),
                    Content.styled(f"\n    {about}", "$reader-muted"),
                ),
                id=id_,
            )
            for number, (id_, what, about) in enumerate(OFFERS, 1)
        ]
        yield OptionList(*options)

    def action_choose(self, by: int) -> None:
        _move(self.query_one(OptionList), by)

    def action_pick(self, id_: str) -> None:
        self.dismiss(id_)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


class StartersPanel(Panel[list[NewFeed]]):
    """The starter feeds by topic, which becomes their folder. Gives those that were chosen."""

    TITLE_TEXT = "Starter feeds"
    HINT = "space chooses · ⏎ follows what is chosen · esc leaves it"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "choose", "Choose", show=False),
        Binding("enter", "follow", "Follow", show=False, priority=True),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        known = {feed.url for feed in reader.feeds()}
        self._lines: list[tuple[NewFeed | None, str, bool]] = []
        """The feed (None for a topic), its language, whether it is followed already."""
        for topic in reader.starters():
            self._lines.append((None, topic.name, False))
            for feed in topic.feeds:
                new = NewFeed(url=feed.url, title=feed.title, site_url=feed.site_url, folders=(topic.name,))
                self._lines.append((new, feed.language, feed.url in known))
        self._chosen: set[int] = set()

    def content(self) -> ComposeResult:
        yield Static(Content("Nothing is fetched before you choose it."), classes="muted")
        yield OptionList(
            *(Option(Content.assemble(self._prompt(n)), disabled=self._fixed(n)) for n in range(len(self._lines)))
        )

    def _fixed(self, number: int) -> bool:
        feed, _, followed = self._lines[number]
        return feed is None or followed

    def _prompt(self, number: int) -> Content:
        feed, note, followed = self._lines[number]
        if feed is None:
            return Content.styled(note, "bold $accent")
        chosen = number in self._chosen
        mark = Content.styled(" ● " if chosen else " ○ ", "bold $primary" if chosen else "$reader-muted")
        title = Content.styled(feed.title, "bold" if chosen else "")
        return Content.assemble(
            mark, title, Content.styled(f"  {'followed already' if followed else note}", "$reader-muted")
        )

    def _toggle(self, number: int) -> None:
        self._chosen ^= {number}
        self.query_one(OptionList).replace_option_prompt_at_index(number, self._prompt(number))

    def action_choose(self) -> None:
        number = self.query_one(OptionList).highlighted
        if number is not None and not self._fixed(number):
            self._toggle(number)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._toggle(event.option_index)

    def action_move(self, by: int) -> None:
        _move(self.query_one(OptionList), by)

    def action_follow(self) -> None:
        chosen = [feed for number in sorted(self._chosen) if (feed := self._lines[number][0]) is not None]
        self.dismiss(chosen or None)


def _move(options: OptionList, by: int) -> None:
    if by > 0:
        options.action_cursor_down()
    else:
        options.action_cursor_up()
