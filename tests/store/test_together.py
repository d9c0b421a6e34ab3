"""Several threads, several instances: nobody waits for long, nobody overwrites, everything is closed."""

import gc
import os
import socket
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.store.making import NOW, document, entry, fetched, filled
from tui_reader.domain.fetching import FeedUpdate
from tui_reader.domain.models import ParsedFeed, Scope
from tui_reader.store import Library, LibraryError, NewFeed, database, lease
from tui_reader.store.writer import Urgency, Writer

ROOT = Path(__file__).parents[2]


def test_threads_read_and_write_at_once(library: Library) -> None:
    feed_id, ids = filled(library, 40)

    def work(number: int) -> int:
        library.mark([ids[number]], read=True)
        fetched(library, feed_id, [entry(f"t{number}")])
        library.index_pending(5)
        library.search("title")
        return library.counts().all

    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(work, range(40))) <= 80
    assert (library.counts().all, library.counts().unread) == (80, 40)
    assert library.health().problems == ()


def test_connections_of_threads_that_ended_are_closed(library: Library) -> None:
    for _ in range(5):
        thread = threading.Thread(target=library.counts)
        thread.start()
        thread.join()
    library.counts()
    assert len(library._database._open) <= 2


def test_the_users_marks_go_first(path: Path) -> None:
    Library.open(path).close()
    with Library.open(path) as library:
        writer = Writer(library._database._connect, path)
        started, release = threading.Event(), threading.Event()
        order: list[str] = []

        def slow(_: object) -> None:
            started.set()
            release.wait(10)

        with ThreadPoolExecutor(8) as pool:
            pool.submit(writer.run, slow, Urgency.REFRESH)
            started.wait(10)
            for number in range(3):
                pool.submit(writer.run, lambda _, n=number: order.append(f"refresh {n}"), Urgency.REFRESH)
                while writer._jobs.qsize() < number + 1:
                    time.sleep(0.001)
            pool.submit(writer.run, lambda _: order.append("user"), Urgency.USER)
            while writer._jobs.qsize() < 4:
                time.sleep(0.001)
            release.set()
        writer.close()
        assert order == ["user", "refresh 0", "refresh 1", "refresh 2"]


def test_work_that_fails_is_rolled_back_and_the_next_goes_on(library: Library) -> None:
    def half(db: object) -> None:
        db.execute("INSERT INTO state VALUES ('half', '1')")  # type: ignore[attr-defined]
        raise KeyError("half")

    with pytest.raises(KeyError):
        library._database.write(half)
    assert library.get_state("half") == ""
    with pytest.raises(LibraryError, match="no such table"):
        library._database.write(lambda db: db.execute("SELECT * FROM nowhere"))
    library.set_state("whole", "1")
    assert library.get_state("whole") == "1"


def test_a_reader_cannot_write(library: Library) -> None:
    with pytest.raises(LibraryError), library._database.reading() as db:
        db.execute("DELETE FROM feed")


def test_closing_finishes_what_was_queued_and_refuses_the_rest(path: Path) -> None:
    library = Library.open(path)
    _, ids = filled(library, 3)
    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(library.mark, [article_id], read=True) for article_id in ids]
        [future.result() for future in done]
    library.close()
    library.close()
    for call in (library.counts, lambda: library.mark(ids, read=False), library.data_version, library.undo):
        with pytest.raises(LibraryError, match="closed"):
            call()
    with Library.open(path) as again:
        assert again.counts().unread == 0
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.db"]


def test_nothing_is_left_open(path: Path) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        library = Library.open(path)
        filled(library, 3)
        thread = threading.Thread(target=library.rows, args=(Scope(),))
        thread.start()
        thread.join()
        library.close()
        del library
        gc.collect()
    assert [str(warning.message) for warning in caught] == []
    if sys.platform.startswith("linux"):
        open_files = [os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if _is_link(fd)]
        assert [name for name in open_files if name.startswith(str(path))] == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("library-")] == []


