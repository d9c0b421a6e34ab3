"""The job process's part of a story: what its articles say that was not read, or not said by the one on screen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import sqrt
from typing import NamedTuple

from . import article
from .domain.document import Document
from .domain.models import SummaryState
from .domain.reading import count_words
from .domain.stories import Adds, Member, Said, StoryNews
from .store.codec import unpack_document
from .store.story_texts import StoryText
from .summary import summarize_document
from .summary.novelty import Known
from .summary.openings import is_unresolved
from .summary.same_text import same_text, shingles

MOST_TEXTS = 13
"""Articles of a story that are looked at."""
MOST_FRESH = 6
"""Of those that have come since it was read."""
CONSIDERED = 120
"""Sentences of each."""
LEAST_WORDS, MOST_WORDS = 7, 50
"""That a sentence has which is shown of a further source."""
COPIED = 0.6
"""Share of their sentences that copies of one text have word for word."""
GOOD = 0.35
"""What a source's second and third sentence must be worth, as a share of its best."""


class Asked(NamedTuple):
    """A story that was read, and has got further."""

    texts: tuple[StoryText, ...]
    read: frozenset[int]
    fresh: frozenset[int]
    most: int
    """Sentences to tell, at most."""


def chosen(members: Sequence[Member], article_id: int, fresh: Sequence[int]) -> list[int]:
    """At most `MOST_TEXTS` of the story: the article, what has come since, what was read, the best of the rest."""
    ids = [member.id for member in members]
    read = [member.id for member in members if member.read]
    wanted = dict.fromkeys([article_id, *fresh[:MOST_FRESH], *read, *ids])
    kept = set(list(wanted)[:MOST_TEXTS])
    return [id_ for id_ in ids if id_ in kept]


def tell_news(asked: Sequence[Asked]) -> list[tuple[Said, ...]]:
    """The job: what each story says that was not read, best source first."""
    return [_told(one) for one in asked]


