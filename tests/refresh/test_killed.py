"""The whole reader, killed while it refreshes: what was acknowledged is there, and the next refresh goes on."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.feed_documents import rss
from tests.server import Server
from tui_reader.domain.models import Scope
from tui_reader.store import Library

ROUNDS = int(os.environ.get("TUI_READER_CRASH_ROUNDS", "3"))
FEEDS = 16
ENTRIES = 12

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs all of 127.0.0.0/8, and SIGKILL")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(host="0.0.0.0", latency=0.02) as server:
        yield server


def titles(feed: int, number: int) -> list[str]:
    """What feed carries in a round: mostly what it carried in the one before."""
    return [f"News {number * 4 + n} of feed {feed}" for n in reversed(range(ENTRIES))]


def publish(server: Server, number: int) -> None:
    for feed in range(FEEDS):
        document = rss(*titles(feed, number), name=f"Feed {feed}")
        server.add(f"/{feed}.xml", body=document, type="application/rss+xml", etag=f'"{number}"')


def may_be_asked(path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=30)) as db, db:
        db.execute("UPDATE fetch SET checked = NULL, next_check = NULL")


def begin(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tui_reader", "--library", str(path), "refresh"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def until(condition: Callable[[], object], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.005)


def alone(group: int) -> bool:
    """No process of the group is left, those that it started included."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def kill_at_any_moment(library: Library, server: Server, rng: random.Random) -> tuple[set[int], dict[int, bool]]:
    """Begin a refresh and kill it. (articles that were there just before, what was marked meanwhile)."""
    asked, marked = len(server.requests), {}
    running = begin(library.path)
    try:
        until(lambda: len(server.requests) > asked or running.poll() is not None)
        end = time.monotonic() + rng.uniform(0.0, 1.2)
        while time.monotonic() < end and running.poll() is None:
            if there := library.rows(Scope()).ids:
                article_id, read = rng.choice(there), rng.random() < 0.5
                library.mark([article_id], read=read)
                marked[article_id] = read
            time.sleep(0.01)
        before = set(library.rows(Scope()).ids)
        running.send_signal(signal.SIGKILL)
        running.communicate(timeout=30)
        until(lambda: alone(running.pid))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    return before, marked


def check(library: Library, number: int) -> None:
    """Nothing is half: a feed that is known to have answered has all that it carried."""
    assert library.health().problems == ()
    for feed, state in enumerate(library.fetch_states()):
        if state.etag == f'"{number}"':
            assert set(titles(feed, number)) <= set(library.known_hashes(state.feed_id))
    assert library.acquire_refresh(), "the one who died keeps nobody out"
    library.release_refresh()


def test_killed_at_any_moment_and_begun_again(library: Library, server: Server) -> None:
    rng = random.Random()
    for feed in range(FEEDS):
        address = server.url(f"/{feed}.xml", host=f"127.0.1.{feed + 1}")
        library.add_feed(address, allow_private=address.split("/")[2])
    for number in range(ROUNDS):
        publish(server, number)
        may_be_asked(library.path)
        before, marked = kill_at_any_moment(library, server, rng)
        with Library.open(library.path) as opened:
            assert before <= set(opened.rows(Scope()).ids)
            assert {head.id: head.read for head in opened.heads(list(marked))} == marked
            assert opened.read_at(list(marked)).keys() == {id_ for id_, read in marked.items() if read}
            check(opened, number)
    may_be_asked(library.path)
    out, err = begin(library.path).communicate(timeout=120)
    assert "new article" in out
    assert err == ""
    check(library, ROUNDS - 1)
    found = {head.title for head in library.heads(library.rows(Scope()).ids)}
    assert {title for feed in range(FEEDS) for title in titles(feed, ROUNDS - 1)} <= found
    assert all(state.etag == f'"{ROUNDS - 1}"' for state in library.fetch_states())
    assert library.unfinished() == 0
    newest = titles(0, ROUNDS - 1)[0]
    assert len(library.search(f'"{newest}"')) == 1
    assert library.article(library.search(f'"{newest}"').ids[0])
