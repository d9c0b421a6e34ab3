"""Failures that cannot be had on this machine at will: their exceptions are made, their words are tested."""

import errno
import socket
from types import SimpleNamespace

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.text import clean_line
from tui_reader.web import FetchError, FetchProblem
from tui_reader.web import explain as module
from tui_reader.web.explain import explain, has_route


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def broken(cause: Exception) -> Exception:
    return caused(httpx.ConnectError("x"), cause)


def told(error: Exception, *, proxied: bool = False) -> tuple[FetchProblem, str]:
    found = explain(error, "news.example", proxied=proxied)
    return found.kind, str(found)


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without a way out: every attempt to find one fails."""

    class Nowhere(socket.socket):
        def connect(self, address: object) -> None:
            raise OSError(errno.ENETUNREACH, "Network is unreachable")

    fake = SimpleNamespace(**{name: getattr(socket, name) for name in dir(socket)} | {"socket": Nowhere})
    monkeypatch.setattr(module, "socket", fake)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize(
    "cause",
    [
        socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
        socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
        OSError(errno.ENETUNREACH, "Network is unreachable"),
        OSError(errno.EHOSTUNREACH, "No route to host"),
    ],
)
def test_without_a_network_the_computer_is_offline_not_the_server(cause: Exception) -> None:
    assert not has_route()
    assert told(broken(cause)) == (FetchProblem.OFFLINE, "this computer is offline")


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (broken(socket.gaierror(socket.EAI_NONAME, "x")), "dns", "no such host: news.example"),
        (broken(socket.gaierror(socket.EAI_AGAIN, "x")), "dns", "the name news.example could not be looked up"),
        (broken(ConnectionRefusedError()), "refused", "news.example refused the connection"),
        (broken(OSError(errno.EHOSTUNREACH, "x")), "refused", "news.example cannot be reached"),
        (httpx.ConnectError("x"), "refused", "news.example cannot be reached"),
        (httpx.ConnectTimeout("x"), "timeout", "news.example did not answer in time"),
        (httpx.ReadTimeout("x"), "timeout", "the server fell silent"),
        (httpx.ReadError("x"), "bad_answer", "the server broke off the connection"),
        (ConnectionResetError(), "bad_answer", "the server broke off the connection"),
        (httpx.InvalidURL("x"), "address", "not a web address: x"),
        (UnicodeError("label too long"), "address", "not a web address: label too long"),
        (httpx.ProxyError("407 \x1b]0;x"), "proxy", "the proxy refused: 407 ]0;x"),
        (ValueError("odd"), "bad_answer", "the request failed: odd"),
    ],
)  # fmt: skip
def test_causes_in_words(error: Exception, kind: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "has_route", lambda: True)
    assert told(error) == (kind, said)


def test_behind_a_proxy_it_is_the_proxy_that_cannot_be_reached() -> None:
    error = broken(ConnectionRefusedError())
    assert told(error, proxied=True) == (FetchProblem.PROXY, "the proxy cannot be reached")


def test_a_cause_deep_down_is_found() -> None:
    group = ExceptionGroup("all attempts failed", [ConnectionRefusedError()])
    assert told(broken(caused(OSError("all failed"), group)))[1] == "news.example refused the connection"
    inner = FetchError("a private place", FetchProblem.PRIVATE)
    assert told(broken(inner)) == (FetchProblem.PRIVATE, "a private place")


@given(st.text(max_size=400))
def test_whatever_a_server_wrote_the_line_is_clean(text: str) -> None:
    for error in (httpx.RemoteProtocolError(text), httpx.ProxyError(text), ValueError(text), httpx.ConnectError(text)):
        line = str(explain(error, "news.example"))
        assert clean_line(line) == line
        assert 0 < len(line) <= 300
