"""The rest of an article: full text, summaries, former versions, the reader's place."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from ..domain.document import Document, Extraction, Status
from ..domain.models import ParsedEntry, Summary
from ..domain.text import clean_line
from .codec import key_of, packed, unpack_document, unpack_summary
from .database import Database
from .feeds import now
from .settling import PAGE, keep_version
from .subscribing import saved_feed
from .updates import insert

SUMMARIES_KEPT = 4
_REASONS = {
    Status.TEASER: "The page holds only a teaser.",
    Status.PAYWALL: "The page is behind a paywall.",
    Status.CONSENT: "A consent page stood in the article's place.",
    Status.SCRIPT: "The page is built by JavaScript and carries no text.",
    Status.EMPTY: "No article was found in the page.",
    Status.FAILED: "The page could not be fetched or processed.",
}


@dataclass(frozen=True, slots=True)
class Version:
    """What an article said before its publisher changed it."""

    until: datetime
    """When the change was seen."""
    title: str
    """"" when the feed gave none."""
    document: Document
    of_page: bool = False
    """The text of the article's page, not the feed's."""
    read_at: int | None = None
    """When it was read as it stood, Unix seconds; 0 at an unknown time, None never."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """An unread article of which the feed carries only the beginning, or one whose full text is out of date."""

    article_id: int
    url: str
    allow_private: str
    """As `FetchState.allow_private` of its feed."""


def teasers(database: Database, a_feed: int, *, every_feed: bool) -> list[Teaser]:
    """Among the `a_feed` newest of each feed (set to it, or every one), those whose page is to be asked for.

    Nobody has done so yet, or the entry was another one then.
    """
    wanted = "SELECT f.id, x.allow_private FROM feed f JOIN fetch x ON x.feed_id = f.id WHERE f.removed IS NULL"
    with database.reading() as db:
        feeds = db.execute(wanted + ("" if every_feed else " AND f.full_text = 'refresh'")).fetchall()
        return [
            Teaser(article_id, url, allow_private)
            for feed_id, allow_private in feeds
            for article_id, url in db.execute(
                "SELECT a.id, d.url FROM article a INDEXED BY article_feed JOIN detail d ON d.article_id = a.id"
                " WHERE a.feed_id = ? AND a.id IN (SELECT id FROM article INDEXED BY article_feed WHERE feed_id = ?"
                " ORDER BY sort_at DESC, id DESC LIMIT ?) AND d.url <> '' AND d.full_reason = '' AND"
                " (d.stale = 1 OR (a.teaser = 1 AND a.read = 0 AND d.full_hash IS NULL))"
                " ORDER BY a.sort_at DESC, a.id DESC",
                (feed_id, feed_id, a_feed),
            )
        ]


def save_full_text(db: sqlite3.Connection, article_id: int, extraction: Extraction) -> None:
    """Keep an extracted text if it is the whole article; else only why it is not. An earlier full text stays then.

    One that says something else becomes a version, and the article is marked as changed when it was read.
    """
    if extraction.status is not Status.FULL:
        reason = clean_line(extraction.reason) or _REASONS[extraction.status]
        db.execute("UPDATE detail SET full_reason = ? WHERE article_id = ?", (reason, article_id))
        return
    new = packed(extraction.document)
    old = db.execute("SELECT full_hash FROM detail WHERE article_id = ?", (article_id,)).fetchone()
    differs = old is not None and old[0] not in (None, new.hash)
    if differs:
        keep_version(db, article_id, now(), PAGE)
    db.execute(
        "UPDATE article SET words = ?, teaser = 0, docid = 0, changed = CASE WHEN ? THEN read ELSE changed END,"
        " title = coalesce(nullif(title, ''), ?) WHERE id = ?",
        (new.words, differs, clean_line(extraction.title), article_id),
    )
    db.execute(
        "INSERT INTO body (article_id, feed_document, full_document) SELECT id, x'', ?2 FROM article WHERE id = ?1"
        " ON CONFLICT (article_id) DO UPDATE SET full_document = excluded.full_document",
        (article_id, new.data),
    )
    db.execute(
        "UPDATE detail SET full_hash = ?, full_reason = '', stale = 0, author = coalesce(nullif(author, ''), ?),"
        " language = coalesce(nullif(language, ''), ?), image = coalesce(nullif(image, ''), ?) WHERE article_id = ?",
        (
            new.hash,
            clean_line(extraction.byline),
            clean_line(extraction.language),
            clean_line(extraction.image, 2048),
            article_id,
        ),
    )


def summary(database: Database, article_id: int, key: str) -> Summary | None:
    with database.reading() as db:
        query = "SELECT data FROM summary WHERE article_id = ? AND key = ?"
        row = db.execute(query, (article_id, key)).fetchone()
    return unpack_summary(row[0]) if row else None


def save_summary(db: sqlite3.Connection, article_id: int, key: str, data: bytes) -> None:
    """Keep a summary; the newest four of an article stay. Nothing is done for an unknown article."""
    db.execute("DELETE FROM summary WHERE article_id = ? AND key = ?", (article_id, key))
    query = "INSERT INTO summary (article_id, key, data) SELECT id, ?, ? FROM article WHERE id = ?"
    db.execute(query, (key, data, article_id))
    db.execute(
        "DELETE FROM summary WHERE article_id = ?1 AND id NOT IN"
        " (SELECT id FROM summary WHERE article_id = ?1 ORDER BY id DESC LIMIT ?2)",
        (article_id, SUMMARIES_KEPT),
    )


def save_position(db: sqlite3.Connection, article_id: int, position: str) -> None:
    db.execute("UPDATE detail SET position = ? WHERE article_id = ?", (position, article_id))


def versions(database: Database, article_id: int) -> list[Version]:
    """The article's former texts, newest first."""
    with database.reading() as db:
        query = "SELECT until, title, document, kind, read_at FROM version WHERE article_id = ? ORDER BY id DESC"
        found = db.execute(query, (article_id,)).fetchall()
    return [
        Version(datetime.fromtimestamp(until, UTC), title, unpack_document(document), kind == PAGE, read_at)
        for until, title, document, kind, read_at in found
    ]


def is_stale(database: Database, article_id: int) -> bool:
    with database.reading() as db:
        row = db.execute("SELECT stale FROM detail WHERE article_id = ?", (article_id,)).fetchone()
    return row is not None and row[0] == 1


def add_later(db: sqlite3.Connection, entry: ParsedEntry, document: Document) -> int:
    """Put an article into the built-in feed and on the later list; the id of the one that is there already, if any."""
    feed_id = saved_feed(db)
    query = "SELECT id FROM article WHERE feed_id = ? AND guid_key = ?"
    row = db.execute(query, (feed_id, key_of(entry.guid))).fetchone()
    article_id = row[0] if row else insert(db, feed_id, entry, packed(document), now())
    db.execute("UPDATE article SET later = 1 WHERE id = ?", (article_id,))
    return int(article_id)
