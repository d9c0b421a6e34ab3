"""Which picture an <img> means: lazy loading, srcset, <picture>, tracking pixels, icons."""

import re

from lxml import etree

from ..domain.document import Image
from ..domain.text import clean_line
from .urls import best_of_srcset, safe_url

_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-hi-res-src", "data-full-src", "data-url")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_EMPTY_PICTURE = re.compile(
    r"^data:|(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|transparent|1x1|loading|lazy)\b", re.I
)
_TRACKER = re.compile(
    r"feeds\.feedburner\.com/~r|feedburner\.com/~ff|//pixel\.|/pixel[./?]|stats\.wordpress\.com/b\.gif"
    r"|doubleclick\.net|/beacon[./?]|scorecardresearch|google-analytics|pheedo|rss\.buysellads|fls\.doubleclick",
    re.I,
)
_INLINE_CLASS = re.compile(r"\b(?:emoji|wp-smiley|smiley|twemoji|emoticon|latex|tex)\b", re.I)
_NUMBER = re.compile(r"\d{1,5}", re.ASCII)
ICON = 32
"""Pixels: a picture of at most this width and height is an icon, and only its alternative text counts."""


def size_of(element: etree._Element, name: str) -> int:
    """The width or height that an <img> declares, in pixels; 0 when it does not."""
    match = _NUMBER.match(element.get(name) or "")
    return int(match.group()) if match else 0


def source_of(element: etree._Element) -> str:
    """The address that an <img> would be loaded from in a browser that ran the page's scripts; "" for none."""
    lazy = next((value for name in _LAZY if (value := element.get(name)) and not value.startswith("data:")), "")
    if lazy and not lazy.lstrip().startswith(("{", "[")):
        return lazy
    for name in _LAZY_SETS:
        if best := best_of_srcset(element.get(name) or ""):
            return best
    source = element.get("src") or ""
    if source and not _EMPTY_PICTURE.search(source):
        return source
    if best := best_of_srcset(element.get("srcset") or ""):
        return best
    parent = element.getparent()
    while parent is not None and parent.tag == "source":  # the parser does not know that it holds nothing
        parent = parent.getparent()
    if parent is not None and parent.tag == "picture":
        for found in parent.iter("source"):
            if best := best_of_srcset(found.get("srcset") or found.get("data-srcset") or ""):
                return best
    return ""


def alternative(element: etree._Element) -> str:
    """The text that stands for a picture."""
    return clean_line(element.get("alt") or element.get("title") or element.get("aria-label") or "")


def image_of(element: etree._Element, base: str) -> Image | str | None:
    """An <img> as a picture, as the text of an emoji or a formula that stands in the line, or None: nothing to show."""
    alt = alternative(element)
    if alt and _INLINE_CLASS.search(element.get("class") or ""):
        return alt
    width, height = size_of(element, "width"), size_of(element, "height")
    if width and height and max(width, height) <= ICON:
        return alt if 0 < len(alt) <= 2 else None
    if 0 < width <= 2 or 0 < height <= 2:
        return None
    source = source_of(element)
    if not source or _TRACKER.search(source):
        return None
    url = safe_url(source, base)
    return Image(url, alt, width, height) if url else None


_PLAYERS = {
    "youtube.com": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "youtu.be": "YouTube",
    "player.vimeo.com": "Vimeo",
    "dailymotion.com": "Dailymotion",
    "soundcloud.com": "SoundCloud",
    "open.spotify.com": "Spotify",
    "bandcamp.com": "Bandcamp",
    "podcasts.apple.com": "Apple Podcasts",
    "archive.org": "Internet Archive",
}


def player_of(element: etree._Element, base: str) -> Image | None:
    """A <video>, <audio> or an <iframe> of a known player as a picture whose address is the recording's."""
    source = element.get("src") or element.get("data-src") or ""
    if not source and element.tag in ("video", "audio"):
        source = next((found for child in element.iter("source") if (found := child.get("src"))), "")
    url = safe_url(source, base) if source else ""
    if not url.startswith("http"):
        return None
    title = clean_line(element.get("title") or element.get("aria-label") or "", 200)
    if element.tag != "iframe":
        name = "Audio" if element.tag == "audio" else "Video"
    else:
        host = url.split("/", 3)[2].split(":")[0]
        found = next((known for known in _PLAYERS if host == known or host.endswith("." + known)), "")
        if not found:
            return None
        name = _PLAYERS[found]
    return Image(url, f"{name}: {title}" if title else name)
