"""What a refresh costs the stories: `python -m tests.bench.grouping`.

A library of generated articles of the last day; then 50 articles come. Printed are the reader's CPU and wall seconds of
finding all stories, of placing 50 in the process that remembers, and of placing them by way of one that does not.
"""

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.bench.briefing import document, fill
from tests.bench.stories import World
from tests.library import NOW, add_articles, entry
from tui_reader.grouping import group
from tui_reader.jobs import Jobs
from tui_reader.store import Library

NEW = 50


def come(library: Library, world: World, batch: int) -> None:
    """`NEW` articles of a feed of their own."""
    feed_id, _ = library.add_feed(f"https://new{batch}.example/", title=f"New {batch}")
    told = [article for event in world.days(NEW) for article in event][:NEW]
    entries = [
        entry(article.id + batch * 10**6, NOW - timedelta(minutes=article.published // 216), article.title)
        for article in told
    ]
    add_articles(library, feed_id, entries, documents=[document(world, article) for article in told])


def measure(what: str, library: Library, jobs: Jobs) -> None:
    began, used = time.perf_counter(), time.process_time()
    asyncio.run(group(library, jobs, NOW))
    used = time.process_time() - used
    print(f"   {what:32} {time.perf_counter() - began:6.2f} s, of the reader's CPU {1000 * used:5.1f} ms")


def main() -> None:
    for count in (1000, 4000, 10_000):
        print(f"{count} articles")
        with tempfile.TemporaryDirectory() as folder:
            library, world = Library.open(Path(folder) / "library.db"), World(9)
            fill(library, count)
            for batch, what in enumerate(("all found", f"{NEW} placed", f"{NEW} placed"), 1):
                if batch == 1:
                    jobs = Jobs(1)
                    asyncio.run(jobs.warm("tui_reader.telling"))
                else:
                    come(library, world, batch)
                measure(what, library, jobs)
            jobs.close()
            jobs = Jobs(1)
            asyncio.run(jobs.warm("tui_reader.telling"))
            come(library, world, 9)
            measure(f"{NEW} placed, in a new process", library, jobs)
            jobs.close()
            library.close()


if __name__ == "__main__":
    main()
