"""Addresses in feeds: made absolute, and http or https or nothing."""

import re
from urllib.parse import urljoin, urlsplit

LONGEST = 2048

_WEB = re.compile(r"https?://[^\s\[\]<>\"\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
_ENCODED = {character: f"%{ord(character):02X}" for character in ' "<>\\^`{|}'}
_ENCODE = re.compile(r'[ "<>\\^`{|}]')


def web_address(text: str | None, base: str = "") -> str:
    """`text` as an absolute http(s) address, resolved against `base`; "" when it is not or cannot be one."""
    if not text:
        return ""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return ""
    if text.isascii() and _WEB.fullmatch(text):
        return text
    text = _FORBIDDEN.sub("", text).strip()
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
    return _ENCODE.sub(lambda match: _ENCODED[match[0]], text)


def joined(base: str, reference: str | None) -> str:
    """xml:base on xml:base; a faulty one is passed over."""
    if not reference:
        return base
    if _WEB.fullmatch(reference):
        return reference[:LONGEST]
    try:
        return urljoin(base, reference.strip()[:LONGEST])
    except ValueError:
        return base
