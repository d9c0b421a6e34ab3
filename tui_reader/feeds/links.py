"""The feeds that a web page names."""

import re
from dataclasses import dataclass
from html import unescape

from tui_reader.domain.text import clean_line

from .addresses import web_address

MOST = 50
"""Links that a page may name."""
_LOOKED_AT = 512 * 1024

_TAG = re.compile(r"<!--|<(script|style)\b[^<>]*>|<(link|base)\b((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w:-])([a-zA-Z][\w:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TYPE = re.compile(
    r"(?:application|text)/(?:x[.-])?(?:(?:rss|atom|rdf|feed)\+xml|rss|atom|feed\+json|xml|json)", re.IGNORECASE
)
_NO_FEED = re.compile(r"oembed|/wp-json\b|opensearch|sitemap", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?\b|/comments/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names: absolute http(s) address, the page's words for it, its media type."""

    url: str
    title: str = ""
    type: str = ""


def feed_links(page: str, url: str) -> tuple[FeedLink, ...]:
    """The feeds named in the head of an HTML page that came from `url`; feeds of comments last."""
    base = url
    found: dict[str, FeedLink] = {}
    for name, attributes in _tags(page[:_LOOKED_AT]):
        address = web_address(attributes.get("href"), base)
        if name == "base":
            base = address or base
        elif address and address not in found and _is_feed(attributes, address):
            title = clean_line(attributes.get("title", ""))
            found[address] = FeedLink(address, title, clean_line(attributes.get("type", "").lower(), 60))
        if len(found) >= MOST:
            break
    return tuple(sorted(found.values(), key=lambda link: bool(_COMMENTS.search(f"{link.title} {link.url}"))))


def _tags(page: str) -> "list[tuple[str, dict[str, str]]]":
    """("link" or "base", attributes) of each such tag outside of comments and scripts."""
    found: list[tuple[str, dict[str, str]]] = []
    position = 0
    while match := _TAG.search(page, position):
        position = match.end()
        if match[2]:
            attributes = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(match[3])}
            found.append((match[2].lower(), attributes))
            continue
        close = page.find("-->", position) if match[0] == "<!--" else _end_of(page, match[1], position)
        if close < 0:
            break
        position = close
    return found


def _end_of(page: str, name: str, position: int) -> int:
    match = re.compile(f"</{name}", re.IGNORECASE).search(page, position)
    return match.start() if match else -1


def _is_feed(attributes: dict[str, str], address: str) -> bool:
    relations = attributes.get("rel", "").lower().split()
    kind = attributes.get("type", "").partition(";")[0].strip()
    if _NO_FEED.search(address) or "stylesheet" in relations:
        return False
    if "feed" in relations:
        return not kind or bool(_TYPE.fullmatch(kind)) or kind.lower() == "text/html"
    return "alternate" in relations and bool(_TYPE.fullmatch(kind))
