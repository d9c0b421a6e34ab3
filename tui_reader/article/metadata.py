"""Title, author, date, language, picture and site of an article's page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from ..domain.text import clean_line
from . import libraries
from .bylines import host_names, people, written_in
from .structured import Node, articles, names_of, text_of
from .urls import safe_url

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?=$|[-_])")
_NOT_LETTERS = re.compile(r"[\W_]+")
_SEPARATORS = re.compile(r"\s+[-–—|·•»:]\s+|\s*\|\s*")
_ADDRESS = re.compile(r"^(?:https?:|www\.|/|@)|\.(?:com|org|net)/", re.I)


@dataclass(slots=True)
class Metadata:
    """What a page says about itself; every string clean, "" where it says nothing."""

    title: str = ""
    byline: str = ""
    published: str = ""
    language: str = ""
    image: str = ""
    site: str = ""
    description: str = ""
    nodes: list[Node] = field(default_factory=list)
    tier: str = ""
    """The value of article:content_tier: "free", "metered" or "locked"."""


def metadata_of(tree: etree._Element, url: str) -> Metadata:
    """Reads the head and the JSON-LD; what only the page's text can tell is filled in by `complete`."""
    meta = _metas(tree)
    made = Metadata(nodes=articles(tree))
    node = made.nodes[0] if made.nodes else {}

    title = next((clean_line("".join(map(str, found.itertext()))) for found in tree.iter("title")), "")
    made.site = _first(meta.get("og:site_name", ""), text_of(node.get("publisher")), meta.get("application-name", ""))[
        :80
    ]
    if _ADDRESS.search(made.site):
        made.site = ""
    made.title = _first(
        meta.get("og:title", ""),
        text_of(node.get("headline")),
        meta.get("twitter:title", ""),
        meta.get("dc.title", ""),
        title,
    )
    site = (made.site, *host_names(url))
    made.byline = people(names_of(node.get("author")), *site)
    if not made.byline:
        made.byline = people([meta.get(name, "") for name in _AUTHORS], *site)
    dates = [text_of(node.get("datePublished")), *(meta.get(name, "") for name in _DATES)]
    made.published = next((date for value in dates if (date := iso_date(value))), "")
    html = next(tree.iter("html"), tree)
    tags = (
        *(html.get("lang"), html.get("xml:lang"), text_of(node.get("inLanguage"))),
        *(meta.get(name) for name in ("og:locale", "content-language", "language", "dc.language")),
    )
    made.language = next((tag for value in tags if value and (tag := language_tag(value))), "")
    images = (meta.get("og:image", ""), meta.get("twitter:image", ""), _image_address(node.get("image")))
    addresses = (safe_url(value, url) for value in images if value)
    made.image = next((address for address in addresses if address.startswith("http")), "")
    made.description = _first(meta.get("description", ""), meta.get("og:description", ""))
    made.tier = meta.get("article:content_tier", "").lower()
    return made


def _first(*values: str) -> str:
    return next((line for value in values if (line := clean_line(value))), "")


_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "citation_publication_date",
)


def _metas(tree: etree._Element) -> dict[str, str]:
    """Name or property, in lower case, of each <meta> -> its content; the first one counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _image_address(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id") or ""
    return value if isinstance(value, str) else ""


def iso_date(value: str) -> str:
    """An ISO 8601 date, or date and time with the page's own offset; "" for what is no such date or no real one."""
    value = clean_line(value[:64])
    if not value:
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        match = re.match(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)", value)
        if not match:
            return ""
        value = "-".join(match.groups())
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return ""
    if not 1990 <= moment.year <= 2100:
        return ""
    if len(value) <= 10:
        return moment.date().isoformat()
    return moment.isoformat()


def language_tag(value: str) -> str:
    """The primary tag of a language, in lower case: "en" for "en-GB"."""
    match = _LANGUAGE.match(value.strip()[:35])
    return match.group().lower() if match else ""


def letters(text: str) -> str:
    """Letters and digits only, in one case, to compare titles by."""
    return _NOT_LETTERS.sub("", text).casefold()


def _heading_of(tree: etree._Element, made: Metadata) -> etree._Element | None:
    """The <h1> that is the article's title, if it can be told."""
    title = without_site(made.title, made.site)
    headings = list(tree.iter("h1"))
    texts = [_text(found) for found in headings]
    best = max(range(len(headings)), key=lambda number: _alike(texts[number], title), default=-1)
    return headings[best] if best >= 0 and _alike(texts[best], title) >= ALIKE else None


def title_near(region: etree._Element | None, tree: etree._Element, made: Metadata) -> str:
    """The <h1> that agrees with the head's title; else the head's, without the site; else the text's first <h1>."""
    title = without_site(made.title, made.site)
    if (heading := _heading_of(tree, made)) is not None:
        text = _text(heading)
        return title if _is_labelled(text, title) else text
    if not title and region is not None:
        before = next(region.iter("h1"), None)
        title = _text(before) if before is not None else ""
    return title or next((text for heading in tree.iter("h1") if (text := _text(heading))), "")


def _is_labelled(heading: str, title: str) -> bool:
    """Whether a heading is the title and more: the section before it, "for subscribers" behind it."""
    return len(title.split()) >= 3 and letters(title) in letters(heading) and len(heading.split()) != len(title.split())


def _text(element: etree._Element) -> str:
    return clean_line(" ".join(map(str, element.itertext())))


ALIKE = 0.6
"""Part of its words that the shorter of two titles shares with the longer, when they name one article."""


def _alike(heading: str, title: str) -> float:
    if letters(heading) == letters(title):
        return 2.0
    if 3 * len(heading) >= len(title) and title.startswith(heading) and _SEPARATORS.match(title[len(heading) :]):
        return 1.5
    own, other = set(heading.casefold().split()), set(title.casefold().split())
    if min(len(own), len(other)) < 3 or 2 * len(heading) < len(title):
        return 0.0
    return len(own & other) / min(len(own), len(other))


def without_site(title: str, site: str) -> str:
    """A page's title without the site's name at its beginning or end."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    known = letters(site)
    if known and letters(parts[-1]) in (known, known.removeprefix("the")):
        return title[: title.rfind(parts[-1])].rstrip(" -–—|·•»:")
    if known and letters(parts[0]) == known:
        return title[len(parts[0]) :].lstrip(" -–—|·•»:")
    if not known and len(parts[-1].split()) <= 4 and len(title) - len(parts[-1]) > 3 * len(parts[-1]):
        return title[: title.rfind(parts[-1])].rstrip(" -–—|·•»:")
    return title


_DATE_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/?-?(\d{1,2})/?-?(\d{1,2})(?=[/-])")


def complete(made: Metadata, elements: Sequence[etree._Element], tree: etree._Element, url: str) -> None:
    """Fills in the author and the date from the page's text and address where its head does not tell.

    `elements` are all elements of `tree`.
    """
    if not made.byline:
        made.byline = written_in(elements, _heading_of(tree, made))
    if not made.published:
        moments = [element.get("datetime") or "" for element in tree.iter("time")]
        if match := _DATE_IN_ADDRESS.search(url):
            moments.append("{}-{:0>2}-{:0>2}".format(*match.groups()))
        made.published = next((date for value in moments if (date := iso_date(value))), "")
    if not made.published:
        made.published = iso_date(libraries.date(tree, url))
