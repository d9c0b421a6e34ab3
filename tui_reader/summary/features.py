# ruff: noqa: E501, SIM905
"""What the ranking knows of each sentence: some forty numbers, the same for every language."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt

from ..domain.late import late
from ..domain.reading import count_words
from . import chances
from .openings import is_unresolved
from .weights import FOR_TERMS
from .words import terms

NAMES = (
    "title_recall title_precision title_weight first second third reciprocal log_position relative log_paragraph paragraph_first"
    " paragraph_only last_paragraph redundancy_max redundancy_lead centrality mean_frequency frequency_share log_frequency centroid"
    " next_similarity before_similarity lead_similarity introduces introduces_share new_share log_length length short long very_long"
    " opens_quoted closes_quoted has_quote all_quoted question unresolved digits capitals colon parenthesis ellipsis"
    " untitled_reciprocal untitled_log untitled_centroid few_reciprocal many_log_length title_new"
    " top_terms last z_centroid z_frequency z_title z_length z_introduces"
    " chance_sum chance_mean chance_pairs chance_top"
).split()

_QUOTE = late('["“”„«»「」『』]')
_OPENS = frozenset("\"“„«「『‘'-–—")
_INNER_CAPITAL = late(r"(?<=[\w,;:] )[^\W\d_a-zß-öø-ÿ]")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The sentences of one article, measured."""

    rows: list[list[float]]
    """One row a sentence, in the order of `NAMES`."""
    bags: list[list[str]]
    """Its terms in their order."""
    terms: list[frozenset[str]]
    chances: dict[str, float]
    """How likely each term is to come up in a summary."""
    sure: float
    """The sum of all `chances`: terms that are to be expected."""
    weights: dict[str, float]
    """How much of the article a term stands for; the sum over all terms is 1."""
    title: frozenset[str]
    words: list[int]
    unresolved: list[bool]
    broken: list[bool]
    """Whether a sentence begins or ends inside a quotation that other sentences belong to as well."""


def measure(texts: Sequence[str], paragraphs: Sequence[int], title: str, language: str) -> Matrix:
    """The features of sentences `texts`, the n-th of which stands in paragraph `paragraphs[n]`; `language` "" if unknown."""
    bags = [terms(text) for text in texts]
    sets = [frozenset(bag) for bag in bags]
    total = Counter(term for bag in bags for term in dict.fromkeys(bag))
    wanted = frozenset(terms(title))
    words = [count_words(text) for text in texts]
    unresolved = [is_unresolved(text, language) for text in texts]
    shared = _Shared(sets, total, wanted, paragraphs)
    rows = [
        shared.topic(i) + _shape(texts[i], words[i], unresolved[i]) + shared.crossed(i, words[i])
        for i in range(len(texts))
    ]
    known = chances.rows(texts, sets, total, wanted, paragraphs)
    likely = chances.chances(known, term_weights())
    rows = [
        row + more + likelihood(bag, own, likely)
        for row, more, bag, own in zip(rows, _relative(rows), bags, sets, strict=True)
    ]
    mass = sum(count * count for count in total.values()) or 1
    weights = {term: count * count / mass for term, count in total.items()}
    broken = [_is_broken(text) for text in texts]
    return Matrix(rows, bags, sets, likely, sum(likely.values()), weights, wanted, words, unresolved, broken)


@lru_cache(maxsize=1)
def term_weights() -> list[float]:
    return [FOR_TERMS.get(name, 0.0) for name in chances.NAMES]


def likelihood(bag: Sequence[str], own: frozenset[str], likely: dict[str, float]) -> list[float]:
    """How likely a sentence's terms are to come up in a summary: all, on average, as pairs, the three likeliest."""
    each = sorted(map(likely.__getitem__, own), reverse=True)
    whole = sum(each)
    pairs = sum(likely[one] * likely[other] for one, other in pairwise(bag))
    return [whole / 3, whole / max(1, len(own)) * 4, pairs * 2, sum(each[:3])]


def _is_broken(text: str) -> bool:
    closed = text.count("”") + (text.count("“") if "„" in text else 0)
    opened = text.count("„" if "„" in text else "“")
    return text.count('"') % 2 == 1 or opened != closed or text.count("«") != text.count("»")


_COMPARED = tuple(
    NAMES.index(name) for name in ("centroid", "mean_frequency", "title_weight", "log_length", "introduces")
)


def _relative(rows: list[list[float]]) -> list[list[float]]:
    """How far each sentence lies from the article's mean, in standard deviations, halved."""
    columns: list[list[float]] = []
    for place in _COMPARED:
        column = [row[place] for row in rows]
        mean = sum(column) / max(1, len(column))
        deviation = sqrt(sum((value - mean) ** 2 for value in column) / max(1, len(column))) or 1.0
        columns.append([(value - mean) / deviation / 2 for value in column])
    return [list(values) for values in zip(*columns, strict=True)]


