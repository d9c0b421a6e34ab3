"""Addresses: what a person typed made whole, one spelling for the wire, and which hosts are private."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from .problems import FetchError, FetchProblem

LENGTH_LIMIT = 4096
"""Characters of an address; longer ones are refused."""

DEFAULT_PORTS = {"http": 80, "https": 443}

_SAFE = "/:@!$&'()*+,;=?-._~%#[]"
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?\.?")
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NAME_AND_PORT = re.compile(r"[^/?#:]+:\d{1,5}(?:[/?#]|$)")
_HANDLE = re.compile(r"@([\w.-]{1,64})@([\w-]+(?:\.[\w-]+)+)")
_LOCAL_NAMES = (".local", ".localhost", ".lan", ".internal", ".home.arpa", ".home", ".corp", ".intranet")
_WITHIN_SIXTH = (
    (ipaddress.ip_network("64:ff9b::/96"), 0),
    (ipaddress.ip_network("64:ff9b:1::/48"), 0),
    (ipaddress.ip_network("::/96"), 0),
    (ipaddress.ip_network("2002::/16"), 80),
)
"""IPv6 ranges that carry an IPv4 address, and how far to the left of the end it stands (bits)."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address as it goes over the wire. `host` is lower case, an international name in punycode."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def host_port(self) -> str:
        return f"{self.host}:{self.port}"


def parse(url: str, base: str = "", *, fragment: bool = False) -> Address:
    """`url`, resolved against `base`, without name, password and (unless `fragment`) fragment.

    Raises FetchError(ADDRESS) for anything that is no whole http or https address.
    """
    url = url.strip()
    if len(url) > LENGTH_LIMIT:
        raise _no("the address is too long")
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        port = parts.port
        host = _host(parts.hostname or "")
    except ValueError:
        raise _no(f"not a web address: {url[:200]}") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise _no(f"only http and https addresses can be fetched, not {url[:200]}")
    if not host or port == 0 or "\\" in parts.netloc:
        raise _no(f"not a web address: {url[:200]}")
    port = port or DEFAULT_PORTS[parts.scheme]
    shown = f"[{host}]" if ":" in host else host
    where = shown if port == DEFAULT_PORTS[parts.scheme] else f"{shown}:{port}"
    clean = f"{parts.scheme}://{where}{_rest(parts, fragment)}"
    if len(clean) > LENGTH_LIMIT:
        raise _no("the address is too long")
    return Address(clean, parts.scheme, host, port)


def normalise_address(typed: str) -> str:
    """What a person typed or pasted, as a whole http(s) address. Raises FetchError(ADDRESS).

    Knows feed: addresses, hosts without a scheme (https; http for a host in one's own network) and @name@host.
    """
    text = typed.strip().strip("<>\"'").strip()
    if not text:
        raise _no("no address given")
    if re.search(r"\s", text):
        raise _no(f"not a web address (it has blanks): {text[:200]}")
    if handle := _HANDLE.fullmatch(text):
        text = f"https://{handle[2]}/@{handle[1]}"
    text = re.sub(r"(?i)^feed:(?://)?(?=https?:)", "", text)
    text = re.sub(r"(?i)^feeds?:(//)?", "https://", text)
    if text.startswith("//"):
        text = "https:" + text
    if not _SCHEME.match(text) or _NAME_AND_PORT.match(text):
        text = _with_scheme(text)
    if "@" in text.partition("://")[2].partition("/")[0]:
        raise _no("leave the name and the password out of the address")
    return parse(text).url


def host_port(url: str) -> str:
    """ "host:port" of an address, the form in which private hosts are allowed; "" when it is none."""
    try:
        return parse(url).host_port
    except FetchError:
        return ""


def private_place(url: str) -> str:
    """ "host:port" when the host of `url` is private by its spelling, for `allow_private`; else ""."""
    return host_port(url) if is_private_host(urlsplit(url).hostname or "") else ""


def same_origin(one: Address, other: Address) -> bool:
    """Whether what is meant for `one` may be told to `other`: the same server, or the same over TLS."""
    if one.host != other.host:
        return False
    upgraded = one.scheme == "http" and other.scheme == "https" and (one.port, other.port) == (80, 443)
    return upgraded or (one.scheme, one.port) == (other.scheme, other.port)


def is_private(ip: str) -> bool:
    """Whether an IP address is not a public one: this machine, its network, or reserved for other ends."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return True
    if isinstance(address, ipaddress.IPv4Address):
        return not address.is_global or address.is_multicast
    if address.ipv4_mapped is not None:
        return is_private(str(address.ipv4_mapped))
    for network, shift in _WITHIN_SIXTH:
        if address in network:
            return is_private(str(ipaddress.IPv4Address((int(address) >> shift) & 0xFFFFFFFF)))
    return not address.is_global or address.is_multicast or address.is_site_local or address.teredo is not None


def is_private_host(host: str) -> bool:
    """Whether a host is private by its spelling alone: an IP address in any notation, localhost, a local name.

    False for all other names: where they lead is seen only after resolving.
    """
    host = host.rstrip(".").lower()
    if not host or host == "localhost" or host.endswith(_LOCAL_NAMES):
        return True
    ip = literal_ip(host)
    return is_private(ip) if ip else "." not in host


def literal_ip(host: str) -> str:
    """The IP address that `host` spells (also as 127.1, 0x7f.1, 2130706433), "" when it is a name."""
    host = host.strip("[]")
    try:
        return str(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    if not host.rstrip(".").rpartition(".")[2][:1].isdigit():
        return ""
    try:
        return socket.inet_ntoa(socket.inet_aton(host.rstrip(".")))
    except (OSError, ValueError):
        return ""


def _host(host: str) -> str:
    """Lower case and ASCII; "" when no host can be called so. Raises ValueError (UnicodeError)."""
    host = host.lower()
    if ":" in host:
        return str(ipaddress.IPv6Address(host.partition("%")[0]))
    if not host.isascii():
        import idna  # 10 ms, for the few addresses that need it

        host = idna.encode(host, uts46=True).decode()
    return host.rstrip(".") if _HOST.fullmatch(host) and ".." not in host else ""


def _rest(parts: SplitResult, fragment: bool) -> str:
    rest = _quoted(parts.path or "/")
    if not rest.startswith("/"):
        rest = f"/{rest}"
    if parts.query:
        rest += "?" + _quoted(parts.query)
    if fragment and parts.fragment:
        rest += "#" + _quoted(parts.fragment)
    return rest


def _quoted(text: str) -> str:
    return quote(text, _SAFE, errors="replace")


def _with_scheme(text: str) -> str:
    host = text.partition("/")[0].partition("?")[0].partition("#")[0]
    name = host if host.startswith("[") else host.partition(":")[0]
    name = name.partition("]")[0].strip("[]")
    named = "." in name or ":" in name or name.lower() == "localhost"
    if not named or _CONTROLS.search(host):
        raise _no(f"not a web address: {text[:200]}")
    return f"{'http' if is_private_host(name) else 'https'}://{text}"


def _no(reason: str) -> FetchError:
    return FetchError(reason, FetchProblem.ADDRESS)
