"""The long CDATA sections of bodies, taken out before parsing and put back when they are read: half of the work saved.

Only what stands alone in an element that holds a body and nothing but it; those are read through `Lifted.text` alone.
"""

import html
import os
import re
from zlib import crc32

SHORTEST = 256
"""Bytes below which a section is left where it is."""

_EARLY = 32 * 1024
"""Bytes in which the first section must stand; a document without any there is not searched further."""
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
_BODY = re.compile(rb"<(?:description|content:encoded|content|summary)(?:\s[^<>]*)?>\s*\Z")
_BEFORE = 200
_END = re.compile(rb"\s*</")
_MARK = f"\ue000{os.urandom(8).hex()}:"
"""Cannot be written by a document, which does not know it."""
_MARKED = re.compile(re.escape(_MARK) + r"(\d+)")


class Lifted:
    """What was taken out of a document."""

    __slots__ = ("_checksums", "_texts")

    def __init__(self, texts: list[str], checksums: dict[int, int]) -> None:
        self._texts = texts
        self._checksums = checksums

    def checksum(self, text: str) -> int:
        """CRC-32 of a text in UTF-8; of what was taken out it is known already."""
        known = self._checksums.get(id(text))
        return crc32(text.encode("utf-8", "replace")) if known is None else known

    def restored(self, markup: str) -> str:
        """Markup in which something was taken out, whole again."""
        if not self._texts or _MARK not in markup:
            return markup
        return _MARKED.sub(lambda match: html.escape(self._texts[int(match[1])], quote=False), markup)

    def text(self, stated: str | None) -> str:
        """The text that an element really holds, from the one that the parser found in it."""
        if not stated:
            return ""
        if self._texts and _MARK in stated[:200]:
            return self._texts[int(stated.strip()[len(_MARK) :])]
        return stated


NOTHING = Lifted([], {})


def lift(data: bytes) -> tuple[bytes, Lifted]:
    """A document in UTF-8 without its long sections, and these. Raises UnicodeDecodeError when they are not UTF-8."""
    pieces: list[bytes] = []
    texts: list[str] = []
    checksums: dict[int, int] = {}
    end, start = 0, data.find(_OPEN, 0, _EARLY)
    while start >= 0 and (close := data.find(_CLOSE, start)) >= 0:
        if (
            close - start > SHORTEST
            and _BODY.search(data, max(0, start - _BEFORE), start)
            and _END.match(data, close + len(_CLOSE))
        ):
            pieces += data[end:start], f"{_MARK}{len(texts)}".encode()
            section = data[start + len(_OPEN) : close]
            text = section.decode()
            texts.append(text)
            checksums[id(text)] = crc32(section)
            end = close + len(_CLOSE)
        start = data.find(_OPEN, close)
    if not texts:
        return data, NOTHING
    pieces.append(data[end:])
    return b"".join(pieces), Lifted(texts, checksums)
