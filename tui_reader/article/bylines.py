"""Who wrote an article: names out of what pages put where a name belongs ("By", dates, addresses, the site itself)."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ..domain.text import clean_line

LONGEST = 120
"""Characters of one name, with what pages put around it."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_BY = re.compile(
    r"^(?:(?:(?:written|posted|published|words|text|story|report(?:ed|ing)?) )?by|text|autor(?:in)?|author|автор|作者)"
    r"(?:\s*[:：]\s*|\s+)",
    re.I,
)
_BY_OR_PART_OF_A_NAME = re.compile(r"^(?:von|par|por|da|di|door|av|af|от)\s+(?=(?P<next>\S+)(?P<more>\s+\S)?)", re.I)
_BEHIND = re.compile(
    r"\s*(?:[|•·]|\s[-–—/]\s|[(\[{]|\b(?:published|posted|updated|contributor|view|follow|last modified)\b|关注|发布"
    r"|(?:\W|\b(?:on|am|le|el|il))*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w{3,9}\.? \d\d?, |\d{1,4}[./-]\d"
    r"|\d{1,2}\.? \w{3,9}\.? \d{4})).*",
    re.I | re.S,
)
_LEFT_OVER = re.compile(r"\s+(?:on|in|at|am|le|el|il|em|op|and|und)$", re.I)
_ADDRESS = re.compile(r"^(?:https?:|www\.|/|@)|\.(?:com|org|net)/|\S@\S|^(?:[\w-]+\.)+[a-z]{2,4}$", re.I)
_NOBODY = frozenset(
    (
        *("name", "admin", "administrator", "author", "autor", "editor", "webmaster", "user", "guest", "unknown"),
        *("anonymous", "none", "null", "undefined", "test", "default", "root", "未知", "佚名"),
    )
)

_WORDS = r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}"
_NAME = re.compile(rf"{_WORDS}(?:(?:, | and | und | et | y | e | & ){_WORDS})*")
_NO_NAME = re.compile(
    r"\b(?:by|about|authors?|view|all|more|posts?|profile|follow|editor|read|staff|contact|share|articles?|comments?)\b"
    r"|^(?:in|on|at|the)\s",
    re.I,
)


def people(names: Sequence[str], *not_people: str) -> str:
    """The names as one line; `not_people` are the site's name and host, which many pages give as the author."""
    sites = {letters for name in not_people if (letters := _letters(name))}
    kept = [name for raw in names for name in _parts(raw) if _letters(name) not in sites]
    return clean_line(", ".join(dict.fromkeys(kept)), 200)


def _parts(raw: str) -> Iterator[str]:
    for part in clean_line(raw, 200).split(","):
        name = bare_name(part)
        if name and not _ADDRESS.search(name) and not _letters(name).isdigit() and name.casefold() not in _NOBODY:
            yield name


def bare_name(text: str) -> str:
    """A name without "By" before it and without dates, roles and sites behind it."""
    text = _BY.sub("", text.strip(" ,;:|•·\n"))
    match = _BY_OR_PART_OF_A_NAME.match(text)
    if match and match["next"][:1].isupper() and (match["more"] or text[:1].islower()):
        text = text[match.end() :]
    text = _BEHIND.sub("", text, count=1)
    return _LEFT_OVER.sub("", text.strip(" ,;:|•·")).strip(" ,;:|•·")


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def host_names(url: str) -> tuple[str, str]:
    """An address's host without "www.", and the part of it that is the site's own name."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0].removeprefix("www.")
    labels = host.split(".")
    return host, max(labels[:-1], key=len, default="")


def written_in(elements: Sequence[etree._Element], heading: etree._Element | None) -> str:
    """The first name in the elements that are called author or byline, from `heading` on; "" for none."""
    title = elements.index(heading) if heading is not None else 0
    for text in _author_texts((*elements[title:], *elements[:title])):
        names = [name for part in text.split(",") if _is_name(name := bare_name(part))]
        if names:
            return ", ".join(dict.fromkeys(names))
    return ""


def _is_name(text: str) -> bool:
    if len(text) > 80 or not _NAME.fullmatch(text) or _NO_NAME.search(text):
        return False
    words = text.split()
    return 2 * sum(word[0].islower() for word in words) <= len(words)


def _author_texts(elements: Sequence[etree._Element]) -> Iterator[str]:
    for element in elements:
        names = element.get("class")
        called = names and ("uthor" in names or "yline" in names or "yLine" in names)
        if called or element.get("rel") == "author" or element.get("itemprop") == "author":
            inner = next((child for child in element.iter() if child.get("itemprop") == "name"), None)
            if inner is None:
                inner = next((child for child in element.iter("a") if child is not element), None)
            for found in (inner, element):
                if found is not None:
                    yield clean_line(" ".join(map(str, found.itertext())), LONGEST)
