"""Entries whose text is still the feed's markup: kept as it came, until a job process has made documents of them.

A refresh has no time for that; this is the durable queue of what it left. Newest first, in short transactions.
"""

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.document import RawText
from ..domain.fetching import PackedDocument
from .codec import pack_quickly, unpack_quickly
from .database import Database
from .feeds import now
from .indexing import SLICE_SECONDS, Appending

UNSETTLED = -1
"""`article.docid` of an article without a document."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An article that waits for its document."""

    id: int
    """Of what came: another text of the same article has another."""
    article_id: int
    title: str
    author: str
    source: str
    text: RawText


@dataclass(frozen=True, slots=True)
class Settled:
    """The document that was made for an `Unsettled`."""

    id: int
    article_id: int
    title: str
    document: PackedDocument
    words: str
    """As `indexing.index_words` gives them."""


_LAST = 2**63 - 1


def keep(db: sqlite3.Connection, article_id: int, text: RawText) -> None:
    """Queue an article's text, in place of an older one that waits."""
    markup = pack_quickly(text.markup)
    query = "INSERT OR REPLACE INTO raw (article_id, base, markup) VALUES (?, ?, ?)"
    db.execute(query, (article_id, text.base.encode("utf-8", "replace").decode(), markup))


def drop(db: sqlite3.Connection, article_id: int) -> None:
    db.execute("DELETE FROM raw WHERE article_id = ?", (article_id,))


def unsettled(database: Database, limit: int, below: int | None = None) -> list[Unsettled]:
    """Up to `limit` of those that wait: the last that came, the newest of them last. `below`: with a smaller id."""
    with database.reading() as db:
        found = db.execute(
            "SELECT r.id, r.article_id, CASE d.untitled WHEN 0 THEN a.title ELSE '' END, d.author, d.source, r.base,"
            " r.markup"
            " FROM raw r JOIN article a ON a.id = r.article_id JOIN detail d ON d.article_id = r.article_id"
            " WHERE r.id < ? ORDER BY r.id DESC LIMIT ?",
            (_LAST if below is None else below, limit),
        ).fetchall()
    return [_unsettled(*row) for row in reversed(found)]


def _unsettled(
    number: int, article_id: int, title: str, author: str, source: str, base: str, markup: bytes
) -> Unsettled:
    return Unsettled(number, article_id, title, author, source, RawText(unpack_quickly(markup), base))


def waiting(database: Database) -> int:
    """How many articles wait for their document."""
    with database.reading() as db:
        return int(db.execute("SELECT count(*) FROM raw").fetchone()[0])


def settle(db: sqlite3.Connection, done: Sequence[Settled]) -> int:
    """Store as many documents as there is time for, and index them; how many. What changed meanwhile waits on."""
    started = time.perf_counter()
    index = Appending(db)
    number = 0
    for one in done:
        number += 1
        _settle(db, one, index)
        if time.perf_counter() - started > SLICE_SECONDS:
            break
    index.close()
    return number


def _settle(db: sqlite3.Connection, one: Settled, index: Appending) -> None:
    if not db.execute("DELETE FROM raw WHERE id = ? AND article_id = ?", (one.id, one.article_id)).rowcount:
        return
    title, feed_hash, full_hash, untitled = db.execute(
        "SELECT a.title, d.feed_hash, d.full_hash, d.untitled FROM article a JOIN detail d ON d.article_id = a.id"
        " WHERE a.id = ?",
        (one.article_id,),
    ).fetchone()
    new = one.document
    if untitled:
        title = ""
        if new.opening:
            db.execute("UPDATE article SET title = ? WHERE id = ?", (new.opening, one.article_id))
    if feed_hash == new.hash:
        return
    if feed_hash:
        keep_version(db, one.article_id, now())
        db.execute("UPDATE article SET changed = read WHERE id = ?", (one.article_id,))
        make_stale(db, one.article_id)
    put_document(db, one.article_id, new)
    if full_hash is None:
        values = (new.words, new.teaser, one.article_id)
        db.execute("UPDATE article SET words = ?, teaser = ?, docid = 0 WHERE id = ?", values)
        if title == one.title:
            index.add(one.article_id, one.words)


def put_document(db: sqlite3.Connection, article_id: int, document: PackedDocument) -> None:
    """Store what the feed carried, in place of what it carried before."""
    db.execute(
        "INSERT INTO body (article_id, feed_document) VALUES (?, ?)"
        " ON CONFLICT (article_id) DO UPDATE SET feed_document = excluded.feed_document",
        (article_id, document.data),
    )
    db.execute("UPDATE detail SET feed_hash = ? WHERE article_id = ?", (document.hash, article_id))


def make_stale(db: sqlite3.Connection, article_id: int) -> None:
    """The entry is another one now: a full text that was fetched before is to be fetched again."""
    query = "UPDATE detail SET stale = 1, full_reason = '' WHERE article_id = ? AND full_hash IS NOT NULL"
    db.execute(query, (article_id,))


VERSIONS_KEPT = 24
"""Of each kind; the one that was read stays beside them."""
FEED, PAGE = 0, 1
"""Kinds of versions: what the feed carried, what stood on the article's page."""
_KEPT = "feed_document", "full_document"


def keep_version(db: sqlite3.Connection, article_id: int, until: int, kind: int = FEED) -> None:
    """Keep what an article says as its version until now; nothing for one that has no document of that kind.

    It was read as it stands when it was marked read after the last change of its kind.
    """
    db.execute(
        f"""INSERT INTO version (article_id, until, title, document, kind, read_at)
        SELECT a.id, ?1, CASE d.untitled WHEN 0 THEN a.title ELSE '' END, b.{_KEPT[kind]}, ?2, CASE
          WHEN a.read = 0 THEN NULL
          WHEN a.read_at IS NULL THEN CASE a.changed WHEN 0 THEN 0 END
          WHEN a.read_at >= (SELECT coalesce(max(until), 0) FROM version WHERE article_id = ?3 AND kind = ?2)
          THEN a.read_at END
        FROM article a JOIN body b ON b.article_id = a.id JOIN detail d ON d.article_id = a.id
        WHERE a.id = ?3 AND length(b.{_KEPT[kind]}) > 0""",
        (until, kind, article_id),
    )
    db.execute(
        """DELETE FROM version WHERE article_id = ?1 AND kind = ?2
        AND id NOT IN (SELECT id FROM version WHERE article_id = ?1 AND kind = ?2 ORDER BY id DESC LIMIT ?3)
        AND id <> (SELECT coalesce(max(id), 0) FROM version
          WHERE article_id = ?1 AND kind = ?2 AND read_at IS NOT NULL)""",
        (article_id, kind, VERSIONS_KEPT),
    )
