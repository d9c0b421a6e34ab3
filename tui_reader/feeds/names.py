"""What an element's name means: namespace addresses in all their spellings -> short names such as "dc:creator"."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_NAMESPACES = {
    "": "rss",
    "backend.userland.com/rss": "rss",
    "backend.userland.com/rss2": "rss",
    "blogs.law.harvard.edu/tech/rss": "rss",
    "cyber.law.harvard.edu/rss": "rss",
    "purl.org/rss/1.0": "rss",
    "purl.org/net/rss1.1": "rss",
    "purl.org/rss/1.0/modules/rss091": "rss",
    "my.netscape.com/rdf/simple/0.9": "rss",
    "channel.netscape.com/rdf/simple/0.9": "rss",
    "my.netscape.com/publish/formats/rss-0.91.dtd": "rss",
    "www.rssboard.org/rss-specification": "rss",
    "w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "purl.org/atom": "atom",
    "purl.org/pie": "atom",
    "purl.org/echo": "atom",
    "example.com/newformat": "atom",
    "example.com/necho": "atom",
    "uri/of/echo/namespace": "atom",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "w3.org/1999/xhtml": "xhtml",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/rss/1.0/modules/dc": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/dcterms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "video.search.yahoo.com/mrss": "media",
    "tools.search.yahoo.com/mrss": "media",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "example.com/dtds/podcast-1.0.dtd": "itunes",
    "podcastindex.org/namespace/1.0": "podcast",
    "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "purl.org/rss/1.0/modules/syndication": "sy",
    "purl.org/syndication/thread/1.0": "thr",
    "wellformedweb.org/commentapi": "wfw",
    "purl.org/rss/1.0/modules/slash": "slash",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "pheedo.com/namespace/pheedo": "feedburner",
    "w3.org/xml/1998/namespace": "xml",
}
"""Address (lower case, without scheme, "www.", final slash and hash) -> short name."""

_PREFIXES = {
    **{name: name for name in _NAMESPACES.values()},
    "a10": "atom",
    "atom10": "atom",
    "atom03": "atom",
    "dct": "dcterms",
    "mrss": "media",
    "syn": "sy",
    "googleplay": "itunes",
}
"""Prefixes that documents use without declaring them, or for an address that nobody knows."""

_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


Meanings = Mapping[str, tuple[str, int, str]]


def ranked(slots: Mapping[str, Sequence[str]]) -> Meanings:
    """{name: (slot, rank, name)} of {slot: names in lower case, the best first}."""
    return {name: (slot, rank, name) for slot, names in slots.items() for rank, name in enumerate(names)}


@lru_cache(maxsize=256)
def short_namespace(address: str | None) -> str | None:
    """The short name of a namespace, None when it is unknown."""
    return _NAMESPACES.get(_SCHEME.sub("", (address or "").strip()).rstrip("/#").lower())


def split_tag(tag: str) -> tuple[str, str]:
    """("namespace", "local") of lxml's "{namespace}local"."""
    if tag.startswith("{"):
        address, _, local = tag[1:].partition("}")
        return address, local
    return "", tag


class Table(dict[str, tuple[str, int, str] | None]):
    """lxml's tag -> (slot, rank, "prefix:name"), None for what is of no interest. One per document, so it stays small.

    `slots`: what `ranked` made. `prefixes`: the root element's declarations. `native`: what an
    element in no namespace, in one of RSS's or in the root's own unknown one, is.
    """

    def __init__(self, slots: Meanings, prefixes: Mapping[str | None, str], native: str, root_namespace: str) -> None:
        super().__init__()
        self._slots = slots
        self._native = native
        self._found: dict[str, str] = {"": native}
        for prefix, address in prefixes.items():
            if short_namespace(address) is None and (prefix or "").lower() in _PREFIXES:
                self._found[address] = _PREFIXES[(prefix or "").lower()]
        if short_namespace(root_namespace) is None:
            self._found[root_namespace] = native

    def __missing__(self, tag: object) -> tuple[str, int, str] | None:
        if not isinstance(tag, str):
            return None
        address, local = split_tag(tag)
        prefix = self._found.get(address) or short_namespace(address)
        if ":" in local:
            undeclared, _, local = local.rpartition(":")
            prefix = _PREFIXES.get(undeclared.lower())
        if prefix == "rss":
            prefix = self._native
        meaning = self[tag] = self._slots.get(f"{prefix}:{local.lower()}")
        return meaning
