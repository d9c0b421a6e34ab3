"""The children of a feed or an entry, grouped by what they are, and how to read one of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from tui_reader.domain.text import clean_line

from .addresses import joined, web_address
from .dates import parse_date
from .names import Names
from .texts import loose_line, plain, typed_line, whole_text

Element = etree._Element
Groups = dict[str, list[Element]]

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Context:
    """What an entry must know of its document."""

    url: str
    """Where the document came from."""
    names: Names
    latest: datetime
    """Dates after it are taken for errors."""
    has_base: bool = True
    """xml:base occurs in the document."""
    site: str = ""
    authors: str = ""
    languages: list[str] = field(default_factory=list)


def grouped(element: Element, names: Names) -> Groups:
    """{"prefix:name": children} for the children whose namespace is known."""
    groups: Groups = {}
    for child in element:
        if name := names[child.tag]:
            if name in groups:
                groups[name].append(child)
            else:
                groups[name] = [child]
    return groups


def elements(groups: Groups, *names: str) -> Iterator[Element]:
    """All elements of these names, in the order of the names."""
    for name in names:
        if found := groups.get(name):
            yield from found


def text(groups: Groups, *names: str) -> str:
    """The first text that is not blank, stripped."""
    for name in names:
        if found := groups.get(name):
            for element in found:
                if value := whole_text(element).strip():
                    return value
    return ""


def line(groups: Groups, *names: str) -> str:
    """The first clean line that is not empty; Atom's fields by their type, the others loosely."""
    for name in names:
        if found := groups.get(name):
            for element in found:
                if value := typed_line(element) if name.startswith("atom:") else loose_line(element):
                    return value
    return ""


def date(groups: Groups, latest: datetime, *names: str) -> datetime | None:
    """The first date that is one."""
    for name in names:
        if found := groups.get(name):
            for element in found:
                if value := parse_date(whole_text(element), latest):
                    return value
    return None


def number(groups: Groups, name: str, most: int) -> int | None:
    """A whole number between 1 and `most`, larger ones cut; None for anything else."""
    value = text(groups, name)[:9]
    return min(int(value), most) or None if value.isdecimal() else None


def base_of(element: Element, context: Context) -> str:
    """The base address that xml:base gives to what stands in `element`, "" when none is stated."""
    if not context.has_base:
        return ""
    stated = [value for node in (element, *element.iterancestors()) if (value := node.get(_XML_BASE))]
    if not stated:
        return ""
    base = context.url
    for value in reversed(stated[:20]):
        base = joined(base, value)
    return web_address(base)


def people(groups: Groups, *names: str) -> str:
    """Names of persons, each once, joined by commas."""
    found = dict.fromkeys(_person(element) for element in elements(groups, *names))
    found.pop("", None)
    return clean_line(", ".join(list(found)[:8]))


def _person(element: Element) -> str:
    if len(element):
        parts = {str(child.tag).rpartition("}")[2].lower(): child for child in element if isinstance(child.tag, str)}
        for part in ("name", "email"):
            if part in parts and (value := plain(parts[part])):
                return value
    value = loose_line(element)
    if "@" in value:
        address, bracket, name = value.partition("(")
        if bracket and "@" in address and name.rstrip(") "):
            return name.rstrip(") ")
        name, bracket, address = value.partition("<")
        if bracket and "@" in address and name.strip():
            return name.strip(" \"'")
    return value


def language(groups: Groups, element: Element | None = None) -> str:
    """A language tag such as "en" or "pt-BR", "" when none is stated."""
    value = text(groups, "rss:language", "dc:language", "dcterms:language") or (
        element.get(_XML_LANG, "") if element is not None else ""
    )
    return language_tag(value)


def language_tag(value: str) -> str:
    """`value` when it looks like a language tag, else ""."""
    value = value.strip().replace("_", "-")[:35]
    return value if value.isascii() and value.replace("-", "").isalnum() and value[:2].isalpha() else ""
