"""What kind of file an address gave, before it is read as a page."""

from enum import Enum, auto


class Route(Enum):
    PAGE = auto()
    TEXT = auto()
    REFUSED = auto()


_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a media file"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
    (b"\x1aE\xdf\xa3", "a media file"),
    (b"PK\x03\x04", "a packed file"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"\x7fELF", "a program"),
)
_TYPES = (
    ("application/pdf", "a PDF document"),
    ("image/", "a picture"),
    ("video/", "a film"),
    ("audio/", "a recording"),
    ("font/", "a font"),
    ("application/zip", "a packed file"),
    ("application/gzip", "a packed file"),
    ("application/msword", "a word processor's document"),
    ("application/vnd.", "an office document"),
    ("application/epub", "an electronic book"),
    ("application/rss", "a feed"),
    ("application/atom", "a feed"),
    ("application/feed+json", "a feed"),
)
_PAGES = ("html", "xhtml", "xml")


def route(data: bytes, content_type: str | None) -> tuple[Route, str]:
    """How to read `data`, and where it is refused, why, in one line for the reader."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    declared = (content_type or "").partition(";")[0].strip().lower()
    what = next((name for magic, name in _MAGIC if start.startswith(magic)), "")
    looks_like_page = _has_markup(start)
    if not what and not looks_like_page:
        what = next((name for prefix, name in _TYPES if declared.startswith(prefix)), "")
        if what == "a picture" and "svg" not in declared and not data:
            what = ""
    if not what and b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")) and not looks_like_page:
        what = "not a text"
    if what:
        return Route.REFUSED, f"The address leads to {what}, not to an article's page."
    if not start and not data.strip():
        return Route.REFUSED, "The server sent an empty page."
    if looks_like_page or any(name in declared for name in _PAGES):
        if start[:300].lower().startswith((b"<rss", b"<feed", b"<rdf:rdf")) or b"<rss" in start[:300].lower():
            return Route.REFUSED, "The address leads to a feed, not to an article's page."
        return Route.PAGE, ""
    if declared.startswith("application/json") or (not declared and start[:1] in (b"{", b"[")):
        return Route.REFUSED, "The address leads to data for programs, not to an article's page."
    return Route.TEXT, ""


def _has_markup(start: bytes) -> bool:
    lowered = start.lower().replace(b"\x00", b"")
    return any(
        tag in lowered for tag in (b"<!doctype html", b"<html", b"<head", b"<body", b"<p", b"<div", b"<h1", b"<meta")
    )
