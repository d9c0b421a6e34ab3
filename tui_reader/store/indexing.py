"""Making articles findable, after a refresh and in slices.

An article is in the index under a number of its own, `docid`. One below `first_docid` means "still to be indexed": that
is the queue, and it survives everything. Changing an article sets it to 0, which leaves its old entry pointing nowhere;
when a fifth of the index is like that, it starts anew. An article without a document has -1 (see `settling`).
"""

import sqlite3
import time
from functools import partial
from typing import Any, NamedTuple

from ..domain.opening import opening
from .codec import unpack_document
from .database import Database
from .words import words
from .writer import Urgency

MERGE_PAGES = 16
"""Of the index in one transaction: about 1 ms. Left to FTS5, a commit among a million articles took up to 58 ms."""
MERGES = 12
"""After one slice at the most; a usual one needs three."""
SLICE = 100
SLICE_SECONDS = 0.012
STALE_SHARE = 0.2
STALE_LEAST = 1_000
TEXT_LIMIT = 400_000
"""Characters of one article that are indexed."""
TEXT = "a.title, d.author, d.source, coalesce(b.full_document, b.feed_document)"
"""SQL: what `texts` takes."""
_PENDING = "docid >= 0 AND docid < (SELECT first_docid FROM search_state)"


def texts(title: str, author: str, source: str, body: bytes) -> tuple[str, ...]:
    """What of an article is searched."""
    return title, author, source, unpack_document(body).text()[:TEXT_LIMIT]


class _Waiting(NamedTuple):
    id: int
    title: str
    hash: bytes
    words: str
    opening: str
    """What an article without a title is called from now on."""


def index_pending(database: Database, limit: int = 200) -> int:
    """Index up to `limit` waiting articles, in slices that other writers can come between; how many still wait."""
    done = 0
    while done < limit and (slice_ := _waiting(database, min(SLICE, limit - done))):
        done += database.write(partial(_index, slice_=slice_), Urgency.REFRESH)
        merge(database)
    left = pending(database)
    if done and not left and _stale(database):
        database.write(_start_anew, Urgency.REFRESH)
        left = pending(database)
    return left


def merge(database: Database) -> None:
    """Bring parts of the index together, as far as adding a slice to it made that needful."""
    for _ in range(MERGES):
        if not database.write(_merge, Urgency.REFRESH):
            return


def _merge(db: sqlite3.Connection) -> bool:
    """Whether there was something to do: FTS5 changes two rows at the least then."""
    before = db.total_changes
    db.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (MERGE_PAGES,))
    return db.total_changes - before >= 2


def pending(database: Database) -> int:
    """How many articles wait for being indexed."""
    with database.reading() as db:
        return int(db.execute(f"SELECT count(*) FROM article INDEXED BY article_docid WHERE {_PENDING}").fetchone()[0])


def _waiting(database: Database, number: int) -> list[_Waiting]:
    with database.reading() as db:
        found = db.execute(
            f"SELECT a.id, coalesce(d.full_hash, d.feed_hash), {TEXT} FROM article a INDEXED BY article_docid"
            " JOIN detail d ON d.article_id = a.id JOIN body b ON b.article_id = a.id"
            f" WHERE {_PENDING} ORDER BY a.docid, a.id LIMIT ?",
            (number,),
        ).fetchall()
    return [_prepared(*row) for row in found]


def _prepared(article_id: int, digest: bytes, title: str, *rest: Any) -> _Waiting:
    found = texts(title, *rest)
    return _Waiting(article_id, title, digest, index_words(*found), "" if title else opening(found[-1]))


def index_words(*parts: str) -> str:
    """What the index takes of an article's title, author, source and text: each word once."""
    return " ".join(dict.fromkeys(word for text in parts for word in words(text[:TEXT_LIMIT])))


class Appending:
    """Adds articles to the index, in the transaction that `db` is in. To be ended with `close`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.first, self._docid = db.execute("SELECT first_docid, next_docid FROM search_state").fetchone()

    def add(self, article_id: int, words: str) -> None:
        self._db.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (self._docid, words))
        self._db.execute("UPDATE article SET docid = ? WHERE id = ?", (self._docid, article_id))
        self._docid += 1

    def close(self) -> None:
        self._db.execute("UPDATE search_state SET next_docid = ?", (self._docid,))


def _index(db: sqlite3.Connection, slice_: list[_Waiting]) -> int:
    """Index as much of a slice as there is time for; how many articles. One that changed meanwhile waits on."""
    started = time.perf_counter()
    index = Appending(db)
    number = 0
    for waiting in slice_:
        number += 1
        same = db.execute(
            "SELECT 1 FROM article a JOIN detail d ON d.article_id = a.id"
            " WHERE a.id = ? AND a.docid < ? AND a.title = ? AND coalesce(d.full_hash, d.feed_hash) = ?",
            (waiting.id, index.first, waiting.title, waiting.hash),
        ).fetchone()
        if same:
            index.add(waiting.id, waiting.words)
            if waiting.opening:
                db.execute("UPDATE article SET title = ? WHERE id = ?", (waiting.opening, waiting.id))
        if time.perf_counter() - started > SLICE_SECONDS:
            break
    index.close()
    return number


def stale_share(database: Database) -> tuple[int, float]:
    """(entries of the index, share of them that point nowhere)."""
    with database.reading() as db:
        first, following = db.execute("SELECT first_docid, next_docid FROM search_state").fetchone()
        query = "SELECT count(*) FROM article INDEXED BY article_docid WHERE docid >= ?"
        live = db.execute(query, (first,)).fetchone()[0]
    entries = following - first
    return entries, (entries - live) / entries if entries else 0.0


def _stale(database: Database) -> bool:
    entries, share = stale_share(database)
    return entries >= STALE_LEAST and share > STALE_SHARE


def _start_anew(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    db.execute("UPDATE search_state SET first_docid = next_docid")