def _is_link(fd: str) -> bool:
    return os.path.lexists(f"/proc/self/fd/{fd}")


def test_another_instance_is_noticed(path: Path) -> None:
    with Library.open(path) as library, Library.open(path) as other:
        _, ids = filled(library, 3)
        before = library.data_version()
        library.mark(ids[:1], read=True)
        assert library.data_version() == before
        other.mark(ids[1:], read=True)
        assert library.data_version() != before
        assert library.counts().unread == 0


def test_a_second_refresh_is_kept_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library, Library.open(path) as other:
        assert library.acquire_refresh()
        assert library.acquire_refresh()
        assert not other.acquire_refresh()
        assert library.heartbeat()
        assert not other.heartbeat()
        other.release_refresh()
        assert not other.acquire_refresh()
        library.release_refresh()
        assert other.acquire_refresh()
        now = lease.now() + lease.STALE_SECONDS + 1
        monkeypatch.setattr(lease, "now", lambda: now)
        assert library.acquire_refresh()
        assert not other.heartbeat()


@pytest.mark.skipif(os.name != "posix", reason="processes of POSIX")
def test_a_dead_instance_keeps_nobody_out(library: Library) -> None:
    code = """if True:
        import os, sys
        from pathlib import Path
        from tui_reader.store import Library
        library = Library.open(Path(sys.argv[1]))
        os._exit(9 if library.acquire_refresh() else 1)
    """
    done = subprocess.run([sys.executable, "-c", code, library.path], cwd=ROOT, check=False)
    assert done.returncode == 9
    assert library.acquire_refresh()


def test_another_machines_lease_is_left_alone(library: Library) -> None:
    library._database.write(lambda db: lease.acquire(db, f"not-{socket.gethostname()}/1/abc"))
    assert not library.acquire_refresh()


def test_a_writer_that_never_ends_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with Library.open(path) as library, Library.open(path) as other:
        hold, done = threading.Event(), threading.Event()

        def long(_: object) -> None:
            hold.set()
            done.wait(10)

        with ThreadPoolExecutor(1) as pool:
            pool.submit(other._database.write, long)
            hold.wait(10)
            with pytest.raises(LibraryError, match="Another program has been writing"):
                library.set_state("a", "b")
            assert library.counts().all == 0
            done.set()
        library.set_state("a", "b")


def test_a_batch_in_ten_feeds_holds_nobody_up(library: Library) -> None:
    library.add_feeds([NewFeed(url=f"https://{number}.example/") for number in range(10)])
    text = document("word " * 400)
    updates = [
        FeedUpdate(
            feed_id=state.feed_id,
            state=state,
            now=NOW,
            feed=ParsedFeed(entries=tuple(entry(f"{state.feed_id}-{i}") for i in range(30))),
            documents={entry(f"{state.feed_id}-{i}").guid: text for i in range(30)},
        )
        for state in library.fetch_states()
    ]
    saved = library.save_updates(updates)
    assert [len(one.new_ids) for one in saved] == [30] * 10
    assert library.longest_write < 0.5


def test_opening_it_twice_leaves_its_locks_alone(path: Path) -> None:
    """Another process that ends must not take itself for the last one, and remove the log."""
    code = "import sys, pathlib, tui_reader.store as s; s.Library.open(pathlib.Path(sys.argv[1])).close()"
    with Library.open(path) as library:
        _, ids = filled(library, 5)
        with Library.open(path) as other:
            assert len(other.rows(Scope())) == 5
        subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, check=True)
        assert path.with_name("library.db-wal").stat().st_size > 0
        library.mark(ids[:2], read=True)
        assert library.counts().unread == 3
    with Library.open(path) as library:
        assert library.counts().unread == 3
    path.write_bytes(b"not a library")
    with pytest.raises(LibraryError, match="not a library"):
        Library.open(path)
