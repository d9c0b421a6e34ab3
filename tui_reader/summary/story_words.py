"""Articles as vectors of words: TF-IDF over title and beginning, of length one."""

from collections.abc import Sequence
from math import log, sqrt
from operator import mul

from ..domain.stories import StoryInput
from .words import terms

HEAD = 300
"""Characters of a text that count; further ones blur the event (measured on Google News items)."""

PRIOR = 1000
"""Articles that are assumed beside those counted: without them a small set has no rare words."""
SEEN = 3
"""Of these, how many have any given word: a word met once is no better a witness than one met thrice."""
EACH = 1000
"""Articles for which one more is assumed to have any given word, so that large stories do not drown in rare words."""

Vector = dict[int, float]


class Frequencies:
    """In how many articles each word stands; numbers the words."""

    def __init__(self) -> None:
        self.articles = 0
        self._numbers: dict[str, int] = {}
        self.counts: list[int] = []
        self.words: list[str] = []

    def count(self, article: StoryInput) -> dict[int, float]:
        """File the article's words: {number of the word: how often it stands there}."""
        numbers, counts = self._numbers, self.counts
        found: dict[int, float] = {}
        for term in terms(f"{article.title}. {article.text[:HEAD]}"):
            number = numbers.setdefault(term, len(numbers))
            if number == len(counts):
                counts.append(0)
                self.words.append(term)
            found[number] = found.get(number, 0.0) + 1.0
        for number in found:
            counts[number] += 1
        self.articles += 1
        return found

    def numbers(self, text: str) -> list[int]:
        """The known words of `text`."""
        return [number for term in terms(text) if (number := self._numbers.get(term)) is not None]

    def vector(self, found: dict[int, float]) -> Vector:
        """`found`, as `count` gave it, weighed by rarity; of length one, the weightiest first; empty for no words."""
        total, counts, seen = self.articles + PRIOR, self.counts, SEEN + self.articles / EACH
        weights = {number: (1.0 + log(often)) * log(total / (counts[number] + seen)) for number, often in found.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {
            number: weight / length for number, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        }


def dot(one: Vector, other: Vector) -> float:
    """The sum over the words that both have."""
    common = one.keys() & other.keys()
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
