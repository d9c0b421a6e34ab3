"""Feeds: bytes -> ParsedFeed, the identity of entries, and lists of feeds (OPML). Pure: no network, no files."""

from . import identity, opml
from .documents import NotAFeed, parse
from .links import FeedLink
from .opml import NotOpml, OpmlFeed, OpmlImport

__all__ = ["FeedLink", "NotAFeed", "NotOpml", "OpmlFeed", "OpmlImport", "identity", "opml", "parse"]
