# ruff: noqa: E501, SIM905
"""Which sentences make the summary: the set whose sentences and whose sum the weights like best."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from .features import NAMES, Matrix, measure
from .weights import FOR_SENTENCES, FOR_WORDS

SET_NAMES = (
    "set_words set_words_squared set_log_words set_coverage set_heavy_coverage set_title set_overlap set_unresolved set_adjacent"
    " set_lead set_last set_paragraphs set_closest set_cut set_cut_squared set_exact set_count"
    " set_chance set_chance_share set_chance_mean set_chance_match"
).split()
LEARNED = 3
"""Sentences of the summaries that the weights were learned from."""
WIDTH = 6
"""Sets that are kept at each step of the search."""
TRIED = 14
"""Sentences, the best by themselves, that the search puts together."""
UNRESOLVED = 4.0
"""What a sentence costs that opens with an unresolved "he" or "but" and comes without the one before it. Not learned:
ROUGE does not see it, a reader does. At 1.5 one article in ten has one left; from there to 4 ROUGE changes by 0.03."""
BROKEN = 3.0
"""What a sentence costs whose quotation marks do not match."""
ASKED = 1.0
"""What a question costs: it says less than its answer."""
ANSWERED = 20.0
"""What it costs in an interview, that is where more than one sentence in `INTERVIEW` is a question."""
INTERVIEW = 7
_QUESTION = NAMES.index("question")
BY_LENGTH = "by_length:"
"""Before the name of a sentence's feature: that feature times the sentence's length."""


class Weights:
    """What counts how much."""

    def __init__(self, single: list[float], by_length: list[float], together: list[float]) -> None:
        """`single`: for each of `NAMES`. `by_length`: the same times the sentence's length, which is 1 for 25 words, or for
        30 where words are counted. `together`: for each of `SET_NAMES`."""
        self.single, self.by_length, self.together = single, by_length, together


@lru_cache(maxsize=2)
def weights(by_words: bool) -> Weights:
    """The weights for summaries of so many words, or of so many sentences, with what only a reader sees."""
    return weights_of(FOR_WORDS if by_words else FOR_SENTENCES)


def weights_of(table: Mapping[str, float]) -> Weights:
    """The weights of a table by name."""
    together = {name: table.get(name, 0.0) for name in SET_NAMES}
    together["set_unresolved"] -= UNRESOLVED
    by_length = [table.get(BY_LENGTH + name, 0.0) for name in NAMES]
    return Weights([table.get(name, 0.0) for name in NAMES], by_length, list(together.values()))


class Sets:
    """Sets of sentences of one article and what they are together."""

    def __init__(self, matrix: Matrix, paragraphs: Sequence[int], count: int = LEARNED) -> None:
        """`count`: how many sentences are wanted; lengths are measured as if it were the number that was learned from."""
        self.matrix, self.paragraphs, self.count = matrix, paragraphs, count
        total: dict[str, int] = {}
        for own in matrix.terms:
            for term in own:
                total[term] = total.get(term, 0) + 1
        mass = sum(total.values()) or 1
        self.light = {term: count / mass for term, count in total.items()}
        self.pairs: dict[tuple[int, int], float] = {}

    def _overlap(self, one: int, other: int) -> float:
        found = self.pairs.get((one, other))
        if found is None:
            mine, its = self.matrix.terms[one], self.matrix.terms[other]
            found = len(mine & its) / ((len(mine) * len(its)) ** 0.5 or 1.0)
            self.pairs[one, other] = found
        return found

    def measure(self, chosen: Sequence[int], sizes: Sequence[int] = (), limit: int | None = None) -> list[float]:
        """The features of the set `chosen` (ascending), in the order of `SET_NAMES`.

        `limit`: the words asked for, of `sizes` words a sentence; None when sentences are counted.
        """
        matrix = self.matrix
        over = sum(sizes[i] for i in chosen) - limit if limit is not None else 0
        cut = max(0, over) / 20
        seen = self._seen(chosen, sizes, limit) if cut and limit is not None else None
        size = sum(matrix.words[i] for i in chosen) / 40 * LEARNED / self.count
        covered = frozenset().union(*(matrix.terms[i] for i in chosen))
        overlaps = [self._overlap(one, other) for place, one in enumerate(chosen) for other in chosen[:place]]
        return [
            size,
            size * size / 2,
            log(size + 0.1),
            5 * sum(map(self.light.__getitem__, covered)),
            3 * sum(map(matrix.weights.__getitem__, covered)),
            len(covered & matrix.title) / max(1, len(matrix.title)),
            sum(overlaps),
            float(sum(matrix.unresolved[i] and i - 1 not in chosen for i in chosen if i)),
            float(sum(i - 1 in chosen for i in chosen)),
            float(chosen[0] == 0),
            chosen[-1] / len(matrix.rows),
            len({self.paragraphs[i] for i in chosen}) / 3,
            max(overlaps, default=0.0),
            cut,
            cut * cut,
            float(limit is not None and over <= 0),
            float(limit is not None) * len(chosen),
            *self._likely(covered if seen is None else seen),
        ]

    def _seen(self, chosen: Sequence[int], sizes: Sequence[int], limit: int) -> frozenset[str]:
        """The terms of `chosen` up to the word where they are cut."""
        found: set[str] = set()
        for i in chosen:
            bag = self.matrix.bags[i]
            found.update(bag if limit >= sizes[i] else bag[: round(len(bag) * max(0, limit) / sizes[i])])
            limit -= sizes[i]
        return frozenset(found)

    def _likely(self, covered: frozenset[str]) -> list[float]:
        """How likely `covered` is to come up in a summary: as it is, of all, on average, and as an overlap of both."""
        found, sure = sum(map(self.matrix.chances.__getitem__, covered)), self.matrix.sure
        return [
            found / 2,
            found / (sure or 1) * 5,
            found / max(1, len(covered)) * 10,
            found / (len(covered) + sure or 1) * 20,
        ]


def usual_length(words: int, sentences: int) -> int:
    """How many sentences a summary has when nobody says how many, for a text of so many words and sentences."""
    if words < 250 or sentences < 10:
        return 2
    return 3 if words <= 900 else 4 if words <= 1800 else 5


def choose(
    texts: Sequence[str], paragraphs: Sequence[int], title: str, language: str, count: int, words: int | None
) -> list[int]:
    """The places, ascending, of the sentences chosen out of `texts`: `count`, or as many as have `words` words."""
    if words is None and (count <= 0 or count >= len(texts)):
        return list(range(len(texts))) if count > 0 else []
    sizes = [len(text.split()) for text in texts]
    if words is not None and (words <= 0 or sum(sizes) <= words):
        return list(range(len(texts))) if words > 0 else []
    matrix = measure(texts, paragraphs, title, language)
    return search(matrix, paragraphs, sizes, count, words, weights(words is not None))


def shares(chosen: Sequence[int], sizes: Sequence[int], words: int) -> list[float]:
    """How long each of `chosen` (ascending) is, 1 for 30 words, when together they are cut after `words`."""
    left, found = words, []
    for i in chosen:
        found.append(min(max(0, left), sizes[i]) / 30)
        left -= sizes[i]
    return found


def search(
    matrix: Matrix, paragraphs: Sequence[int], sizes: Sequence[int], count: int, words: int | None, counts: Weights
) -> list[int]:
    """Beam search for the best set of `count` sentences or, if `words` is given, of at least that many words."""
    questions = [row[_QUESTION] for row in matrix.rows]
    asked = ANSWERED if sum(questions) * INTERVIEW > len(questions) else ASKED
    alone = [
        sum(map(float.__mul__, counts.single, row)) - BROKEN * broken - asked * question
        for row, broken, question in zip(matrix.rows, matrix.broken, questions, strict=True)
    ]
    by_length = [sum(map(float.__mul__, counts.by_length, row)) for row in matrix.rows]
    lengths = [size / 25 for size in matrix.words] if words is None else [min(size, words) / 30 for size in sizes]
    scores = [one + more * length for one, more, length in zip(alone, by_length, lengths, strict=True)]
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    tried = sorted({*order[: max(TRIED, 2 * count if words is None else words // 6)], *range(min(3, len(scores)))})
    sets = Sets(matrix, paragraphs, LEARNED if words is not None else count)

    def value(chosen: tuple[int, ...]) -> float:
        found = sum(map(float.__mul__, counts.together, sets.measure(chosen, sizes, words)))
        if words is None:
            return found + sum(scores[i] for i in chosen)
        cut = shares(chosen, sizes, words)
        return found + sum(alone[i] + by_length[i] * share for i, share in zip(chosen, cut, strict=True))

    beams: list[tuple[int, ...]] = [()]
    done: dict[tuple[int, ...], float] = {}
    while beams:
        found: dict[tuple[int, ...], float] = {}
        for chosen in beams:
            for i in tried:
                if i in chosen:
                    continue
                grown = tuple(sorted((*chosen, i)))
                if grown in found or grown in done:
                    continue
                full = len(grown) == count if words is None else sum(sizes[k] for k in grown) >= words
                (done if full else found)[grown] = value(grown)
        if words is None and done:
            break
        beams = sorted(found, key=found.__getitem__, reverse=True)[:WIDTH]
    if not done:
        return order_until(order, sizes, words or 0)
    return list(max(done.items(), key=lambda item: item[1])[0])


def order_until(order: Sequence[int], sizes: Sequence[int], words: int) -> list[int]:
    """The first of `order` that together have `words` words, ascending."""
    chosen: list[int] = []
    while len(chosen) < len(order) and sum(sizes[i] for i in chosen) < words:
        chosen.append(order[len(chosen)])
    return sorted(chosen)
