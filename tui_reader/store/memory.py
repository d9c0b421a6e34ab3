"""The screen's memory: small texts under a key."""

import sqlite3

from .database import Database


def get_state(database: Database, key: str, default: str) -> str:
    with database.reading() as db:
        row = db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return row[0] if row else default


def set_state(db: sqlite3.Connection, key: str, value: str) -> None:
    db.execute("INSERT INTO state VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", (key, value))
