"""One entry of an XML feed: from the children of its element to a ParsedEntry."""

from datetime import datetime

from tui_reader.domain.models import Enclosure, ParsedEntry
from tui_reader.domain.text import clean_line

from .addresses import web_address
from .fields import Context, Element, Groups, base_of, date, elements, grouped, language, line, people, text
from .identity import changed_hash, choose_guid, place_key
from .media import enclosures, picture, with_media
from .texts import inner, loose_line, plain_html, typed_html, whole_text

MOST_CATEGORIES = 30

_TITLES = ("rss:title", "atom:title", "dc:title", "itunes:title", "media:title", "dcterms:title")
_PUBLISHED = (
    *("rss:pubdate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:available"),
    *("atom:pubdate", "dcterms:date", "dcterms:created", "dc:created", "atom:created", "rss:published", "rss:date"),
)
_UPDATED = ("atom:updated", "atom:modified", "dcterms:modified", "dcterms:updated", "rss:updated", "rss:lastbuilddate")
_FULL = ("content:encoded", "atom:content", "xhtml:body", "rss:content", "rss:body", "xhtml:div", "rss:fulltext")
_SHORT = (
    *("rss:description", "atom:summary", "rss:summary", "atom:description", "dc:description", "itunes:summary"),
    *("dcterms:abstract", "media:description", "itunes:description", "itunes:subtitle", "media:text"),
)
_PLAIN = frozenset({"itunes:summary", "itunes:description", "itunes:subtitle", "dcterms:abstract"})
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_OWNERS = frozenset({"publisher", "owner", "distributor", "distribution company", "syndicator"})


def read_entry(element: Element, context: Context) -> ParsedEntry:
    """The entry that an item or entry element holds. Its guid may still equal another's."""
    groups = with_media(grouped(element, context.names), context)
    stated_base = base_of(element, context)
    base = stated_base or context.site or context.url
    url = address(groups, base) or web_address(element.get(_ABOUT), base)
    title = line(groups, *_TITLES)
    files = enclosures(groups, base)
    content, summary, holder = _bodies(groups)
    published, updated = date(groups, context.latest, *_PUBLISHED), date(groups, context.latest, *_UPDATED)
    return ParsedEntry(
        guid=_guid(groups, element, url, title, published or updated, files, content),
        guid_alt=place_key(url),
        title=title,
        url=url,
        author=people(groups, "dc:creator", "rss:author", "atom:author", "itunes:author", "dcterms:creator")
        or _source_author(groups, context)
        or context.authors,
        published=published or updated,
        updated=updated,
        content=content,
        summary=summary,
        base=(base_of(holder, context) if holder is not None else stated_base) or url or base,
        source=_source(groups, context),
        language=language(groups, element),
        categories=_categories(groups),
        enclosures=files,
        image=picture(groups, base),
        comments=web_address(text(groups, "rss:comments"), base) or _link(groups, base, "replies"),
        changed_hash=changed_hash(title, content, url, files),
    )


def address(groups: Groups, base: str) -> str:
    """The address of the page that an entry or a feed stands for."""
    for element in elements(groups, "rss:link", "atom:link"):
        reference = whole_text(element) or element.get(_RESOURCE)
        if not element.get("href") and (url := web_address(reference, base)):
            return url
    if url := _link(groups, base, "alternate"):
        return url
    for element in elements(groups, "rss:guid"):
        permanent = (element.get("isPermaLink") or element.get("ispermalink") or "").strip().lower() != "false"
        if permanent and (url := web_address(whole_text(element))):
            return url
    return (
        web_address(text(groups, "feedburner:origlink"))
        or _link(groups, base, "self")
        or web_address(text(groups, "atom:id"))
    )


def _link(groups: Groups, base: str, relation: str) -> str:
    """The first link of that relation, one to a page before one to another type."""
    other = ""
    for element in elements(groups, "atom:link", "rss:link"):
        if not (reference := element.get("href")):
            continue
        relations = (element.get("rel") or "alternate").lower().rpartition("/")[2].split()
        if relation not in relations or not (url := web_address(reference, base)):
            continue
        if (element.get("type") or "html").lower().partition(";")[0].strip().endswith(("html", "xhtml+xml")):
            return url
        other = other or url
    return other


def _bodies(groups: Groups) -> tuple[str, str, Element | None]:
    """(the fullest text, a shorter one beside it, the element that the fullest stands in)."""
    full, holder = _body(groups, _FULL)
    short, short_holder = _body(groups, _SHORT)
    if len(short) > len(full):
        full, short, holder = short, full, short_holder
    return full, "" if short == full else short, holder


def _body(groups: Groups, names: tuple[str, ...]) -> tuple[str, Element | None]:
    for name in names:
        for element in groups.get(name, ()):
            if name.startswith("atom:"):
                body = typed_html(element)
            elif name in _PLAIN or (name.startswith("media:") and element.get("type", "plain") == "plain"):
                body = plain_html(whole_text(element))
            else:
                body = inner(element)
            if body and not body.isspace():
                return body, element
    return "", None


def _guid(
    groups: Groups,
    element: Element,
    url: str,
    title: str,
    published: datetime | None,
    files: tuple[Enclosure, ...],
    content: str,
) -> str:
    return choose_guid(
        text(groups, "rss:guid", "atom:id", "rss:id", "atom:guid", "dc:identifier", "dcterms:identifier"),
        element.get(_ABOUT) or "",
        url,
        title=title,
        published=published,
        enclosure=files[0].url if files else "",
        content=content,
    )


def _source(groups: Groups, context: Context) -> str:
    for element in elements(groups, "rss:source", "atom:source", "dc:source"):
        parts = grouped(element, context.names)
        name = line(parts, "atom:title", "rss:title") if parts else loose_line(element)
        if name and not name.lower().startswith(("http://", "https://", "urn:", "tag:")):
            return name
    for element in elements(groups, "media:credit"):
        if (element.get("role") or "").strip().lower() in _OWNERS and (name := loose_line(element)):
            return name
    return ""


def _source_author(groups: Groups, context: Context) -> str:
    for element in groups.get("atom:source", ()):
        if author := people(grouped(element, context.names), "atom:author"):
            return author
    return ""


def _categories(groups: Groups) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for element in elements(groups, "rss:category", "atom:category", "dc:subject", "itunes:category", "media:category"):
        stated = element.get("label") or element.get("term") or element.get("text")
        value = clean_line(stated) if stated else loose_line(element)
        if value:
            found[value] = None
        if len(found) >= MOST_CATEGORIES:
            break
    return tuple(found)
