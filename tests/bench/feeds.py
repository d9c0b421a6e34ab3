"""How fast the feed parser is beside feedparser: `python -m tests.bench.feeds FOLDER [--rounds N] [--slowest N]`.

FOLDER holds feed documents, one a file. Both parse the same bytes in one process; CPU time, best of N rounds for ours,
of two for feedparser. Prints the ratio of the totals, of the median document, and of the documents by size.
"""

import argparse
import statistics
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import feedparser

from tui_reader.feeds import NotAFeed, parse

URL = "http://127.0.0.1/feed"
SIZES = ((0, 4_096), (4_096, 32_768), (32_768, 262_144), (262_144, 1 << 40))


def ours(data: bytes) -> int:
    try:
        return len(parse(data, URL, None).entries)
    except NotAFeed:
        return 0


def theirs(data: bytes) -> int:
    return len(feedparser.parse(data, response_headers={"content-location": URL}).entries)


def cpu_seconds(work: Callable[[bytes], int], data: bytes, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        work(data)
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--slowest", type=int, default=0, help="name the documents where the ratio is lowest")
    options = arguments.parse_args()
    warnings.simplefilter("ignore")
    files = sorted(p for p in options.folder.iterdir() if p.is_file() and p.suffix not in (".opml", ".md", ".json"))
    rows = []
    for file in files:
        data = file.read_bytes()
        if entries := ours(data):
            own = cpu_seconds(ours, data, options.rounds)
            rows.append((cpu_seconds(theirs, data, 2) / own, own, len(data), entries, file.name))
    report(rows)
    for ratio, own, size, entries, name in sorted(rows)[: options.slowest]:
        print(f"  {ratio:6.1f}x  {own * 1000:8.2f} ms  {size:9,} bytes  {entries:5} entries  {name}")


def report(rows: list[tuple[float, float, int, int, str]]) -> None:
    print(f"{len(rows)} documents, {sum(row[2] for row in rows) / 1e6:.1f} MB, {sum(row[3] for row in rows)} entries")
    for low, high in SIZES:
        if some := [row for row in rows if low <= row[2] < high]:
            print(f"  {low:>9,} bytes and more: {len(some):4} documents, {total_ratio(some):6.1f}x feedparser's speed")
    median = statistics.median(row[0] for row in rows)
    print(f"all: {total_ratio(rows):.1f}x feedparser's speed (median document {median:.1f}x)")
    print(f"ours: {sum(row[2] for row in rows) / 1e6 / sum(row[1] for row in rows):.1f} MB a CPU second")


def total_ratio(rows: list[tuple[float, float, int, int, str]]) -> float:
    return sum(row[0] * row[1] for row in rows) / sum(row[1] for row in rows)


if __name__ == "__main__":
    main()
