"""Title, author, date, language, picture and site of an article's page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from ..domain.text import clean_line
from . import libraries
from .structured import Node, articles, names_of, text_of
from .urls import safe_url

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?=$|[-_])")
_NOT_LETTERS = re.compile(r"[\W_]+")
_BY = re.compile(
    r"^(?:(?:(?:written|posted|published|words|text) )?by|text:|von|par|por|da|di|door|av|af|от|autor(?:in)?|author)"
    r"[\s:]+",
    re.I,
)
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
    made.byline = _people(names_of(node.get("author")), made.site)
    if not made.byline:
        made.byline = _people([meta.get(name, "") for name in _AUTHORS], made.site)
    dates = [text_of(node.get("datePublished")), *(meta.get(name, "") for name in _DATES)]
    made.published = next((date for value in dates if (date := iso_date(value))), "")
    html = next(tree.iter("html"), tree)
    tags = (html.get("lang"), html.get("xml:lang"), text_of(node.get("inLanguage")), meta.get("og:locale"))
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


def _people(names: list[str], site: str) -> str:
    people = [_BY.sub("", clean_line(name, 120)).strip(" ,;") for name in names]
    site_letters = _NOT_LETTERS.sub("", site).casefold()
    kept = [
        name
        for name in dict.fromkeys(people)
        if name and not _ADDRESS.search(name) and _NOT_LETTERS.sub("", name).casefold() != site_letters
    ]
    return clean_line(", ".join(kept), 200)


def iso_date(value: str) -> str:
    """An ISO 8601 date or date and time in UTC of what a page wrote; "" for what is no such date or no real one."""
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
    try:
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else moment.isoformat()
    except OverflowError:
        return ""


def language_tag(value: str) -> str:
    """The primary tag of a language, in lower case: "en" for "en-GB"."""
    match = _LANGUAGE.match(value.strip()[:35])
    return match.group().lower() if match else ""


def letters(text: str) -> str:
    """Letters and digits only, in one case, to compare titles by."""
    return _NOT_LETTERS.sub("", text).casefold()


def title_near(region: etree._Element | None, tree: etree._Element, made: Metadata) -> str:
    """The <h1> that agrees with the head's title; else the head's, without the site; else the text's first <h1>."""
    title = without_site(made.title, made.site)
    headings = [clean_line(" ".join(map(str, found.itertext()))) for found in tree.iter("h1")]
    best = max(headings, key=lambda heading: _alike(heading, title), default="")
    if best and _alike(best, title) >= ALIKE:
        return best
    if not title and region is not None:
        before = next(region.iter("h1"), None)
        title = clean_line(" ".join(map(str, before.itertext()))) if before is not None else ""
    return title or next((heading for heading in headings if heading), "")


ALIKE = 0.6
"""Part of its words that the shorter of two titles shares with the longer, when they name one article."""


def _alike(heading: str, title: str) -> float:
    if letters(heading) == letters(title):
        return 2.0
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


_WORDS = r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}"
_NAME = re.compile(rf"{_WORDS}(?:(?:, | and | und | et | y | e | & ){_WORDS})*")
_NO_NAME = re.compile(r"\b(?:by|about|authors?|view|all|more|posts?|profile|follow|editor|read|staff|contact)\b", re.I)
_DATE_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/?-?(\d{1,2})/?-?(\d{1,2})(?=[/-])")


def complete(made: Metadata, elements: Sequence[etree._Element], tree: etree._Element, url: str) -> None:
    """Fills in the author and the date from the page's text and address where its head does not tell.

    `elements` are all elements of `tree`.
    """
    if not made.byline:
        people = (_BY.sub("", name).strip(" ,;|") for name in _author_texts(elements))
        made.byline = next((name for name in people if _is_name(name)), "")
    if not made.published:
        moments = [element.get("datetime") or "" for element in tree.iter("time")]
        if match := _DATE_IN_ADDRESS.search(url):
            moments.append("{}-{:0>2}-{:0>2}".format(*match.groups()))
        made.published = next((date for value in moments if (date := iso_date(value))), "")
    if not made.published:
        made.published = iso_date(libraries.date(tree, url))


def _is_name(text: str) -> bool:
    return len(text) <= 80 and _NAME.fullmatch(text) is not None and not _NO_NAME.search(text)


def _author_texts(elements: Sequence[etree._Element]) -> Iterator[str]:
    for element in elements:
        names = element.get("class")
        if (names and ("author" in names or "byline" in names)) or element.get("rel") == "author":
            yield clean_line(" ".join(map(str, element.itertext())), 120)
