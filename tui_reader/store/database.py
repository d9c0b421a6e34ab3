"""The connections to one library: a writer on its own thread, and one reading connection for each thread that asks."""

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from . import opening
from .errors import LibraryError, explain, shown
from .schema import SCHEMA_VERSION
from .writer import Urgency, Writer

T = TypeVar("T")

BUSY_SECONDS = 10.0
"""How long a write waits for another process that writes."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -8192",
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA wal_autocheckpoint = 16000",
)


class Database:
    """An open library. Every method may be called from any thread; errors of SQLite come as `LibraryError`."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self.read_only = False
        self.warnings: tuple[str, ...] = ()
        self._mode = "rw"
        self._immutable = ""
        self._journal = "WAL"
        self._local = threading.local()
        self._open: dict[int, tuple[threading.Thread, sqlite3.Connection]] = {}
        self._reading = 0
        self._closed = False
        self._changed = threading.Condition()
        if create and not os.path.lexists(path):
            opening.create(path)
        self._file = _enter(path)
        try:
            self._prepare()
        except BaseException:
            _leave(self._file)
            raise
        self.writer = Writer(self._connect_writer, path)

    def _prepare(self) -> None:
        """First contact: settle how the file can be opened, which journal it gets, and its version."""
        if kind := opening.network_file_system(self.path):
            self._journal = "DELETE"
            text = f"The library lies on a network drive ({kind}): slower, and open it on one machine at a time."
            self.warnings += (text,)
        try:
            if os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK):
                opening.protect(self.path)
                db = self._connect()
                try:
                    self._set_journal(db)
                    opening.migrate(db, self.path)
                except BaseException:
                    db.close()
                    raise
            else:
                db = self._prepare_reading()
            self._keep(db)
        except sqlite3.Error as error:
            raise explain(error, self.path) from None

    def _set_journal(self, db: sqlite3.Connection) -> None:
        if db.execute("PRAGMA journal_mode").fetchone()[0].upper() == self._journal:
            return
        got = db.execute(f"PRAGMA journal_mode = {self._journal}").fetchone()[0]
        if self._journal == "WAL" and got.upper() != "WAL":
            self.warnings += ("The library's disk does not support SQLite's log: the screen may wait for a refresh.",)

    def _prepare_reading(self) -> sqlite3.Connection:
        self.read_only, self._mode = True, "ro"
        self.warnings += (f"Nothing that you mark is kept: the library cannot be written to ({shown(self.path)}).",)
        try:
            db = self._connect()
        except sqlite3.OperationalError:
            self._immutable = "&immutable=1"  # a log-mode file in a folder where the log's index cannot be made
            db = self._connect()
        if db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
            db.close()
            raise LibraryError(f"{shown(self.path)} is of another version and cannot be converted: it is read-only.")
        return db

    def _connect(self) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?mode={self._mode}{self._immutable}"
        db = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=200
        )
        try:
            for pragma in _PRAGMAS:
                db.execute(pragma)
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            db.close()
            raise
        return db

    def _connect_writer(self) -> sqlite3.Connection:
        db = self._connect()
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA cache_size = -32768")
        return db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's reading connection; it cannot write."""
        with self._changed:
            if self._closed:
                raise LibraryError("The library is closed.")
            self._reading += 1
        try:
            yield self._mine()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        finally:
            with self._changed:
                self._reading -= 1
                if self._closed:
                    self._changed.notify_all()

    def _mine(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            self._keep(db := self._connect())
        return db

    def _keep(self, db: sqlite3.Connection) -> None:
        db.execute("PRAGMA query_only = ON")
        self._local.db = db
        with self._changed:
            for key, (thread, old) in list(self._open.items()):
                if not thread.is_alive():
                    old.close()
                    del self._open[key]
            self._open[id(db)] = (threading.current_thread(), db)

    def write(self, work: Callable[[sqlite3.Connection], T], urgency: Urgency = Urgency.USER) -> T:
        """What `work(connection)` returns, once its transaction is committed; else nothing of it was done."""
        self.check_writable()
        return self.writer.run(work, urgency)

    def sync(self) -> None:
        """Have on the disk what was written until now: a transaction that changes nothing, synced."""
        self.write(lambda db: db.execute("UPDATE search_state SET next_docid = next_docid").rowcount)

    def check_writable(self) -> None:
        """Raises LibraryError when nothing can be written."""
        if self.read_only:
            where = shown(self.path)
            raise LibraryError(
                f"The library cannot be written to: check the permissions of {where} and those of its folder."
            )

    def data_version(self) -> int:
        """Another value than before: another process has written."""
        if not self.read_only:
            return self.writer.data_version()
        with self.reading() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])

    def back_up(self) -> Path:
        """Write a copy beside the library; its path. On a connection of its own: nobody waits."""
        try:
            with closing(self._connect()) as db:
                return opening.back_up(db, self.path)
        except sqlite3.Error as error:
            raise explain(error, self.path) from None

    def close(self) -> None:
        """Finish what is queued, then close every connection, whichever thread opened it. May be called twice."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            for _, db in self._open.values():
                db.interrupt()
            self._changed.wait_for(lambda: self._reading == 0, timeout=BUSY_SECONDS)
            for _, db in self._open.values():
                db.execute("PRAGMA query_only = OFF")  # so that the last one to close writes the log back
                db.close()
            self._open.clear()
        self.writer.close()
        _leave(self._file)


_opened: Counter[tuple[int, int]] = Counter()
"""The files that this process has open, by device and number, how often each."""
_opening = threading.Lock()


def _enter(path: Path) -> tuple[int, int]:
    """Look at the file at `path`, unless it is open here: closing it again would take SQLite's locks on it away.

    They belong to the process. Without them another process that ends takes itself for the last one, and removes the
    log. Raises LibraryError.
    """
    with _opening:
        try:
            found = path.stat()
        except OSError:
            found = None
        if found is None or not _opened[found.st_dev, found.st_ino]:
            opening.check(path)
            found = path.stat()
        file = found.st_dev, found.st_ino
        _opened[file] += 1
        return file


def _leave(file: tuple[int, int]) -> None:
    with _opening:
        _opened[file] -= 1
