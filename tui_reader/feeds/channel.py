"""An XML feed: from its root element to a ParsedFeed."""

import re
from collections.abc import Sequence
from datetime import datetime

from tui_reader.domain.models import ParsedFeed

from .addresses import web_address
from .entries import SLOTS as ENTRY_SLOTS
from .entries import read_entry
from .fields import (
    XML_LANG,
    Context,
    Element,
    Slots,
    base_of,
    date,
    language_tag,
    line,
    number,
    people,
    slots_of,
    text,
)
from .identity import distinct
from .media import links_of, picture
from .names import Table, ranked, split_tag
from .texts import html_line, inner, typed_line, whole_text
from .trees import Tree

MINUTES_MOST = 60 * 24 * 366

SLOTS = ranked(
    {
        "title": ("rss:title", "atom:title", "dc:title", "itunes:title", "media:title"),
        "link": ("rss:link", "atom:link"),
        "description": ("rss:description", "atom:subtitle", "atom:tagline", "itunes:summary", "dc:description"),
        "language": ("rss:language", "dc:language", "dcterms:language"),
        "author": ("atom:author", "dc:creator", "rss:managingeditor", "itunes:author", "rss:author"),
        "published": ("rss:pubdate", "atom:published", "dc:date", "dcterms:issued"),
        "updated": ("rss:lastbuilddate", "atom:updated", "atom:modified", "dcterms:modified"),
        "ttl": ("rss:ttl",),
        "period": ("sy:updateperiod",),
        "frequency": ("sy:updatefrequency",),
        "hours": ("rss:skiphours",),
        "days": ("rss:skipdays",),
        "icon": ("atom:icon",),
        "logo": ("atom:logo",),
        "image": ("rss:image",),
        "url": ("rss:url",),
        "media": ("media:content",),
        "thumbnail": ("itunes:image", "media:thumbnail"),
    }
)

_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
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


def read_feed(tree: Tree, root: Element, url: str, *, latest: datetime, max_items: int) -> ParsedFeed:
    """The feed that `root`, an element of `tree`, holds; of more than `max_items` entries the newest."""
    kind, namespace = local_name(root), split_tag(str(root.tag))[0]
    native = "atom" if kind in ("feed", "entry") else "rss"
    entry_table = Table(ENTRY_SLOTS, root.nsmap, native, namespace)
    if kind == "entry":
        base = base_of(root, url)
        context = Context(tree, entry_table, latest, base or url, stated_base=bool(base))
        return ParsedFeed(format=_format(root), entries=(read_entry(root, context),))
    channels = [root] if kind in ("feed", "channel") else [c for c in root if local_name(c) == "channel"] or [root]
    head, table = channels[0], Table(SLOTS, root.nsmap, native, namespace)
    slots = slots_of(head, table)
    get = slots.get
    stated_base = base_of(head, url)
    base = stated_base or url
    links = links_of(get("link", ()), base)
    links.page = links.page or web_address(head.get("HREF"), base)
    author = people(get("author", ()))
    context = Context(
        tree=tree,
        table=entry_table,
        latest=latest,
        base=stated_base or links.page or url,
        authors=author if native == "atom" else "",
        origin="/".join(links.page.split("/", 3)[:3]),
        stated_base=bool(stated_base),
        about=kind == "rdf" or tree.repaired,
    )
    period = _PERIODS.get(text(get("period", ())).lower())
    items = _newest(_items(root, channels), max_items, context)
    return ParsedFeed(
        format=_format(root),
        title=line(get("title", ())),
        site_url=links.page,
        self_url=links.self,
        description=_description(slots, tree),
        language=language_tag(text(get("language", ())) or head.get(XML_LANG) or root.get(XML_LANG) or ""),
        author=author,
        image=_image(slots, root, table, base, links.page or base),
        icon=web_address(text(get("icon", ())), base),
        hub=links.hub,
        next_url=links.next,
        published=date(get("published", ()), latest),
        updated=date(get("updated", ()), latest),
        ttl_minutes=number(get("ttl", ()), MINUTES_MOST),
        update_minutes=max(1, period // (number(get("frequency", ()), 10_000) or 1)) if period else None,
        skip_hours=_skip_hours(slots),
        skip_days=_skip_days(slots),
        entries=distinct([read_entry(element, context) for element in items]),
    )


def _items(root: Element, channels: Sequence[Element]) -> list[Element]:
    holders = [*channels] if root in channels else [*channels, root]
    if (around := root.getparent()) is not None:
        holders.append(around)
    kinds: dict[object, bool] = {}
    found = []
    for holder in holders:
        for child in holder:
            tag = child.tag
            if tag not in kinds:
                kinds[tag] = local_name(child) in _ITEMS
            if kinds[tag]:
                found.append(child)
    return found or [node for node in root.iter() if local_name(node) in _ITEMS]


def _newest(items: list[Element], most: int, context: Context) -> list[Element]:
    """At most `most` items: the first ones, or the last ones where the document's order is oldest first."""
    if len(items) <= most:
        return items
    first, last = _date_of(items[0], context), _date_of(items[-1], context)
    return items[-most:] if most and first and last and last > first else items[:most]


def _date_of(item: Element, context: Context) -> datetime | None:
    slots = slots_of(item, context.table)
    return date(slots.get("published", ()), context.latest) or date(slots.get("updated", ()), context.latest)


def _description(slots: Slots, tree: Tree) -> str:
    for _, name, element in slots.get("description", ()):
        if value := typed_line(element) if name.startswith("atom:") else html_line(inner(element, tree.lifted)):
            return value
    return ""


def _image(slots: Slots, root: Element, table: Table, base: str, site: str) -> str:
    images = [element for _, _, element in slots.get("image", ())]
    if local_name(root) == "rdf":
        images += [child for child in root if local_name(child) == "image"]
    for element in images:
        parts = slots_of(element, table)
        if url := web_address(text(parts.get("url", ())) or element.get("href"), site):
            return url
    return web_address(text(slots.get("logo", ())), base) or picture(slots, site)


def _skip_hours(slots: Slots) -> frozenset[int]:
    values = (whole_text(hour).strip() for _, _, holder in slots.get("hours", ()) for hour in holder)
    hours = {int(value) % 24 for value in values if value.isdecimal() and len(value) <= 2 and int(value) <= 24}
    return frozenset(hours) if len(hours) < 24 else frozenset()


def _skip_days(slots: Slots) -> frozenset[int]:
    values = (whole_text(day).strip().lower()[:3] for _, _, holder in slots.get("days", ()) for day in holder)
    days = {_DAYS.index(value) for value in values if value in _DAYS}
    return frozenset(days) if len(days) < 7 else frozenset()


def _format(root: Element) -> str:
    name, namespace = local_name(root), split_tag(str(root.tag))[0].lower()
    if name in ("feed", "entry"):
        return (
            "atom03" if "2005/atom" not in namespace and ("purl.org" in namespace or root.get("version")) else "atom10"
        )
    if name == "rdf":
        return "rss090" if "rdf/simple/0.9" in " ".join(root.nsmap.values()) else "rdf"
    version = re.sub(r"[^0-9]", "", (root.get("version") or "")[:10])[:3]
    return {"": "rss20", "2": "rss20", "20": "rss20", "200": "rss20"}.get(version, f"rss{version.ljust(2, '0')}")
