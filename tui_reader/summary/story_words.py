"""Articles as vectors of words: TF-IDF over title and beginning, of length one."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from operator import mul

from ..domain.stories import StoryInput
from .stopwords import ALL, BY_LANGUAGE
from .words import terms

HEAD = 300
"""Characters of a text that count; further ones blur the event (measured on Google News items)."""

PRIOR = 1000
"""Articles that are assumed beside those counted: without them a small set has no rare words."""
SEEN = 3
"""Of these, how many have any given word: a word met once is no better a witness than one met thrice."""
EACH = 1000
"""Articles for which one more is assumed to have any given word, so that large stories do not drown in rare words."""

TITLE = 2.0
"""How often a word of the title counts."""
USUAL = 3
"""Usual words of a language that say which one it is; what the feed says is wrong too often."""

GIANT, GIANT_SHARE = 12, 0.01
"""Articles, and their share of all, that a giant story's words count as seen in at most."""
PARTNERS, OFTEN = 4, 0.3

NONE: frozenset[str] = frozenset()
Vector = dict[int, float]

_DIGIT = re.compile(r"\d")
_IN_NUMBER = re.compile(r"(?<=\d)[.,  ](?=\d)")
"""Thousands and decimals: 90,000 and 90.000 are one number, not two."""


def language_of(article: StoryInput) -> str:
    """Primary tag of the language that an article is told in, by its words or else as its feed says; "" for unknown."""
    words = ALL.intersection(f"{article.title} {article.text[:HEAD]}".lower().split())
    said = len(words & BY_LANGUAGE.get(article.language, NONE))
    if said >= USUAL or len(words) < USUAL:
        return article.language
    hits, best = max((len(words & usual), language) for language, usual in BY_LANGUAGE.items())
    return best if hits >= USUAL and hits > 2 * said else article.language


def story_terms(text: str) -> list[str]:
    """As `terms`, with numbers as a whole."""
    return terms(_IN_NUMBER.sub("", text) if _DIGIT.search(text) else text)


class Frequencies:
    """In how many articles each word stands; numbers the words."""

    def __init__(self) -> None:
        self.articles = 0
        self._numbers: dict[str, int] = {}
        self.counts: list[int] = []
        self.words: list[str] = []
        self._seen: dict[int, float] = {}
        """In how many articles the words of a giant story count as seen."""

    def count(self, article: StoryInput) -> dict[int, float]:
        """File the article's words: {number of the word: how often it stands there}."""
        numbers, counts = self._numbers, self.counts
        found: dict[int, float] = {}
        for text, often in ((article.title, TITLE), (article.text[:HEAD], 1.0)):
            for term in story_terms(text):
                number = numbers.setdefault(term, len(numbers))
                if number == len(counts):
                    counts.append(0)
                    self.words.append(term)
                found[number] = found.get(number, 0.0) + often
        for number in found:
            counts[number] += 1
        self.articles += 1
        return found

    def settle(self, counted: Sequence[dict[int, float]]) -> None:
        """Look for giant stories among the articles `counted`: what fills the feeds has not become a usual word.

        A word is of such a story when it is in many articles and `PARTNERS` others of that kind stand in `OFTEN` of
        them too; usual words share their articles with no others.
        """
        most = max(GIANT, GIANT_SHARE * self.articles)
        many = {number for number, count in enumerate(self.counts) if count > most}
        beside: dict[int, Counter[int]] = {number: Counter() for number in many}
        for found in counted:
            mine = found.keys() & many
            for number in mine:
                beside[number].update(mine)
        self._seen = {
            number: most
            for number, others in beside.items()
            if sum(count >= OFTEN * others[number] for count in others.values()) > PARTNERS
        }

    def numbers(self, text: str) -> list[int]:
        """The known words of `text`."""
        return [number for term in story_terms(text) if (number := self._numbers.get(term)) is not None]

    def vector(self, found: dict[int, float]) -> Vector:
        """`found`, as `count` gave it, weighed by rarity; of length one, the weightiest first; empty for no words."""
        total, counts, seen = self.articles + PRIOR, self.counts, SEEN + self.articles / EACH
        giant = self._seen.get
        weights = {
            number: (1.0 if often == 1.0 else 1.0 + log(often)) * log(total / (giant(number, counts[number]) + seen))
            for number, often in found.items()
        }
        values = weights.values()
        length = sqrt(sum(map(mul, values, values))) or 1.0
        return {number: weights[number] / length for number in sorted(weights, key=weights.__getitem__, reverse=True)}


def dot(one: Vector, other: Vector) -> float:
    """The sum over the words that both have."""
    common = one.keys() & other.keys()
    return float(sum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common))))


def similarity(one: Vector, other: Vector, least: int) -> float:
    """The cosine of two articles; 0.0 for fewer than `least` words in common."""
    common = one.keys() & other.keys()
    if len(common) < least:
        return 0.0
    return float(sum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common))))


def common_words(one: Vector, other: Vector, most: int) -> list[int]:
    """The words that make two vectors alike, the strongest first."""
    common = one.keys() & other.keys()
    return sorted(common, key=lambda number: (-one[number] * other[number], number))[:most]


def surface(term: str, texts: Sequence[str]) -> str:
    """The word that `term`, folded and shortened, stands for, as the texts write it; `term` itself when they do not."""
    for text in texts:
        lower = text.lower()
        if len(lower) != len(text):
            continue
        at = lower.find(term)
        while at >= 0:
            if at == 0 or not lower[at - 1].isalnum():
                end = at + len(term)
                while end < len(text) and text[end].isalpha():
                    end += 1
                return text[at:end]
            at = lower.find(term, at + 1)
    return term
