"""Entries, documents and fetches to fill a library with."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tui_reader.domain.document import Block, Document, Kind, Span, Status
from tui_reader.domain.fetching import FeedSaved, FeedUpdate
from tui_reader.domain.models import ParsedEntry, ParsedFeed
from tui_reader.store import Library

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def document(*paragraphs: str, status: Status = Status.FULL) -> Document:
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(text),)) for text in paragraphs), status=status)


def entry(name: str, *, hours: float | None = 1.0, **fields: object) -> ParsedEntry:
    """An entry called `name`, published `hours` before NOW."""
    published = None if hours is None else NOW - timedelta(hours=hours)
    values: dict[str, object] = {
        "guid": f"https://news.example/{name}",
        "guid_alt": f"/{name}",
        "url": f"https://news.example/{name}",
        "title": f"Title of {name}",
        "published": published,
        "changed_hash": f"hash of {name}",
    }
    return ParsedEntry(**{**values, **fields})  # type: ignore[arg-type]


def fetched(
    library: Library,
    feed_id: int,
    entries: Iterable[ParsedEntry],
    *,
    now: datetime = NOW,
    texts: dict[str, Document] | None = None,
    title: str = "The News",
) -> FeedSaved:
    """Save what a fetch brought; entries have a text made of their title unless `texts` has one for their guid."""
    entries = tuple(entries)
    documents = {e.guid: document(f"Text of {e.title}.") for e in entries} | (texts or {})
    (state,) = library.fetch_states([feed_id])
    state = replace(state, checked=now, fetches=state.fetches + 1)
    feed = ParsedFeed(title=title, entries=entries)
    update = FeedUpdate(feed_id=feed_id, state=state, now=now, feed=feed, documents=documents)
    return library.save_updates([update])[0]


def filled(library: Library, number: int, *, url: str = "https://news.example/feed") -> tuple[int, Sequence[int]]:
    """A feed with `number` unread articles, one an hour; its id and theirs, newest first."""
    feed_id, _ = library.add_feed(url)
    saved = fetched(library, feed_id, [entry(f"a{i}", hours=i + 1) for i in range(number)])
    return feed_id, saved.new_ids
