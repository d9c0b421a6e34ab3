"""How a feed or an article comes into the library by its address."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from . import sample
from .digest import digest
from .domain.fetching import FeedUpdate
from .store import Library
from .web import politeness


def utc_now() -> datetime:
    return datetime.now(UTC)


def add_sample(library: Library, clock: Callable[[], datetime] = utc_now) -> list[int]:
    """Follow the bundled sample edition; the ids of its articles that are new."""
    feed_id, _ = library.add_feed(sample.FEED_URL)
    now = clock()
    body = sample.feed_body(now)
    found = digest(body, sample.FEED_URL, "application/rss+xml", library.known_hashes(feed_id))
    assert found.feed is not None, found.reason
    state = replace(
        library.fetch_states([feed_id])[0], checked=now, succeeded=now, body_hash=politeness.body_hash(body), answer=200
    )
    update = FeedUpdate(feed_id=feed_id, state=state, now=now, feed=found.feed, documents=found.documents)
    saved = library.save_updates([update])[0]
    library.index_pending(1000)
    return list(saved.new_ids)
