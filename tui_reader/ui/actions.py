"""Everything that a key does, in one table: bindings, footer, help, palette and the README's key table come from it.

An id is what the user writes in the configuration (`[keys]`), and the name of the method: `summary` runs
`action_summary` of the widget or screen that its place names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from textual.binding import Binding, BindingType


class Place(StrEnum):
    """Where an action can be reached."""

    ANYWHERE = "anywhere"
    """On the main screen, whichever pane has the focus."""
    LIST = "list"
    ARTICLE = "article"
    SOURCES = "sources"
    BRIEFING = "briefing"


class Group(StrEnum):
    """The headings of the help screen, in its order."""

    MOVE = "Moving"
    READ = "Reading"
    MARK = "Marking"
    VIEW = "Views and panes"
    FEEDS = "Feeds"
    REST = "The rest"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the user can do."""

    id: str
    keys: str
    """Default keys in Textual's names, parted by commas; "" for what is only in the command palette."""
    label: str
    """Two words at most, for the footer."""
    help: str
    """What it does, for the help screen and the palette. Begins with a capital, ends without a stop."""
    group: Group = Group.REST
    place: Place = Place.ANYWHERE
    footer: int = 0
    """Rank in the footer: the highest is left out first, 0 keeps it out."""
    palette: bool = True

    def binding(self) -> Binding:
        """The action as a binding; raises `textual.binding.InvalidBinding` when it has no key."""
        return Binding(self.keys, self.id, self.label, show=False, id=self.id, tooltip=self.help)


# fmt: off
ANYWHERE: tuple[Action, ...] = (
    Action("next_article", "n", "Next", "The next article", Group.MOVE, footer=3),
    Action("previous_article", "p", "Prev", "The article before", Group.MOVE, footer=4),
    Action("next_unread", "J", "Next unread", "The next unread article", Group.MOVE),
    Action("previous_unread", "K", "Previous unread", "The unread article before", Group.MOVE),
    Action("page_on", "space", "Page on", "A page down; at the end the next unread article", Group.MOVE),
    Action("page_back", "backspace", "Page up", "A page up", Group.MOVE),
    Action("leave", "escape,h,left", "Back to the list", "Back to the list", Group.MOVE),
    Action("next_pane", "tab", "Next pane", "The next pane", Group.MOVE, palette=False),
    Action("previous_pane", "shift+tab", "Previous pane", "The pane before", Group.MOVE, palette=False),

    Action("summary", "s", "Summary", "Summary instead of the full text, and back; stays on over n and p", Group.READ,
           footer=1),
    Action("full_text", "f", "Full text", "Fetch the full text from the article's page, or fetch it anew", Group.READ,
           footer=9),
    Action("open_browser", "o,v", "Open", "Open the article in the browser", Group.READ, footer=7),
    Action("copy_link", "y", "Copy link", "Copy the article's address", Group.READ, footer=13),
    Action("zen", "z", "Zen", "The article alone, and back", Group.READ),
    Action("why", "i", "Why", "Why is this here: feed, fetch, extraction, summary", Group.READ),
    Action("briefing", "S", "Briefing", "What came since the last visit, as stories in a few sentences", Group.READ,
           footer=5),
    Action("time_budget", "T", "Time budget", "As much of what is unread as the minutes that you have will hold",
           Group.READ),
    Action("story", "x", "Story", "The other articles of the story below its row, and no longer", Group.READ),
    Action("split_story", "X", "Split story", "Take this article out of its story, for good", Group.READ),
    Action("join_story", "ampersand", "Join stories", "Pick this row up; on another one: make one story of both",
           Group.READ),
    Action("changes", "D", "Changes", "What the publisher changed since you read it, and back", Group.READ),

    Action("toggle_read", "m", "Read", "Mark read or unread", Group.MARK, footer=5),
    Action("star", "asterisk", "Star", "Star, or take the star off", Group.MARK, footer=6),
    Action("later", "L", "Later", "Put on the list to read later, or take off it", Group.MARK),
    Action("mark_all_read", "A", "All read", "Mark everything in this view read", Group.MARK, footer=12),
    Action("undo", "u,ctrl+z", "Undo", "Undo the last change", Group.MARK, footer=11),

    Action("view_unread", "1", "Unread", "What is unread", Group.VIEW),
    Action("view_all", "2", "All", "All articles", Group.VIEW),
    Action("view_starred", "3", "Starred", "What has a star", Group.VIEW),
    Action("view_later", "4", "Later", "What is to be read later", Group.VIEW),
    Action("reading_time", "M", "Minutes", "Only what takes up to 3 minutes, 4 to 10, more; all again", Group.VIEW),
    Action("search", "slash", "Search", "Search in all articles", Group.VIEW, footer=8),
    Action("sources", "F", "Sources", "Show or hide the sources", Group.VIEW, footer=10),

    Action("add", "a", "Add feed", "Add a feed by its address, or by its site's", Group.FEEDS),
    Action("refresh_feed", "r", "Refresh feed", "Refresh this feed", Group.FEEDS),
    Action("refresh_all", "R", "Refresh", "Refresh all feeds", Group.FEEDS, footer=14),
    Action("failures", "exclamation_mark", "Failures", "Feeds that fail, and why", Group.FEEDS),
    Action("starters", "", "Starter feeds", "Choose from the starter feeds", Group.FEEDS),
    Action("import_opml", "", "Import OPML", "Take over subscriptions from an OPML file", Group.FEEDS),
    Action("export_opml", "", "Export OPML", "Write the subscriptions to an OPML file", Group.FEEDS),
    Action("sample", "", "Sample edition", "Add the sample edition, which needs no network", Group.FEEDS),

    Action("help", "question_mark", "Help", "All keys", footer=2),
    Action("commands", "ctrl+p,colon", "Commands", "Find a command by its name", palette=False),
    Action("change_theme", "", "Theme", "Choose the colours"),
    Action("back", "q", "Back", "Back; from the list it quits", palette=False),
    Action("quit_now", "ctrl+q", "Quit", "Quit"),
)

