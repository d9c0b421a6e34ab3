"""Which article an entry is: addresses compared as people would, and a feed whose identifiers were all renumbered."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from .models import ParsedEntry

FLOOD_LEAST = 5
"""Entries that a document must hold before the flood guard looks at it."""
FLOOD_SHARE = 0.8
"""Share of a document's entries that must be unknown before they may be old acquaintances under new names."""
FLOOD_DAYS = timedelta(days=2)
"""How far the dates of one article may lie apart."""

_T = TypeVar("_T")

_ADDRESS = re.compile(r"(?:https?:)?//(?:[^/?#@]*@)?(?:www\.)?([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class StoredKey:
    """What the library knows of a stored article, as far as it helps to recognise it."""

    id: int
    guid: str
    url: str = ""
    title: str = ""
    published: datetime | None = None


def address_key(url: str) -> str:
    """`url` without scheme, user, "www." and final slash, its host in lower case; "" when it is no web address."""
    if not (match := _ADDRESS.fullmatch(url.strip())):
        return ""
    return match[1].lower() + match[2].rstrip("/")


def place_key(url: str) -> str:
    """`url` without its host too: what stays when a site moves to another domain. "" when nothing telling is left."""
    match = _ADDRESS.fullmatch(url.strip())
    rest = match[2].rstrip("/") if match else ""
    return "" if rest in ("", "/") else rest


def match_renumbered(new_entries: Sequence[ParsedEntry], stored: Sequence[StoredKey]) -> Mapping[str, int]:
    """The flood guard: {guid of an unknown entry: id of the stored article that it is}.

    `new_entries`: all entries of a document, or only those unknown to the library. Empty unless there are at least
    five and four in five are unknown. An entry is recognised by its address, else by its title with dates at most two
    days apart (or both missing), and only when exactly one entry and one article qualify.
    """
    known = {key.guid for key in stored}
    unknown = [entry for entry in new_entries if entry.guid not in known]
    if len(new_entries) < FLOOD_LEAST or len(unknown) < FLOOD_SHARE * len(new_entries):
        return {}
    present = {entry.guid for entry in new_entries}
    free = {key.id: key for key in stored if key.guid not in present}
    found: dict[str, int] = {}
    _by_address(unknown, free, found)
    _by_title(unknown, free, found)
    return found


def _by_address(unknown: Sequence[ParsedEntry], free: dict[int, StoredKey], found: dict[str, int]) -> None:
    entries = _groups((address_key(entry.url), entry) for entry in unknown)
    articles = _groups((address_key(key.url), key) for key in free.values())
    for address, candidates in entries.items():
        if len(candidates) == 1 and len(articles.get(address, ())) == 1:
            found[candidates[0].guid] = articles[address][0].id
            del free[articles[address][0].id]


def _by_title(unknown: Sequence[ParsedEntry], free: dict[int, StoredKey], found: dict[str, int]) -> None:
    entries = _groups((_title_key(entry.title), entry) for entry in unknown if entry.guid not in found)
    articles = _groups((_title_key(key.title), key) for key in free.values())
    for title, candidates in entries.items():
        near = {
            entry.guid: [key for key in articles.get(title, ())[:100] if _same_time(entry.published, key.published)]
            for entry in candidates[:100]
        }
        claims = _groups((str(keys[0].id), guid) for guid, keys in near.items() if len(keys) == 1)
        for guids in claims.values():
            if len(guids) == 1:
                found[guids[0]] = near[guids[0]][0].id


def _same_time(one: datetime | None, other: datetime | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= FLOOD_DAYS


def _title_key(title: str) -> str:
    return " ".join(title.casefold().split())


def _groups(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    groups: dict[str, list[_T]] = {}
    for key, value in pairs:
        if key:
            groups.setdefault(key, []).append(value)
    return groups
