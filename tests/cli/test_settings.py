"""set: how one feed is called, filed and fetched."""

import base64
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.feed_documents import rss
from tests.server import Reply, Request, Server
from tui_reader.store import Library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add_feed("https://wire.example/feed", title="Example Wire")
    return path


def test_a_feed_is_called_and_filed_otherwise(cli: Cli, library: Path) -> None:
    result = cli("--library", library, "set", "wire", "--title", "My wire", "--folder", "News", "--full-text", "open")
    assert (result.status, result.err) == (0, "")
    with Library.open(library) as stored:
        feed = stored.feeds()[0]
    assert (feed.title, feed.folders, feed.full_text) == ("My wire", ("News",), "open")


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["set", "wire"], 2, "nothing to change"),
        (["set", "nowhere", "--title", "x"], 1, "no feed"),
        (["set", "wire", "--full-text", "sometimes"], 2, "sometimes"),
        (["set", "wire", "--header", "no header"], 1, "a colon"),
        (["set", "wire", "--header", "X-A: b\r\nX-Evil: c"], 1, "a colon"),
        (["set", "wire", "--ask-password"], 1, "--user"),
        (["set", "wire", "--user", "me", "--ask-password"], 1, "--password-command"),
    ],
)
def test_what_cannot_be_set_is_said(cli: Cli, library: Path, arguments: list[str], status: int, words: str) -> None:
    result = cli("--library", library, *arguments)
    assert result.status == status
    assert words in result.err


def test_name_password_header_and_agent_reach_the_feeds_server(cli: Cli, tmp_path: Path) -> None:
    def answer(request: Request) -> Reply:
        known = request.headers.get("authorization") == "Basic " + base64.b64encode(b"me:s3cret").decode()
        return Reply(body=rss("One"), type="application/rss+xml") if known else Reply(status=401)

    path = tmp_path / "library.db"
    with Server() as server:
        server.add("/feed", answer)
        with Library.open(path) as stored:
            stored.add_feed(server.url("/feed"), title="Closed", allow_private=server.address)
        secret = f"{sys.executable} -c \"print('s3cret')\""
        settings = ["--user", "me", "--password-command", secret, "--header", "X-Key: abc", "--user-agent", "Mine/1"]
        assert cli("--library", path, "set", "closed", *settings).status == 0
        assert cli("--library", path, "refresh").status == 0
        assert server.requests[-1].headers["x-key"] == "abc"
        assert server.requests[-1].headers["user-agent"] == "Mine/1"
    with Library.open(path) as stored:
        assert stored.counts().all == 1
