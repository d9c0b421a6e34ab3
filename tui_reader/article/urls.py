"""Addresses found in pages: which of them may be shown and followed, and in what form."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

MAX_URL = 2048
"""Characters; longer addresses are tracking payloads or attacks."""

_PLAIN = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9_]))*(?:[/?#](?:[\w~!$&()*+,;=:@/?#.-]|%[0-9A-Fa-f]{2})*)?", re.ASCII
)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]|\.(?=[a-z0-9_]))*\.?", re.ASCII)
_IPV6 = re.compile(r"[0-9a-f:.]{2,45}", re.ASCII)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DROPPED = re.compile("[\x00-\x20\x7f-\x9f]+$|^[\x00-\x20\x7f-\x9f]+|[\t\r\n]")
_KEPT = "!$&'()*+,;=:@/?%~-._"


def safe_url(url: str, base: str = "") -> str:
    """`url`, resolved against `base`, as an absolute http, https or mailto address in ASCII; "" when it is none.

    Hosts are shown as punycode, user names and passwords are dropped, everything that is not allowed in an address is
    percent-encoded. Refused: other schemes, hosts that are no names, more than 2,048 characters. Applying it twice
    changes nothing more.
    """
    if len(url) > MAX_URL:
        return ""
    if _PLAIN.fullmatch(url) and (len(url) <= 253 or len(url.split("/", 3)[2]) <= 253):
        return url
    return _rewritten(url, base if len(base) <= MAX_URL else "")


@lru_cache(maxsize=1024)
def _rewritten(url: str, base: str) -> str:
    url = _DROPPED.sub("", url)
    if not url:
        return ""
    try:
        whole = urljoin(base, url) if base else url
        if whole.startswith("//"):
            whole = "https:" + whole
        parts = urlsplit(whole)
        if parts.scheme == "mailto":
            made = _mailto(parts.path)
        elif parts.scheme in ("http", "https"):
            host = _shown_host(parts.hostname or "")
            port = f":{parts.port}" if parts.port is not None else ""
            query = f"?{_quoted(parts.query)}" if parts.query else ""
            fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
            path = _quoted(parts.path)
            made = f"{parts.scheme}://{host}{port}{path}{query}{fragment}" if host else ""
        else:
            made = ""
    except ValueError:
        return ""
    return made if len(made) <= MAX_URL else ""


def _quoted(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe=_KEPT, errors="replace")


def _mailto(path: str) -> str:
    name, at, host = path.rpartition("@")
    host = _shown_host(host.lower())
    return f"mailto:{_quoted(name)}@{host}" if at and name and host and "@" not in name else ""


def _shown_host(host: str) -> str:
    """The host as it is written in the network, so that look-alike letters can be seen; "" when it is no host."""
    if ":" in host:
        return f"[{host}]" if _IPV6.fullmatch(host) else ""
    if not host.isascii():
        import idna

        host = idna.encode(host, uts46=True).decode("ascii")
    return host if len(host) <= 253 and _HOST.fullmatch(host) else ""


_CANDIDATE = re.compile(r"(\S+?)(?:,\s+|\s+([\d.]{1,9})([wx])[^,]{0,20}(?:,\s*|$)|\s*$|\s+)")


def srcset_addresses(value: str) -> Iterator[tuple[float, str]]:
    """(size, address) for each candidate of a srcset; size is its width, or its density times 1,000."""
    for match in _CANDIDATE.finditer(value[:20_000].strip()):
        address, number, unit = match.groups()
        try:
            size = float(number) * (1000 if unit == "x" else 1) if number else 1000.0
        except ValueError:
            size = 1000.0
        yield size, address.rstrip(",")


def best_of_srcset(value: str) -> str:
    """The address of the largest candidate that is at most 2,000 pixels wide, else of the smallest; "" for none."""
    candidates = [(size, address) for size, address in srcset_addresses(value) if not address.startswith("data:")]
    fitting = [candidate for candidate in candidates if candidate[0] <= 2000]
    if fitting:
        return max(fitting)[1]
    return min(candidates)[1] if candidates else ""
