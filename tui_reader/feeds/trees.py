"""Bytes to an element tree: one strict pass, and for what fails it one repair pass. Nothing is fetched or expanded."""

import re
from dataclasses import dataclass

from lxml import etree

from .decoding import character, decode, may_be_utf8, may_hold_c1, unmark
from .lifting import NOTHING, Lifted, lift
from .soup import balance

Element = etree._Element

_ROOTS = "rss|rdf|feed|channel|opml|entry"
_START = re.compile(rf"<\?xml\s|<!doctype\s|<(?:[\w.-]+:)?(?:{_ROOTS})[\s>/]", re.IGNORECASE)
_FEED_START = re.compile(rf"<(?:[\w.-]+:)?(?:{_ROOTS})[\s>/]", re.IGNORECASE)
_PAGE_START = re.compile(r"<!doctype\s+html|<html[\s>]|<(?:head|body)[\s>]", re.IGNORECASE)
_PROLOG = re.compile(
    r"\s+|<\?[^>]*>|<!--.*?(?:-->|\Z)|<!doctype\b[^\[<>]*(?:\[(?P<subset>[^\]]*)\]\s*)?>", re.IGNORECASE | re.DOTALL
)
_HARMLESS_ENTITY = re.compile(r"<!ENTITY\s+%\s+[\w.-]+\s+PUBLIC\s+[\"']-//W3C//ENTITIES[^>]*>")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(#?\w{1,40})?(;)?", re.DOTALL)
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Refused(ValueError):
    """The document does what no feed needs to do; the message says what."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What could be read of an XML document."""

    root: Element | None
    """After a repair perhaps an element "_" around what the document holds; None when there is nothing to be saved."""
    lifted: Lifted = NOTHING
    repaired: bool = True
    controls: bool = True
    """False when its texts are known to hold no C1 controls."""


def read_tree(data: bytes, content_type: str | None = None) -> Tree:
    """The element tree of a document. Raises Refused."""
    plain = unmark(data)
    if may_be_utf8(plain) and (tree := _strict(plain)) is not None:
        return tree
    text, sound = decode(plain if plain else data, content_type)
    return _repaired(text, sound)


def is_page(text: str) -> bool:
    """Whether a document begins like HTML rather than like a feed."""
    page = _PAGE_START.search(text, 0, 20_000)
    if page is None:
        return False
    feed = _FEED_START.search(text, 0, 20_000)
    return feed is None or page.start() < feed.start()


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _strict(data: bytes, repaired: bool = False) -> Tree | None:
    """A well-formed document in UTF-8 without document type."""
    try:
        short, lifted = lift(data)
        root = etree.fromstring(short, _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        return None
    return Tree(root, lifted, repaired=repaired, controls=may_hold_c1(short, data))


def _repaired(text: str, sound: bool) -> Tree:
    text = _without_prolog(text)
    if is_page(text):
        return Tree(None)
    text = _ILLEGAL.sub("", text)
    legal = _REFERENCE.sub(_legal_reference, text) if "&" in text else text
    if (tree := _strict(legal.encode(), repaired=not sound)) is not None:
        return tree
    try:
        return Tree(etree.fromstring(balance(legal).encode(), _parser(recover=True)))
    except (etree.XMLSyntaxError, ValueError):
        return Tree(None)


def _without_prolog(text: str) -> str:
    """`text` from its first element on, junk before it cut. Raises Refused when it declares entities."""
    start = _START.search(text)
    text = text[start.start() if start else max(0, text.find("<")) :]
    position = 0
    while match := _PROLOG.match(text, position):
        position = match.end()
        if "<!ENTITY" in _HARMLESS_ENTITY.sub("", match["subset"] or ""):
            raise Refused("it declares XML entities")
    return text[position:]


def _legal_reference(match: re.Match[str]) -> str:
    whole, reference = match.group(), match[1]
    if not whole.startswith("&"):
        return whole if whole.startswith("<![") else ""
    if reference is None or match[2] is None:
        return f"&amp;{whole[1:]}"
    if reference in _PREDEFINED:
        return whole
    if meant := character(reference):
        return "".join(f"&#{ord(letter)};" for letter in meant)
    return "" if reference.startswith("#") else f"&amp;{whole[1:]}"
