"""Feeds that come, change their name or folder, or come back."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from ..domain.fetching import NewFeed
from ..domain.text import clean_line
from .errors import LibraryError
from .feeds import USER_FIELDS, clean_address, now
from .history import forget_removal, journal_feed

SAVED_URL = "saved:"
"""The stored address of the built-in feed of articles that were saved by their address."""


def add_feed(db: sqlite3.Connection, new: NewFeed, allow_private: str = "") -> tuple[int, bool]:
    """(id, whether it is new). A removed feed comes back with its articles; folders are added to those it has."""
    url = clean_address(new.url)
    if not url:
        raise LibraryError("A feed needs an address.")
    row = db.execute("SELECT id, removed FROM feed WHERE url = ?", (url,)).fetchone()
    if row is None:
        title, site_url = clean_line(new.title), clean_address(new.site_url)
        query = "INSERT INTO feed (url, title, site_url, added) VALUES (?, ?, ?, ?)"
        feed_id, is_new = int(db.execute(query, (url, title, site_url, now())).lastrowid or 0), True
    else:
        feed_id, is_new = row[0], row[1] is not None
    if row and is_new:
        db.execute("UPDATE feed SET removed = NULL WHERE id = ?", (feed_id,))
        db.execute("UPDATE fetch SET next_check = NULL, gone = 0 WHERE feed_id = ?", (feed_id,))
        forget_removal(db, feed_id)
    if allow_private:
        db.execute("UPDATE fetch SET allow_private = ? WHERE feed_id = ?", (clean_line(allow_private), feed_id))
    _add_folders(db, feed_id, new.folders)
    return feed_id, is_new


def add_feeds(db: sqlite3.Connection, feeds: Sequence[NewFeed]) -> tuple[int, int]:
    """(added, already there)."""
    added = sum(is_new for _, is_new in [add_feed(db, new) for new in feeds])
    return added, len(feeds) - added


def _add_folders(db: sqlite3.Connection, feed_id: int, names: Iterable[str]) -> None:
    rows = [(feed_id, name) for name in map(clean_line, names) if name]
    db.executemany("INSERT OR IGNORE INTO folder (feed_id, name) VALUES (?, ?)", rows)


def saved_feed(db: sqlite3.Connection) -> int:
    """The id of the built-in feed, which is made when it is missing."""
    if row := db.execute("SELECT id FROM feed WHERE builtin = 1").fetchone():
        return int(row[0])
    query = "INSERT INTO feed (url, title, builtin, added) VALUES (?, 'Saved articles', 1, ?)"
    return int(db.execute(query, (SAVED_URL, now())).lastrowid or 0)


def set_feed(
    db: sqlite3.Connection,
    feed_id: int,
    title: str | None,
    full_text: str | None,
    folders: Sequence[str] | None,
    fetch: Mapping[str, str],
) -> None:
    """Change what is given. Raises LibraryError for an unknown feed or setting."""
    if not db.execute("SELECT 1 FROM feed WHERE id = ? AND removed IS NULL", (feed_id,)).fetchone():
        raise LibraryError(f"There is no feed {feed_id}: `tui-reader feeds` lists them.")
    if full_text not in (None, "never", "open", "refresh"):
        raise LibraryError("The full text of a feed is fetched never, open or refresh.")
    if title is not None or full_text is not None or folders is not None:
        journal_feed(db, feed_id)
    if title is not None:
        db.execute("UPDATE feed SET title = ? WHERE id = ?", (clean_line(title), feed_id))
    if full_text is not None:
        db.execute("UPDATE feed SET full_text = ? WHERE id = ?", (full_text, feed_id))
    if folders is not None:
        db.execute("DELETE FROM folder WHERE feed_id = ?", (feed_id,))
        _add_folders(db, feed_id, folders)
    for name in USER_FIELDS & fetch.keys():
        db.execute(f"UPDATE fetch SET {name} = ? WHERE feed_id = ?", (clean_line(fetch[name], 2_000), feed_id))
