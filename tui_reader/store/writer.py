"""The one thread that writes: a queue of closures, what the user did before what a refresh brought."""

import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from itertools import count
from pathlib import Path
from queue import Empty, PriorityQueue
from typing import Any, NamedTuple, TypeVar

from .checkpoint import Checkpointer
from .errors import LibraryError, explain

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Urgency(IntEnum):
    """Lower goes first."""

    USER = 0
    """Something the user did: also synced to the disk before it counts as done."""
    PART = 1
    """A part of it: synced with the last one."""
    REFRESH = 2
    CLOSE = 3


class _Job(NamedTuple):
    urgency: Urgency
    number: int
    work: Work[Any]
    future: "Future[Any]"
    transaction: bool = True


class Writer:
    """Runs closures on its own thread and connection, each in one transaction that took its lock at the start.

    The thread starts with the first closure. Errors come back to the caller: `sqlite3.Error` as `LibraryError`, all
    others as they are; either way the transaction is rolled back.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], path: Path) -> None:
        self._connect = connect
        self._path = path
        self._checkpointer = Checkpointer(connect, path)
        self._jobs: PriorityQueue[_Job] = PriorityQueue()
        self._numbers = count()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._full = False
        self._busy = False
        self._data_version = 0
        self.longest = 0.0
        """Seconds that the longest transaction has held the writer, for measurements."""
        self.longest_of = ""
        """What that one did: its function's name."""
        self.busiest = 0.0
        """Seconds of this thread's CPU time that a transaction has taken at the most."""

    def run(self, work: Work[T], urgency: Urgency = Urgency.USER) -> T:
        """What `work(connection)` returns, once it is committed."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("work must not wait for the thread it runs on")
        return self._submit(work, urgency).result()

    def _submit(self, work: Work[T], urgency: Urgency, *, transaction: bool = True) -> "Future[T]":
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise LibraryError("The library is closed.")
            self._jobs.put(_Job(urgency, next(self._numbers), work, future, transaction))
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop, name="library-writer", daemon=True)
                self._thread.start()
        return future

    def data_version(self) -> int:
        """Another value than before: another process has written. While the writer is busy, the last known value."""
        if self._busy or not self._jobs.empty():
            return self._data_version
        return self._submit(self._poll, Urgency.USER, transaction=False).result()

    def close(self) -> None:
        """Finish what the user and a refresh have queued, drop the rest, close the connection."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if self._thread is not None:
                self._jobs.put(_Job(Urgency.CLOSE, next(self._numbers), lambda db: None, Future()))
        if self._thread is not None:
            self._thread.join()

    def _loop(self) -> None:
        try:
            db = self._connect()
            self._poll(db)
        except BaseException as error:
            self._fail_all(error)
            return
        try:
            while (job := self._jobs.get()).urgency is not Urgency.CLOSE:
                self._do(db, job)
                del job
        finally:
            self._checkpointer.close()
            db.close()
            self._drain(LibraryError("The library is closed."))

    def _do(self, db: sqlite3.Connection, job: _Job) -> None:
        self._busy = True
        try:
            result = self._transact(db, job)
        except BaseException as error:
            self._busy = False
            job.future.set_exception(explain(error, self._path) if isinstance(error, sqlite3.Error) else error)
        else:
            self._busy = False
            job.future.set_result(result)
            self._checkpointer.poke()

    def _fail_all(self, error: BaseException) -> None:
        with self._lock:
            self._thread = None
        self._drain(explain(error, self._path) if isinstance(error, sqlite3.Error) else error)

    def _drain(self, error: BaseException) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            job.future.set_exception(error)

    def _poll(self, db: sqlite3.Connection) -> int:
        self._data_version = int(db.execute("PRAGMA data_version").fetchone()[0])
        return self._data_version

    def _transact(self, db: sqlite3.Connection, job: _Job) -> Any:
        if not job.transaction:
            return job.work(db)
        full = job.urgency is Urgency.USER
        if full is not self._full:
            db.execute(f"PRAGMA synchronous={'FULL' if full else 'NORMAL'}")
            self._full = full
        db.execute("BEGIN IMMEDIATE")
        started, busy = time.perf_counter(), time.thread_time()
        try:
            result = job.work(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        finally:
            held = time.perf_counter() - started
            self.busiest = max(self.busiest, time.thread_time() - busy)
            if held > self.longest:
                self.longest, self.longest_of = held, _name(job.work)
        return result


def _name(work: Work[Any]) -> str:
    return str(getattr(getattr(work, "func", work), "__qualname__", "")).removesuffix(".<locals>.<lambda>")
