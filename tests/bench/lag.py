"""How late the screen's loop comes while a refresh runs: `python -m tests.bench.lag [FEEDS] [BYTES]`.

An event loop on the main thread, as Textual's, sleeps 5 ms again and again and notes how much later it is woken: first
with nothing else to do, then during a cold refresh, then while documents and the search index are made.
"""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable
from pathlib import Path

from tests.bench.refresh import LATENCY_MS, follow
from tui_reader.config import Config
from tui_reader.reader import Reader
from tui_reader.store import Library

STEP = 0.005


async def lags(work: Awaitable[object]) -> list[float]:
    """Milliseconds that each of the loop's steps came late until `work` was done."""
    late: list[float] = []
    task = asyncio.ensure_future(work)
    while not task.done():
        begin = time.perf_counter()
        await asyncio.sleep(STEP)
        late.append(1000 * (time.perf_counter() - begin - STEP))
    await task
    return late


def say(name: str, late: list[float]) -> None:
    late = sorted(late)
    p50, p99 = late[len(late) // 2], late[int(len(late) * 0.99)]
    print(f"{name:<10} p50 {p50:6.1f} ms   p99 {p99:6.1f} ms   most {late[-1]:6.1f} ms   of {len(late)} steps")


async def measure(reader: Reader) -> None:
    say("idle", await lags(asyncio.sleep(2)))
    say("refresh", await lags(reader.refresh()))
    say("the rest", await lags(reader.finished()))


def main(feeds: int = 300, size: int = 60_000) -> None:
    command = [sys.executable, "-m", "tests.bench.feed_server", str(feeds), str(size), str(LATENCY_MS)]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout is not None
        port = int(server.stdout.readline())
        library = Path(folder) / "library.db"
        follow(library, [f"http://127.0.{n // 250}.{n % 250 + 1}:{port}/{n}.xml" for n in range(feeds)])
        reader = Reader(Config(), Library.open(library))
        asyncio.run(measure(reader))
        reader.close()
        server.terminate()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
