"""What came in since a moment, with its texts as they are stored: what briefings are made of."""

from dataclasses import dataclass

from ..domain.document import RawText
from ..domain.models import Head
from .articles import COLUMNS, TABLES, head
from .codec import unpack_quickly
from .database import Database

LATE = 86_400
"""Seconds before the moment that an article may be dated and still count when it was first seen after it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that came in, its text still packed, so that a job process does the work."""

    head: Head
    url: str
    language: str
    document: bytes
    """The fullest text there is, for `unpack_document`; empty while `raw` waits to be made into one."""
    raw: RawText | None


def arrivals(database: Database, since: int, limit: int, after: int = 0) -> list[Arrival]:
    """The newest `limit` articles dated after `since` (Unix seconds), or a day before and first seen after it.

    Only those that were stored after the article `after`.
    """
    query = (
        f"SELECT {COLUMNS}, d.url, d.language, b.feed_document, b.full_document, r.base, r.markup FROM {TABLES}"
        " LEFT JOIN body b ON b.article_id = a.id LEFT JOIN raw r ON r.article_id = a.id"
        " WHERE a.sort_at > ?1 - ?2 AND (a.sort_at > ?1 OR d.first_seen > ?1) AND f.removed IS NULL AND f.builtin = 0"
        " AND a.id > ?4 ORDER BY a.sort_at DESC, a.id DESC LIMIT ?3"
    )
    with database.reading() as db:
        found = db.execute(query, (since, LATE, limit, after)).fetchall()
    return [
        Arrival(
            head=head(row),
            url=row[13],
            language=row[14],
            document=row[16] or row[15] or b"",
            raw=RawText(unpack_quickly(row[18]), row[17]) if not row[16] and not row[15] and row[18] else None,
        )
        for row in found
    ]
