"""Files and pictures that come with an entry: enclosures, Media RSS, podcast fields."""

from tui_reader.domain.models import Enclosure
from tui_reader.domain.text import clean_line

from .addresses import web_address
from .fields import Context, Element, Groups, elements, grouped

MOST = 50
"""Files an entry may bring."""


def with_media(groups: Groups, context: Context) -> Groups:
    """`groups` with what stands in media:group and media:content, after what stands beside them."""
    if "media:group" not in groups and "media:content" not in groups:
        return groups
    merged = {name: list(found) for name, found in groups.items()}
    for holder in elements(groups, "media:group"):
        _merge(merged, grouped(holder, context.names))
    for holder in list(elements(merged, "media:content"))[:MOST]:
        if len(holder):
            _merge(merged, grouped(holder, context.names))
    return merged


def enclosures(groups: Groups, base: str) -> tuple[Enclosure, ...]:
    """The files that come with an entry, each address once; pictures of Media RSS are not among them."""
    found: dict[str, Enclosure] = {}
    for element in elements(groups, "rss:enclosure", "atom:link", "rss:link", "media:content"):
        if len(found) >= MOST:
            break
        address = element.get("url") or element.get("href")
        if not address or not _is_file(element):
            continue
        if (url := web_address(address, base)) and url not in found:
            found[url] = Enclosure(
                url=url,
                type=clean_line((element.get("type") or "").strip().lower(), 80),
                length=size(element.get("length") or element.get("fileSize")),
                title=clean_line(element.get("title") or ""),
            )
    return tuple(found.values())


def picture(groups: Groups, base: str) -> str:
    """The address of an entry's or a feed's picture, "" if none."""
    for element in elements(groups, "media:content", "media:thumbnail", "itunes:image", "rss:enclosure"):
        address = element.get("url") or element.get("href")
        if address and _is_picture(element) and (url := web_address(address, base)):
            return url
    return ""


def size(text: str | None) -> int:
    """A number of bytes, 0 when it is not stated or makes no sense."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def _merge(into: Groups, groups: Groups) -> None:
    for name, found in groups.items():
        if name.startswith("media:"):
            into.setdefault(name, []).extend(found)


def _is_file(element: Element) -> bool:
    name = str(element.tag).rpartition("}")[2].lower()
    if name.endswith("link"):
        return (element.get("rel") or "").strip().lower().rpartition("/")[2] == "enclosure"
    return name.endswith("enclosure") or not (_is_picture(element) or element.get("medium") == "document")


def _is_picture(element: Element) -> bool:
    name = str(element.tag).rpartition("}")[2].lower()
    if name.endswith(("thumbnail", "image")):
        return True
    kind, medium = (element.get("type") or "").strip().lower(), element.get("medium")
    if kind or medium:
        return medium == "image" or kind.startswith("image/")
    address = (element.get("url") or "").lower().partition("?")[0]
    return address.endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"))
