"""What a briefing costs: `python -m tests.bench.briefing`.

A library of generated articles of the last day (a tenth of the events fill many feeds), then the seconds from asking
for a briefing, and for an edition of five minutes, to having it; the first time with the start of the job process.
"""

import asyncio
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from tests.bench.stories import World
from tests.library import NOW, add_articles, entry
from tui_reader.config import Config
from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.stories import StoryInput
from tui_reader.reader import Reader
from tui_reader.store import Library

FEEDS = 40


def document(world: World, told: StoryInput) -> Document:
    """The event's words first, then some 400 words of prose in sentences."""
    sentences = [told.text] + [" ".join(world.prose(20)).capitalize() for _ in range(20)]
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(f"{one}."),)) for one in sentences), language="en")


def fill(library: Library, count: int) -> None:
    world = World(5)
    told = [article for event in world.days(count) for article in event]
    for feed in range(FEEDS):
        feed_id, _ = library.add_feed(
            f"https://feed{feed}.example/", title=f"Feed {feed}", folder=f"Section {feed % 5}"
        )
        mine = told[feed::FEEDS]
        minutes = [article.published // 216 for article in mine]
        entries = [
            entry(article.id, NOW - timedelta(minutes=ago), article.title)
            for article, ago in zip(mine, minutes, strict=True)
        ]
        add_articles(library, feed_id, entries, documents=[document(world, article) for article in mine])


def main() -> None:
    for count in (300, 1000, 3000):
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(Config(), Library.open(Path(folder) / "library.db"))
            try:
                fill(reader.library, count)
                for what, minutes in (("briefing", None), ("briefing, warm", None), ("five minutes", 5.0)):
                    began = time.perf_counter()
                    paper = asyncio.run(reader.briefing(NOW - timedelta(days=1), minutes, now=NOW))
                    spent = time.perf_counter() - began
                    print(
                        f"{paper.articles:5} articles, {paper.stories:5} stories: {what:15} {spent:5.2f} s,"
                        f" {len(paper.items)} stories, {paper.words} words"
                    )
            finally:
                reader.close()


if __name__ == "__main__":
    main()
