"""The children of a feed or an entry, sorted into slots by what they mean, and how to read what stands in a slot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

from lxml import etree

from tui_reader.domain.text import clean_line

from .addresses import based
from .dates import parse_date
from .names import Table
from .texts import loose_line, plain, typed_line, whole_text
from .trees import Tree

Element = etree._Element
Field = tuple[int, str, Element]
"""(rank among the alternatives, "prefix:name", the element)."""
Slots = dict[str, list[Field]]

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_rank = itemgetter(0)


@dataclass(slots=True)
class Context:
    """What an entry must know of its document."""

    tree: Tree
    table: Table
    latest: datetime
    """Dates after it are taken for errors."""
    base: str
    """What relative addresses in entries are resolved against: xml:base, else the site, else the document."""
    authors: str = ""
    """Of the feed, for entries that name none."""
    origin: str = ""
    """Scheme and host of the site: an entry's own address is a better base when it begins like this."""
    stated_base: bool = False
    """`base` is an xml:base."""
    about: bool = True
    """Entries may have an rdf:about."""


def slots_of(element: Element, table: Table) -> Slots:
    """The children that mean something, by slot; in a slot the best alternative first."""
    slots: Slots = {}
    for child in element:
        if meaning := table[child.tag]:
            slot, rank, name = meaning
            if slot in slots:
                slots[slot].append((rank, name, child))
                if slots[slot][-2][0] > rank:
                    slots[slot].sort(key=_rank)
            else:
                slots[slot] = [(rank, name, child)]
    return slots


def text(fields: Iterable[Field]) -> str:
    """The first text that is not blank, stripped."""
    for _, _, element in fields:
        if value := whole_text(element).strip():
            return value
    return ""


def line(fields: Iterable[Field]) -> str:
    """The first clean line that is not empty; Atom's fields by their type, the others loosely."""
    for _, name, element in fields:
        if value := typed_line(element) if name.startswith("atom:") else loose_line(element):
            return value
    return ""


def date(fields: Iterable[Field], latest: datetime) -> datetime | None:
    """The first date that is one."""
    for _, _, element in fields:
        if value := parse_date(whole_text(element), latest):
            return value
    return None


def number(fields: Iterable[Field], most: int) -> int | None:
    """A whole number between 1 and `most`, larger ones cut; None for anything else."""
    value = text(fields)[:9]
    return min(int(value), most) or None if value.isdecimal() else None


def base_of(element: Element, url: str) -> str:
    """The base address that xml:base, on `element` or around it, gives what came from `url`; "" if none."""
    stated = [value for node in (element, *element.iterancestors()) if (value := node.get(XML_BASE))]
    base = url
    for value in reversed(stated[:20]):
        base = based(value, base)
    return base if stated else ""


def people(fields: Iterable[Field]) -> str:
    """Names of persons, each once, joined by commas; only of the best alternative that names any."""
    found: dict[str, None] = {}
    best = ""
    for _, name, element in fields:
        if found and name != best:
            break
        if person := _person(element):
            found[person], best = None, name
    return clean_line(", ".join(list(found)[:8])) if len(found) > 1 else next(iter(found), "")


def _person(element: Element) -> str:
    for part in ("name", "email"):
        for child in element:
            if str(child.tag).rpartition("}")[2].lower() == part and (value := plain(child)):
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


def language_tag(value: str) -> str:
    """`value` when it looks like a language tag such as "en" or "pt-BR", else ""."""
    value = value.strip().replace("_", "-")[:35]
    return value if value.isascii() and value.replace("-", "").isalnum() and value[:2].isalpha() else ""
