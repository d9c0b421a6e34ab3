"""Full-text search. An article's words are in the index under a number of their own, `docid`.

`article.docid` below `first_docid` means "still to be indexed": that is the durable queue. Changing an article sets it
to 0, which leaves its old entry in the index pointing nowhere; when a fifth of the index is like that, it starts anew.
"""

import json
import re
import sqlite3
import time
import unicodedata
from array import array
from functools import partial
from typing import Any, NamedTuple

from ..domain.models import Rows, Scope, View
from .articles import scope_feeds
from .codec import unpack_document
from .database import Database
from .writer import Urgency

SLICE = 50
SLICE_SECONDS = 0.02
STALE_SHARE = 0.2
STALE_LEAST = 1_000
EXACT_UNTIL = 2_000
"""Up to so many hits are sorted as they come; when there are more, the list is walked instead."""
TERMS = 32
TEXT_LIMIT = 400_000
"""Characters of one article that are indexed."""

# Scripts without blanks between words, and Korean, which glues endings to them: found by pairs of letters.
_UNSPACED = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_CONDITIONS = {
    View.ALL: "",
    View.UNREAD: " AND a.read = 0",
    View.STARRED: " AND a.starred = 1",
    View.LATER: " AND a.later = 1",
}


def tokens(text: str) -> str:
    """`text` with its runs of scripts without blanks as overlapping pairs and the last letter: "ABC" -> "AB BC C"."""
    if text.isascii():
        return text
    return _UNSPACED.sub(lambda m: f" {_pairs(m.group(), last=True)} ", unicodedata.normalize("NFKC", text))


def _pairs(run: str, *, last: bool) -> str:
    pairs = [run[index : index + 2] for index in range(len(run) - 1)]
    return " ".join([*pairs, run[-1]] if last or not pairs else pairs)


def expression(query: str) -> str:
    """What the user typed as an FTS5 expression; "" when nothing in it can be searched for.

    Words must all occur; `"a phrase"` in its order; `word*` by its beginning; `-word` must not occur.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in list(_PART.finditer(query))[:TERMS]:
        minus, phrase, word = match.groups()
        if word is not None:
            minus, phrase = ("-", word[1:]) if word.startswith("-") and len(word) > 1 else ("", word)
        if term := _term(phrase, prefix=word is not None and word.endswith("*")):
            (unwanted if minus else wanted).append(term)
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def _term(text: str, *, prefix: bool) -> str:
    text = unicodedata.normalize("NFKC", text.replace("\0", " "))
    alone = _UNSPACED.fullmatch(text.rstrip("*")) is not None and len(text.rstrip("*")) == 1
    text = _UNSPACED.sub(lambda m: f" {_pairs(m.group(), last=False)} ", text)
    if not any(unicodedata.category(c)[0] in "LN" for c in text):
        return ""
    quoted = '"' + text.replace('"', " ").replace("*", " ").strip() + '"'
    return f"{quoted} *" if prefix or alone else quoted


def search(database: Database, scope: Scope, limit: int = 500) -> Rows:
    """The articles of a scope that match its query, newest first; `complete` is False when there are more."""
    if not (match := expression(scope.query)):
        return Rows()
    with database.reading() as db:
        condition, parameters = _CONDITIONS[scope.view], {"match": match, "limit": limit + 1, "most": EXACT_UNTIL}
        condition += " AND a.feed_id NOT IN (SELECT id FROM feed WHERE removed IS NOT NULL)"
        if (feed_ids := scope_feeds(db, scope)) is not None:
            condition += " AND a.feed_id IN (SELECT value FROM json_each(:feeds))"
            parameters["feeds"] = json.dumps(feed_ids)
        hits = "SELECT rowid FROM search WHERE search MATCH :match"
        few = len(db.execute(f"{hits} LIMIT :most", parameters).fetchall()) < EXACT_UNTIL
        source = f"({hits}) s CROSS JOIN article a INDEXED BY article_docid ON a.docid = s.rowid"
        many = "article a INDEXED BY article_all"
        query = f"SELECT a.id, a.sort_at FROM {source if few else many}"
        query += f" WHERE a.docid >= (SELECT first_docid FROM search_state) {condition}"
        query += "" if few else f" AND a.docid IN ({hits})"
        found = db.execute(f"{query} ORDER BY a.sort_at DESC, a.id DESC LIMIT :limit", parameters).fetchall()
    ids, times = array("q", (row[0] for row in found[:limit])), array("q", (row[1] for row in found[:limit]))
    return Rows(ids, times, complete=len(found) <= limit)


class _Text(NamedTuple):
    id: int
    title: str
    hash: bytes
    words: tuple[str, str, str]


_PENDING = "docid < (SELECT first_docid FROM search_state)"


def index_pending(database: Database, limit: int = 200) -> int:
    """Index up to `limit` waiting articles, in slices that other writers can come between; how many still wait."""
    done = 0
    while done < limit and (texts := _waiting(database, min(SLICE, limit - done))):
        done += database.write(partial(_index, texts=texts), Urgency.REFRESH)
    left = pending(database)
    if done and not left and _stale(database):
        database.write(_start_anew, Urgency.REFRESH)
        left = pending(database)
    return left


def pending(database: Database) -> int:
    """How many articles wait for being indexed."""
    with database.reading() as db:
        return int(db.execute(f"SELECT count(*) FROM article INDEXED BY article_docid WHERE {_PENDING}").fetchone()[0])


def _waiting(database: Database, number: int) -> list[_Text]:
    with database.reading() as db:
        found = db.execute(
            "SELECT a.id, a.title, coalesce(d.full_hash, d.feed_hash), d.author, d.source,"
            " coalesce(b.full_document, b.feed_document) FROM article a INDEXED BY article_docid"
            " JOIN detail d ON d.article_id = a.id JOIN body b ON b.article_id = a.id"
            f" WHERE a.{_PENDING} ORDER BY a.docid, a.id LIMIT ?",
            (number,),
        ).fetchall()
    return [_text(row) for row in found]


def _text(row: tuple[Any, ...]) -> _Text:
    article_id, title, digest, author, source, body = row
    text = unpack_document(body).text()[:TEXT_LIMIT]
    return _Text(article_id, title, digest, (tokens(title), tokens(f"{author} {source}"), tokens(text)))


def _index(db: sqlite3.Connection, texts: list[_Text]) -> int:
    """Index a slice, as much of it as there is time for; how many articles. One that changed meanwhile waits on."""
    started = time.perf_counter()
    first, docid = db.execute("SELECT first_docid, next_docid FROM search_state").fetchone()
    number = 0
    for text in texts:
        number += 1
        same = db.execute(
            "SELECT 1 FROM article a JOIN detail d ON d.article_id = a.id"
            " WHERE a.id = ? AND a.docid < ? AND a.title = ? AND coalesce(d.full_hash, d.feed_hash) = ?",
            (text.id, first, text.title, text.hash),
        ).fetchone()
        if same:
            db.execute("INSERT INTO search (rowid, title, about, body) VALUES (?, ?, ?, ?)", (docid, *text.words))
            db.execute("UPDATE article SET docid = ? WHERE id = ?", (docid, text.id))
            docid += 1
        if time.perf_counter() - started > SLICE_SECONDS:
            break
    db.execute("UPDATE search_state SET next_docid = ?", (docid,))
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
