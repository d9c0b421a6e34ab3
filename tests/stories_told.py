"""Invented events as several papers tell them, for whoever compares them; and stories in a library."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from tests.library import NOW, add_articles, entry
from tui_reader.domain.document import Block, Document, Kind, Span, Status
from tui_reader.domain.stories import Story
from tui_reader.store import Library
from tui_reader.store.codec import pack_document
from tui_reader.store.story_texts import StoryText

TRAM = (
    "The council in Norwick voted on Monday to build a tram line along the harbour.",
    "It will link the ferry terminal with the railway station and cost 340 million crowns.",
    "Nineteen councillors were in favour, and four were against after a debate of six hours.",
    "Work on the first two miles is to begin in the autumn, when the tourists have left.",
    "Shopkeepers on Quay Street fear years of digging in front of their doors.",
    "The mayor promised them a second hearing before the winter.",
    "A tram last ran through the old town of Norwick in 1958, and its depot is a museum now.",
)
TRAM_RETOLD = (
    "On Monday the Norwick council decided to build a tram line along its harbour.",
    "The new line, which will cost 340 million crowns, links the railway station with the ferry terminal.",
    "Mayor Ida Holm had threatened to resign if the councillors rejected the tram.",
    "Shopkeepers in Quay Street say that they fear years of digging in front of their doors.",
    "Environmental groups will sue, because the harbour walls are home to a rare colony of terns.",
    "A third of the cost will be paid by the state, the ministry of transport confirmed.",
)
TRAM_LATER = (
    "The tram along the harbour of Norwick will be built later than planned.",
    "A court stopped the work on Thursday until the fate of a colony of terns is clear.",
    "The council had voted on Monday to build the tram line along the harbour.",
    "The judges want an expert to count the nests by the end of March.",
)
TRAM_REPEATED = (
    "Norwick builds a tram line along the harbour, the council decided on Monday.",
    "The line will link the ferry terminal with the railway station.",
    "It will cost 340 million crowns.",
)


def document(sentences: Sequence[str], status: Status = Status.FULL) -> Document:
    """Paragraphs of two sentences."""
    pairs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(one),)) for one in pairs), status=status, language="en")


def told(*tellings: Sequence[str]) -> list[StoryText]:
    """The story of these texts, with the ids 0, 1 ..., by Paper 0, Paper 1 ..."""
    return [
        StoryText(number, f"Paper {number}", "Norwick's tram", 1000 - number, "en", pack_document(document(one)), None)
        for number, one in enumerate(tellings)
    ]


def add_story(library: Library, *tellings: Sequence[str], now: datetime = NOW, first: int = 0) -> list[int]:
    """Store an article of each text, each of a feed of its own, the first being the newest; their ids."""
    ids: list[int] = []
    for number, one in enumerate(tellings, first):
        feed_id, _ = library.add_feed(f"https://paper{number}.example/", title=f"Paper {number}")
        told = entry(5000 + number, now - timedelta(minutes=number + 1), f"Norwick's tram, part {number}")
        ids += add_articles(library, feed_id, [told], documents=[document(one)], now=now)
    return ids


def join(library: Library, ids: Sequence[int]) -> None:
    """These articles are one story, the first one its lead."""
    reasons = dict.fromkeys(ids[1:], "words in common: norwick, tram")
    library.stories.save([Story(min(ids), ids[0], tuple(ids), reasons)], ids)


def read_on(library: Library, ids: Sequence[int], when: datetime) -> None:
    """Mark articles read, as if at `when`."""
    library.mark(ids, read=True)
    with sqlite3.connect(library.path) as db:
        db.executemany("UPDATE article SET read_at = ? WHERE id = ?", [(int(when.timestamp()), id_) for id_ in ids])
