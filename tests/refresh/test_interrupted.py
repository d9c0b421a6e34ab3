"""A refresh that does not come to its end, or that goes on for long."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.feed_documents import rss
from tests.refresh.conftest import Morning, follow
from tests.server import Server
from tui_reader.domain.problems import ReaderError
from tui_reader.store import Library
from tui_reader.web import Client


async def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        await asyncio.sleep(0.01)


def one_slow_feed(morning: Morning, server: Server) -> None:
    """Three feeds that answer at once, and one on another host that does not."""
    paths = [f"/{number}.xml" for number in range(3)]
    for path in paths:
        server.add(path, body=rss(f"a {path}", f"b {path}"), type="application/rss+xml")
    follow(morning.library, server, *paths)
    server.add("/slow.xml", body=rss("Late"), delay=60)
    url = server.url("/slow.xml", host="localhost")
    morning.library.add_feed(url, allow_private=url.split("/")[2])


def test_what_has_come_is_stored_when_it_is_cancelled(
    morning: Morning, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.refresh.GATHER_SECONDS", 60)
    one_slow_feed(morning, server)

    async def run() -> None:
        async with Client() as client:
            refresh = morning.prepared(client)
            task = asyncio.create_task(refresh.run())
            await until(lambda: len(refresh._arrived) == 3)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())
    assert morning.library.counts().all == 6
    with Library.open(morning.library.path) as other:
        assert other.acquire_refresh(), "the lease is free again"
        other.release_refresh()


def test_the_lease_is_kept_while_it_lasts(morning: Morning, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.refresh.BEAT_SECONDS", 0.05)
    one_slow_feed(morning, server)
    with closing(sqlite3.connect(morning.library.path, isolation_level=None)) as db:

        def beat() -> int:
            return int(db.execute("SELECT max(beat) FROM lease").fetchone()[0] or 0)

        async def run() -> None:
            async with Client() as client:
                task = asyncio.create_task(morning.prepared(client).run())
                await until(lambda: beat() > 0)
                db.execute("UPDATE lease SET beat = 1")
                await until(lambda: beat() > 1)
                db.execute("UPDATE lease SET owner = 'host/1/other'")
                with pytest.raises(ReaderError, match="taken over"):
                    await asyncio.wait_for(task, 10)

        asyncio.run(run())
        assert db.execute("SELECT owner FROM lease").fetchone() == ("host/1/other",)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_ctrl_c_keeps_what_has_come(morning: Morning, server: Server) -> None:
    one_slow_feed(morning, server)
    command = [sys.executable, "-m", "tui_reader", "--library", str(morning.library.path), "refresh"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        asyncio.run(until(lambda: morning.library.counts().all == 6, 30))
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, "", "Interrupted.\n")
    assert len(morning.library.unsettled()) == 6, "to be made into documents next time"
    assert morning.library.acquire_refresh()
