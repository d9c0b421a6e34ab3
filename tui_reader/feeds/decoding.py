"""Bytes to text: which encoding a document is in, whatever it and its server say."""

import codecs
import html
import html.entities
import re
from functools import lru_cache
from itertools import islice

HEAD = 1024
"""Bytes in which a byte order mark or an encoding declaration stands."""

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']?\s*([A-Za-z0-9._:+-]{1,40})")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([a-z0-9._:+-]{1,40})", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BARE = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c-5601": "cp949",
    "big5": "big5hkscs",
}
"""What is declared -> what is meant in practice (as in the WHATWG Encoding Standard)."""
_REFUSED = frozenset(
    {"utf-7", "utf_7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)
_ALIASES = {
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-31j": "cp932",
    "874": "cp874",
    "unicode-1-1-utf-8": "utf-8",
    "utf8mb4": "utf-8",
}
_WIDE = frozenset({"gb18030", "cp932", "cp949", "big5hkscs", "big5", "johab", "hz"})
_PROBE = 64 * 1024
_FEW = 24
"""Below so many bytes beyond ASCII a guess from their statistics is worth nothing."""

_MARKS = re.compile(rb"(?:[ \t\r\n]|\xef\xbb\xbf)+")
_FAULT = re.compile("[\udc80-\udcff]")
_BEYOND = re.compile("[^\x00-\x7f]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_AS_CP1252 = "tui_reader.as_cp1252"
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
_C1_REFERENCE = re.compile(rb"&#(?:12[89]|1[345]\d|0\d*|[xX]0*[89][0-9a-fA-F]);")
_C1 = re.compile("[\x80-\x9f]")
_C1_MEANT = {number: bytes([number]).decode("cp1252", "ignore") or None for number in range(0x80, 0xA0)}


def unmark(data: bytes) -> bytes:
    """`data` without leading blanks and UTF-8 byte order marks."""
    match = _MARKS.match(data)
    return data[match.end() :] if match else data


def may_be_utf8(data: bytes) -> bool:
    """Whether the document's first bytes allow to try it as UTF-8 (that it is valid is found out by parsing it)."""
    head = data[:HEAD]
    if b"\0" in head[:8] or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x4c\x6f")):
        return False
    return not _is_wide(_codec(_declared(head)))


def is_foreign(data: bytes) -> bool:
    """Whether a document declares an encoding that Python does not know."""
    label = _declared(data[:HEAD])
    return bool(label) and not _codec(label)


def decode(data: bytes, content_type: str | None = None) -> tuple[str, bool]:
    """The document's text, without byte order mark, and whether every byte of it had a meaning.

    In this order: byte order mark, the shape of the first bytes, an encoding of several bytes a character that is
    declared or served, UTF-8 when valid, the declaration, the server's charset, UTF-8 with a few faults, statistics.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec)
    for shape, codec in _BARE:
        if data.startswith(shape):
            return _lenient(data, _ebcdic(data) if codec == "cp037" else codec)
    codecs_named = [codec for label in (_declared(data[:HEAD]), charset_of(content_type)) if (codec := _codec(label))]
    tries = [*filter(_is_wide, codecs_named), "utf-8", *(codec for codec in codecs_named if not _is_wide(codec))]
    for codec in tries:
        if (text := _strict(data, codec)) is not None:
            return text.lstrip("\ufeff"), True
    return _guess(data), False


def charset_of(content_type: str | None) -> str:
    """The charset parameter of a Content-Type, "" when it has none."""
    match = _CHARSET.search((content_type or "")[:500])
    return match[1].lower() if match else ""


def may_hold_c1(markup: bytes, data: bytes) -> bool:
    """Whether a document in UTF-8 may hold C1 controls, as references in its markup or as such."""
    return bool(_C1_REFERENCE.search(markup)) or (not data.isascii() and bool(_C1_BYTES.search(data)))


def mend_c1(text: str) -> str:
    """Text in which bytes of cp1252 were passed on as C1 controls, with the characters that were meant."""
    return text if text.isascii() or not _C1.search(text) else text.translate(_C1_MEANT)


def character(reference: str) -> str:
    """What `&reference;` stands for in HTML ("#8217", "#x92", "eacute"); "" when unknown or not allowed in XML."""
    if not reference.startswith("#"):
        return html.unescape(f"&{reference};") if f"{reference};" in html.entities.html5 else ""
    text = html.unescape(f"&{reference};")
    return "" if text == "�" or text.startswith("&") else text


def _declared(head: bytes) -> str:
    match = _DECLARED.search(head)
    return match[1].decode("ascii") if match else ""


@lru_cache(maxsize=256)
def _codec(label: str) -> str:
    """Python's name for an encoding of text, "" when it has none or is not one of those that documents may use."""
    label = label.lower()
    label = _ALIASES.get(label) or label.removeprefix("x-").replace("windows-", "cp")
    try:
        info = codecs.lookup(label) if label else None
        if info is None or info.name in _REFUSED or not isinstance(b"a".decode(label), str):
            return ""
    except (LookupError, ValueError, TypeError, AssertionError):
        return ""
    return _SUPERSETS.get(info.name, info.name)


def _ebcdic(data: bytes) -> str:
    declared = _codec(_declared(data[:HEAD].decode("cp037").encode()))
    return declared if declared.startswith(("cp", "ibm")) else "cp037"


def _is_wide(codec: str) -> bool:
    """UTF-16 and UTF-32 are not meant: text that does not look it is often declared so, wrongly."""
    return codec in _WIDE or codec.startswith(("euc", "iso2022", "shift_jis"))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec, _AS_CP1252 if codec == "cp1252" else "strict")
    except ValueError:
        return None


def _lenient(data: bytes, codec: str) -> tuple[str, bool]:
    text = data.decode(codec, "replace")
    return text.lstrip("\ufeff"), "\ufffd" not in text


def _guess(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape")
    faults = len(_FAULT.findall(text))
    if len(_BEYOND.findall(text)) > 2 * faults:
        return data.decode("utf-8", _AS_CP1252)
    beyond = [match.start() for match in islice(_BEYOND_ASCII.finditer(data), _FEW)]
    if len(beyond) == _FEW:
        from charset_normalizer import from_bytes  # rarely needed, slow to load

        start = max(0, beyond[0] - 1000)
        best = from_bytes(data[start : start + _PROBE]).best()
        if best is not None and (guessed := _strict(data, _codec(best.encoding))) is not None:
            return guessed
    return data.decode("cp1252", _AS_CP1252)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error(_AS_CP1252, _as_cp1252)
