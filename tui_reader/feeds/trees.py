"""Bytes to an element tree: one strict pass, and for what fails it one repair pass. Nothing is fetched or expanded."""

import re

from lxml import etree

from .decoding import character, decode, may_be_utf8, unmark
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


def read_tree(data: bytes, content_type: str | None = None) -> tuple[Element | None, bool]:
    """The root of an XML document and whether it had to be repaired; (None, True) when there is nothing to be saved.

    After a repair the root may be an element "_" around what the document holds. Raises Refused.
    """
    plain = unmark(data)
    if may_be_utf8(plain) and (root := _strict(plain)) is not None:
        return root, False
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


def _strict(data: bytes) -> Element | None:
    """The root of a well-formed document without document type."""
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if root.getroottree().docinfo.internalDTD is not None else root


def _repaired(text: str, sound: bool) -> tuple[Element | None, bool]:
    text = _without_prolog(text)
    if is_page(text):
        return None, True
    text = _ILLEGAL.sub("", text)
    legal = _REFERENCE.sub(_legal_reference, text) if "&" in text else text
    if (root := _strict(legal.encode())) is not None:
        return root, not sound
    try:
        return etree.fromstring(balance(legal).encode(), _parser(recover=True)), True
    except (etree.XMLSyntaxError, ValueError):
        return None, True


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