LIST: tuple[Action, ...] = tuple(
    Action(id_, keys, label, text, Group.MOVE, Place.LIST, palette=False)
    for id_, keys, label, text in (
        ("list_down", "j,down", "Down", "One article down"),
        ("list_up", "k,up", "Up", "One article up"),
        ("list_page_down", "pagedown", "Page down", "A page down"),
        ("list_page_up", "pageup", "Page up", "A page up"),
        ("list_half_down", "ctrl+d", "Half a page down", "Half a page down"),
        ("list_half_up", "ctrl+u", "Half a page up", "Half a page up"),
        ("list_top", "g,home", "Top", "To the top"),
        ("list_end", "G,end", "End", "To the end"),
        ("list_open", "enter,l,right", "Read", "Read the article"),
    )
)

SOURCES: tuple[Action, ...] = tuple(
    Action(id_, keys, label, text, group, Place.SOURCES, palette=False)
    for id_, keys, label, text, group in (
        ("sources_down", "j,down", "Down", "One line down", Group.MOVE),
        ("sources_up", "k,up", "Up", "One line up", Group.MOVE),
        ("sources_page_down", "pagedown,ctrl+d", "Page down", "A page down", Group.MOVE),
        ("sources_page_up", "pageup,ctrl+u", "Page up", "A page up", Group.MOVE),
        ("sources_top", "g,home", "Top", "To the top", Group.MOVE),
        ("sources_end", "G,end", "End", "To the end", Group.MOVE),
        ("sources_open", "enter,l,right", "Show", "Show its articles", Group.MOVE),
        ("sources_remove", "d,delete", "Remove", "Remove the feed (u brings it back)", Group.FEEDS),
        ("sources_rename", "e", "Rename", "Give the feed another name", Group.FEEDS),
    )
)

BRIEFING: tuple[Action, ...] = tuple(
    Action(id_, keys, label, text, group, Place.BRIEFING, footer, palette=False)
    for id_, keys, label, text, group, footer in (
        ("story_down", "j,down", "Down", "A story down; in a long text a few lines", Group.MOVE, 0),
        ("story_up", "k,up", "Up", "A story up; in a long text a few lines", Group.MOVE, 0),
        ("story_next", "n", "Next", "The next story", Group.MOVE, 2),
        ("story_previous", "p", "Prev", "The story before", Group.MOVE, 3),
        ("story_page_down", "space,pagedown,ctrl+d", "Page on", "A page down", Group.MOVE, 0),
        ("story_page_up", "backspace,pageup,ctrl+u", "Page up", "A page up", Group.MOVE, 0),
        ("story_top", "g,home", "Top", "To the top", Group.MOVE, 0),
        ("story_end", "G,end", "End", "To the end", Group.MOVE, 0),
        ("story_open", "enter,l,right", "Open", "Read the article; esc comes back here", Group.READ, 1),
        ("story_browser", "o,v", "Browser", "Open the article in the browser", Group.READ, 7),
        ("story_sources", "x,i", "Sources", "All its articles, and why they are one story", Group.READ, 4),
        ("story_minutes", "T", "Time budget", "An edition for the minutes that you have", Group.READ, 8),
        ("story_read", "m", "Read", "Mark the story read or unread", Group.MARK, 5),
        ("story_all_read", "A", "All read", "Mark everything in the briefing read", Group.MARK, 6),
        ("story_undo", "u,ctrl+z", "Undo", "Undo the last change", Group.MARK, 9),
        ("story_leave", "escape,h,left,q,S", "Back", "Back to the list", Group.MOVE, 10),
    )
)
# fmt: on


@cache
def all_actions() -> tuple[Action, ...]:
    """The whole table, the article pane's part included."""
    from .widgets.article_actions import ARTICLE_ACTIONS

    return (*ANYWHERE, *LIST, *ARTICLE_ACTIONS, *SOURCES, *BRIEFING)


def bindings(actions: Iterable[Action]) -> list[BindingType]:
    """What a widget's or screen's `BINDINGS` are, for those of `actions` that have keys."""
    return [action.binding() for action in actions if action.keys]
