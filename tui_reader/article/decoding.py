"""Bytes to text: which charset a page is in, told by the byte order mark, the server, the page itself, or guessed."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_IN_PAGE = re.compile(
    rb"<(?:meta\b[^<>]{0,500}?charset|\?xml\b[^<>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I
)
_WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "utf8": "utf-8",
    "utf-16": "utf-16-le",
    "unicode": "utf-8",
}
"""What browsers take a declared name for."""

_ISO = (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)
_TEXT = frozenset(
    (
        *("utf-8", "utf-16-le", "utf-16-be", "cp866", "cp874", "cp932", "cp949", "gb18030", "big5hkscs", "euc_jp"),
        *("iso2022_jp", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in _ISO),
    )
)
"""Codecs that a page may ask for; Python has others that are no charsets."""
GUESSED = 60_000
"""Bytes that a charset is guessed from."""


def decode(data: bytes, content_type: str | None = None) -> str:
    """`data` as text. Never fails: what cannot be decoded becomes U+FFFD."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    header = _IN_HEADER.search(content_type or "")
    page = _IN_PAGE.search(data[:4096])
    names = [_known(header.group(1))] if header else []
    if page:
        name = _known(page.group(1).decode("ascii", "replace"))
        names.append("utf-8" if name.startswith("utf-16") else name)  # it could not say so in ASCII
    # in two bytes for each character every sign of markup has a zero in it
    names = [name for name in names if name and not (name.startswith("utf-16") and b"\x00" not in data[:4096])]
    # What is valid UTF-8 and not ASCII is UTF-8, whatever a server's default says; only these three may look like it.
    first = [name for name in names if name in ("iso2022_jp", "utf-16-le", "utf-16-be")]
    for name in dict.fromkeys((*first, "utf-8", *names)):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return _broken(data, names[0] if names else "")


def _known(label: str) -> str:
    label = label.strip().lower()
    label = _WEB_NAMES.get(label, label)
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return name if name in _TEXT else ""


def _broken(data: bytes, declared: str) -> str:
    """Text that is not valid in any declared charset: a few bad bytes are replaced, else the charset is guessed."""
    for name in dict.fromkeys((declared or "utf-8", "utf-8")):
        text = data.decode(name, "replace")
        if text.count("\ufffd") * 100 <= len(text) and not text.isascii():
            return text
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:GUESSED]).best()
    name = _known(best.encoding) if best is not None else ""
    return data.decode(name or "cp1252", "replace")
