"""Addresses in feeds: made absolute, and http or https or nothing."""

import re
from urllib.parse import quote, urljoin, urlsplit

from tui_reader.domain.text import clean_line

LONGEST = 2048

_WEB = re.compile(r"https?://[a-zA-Z0-9][^\s\[\]<>\"\\^`{|}\x00-\x20\x7f]*", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_IGNORED = re.compile(r"[\t\r\n]")
_ENCODED = frozenset(' "<>\\^`{|}')


def web_address(text: str | None, base: str = "") -> str:
    """`text` as an absolute http(s) address, resolved against `base`; "" when it is not or cannot be one."""
    if not text:
        return ""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return ""
    if text.isascii() and _WEB.fullmatch(text):
        return text
    text = clean_line(_IGNORED.sub("", text), LONGEST + 1)
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].lower() not in ("http:", "https:"):
        return ""
    if not text:
        return ""
    try:
        if not scheme:
            text = urljoin(base, text)
        parts = urlsplit(text)
        if parts.scheme not in ("http", "https") or not parts.hostname or len(text) > LONGEST:
            return ""
    except ValueError:
        return ""
    if text.isascii() and _WEB.fullmatch(text):
        return text
    return "".join(quote(letter) if letter in _ENCODED or not letter.isprintable() else letter for letter in text)


def based(stated: str | None, base: str) -> str:
    """What an xml:base makes of the base around it; a faulty one is passed over."""
    return web_address(stated, base) or base if stated else base
