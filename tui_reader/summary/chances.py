# ruff: noqa: SIM905
"""How likely each term of an article is to come up in what a person would write as its summary.

A logistic model over where and how often a term stands, the same for every language.
"""

from collections import Counter
from collections.abc import Sequence
from math import exp, log
from operator import mul

from ..domain.late import late
from .words import STEM

NAMES = (
    "one log_count share reciprocal log_first first early span titled untitled capital digits long short once top"
    " log_sentences quoted log_paragraphs log_weight company first_count capital_count first_capital many"
    " log_first_count"
).split()
"""What is known of a term, in the order of `rows`."""

_CAPITAL = late(r"(?<=[\w,;:] )[^\W\d_a-zß-öø-ÿ][^\W_]*")
_QUOTE = late('["“”„«»「」『』]')


def rows(
    texts: Sequence[str],
    sets: Sequence[frozenset[str]],
    total: "Counter[str]",
    wanted: frozenset[str],
    paragraphs: Sequence[int],
) -> dict[str, list[float]]:
    """{term: its features, truth as 1}, for sentences `texts` with terms `sets` in `paragraphs`; `total` counts the
    sentences of each term, `wanted` are the title's terms."""
    count = len(texts)
    capitals = {word.lower()[:STEM] for text in texts for word in _CAPITAL.findall(text)}
    found: dict[str, _Uses] = {}
    for i, own in enumerate(sets):
        quoted = 1 if _QUOTE.search(texts[i]) else 0
        recurring = sum(total[term] > 1 for term in own) / max(1, len(own))
        here, paragraph = 1 / (1 + i), paragraphs[i]
        for term in own:
            uses = found.get(term)
            if uses is None:
                uses = found[term] = _Uses(i, paragraph)
            elif paragraph != uses.paragraph:
                uses.paragraph = paragraph
                uses.paragraphs += 1
            uses.last = i
            uses.weight += here
            uses.quoted += quoted
            uses.company += recurring
    top = {term for term, times in total.most_common(6) if times > 1}
    log_all = log(max(1, count)) / 3
    title = bool(wanted)
    return {
        term: _row(term, uses, total[term], count, log_all, (title, term in wanted, term in capitals, term in top))
        for term, uses in found.items()
    }


class _Uses:
    """Where one term stands."""

    __slots__ = ("company", "first", "last", "paragraph", "paragraphs", "quoted", "weight")

    def __init__(self, first: int, paragraph: int) -> None:
        self.first = self.last = first
        self.paragraph = paragraph
        self.paragraphs = 1
        self.quoted = 0
        self.weight = self.company = 0.0


def _row(
    term: str, uses: _Uses, times: int, count: int, log_all: float, known: tuple[bool, bool, bool, bool]
) -> list[float]:
    titled, in_title, capital, top = known
    begin = uses.first
    log_times, log_begin = log(times), log(1 + begin) / 3
    return [
        1.0,
        log_times,
        times / count,
        1 / (1 + begin),
        log_begin,
        begin == 0,
        begin == 1 or begin == 2,
        (uses.last - begin) / count,
        in_title,
        titled and not in_title,
        capital,
        term[0].isdigit(),
        len(term) >= STEM,
        len(term) <= 3,
        times == 1,
        top,
        log_all,
        uses.quoted / times,
        log(uses.paragraphs),
        log(uses.weight + 0.02) / 2,
        uses.company / times,
        log_times if begin == 0 else 0.0,
        log_times if capital else 0.0,
        capital and begin == 0,
        times >= 4,
        log_begin * log_times,
    ]


def chances(found: dict[str, list[float]], weights: Sequence[float]) -> dict[str, float]:
    """{term: probability}, from the features of `rows`."""
    return {term: 1 / (1 + exp(-max(-20.0, min(20.0, sum(map(mul, weights, row)))))) for term, row in found.items()}
