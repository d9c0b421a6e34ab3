"""The keys of the article pane, as rows of the one table of actions."""

from ..actions import Action, Group, Place

_ROWS = (
    ("article_down", "j,down", "Down", "A line down; among sentences the next one", Group.MOVE),
    ("article_up", "k,up", "Up", "A line up; among sentences the one before", Group.MOVE),
    ("article_page_down", "pagedown", "Page down", "A page down", Group.MOVE),
    ("article_page_up", "pageup", "Page up", "A page up", Group.MOVE),
    ("article_half_down", "ctrl+d", "Half down", "Half a page down", Group.MOVE),
    ("article_half_up", "ctrl+u", "Half up", "Half a page up", Group.MOVE),
    ("article_top", "g,home", "Top", "To the beginning (g twice)", Group.MOVE),
    ("article_end", "G,end", "End", "To the end", Group.MOVE),
    ("article_choose", "enter", "Choose", "To the chosen sentence, heading or link", Group.READ),
    ("highlights", "H", "Highlights", "The summary's sentences lit in the full text, to skim it", Group.READ),
    ("key_terms", "b", "Key terms", "The words that carry the article in bold, to skim it", Group.READ),
    ("article_find", "ctrl+f", "Find", "Find in the article", Group.READ),
    ("article_find_next", "f3", "Find next", "The next place that was found", Group.READ),
    ("article_find_previous", "shift+f3", "Find previous", "The place found before", Group.READ),
    (
        "article_labels",
        "semicolon",
        "Links",
        "Letters on links and notes: type one to open it; twice for a list",
        Group.READ,
    ),
    ("article_contents", "t", "Contents", "Contents: the article's headings", Group.READ),
    (
        "article_pictures",
        "I",
        "Pictures",
        "Fetch and draw pictures, in the next articles too; again: hide them",
        Group.READ,
    ),
    ("article_narrower", "minus", "Narrower", "A narrower column; a shorter summary", Group.READ),
    ("article_wider", "plus,equals_sign", "Wider", "A wider column; a longer summary", Group.READ),
    (
        "article_code_right",
        "greater_than_sign,shift+right",
        "Code right",
        "Long lines of code: to the right",
        Group.READ,
    ),
    ("article_code_left", "less_than_sign,shift+left", "Code left", "Long lines of code: to the left", Group.READ),
)

ARTICLE_ACTIONS: tuple[Action, ...] = tuple(
    Action(id=id_, keys=keys, label=label, help=text, group=group, place=Place.ARTICLE, palette=False)
    for id_, keys, label, text, group in _ROWS
)
