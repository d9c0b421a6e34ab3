"""Lists of articles, heads for the rows that show, and one article whole."""

import json
import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..domain.document import RawText
from ..domain.models import Article, Counts, Head, Rows, Scope, View
from .codec import moment, unpack_document, unpack_enclosures, unpack_quickly
from .database import Database
from .feeds import NAME

_VIEWS = {
    View.ALL: ("article_all", "1"),
    View.UNREAD: ("article_unread", "read = 0"),
    View.STARRED: ("article_starred", "starred = 1"),
    View.LATER: ("article_later", "later = 1"),
}
_COUNTERS = {View.ALL: "articles", View.UNREAD: "unread", View.STARRED: "starred", View.LATER: "later"}

COLUMNS = f"""a.id, a.feed_id, {NAME}, a.title, a.sort_at, a.read, a.starred, a.later, a.changed, a.words,
a.teaser, d.source, d.untitled"""
TABLES = "article a JOIN feed f ON f.id = a.feed_id JOIN detail d ON d.article_id = a.id"
"""What `head` needs: its columns, and where they come from."""


def rows(database: Database, scope: Scope, limit: int | None = None) -> Rows:
    """The articles of a scope without a query, newest first: sort_at and, where that is the same, id descending."""
    with database.reading() as db:
        query, parameters = _query(db, scope)
        parameters["limit"] = -1 if limit is None else limit + 1
        # One string of numbers instead of a tuple for each article: quicker, and other threads run meanwhile.
        query += " ORDER BY sort_at DESC, id DESC LIMIT :limit"
        ids, times = db.execute(f"SELECT group_concat(id), group_concat(sort_at) FROM ({query})", parameters).fetchone()
    found = Rows(_numbers(ids), _numbers(times))
    if limit is None or len(found) <= limit:
        return found
    return Rows(found.ids[:limit], found.times[:limit], complete=False)


def _numbers(text: str | None) -> "array[int]":
    return array("q", json.loads(f"[{text or ''}]"))


def _query(db: sqlite3.Connection, scope: Scope) -> tuple[str, dict[str, Any]]:
    index, condition = _VIEWS[scope.view]
    parameters = lengths(scope)
    if scope.words is not None:
        condition += f" AND {of_length('article')}"
    feed_ids = scope_feeds(db, scope)
    if feed_ids is None:
        where = f"{condition} AND NOT {hidden(scope)}" if scope.folded else condition
        if db.execute("SELECT 1 FROM feed WHERE removed IS NOT NULL LIMIT 1").fetchone():
            where += " AND feed_id NOT IN (SELECT id FROM feed WHERE removed IS NOT NULL)"
    else:
        if len(feed_ids) == 1:
            where = f"{condition} AND feed_id = :feed"
            parameters["feed"] = feed_ids[0]
        else:
            where = f"{condition} AND feed_id IN (SELECT value FROM json_each(:feeds))"
            parameters["feeds"] = json.dumps(feed_ids)
        if _by_feed_is_shorter(db, scope.view, feed_ids):
            index = "article_feed"
    return f"SELECT id, sort_at FROM article INDEXED BY {index} WHERE {where}", parameters


def of_length(table: str) -> str:
    """SQL: whether an article has as many words as `lengths` say; those of a teaser say nothing."""
    return f"{table}.teaser = 0 AND {table}.words BETWEEN :fewest AND :wordiest"


def lengths(scope: Scope) -> dict[str, Any]:
    """The parameters of a condition on the number of words; empty when the scope sets none."""
    return {} if scope.words is None else {"fewest": scope.words[0], "wordiest": scope.words[1]}


def hidden(scope: Scope) -> str:
    """SQL: whether `article` stands behind a better one of its story that the scope has, too. Needs `lengths`."""
    seen = "b.feed_id NOT IN (SELECT id FROM feed WHERE removed IS NOT NULL)"
    if scope.view is View.UNREAD:
        seen += " AND b.read = 0"
    if scope.words is not None:
        seen += f" AND {of_length('b')}"
    return (
        "EXISTS (SELECT 1 FROM story s JOIN story t ON t.story_id = s.story_id AND t.place < s.place"
        f" JOIN article b ON b.id = t.article_id WHERE s.article_id = article.id AND s.place > 0 AND {seen})"
    )


def _by_feed_is_shorter(db: sqlite3.Connection, view: View, feed_ids: Sequence[int]) -> bool:
    """Whether all articles of these feeds are fewer than a fourth of the view's in all feeds."""
    inside = "feed_id IN (SELECT value FROM json_each(?))"
    mine, total = db.execute(
        f"SELECT total(CASE WHEN {inside} THEN articles END), total({_COUNTERS[view]}) FROM counter",
        (json.dumps(feed_ids),),
    ).fetchone()
    return bool(mine * 4 <= total)


