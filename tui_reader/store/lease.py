"""Who refreshes: a row with a heartbeat keeps the other instances out. And what is deleted in passing."""

import os
import socket
import sqlite3
from functools import partial

from .database import Database
from .feeds import now
from .history import forget_removal
from .writer import Urgency

STALE_SECONDS = 120
PURGE_SECONDS = 7 * 86_400
PURGE_PART = 200


def owner() -> str:
    """A name for this process and library object; dead processes of this machine can be told by it."""
    return f"{socket.gethostname()}/{os.getpid()}/{os.urandom(6).hex()}"


def acquire(db: sqlite3.Connection, me: str) -> bool:
    """Whether the lease is mine now."""
    row = db.execute("SELECT owner, beat FROM lease WHERE name = 'refresh'").fetchone()
    if row and row[0] != me and abs(now() - row[1]) < STALE_SECONDS and not _dead(row[0]):
        return False
    db.execute("INSERT OR REPLACE INTO lease VALUES ('refresh', ?, ?)", (me, now()))
    return True


def _dead(name: str) -> bool:
    host, pid, _ = name.rsplit("/", 2)
    if os.name != "posix" or host != socket.gethostname():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (OSError, ValueError):
        return False
    return False


def heartbeat(db: sqlite3.Connection, me: str) -> bool:
    """Say that the refresh goes on; False when another instance took over meanwhile."""
    cursor = db.execute("UPDATE lease SET beat = ? WHERE name = 'refresh' AND owner = ?", (now(), me))
    return cursor.rowcount == 1


def release(db: sqlite3.Connection, me: str) -> None:
    db.execute("DELETE FROM lease WHERE name = 'refresh' AND owner = ?", (me,))


def purge(database: Database) -> None:
    """Delete the feeds that were removed more than a week ago, in small parts."""
    with database.reading() as db:
        query = "SELECT id FROM feed WHERE removed < ?"
        old = [feed_id for (feed_id,) in db.execute(query, (now() - PURGE_SECONDS,)).fetchall()]
    for feed_id in old:
        while not database.write(partial(_purge_part, feed_id=feed_id), Urgency.REFRESH):
            pass


def _purge_part(db: sqlite3.Connection, feed_id: int) -> bool:
    """Delete some of a removed feed's articles, or the feed when none is left; True when nothing is left to do."""
    if not db.execute("SELECT 1 FROM feed WHERE id = ? AND removed < ?", (feed_id, now() - PURGE_SECONDS)).fetchone():
        return True
    cursor = db.execute(
        "DELETE FROM article WHERE id IN (SELECT id FROM article WHERE feed_id = ? LIMIT ?)", (feed_id, PURGE_PART)
    )
    if cursor.rowcount:
        return False
    forget_removal(db, feed_id)
    db.execute("DELETE FROM feed WHERE id = ?", (feed_id,))
    return True
