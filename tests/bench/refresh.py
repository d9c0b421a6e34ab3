"""A refresh of many feeds beside newsboat's, in one run: `python -m tests.bench.refresh [FEEDS] [BYTES]`.

Cold (an empty library) and warm (every server answers 304) for the reader; cold for newsboat (Debian's, with 20 reload
threads). Both are whole processes, their children included; the server is a process of its own with 50 ms latency.
"""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tui_reader.store import Library

LATENCY_MS = 50


def timed(command: list[str], home: Path) -> tuple[float, float]:
    """(wall seconds, CPU seconds) of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    done = subprocess.run(command, env={**os.environ, "HOME": str(home)}, capture_output=True, text=True)
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        print(done.stdout[-500:], done.stderr[-500:])
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def follow(path: Path, addresses: list[str]) -> None:
    with Library.open(path) as library:
        for address in addresses:
            library.add_feed(address, allow_private=address.split("/")[2])


def make_due(path: Path) -> None:
    """As if the last visit had been yesterday."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE fetch SET checked = checked - 86400000000, next_check = 0")
        db.commit()


def newsboat(addresses: list[str], place: Path) -> tuple[float, float]:
    (place / "urls").write_text("\n".join(addresses) + "\n")
    (place / "config").write_text("reload-threads 20\n")
    files = ["-u", str(place / "urls"), "-C", str(place / "config"), "-c", str(place / "cache.db")]
    return timed(["newsboat", *files, "-x", "reload"], place)


def main(feeds: int = 1000, size: int = 60_000) -> None:
    command = [sys.executable, "-m", "tests.bench.feed_server", str(feeds), str(size), str(LATENCY_MS)]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout is not None
        port = int(server.stdout.readline())
        addresses = [f"http://127.0.{n // 250}.{n % 250 + 1}:{port}/{n}.xml" for n in range(feeds)]
        place = Path(folder)
        library = place / "library.db"
        follow(library, addresses)
        refresh = [sys.executable, "-m", "tui_reader", "--library", str(library), "refresh"]
        cold = timed(refresh, place)
        make_due(library)
        warm = timed(refresh, place)
        peer = newsboat(addresses, place) if shutil.which("newsboat") else None
        server.terminate()
        with Library.open(library) as stored:
            print(f"{feeds} feeds of {size} bytes, {LATENCY_MS} ms latency; {stored.counts().all} articles stored")
    print(f"cold      wall {cold[0]:6.2f} s   CPU {cold[1]:6.2f} s")
    print(f"warm      wall {warm[0]:6.2f} s   CPU {warm[1]:6.2f} s   {1000 * warm[1] / feeds:.1f} ms CPU a feed")
    if peer:
        print(f"newsboat  wall {peer[0]:6.2f} s   CPU {peer[1]:6.2f} s")
        print(f"cold / newsboat: wall {cold[0] / peer[0]:.2f}, CPU {cold[1] / peer[1]:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
