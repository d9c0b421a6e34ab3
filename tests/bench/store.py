"""How quick and how large the store is with many generated articles.

    python -m tests.bench.store [--articles 100000] [--keep FOLDER] [--million]

Prints one line a figure, with its goal. Goals are for 100,000 articles on a quiet machine; only ratios travel.
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_reader.domain.document import Block, Document, Kind, Span, Status
from tui_reader.domain.fetching import FeedUpdate, NewFeed
from tui_reader.domain.models import ParsedEntry, ParsedFeed, Scope, View
from tui_reader.domain.reading import words_within
from tui_reader.store import Library

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
VOCABULARY = 40_000
LENGTHS = ((0.5, 20, 70), (0.35, 120, 400), (0.15, 400, 1_000))
"""(share, fewest words, most words): what feeds carry: half of them teasers, the mean about 230 words."""


class Words:
    """Made-up words in Zipf's distribution: shaped like a language, to the compressor and to the index."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        onsets = [*"bcdfghlmnprstvw", "st", "tr", "pl", "ch", "sh", "br", "gr", "th"]
        endings = [*"aeiou", "an", "en", "er", "in", "on", "es", "at", "ing", "ent", "al", "ar", "ed", "ly"]
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            syllables = 1 + min(3, len(words) // 400)
            parts = (self.rng.choice(onsets) + self.rng.choice(endings) for _ in range(self.rng.randint(1, syllables)))
            words["".join(parts)] = None
        self.words = list(words)
        total = 0.0
        self.weights = [total := total + 1 / (rank + 2) ** 1.05 for rank in range(VOCABULARY)]

    def take(self, number: int) -> list[str]:
        return self.rng.choices(self.words, cum_weights=self.weights, k=number)

    def sentence(self, number: int) -> str:
        return " ".join(self.take(number)).capitalize()

    def document(self) -> Document:
        share, least, most = self.rng.random(), 20, 70
        for part, least, most in LENGTHS:  # noqa: B007
            if (share := share - part) < 0:
                break
        left, blocks = self.rng.randint(least, most), []
        while left > 0:
            sentences = [self.sentence(self.rng.randint(8, 25)) for _ in range(self.rng.randint(2, 4))]
            text = ". ".join(sentences) + "."
            blocks.append(Block(Kind.PARAGRAPH, (Span(text),)))
            left -= text.count(" ") + 1
        return Document(tuple(blocks), status=Status.TEASER if most == 70 else Status.FULL, language="en")


def updates(library: Library, articles: int, words: Words) -> Iterator[list[FeedUpdate]]:
    """Feeds of 100 articles each, in batches of ten feeds with ten articles, as refreshes bring them."""
    number = max(1, articles // 100)
    library.add_feeds([NewFeed(url=f"https://feed{i}.example.com/rss", title=f"Feed {i}") for i in range(number)])
    states = library.fetch_states()
    for round_number in range(max(1, articles // number // 10)):
        then = NOW - timedelta(days=100 - round_number * 10)
        for start in range(0, len(states), 10):
            batch = []
            for state in states[start : start + 10]:
                entries = []
                for i in range(10):
                    url = f"https://feed{state.feed_id}.example.com/{then:%Y/%m/%d}/{'-'.join(words.take(5))}-{i}"
                    entries.append(
                        ParsedEntry(
                            guid=url, guid_alt=url[len("https://feed.example.com") :], url=url,
                            title=words.sentence(words.rng.randint(6, 12)), author=words.sentence(2),
                            published=then - timedelta(seconds=words.rng.randint(0, 864_000)),
                            changed_hash=f"{words.rng.getrandbits(128):032x}",
                        )
                    )  # fmt: skip
                feed = ParsedFeed(title=f"Feed {state.feed_id}", entries=tuple(entries))
                documents = {entry.guid: words.document() for entry in entries}
                batch.append(
                    FeedUpdate(
                        feed_id=state.feed_id, state=replace(state, checked=then), now=then, feed=feed,
                        documents=documents,
                    )
                )  # fmt: skip
            yield batch


class Holds:
    """How long the writer was held at the most since this was made or last told."""

    def __init__(self, library: Library) -> None:
        self.writer = library._database.writer
        self.wall, self.cpu, self.work = 0.0, 0.0, ""
        self.start()

    def start(self) -> None:
        self.writer.longest = self.writer.busiest = 0.0

    def stop(self) -> None:
        if self.writer.longest > self.wall:
            self.wall, self.work = self.writer.longest, self.writer.longest_of
        self.cpu = max(self.cpu, self.writer.busiest)
        self.start()

    def __str__(self) -> str:
        return f"longest hold {self.wall * 1e3:.1f} ms ({self.work}; goal 50), most CPU {self.cpu * 1e3:.1f}"


def fill(path: Path, articles: int) -> None:
    words, spent, indexing = Words(1), 0.0, 0.0
    with Library.open(path) as library:
        batches = updates(library, articles, words)
        saving, slices = Holds(library), Holds(library)
        while batch := next(batches, None):
            saving.start()
            started = time.process_time()
            library.save_updates(batch)
            saved = time.process_time()
            saving.stop()
            while library.index_pending(1_000):
                pass
            slices.stop()
            indexing += time.process_time() - saved
            spent += saved - started
        scattered = Holds(library)
        newest = library.rows(Scope()).ids
        library.mark(newest[len(newest) // 3 :], read=True, undoable=False)
        library.mark(newest[::50], starred=True, undoable=False)
        library.mark(newest[::90], later=True, undoable=False)
        scattered.stop()
        spent, indexing = spent / articles * 1e6, indexing / articles * 1e6
        print(f"save_updates               {spent:9.0f} us CPU an article, {saving}")
        print(f"index_pending              {indexing:9.0f} us CPU an article, {slices}")
        print(f"marking scattered articles {scattered}")


def measure(name: str, goal: float, work: Callable[[], object], times: int = 21) -> None:
    """Print the median and the worst of `times` calls and the median CPU time, ms."""
    work()
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1e3)
        cpus.append((time.process_time() - cpu) * 1e3)
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    print(f"{name:26} {wall:9.3f} ms (CPU {cpu:.3f}), worst {max(walls):8.3f} (goal {goal:g})")


def sizes(path: Path, articles: int) -> None:
    """What each table and index takes, bytes an article."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 16").fetchall()
    print(f"file                       {path.stat().st_size / articles:9.0f} bytes an article (goal 2048)")
    print("   " + ", ".join(f"{name} {size / articles:.0f}" for name, size in found))


def run(library: Library, articles: int) -> None:
    rng = random.Random(2)
    everything = library.rows(Scope()).ids
    busy = max(library.feeds(), key=lambda feed: feed.articles).id
    common, rare = [library.heads([everything[0]])[0].title.split()[0], "thingstenthes"]
    measure("rows, all", 70, lambda: library.rows(Scope()))
    measure("rows, unread", 70, lambda: library.rows(Scope(View.UNREAD)))
    measure("rows, first 200 of all", 5, lambda: library.rows(Scope(), limit=200))
    measure("rows, first 200 unread", 5, lambda: library.rows(Scope(View.UNREAD), limit=200))
    measure("rows, first 200 starred", 5, lambda: library.rows(Scope(View.STARRED), limit=200))
    for least, most in ((1, 3), (4, 10), (11, None)):
        scope = Scope(words=words_within(least, most))
        name = f"rows of {least} to {most or 'more'} min"
        measure(name, 100, lambda scope=scope: library.rows(scope))  # type: ignore[misc]
        measure(f"{name}, 200", 30, lambda scope=scope: library.rows(scope, limit=200))  # type: ignore[misc]
    measure("what came since a day ago", 100, lambda: library.stories.came(int(NOW.timestamp()) - 86_400, Scope()))
    measure("rows of one feed", 5, lambda: library.rows(Scope(feed_id=busy)))
    measure("rows, unread of one feed", 5, lambda: library.rows(Scope(View.UNREAD, feed_id=busy), limit=200))
    measure("40 heads", 0.3, lambda: library.heads(everything[1000:1040]), 200)
    measure("40 heads anywhere", 0.3, lambda: library.heads(rng.sample(everything, 40)), 200)
    measure("article", 2, lambda: library.article(rng.choice(everything)), 200)
    measure("counts", 2, lambda: library.counts(), 100)
    measure("feeds", 20, lambda: library.feeds())
    measure("search, a common word", 200, lambda: library.search(common))
    measure("search, a rare word", 5, lambda: library.search(rare))
    measure(
        "search, a phrase",
        200,
        lambda: library.search(f'"{" ".join(library.heads([everything[5]])[0].title.split()[:3])}"'),
    )
    measure("mark one", 2, lambda: library.mark([rng.choice(everything)], read=True), 50)
    measure("mark one, in NORMAL", 2, lambda: library.save_position(everything[0], str(rng.random())), 50)


def marking(fresh: Library) -> None:
    fresh.mark(fresh.rows(Scope()).ids, read=False, undoable=False)
    unread = fresh.counts().unread
    for name, work in (("mark all read", lambda: fresh.mark_all_read(Scope())), ("undo that", fresh.undo)):
        holds, started = Holds(fresh), time.perf_counter()
        work()
        taken = time.perf_counter() - started
        holds.stop()
        print(f"{name:26} {taken * 1e3:9.0f} ms for {unread:,}, {holds}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--million", action="store_const", dest="articles", const=1_000_000)
    parser.add_argument("--keep", type=Path, help="folder in which the generated library is left, or found")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (options.keep or Path(folder)) / f"generated-{options.articles}.db"
        if not path.exists():
            fill(path, options.articles)
        sizes(path, options.articles)
        started = time.perf_counter()
        with Library.open(path) as library:
            library.rows(Scope(View.UNREAD), limit=100)
            print(f"open and first rows        {(time.perf_counter() - started) * 1e3:9.1f} ms")
            run(library, options.articles)
        with Library.open(path) as library:
            marking(library)


if __name__ == "__main__":
    main()
