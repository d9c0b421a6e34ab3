"""From the bytes of a feed to what the library keeps: the work of the job process in a refresh."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from . import article, feeds
from .domain.document import Document, RawText
from .domain.fetching import PackedDocument
from .domain.models import ParsedEntry, ParsedFeed
from .domain.opening import opening
from .store import packed
from .store.indexing import index_words

INLINE_BYTES = 128 * 1024
"""A body up to this size may be parsed where the refresh runs: the worst of 40 hostile ones took 0.2 s, most of it in
Python, so that the screen's thread goes on. Nothing longer, and never the markup within, which takes a process."""

OPENING_MARKUP = 2_000
"""Characters of an entry without a title that are looked at for its first words."""

FULL_WORDS = 400
FULL_WORDS_IN_PARAGRAPHS = 250


@dataclass(frozen=True, slots=True)
class Digest:
    """What a feed's body held."""

    feed: ParsedFeed | None
    """None: the body is no feed. Out of a job without the entries' HTML, which `documents` has replaced."""
    documents: Mapping[str, PackedDocument] = field(default_factory=dict)
    """guid -> document, ready to be stored, for entries that are new or changed."""
    texts: Mapping[str, RawText] = field(default_factory=dict)
    """guid -> text that is still to be made into a document: `survey` gives these instead."""
    reason: str = ""
    """Why it is no feed, one clean line."""
    links: tuple[tuple[str, str], ...] = ()
    """(address, title) of the feeds that a web page names."""


def digest(data: bytes, url: str, content_type: str | None, known: Mapping[str, str]) -> Digest:
    """Parse a feed's body and turn the entries that `known` (guid -> changed_hash) does not hold into documents."""
    found = survey(data, url, content_type, known)
    if found.feed is None:
        return found
    titles = {entry.guid: entry.title for entry in found.feed.entries}
    documents = {guid: packed(_document(text, titles[guid])) for guid, text in found.texts.items()}
    return Digest(_lightened(found.feed), documents)


def survey(data: bytes, url: str, content_type: str | None, known: Mapping[str, str]) -> Digest:
    """As `digest`, the entries' markup left unread."""
    try:
        feed = feeds.parse(data, url, content_type)
    except feeds.NotAFeed as error:
        return Digest(None, reason=error.reason, links=tuple((link.url, link.title) for link in error.links))
    texts = {entry.guid: _raw(entry, url) for entry in feed.entries if known.get(entry.guid) != entry.changed_hash}
    return Digest(feed, texts=texts)


def survey_apart(data: bytes, url: str, content_type: str | None, known: Mapping[str, str]) -> Digest:
    """As `survey`, for the job process: nothing is sent back twice."""
    found = survey(data, url, content_type, known)
    return found if found.feed is None else replace(found, feed=_lightened(found.feed))


def _lightened(feed: ParsedFeed) -> ParsedFeed:
    return replace(feed, entries=tuple(replace(entry, content="", summary="") for entry in feed.entries))


def _raw(entry: ParsedEntry, url: str) -> RawText:
    """An entry's text as it is, its length guessed at from the blanks in it."""
    markup = entry.content or entry.summary
    words = max(0, markup.count(" ") - markup.count('="'))
    full = words >= FULL_WORDS or (words >= FULL_WORDS_IN_PARAGRAPHS and markup.count("<p") >= 3)
    first = "" if entry.title else opening(article.from_markup_roughly(markup[:OPENING_MARKUP]).text())
    return RawText(markup, entry.base or url, words, not full, first)


class Text(NamedTuple):
    """What a document and its place in the search index are made of."""

    title: str
    author: str
    source: str
    raw: RawText


class Made(NamedTuple):
    document: PackedDocument
    words: str
    """For the search index."""


def make_documents(texts: Sequence[Text]) -> list[Made]:
    """The job: what is to be stored of each text."""
    return [made(text, _document(text.raw, text.title)) for text in texts]


def made(text: Text, document: Document) -> Made:
    return Made(packed(document), index_words(text.title, text.author, text.source, document.text()))


def make_document(raw: RawText, title: str) -> tuple[Document, bytes]:
    """The job: (a text as a document, the hash under which it will be stored)."""
    document = _document(raw, title)
    return document, packed(document).hash


def _document(raw: RawText, title: str) -> Document:
    return article.from_feed(raw.markup, raw.base, title=title)
