"""Killed at any moment, out of disk: what was acknowledged is there, the rest is absent, never half."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.store.crashing import BATCH
from tui_reader.domain.models import Scope
from tui_reader.store import Library

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("TUI_READER_CRASH_ROUNDS", "3"))
"""Two writers are killed in each."""

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@posix
def test_two_writers_are_killed_at_any_moment(path: Path, tmp_path: Path) -> None:
    rng = random.Random()
    logs = [tmp_path / "one.log", tmp_path / "two.log"]
    for _ in range(ROUNDS):
        writers = [
            subprocess.Popen([sys.executable, "-m", "tests.store.crashing", path, log, log.stem], cwd=ROOT)
            for log in logs
        ]
        try:
            wait_for(lambda: all(log.exists() for log in logs), writers)
            for writer in writers:
                time.sleep(rng.uniform(0.05, 0.5))
                assert writer.poll() is None
                writer.send_signal(signal.SIGKILL)
        finally:
            for writer in writers:
                writer.kill()
                writer.wait()
        with Library.open(path) as library:
            assert library.health().problems == ()
            for log in logs:
                check(library, log)
    steps = sum(log.read_text().count("ed") for log in logs)
    assert steps > ROUNDS


def wait_for(ready: object, writers: list[subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + 30
    while not ready() and time.monotonic() < deadline:  # type: ignore[operator]
        assert all(writer.poll() is None for writer in writers)
        time.sleep(0.01)


def check(library: Library, log: Path) -> None:
    """The library against one writer's log, whose last line may be cut off."""
    steps = [json.loads(line) for line in log.read_text().splitlines(keepends=True) if line.endswith("\n")]
    feeds = library.find_feed(f"https://{log.stem}.example/feed")
    if not feeds:
        assert not [step for step in steps if step[0] == "saved"]
        return
    guids = library.known_hashes(feeds[0].id)
    batches = Counter(guid.rpartition("/")[2].rpartition("-")[0] for guid in guids)
    assert set(batches.values()) <= {BATCH}
    assert {step[1] for step in steps if step[0] == "saved"} <= set(batches)
    assert set(batches) <= {step[1] for step in steps if step[0] == "saving"}
    (state,) = library.fetch_states([feeds[0].id])
    assert state.fetches == len(batches)
    assert feeds[0].articles == len(guids)
    check_marks(library, steps)
    rows = library.rows(Scope(feed_id=feeds[0].id))
    heads = library.heads(rows.ids)
    assert feeds[0].unread == sum(not head.read for head in heads)
    assert all(library.article(head.id) for head in heads)


def check_marks(library: Library, steps: list[list[object]]) -> None:
    """Each article has the flags of the last acknowledged mark, or of one that was begun when the writer died."""
    possible: dict[int, list[tuple[bool, bool]]] = {}
    for step, following in zip(steps, [*steps[1:], ["nothing"]], strict=True):
        if step[0] == "marking":
            flags = (step[2]["read"], step[2]["starred"])  # type: ignore[index]
            for article_id in step[1]:  # type: ignore[attr-defined]
                before = [] if following[0] == "marked" else possible.get(article_id, [(False, False)])
                possible[article_id] = [*before, flags]
    for head in library.heads(list(possible)):
        assert (head.read, head.starred) in possible[head.id]


FULL = """
import itertools, json, os, resource, sys
from pathlib import Path
from tests.store.crashing import save
from tui_reader.domain.models import Scope
from tui_reader.store import Library, LibraryError
with Library.open(Path(sys.argv[1])) as library:
    feed_id, _ = library.add_feed("https://a.example/feed")
    ids = [i for number in range(30) for i in save(library, feed_id, f"before-{number}")]
    library.mark(ids[:7], starred=True)
    largest = max(file.stat().st_size for file in library.path.parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + int(sys.argv[2]), resource.RLIM_INFINITY))
    saved, messages = len(ids), []
    for number in range(400):
        try:
            saved += len(save(library, feed_id, f"during-{number}"))
        except LibraryError as error:
            messages.append(str(error))
            counts = library.counts()
            assert (counts.all, counts.starred, len(library.rows(Scope()))) == (saved, 7, saved), counts
            assert library.article(ids[0]).document.text()
            if len(messages) == 3:
                break
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    saved += len(save(library, feed_id, "after"))
    library.mark(ids, read=True)
    print(json.dumps([saved, messages, library.health().problems]))
"""


@posix
@pytest.mark.parametrize("room", [0, 5_000, 60_000, 300_000])
def test_a_full_disk_is_named_and_reading_goes_on(path: Path, room: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, path, str(room)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    saved, messages, problems = json.loads(done.stdout)
    assert problems == []
    assert len(messages) == 3
    assert all("nothing was changed" in message and "Free some space" in message for message in messages)
    with Library.open(path) as library:
        assert library.counts().all == saved
        assert (library.counts().starred, library.health().problems) == (7, ())


@posix
def test_a_full_disk_when_a_library_is_made_leaves_no_file(path: Path) -> None:
    code = """if True:
        import resource, sys
        from pathlib import Path
        from tui_reader.store import Library, LibraryError
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            Library.open(Path(sys.argv[1]))
        except LibraryError as error:
            print(error)
    """
    command = [sys.executable, "-c", code, path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "Free some space" in done.stdout
    assert list(path.parent.iterdir()) == []
