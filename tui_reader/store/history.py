"""What the user did: marks, a feed removed or renamed. Each is one entry of a journal, which undo() takes back.

A change of many articles is made in parts of at most 1,000, each a transaction of its own that also journals what it
changed, so that a crash in between leaves a smaller change that can still be undone.
"""

import json
import sqlite3
import time
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ..domain.models import Change
from .database import Database
from .errors import LibraryError
from .feeds import NAME, now
from .writer import Urgency

PART = 1_000
PART_SECONDS = 0.025
"""After a part that took longer, the next is half as large."""
ENTRIES_KEPT = 200
_FLAGS = ("read", "starred", "later", "changed")
_OLD = "read + starred * 2 + later * 4 + changed * 8"
_LABELS = {
    ("read", True): "Marked {n} read",
    ("read", False): "Marked {n} unread",
    ("starred", True): "Starred {n}",
    ("starred", False): "Took the star off {n}",
    ("later", True): "Put {n} on the later list",
    ("later", False): "Took {n} off the later list",
}
NOTHING = Change("Nothing to change")


@dataclass(frozen=True, slots=True)
class Marks:
    """The flags to set; None leaves a flag as it is."""

    read: bool | None = None
    starred: bool | None = None
    later: bool | None = None

    def set(self) -> list[tuple[str, bool]]:
        values = (("read", self.read), ("starred", self.starred), ("later", self.later))
        return [(name, value) for name, value in values if value is not None]

    def bits(self) -> tuple[int, int]:
        """(mask of the flags concerned, their values). Reading again takes the "changed" mark away."""
        chosen = self.set()
        mask = sum(1 << _FLAGS.index(name) for name, _ in chosen)
        return mask | (8 if self.read is not None else 0), sum(1 << _FLAGS.index(n) for n, value in chosen if value)

    def label(self, number: int) -> str:
        n = "1 article" if number == 1 else f"{number:,} articles"
        again = "it" if number == 1 else "them"
        texts = [_LABELS[flag].format(n=again if index else n) for index, flag in enumerate(self.set())]
        return ", ".join([*texts[:1], *(text[0].lower() + text[1:] for text in texts[1:])])


