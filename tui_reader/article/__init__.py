"""From HTML to a document: `from_feed` for what a feed carried, `extract` for an article's page. Pure: no network."""

from ..domain.document import Extraction
from .feed import from_feed, from_markup_roughly, from_text
from .urls import safe_url

__all__ = ["extract", "from_feed", "from_markup_roughly", "from_text", "safe_url"]


def extract(html: bytes, url: str, *, content_type: str | None = None) -> Extraction:
    """The article in a page, of any address and in any shape. Never raises.

    `url` resolves relative links; `content_type` is the server's header, if known. When the text is not the whole
    article, the document's status and `Extraction.reason` say why. The first call imports trafilatura (as much as the
    screen's library), so it belongs into the job process; a page takes about 1.4 times as long as trafilatura alone.
    """
    from .page import extracted

    return extracted(html, url, content_type)
