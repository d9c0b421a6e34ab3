"""A real library, filled the way a refresh fills it, for whoever needs articles to show, list or summarise."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_reader.domain.document import Block, Document, Kind, Span, Status
from tui_reader.domain.fetching import FeedUpdate, FetchState
from tui_reader.domain.models import ParsedEntry, ParsedFeed
from tui_reader.store import Library

NOW = datetime(2026, 3, 18, 14, 30, tzinfo=UTC)
"""A Wednesday afternoon; the newest article is ten minutes old then."""

FEEDS = (
    ("Small Wire", "News"),
    ("Coast Daily", "News"),
    ("Example Science", "Science"),
    ("The Ledger", ""),
)
"""(title, folder) of the feeds that the articles are shared out among."""

TITLES = (
    "Council approves the new harbour line",
    "Reactor vote delayed until after the summer",
    "A quiet week for the ports of the northern coast",
    "Why the old lighthouse keeps its keeper",
    "Rail strike called off at the last minute",
    "Larkspur counts its bees, and finds more than it hoped for this year",
    "Small banks, long queues",
    "The river is back in its bed",
)

SENTENCES = (
    "The council of Larkspur approved the plan on Monday with nineteen votes against four.",
    "Work on the first two miles is to begin in the autumn, once the tide tables allow it.",
    "Shopkeepers along the quay had asked for a longer trial, and did not get it.",
    "A line like this pays for itself in twelve years, the surveyor wrote in his report.",
    "Nobody on the benches could say what happens to the fish market in the meantime.",
    "The mayor promised a second hearing before the winter.",
)


def document(number: int = 0, *, paragraphs: int = 7, status: Status = Status.FULL) -> Document:
    """Paragraphs of three sentences each, others for every `number`."""
    blocks = []
    for paragraph in range(paragraphs):
        start = number + paragraph
        text = " ".join(SENTENCES[(start + at) % len(SENTENCES)] for at in range(3))
        blocks.append(Block(Kind.PARAGRAPH, (Span(f"{text} So it was in part {paragraph + 1}."),)))
    return Document(tuple(blocks), status=status, language="en")


def entry(number: int, published: datetime, title: str = "") -> ParsedEntry:
    return ParsedEntry(
        guid=f"article-{number}",
        title=title or TITLES[number % len(TITLES)],
        url=f"https://news.example/articles/{number}",
        author="A. Writer",
        published=published,
        changed_hash=f"hash-{number}",
    )


def add_articles(
    library: Library,
    feed_id: int,
    entries: Sequence[ParsedEntry],
    *,
    documents: Sequence[Document] = (),
    now: datetime = NOW,
    error: str = "",
) -> tuple[int, ...]:
    """Store `entries` as one fetch of the feed; the ids of those that are new."""
    texts = documents or [document(number) for number in range(len(entries))]
    feed = library.feed(feed_id)
    assert feed is not None
    update = FeedUpdate(
        feed_id=feed_id,
        state=FetchState(feed_id=feed_id, url=feed.url, checked=now, succeeded=None if error else now),
        now=now,
        error=error,
        feed=None if error else ParsedFeed(format="rss20", title=feed.title, entries=tuple(entries)),
        documents={one.guid: text for one, text in zip(entries, texts, strict=False)},
    )
    return library.save_updates([update])[0].new_ids


def fill(library: Library, articles: int, *, apart: timedelta = timedelta(hours=2)) -> list[int]:
    """Follow FEEDS and give them `articles` altogether, the newest ten minutes before NOW; all ids, newest first."""
    feed_ids = [
        library.add_feed(f"https://{number}.example/feed", title=title, folder=folder)[0]
        for number, (title, folder) in enumerate(FEEDS)
    ]
    found: list[tuple[int, int]] = []
    for place, feed_id in enumerate(feed_ids):
        numbers = range(place, articles, len(feed_ids))
        entries = [entry(number, NOW - timedelta(minutes=10) - number * apart) for number in numbers]
        ids = add_articles(library, feed_id, entries, documents=[document(number) for number in numbers])
        found.extend(zip(numbers, ids, strict=True))
    return [id_ for _, id_ in sorted(found)]


def make_library(path: Path, articles: int = 24, *, apart: timedelta = timedelta(hours=2)) -> Library:
    """A library at `path` with so many articles. The caller closes it."""
    library = Library.open(path)
    if articles:
        fill(library, articles, apart=apart)
    return library
