"""One entry of an XML feed: from the children of its element to a ParsedEntry."""

from collections.abc import Iterable

from tui_reader.domain.models import ParsedEntry
from tui_reader.domain.text import clean_line

from .addresses import based, web_address
from .decoding import mend_c1
from .fields import (
    XML_BASE,
    XML_LANG,
    Context,
    Element,
    Field,
    Slots,
    date,
    language_tag,
    line,
    people,
    slots_of,
    text,
)
from .identity import changed_hash, choose_guid, place_key
from .lifting import Lifted
from .media import Links, enclosures, is_picture, links_of, picture, with_media
from .names import ranked
from .texts import inner, loose_line, plain_html, typed_html, whole_text

MOST_CATEGORIES = 30

SLOTS = ranked(
    {
        "title": ("rss:title", "atom:title", "dc:title", "itunes:title", "media:title", "dcterms:title"),
        "link": ("rss:link", "atom:link"),
        "origin": ("feedburner:origlink",),
        "guid": ("rss:guid", "atom:id", "rss:id", "atom:guid", "dc:identifier", "dcterms:identifier"),
        "published": (
            *("rss:pubdate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:available"),
            *(
                "atom:pubdate",
                "dcterms:date",
                "dcterms:created",
                "dc:created",
                "atom:created",
                "rss:published",
                "rss:date",
            ),
        ),
        "updated": (
            *(
                "atom:updated",
                "atom:modified",
                "dcterms:modified",
                "dcterms:updated",
                "rss:updated",
                "rss:lastbuilddate",
            ),
        ),
        "full": (
            *("content:encoded", "atom:content", "xhtml:body", "rss:content", "rss:body", "xhtml:div", "rss:fulltext"),
        ),
        "short": (
            *("rss:description", "atom:summary", "rss:summary", "atom:description", "dc:description", "itunes:summary"),
            *("dcterms:abstract", "media:description", "itunes:description", "itunes:subtitle", "media:text"),
        ),
        "author": ("dc:creator", "rss:author", "atom:author", "itunes:author", "dcterms:creator", "podcast:person"),
        "category": ("rss:category", "atom:category", "dc:subject", "itunes:category", "media:category"),
        "source": ("rss:source", "atom:source", "dc:source"),
        "credit": ("media:credit",),
        "comments": ("rss:comments",),
        "language": ("rss:language", "dc:language", "dcterms:language"),
        "enclosure": ("rss:enclosure", "atom:enclosure"),
        "group": ("media:group",),
        "media": ("media:content",),
        "thumbnail": ("media:thumbnail", "itunes:image", "rss:image", "rss:thumbnail"),
    }
)
_PLAIN = frozenset({"itunes:summary", "itunes:description", "itunes:subtitle", "dcterms:abstract"})
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_OWNERS = frozenset({"publisher", "owner", "distributor", "distribution company", "syndicator"})


def read_entry(element: Element, context: Context) -> ParsedEntry:
    """The entry that an item or entry element holds. Its guid may still equal another's."""
    slots = slots_of(element, context.table)
    if "media" in slots or "group" in slots:
        slots = with_media(slots, context.table)
    get = slots.get
    base = based(element.get(XML_BASE), context.base)
    links = links_of(get("link", ()), base)
    about = (element.get(_ABOUT) or "") if context.about else ""
    url = links.page or _other_address(slots, links, about or element.get("HREF") or "", base)
    title = line(get("title", ()))
    published, updated = date(get("published", ()), context.latest), date(get("updated", ()), context.latest)
    content, summary, holder = _bodies(slots, context)
    files = enclosures(_files(slots, links), base)
    language = text(slots["language"]) if "language" in slots else element.get(XML_LANG)
    return ParsedEntry(
        guid=choose_guid(
            text(get("guid", ())),
            about,
            url,
            title=title,
            published=published or updated,
            enclosure=files[0].url if files else "",
            content=content,
        ),
        guid_alt=place_key(url),
        title=title,
        url=url,
        author=(people(slots["author"]) if "author" in slots else _source_author(slots, context)) or context.authors,
        published=published or updated,
        updated=updated,
        content=content,
        summary=summary,
        base=_base_of_content(holder, base, url, context),
        source=_source(slots, context) if "source" in slots or "credit" in slots else "",
        language=language_tag(language) if language else "",
        categories=_categories(slots["category"]) if "category" in slots else (),
        enclosures=files,
        image=picture(slots, base),
        comments=(web_address(text(slots["comments"]), base) if "comments" in slots else "") or links.replies,
        changed_hash=changed_hash(title, content, url, files, checksum=context.tree.lifted.checksum(content)),
    )


