"""An XML feed: from its root element to a ParsedFeed."""

import re
from collections.abc import Sequence
from datetime import datetime

from tui_reader.domain.models import ParsedFeed

from .addresses import web_address
from .entries import address, read_entry
from .fields import Context, Element, Groups, base_of, date, elements, grouped, language, line, number, people, text
from .identity import distinct
from .media import picture
from .names import Names, short_namespace, split_tag
from .texts import html_line, inner, typed_line, whole_text

MINUTES_MOST = 60 * 24 * 366

_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATES = ("rss:pubdate", "atom:published", "atom:issued", "dc:date", "atom:updated", "atom:modified", "dcterms:date")
_ITEMS = frozenset({"item", "entry"})


def local_name(element: Element) -> str:
    """An element's name in lower case, without namespace or undeclared prefix; "" for what is no element."""
    return split_tag(element.tag)[1].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def is_feed(root: Element) -> bool:
    """Whether an element is the root of a feed (or a lone Atom entry)."""
    name = local_name(root)
    if name == "rdf":
        return any(local_name(child) in ("channel", "item") for child in root)
    return name in ("rss", "feed", "channel") or (
        name == "entry" and any(local_name(child) == "title" for child in root)
    )


def read_feed(root: Element, url: str, *, latest: datetime, max_items: int, has_base: bool) -> ParsedFeed:
    """The feed that an element holds; of more than `max_items` entries the newest."""
    kind, namespace = local_name(root), split_tag(str(root.tag))[0]
    native = "atom" if kind in ("feed", "entry") else "rss"
    context = Context(url=url, names=Names(root.nsmap, native, namespace), latest=latest, has_base=has_base)
    if kind == "entry":
        return ParsedFeed(format=_format(root), entries=(read_entry(root, context),))
    channels = [root] if kind in ("feed", "channel") else [c for c in root if local_name(c) == "channel"] or [root]
    head = channels[0]
    groups = grouped(head, context.names)
    base = base_of(head, context) or url
    site = context.site = address({name: found for name, found in groups.items() if name != "atom:id"}, base)
    author = people(groups, "atom:author", "dc:creator", "rss:managingeditor", "itunes:author", "rss:author")
    context.authors = author if native == "atom" else ""
    image, icon = _pictures(groups, site or base, context, root)
    period = _PERIODS.get(text(groups, "sy:updateperiod").lower())
    items = _newest(_items(root, channels), max_items, context)
    return ParsedFeed(
        format=_format(root),
        title=line(groups, "rss:title", "atom:title", "dc:title", "itunes:title", "media:title"),
        site_url=site,
        self_url=_related(groups, "self", base),
        description=_description(groups),
        language=language(groups, head) or language({}, root),
        author=author,
        image=image,
        icon=icon,
        hub=_related(groups, "hub", base),
        next_url=_related(groups, "next", base),
        published=date(groups, latest, "rss:pubdate", "atom:published", "dc:date", "dcterms:issued"),
        updated=date(groups, latest, "rss:lastbuilddate", "atom:updated", "atom:modified", "dcterms:modified"),
        ttl_minutes=number(groups, "rss:ttl", MINUTES_MOST),
        update_minutes=max(1, period // (number(groups, "sy:updatefrequency", 10_000) or 1)) if period else None,
        skip_hours=_skip_hours(groups),
        skip_days=_skip_days(groups),
        entries=distinct([read_entry(element, context) for element in items]),
    )


def _items(root: Element, channels: Sequence[Element]) -> list[Element]:
    found = [child for channel in channels for child in channel if local_name(child) in _ITEMS]
    if root not in channels:
        found += [child for child in root if local_name(child) in _ITEMS]
    return found or [node for node in root.iter() if local_name(node) in _ITEMS]


def _newest(items: list[Element], most: int, context: Context) -> list[Element]:
    """At most `most` items: the first ones, or the last ones where the document's order is oldest first."""
    if len(items) <= most:
        return items
    first, last = (date(grouped(item, context.names), context.latest, *_DATES) for item in (items[0], items[-1]))
    return items[-most:] if most and first and last and last > first else items[:most]


def _related(groups: Groups, relation: str, base: str) -> str:
    for element in elements(groups, "atom:link", "rss:link"):
        if relation in (element.get("rel") or "").lower().split() and (url := web_address(element.get("href"), base)):
            return url
    return ""


def _description(groups: Groups) -> str:
    for element in elements(
        groups, "rss:description", "atom:subtitle", "atom:tagline", "itunes:summary", "dc:description"
    ):
        namespace = short_namespace(split_tag(str(element.tag))[0])
        value = typed_line(element) if namespace == "atom" else html_line(inner(element))
        if value:
            return value
    return ""


def _pictures(groups: Groups, base: str, context: Context, root: Element) -> tuple[str, str]:
    """(picture, icon)."""
    icon = web_address(text(groups, "atom:icon"), base)
    images = list(elements(groups, "rss:image")) + [child for child in root if local_name(child) == "image"]
    for element in images:
        found = grouped(element, context.names)
        if url := web_address(text(found, "rss:url") or element.get("href"), base):
            return url, icon
    return web_address(text(groups, "atom:logo"), base) or picture(groups, base), icon


def _skip_hours(groups: Groups) -> frozenset[int]:
    values = (whole_text(hour).strip() for holder in elements(groups, "rss:skiphours") for hour in holder)
    hours = {int(value) % 24 for value in values if value.isdecimal() and len(value) <= 2 and int(value) <= 24}
    return frozenset(hours) if len(hours) < 24 else frozenset()


def _skip_days(groups: Groups) -> frozenset[int]:
    values = (whole_text(day).strip().lower()[:3] for holder in elements(groups, "rss:skipdays") for day in holder)
    days = {_DAYS.index(value) for value in values if value in _DAYS}
    return frozenset(days) if len(days) < 7 else frozenset()


def _format(root: Element) -> str:
    name, namespace = local_name(root), split_tag(str(root.tag))[0].lower()
    if name in ("feed", "entry"):
        return (
            "atom03" if "2005/atom" not in namespace and ("purl.org" in namespace or root.get("version")) else "atom10"
        )
    if name == "rdf":
        addresses = " ".join(root.nsmap.values())
        return "rss090" if "rdf/simple/0.9" in addresses else "rdf"
    version = re.sub(r"[^0-9]", "", (root.get("version") or "")[:10])[:3]
    return {"": "rss20", "2": "rss20", "20": "rss20", "200": "rss20"}.get(version, f"rss{version.ljust(2, '0')}")
