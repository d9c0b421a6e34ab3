"""The sample edition: an ordinary feed with pages that ships with the reader and is served from its own files."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from importlib.resources import files

HOST = "sample.tui-reader.invalid"
"""The top-level domain .invalid (RFC 2606) can never be reached over a network."""

FEED_URL = f"https://{HOST}/feed.xml"

_PUB_DATE = re.compile(r"(?<=<pubDate>)[^<]+")


def is_sample(url: str) -> bool:
    """Whether `url` belongs to the sample edition."""
    return url.startswith(f"https://{HOST}/")


def feed_body(now: datetime) -> bytes:
    """The feed's document, its dates moved so that the newest article came out twenty minutes before `now`."""
    text = _read("feed.xml")
    newest = max(parsedate_to_datetime(date) for date in _PUB_DATE.findall(text))
    return _PUB_DATE.sub(_moved(now - timedelta(minutes=20) - newest), text).encode()


def page(url: str) -> bytes | None:
    """The page behind an article's address, None for an article that the feed carries whole."""
    match = re.fullmatch(rf"https://{re.escape(HOST)}/pages/([a-z-]+)", url)
    return _read(f"pages/{match[1]}.html").encode() if match and match[1] in _PAGES else None


def picture(url: str) -> bytes | None:
    """The picture behind an address, None where there is none."""
    match = re.fullmatch(rf"https://{re.escape(HOST)}/pictures/([a-z-]+\.jpg)", url)
    return (
        (files(__name__) / "edition" / "pictures" / match[1]).read_bytes() if match and match[1] in _PICTURES else None
    )


_PICTURES = frozenset({"bay.jpg"})
_PAGES = frozenset({"green-bay", "lighthouse-library", "paper-mill"})


def _moved(by: timedelta) -> Callable[[re.Match[str]], str]:
    return lambda match: format_datetime(parsedate_to_datetime(match.group()) + by, usegmt=True)


def _read(name: str) -> str:
    return (files(__name__) / "edition" / name).read_text(encoding="utf-8")
