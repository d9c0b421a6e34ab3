"""Which articles are one story, and what the user decided about that."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Container, Sequence

from ..domain.models import Change, Scope, View
from ..domain.stories import Decisions, Member, Story
from ..domain.text import clean_line
from .arrivals import LATE
from .articles import hidden, lengths, scope_feeds
from .database import Database
from .history import new_entry
from .story_texts import StoryText, read_of, texts_of, with_stories

Row = tuple[int, int, int, str]
"""Article, story, place, reason: a row of the table."""


class Stories:
    """The stories of a library: `Library.stories`. As thread-safe, and raises the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, stories: Sequence[Story], among: Sequence[int]) -> bool:
        """The articles `among` form these stories now, and no others. Whether that is a change.

        Articles that are not `among` them stay with those that they were with.
        """
        rows = [
            (id_, story.id, place, clean_line(story.reasons.get(id_, "")))
            for story in stories
            if len(story.members) > 1
            for place, id_ in enumerate(story.members)
        ]
        ids = json.dumps(list(among))
        with self._database.reading() as db:
            query = "SELECT article_id, story_id, place, reason FROM story WHERE article_id IN"
            old: list[Row] = db.execute(f"{query} (SELECT value FROM json_each(?))", (ids,)).fetchall()
            others: list[Row] = db.execute(_OTHERS, (ids,)).fetchall()
        _keep(rows, old, others)
        old += others
        fresh, stale = set(rows) - set(old), {row[0] for row in old} - {row[0] for row in rows}
        if fresh or stale:
            self._database.write(lambda db: _save(db, sorted(fresh), sorted(stale)))
        return bool(fresh or stale)

    def places(self, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
        """article -> (story, place) of those of these articles that are in a story."""
        query = "SELECT article_id, story_id, place FROM story WHERE article_id IN (SELECT value FROM json_each(?))"
        with self._database.reading() as db:
            return {id_: (story, place) for id_, story, place in db.execute(query, (json.dumps(list(ids)),))}

    def members(self, article_id: int) -> dict[int, str]:
        """The articles of a story, best first, and why each is in it; empty for an article that stands alone."""
        with self._database.reading() as db:
            return dict(
                db.execute(
                    "SELECT t.article_id, t.reason FROM story s JOIN story t ON t.story_id = s.story_id"
                    " JOIN article a ON a.id = t.article_id JOIN feed f ON f.id = a.feed_id AND f.removed IS NULL"
                    " WHERE s.article_id = ? ORDER BY t.place",
                    (article_id,),
                ).fetchall()
            )

    def read_of(self, article_id: int) -> list[Member]:
        """The articles of a story, best first, and whether and when they were read."""
        return read_of(self._database, article_id)

    def with_stories(self, ids: Sequence[int]) -> list[Member]:
        """These articles, and after them the others of their stories."""
        return with_stories(self._database, ids)

    def texts(self, ids: Sequence[int]) -> list[StoryText]:
        """The texts of articles, in the order of `ids`, as they are stored."""
        return texts_of(self._database, ids)

    def hidden(self, scope: Scope) -> set[int]:
        """Articles that have no row of their own in the folded list of `scope`."""
        query = f"SELECT id FROM article JOIN story ON article_id = id WHERE {hidden(scope)}"
        if scope.view is View.UNREAD:
            query += " AND read = 0"
        with self._database.reading() as db:
            return {row[0] for row in db.execute(query, lengths(scope))}

    def behind(self, ids: Container[int]) -> set[int]:
        """Read articles among `ids` that stand behind a better one of their story there."""
        query = (
            "SELECT s.article_id, t.article_id FROM story s JOIN article a ON a.id = s.article_id AND a.read = 1"
            " JOIN story t ON t.story_id = s.story_id AND t.place < s.place"
        )
        with self._database.reading() as db:
            return {worse for worse, better in db.execute(query) if worse in ids and better in ids}

    def came(self, since: int, scope: Scope) -> tuple[int, int]:
        """(articles, stories) that came after `since` (Unix seconds) in the feeds of `scope`, as briefings count them.

        An article that stands alone is a story. Read or not, of any length.
        """
        with self._database.reading() as db:
            where = ""
            parameters: dict[str, object] = {"since": since, "late": LATE}
            if (feed_ids := scope_feeds(db, scope)) is not None:
                where = " AND a.feed_id IN (SELECT value FROM json_each(:feeds))"
                parameters["feeds"] = json.dumps(feed_ids)
            articles, stories = db.execute(_CAME + where, parameters).fetchone()
        return articles, stories

    # ---- what the user decides ----

    def decisions(self) -> Decisions:
        """All that the user decided about articles that there are."""
        with self._database.reading() as db:
            pairs = db.execute("SELECT one, other, apart FROM story_decision ORDER BY one, other").fetchall()
        apart = tuple((one, other) for one, other, parted in pairs if parted)
        return Decisions(apart, tuple((one, other) for one, other, parted in pairs if not parted))

    def split(self, article_id: int) -> Change:
        """Take an article out of its story, for good; undo() takes it back."""
        others = [id_ for id_ in self.members(article_id) if id_ != article_id]
        if not others:
            return Change("This article is in no story")
        return self._database.write(_decide(article_id, others, True, "Took an article out of its story"))

    def join(self, article_id: int, other: int) -> Change:
        """Make two articles, and the stories that they are in, one story, for good; undo() takes it back."""
        if article_id == other or other in self.members(article_id):
            return Change("These are one story already")
        return self._database.write(_decide(article_id, [other], False, "Joined two stories"))


_CAME = """
SELECT count(*), count(DISTINCT coalesce(s.story_id, -a.id))
FROM article a INDEXED BY article_all JOIN feed f ON f.id = a.feed_id AND f.removed IS NULL AND f.builtin = 0
LEFT JOIN story s ON s.article_id = a.id
WHERE a.sort_at > :since - :late
AND (a.sort_at > :since OR (SELECT first_seen FROM detail WHERE article_id = a.id) > :since)
"""


_OTHERS = """
SELECT article_id, story_id, place, reason FROM story WHERE story_id IN
(SELECT story_id FROM story WHERE article_id IN (SELECT value FROM json_each(?1)))
AND article_id NOT IN (SELECT value FROM json_each(?1)) ORDER BY story_id, place
"""


def _keep(rows: list[Row], old: Sequence[Row], others: Sequence[Row]) -> None:
    """Put `others` into the stories that those of `old` which they were with are in now; alone, both stay together."""
    now = {row[0]: row[1] for row in rows}
    sizes = Counter(row[1] for row in rows)
    for story in dict.fromkeys(row[1] for row in others):
        inside = [row for row in old if row[1] == story]
        home = next((now[row[0]] for row in inside if row[0] in now), None)
        outside = [row for row in others if row[1] == story]
        if home is None:
            rows += [*inside, *outside]
        else:
            rows += [(row[0], home, sizes[home] + number, row[3]) for number, row in enumerate(outside)]
            sizes[home] += len(outside)


def _save(db: sqlite3.Connection, fresh: Sequence[Row], stale: Sequence[int]) -> None:
    db.execute("DELETE FROM story WHERE article_id IN (SELECT value FROM json_each(?))", (json.dumps(list(stale)),))
    known = "SELECT ?1, ?2, ?3, ?4 FROM article WHERE id = ?1"
    db.executemany(f"INSERT OR REPLACE INTO story {known}", fresh)


def _decide(article_id: int, others: Sequence[int], apart: bool, label: str) -> Callable[[sqlite3.Connection], Change]:
    def work(db: sqlite3.Connection) -> Change:
        ids = [article_id, *others]
        stories = [
            row[0]
            for row in db.execute(
                "SELECT DISTINCT story_id FROM story WHERE article_id IN (SELECT value FROM json_each(?))",
                (json.dumps(ids),),
            )
        ]
        marks = json.dumps(stories)
        query = (
            "SELECT article_id, story_id, place, reason FROM story WHERE story_id IN (SELECT value FROM json_each(?))"
        )
        before = db.execute(query + " ORDER BY story_id, place", (marks,)).fetchall()
        pairs = [(min(article_id, other), max(article_id, other)) for other in others]
        was = [
            row
            for pair in pairs
            for row in db.execute("SELECT one, other, apart FROM story_decision WHERE one = ? AND other = ?", pair)
        ]
        new_entry(db, "story", label, json.dumps([before, pairs, was, ids]))
        db.executemany("INSERT OR REPLACE INTO story_decision VALUES (?, ?, ?)", [(*pair, apart) for pair in pairs])
        if apart:
            db.execute("DELETE FROM story WHERE article_id = ?", (article_id,))
            if len(others) == 1:
                db.execute("DELETE FROM story WHERE article_id = ?", (others[0],))
        else:
            members = list(dict.fromkeys([*(row[0] for row in before), *ids]))
            reasons = {row[0]: row[3] for row in before}
            story = min(members)
            db.executemany(
                "INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?)",
                [(id_, story, place, reasons.get(id_) or "joined by you") for place, id_ in enumerate(members)],
            )
        return Change(label, ids)

    return work


def undo(db: sqlite3.Connection, data: str) -> list[int]:
    """Take a decision back; the articles concerned."""
    before, pairs, was, ids = json.loads(data)
    gone = json.dumps([*ids, *(row[0] for row in before)])
    db.execute("DELETE FROM story WHERE article_id IN (SELECT value FROM json_each(?))", (gone,))
    known = "SELECT ?1, ?2, ?3, ?4 FROM article WHERE id = ?1"
    db.executemany(f"INSERT OR REPLACE INTO story {known}", before)
    db.executemany("DELETE FROM story_decision WHERE one = ? AND other = ?", pairs)
    both = "WHERE EXISTS (SELECT 1 FROM article WHERE id = ?1) AND EXISTS (SELECT 1 FROM article WHERE id = ?2)"
    db.executemany(f"INSERT INTO story_decision SELECT ?1, ?2, ?3 {both}", was)
    return list(ids)
