"""The tables. A change of them is one more step in `MIGRATIONS`; the steps that were published are never edited.

What a list or a counter needs stands in narrow tables of its own (`article`, `counter`); the rest of an article is in
`detail` (a few hundred bytes) and `body` (compressed documents). An entry's text waits in `raw` until it is made into a
document; an article without a body has `docid` -1. `story` holds the articles that share one with others, by `place`,
the lead at 0. Times are Unix seconds, those of `fetch` microseconds.

`article.read_at` is when it was marked read: NULL for unread, and for what was read before that was kept.
`version.kind`: 0 a text of the feed, 1 one of the page; `version.read_at`: when it was read as it stood, 0 at an
unknown time, NULL never. `detail.stale`: the feed's entry changed after the full text was fetched. `detail.untitled`:
the feed gave no title, the one in `article` is the text's beginning.
"""

from dataclasses import fields
from typing import get_type_hints

from ..domain.fetching import FetchState

APPLICATION_ID = 0x74756952
"""ASCII "tuiR", in the header of every library."""

FETCH_APART = ("feed_id", "url", "title", "full_text")
"""Fields of `FetchState` that the table `feed` holds."""
FETCH_FIELDS = tuple(f.name for f in fields(FetchState) if f.name not in FETCH_APART)
_TEXTS = {name for name, hint in get_type_hints(FetchState).items() if hint is str}
FETCH_TIMES = frozenset(n for n, hint in get_type_hints(FetchState).items() if hint not in (str, int, bool))


def _fetch_column(name: str) -> str:
    if name in _TEXTS:
        return f"{name} TEXT NOT NULL DEFAULT ''"
    if name in FETCH_TIMES:
        return f"{name} INTEGER"
    return f"{name} INTEGER NOT NULL DEFAULT {60 if name == 'interval_minutes' else 0}"


_FIRST = f"""
CREATE TABLE feed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  builtin INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  own_title TEXT NOT NULL DEFAULT '',
  site_url TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  full_text TEXT NOT NULL DEFAULT 'never',
  error TEXT NOT NULL DEFAULT '',
  added INTEGER NOT NULL,
  removed INTEGER
);
CREATE INDEX feed_removed ON feed (removed) WHERE removed IS NOT NULL;

CREATE TABLE folder (
  feed_id INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (feed_id, name)
) WITHOUT ROWID;

CREATE TABLE fetch (
  feed_id INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
  {", ".join(_fetch_column(name) for name in FETCH_FIELDS)}
);

CREATE TABLE counter (
  feed_id INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
  articles INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  later INTEGER NOT NULL DEFAULT 0
);
CREATE TRIGGER feed_counted AFTER INSERT ON feed BEGIN
  INSERT INTO counter (feed_id) VALUES (new.id);
  INSERT INTO fetch (feed_id) VALUES (new.id);
END;

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  feed_id INTEGER NOT NULL REFERENCES feed,
  guid_key INTEGER NOT NULL,
  alt_key INTEGER NOT NULL DEFAULT 0,
  sort_at INTEGER NOT NULL,
  read INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  later INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  teaser INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL DEFAULT 0,
  docid INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX article_guid ON article (feed_id, guid_key);
CREATE INDEX article_alt ON article (feed_id, alt_key) WHERE alt_key <> 0;
CREATE INDEX article_all ON article (sort_at, id, feed_id);
CREATE INDEX article_unread ON article (sort_at, id, feed_id) WHERE read = 0;
CREATE INDEX article_starred ON article (sort_at, id, feed_id) WHERE starred = 1;
CREATE INDEX article_later ON article (sort_at, id, feed_id) WHERE later = 1;
CREATE INDEX article_feed ON article (feed_id, sort_at, id);
CREATE INDEX article_docid ON article (docid);

CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  UPDATE counter SET articles = articles + 1, unread = unread + (new.read = 0),
    starred = starred + new.starred, later = later + new.later WHERE feed_id = new.feed_id;
END;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
  UPDATE counter SET articles = articles - 1, unread = unread - (old.read = 0),
    starred = starred - old.starred, later = later - old.later WHERE feed_id = old.feed_id;
END;
CREATE TRIGGER article_marked AFTER UPDATE OF read, starred, later ON article
WHEN new.read <> old.read OR new.starred <> old.starred OR new.later <> old.later BEGIN
  UPDATE counter SET unread = unread + (new.read = 0) - (old.read = 0),
    starred = starred + new.starred - old.starred, later = later + new.later - old.later
    WHERE feed_id = new.feed_id;
END;

CREATE TABLE detail (
  article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  guid TEXT NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  published INTEGER,
  updated INTEGER,
  first_seen INTEGER NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  image TEXT NOT NULL DEFAULT '',
  more TEXT NOT NULL DEFAULT '',
  changed_hash TEXT NOT NULL DEFAULT '',
  hash_updates INTEGER NOT NULL DEFAULT 0,
  feed_hash BLOB NOT NULL,
  full_hash BLOB,
  full_reason TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT ''
);

CREATE TABLE body (
  article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  feed_document BLOB NOT NULL,
  full_document BLOB
);

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  until INTEGER NOT NULL,
  title TEXT NOT NULL,
  document BLOB NOT NULL
);
CREATE INDEX version_article ON version (article_id);

CREATE TABLE summary (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  key TEXT NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (article_id, key)
);

CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  data TEXT NOT NULL DEFAULT ''
);
CREATE TABLE history_part (
  id INTEGER PRIMARY KEY,
  history_id INTEGER NOT NULL REFERENCES history ON DELETE CASCADE,
  data BLOB NOT NULL
);
CREATE INDEX history_part_of ON history_part (history_id);

CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  beat INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  first_docid INTEGER NOT NULL,
  next_docid INTEGER NOT NULL
);
INSERT INTO search_state VALUES (1, 1, 1);
CREATE VIRTUAL TABLE search USING fts5 (
  words, content='', columnsize=0, detail=none, tokenize='ascii'
);
"""

_RAW = """
CREATE TABLE raw (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL UNIQUE REFERENCES article ON DELETE CASCADE,
  base TEXT NOT NULL,
  markup BLOB NOT NULL
);
"""

_STORIES = """
CREATE TABLE story (
  article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  story_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX story_members ON story (story_id, place);
CREATE TABLE story_decision (
  one INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  apart INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX story_decision_other ON story_decision (other);
"""

_READ_AT = """
ALTER TABLE article ADD COLUMN read_at INTEGER;
ALTER TABLE history_part ADD COLUMN times BLOB;
ALTER TABLE version ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version ADD COLUMN read_at INTEGER;
ALTER TABLE detail ADD COLUMN stale INTEGER NOT NULL DEFAULT 0;
ALTER TABLE detail ADD COLUMN untitled INTEGER NOT NULL DEFAULT 0;
UPDATE detail SET untitled = 1 WHERE article_id IN (SELECT id FROM article WHERE title = '');
UPDATE article SET docid = 0 WHERE title = '' AND docid > 0;
INSERT INTO search (search, rank) VALUES ('automerge', 0);
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _RAW, _STORIES, _READ_AT)
"""`MIGRATIONS[n]` makes version n + 1 out of version n."""

SCHEMA_VERSION = len(MIGRATIONS)
"""What `PRAGMA user_version` says of a library of this version."""
