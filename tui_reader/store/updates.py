"""What a fetch brought, put into the library: which entries are new, known, known under another name, or changed."""

import json
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..domain.document import EMPTY, Document, RawText
from ..domain.fetching import FeedSaved, FeedUpdate, PackedDocument
from ..domain.identity import FLOOD_LEAST, FLOOD_SHARE, StoredKey, match_renumbered
from ..domain.models import ParsedEntry, ParsedFeed
from ..domain.text import clean_line, clean_text
from .codec import key_of, moment, pack_enclosures, packed, seconds
from .feeds import clean_address, save_state
from .settling import UNSETTLED, drop, keep, keep_version, make_stale, put_document

OLDEST = 631_152_000
"""1990-01-01: nothing is sorted before it."""
HASH_UPDATES = 24
"""Changes without a new `updated` date that an entry may make; a feed that differs at each fetch must not flood."""
FLOOD_LOOK_BACK = 500
SAVING_SECONDS = 0.02
"""After which the next entries wait for the next transaction."""
_NOTHING = packed(EMPTY)
_TITLE = "CASE d.untitled WHEN 0 THEN a.title ELSE '' END"
"""SQL: what the feed called an article."""


def _prepared(document: Document | PackedDocument | RawText) -> PackedDocument | RawText:
    if isinstance(document, Document):
        return packed(document)
    return _NOTHING if isinstance(document, RawText) and not document.markup.strip() else document


class _Known(NamedTuple):
    id: int
    read: int
    title: str
    changed_hash: str
    hash_updates: int
    updated: int | None
    feed_hash: bytes
    full_hash: bytes | None
    untitled: int


def save(db: sqlite3.Connection, saving: "Sequence[Saving]") -> int:
    """Store as many updates as there is time for, the first of them at least in part; how many are done."""
    until = time.perf_counter() + SAVING_SECONDS
    for number, one in enumerate(saving):
        one.go_on(db, until)
        if not one.done or time.perf_counter() > until:
            return number + one.done
    return len(saving)


class Saving:
    """An update on its way into the library. What needs no database is done when it is made."""

    def __init__(self, update: FeedUpdate) -> None:
        self.done = False
        self._update = update
        self._entries: dict[int, ParsedEntry] = {}
        """By key, in document order."""
        for entry in update.feed.entries if update.feed else ():
            self._entries.setdefault(key_of(entry.guid), entry)
        self._documents = {guid: _prepared(document) for guid, document in update.documents.items()}
        self._left = list(self._entries.items())
        """The last comes first, so that, among equal times, the first entry is the newest article."""
        self._known: dict[int, _Known] | None = None
        self._new_ids: list[int] = []
        self._changed_ids: list[int] = []

    @property
    def saved(self) -> FeedSaved:
        """What of it was news."""
        new, changed = tuple(reversed(self._new_ids)), tuple(reversed(self._changed_ids))
        return FeedSaved(feed_id=self._update.feed_id, new_ids=new, changed_ids=changed)

    def go_on(self, db: sqlite3.Connection, until: float) -> None:
        """Store some of it, at least one entry, and stop when `until` (`perf_counter`) is over. Nothing for no feed."""
        update, feed_id = self._update, self._update.feed_id
        if not db.execute("SELECT 1 FROM feed WHERE id = ? AND removed IS NULL", (feed_id,)).fetchone():
            self.done = True
            return
        if self._known is not None:
            self._known = _known(db, feed_id, [key for key, _ in self._left])
        elif update.feed is not None:
            _save_feed(db, feed_id, update.feed)
            self._known = _known(db, feed_id, self._entries)
            if len(self._known) < len(self._entries):
                _recognise(db, feed_id, self._entries, self._known)
        while self._left:
            self._save_entry(db, *self._left.pop())
            if self._left and time.perf_counter() > until:
                return
        save_state(db, update.state, clean_line(update.error))
        self.done = True

    def _save_entry(self, db: sqlite3.Connection, key: int, entry: ParsedEntry) -> None:
        document, now = self._documents.get(entry.guid), seconds(self._update.now) or 0
        if (old := (self._known or {}).get(key)) is None:
            self._new_ids.append(insert(db, self._update.feed_id, entry, document or _NOTHING, now))
        elif entry.changed_hash not in ("", old.changed_hash) and _change(db, old, entry, document, now):
            self._changed_ids.append(old.id)


