"""Bytes to an element tree: one strict pass, and for what fails it one repair pass. Nothing is fetched or expanded."""

import re
from dataclasses import dataclass

from lxml import etree

from .decoding import character, decode, is_foreign, may_be_utf8, may_hold_c1, unmark
from .lifting import NOTHING, Lifted, lift
from .soup import balance

Element = etree._Element

_ROOTS = "rss|rdf|feed|channel|opml|entry"
_START = re.compile(rf"<\?xml\s|<!doctype\s|<(?:[\w.-]+:)?(?:{_ROOTS})[\s>/]", re.IGNORECASE)
_FEED_START = re.compile(rf"<(?:[\w.-]+:)?(?:{_ROOTS})[\s>/]", re.IGNORECASE)
_PAGE_START = re.compile(r"<!doctype\s+html|<html[\s>]|<(?:head|body)[\s>]", re.IGNORECASE)
_PROLOG = re.compile(
    r"\s+|<\?[^>]*>|<!--.*?(?:-->|\Z)|<!doctype\b[^\[<>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE | re.DOTALL
)
_HARMLESS_ENTITY = re.compile(r"<!ENTITY\s+%\s+[\w.-]+\s+PUBLIC\s+[\"']-//W3C//ENTITIES[^>]*>")
_PROLOG_MOST = 20_000
"""Characters before the first element that are looked at."""
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
    if is_foreign(plain) and (root := _root(plain, None)) is not None:
        return Tree(root, repaired=False)
    text, sound = decode(plain, content_type)
    return _repaired(text, sound)


def is_page(text: str) -> bool:
    """Whether a document begins like HTML rather than like a feed."""
    page = _PAGE_START.search(text, 0, _PROLOG_MOST)
    if page is None:
        return False
    feed = _FEED_START.search(text, 0, _PROLOG_MOST)
    return feed is None or page.start() < feed.start()


def _parser(recover: bool, encoding: str | None = "utf-8") -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _root(data: bytes, encoding: str | None) -> Element | None:
    """The root of a well-formed document without document type; no encoding: libxml2 knows the one declared."""
    try:
        root = etree.fromstring(data, _parser(recover=False, encoding=encoding))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root.getroottree().docinfo.internalDTD is None else None


def _strict(data: bytes, repaired: bool = False) -> Tree | None:
    """A well-formed document in UTF-8."""
    try:
        short, lifted = lift(data)
    except UnicodeDecodeError:
        return None
    root = _root(short, "utf-8")
    return None if root is None else Tree(root, lifted, repaired=repaired, controls=may_hold_c1(short, data))


def _repaired(whole: str, sound: bool) -> Tree:
    text, junk = _without_prolog(whole)
    if is_page(whole):
        return Tree(None)
    legal = _ILLEGAL.sub("", text)
    if "&" in legal:
        legal = _REFERENCE.sub(_legal_reference, legal)
    if (tree := _strict(legal.encode(), repaired=junk or not sound or legal != text)) is not None:
        return tree
    try:
        return Tree(etree.fromstring(balance(legal).encode(), _parser(recover=True)))
    except (etree.XMLSyntaxError, ValueError):
        return Tree(None)


def _without_prolog(whole: str) -> tuple[str, bool]:
    """(the document from its first element on, whether there was junk before it). Raises Refused for entities."""
    start = _START.search(whole)
    begin = start.start() if start else max(0, whole.find("<"))
    text, junk = whole[begin:], bool(whole[:begin].strip())
    feed = _FEED_START.search(text)
    if "<!ENTITY" in _HARMLESS_ENTITY.sub("", text[: feed.start() if feed else _PROLOG_MOST]):
        raise Refused("it declares XML entities")
    position = 0
    while match := _PROLOG.match(text, position):
        position = match.end()
    return text[position:], junk


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