def _shape(text: str, words: int, unresolved: bool) -> list[float]:
    quotes = len(_QUOTE.findall(text))
    size = max(1, len(text))
    return [
        log(1 + words) / 4,
        min(words, 60) / 40,
        float(words < 7),
        float(words > 30),
        float(words > 45),
        float(text[0] in _OPENS),
        float(text[-1] in '"”»“」'),
        float(quotes > 0),
        float(quotes > 1 and text[0] in _OPENS and text[-1] in '"”»“」'),
        float(text[-1] in "?？؟"),
        float(unresolved),
        min(1.0, 4 * sum(map(text.count, "0123456789")) / size) if not text.isalpha() else 0.0,
        min(1.0, len(_INNER_CAPITAL.findall(text)) / 8),
        float(":" in text),
        float("(" in text),
        float("..." in text or "…" in text),
    ]


class _Shared:
    """What the sentences of one article have in common."""

    def __init__(
        self, sets: list[frozenset[str]], total: "Counter[str]", wanted: frozenset[str], paragraphs: Sequence[int]
    ) -> None:
        self.sets, self.total, self.wanted, self.paragraphs = sets, total, wanted, paragraphs
        self.count = len(sets)
        self.roots = [sqrt(len(own)) or 1.0 for own in sets]
        self.first_seen: dict[str, int] = {}
        for number, own in enumerate(sets):
            for term in own:
                self.first_seen.setdefault(term, number)
        self.size = Counter(paragraphs)
        self.top = frozenset(term for term, count in total.most_common(6) if count > 1)
        self._similarities()
        self._centroid()

    def _similarities(self) -> None:
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(self.sets):
            for term in own:
                if self.total[term] > 1:
                    postings[term].append(number)
        common: list[dict[int, int]] = [defaultdict(int) for _ in self.sets]
        for numbers in postings.values():
            for place, one in enumerate(numbers):
                row = common[one]
                for other in numbers[:place]:
                    row[other] += 1
        self.sums = [0.0] * self.count
        self.redundancy = [0.0] * self.count
        self.lead = [0.0] * self.count
        self.neighbour = [0.0] * (self.count + 1)
        for one, row in enumerate(common):
            for other, hits in row.items():
                similarity = hits / (self.roots[one] * self.roots[other])
                self.sums[one] += similarity
                self.sums[other] += similarity
                self.redundancy[one] = max(self.redundancy[one], similarity)
                if other == 0:
                    self.lead[one] = similarity
                if other == one - 1:
                    self.neighbour[one] = similarity

    def _centroid(self) -> None:
        centre: defaultdict[str, float] = defaultdict(float)
        for number, own in enumerate(self.sets):
            weight = 1 / (1 + number) ** 0.5
            for term in own:
                centre[term] += weight
        norm = sqrt(sum(value * value for value in centre.values())) or 1.0
        self.centre = {term: value / norm for term, value in centre.items()}
        self.mass = sum(self.total.values()) or 1

    def topic(self, i: int) -> list[float]:
        own, total = self.sets[i], self.total
        size = max(1, len(own))
        hit = own & self.wanted
        frequency = sum(total[term] for term in own)
        recurring = [term for term in own if total[term] > 1 and self.first_seen[term] == i]
        title_mass = sum(total[term] for term in self.wanted) or 1
        return [
            len(hit) / max(1, len(self.wanted)),
            len(hit) / size,
            sum(total[term] for term in hit) / title_mass,
            float(i == 0),
            float(i == 1),
            float(i == 2),
            1 / (i + 1),
            log(i + 1) / 3,
            i / self.count,
            log(self.paragraphs[i] - self.paragraphs[0] + 1) / 3,
            float(i == 0 or self.paragraphs[i - 1] != self.paragraphs[i]),
            float(self.size[self.paragraphs[i]] == 1),
            float(self.paragraphs[i] == self.paragraphs[-1]),
            self.redundancy[i],
            self.lead[i],
            self.sums[i] / max(1, self.count - 1) * 5,
            frequency / size / 4,
            frequency / self.mass * 10,
            sum(log(total[term]) for term in own) / 10,
            sum(self.centre[term] for term in own) / self.roots[i] * 2,
            self.neighbour[i + 1],
            self.neighbour[i],
            self.lead[i] * float(i < 6),
            len(recurring) / 10,
            len(recurring) / size,
            sum(self.first_seen[term] == i for term in own) / size * float(i > 0),
        ]

    def crossed(self, i: int, words: int) -> list[float]:
        untitled = float(not self.wanted)
        own = self.sets[i]
        return [
            untitled / (i + 1),
            untitled * log(i + 1) / 3,
            untitled * sum(self.centre[term] for term in own) / self.roots[i] * 2,
            float(self.count < 15) / (i + 1),
            float(self.count > 30) * log(1 + words) / 4,
            float(i > 0) * len((own & self.wanted) - self.sets[0]) / max(1, len(self.wanted)),
            len(own & self.top) / max(1, len(self.top)),
            float(i == self.count - 1),
        ]
