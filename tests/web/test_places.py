"""Where fetch() may go: not into private networks, through which proxy, and to whose certificate."""

import ssl
import warnings
from pathlib import Path

import pytest

from tui_reader.config import NetworkConfig
from tui_reader.web import Client, FetchError, FetchProblem

from ..server import Server
from .asking import get, refusal

# ---- where it may go ----


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
async def test_a_private_address_is_refused_before_a_connection(client: Client, canary: Server, host: str) -> None:
    with pytest.raises(FetchError) as caught:
        await client.fetch(canary.url("/", host=host))
    assert caught.value.kind is FetchProblem.PRIVATE
    assert canary.connections == 0


async def test_a_redirect_into_the_network_is_refused(client: Client, server: Server, canary: Server) -> None:
    server.redirect("/", canary.url("/"))
    error = await refusal(client, server, "/")
    assert error.kind is FetchProblem.PRIVATE
    assert canary.connections == 0


async def test_a_name_that_leads_into_the_network_is_refused(
    client: Client, canary: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1", "::ffff:127.0.0.1"]

    monkeypatch.setattr("tui_reader.web.connect.resolve", resolve)
    with pytest.raises(FetchError) as caught:
        await client.fetch(canary.url("/", host="innocent.example"))
    assert caught.value.kind is FetchProblem.PRIVATE
    assert canary.connections == 0
    answer = await client.fetch(
        canary.url("/", host="innocent.example"), allow_private=f"innocent.example:{canary.port}"
    )
    assert (answer.status, answer.private) == (200, True)


async def test_a_permission_is_not_handed_on_with_its_connection(client: Client, server: Server) -> None:
    server.add("/", body="x")
    await get(client, server, "/")
    with pytest.raises(FetchError):
        await client.fetch(server.url("/"))
    with pytest.raises(FetchError):
        await client.fetch(server.url("/"), allow_private=f"127.0.0.1:{server.port + 1}")
    assert len(server.requests) == 1


async def test_the_configured_proxy_is_used_for_all_but_the_own_network(server: Server) -> None:
    with Server() as proxy:
        proxy.add("http://news.example/feed", body="through the proxy")
        server.add("/", body="direct")
        async with Client(NetworkConfig(proxy=proxy.url(""))) as client:
            assert (await client.fetch("http://news.example/feed")).body == b"through the proxy"
            assert (await get(client, server, "/")).body == b"direct"
            with pytest.raises(FetchError):
                await client.fetch("http://10.0.0.1/")
        assert proxy.requests[0].target == "http://news.example/feed"
        assert len(proxy.requests) == 1


async def test_the_proxy_of_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url(""))
    monkeypatch.setenv("no_proxy", "direct.example")
    server.add("http://news.example/feed", body="through the proxy")
    async with Client(NetworkConfig()) as client:
        assert (await client.fetch("http://news.example/feed")).body == b"through the proxy"
        with pytest.raises(FetchError):
            await client.fetch("http://direct.example/")
    async with Client(NetworkConfig(proxy="none")) as client:
        with pytest.raises(FetchError):
            await client.fetch("http://news.example/feed")
    assert len(server.requests) == 1


async def test_a_proxy_that_is_not_there(server: Server) -> None:
    server.close()
    async with Client(NetworkConfig(proxy=server.url(""))) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch("http://news.example/feed")
    assert str(caught.value) == "the proxy cannot be reached"
    assert caught.value.kind is FetchProblem.PROXY


async def test_a_server_that_is_away(client: Client, server: Server) -> None:
    server.close()
    error = await refusal(client, server, "/")
    assert (error.kind, str(error)) == (FetchProblem.REFUSED, "127.0.0.1 refused the connection")


async def test_a_name_that_does_not_exist(client: Client) -> None:
    with pytest.raises(FetchError) as caught:
        await client.fetch("http://no-such-host.invalid/")
    assert caught.value.kind in (FetchProblem.DNS, FetchProblem.OFFLINE)


async def test_a_host_of_several_addresses_is_tried_at_each(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["::1", "127.0.0.2", "127.0.0.1"]

    monkeypatch.setattr("tui_reader.web.connect.resolve", resolve)
    server.add("/", body="x")
    where = f"both.example:{server.port}"
    async with Client(NetworkConfig(proxy="none")) as client:
        for _ in range(2):
            answer = await client.fetch(f"http://{where}/", allow_private=where)
            assert (answer.body, answer.private) == (b"x", True)
    server.close()
    async with Client(NetworkConfig(proxy="none")) as client:
        with pytest.raises(FetchError, match=r"both\.example refused the connection"):
            await client.fetch(f"http://{where}/", allow_private=where)


async def test_a_proxy_of_another_kind_is_told() -> None:
    async with Client(NetworkConfig(proxy="socks5://127.0.0.1:1080")) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch("http://news.example/")
    assert (caught.value.kind, str(caught.value)) == (FetchProblem.PROXY, "the configured proxy has no http address")


# ---- TLS ----

TLS = Path(__file__).parent / "tls"
"""Certificates made for these tests: one authority, and what it and others signed."""


def certified(name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / f"{name}.pem", TLS / "key.pem")
    return context


async def test_a_certificate_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    with Server(tls=certified("good")) as server:
        server.add("/", body="safe")
        async with Client(NetworkConfig(proxy="none")) as client:
            assert (await get(client, server, "/")).body == b"safe"


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        ("expired", "the server's certificate has expired"),
        ("early", "the server's certificate is not valid yet (is the clock right?)"),
        ("other", "the server's certificate is not for 127.0.0.1"),
        ("alone", "the server's certificate is signed by itself, not by an authority"),
    ],
)
async def test_what_is_wrong_with_a_certificate_is_named(
    monkeypatch: pytest.MonkeyPatch, certificate: str, said: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "authority.pem"))
    with Server(tls=certified(certificate)) as server:
        async with Client(NetworkConfig(proxy="none")) as client:
            error = await refusal(client, server, "/")
    assert (error.kind, str(error)) == (FetchProblem.TLS, said)
    assert server.requests == []


async def test_an_authority_that_nobody_knows(client: Client) -> None:
    with Server(tls=certified("good")) as server:
        error = await refusal(client, server, "/")
    assert str(error) == "the server's certificate comes from an authority that is not known here"


async def test_https_where_there_is_none(client: Client, server: Server) -> None:
    with pytest.raises(FetchError) as caught:
        await client.fetch(server.url("/").replace("http:", "https:"), allow_private=server.address)
    assert (caught.value.kind, str(caught.value)) == (FetchProblem.TLS, "the server does not speak https here")


async def test_an_old_protocol(client: Client) -> None:
    context = certified("good")
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1
    with Server(tls=context) as server:
        error = await refusal(client, server, "/")
    assert error.kind is FetchProblem.TLS