def mark(database: Database, ids: Sequence[int], marks: Marks, *, undoable: bool = True) -> Change:
    """Set flags of articles. Ids that do not exist, and articles that have the flags already, are left out."""
    if not marks.set():
        return NOTHING
    entry, done = 0, array("q")
    unique = array("q", sorted(set(ids)))
    start, size = 0, PART
    whole = len(unique) <= PART
    while part := unique[start : start + size]:
        begun = time.perf_counter()
        work = partial(_mark_part, ids=part, marks=marks, entry=entry, before=len(done), undoable=undoable)
        entry, changed = database.write(work, Urgency.USER if whole else Urgency.PART)
        done.extend(changed)
        start += size
        slow = time.perf_counter() - begun > PART_SECONDS
        size = max(size // 2, PART // 16, 1) if slow else min(size * 2, PART)
    if done and not whole:
        database.sync()
    return Change(marks.label(len(done)), done) if done else NOTHING


def _mark_part(
    db: sqlite3.Connection, ids: "array[int]", marks: Marks, entry: int, before: int, undoable: bool
) -> "tuple[int, array[int]]":
    mask, values = marks.bits()
    found = db.execute(
        f"SELECT id, {_OLD}, coalesce(read_at, 0) FROM article WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids.tolist()),),
    )
    old = [row for row in found.fetchall() if row[1] & mask != values]
    changed = array("q", (article_id for article_id, _, _ in old))
    if not old:
        return entry, changed
    _set_flags(db, changed, mask, values, now())
    if undoable:
        entry = entry or new_entry(db, "mark", data=str(mask))
        _label(db, entry, marks.label(before + len(old)))
        part = zlib.compress(changed.tobytes() + bytes(flags for _, flags, _ in old), 1)
        times = array("q", (at for _, _, at in old))
        packed = zlib.compress(times.tobytes(), 1) if mask & 1 and any(times) else None
        db.execute("INSERT INTO history_part (history_id, data, times) VALUES (?, ?, ?)", (entry, part, packed))
    return entry, changed


def _set_flags(db: sqlite3.Connection, ids: "array[int]", mask: int, values: int, at: int | None) -> None:
    """`at`: when those that become read were read; None for "unknown"."""
    sets = [f"{name} = {values >> bit & 1}" for bit, name in enumerate(_FLAGS) if mask >> bit & 1]
    if mask & 1:
        sets.append("read_at = :at")
    db.execute(
        f"UPDATE article SET {', '.join(sets)} WHERE id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(ids.tolist()), "at": at if values & 1 else None},
    )


def new_entry(db: sqlite3.Connection, kind: str, label: str = "", data: str = "") -> int:
    """Journal a change, the newest from then on; its number."""
    cursor = db.execute("INSERT INTO history (at, kind, label, data) VALUES (?, ?, ?, ?)", (now(), kind, label, data))
    entry = int(cursor.lastrowid or 0)
    db.execute("DELETE FROM history WHERE id <= ?", (entry - ENTRIES_KEPT,))
    return entry


def _label(db: sqlite3.Connection, entry: int, label: str) -> None:
    db.execute("UPDATE history SET label = ? WHERE id = ?", (label, entry))


def read_at(database: Database, ids: Sequence[int]) -> dict[int, int]:
    """{id: when it was marked read, Unix seconds} of those of `ids` that are read and of which that is known."""
    with database.reading() as db:
        query = "SELECT id, read_at FROM article WHERE id IN (SELECT value FROM json_each(?)) AND read_at IS NOT NULL"
        return dict(db.execute(query, (json.dumps(list(ids)),)).fetchall())


# ---- feeds ----


def remove_feed(db: sqlite3.Connection, feed_id: int) -> Change:
    """Hide a feed and its articles; what a later purge deletes. Raises LibraryError for an unknown id."""
    row = db.execute(
        f"SELECT {NAME}, f.builtin FROM feed f WHERE f.id = ? AND f.removed IS NULL", (feed_id,)
    ).fetchone()
    if row is None:
        raise LibraryError(f"There is no feed {feed_id}: `tui-reader feeds` lists them.")
    if row[1]:
        raise LibraryError("The list of saved articles is part of the library and cannot be removed.")
    db.execute("UPDATE feed SET removed = ? WHERE id = ?", (now(), feed_id))
    label = f"Removed the feed {row[0]}"
    new_entry(db, "remove", label, str(feed_id))
    return Change(label)


def forget_removal(db: sqlite3.Connection, feed_id: int) -> None:
    """Drop the journal's entries about a removal that was taken back otherwise, or can no longer be."""
    db.execute("DELETE FROM history WHERE kind = 'remove' AND data = ?", (str(feed_id),))


def journal_feed(db: sqlite3.Connection, feed_id: int) -> None:
    """Before a feed is changed: journal its title, folders and full-text setting."""
    row = db.execute(f"SELECT {NAME}, f.title, f.full_text FROM feed f WHERE f.id = ?", (feed_id,)).fetchone()
    folders = [name for (name,) in db.execute("SELECT name FROM folder WHERE feed_id = ?", (feed_id,))]
    data = json.dumps([feed_id, row[1], row[2], folders])
    new_entry(db, "feed", f"Changed the feed {row[0]}", data)


# ---- back ----


def undo(database: Database) -> Change | None:
    """Take the newest change back, whichever process made it; None when there is none left."""
    if (entry := database.write(_newest)) is None:
        return None
    number, label = entry
    ids, done = database.write(lambda db: _undo_part(db, number))
    if not done:
        while not done:
            part, done = database.write(lambda db: _undo_part(db, number), Urgency.PART)
            ids.extend(part)
        database.sync()
    return Change(label, ids)


def _newest(db: sqlite3.Connection) -> tuple[int, str] | None:
    row = db.execute("SELECT id, label FROM history ORDER BY id DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else None


def _undo_part(db: sqlite3.Connection, entry: int) -> "tuple[array[int], bool]":
    ids: array[int] = array("q")
    row = db.execute("SELECT kind, data FROM history WHERE id = ?", (entry,)).fetchone()
    if row is None:
        return ids, True
    kind, data = row
    if kind == "mark":
        query = "SELECT id, data, times FROM history_part WHERE history_id = ? ORDER BY id DESC LIMIT 2"
        parts = db.execute(query, (entry,)).fetchall()
        for part_id, packed, times in parts[:1]:
            for flags, group in _groups(packed, int(data)):
                _set_flags(db, group, int(data), flags, None)
                ids.extend(group)
            if times is not None:
                _restore_times(db, packed, times)
            db.execute("DELETE FROM history_part WHERE id = ?", (part_id,))
        if len(parts) == 2:
            return ids, False
    elif kind == "remove":
        db.execute("UPDATE feed SET removed = NULL WHERE id = ?", (int(data),))
    elif kind == "feed":
        _restore_feed(db, *json.loads(data))
    elif kind == "story":
        from . import stories

        ids.extend(stories.undo(db, data))
    db.execute("DELETE FROM history WHERE id = ?", (entry,))
    return ids, True


def _groups(packed: bytes, mask: int) -> "Iterator[tuple[int, array[int]]]":
    data = zlib.decompress(packed)
    number = len(data) // 9
    groups: dict[int, array[int]] = {}
    for article_id, flags in zip(array("q", data[: number * 8]), data[number * 8 :], strict=True):
        groups.setdefault(flags & mask, array("q")).append(article_id)
    yield from groups.items()


def _restore_times(db: sqlite3.Connection, packed: bytes, times: bytes) -> None:
    at = array("q", zlib.decompress(times))
    ids = array("q", zlib.decompress(packed)[: len(at) * 8])
    rows = [(then, article_id) for then, article_id in zip(at, ids, strict=True) if then]
    db.executemany("UPDATE article SET read_at = ? WHERE id = ? AND read = 1", rows)


def _restore_feed(db: sqlite3.Connection, feed_id: int, title: str, full_text: str, folders: Sequence[str]) -> None:
    db.execute("UPDATE feed SET title = ?, full_text = ? WHERE id = ?", (title, full_text, feed_id))
    db.execute("DELETE FROM folder WHERE feed_id = ?", (feed_id,))
    query = "INSERT OR IGNORE INTO folder SELECT id, ? FROM feed WHERE id = ?"
    db.executemany(query, [(name, feed_id) for name in folders])
