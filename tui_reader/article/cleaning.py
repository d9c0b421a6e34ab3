"""What is done to markup before any parser sees it: sizes bounded, control characters out, a tree made."""

import re

from lxml import etree

MAX_MARKUP = 5_000_000
"""Characters of markup that are read; the rest of a larger page is cut off."""

MAX_TAGS = 40_000
"""Opening characters "<" that are read. Parsers and extractors grow faster than linearly with them."""

MAX_TAG = 100_000
"""Characters of one tag: 100,000 attributes in one hang every HTML parser that was tried."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
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
        markup = _without_huge_tags(markup)
    return markup, cut


def _first_tags(markup: str) -> str:
    position = 0
    for _ in range(MAX_TAGS):
        position = markup.find("<", position) + 1
    return markup[: position - 1]


def _without_huge_tags(markup: str) -> str:
    """Tags of more than `MAX_TAG` characters left out; scripts, styles and comments are passed over."""
    kept: list[str] = []
    position = copied = 0
    lowered = markup.lower()
    if len(lowered) != len(markup):
        lowered = markup
    ends: dict[str, int] = {}
    while (start := markup.find("<", position)) >= 0:
        for opening, closing in (("<!--", "-->"), ("<script", "</script"), ("<style", "</style")):
            if lowered.startswith(opening, start):
                end = _next(lowered, closing, start, ends)
                break
        else:
            end = _next(markup, ">", start, ends)
            if end - start > MAX_TAG:
                kept.append(markup[copied:start])
                copied = end
        position = end
    kept.append(markup[copied:])
    return "".join(kept)


def _next(markup: str, what: str, start: int, known: dict[str, int]) -> int:
    """Just behind the next `what`; remembered, since a page of unclosed comments would be searched once for each."""
    if known.get(what, -1) <= start:
        found = markup.find(what, start)
        known[what] = found + len(what) if found >= 0 else len(markup)
    return known[what]


def without_controls(markup: str) -> str:
    """Control characters, lone surrogates and numeric references to them taken out.

    One `&#27;` makes an extractor lose the whole page and becomes an escape sequence in a parsed tree. References to
    128-159 mean what Windows-1252 has there, as in browsers.
    """
    markup = _CONTROLS.sub("", markup)
    return _NUMBERED.sub(_reference, markup) if "&#" in markup else markup


def _reference(match: re.Match[str]) -> str:
    decimal, hexadecimal = match.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code in _WINDOWS:
        return _WINDOWS[code] if _WINDOWS[code] != "\ufffd" else ""
    if (code < 32 and code not in (9, 10, 13)) or code == 127 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return match.group()


def tree_of(markup: str) -> etree._Element | None:
    """The tree that libxml2 makes of clean markup, comments left out; None when there is none to be made."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None
