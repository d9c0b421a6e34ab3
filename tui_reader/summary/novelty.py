"""What a further text adds to what was read: its sentences that are like none of those shown before."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log, sqrt

from .words import terms

KNOWN = 0.42
"""Cosine to one sentence from which a sentence says nothing new. Set by eye on retold and changed sentences of news."""
KNOWN_NUMBERS = 0.9
"""The same for a sentence with a number that was not shown: "14 dead" after "11 dead" is news."""
COVERED = 0.8
"""Share of a sentence's squared weight that may stand, anywhere, in what was shown before it is nothing new."""
PRIOR = 30
"""Sentences that are assumed beside those given: in a handful, a word that two share would else count as usual."""
LEAST_TERMS = 3
"""Words, usual ones left out, that a sentence needs to say something by itself."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def new_sentences(shown: Sequence[str], further: Sequence[str]) -> list[int]:
    """Places in `further` of the sentences that say something which neither `shown` nor an earlier one of them says.

    `shown`: sentences that are shown already or were read. Ascending; linear in the pairs that share a word.
    """
    own = [Counter(terms(sentence)) for sentence in (*shown, *further)]
    counts = Counter(term for found in own for term in found)
    rarity = {term: log((len(own) + PRIOR) / (count + 1)) for term, count in counts.items()}
    memory = _Memory(rarity)
    for sentence, found in zip(shown, own, strict=False):
        memory.add(sentence, found)
    places: list[int] = []
    for place, (sentence, found) in enumerate(zip(further, own[len(shown) :], strict=True)):
        if len(found) >= LEAST_TERMS and memory.is_new(sentence, found):
            places.append(place)
            memory.add(sentence, found)
    return places


class _Memory:
    """Sentences that are known, by their words."""

    def __init__(self, rarity: dict[str, float]) -> None:
        self._rarity = rarity
        self._index: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._numbers: set[str] = set()
        self._count = 0

    def add(self, sentence: str, found: Counter[str]) -> None:
        for term, weight in self._vector(found).items():
            self._index[term].append((self._count, weight))
        self._numbers.update(numbers(sentence))
        self._count += 1

    def is_new(self, sentence: str, found: Counter[str]) -> bool:
        scores: dict[int, float] = defaultdict(float)
        vector = self._vector(found)
        for term, weight in vector.items():
            for place, its in self._index.get(term, ()):
                scores[place] += weight * its
        best = max(scores.values(), default=0.0)
        if not self._numbers.issuperset(numbers(sentence)):
            return best < KNOWN_NUMBERS
        covered = sum(weight * weight for term, weight in vector.items() if term in self._index)
        return best < KNOWN and covered < COVERED

    def _vector(self, found: Counter[str]) -> dict[str, float]:
        weights = {term: count * self._rarity[term] for term, count in found.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


def numbers(sentence: str) -> Iterable[str]:
    """The numbers in a sentence, as they are written."""
    return _NUMBER.findall(sentence)
