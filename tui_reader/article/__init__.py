"""From HTML to a document: `from_feed` for what a feed carried, `extract` for an article's page. Pure: no network."""

from .feed import from_feed, from_text
from .page import extract
from .urls import safe_url

__all__ = ["extract", "from_feed", "from_text", "safe_url"]
