"""What the story inside the article pane costs: `python -m tests.bench.comparing`.

- The job: CPU for a story of 2 to 13 sources of some 600 words each, half of whose sentences all of them tell.
- The key: `n` through a list of articles that stand alone, and through one of stories of eight, on one library each;
  until the next article is painted, in this process. What is new comes later, from the job process.
"""

import asyncio
import random
import statistics
import tempfile
import time
from datetime import UTC, timedelta
from pathlib import Path

from tests.bench.app import timed
from tests.bench.stories import World
from tests.library import NOW, add_articles, entry
from tests.stories_told import document, join
from tui_reader.comparing import compare
from tui_reader.config import Config
from tui_reader.domain.models import Scope
from tui_reader.reader import Reader
from tui_reader.store import Library
from tui_reader.store.codec import pack_document
from tui_reader.store.story_texts import StoryText
from tui_reader.ui.app import ReaderApp

SENTENCES = 30
KEYS = 40
FEEDS = 8
RUNS = 7


def sentences(world: World, count: int) -> list[str]:
    return [" ".join(world.prose(20)).capitalize() + "." for _ in range(count)]


def tellings(world: World, sources: int) -> list[list[str]]:
    common = sentences(world, SENTENCES // 2)
    found = [[*common, *sentences(world, SENTENCES // 2)] for _ in range(sources)]
    for one in found:
        random.Random(len(one)).shuffle(one)
    return found


def job(world: World) -> None:
    none: frozenset[int] = frozenset()
    for sources in (2, 4, 8, 13):
        texts = [
            StoryText(number, f"Paper {number}", "", 1, "en", pack_document(document(one)), None)
            for number, one in enumerate(tellings(world, sources))
        ]
        half = frozenset(range(1, sources, 2))
        spent = {}
        for name, read, fresh in (("never read", none, none), ("half read", half, frozenset(range(sources)) - half)):
            runs = []
            for _ in range(RUNS):
                began = time.process_time()
                compare(0, texts, read, fresh, 1)
                runs.append(time.process_time() - began)
            spent[name] = statistics.median(runs) * 1000
        print(f"{sources:2} sources: " + ", ".join(f"{name} {ms:5.1f} ms" for name, ms in spent.items()))


def fill(library: Library, world: World, stories: bool) -> None:
    for story in range(KEYS + 5):
        ids: list[int] = []
        for feed, one in enumerate(tellings(world, FEEDS if stories else 1)):
            feed_id, _ = library.add_feed(f"https://feed{feed}.example/", title=f"Feed {feed}")
            when = NOW - timedelta(minutes=10 * story + feed)
            told = entry(100 * story + feed, when, f"Headline of story {story}")
            ids += add_articles(library, feed_id, [told], documents=[document(one)])
        if stories:
            join(library, ids)


async def key(reader: Reader) -> tuple[float, float]:
    """(CPU, wall) in milliseconds, medians."""
    app = ReaderApp(reader, now=lambda: NOW, tz=UTC)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.5)
        found = [await timed(app, "n", lambda: app.main.listing.cursor) for _ in range(KEYS)]
        await app.workers.wait_for_complete()
        known = sum(1 for news in app.main._news.values() if news)
    print(f"   {len(reader.rows(Scope(stories=True)).ids)} rows left unread, {known} stories looked into")
    return statistics.median(cpu for cpu, _ in found), statistics.median(wall for _, wall in found)


def main() -> None:
    job(World(3))
    figures = []
    for stories in (False, True, False, True):
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(
                Config(refresh_on_start=False, refresh_minutes=0), Library.open(Path(folder) / "library.db")
            )
            try:
                fill(reader.library, World(4), stories)
                figures.append(asyncio.run(key(reader)))
            finally:
                reader.close()
    for name, runs in (("alone", figures[::2]), ("stories", figures[1::2])):
        print(f"n, {name}: " + ", ".join(f"{cpu:.1f} ms CPU, {wall:.1f} ms" for cpu, wall in runs))
    alone, told = (sum(cpu for cpu, _ in runs) for runs in (figures[::2], figures[1::2]))
    print(f"stories / alone: {told / alone:.2f} CPU")


if __name__ == "__main__":
    main()
