"""tui-reader: the news, in a terminal, for people with no time."""

__version__ = "0.1.0"
