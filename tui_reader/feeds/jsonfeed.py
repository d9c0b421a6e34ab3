"""JSON Feed 1.0 and 1.1, and RSS written as JSON. A field of the wrong type counts as missing."""

import json
import re
from collections.abc import Iterator
from datetime import datetime

from tui_reader.domain.models import Enclosure, ParsedEntry, ParsedFeed
from tui_reader.domain.text import clean_line

from .addresses import web_address
from .dates import parse_date
from .fields import language_tag
from .identity import changed_hash, choose_guid, distinct, place_key
from .texts import html_line, loose_text, plain_html

MOST_PARTS = 50
"""Authors, tags, attachments that an entry may have."""

Json = object
Object = dict[str, Json]

_SURROGATES = re.compile("[\ud800-\udfff]")
_START = re.compile(r"[\s\ufeff]*(?:\)\]\}'?,?\s*)?(?=[{\[])")


def read_json(text: str) -> Json:
    """The value that a JSON text begins with. Raises ValueError when it begins with none or is nested too deeply."""
    match = _START.match(text)
    if match is None:
        raise ValueError("no JSON")
    decoder = json.JSONDecoder(parse_int=_integer, parse_float=_fraction, parse_constant=lambda _: None)
    try:
        return decoder.raw_decode(text, match.end())[0]
    except RecursionError:
        raise ValueError("nested too deeply") from None


def is_json_feed(value: Json) -> bool:
    """Whether a JSON value is a JSON Feed or an RSS document in JSON."""
    if not isinstance(value, dict):
        return False
    if isinstance(value.get("rss"), dict):
        return isinstance(value["rss"].get("channel"), dict)
    stated = "jsonfeed" in _text(value, "version").lower()
    items = isinstance(value.get("items"), list)
    named = any(_text(value, key) for key in ("title", "home_page_url", "feed_url"))
    return (stated and (items or named)) or (items and named)


def read_json_feed(value: Json, url: str, *, latest: datetime, max_items: int) -> ParsedFeed:
    """The feed that a JSON value holds; `is_json_feed` must be true of it."""
    if not isinstance(value, dict):
        raise ValueError("no feed")
    if isinstance(value.get("rss"), dict):
        return _rss(value["rss"], url, latest, max_items)
    site = web_address(_text(value, "home_page_url"), url)
    language = language_tag(_text(value, "language"))
    author = _authors(value)
    items = [item for item in _list(value, "items") if isinstance(item, dict)]
    hubs = (web_address(_text(hub, "url")) for hub in _dicts(value, "hubs"))
    return ParsedFeed(
        format="json11" if "1.1" in _text(value, "version") else "json10",
        title=clean_line(_text(value, "title")),
        site_url=site,
        self_url=web_address(_text(value, "feed_url"), url),
        description=clean_line(_text(value, "description")),
        language=language,
        author=author,
        image=web_address(_text(value, "icon"), site or url),
        icon=web_address(_text(value, "favicon"), site or url),
        hub=next(filter(None, hubs), ""),
        next_url=web_address(_text(value, "next_url"), url),
        entries=distinct(
            [_entry(item, site or url, author, latest) for item in _newest(items, max_items, "date_published", latest)]
        ),
    )


def _entry(item: Object, base: str, feed_author: str, latest: datetime) -> ParsedEntry:
    url = web_address(_text(item, "url"), base) or web_address(_text(item, "external_url"), base)
    title = clean_line(_text(item, "title"))
    content = _text(item, "content_html") or plain_html(_text(item, "content_text"))
    summary = plain_html(_text(item, "summary"))
    if not content.strip():
        content, summary = summary, ""
    published = parse_date(_text(item, "date_published"), latest)
    updated = parse_date(_text(item, "date_modified"), latest)
    files = _attachments(item, base)
    identity = _text(item, "id") or _text(item, "guid")
    return ParsedEntry(
        guid=choose_guid(
            identity,
            "",
            url,
            title=title,
            published=published or updated,
            enclosure=files[0].url if files else "",
            content=content,
        ),
        guid_alt=place_key(url),
        title=title,
        url=url or web_address(identity),
        author=_authors(item) or feed_author,
        published=published or updated,
        updated=updated,
        content=content,
        summary=summary,
        base=url or base,
        language=language_tag(_text(item, "language")),
        categories=tuple(dict.fromkeys(filter(None, map(clean_line, _strings(item, "tags"))))),
        enclosures=files,
        image=web_address(_text(item, "image"), base) or web_address(_text(item, "banner_image"), base),
        changed_hash=changed_hash(title, content, url, files),
    )


