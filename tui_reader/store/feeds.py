"""The feeds that the library knows, and what is known about fetching them."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from ..domain.fetching import FetchState
from ..domain.models import Feed
from ..domain.text import clean_text
from .codec import micro_moment, micros
from .database import Database
from .schema import FETCH_APART, FETCH_FIELDS, FETCH_TIMES

USER_FIELDS = frozenset(("allow_private", "user_agent", "header", "auth_user", "secret_command"))
"""Fields of `FetchState` that only the user sets; a fetch never changes them."""

NAME = "coalesce(nullif(f.title, ''), nullif(f.own_title, ''), f.url)"
"""SQL: what the feed `f` is called."""

_FEED = f"""
SELECT f.id, f.url, {NAME}, f.site_url, c.unread, c.articles, f.error, x.checked, x.next_check, x.gone, f.full_text,
  f.builtin
FROM feed f JOIN counter c ON c.feed_id = f.id JOIN fetch x ON x.feed_id = f.id
WHERE f.removed IS NULL
"""


def now() -> int:
    return int(datetime.now(UTC).timestamp())


def clean_address(url: str) -> str:
    """An address as it is stored: one line of safe characters, never cut."""
    return "".join(clean_text(url).split("\n")).strip()


def _feed(row: Sequence[Any], folders: Sequence[str]) -> Feed:
    return Feed(
        id=row[0],
        url="" if row[11] else row[1],
        title=row[2],
        site_url=row[3],
        folders=tuple(folders),
        unread=row[4],
        articles=row[5],
        error=row[6],
        checked=micro_moment(row[7]),
        next_check=micro_moment(row[8]),
        gone=bool(row[9]),
        full_text=row[10],
    )


def feeds(database: Database) -> list[Feed]:
    """All feeds by title; the built-in one last."""
    with database.reading() as db:
        found = db.execute(_FEED).fetchall()
        folders: dict[int, list[str]] = {}
        for feed_id, name in db.execute("SELECT feed_id, name FROM folder ORDER BY feed_id, name"):
            folders.setdefault(feed_id, []).append(name)
    known = (_feed(row, folders.get(row[0], ())) for row in found)
    return sorted(known, key=lambda feed: (feed.url == "", feed.title.casefold(), feed.id))


def feed(database: Database, feed_id: int) -> Feed | None:
    with database.reading() as db:
        row = db.execute(_FEED + " AND f.id = ?", (feed_id,)).fetchone()
        folders = db.execute("SELECT name FROM folder WHERE feed_id = ? ORDER BY name", (feed_id,)).fetchall()
    return _feed(row, [name for (name,) in folders]) if row else None


def find_feed(database: Database, text: str) -> list[Feed]:
    """The feeds that `text` may mean: an id, an address or a title; else all whose title or address holds it."""
    wanted = text.strip().casefold()
    if not wanted:
        return []
    known = feeds(database)
    tests: tuple[Callable[[Feed], bool], ...] = (
        lambda feed: str(feed.id) == wanted,
        lambda feed: wanted in (feed.url.casefold(), feed.site_url.casefold()),
        lambda feed: feed.title.casefold() == wanted,
        lambda feed: wanted in feed.title.casefold(),
        lambda feed: wanted in feed.url.casefold(),
    )
    return next((found for test in tests if (found := [feed for feed in known if test(feed)])), [])


def fetch_states(database: Database, feed_ids: Sequence[int] | None = None) -> list[FetchState]:
    """The states of all feeds, or of those of `feed_ids` that exist, by id; the built-in feed has none."""
    columns = ", ".join(f"x.{name}" for name in FETCH_FIELDS)
    query = f"SELECT f.id, f.url, {NAME}, f.full_text, {columns} FROM feed f JOIN fetch x ON x.feed_id = f.id"
    query += " WHERE f.removed IS NULL AND f.builtin = 0"
    parameters: tuple[str, ...] = ()
    if feed_ids is not None:
        query += " AND f.id IN (SELECT value FROM json_each(?))"
        parameters = (json.dumps(list(feed_ids)),)
    with database.reading() as db:
        found = db.execute(query + " ORDER BY f.id", parameters).fetchall()
    return [_state(row) for row in found]


def _state(row: Sequence[Any]) -> FetchState:
    values: dict[str, Any] = dict(zip(FETCH_APART, row, strict=False))
    for name, value in zip(FETCH_FIELDS, row[len(FETCH_APART) :], strict=True):
        values[name] = micro_moment(value) if name in FETCH_TIMES else value
    values["gone"] = bool(values["gone"])
    return FetchState(**values)


_SAVED_FIELDS = tuple(name for name in FETCH_FIELDS if name not in USER_FIELDS)
_SAVE = f"UPDATE fetch SET {', '.join(f'{name} = ?' for name in _SAVED_FIELDS)} WHERE feed_id = ?"


def save_state(db: sqlite3.Connection, state: FetchState, error: str) -> None:
    """Store all of `state` but what only the user sets. An address that another feed has is not taken over."""
    values = [getattr(state, name) for name in _SAVED_FIELDS]
    for index, name in enumerate(_SAVED_FIELDS):
        if name in FETCH_TIMES:
            values[index] = micros(values[index])
        elif isinstance(values[index], str):
            values[index] = clean_text(values[index])
    db.execute(_SAVE, (*values, state.feed_id))
    db.execute("UPDATE feed SET error = ? WHERE id = ? AND error <> ?", (error, state.feed_id, error))
    db.execute("UPDATE OR IGNORE feed SET url = ? WHERE id = ? AND url <> ?", (state.url, state.feed_id, state.url))


def known_hashes(database: Database, feed_id: int) -> dict[str, str]:
    with database.reading() as db:
        query = "SELECT d.guid, d.changed_hash FROM article a JOIN detail d ON d.article_id = a.id WHERE a.feed_id = ?"
        return dict(db.execute(query, (feed_id,)).fetchall())
