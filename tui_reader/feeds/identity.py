"""Which article an entry of a document is: its identity, its second identity, and whether its text changed."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from zlib import crc32

from tui_reader.domain.identity import StoredKey, address_key, match_renumbered, place_key
from tui_reader.domain.models import Enclosure, ParsedEntry
from tui_reader.domain.text import clean_line

__all__ = [
    "StoredKey",
    "address_key",
    "changed_hash",
    "choose_guid",
    "distinct",
    "match_renumbered",
    "place_key",
]

LONGEST = 500
"""Characters of a guid; a longer one keeps its beginning and ends in a hash of the whole."""
_BEGINNING = 1000


def choose_guid(
    stated: str, about: str, url: str, *, title: str, published: datetime | None, enclosure: str, content: str
) -> str:
    """The identity of an entry: what it states, else rdf:about, else its address, else a hash of what it holds."""
    for text in (stated, about, url):
        if guid := short_guid(text):
            return guid
    parts = (title, published.isoformat() if published else "", enclosure or content[:_BEGINNING])
    return "hash:" + _digest(parts)


def short_guid(text: str) -> str:
    """A stated identity as it is kept: clean, at most `LONGEST` characters."""
    text = text.strip()
    if len(text) > LONGEST:
        return f"{clean_line(text, 400)}#{_digest((text,))}"
    return clean_line(text)


def changed_hash(
    title: str, content: str, url: str, enclosures: Iterable[Enclosure], *, checksum: int | None = None
) -> str:
    """Digits that change when the publisher changes the entry (http to https is no change).

    Checksums and the content's length: a change is missed once in 2**32, for a quarter of a secure hash's time.
    `checksum`: CRC-32 of the content in UTF-8, when it is known already.
    """
    parts = [title, address_key(url) or url]
    parts += [address_key(enclosure.url) or enclosure.url for enclosure in enclosures]
    rest = crc32("\0".join(parts).encode("utf-8", "replace"))
    if checksum is None:
        checksum = crc32(content.encode("utf-8", "replace"))
    return f"{checksum:08x}{rest:08x}{len(content):x}"


def distinct(entries: Sequence[ParsedEntry]) -> tuple[ParsedEntry, ...]:
    """The entries with guids that differ: the first of equals keeps it, the next gets guid|address, else guid|2 ...

    A second identity that several entries share identifies none of them and is dropped.
    """
    shared = {alt for alt, times in Counter(entry.guid_alt for entry in entries).items() if times > 1}
    seen: set[str] = set()
    clashes: Counter[str] = Counter()
    found = []
    for entry in entries:
        guid = entry.guid
        if guid in seen:
            guid = _other_guid(entry, seen, clashes)
        seen.add(guid)
        alt = "" if entry.guid_alt in shared else entry.guid_alt
        found.append(entry if (guid, alt) == (entry.guid, entry.guid_alt) else replace(entry, guid=guid, guid_alt=alt))
    return tuple(found)


def _other_guid(entry: ParsedEntry, seen: set[str], clashes: Counter[str]) -> str:
    if entry.url and entry.url != entry.guid and (guid := short_guid(f"{entry.guid}|{entry.url}")) not in seen:
        return guid
    while True:
        clashes[entry.guid] += 1
        if (guid := f"{entry.guid}|{clashes[entry.guid] + 1}") not in seen:
            return guid


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:32]
