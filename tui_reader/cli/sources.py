"""Files and standard input as what `summarize` and `extract` work on."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from .session import Failure

LIMIT = 16 * 1024 * 1024
"""Bytes that a file or standard input may have."""

_SNIFFED = 65_536
_OPENS_LIKE_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:[a-zA-Z][\w-]*[\s>/]|!|\?xml)")
_HAS_HTML = re.compile(rb"</(?:p|div|html|body|article|a|li|h[1-6])\s*>", re.IGNORECASE)
_OTHER_FILES = {b"%PDF": "a PDF", b"PK\x03\x04": "an archive", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes to work on."""

    data: bytes
    name: str
    """For messages."""


def read_source(source: str) -> Page:
    """What `source` names: "-" standard input, else a file. Raises Failure."""
    if source == "-":
        if sys.stdin is None:
            raise Failure("standard input is closed; name a file")
        return _checked(Page(sys.stdin.buffer.read(LIMIT + 1), "standard input"))
    file = Path(source)
    try:
        with file.open("rb") as opened:
            return _checked(Page(opened.read(LIMIT + 1), source))
    except FileNotFoundError:
        hint = f"; for a page write https://{source}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", source) else ""
        raise Failure(f"{source}: no such file{hint}") from None
    except (OSError, ValueError) as error:
        raise Failure(f"{source}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


def is_address(source: str) -> bool:
    return bool(re.match(r"https?://", source, re.IGNORECASE))


def _checked(page: Page) -> Page:
    if len(page.data) > LIMIT:
        raise Failure(f"{page.name}: larger than {LIMIT // 1024 // 1024} MiB, which is no article")
    for magic, what in _OTHER_FILES.items():
        if page.data.startswith(magic):
            raise Failure(f"{page.name}: this is {what}, not a page or a text")
    if b"\0" in page.data[:1024] and not page.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Failure(f"{page.name}: this is neither a page nor a text")
    return page


def looks_like_html(page: Page) -> bool:
    """Whether the bytes are a page rather than plain text."""
    if page.name.lower().endswith((".txt", ".md", ".rst")):
        return False
    data = page.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data[: 2 * _SNIFFED].replace(b"\0", b"")[2:]
    return bool(_OPENS_LIKE_HTML.match(data[:1024]) or _HAS_HTML.search(data[:_SNIFFED]))


def text_of(page: Page) -> str:
    """The bytes of a plain text as text, whatever its charset."""
    data = page.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else data.decode("cp1252", "replace")
