"""A writer to be killed: `python -m tests.store.crashing LIBRARY LOG NAME`.

Saves batches of ten entries and marks its own articles, for ever. Each step is announced in LOG before it begins and
acknowledged after the library said that it is done.
"""

import itertools
import json
import os
import random
import sys
from dataclasses import replace
from pathlib import Path

from tests.store.making import NOW, document, entry
from tui_reader.domain.fetching import FeedUpdate
from tui_reader.domain.models import ParsedFeed
from tui_reader.store import Library

BATCH = 10


def main(path: Path, log: Path, name: str) -> None:
    rng = random.Random()
    run = f"{name}-{os.getpid()}"
    with Library.open(path) as library, log.open("a", encoding="utf-8") as file:

        def say(kind: str, *what: object) -> None:
            os.write(file.fileno(), (json.dumps([kind, *what]) + "\n").encode())

        feed_id, _ = library.add_feed(f"https://{name}.example/feed")
        mine: list[int] = []
        for number in itertools.count():
            batch = f"{run}-{number}"
            say("saving", batch)
            mine.extend(save(library, feed_id, batch))
            say("saved", batch)
            for _ in range(5):
                ids = rng.sample(mine, min(len(mine), 3))
                flags = {"read": rng.random() < 0.5, "starred": rng.random() < 0.5}
                say("marking", ids, flags)
                library.mark(ids, **flags)
                say("marked")
            if number % 3 == 0:
                library.index_pending(15)


def save(library: Library, feed_id: int, batch: str) -> tuple[int, ...]:
    (state,) = library.fetch_states([feed_id])
    entries = tuple(entry(f"{batch}-{i}") for i in range(BATCH))
    update = FeedUpdate(
        feed_id=feed_id,
        state=replace(state, etag=batch, fetches=state.fetches + 1),
        now=NOW,
        feed=ParsedFeed(entries=entries),
        documents={e.guid: document(f"Text of {e.title}. " * 30) for e in entries},
    )
    return library.save_updates([update])[0].new_ids


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
