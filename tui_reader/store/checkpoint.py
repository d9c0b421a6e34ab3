"""Writing the log back into the file on a thread of its own: inside a commit it held the writer for 40 to 75 ms."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

LOG_BYTES = 4 << 20
"""A log below this size is left alone."""
PAUSE_SECONDS = 2.0


class Checkpointer:
    """Starts its thread with the first log that is large enough."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], path: Path) -> None:
        self._connect = connect
        self._log = path.with_name(path.name + "-wal")
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def poke(self) -> None:
        """Something was committed. Called by the writer's thread only."""
        if self._wake.is_set() or not self._large():
            return
        self._wake.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, name="library-checkpoint", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()

    def _large(self) -> bool:
        try:
            return self._log.stat().st_size > LOG_BYTES
        except OSError:
            return False

    def _loop(self) -> None:
        try:
            with closing(self._connect()) as db:
                while self._wake.wait() and not self._stop.wait(PAUSE_SECONDS):
                    self._wake.clear()
                    db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error:
            self._stop.set()  # the commits see to it, or the next start
