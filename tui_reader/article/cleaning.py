"""What is done to markup before any parser sees it: sizes bounded, control characters out, a tree made."""

import re

from lxml import etree

MAX_MARKUP = 5_000_000
"""Characters of markup that are read; the rest of a larger page is cut off."""

MAX_TAGS = 40_000
"""Opening characters "<" that are read. Parsers and extractors grow faster than linearly with them."""

MAX_TAG = 100_000
"""Characters of one tag: 100,000 attributes in one hang every HTML parser that was tried."""

_HUGE_TAG = re.compile(rf"<[^<>]{{{MAX_TAG},}}>?")
_C0 = bytes(code for code in (*range(32), 127) if code not in (9, 10, 12, 13))
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_CLOSED_ROOT = re.compile(r"(<(?:html|head|body)\b[^<>]{0,2000}?)\s*/>", re.I)
_BEGINNING = 20_000
"""Characters in which a page's <html>, <head> and <body> are looked for."""

_NUMBERED = re.compile(r"&#(?:0*([0-9]{1,7})|[xX]0*([0-9A-Fa-f]{1,6}));?")
_WINDOWS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}


def bounded(markup: str) -> tuple[str, bool]:
    """`markup` within the limits above, and whether something had to be cut off."""
    cut = False
    if len(markup) > MAX_MARKUP:
        markup, cut = markup[:MAX_MARKUP], True
    if markup.count("<") > MAX_TAGS:
        markup, cut = _first_tags(markup), True
    if len(markup) > MAX_TAG:
        markup = _HUGE_TAG.sub("", markup)
    # <html ... /> ends nothing in a browser, but the whole page in libxml2
    return _CLOSED_ROOT.sub(r"\1>", markup[:_BEGINNING]) + markup[_BEGINNING:], cut


def _first_tags(markup: str) -> str:
    position = 0
    for _ in range(MAX_TAGS):
        position = markup.find("<", position) + 1
    return markup[: position - 1]


def prepared(markup: str) -> bytes:
    """Markup as clean UTF-8: control characters, lone surrogates and numeric references to them taken out.

    One `&#27;` makes an extractor lose the whole page and becomes an escape sequence in a parsed tree. References to
    128-159 mean what Windows-1252 has there, as in browsers.
    """
    if "&#" in markup:
        markup = _NUMBERED.sub(_reference, markup)
    data = markup.encode("utf-8", "replace").translate(None, _C0)
    return _C1.sub(b"", data) if b"\xc2" in data else data


def _reference(match: re.Match[str]) -> str:
    decimal, hexadecimal = match.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code in _WINDOWS:
        return _WINDOWS[code] if _WINDOWS[code] != "\ufffd" else ""
    if (code < 32 and code not in (9, 10, 13)) or code == 127 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return match.group()


def tree_of(markup: bytes) -> etree._Element | None:
    """The tree that libxml2 makes of prepared markup, comments left out; None when there is none to be made."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError):
        return None