def _save_feed(db: sqlite3.Connection, feed_id: int, feed: ParsedFeed) -> None:
    values = (clean_line(feed.title), clean_address(feed.site_url), clean_line(feed.language))
    db.execute(
        """UPDATE feed SET own_title = coalesce(nullif(?1, ''), own_title),
        site_url = coalesce(nullif(?2, ''), site_url), language = ?3
        WHERE id = ?4 AND (own_title, site_url, language) <> (?1, ?2, ?3)""",
        (*values, feed_id),
    )


def _known(db: sqlite3.Connection, feed_id: int, keys: Iterable[int]) -> dict[int, _Known]:
    found = db.execute(
        "SELECT a.guid_key, a.id, a.read, a.title, d.changed_hash, d.hash_updates, d.updated, d.feed_hash, d.full_hash,"
        " d.untitled FROM article a JOIN detail d ON d.article_id = a.id"
        " WHERE a.feed_id = ? AND a.guid_key IN (SELECT value FROM json_each(?))",
        (feed_id, json.dumps(list(keys))),
    )
    return {row[0]: _Known(*row[1:]) for row in found}


def _recognise(
    db: sqlite3.Connection, feed_id: int, entries: Mapping[int, ParsedEntry], known: dict[int, _Known]
) -> None:
    """Find unknown entries under their former identity, give those articles the new one, add them to `known`."""
    renamed = _moved(db, feed_id, entries, known)
    unknown = len(entries) - len(known) - len(renamed)
    for key, article_id in renamed.items():
        _rename(db, article_id, key, entries[key])
    if len(entries) >= FLOOD_LEAST and unknown >= FLOOD_SHARE * len(entries):
        matched = match_renumbered(list(entries.values()), _stored(db, feed_id, len(entries)))
        for guid, article_id in matched.items():
            key = key_of(guid)
            _rename(db, article_id, key, entries[key])
            renamed[key] = article_id
    if renamed:
        known.update(_known(db, feed_id, renamed))


def _moved(
    db: sqlite3.Connection, feed_id: int, entries: Mapping[int, ParsedEntry], known: Mapping[int, _Known]
) -> dict[int, int]:
    """{key of an entry: id of the article that has its address} after a move to https or to another domain.

    Only where exactly one entry and one article have that address, the article's own guid is no longer in the document,
    and the titles or the dates agree: a page that gets a new text every day keeps its address too.
    """
    claims: dict[int, list[int]] = {}
    for key, entry in entries.items():
        if key not in known and entry.guid_alt:
            claims.setdefault(key_of(entry.guid_alt), []).append(key)
    if not claims:
        return {}
    found = db.execute(
        f"SELECT a.alt_key, a.id, a.guid_key, {_TITLE}, d.published FROM article a INDEXED BY article_alt"
        " JOIN detail d ON d.article_id = a.id"
        " WHERE a.feed_id = ? AND a.alt_key <> 0 AND a.alt_key IN (SELECT value FROM json_each(?))",
        (feed_id, json.dumps(list(claims))),
    ).fetchall()
    holders: dict[int, list[tuple[int, str, int | None]]] = {}
    for alt, article_id, guid_key, title, published in found:
        if guid_key not in entries:
            holders.setdefault(alt, []).append((article_id, title, published))
    moved: dict[int, int] = {}
    for alt, articles in holders.items():
        keys = claims[alt]
        if len(keys) == 1 and len(articles) == 1 and _agree(entries[keys[0]], *articles[0][1:]):
            moved[keys[0]] = articles[0][0]
    return moved


def _agree(entry: ParsedEntry, title: str, published: int | None) -> bool:
    if entry.published is not None and seconds(entry.published) == published:
        return True
    return clean_line(entry.title).casefold() == title.casefold()


def _stored(db: sqlite3.Connection, feed_id: int, entries: int) -> Sequence[StoredKey]:
    found = db.execute(
        f"SELECT a.id, d.guid, d.url, {_TITLE}, d.published FROM article a INDEXED BY article_feed"
        " JOIN detail d ON d.article_id = a.id WHERE a.feed_id = ? ORDER BY a.sort_at DESC, a.id DESC LIMIT ?",
        (feed_id, max(FLOOD_LOOK_BACK, 3 * entries)),
    )
    return [StoredKey(row[0], row[1], row[2], row[3], moment(row[4])) for row in found]