def _told(asked: Asked) -> tuple[Said, ...]:
    sources = [_Source(text) for text in asked.texts]
    story = _Story(sources)
    known = story.known(source for source in sources if source.id in asked.read)
    arrived = [source for source in sources if source.id in asked.fresh]
    each = -(-asked.most // max(1, len(arrived)))
    return tuple(said for adds in story.additions(known, arrived, each) for said in adds.sentences)[: asked.most]


def compare(
    shown: int, texts: Sequence[StoryText], read: frozenset[int], fresh: frozenset[int], since: int, more: int = 0
) -> StoryNews:
    """The job: what is new about the article `shown`, with `texts` being its story, best first.

    `read`, `fresh`: those that were read, and those that have come `since` (see `StoryNews`).
    """
    sources = [_Source(text) for text in texts]
    story = _Story(sources)
    mine = next((source for source in sources if source.id == shown), None)
    if mine is None:
        return StoryNews(article_id=shown)
    news: list[Adds] = []
    arrived = [source for source in sources if source.id in fresh]
    if arrived:
        known = story.known(source for source in sources if source.id in read)
        news = story.additions(known, arrived)
    told = {adds.article_id for adds in news}
    own, others = _copies(mine, [source for source in sources if source is not mine])
    known = story.known([mine])
    for said in (said for adds in news for said in adds.sentences):
        known.add(said.text)
    further = story.additions(known, [source for source, _ in others if source.id not in told])
    names = {source.id: _names(copies) for source, copies in others}
    adding = {*told, *(adds.article_id for adds in further)}
    return StoryNews(
        article_id=shown,
        since=since if arrived else 0,
        fresh=len(arrived),
        news=tuple(news),
        others=tuple(Adds(a.article_id, a.source, a.when, a.sentences, names[a.article_id]) for a in further),
        same=_names(own),
        nothing=_names(chain.from_iterable((s, *copies) for s, copies in others if s.id not in adding)),
        more=more,
    )


class _Source:
    """An article of the story and its sentences, in one line each."""

    def __init__(self, text: StoryText) -> None:
        self.text, self.id, self.name = text, text.id, text.source
        document = document_of(text)
        summary = summarize_document(document, title=text.title, language=text.language or None, sentences=CONSIDERED)
        consent = summary.state is SummaryState.CONSENT
        self.language = summary.language
        self.said = [
            Said(text.id, " ".join(one.text.split()), one.start, one.end)
            for one in (() if consent else summary.sentences)
        ]
        self.shingles = () if consent else shingles(document.text())

    def copies(self, other: "_Source") -> bool:
        """Whether this is the same text, not only the same beginning."""
        if not same_text(self.shingles, other.shingles):
            return False
        mine, its = ({said.text for said in source.said} for source in (self, other))
        return len(mine & its) >= COPIED * max(len(mine), len(its))


class _Story:
    """All sentences of a story."""

    def __init__(self, sources: Sequence[_Source]) -> None:
        self._empty = Known()
        tellers = Counter(
            term
            for source in sources
            for term in frozenset().union(*(self._empty.terms(sentence) for sentence in _known_of(source)))
        )
        self._shared = {term: count - 1 for term, count in tellers.items() if count > 1}
        """Words that several sources use: what the story is about."""

    def known(self, sources: Iterable[_Source]) -> Known:
        """What these say."""
        known = self._empty.nothing()
        for sentence in chain.from_iterable(map(_known_of, sources)):
            known.add(sentence)
        return known

    def additions(self, known: Known, sources: Sequence[_Source], each: int = 0) -> list[Adds]:
        """What each of `sources` adds to `known`, to which that is added; those that add nothing are left out.

        `each`: sentences of a source at most; 0: the fewer, the more sources there are.
        """
        each = each or (3 if len(sources) <= 3 else 2 if len(sources) <= 6 else 1)
        found: list[Adds] = []
        for source in sources:
            if chosen := self._best(known, source, each):
                found.append(Adds(source.id, source.name, source.text.when, tuple(chosen)))
        return found

    def _best(self, known: Known, source: _Source, count: int) -> list[Said]:
        """The sentences that say most that is new, in the order of the text."""
        worth = {
            place: self._worth(known, source, place)
            for place, said in enumerate(source.said)
            if LEAST_WORDS <= count_words(said.text) <= MOST_WORDS and known.lacks(said.text)
        }
        chosen: list[int] = []
        least = GOOD * max(worth.values(), default=0.0)
        for place in sorted(worth, key=worth.__getitem__, reverse=True):
            text = source.said[place].text
            if worth[place] < least or len(chosen) == count:
                break
            if not chosen or known.lacks(text):
                chosen.append(place)
                known.add(text)
        return [source.said[place] for place in sorted(chosen)]

    def _worth(self, known: Known, source: _Source, place: int) -> float:
        """How much a sentence says that is new, and about what the others write of; what stands at the top counts.

        What leans on the sentence before it, or has half of a quotation, is worth half.
        """
        text = source.said[place].text
        about = sum(term in self._shared for term in known.terms(text))
        worth = sqrt(known.fresh(text)) * (3 + min(about, 4)) / (12 + place)
        half = is_unresolved(text, source.language) or text.count('"') % 2 or text.count("“") != text.count("”")
        return worth / 2 if half else worth


def document_of(text: StoryText) -> Document:
    """An article's text, also when it waits to be made into a document."""
    if text.raw is None:
        return unpack_document(text.document)
    return article.from_feed(text.raw.markup, text.raw.base, title=text.title)


def _known_of(source: _Source) -> list[str]:
    return [source.text.title, *(said.text for said in source.said)]


def _copies(mine: _Source, others: Sequence[_Source]) -> tuple[list[_Source], list[tuple[_Source, list[_Source]]]]:
    """(those that have the text of `mine`, the others with those that have theirs)."""
    own: list[_Source] = []
    groups: list[tuple[_Source, list[_Source]]] = []
    for source in others:
        if source.copies(mine):
            own.append(source)
        elif (group := next((g for g in groups if source.copies(g[0])), None)) is not None:
            group[1].append(source)
        else:
            groups.append((source, []))
    return own, groups


def _names(sources: Iterable[_Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.name for source in sources))
