"""Feeds to begin with, by topic; one data file, `feeds.toml`."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class StarterFeed:
    title: str
    url: str
    site_url: str
    language: str


@dataclass(frozen=True, slots=True)
class StarterTopic:
    name: str
    feeds: tuple[StarterFeed, ...]


def topics() -> list[StarterTopic]:
    """All topics in the order of the file."""
    data = tomllib.loads((files(__name__) / "feeds.toml").read_text(encoding="utf-8"))
    return [
        StarterTopic(
            name,
            tuple(StarterFeed(title, feed["url"], feed["site"], feed["language"]) for title, feed in entries.items()),
        )
        for name, entries in data.items()
    ]
