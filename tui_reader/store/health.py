"""How the library is, for `doctor`."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from ..domain.models import Counts
from ..domain.text import clean_line
from . import indexing, settling
from .articles import counts
from .database import Database
from .errors import LibraryError
from .feeds import feeds
from .opening import backups

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Sizes in bytes."""

    problems: tuple[str, ...]
    """What SQLite's own check found, clean lines; empty when all is well."""
    feeds: int
    counts: Counts
    size: int
    log_size: int
    """Of the write-ahead log beside the file."""
    free: int
    """Within the file, to be used again."""
    pending_index: int
    """Articles that search does not find yet."""
    stale_index: float
    """Share of the search index that points nowhere."""
    last_backup: datetime | None
    schema_version: int
    sqlite_version: str
    journal_mode: str
    warnings: tuple[str, ...]


def health(database: Database) -> Health:
    """Reads the whole file: about a second for 100,000 articles. What cannot be read of a damaged one is 0."""
    problems: list[str] = []

    def tried(work: Callable[[], T], otherwise: T) -> T:
        try:
            return work()
        except LibraryError as error:
            if str(error) not in problems:
                problems.append(str(error))
            return otherwise

    problems += tried(lambda: _problems(database), [])
    log = database.path.with_name(database.path.name + "-wal")
    return Health(
        feeds=tried(lambda: len(feeds(database)), 0),
        counts=tried(lambda: counts(database), Counts()),
        size=_size(database.path),
        log_size=_size(log),
        free=tried(lambda: _pragma(database, "page_size") * _pragma(database, "freelist_count"), 0),
        pending_index=tried(lambda: settling.waiting(database) + indexing.pending(database), 0),
        stale_index=tried(lambda: indexing.stale_share(database)[1], 0.0),
        last_backup=_last_backup(database.path),
        schema_version=tried(lambda: _pragma(database, "user_version"), 0),
        sqlite_version=sqlite3.sqlite_version,
        journal_mode=tried(lambda: str(_pragma(database, "journal_mode")), ""),
        warnings=database.warnings,
        problems=tuple(problems),
    )


def _problems(database: Database) -> list[str]:
    with database.reading() as db:
        found = [clean_line(row[0]) for row in db.execute("PRAGMA quick_check(10)").fetchall() if row[0] != "ok"]
        broken = db.execute("PRAGMA foreign_key_check").fetchmany(10)
    return found + [f"a row of {row[0]} belongs to nothing" for row in broken]


def _pragma(database: Database, name: str) -> Any:
    with database.reading() as db:
        return db.execute(f"PRAGMA {name}").fetchone()[0]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _last_backup(path: Path) -> datetime | None:
    newest = next(iter(backups(path)), None)
    try:
        return datetime.fromtimestamp(newest.stat().st_mtime, UTC) if newest else None
    except OSError:
        return None