def _attachments(item: Object, base: str) -> tuple[Enclosure, ...]:
    found: dict[str, Enclosure] = {}
    for part in _dicts(item, "attachments"):
        if (url := web_address(_text(part, "url"), base)) and url not in found:
            length = part.get("size_in_bytes")
            whole = int(length) if isinstance(length, int | float) and 0 <= length < 1e15 else 0
            kind, title = clean_line(_text(part, "mime_type").lower(), 80), clean_line(_text(part, "title"))
            found[url] = Enclosure(url=url, type=kind, length=whole, title=title)
    return tuple(found.values())


def _authors(value: Object) -> str:
    single = value.get("author")
    people = [*_dicts(value, "authors"), *([single] if isinstance(single, dict) else [])]
    names = [clean_line(_text(person, "name")) for person in people] + [
        clean_line(n) for n in _strings(value, "authors")
    ]
    if isinstance(single, str):
        names.append(clean_line(single))
    return clean_line(", ".join(dict.fromkeys(filter(None, names))))


def _rss(rss: Object, url: str, latest: datetime, max_items: int) -> ParsedFeed:
    """RSS in JSON: {"rss": {"version": ..., "channel": {"item": [...]}}}."""
    channel = rss.get("channel")
    if not isinstance(channel, dict):
        raise ValueError("no feed")
    site = web_address(_text(channel, "link"), url)
    items = [item for item in (_list(channel, "item") or [channel.get("item")]) if isinstance(item, dict)]
    return ParsedFeed(
        format="rssjson",
        title=loose_text(_text(channel, "title")),
        site_url=site,
        description=html_line(_text(channel, "description")),
        language=language_tag(_text(channel, "language")),
        published=parse_date(_text(channel, "pubDate"), latest),
        updated=parse_date(_text(channel, "lastBuildDate"), latest),
        ttl_minutes=int(ttl) or None if (ttl := _text(channel, "ttl")).isdecimal() and len(ttl) < 7 else None,
        entries=distinct(
            [_rss_entry(item, site or url, latest) for item in _newest(items, max_items, "pubDate", latest)]
        ),
    )


def _rss_entry(item: Object, base: str, latest: datetime) -> ParsedEntry:
    guid = _text(item, "guid")
    url = web_address(_text(item, "link"), base) or web_address(guid)
    title, content = loose_text(_text(item, "title")), _text(item, "description")
    published = parse_date(_text(item, "pubDate"), latest)
    files = tuple(
        Enclosure(url=address, type=clean_line(_text(part, "type"), 80))
        for part in _dicts(item, "enclosure")
        if (address := web_address(_text(part, "url"), base))
    )
    first = files[0].url if files else ""
    return ParsedEntry(
        guid=choose_guid(guid, "", url, title=title, published=published, enclosure=first, content=content),
        guid_alt=place_key(url),
        title=title,
        url=url,
        author=clean_line(_text(item, "author")),
        published=published,
        content=content,
        base=url or base,
        source=clean_line(_text(item, "source")),
        categories=tuple(dict.fromkeys(filter(None, map(clean_line, _strings(item, "category"))))),
        enclosures=files,
        comments=web_address(_text(item, "comments"), base),
        changed_hash=changed_hash(title, content, url, files),
    )


def _newest(items: list[Object], most: int, date: str, latest: datetime) -> list[Object]:
    """At most `most` items: the first ones, or the last ones where the order is oldest first."""
    if len(items) <= most or not most:
        return items[:most]
    first, last = parse_date(_text(items[0], date), latest), parse_date(_text(items[-1], date), latest)
    return items[-most:] if first and last and last > first else items[:most]


def _text(value: Object, key: str) -> str:
    """A string, or a number as one, or what a {"#value": ...} holds; never with lone surrogates."""
    found = value.get(key)
    if isinstance(found, dict):
        found = found.get("#value", found.get("value", found.get("#text")))
    if isinstance(found, str):
        return _SURROGATES.sub("\ufffd", found)
    return str(found) if isinstance(found, int | float) and not isinstance(found, bool) else ""


def _list(value: Object, key: str) -> list[Json]:
    found = value.get(key)
    return found if isinstance(found, list) else []


def _dicts(value: Object, key: str) -> Iterator[Object]:
    found = value.get(key)
    parts = found if isinstance(found, list) else [found]
    return (part for part in parts[:MOST_PARTS] if isinstance(part, dict))


def _strings(value: Object, key: str) -> list[str]:
    found = value.get(key)
    parts = found if isinstance(found, list) else [found]
    texts = (_text({"": part}, "") for part in parts[:MOST_PARTS])
    return [text for text in texts if text]


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 19 else digits


def _fraction(digits: str) -> float | str:
    return float(digits) if len(digits) < 30 else digits
