"""What a further text adds to what was read: its sentences that are like none of those shown before."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log, sqrt

from .words import terms

KNOWN = 0.54
"""Share of a sentence's squared weight that may stand in one known sentence before it says nothing new."""
COVERED = 0.66
"""The same for three known sentences in a row: what was said in two is nothing new in one.

Both were chosen on the labelled set in the tests (precision .86, recall .91; the same among 30
sentences on other things).
"""
KNOWN_NUMBERS = 0.9
"""`KNOWN` for a sentence with a number that was not shown: "14 dead" after "11 dead" is news. All from .7 to .98 do."""
PRIOR = 30
"""Sentences that are assumed beside those given: in a handful, a word that two share would else count as usual."""
LEAST_TERMS = 3
"""Words, usual ones left out, that a sentence needs to say something by itself."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_NAMED: dict[str, str] = {}
for _number, _names in enumerate(
    (
        *("two zwei zwo", "three drei", "four vier", "five fünf", "six sechs", "seven sieben"),
        *("eight acht", "nine neun", "ten zehn", "eleven elf", "twelve zwölf"),
    ),
    2,
):
    _NAMED.update(dict.fromkeys(_names.split(), str(_number)))


def new_sentences(shown: Sequence[str], further: Sequence[str]) -> list[int]:
    """Places in `further` of the sentences that say something which neither `shown` nor an earlier one of them says.

    `shown`: sentences that are shown already or were read. Ascending; linear in the pairs that share a word.
    """
    known = Known((*shown, *further))
    for sentence in shown:
        known.add(sentence)
    places: list[int] = []
    for place, sentence in enumerate(further):
        if known.lacks(sentence):
            places.append(place)
            known.add(sentence)
    return places


class Known:
    """Sentences that were read. `among`: all that will be asked about, so that rare words are known to be rare."""

    def __init__(self, among: Iterable[str]) -> None:
        self._terms = {sentence: frozenset(terms(sentence)) for sentence in among}
        counts = Counter(term for found in self._terms.values() for term in found)
        size = len(self._terms) + PRIOR
        self._weights = {term: log(size / (count + 1)) ** 2 for term, count in counts.items()}
        self._places: dict[str, list[int]] = defaultdict(list)
        self._numbers: set[str] = set()
        self._count = 0

    def nothing(self) -> "Known":
        """As if nothing had been read yet: of the same sentences."""
        other = object.__new__(Known)
        other._terms, other._weights = self._terms, self._weights
        other._places, other._numbers, other._count = defaultdict(list), set(), 0
        return other

    def add(self, sentence: str) -> None:
        for term in self._terms[sentence]:
            self._places[term].append(self._count)
        self._numbers.update(numbers(sentence))
        self._count += 1

    def lacks(self, sentence: str) -> bool:
        """Whether `sentence` says something that none of the known ones says."""
        found = self._terms[sentence]
        if len(found) < LEAST_TERMS:
            return False
        alone: dict[int, float] = defaultdict(float)
        around: dict[int, float] = defaultdict(float)
        whole = 0.0
        for term in found:
            weight = self._weights[term]
            whole += weight
            last = -1
            for place in self._places.get(term, ()):
                alone[place] += weight
                for near in range(max(place - 1, last + 1), place + 2):
                    around[near] += weight
                last = place + 1
        best = max(alone.values(), default=0.0)
        if not self._numbers.issuperset(numbers(sentence)):
            return best < KNOWN_NUMBERS * whole
        return best < KNOWN * whole and max(around.values(), default=0.0) < COVERED * whole

    def fresh(self, sentence: str) -> float:
        """How much of what `sentence` says stands nowhere in what is known: its length in squared weights."""
        return sqrt(sum(self._weights[term] for term in self._terms[sentence] if term not in self._places))

    def terms(self, sentence: str) -> frozenset[str]:
        """The words that count of a sentence."""
        return self._terms[sentence]


def numbers(sentence: str) -> set[str]:
    """The numbers in a sentence: 1.5 and 1,5 are one, and so are 12 and twelve."""
    found = {number.replace(",", ".") for number in _NUMBER.findall(sentence)}
    found.update(_NAMED[word] for word in _WORD.findall(sentence.lower()) if word in _NAMED)
    return found
