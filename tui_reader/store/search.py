"""Full-text search: newest first, never ranked (a rank has to look at every article that has a word)."""

import json
import sqlite3
import time
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from ..domain.models import Rows, Scope, View
from .articles import lengths, of_length, scope_feeds
from .database import Database
from .indexing import TEXT, texts
from .words import Term, expression, line, terms

EXACT_UNTIL = 2_000
"""So many candidates are sorted as they come; when there are more, the list is walked instead."""
PHRASE_SECONDS = 2.0
"""How long texts are searched for a phrase before what was found has to do."""
PHRASE_PART = 50
_CONDITIONS = {
    View.ALL: "",
    View.UNREAD: " AND a.read = 0",
    View.STARRED: " AND a.starred = 1",
    View.LATER: " AND a.later = 1",
}


def search(database: Database, scope: Scope, limit: int = 500) -> Rows:
    """The articles of a scope that match its query, newest first; `complete` is False when there may be more."""
    query = terms(scope.query)
    if not (match := expression(query)):
        return Rows()
    phrases = [term for term in query if not term.exact]
    with database.reading() as db:
        found = _candidates(db, scope, match, -1 if phrases else limit + 1)
        complete = True
        if phrases:
            found, complete = _with_phrases(db, found, phrases, limit + 1)
    ids, times = (array("q", (row[column] for row in found[:limit])) for column in (0, 1))
    return Rows(ids, times, complete=complete and len(found) <= limit)


def _candidates(db: sqlite3.Connection, scope: Scope, match: str, limit: int) -> Sequence[tuple[int, int]]:
    parameters: dict[str, Any] = {"match": match, "limit": limit, "most": EXACT_UNTIL, **lengths(scope)}
    where = "a.docid >= (SELECT first_docid FROM search_state)" + _CONDITIONS[scope.view]
    if scope.words is not None:
        where += f" AND {of_length('a')}"
    where += " AND a.feed_id NOT IN (SELECT id FROM feed WHERE removed IS NOT NULL)"
    if (feed_ids := scope_feeds(db, scope)) is not None:
        where += " AND a.feed_id IN (SELECT value FROM json_each(:feeds))"
        parameters["feeds"] = json.dumps(feed_ids)
    hits = "SELECT rowid FROM search WHERE search MATCH :match"
    if len(db.execute(f"{hits} LIMIT :most", parameters).fetchall()) < EXACT_UNTIL:
        source = f"({hits}) s CROSS JOIN article a INDEXED BY article_docid ON a.docid = s.rowid"
    else:
        source, where = "article a INDEXED BY article_all", f"{where} AND a.docid IN ({hits})"
    query = f"SELECT a.id, a.sort_at FROM {source} WHERE {where} ORDER BY a.sort_at DESC, a.id DESC LIMIT :limit"
    return db.execute(query, parameters).fetchall()


def _with_phrases(
    db: sqlite3.Connection, candidates: Sequence[tuple[int, int]], phrases: Sequence[Term], limit: int
) -> tuple[Sequence[tuple[int, int]], bool]:
    """(those that have the phrases, whether all were looked at)."""
    deadline = time.monotonic() + PHRASE_SECONDS
    found: list[tuple[int, int]] = []
    for start in range(0, len(candidates), PHRASE_PART):
        part = candidates[start : start + PHRASE_PART]
        lines = dict(_lines(db, [article_id for article_id, _ in part]))
        for row in part:
            if row[0] in lines and all(term.within(lines[row[0]]) is term.wanted for term in phrases):
                found.append(row)
        if len(found) >= limit:
            break
        if time.monotonic() > deadline:
            return found, False
    return found, True


def _lines(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    query = (
        f"SELECT a.id, {TEXT} FROM article a JOIN detail d ON d.article_id = a.id JOIN body b ON b.article_id = a.id"
        " WHERE a.id IN (SELECT value FROM json_each(?))"
    )
    for article_id, *rest in db.execute(query, (json.dumps(list(ids)),)).fetchall():
        yield article_id, line(*texts(*rest))