def _rename(db: sqlite3.Connection, article_id: int, key: int, entry: ParsedEntry) -> None:
    alt = key_of(entry.guid_alt) if entry.guid_alt else 0
    db.execute("UPDATE article SET guid_key = ?, alt_key = ? WHERE id = ?", (key, alt, article_id))
    values = (clean_text(entry.guid), clean_address(entry.url), article_id)
    db.execute("UPDATE detail SET guid = ?, url = ? WHERE article_id = ?", values)


def insert(
    db: sqlite3.Connection, feed_id: int, entry: ParsedEntry, document: PackedDocument | RawText, now: int
) -> int:
    """A new article, unread; its id. `now`: when it was first seen."""
    published, title = seconds(entry.published), clean_line(entry.title)
    digest = b"" if isinstance(document, RawText) else document.hash
    cursor = db.execute(
        "INSERT INTO article (feed_id, guid_key, alt_key, sort_at, teaser, words, docid, title)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            feed_id,
            key_of(entry.guid),
            key_of(entry.guid_alt) if entry.guid_alt else 0,
            now if published is None else min(max(published, OLDEST), now),
            document.teaser,
            document.words,
            0 if digest else UNSETTLED,
            title or document.opening,
        ),
    )
    article_id = int(cursor.lastrowid or 0)
    db.execute(
        "INSERT INTO detail (article_id, guid, changed_hash, first_seen, feed_hash, url, author, published, updated,"
        " source, language, image, more, untitled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article_id, clean_text(entry.guid), entry.changed_hash, now, digest, *_details(entry), not title),
    )
    if isinstance(document, RawText):
        keep(db, article_id, document)
    else:
        db.execute("INSERT INTO body (article_id, feed_document) VALUES (?, ?)", (article_id, document.data))
    return article_id


def _details(entry: ParsedEntry) -> tuple[str | int | None, ...]:
    return (
        clean_address(entry.url),
        clean_line(entry.author),
        seconds(entry.published),
        seconds(entry.updated),
        clean_line(entry.source),
        clean_line(entry.language),
        clean_address(entry.image),
        pack_enclosures(entry.enclosures),
    )


def _change(
    db: sqlite3.Connection, old: _Known, entry: ParsedEntry, document: PackedDocument | RawText | None, now: int
) -> bool:
    """Store what the publisher changed; whether a reader can see it. The former text is kept as a version.

    A raw text shows only when it has become a document whether it differs: a new title alone counts until then.
    """
    hash_only = entry.updated is None or seconds(entry.updated) == old.updated
    if hash_only and old.hash_updates >= HASH_UPDATES:
        return False
    title = clean_line(entry.title)
    differs = isinstance(document, PackedDocument) and old.feed_hash not in (b"", document.hash)
    visible = differs or title not in ("", old.title)
    if visible:
        keep_version(db, old.id, now)
        make_stale(db, old.id)
        begins = document.opening if document is not None and old.untitled else ""
        query = "UPDATE article SET title = ?, changed = read, docid = min(docid, 0) WHERE id = ?"
        db.execute(query, (title or begins or old.title, old.id))
    db.execute(
        "UPDATE detail SET changed_hash = ?, hash_updates = ?, url = ?, author = ?, published = coalesce(?, published),"
        " updated = ?, source = ?, language = ?, image = ?, more = ?, untitled = ? WHERE article_id = ?",
        (
            entry.changed_hash,
            old.hash_updates + 1 if hash_only else 0,
            *_details(entry),
            bool(old.untitled and not title),
            old.id,
        ),
    )
    if isinstance(document, RawText):
        keep(db, old.id, document)
    elif document is not None:
        drop(db, old.id)
        put_document(db, old.id, document)
        if not old.feed_hash:
            db.execute("UPDATE article SET docid = 0 WHERE id = ?", (old.id,))
        if old.full_hash is None:
            values = (document.words, document.teaser, old.id)
            db.execute("UPDATE article SET words = ?, teaser = ? WHERE id = ?", values)
    return visible
