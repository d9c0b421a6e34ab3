"""All that is kept, in one SQLite file: `Library` is the only way to it. Pure of network and screen."""

from ..domain.fetching import NewFeed
from .codec import packed
from .errors import LibraryError
from .library import Library

__all__ = ["Library", "LibraryError", "NewFeed", "packed"]
