"""Feed documents for the loopback server."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

BODY = " ".join(f"This is sentence number {n} of an article about the harbour of Port Ellery." for n in range(1, 41))


def rss(*titles: str, name: str = "Test Wire", link: str = "https://wire.example", body: str = BODY) -> str:
    """An RSS document with an item for each of `titles`, newest first, an hour apart."""
    now = datetime.now(UTC)
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{link}/{number}</link><guid>{escape(title)}</guid>"
        f"<pubDate>{format_datetime(now - timedelta(hours=number))}</pubDate>"
        f"<description>{escape(f'<p>{body}</p>')}</description></item>"
        for number, title in enumerate(titles, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{escape(name)}</title><link>{link}</link>{items}</channel></rss>"
    )
