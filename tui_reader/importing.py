"""OPML files in and out of the library."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from . import sample
from .domain.fetching import NewFeed
from .domain.outcomes import Imported
from .domain.problems import ReaderError
from .feeds import opml
from .store import Library

SIZE_LIMIT = 32 * 2**20
"""Bytes: 10,000 feeds take about 3 MB."""


def read_file(library: Library, path: Path) -> Imported:
    """Follow every feed of the OPML file at `path`, in one transaction. Raises ReaderError and LibraryError."""
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise ReaderError(f"{path}: {error.strerror or error}") from None
    except ValueError:
        raise ReaderError(f"{str(path)!r} is no file name") from None
    if len(data) > SIZE_LIMIT:
        raise ReaderError(f"{path}: larger than {SIZE_LIMIT // 2**20} MB, which no list of feeds is")
    try:
        found = opml.read_opml(data)
    except opml.NotOpml as error:
        raise ReaderError(f"{path}: {error.reason}") from None
    added, known = library.add_feeds(
        [NewFeed(url=feed.url, title=feed.title, site_url=feed.site_url, folders=feed.folders) for feed in found.feeds]
    )
    return Imported(added, known, tuple(found.skipped), tuple(one.url for one in found.lists))


def export(library: Library, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> str:
    """All feeds of the library but the sample edition, which no other reader could fetch, as an OPML 2.0 document."""
    feeds = [feed for feed in library.feeds() if not sample.is_sample(feed.url)]
    return opml.write_opml(feeds, title="tui-reader", created=clock())
