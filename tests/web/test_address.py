"""Addresses: what people type, what goes over the wire, which hosts are private."""

import ipaddress
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.text import clean_line
from tui_reader.web import FetchError, FetchProblem, host_port, is_private_host, normalise_address, private_place
from tui_reader.web.address import is_private, literal_ip, parse, same_origin

ANY = st.text(max_size=80)
HOSTILE = st.lists(
    st.sampled_from(
        ["http", "https:", "//", "/", "\\", "@", ":", "[", "]", "%", "?", "#", ".", "\x1b]0;", "\n", "é", " "]
    )
    | st.text(max_size=4),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.com", "https://example.com/"),
        ("  <https://example.com/feed>  ", "https://example.com/feed"),
        ("EXAMPLE.com:443/A?b=C#d", "https://example.com/A?b=C"),
        ("https://example.com:443/A?b=C#d", "https://example.com/A?b=C"),
        ("http://example.com:80", "http://example.com/"),
        ("example.com:8080/x", "https://example.com:8080/x"),
        ("feed://example.com/rss", "https://example.com/rss"),
        ("feed:https://example.com/rss", "https://example.com/rss"),
        ("feed:http://example.com/rss", "http://example.com/rss"),
        ("//example.com/x", "https://example.com/x"),
        ("@someone@mastodon.example", "https://mastodon.example/@someone"),
        ("https://bücher.example/straße?q=ä", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4"),
        ("https://example.com/a%20b%2Fc", "https://example.com/a%20b%2Fc"),
        ("localhost:8000/feed.xml", "http://localhost:8000/feed.xml"),
        ("192.168.1.7/feed", "http://192.168.1.7/feed"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://under_score.example/", "http://under_score.example/"),
    ],
)
def test_what_people_type(typed: str, meant: str) -> None:
    assert normalise_address(typed) == meant
    assert normalise_address(meant) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "news", "two words", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "data:text/html,x",
     "exec:ls", "http://", "http:///x", "http://.x/", "http://a..b/", "http://-x.example/", "http://x.example:99999/",
     "http://x.example:0/", "http://[::1/", "http://name:secret@example.com/", "http://good.example\\@evil.example/",
     "http://\ud800.example/", "http://" + "a" * 5000, "http://a/" + "é" * 4000, "--help", "-x", "https://ex\u200bample\x1b/"],
)  # fmt: skip
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(FetchError) as caught:
        normalise_address(typed)
    assert caught.value.kind is FetchProblem.ADDRESS
    assert "secret" not in str(caught.value)
    assert clean_line(str(caught.value)) == str(caught.value)


def outcome(read: Callable[[str], str], text: str) -> tuple[str, str]:
    """The address and what was said instead of one."""
    try:
        return read(text), ""
    except FetchError as error:
        return "", str(error)


@given(ANY | HOSTILE)
def test_anything_typed_is_a_clean_address_or_a_clean_refusal(text: str) -> None:
    for read in (normalise_address, lambda text: parse(text, "https://example.com/dir/page").url):
        url, said = outcome(read, text)
        assert clean_line(said) == said
        if url:
            assert url.isascii()
            assert url.isprintable()
            assert " " not in url
            assert url.startswith(("http://", "https://"))
            assert "@" not in url.split("/")[2]
            assert parse(url).url == url


def test_relative_addresses_are_resolved() -> None:
    assert parse("../x?y=1", "https://example.com/a/b/c").url == "https://example.com/a/x?y=1"
    assert parse("//other.example/x", "http://example.com/").url == "http://other.example/x"
    assert parse("https://u:p@example.com/x").url == "https://example.com/x"
    assert parse("/x#part", "https://example.com/", fragment=True).url == "https://example.com/x#part"


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255",
     "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1",
     "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
     "2002:7f00:1::",
     "2002:c0a8:101::1", "2001:0:1:2::3", "2001:db8::1", "not an address"],
)  # fmt: skip
def test_private_addresses(ip: str) -> None:
    assert is_private(ip)


@pytest.mark.parametrize("ip", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_public_addresses(ip: str) -> None:
    assert not is_private(ip)


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="192.168.0.0/16"))
def test_a_private_address_is_private_in_every_dress(ip: ipaddress.IPv4Address) -> None:
    number = int(ip)
    spelled = [str(ip), str(number), hex(number), f"0{number >> 24:o}.{number & 0xFFFFFF}"]
    assert all(is_private_host(host) for host in spelled)
    packed = f"{number >> 16:x}:{number & 0xFFFF:x}"
    assert all(is_private(dress) for dress in (f"::ffff:{ip}", f"64:ff9b::{packed}", f"2002:{packed}::1"))


def test_hosts_that_are_private_by_name() -> None:
    private = [
        "localhost",
        "a.localhost",
        "printer",
        "nas.local",
        "x.internal",
        "router.lan",
        "127.1",
        "0x7f.1",
        "2130706433",
    ]
    assert all(is_private_host(host) for host in private)
    assert not any(is_private_host(host) for host in ("example.com", "1.1.1.1", "local.example", "10.example.com"))
    assert literal_ip("127.1") == "127.0.0.1"
    assert literal_ip("example.com") == literal_ip("1e3.example") == ""


def test_the_place_that_a_person_may_allow() -> None:
    assert private_place("http://localhost:8000/feed") == "localhost:8000"
    assert private_place("http://[::1]/feed") == "::1:80"
    assert private_place("https://example.com/feed") == ""
    assert host_port("https://example.com/feed") == "example.com:443"
    assert host_port("nonsense") == ""


def test_what_is_one_server() -> None:
    def same(one: str, other: str) -> bool:
        return same_origin(parse(one), parse(other))

    assert same("https://a.example/x", "https://a.example/y")
    assert same("http://a.example/", "https://a.example/")
    assert not same("https://a.example/", "http://a.example/")
    assert not same("http://a.example:8080/", "https://a.example/")
    assert not same("https://a.example/", "https://b.a.example/")
    assert not same("https://a.example/", "https://a.example:8443/")
