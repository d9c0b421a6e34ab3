"""A refresh of many feeds beside newsboat's, in one run: `python -m tests.bench.refresh [FEEDS] [BYTES]`.

Cold (an empty library) and warm (every server answers 304) for the reader; cold for newsboat (Debian's, with 20 reload
threads). Both are whole processes, their children included; the server is a process of its own with 50 ms latency.
The reader is measured twice: until it reports (all articles are in the library and can be read), and until it ends
(documents made of all of them, and the search index, which newsboat does not have).
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
from typing import NamedTuple

from tui_reader.store import Library

LATENCY_MS = 50
TICKS = os.sysconf("SC_CLK_TCK")


class Spent(NamedTuple):
    """In seconds, and the most memory in MB."""

    wall: float
    cpu: float
    memory: float = 0.0


def timed(command: list[str], home: Path) -> tuple[Spent, Spent]:
    """What a command and its children take until its first line, and in all. Linux only."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    with subprocess.Popen(command, env={**os.environ, "HOME": str(home)}, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        running.stdout.readline()
        reported = Spent(time.monotonic() - begin, *of_process(running.pid))
        running.stdout.read()
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return reported, Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def of_process(pid: int) -> tuple[float, float]:
    """(CPU seconds, most memory in MB) of a process, 0 when it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0, 0.0
    memory = status.partition("VmHWM:")[2].split(maxsplit=1)
    return (int(fields[11]) + int(fields[12])) / TICKS, int(memory[0]) / 1024 if memory else 0.0


def follow(path: Path, addresses: list[str]) -> None:
    with Library.open(path) as library:
        for address in addresses:
            library.add_feed(address, allow_private=address.split("/")[2])


def make_due(path: Path) -> None:
    """As if the last visit had been yesterday."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE fetch SET checked = checked - 86400000000, next_check = 0")
        db.commit()


def newsboat(addresses: list[str], place: Path) -> Spent:
    (place / "urls").write_text("\n".join(addresses) + "\n")
    (place / "config").write_text("reload-threads 20\n")
    files = ["-u", str(place / "urls"), "-C", str(place / "config"), "-c", str(place / "cache.db")]
    return timed(["newsboat", *files, "-x", "reload"], place)[1]


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
        cold, cold_all = timed(refresh, place)
        make_due(library)
        warm = timed(refresh, place)[1]
        peer = newsboat(addresses, place) if shutil.which("newsboat") else None
        server.terminate()
        with Library.open(library) as stored:
            print(f"{feeds} feeds of {size} bytes, {LATENCY_MS} ms latency; {stored.counts().all} articles stored")
            print(
                f"left to do: {stored.unfinished()}; on disk: {library.stat().st_size / stored.counts().all:.0f} B each"
            )
    print(f"cold, report   wall {cold.wall:6.2f} s   CPU {cold.cpu:6.2f} s   memory {cold.memory:.0f} MB")
    print(f"cold, all      wall {cold_all.wall:6.2f} s   CPU {cold_all.cpu:6.2f} s")
    print(
        f"warm           wall {warm.wall:6.2f} s   CPU {warm.cpu:6.2f} s   {1000 * warm.cpu / feeds:.1f} ms CPU a feed"
    )
    if peer:
        print(f"newsboat       wall {peer.wall:6.2f} s   CPU {peer.cpu:6.2f} s")
        for name, mine in (("report", cold), ("all", cold_all)):
            print(f"cold, {name} / newsboat: wall {mine.wall / peer.wall:.2f}, CPU {mine.cpu / peer.cpu:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