def _other_address(slots: Slots, links: Links, about: str, base: str) -> str:
    """The address of an entry without a link to its page; `about`: rdf:about, or CDF's HREF."""
    for _, name, element in slots.get("guid", ()):
        permanent = (element.get("isPermaLink") or element.get("ispermalink") or "").strip().lower() != "false"
        if name == "rss:guid" and permanent and (url := web_address(whole_text(element))):
            return url
    for _, name, element in slots.get("full", ()):
        if name == "atom:content" and (url := web_address(element.get("src"), base)):
            return url
    return (
        web_address(text(slots.get("origin", ())))
        or links.self
        or web_address(text(field for field in slots.get("guid", ()) if field[1] == "atom:id"))
        or web_address(about, base)
    )


def _base_of_content(holder: Element | None, base: str, url: str, context: Context) -> str:
    own = holder.get(XML_BASE) if holder is not None else None
    if own:
        return based(own, base)
    if url and not context.stated_base and base == context.base and url.startswith(context.origin):
        return url
    return base


def _bodies(slots: Slots, context: Context) -> tuple[str, str, Element | None]:
    """(the fullest text, a shorter one beside it, the element that the fullest stands in)."""
    lifted = context.tree.lifted
    full, holder = _body(slots["full"], lifted) if "full" in slots else ("", None)
    if "short" in slots:
        short, short_holder = _body(slots["short"], lifted)
        if len(short) > len(full):
            full, short, holder = short, full, short_holder
        elif short == full:
            short = ""
    else:
        short = ""
    return (mend_c1(full), mend_c1(short), holder) if context.tree.controls else (full, short, holder)


def _body(fields: Iterable[Field], lifted: Lifted) -> tuple[str, Element | None]:
    for _, name, element in fields:
        if name.startswith("atom:"):
            body = typed_html(element, lifted)
        elif name in _PLAIN or (name.startswith("media:") and element.get("type", "plain") == "plain"):
            body = plain_html(whole_text(element))
        else:
            body = inner(element, lifted)
        if body and not body.isspace():
            return body, element
    return "", None


def _files(slots: Slots, links: Links) -> list[Element]:
    files = [element for _, _, element in slots.get("enclosure", ())] + links.files
    for _, _, element in slots.get("media", ()):
        if not is_picture(element) and element.get("medium") != "document":
            files.append(element)
    return files


def _source(slots: Slots, context: Context) -> str:
    for _, _, element in slots.get("source", ()):
        parts = slots_of(element, context.table)
        name = line(parts["title"]) if "title" in parts else loose_line(element)
        if name and not name.lower().startswith(("http://", "https://", "urn:", "tag:")):
            return name
    for _, _, element in slots.get("credit", ()):
        if (element.get("role") or "").strip().lower() in _OWNERS and (name := loose_line(element)):
            return name
    return ""


def _source_author(slots: Slots, context: Context) -> str:
    for _, name, element in slots.get("source", ()):
        if name == "atom:source" and (author := people(slots_of(element, context.table).get("author", ()))):
            return author
    return ""


def _categories(fields: Iterable[Field]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for _, name, element in fields:
        for part in element.iter() if name == "itunes:category" else (element,):
            stated = part.get("label") or part.get("term") or part.get("text")
            if value := clean_line(stated) if stated else loose_line(part):
                found[value] = None
        if len(found) >= MOST_CATEGORIES:
            break
    return tuple(found)[:MOST_CATEGORIES]
