"""The job process's work for a briefing: which articles are one story, and what is said of each."""

from collections.abc import Sequence
from typing import NamedTuple

from . import article
from .domain.document import Document, Kind, Status
from .domain.models import SummaryState
from .domain.reading import count_words
from .domain.stories import Decisions, Story, StoryInput
from .store.arrivals import Arrival
from .store.codec import unpack_document
from .summary import sentences as split
from .summary import summarize_document
from .summary.kept_stories import Kept
from .summary.novelty import new_sentences
from .summary.stories import StoryIndex, cluster

BEGINNING = 1000
"""Characters of a text that stories are found by."""
FURTHER = 3
"""Sources of a story that are looked at for what they add."""
ADDED = 2
"""Sentences that are shown of them."""
LEAST_ADDED, MOST_ADDED = 8, 45
"""Words that such a sentence has."""


_remembered: dict[str, StoryIndex] = {}
"""In a job process: the stories found last, by the name that the reader gave them."""


class Telling(NamedTuple):
    """A story of which is to be told."""

    lead: Arrival
    others: tuple[Arrival, ...]
    """Further sources, copies of the lead's text left out."""
    sentences: int


class Told(NamedTuple):
    """What is said of a story."""

    state: SummaryState
    sentences: tuple[str, ...]
    words: int
    """Of the lead's whole text."""
    additions: tuple[tuple[int, str], ...]
    """(article, sentence)"""


def find_stories(arrivals: Sequence[Arrival], decisions: Decisions) -> list[Story]:
    """The job: the stories of `arrivals`."""
    return cluster([_input(arrival) for arrival in arrivals], decisions)


def keep_stories(
    arrivals: Sequence[Arrival], decisions: Decisions, kept: Kept, fresh: frozenset[int] | None, name: str
) -> list[Story]:
    """The job: the stories of `arrivals` that the list shows. This process remembers them under `name`, for `place`."""
    _remembered.clear()
    index = StoryIndex([_input(arrival) for arrival in arrivals], decisions, kept, fresh)
    _remembered[name] = index
    return index.shown()


def shown_stories(arrivals: Sequence[Arrival], decisions: Decisions) -> list[Story]:
    """The stories of `arrivals` that the list shows, remembered nowhere."""
    return StoryIndex([_input(arrival) for arrival in arrivals], decisions).shown()


def place(arrivals: Sequence[Arrival], name: str) -> list[Story] | None:
    """The job: the stories that further articles are in; None in a process that does not remember `name`."""
    index = _remembered.get(name)
    return None if index is None else index.place(_input(arrival) for arrival in arrivals)


def tell(tellings: Sequence[Telling]) -> list[Told]:
    """The job: a few sentences of each story."""
    return [_told(telling) for telling in tellings]


def document_of(arrival: Arrival) -> Document:
    """An article's text, also when it waits to be made into a document."""
    if arrival.raw is None:
        return unpack_document(arrival.document)
    return article.from_feed(arrival.raw.markup, arrival.raw.base, title=arrival.head.headline)


def _input(arrival: Arrival) -> StoryInput:
    head = arrival.head
    document = unpack_document(arrival.document)
    if arrival.raw is not None:
        document = article.from_markup_roughly(arrival.raw.markup[: 8 * BEGINNING])
    return StoryInput(
        id=head.id,
        feed_id=head.feed_id,
        source=head.credit,
        title=head.title,
        published=head.sort_at,
        url=arrival.url,
        text=_beginning(document),
        language=(arrival.language or document.language).partition("-")[0].lower(),
        full=not head.teaser,
    )


def _beginning(document: Document) -> str:
    parts: list[str] = []
    length = 0
    for block in document.blocks:
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            parts.append(block.text())
            length += len(parts[-1])
            if length > BEGINNING:
                break
    return "\n".join(parts)[:BEGINNING]


def _told(telling: Telling) -> Told:
    document = document_of(telling.lead)
    summary = summarize_document(
        document,
        title=telling.lead.head.headline,
        language=telling.lead.language or None,
        sentences=telling.sentences,
    )
    said = tuple(" ".join(sentence.text.split()) for sentence in summary.sentences)
    words = document.words() if document.status is not Status.EMPTY else 0
    shown = said if summary.state is SummaryState.TOO_SHORT else said[: telling.sentences]
    return Told(summary.state, shown, words, _additions(telling, said))


def _additions(telling: Telling, said: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """One new sentence of each further source, as long as there are some."""
    known = [telling.lead.head.title, *said, *split(document_of(telling.lead).text())[:40]]
    found: list[tuple[int, str]] = []
    for other in telling.others[:FURTHER]:
        summary = summarize_document(document_of(other), title=other.head.headline, language=other.language or None)
        if summary.state is SummaryState.CONSENT:
            continue
        further = [" ".join(sentence.text.split()) for sentence in summary.sentences[:6]]
        fresh = [further[place] for place in new_sentences(known, further)]
        fresh = [text for text in fresh if LEAST_ADDED <= count_words(text) <= MOST_ADDED]
        if fresh:
            found.append((other.head.id, fresh[0]))
            known.append(fresh[0])
        if len(found) == ADDED:
            break
    return tuple(found)
