"""Addresses, files and pictures that come with an entry: links by relation, enclosures, Media RSS, podcast fields."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui_reader.domain.models import Enclosure
from tui_reader.domain.text import clean_line

from .addresses import web_address
from .fields import Element, Field, Slots, slots_of
from .names import Table
from .texts import whole_text

MOST = 50
"""Files an entry may bring."""

_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


@dataclass(slots=True)
class Links:
    """The links of an entry or a feed, by their relation; absolute addresses."""

    page: str = ""
    replies: str = ""
    self: str = ""
    hub: str = ""
    next: str = ""
    files: list[Element] = field(default_factory=list)


def links_of(fields: Iterable[Field], base: str) -> Links:
    """A link without relation is to the page; RSS's own comes before Atom's, HTML before other types."""
    links = Links()
    other = ""
    for _, _, element in fields:
        href = element.get("href")
        if href is None:
            links.page = links.page or web_address(whole_text(element) or element.get(_RESOURCE), base)
            continue
        relation = element.get("rel")
        relation = relation.strip().lower().rpartition("/")[2] if relation else "alternate"
        if relation == "enclosure":
            links.files.append(element)
        elif relation in ("self", "hub", "next", "replies"):
            if not getattr(links, relation) and (relation != "replies" or _is_html(element)):
                setattr(links, relation, web_address(href, base))
        elif not links.page and "alternate" in relation.split():
            if _is_html(element):
                links.page = web_address(href, base)
            else:
                other = other or web_address(href, base)
    links.page = links.page or other
    return links


def with_media(slots: Slots, table: Table) -> Slots:
    """`slots` with what stands in media:group and media:content, after what stands beside them."""
    for _, _, group in slots.pop("group", ())[:MOST]:
        _merge(slots, slots_of(group, table))
    for _, _, content in list(slots.get("media", ()))[:MOST]:
        if len(content):
            _merge(slots, slots_of(content, table))
    return slots


def enclosures(files: Iterable[Element], base: str) -> tuple[Enclosure, ...]:
    """Files that come with an entry, each address once."""
    found: dict[str, Enclosure] = {}
    for element in files:
        url = web_address(element.get("url") or element.get("href"), base)
        if url and url not in found:
            found[url] = Enclosure(
                url=url,
                type=clean_line((element.get("type") or "").lower(), 80),
                length=size(element.get("length") or element.get("fileSize")),
                title=clean_line(element.get("title") or ""),
            )
            if len(found) >= MOST:
                break
    return tuple(found.values())


def picture(slots: Slots, base: str) -> str:
    """The address of an entry's or a feed's picture, "" if none."""
    for slot in ("media", "thumbnail", "enclosure"):
        for _, _, element in slots.get(slot, ()):
            if slot == "thumbnail" or is_picture(element):
                address = element.get("url") or element.get("href") or (whole_text(element) if not len(element) else "")
                if url := web_address(address, base):
                    return url
    return ""


def is_picture(element: Element) -> bool:
    """Whether a media:content or an enclosure is a picture."""
    kind, medium = (element.get("type") or "").strip().lower(), element.get("medium")
    if kind or medium:
        return medium == "image" or kind.startswith("image/")
    if (element.get("url") or "").lower().partition("?")[0].endswith(_PICTURES):
        return True
    return element.get("width") is not None and element.get("duration") is None


def size(stated: str | None) -> int:
    """A number of bytes, 0 when it is not stated or makes no sense."""
    stated = (stated or "").strip()
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 16 else 0


def _merge(into: Slots, slots: Slots) -> None:
    for slot, fields in slots.items():
        into.setdefault(slot, []).extend(f for f in fields if f[1].startswith("media:"))


def _is_html(element: Element) -> bool:
    kind = element.get("type")
    return not kind or kind.lower().partition(";")[0].strip().endswith(("html", "xhtml+xml"))
