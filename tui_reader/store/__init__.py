"""All that is kept, in one SQLite file: `Library` is the only way to it. Pure of network and screen."""

from ..domain.fetching import NewFeed
from .codec import packed
from .errors import LibraryError
from .extras import Version
from .health import Health
from .library import Library

__all__ = ["Health", "Library", "LibraryError", "NewFeed", "Version", "packed"]