def scope_feeds(db: sqlite3.Connection, scope: Scope) -> list[int] | None:
    """The feeds that a scope is limited to; None: no limit. A folder includes those inside it ("A" those of "A/B")."""
    if scope.feed_id is not None:
        found = db.execute("SELECT id FROM feed WHERE id = ? AND removed IS NULL", (scope.feed_id,))
        return [row[0] for row in found]
    if scope.folder is None:
        return None
    inside = scope.folder + "/"
    found = db.execute(
        "SELECT DISTINCT feed_id FROM folder JOIN feed ON feed.id = feed_id"
        " WHERE removed IS NULL AND (name = ? OR substr(name, 1, ?) = ?)",
        (scope.folder, len(inside), inside),
    )
    return [row[0] for row in found]


def counts(database: Database) -> Counts:
    with database.reading() as db:
        row = db.execute(
            "SELECT sum(unread), sum(articles), sum(starred), sum(later) FROM counter"
            " WHERE feed_id NOT IN (SELECT id FROM feed WHERE removed IS NOT NULL)"
        ).fetchone()
    return Counts(*(value or 0 for value in row))


def head(row: Sequence[Any]) -> Head:
    return Head(
        id=row[0],
        feed_id=row[1],
        feed=row[2],
        title=row[3],
        sort_at=row[4],
        read=row[5] == 1,
        starred=row[6] == 1,
        later=row[7] == 1,
        changed=row[8] == 1,
        words=row[9],
        teaser=row[10] == 1,
        source=row[11],
        untitled=row[12] == 1,
    )


def heads(database: Database, ids: Sequence[int]) -> list[Head]:
    with database.reading() as db:
        query = f"SELECT {COLUMNS} FROM {TABLES} WHERE a.id IN (SELECT value FROM json_each(?)) AND f.removed IS NULL"
        found = {row[0]: head(row) for row in db.execute(query, (json.dumps(list(ids)),)).fetchall()}
        others = db.execute(_OTHERS, (json.dumps(list(ids)),)).fetchall()
    for article_id, count, names in others:
        if article_id in found:
            also = tuple(dict.fromkeys(json.loads(names)))
            found[article_id] = replace(found[article_id], others=count, also=also)
    return [found[article_id] for article_id in ids if article_id in found]


_CREDIT = f"coalesce(nullif(d.source, ''), {NAME})"
_OTHERS = f"""
SELECT s.article_id, count(*),
json_group_array({_CREDIT}) FILTER (WHERE b.feed_id <> a.feed_id OR d.source <> own.source)
FROM story s JOIN article a ON a.id = s.article_id JOIN detail own ON own.article_id = a.id
JOIN story t ON t.story_id = s.story_id AND t.article_id <> s.article_id
JOIN article b ON b.id = t.article_id JOIN detail d ON d.article_id = b.id
JOIN feed f ON f.id = b.feed_id AND f.removed IS NULL
WHERE s.article_id IN (SELECT value FROM json_each(?)) GROUP BY s.article_id
"""


_DETAILS = """d.url, d.author, d.published, d.updated, d.language, d.image, d.more,
coalesce(d.full_hash, d.feed_hash), d.full_reason, d.position, b.feed_document, b.full_document, r.base, r.markup"""
_ARTICLE = f"""SELECT {COLUMNS}, {_DETAILS} FROM {TABLES} LEFT JOIN body b ON b.article_id = a.id
LEFT JOIN raw r ON r.article_id = a.id WHERE a.id = ? AND f.removed IS NULL"""


def article(database: Database, article_id: int) -> Article | None:
    with database.reading() as db:
        row = db.execute(_ARTICLE, (article_id,)).fetchone()
    if row is None:
        return None
    url, author, published, updated, language, image, more, content_hash, reason, position = row[13:23]
    feed, full, base, markup = row[23:]
    return Article(
        head=head(row),
        url=url,
        author=author,
        published=moment(published),
        updated=moment(updated),
        source=row[11],
        language=language,
        feed_document=unpack_document(feed),
        raw=RawText(unpack_quickly(markup), base) if not feed and markup is not None else None,
        full_document=unpack_document(full) if full else None,
        full_reason=reason,
        enclosures=unpack_enclosures(more),
        image=image,
        content_hash=content_hash.hex(),
        position=position,
    )
