"""The articles of a story: which were read when, and their texts for whoever compares them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.document import RawText
from ..domain.stories import Member
from .codec import unpack_quickly
from .database import Database
from .feeds import NAME


@dataclass(frozen=True, slots=True)
class StoryText:
    """An article, its text still packed, so that a job process does the work."""

    id: int
    source: str
    """The feed's name."""
    title: str
    when: int
    """Unix seconds that lists are sorted by."""
    language: str
    document: bytes
    """The fullest text there is, for `unpack_document`; empty while `raw` waits to be made into one."""
    raw: RawText | None


def read_of(database: Database, article_id: int) -> list[Member]:
    """The articles of the story that this one is in, best first; none for an article that stands alone."""
    with database.reading() as db:
        found = db.execute(
            "SELECT a.id, a.read, coalesce(a.read_at, 0), d.first_seen FROM story s"
            " JOIN story t ON t.story_id = s.story_id JOIN article a ON a.id = t.article_id"
            " JOIN detail d ON d.article_id = a.id JOIN feed f ON f.id = a.feed_id AND f.removed IS NULL"
            " WHERE s.article_id = ? ORDER BY t.place",
            (article_id,),
        ).fetchall()
    return [Member(id_, read == 1, read_at, first_seen) for id_, read, read_at, first_seen in found]


def with_stories(database: Database, ids: Sequence[int]) -> list[Member]:
    """`ids`, in their order, and after them what else is in their stories; without those that are gone."""
    with database.reading() as db:
        found = db.execute(
            "WITH asked AS (SELECT value AS id FROM json_each(?1)), wanted AS (SELECT id FROM asked UNION"
            " SELECT t.article_id FROM story s JOIN story t ON t.story_id = s.story_id"
            " WHERE s.article_id IN (SELECT id FROM asked))"
            " SELECT a.id, a.read, coalesce(a.read_at, 0), d.first_seen FROM wanted JOIN article a ON a.id = wanted.id"
            " JOIN detail d ON d.article_id = a.id JOIN feed f ON f.id = a.feed_id AND f.removed IS NULL"
            " LEFT JOIN story o ON o.article_id = a.id ORDER BY o.story_id, o.place",
            (json.dumps(list(ids)),),
        ).fetchall()
    known = {row[0]: Member(row[0], row[1] == 1, row[2], row[3]) for row in found}
    return [known.pop(id_) for id_ in ids if id_ in known] + list(known.values())


def texts_of(database: Database, ids: Sequence[int]) -> list[StoryText]:
    """The texts of `ids`, in their order, without those that are gone."""
    with database.reading() as db:
        found = db.execute(
            f"SELECT a.id, coalesce(nullif(d.source, ''), {NAME}), a.title, a.sort_at, d.language,"
            " coalesce(b.full_document, b.feed_document), r.base, r.markup FROM article a"
            " JOIN feed f ON f.id = a.feed_id AND f.removed IS NULL"
            " JOIN detail d ON d.article_id = a.id LEFT JOIN body b ON b.article_id = a.id"
            " LEFT JOIN raw r ON r.article_id = a.id WHERE a.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchall()
    known: dict[int, StoryText] = {}
    for id_, source, title, when, language, document, base, markup in found:
        raw = RawText(unpack_quickly(markup), base) if not document and markup else None
        known[id_] = StoryText(id_, source, title, when, language, document or b"", raw)
    return [known[id_] for id_ in ids if id_ in known]
