# ruff: noqa: E501, SIM905
"""Makes the weights that summaries are chosen with: `python -m tests.bench.train_summary ARTICLES.jsonl`.

Each line of ARTICLES.jsonl is {lang, title, text, summary or refs, source}. Needs numpy and rouge-score. For each article
many sets of sentences are scored by ROUGE against its references; the weights (linear in what a sentence and a set are)
are those under which a softmax over the sets expects the highest score. The sets are first random ones around the
beginning of the text, then those that half-trained weights themselves come upon, then samples around what well-trained
ones like. Both kinds of length are learned together: a common part, drawn towards nothing, and one part for each, drawn
towards nothing more strongly.
"""

import argparse
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.bench.summary_articles import COUNT, WORDS, Article, Vector, begin, load
from tui_reader.summary import chances
from tui_reader.summary.choosing import BY_LENGTH, SET_NAMES, Weights, order_until, weights_of
from tui_reader.summary.features import NAMES

ALL = [*NAMES, *(BY_LENGTH + name for name in NAMES), *SET_NAMES]
SHARE = {"bbc-ext": 0.0, "ru-headline": 0.3}
"""How much sources count whose references are no summaries that a person wrote (others: 1)."""
SCALE = 8.0
PENALTIES = 0.12, 0.4
"""On the weights that both kinds of length have in common, and on what each adds."""
NARROW = frozenset(
    "first second third last paragraph_first last_paragraph short long very_long digits capitals colon parenthesis ellipsis untitled_reciprocal"
    " untitled_log untitled_centroid few_reciprocal many_log_length set_lead set_last".split()
)
"""Features that speak of few sentences, or of how a source writes: what they count hardly carries over to other sources."""
NARROW_PENALTY = 4.0
"""On their weights, as a multiple of the others'."""


@dataclass
class Sample:
    """The scored sets of all articles as arrays: what they are, what they scored, which places are padding."""

    sets: Vector
    scores: Vector
    padding: Vector
    share: Vector

    def only(self, picked: Vector) -> "Sample":
        return Sample(self.sets[picked], self.scores[picked], self.padding[picked], self.share[picked])

    def deviation(self) -> Vector:
        return np.asarray(self.sets[self.padding == 0].std(0))


def sample(articles: list[Article], by_words: bool) -> Sample:
    """What was scored so far."""
    most = max(len(article.scored[by_words]) for article in articles)
    sets = np.zeros((len(articles), most, len(ALL)), np.float32)
    scores = np.zeros((len(articles), most), np.float32)
    padding = np.full((len(articles), most), -1e9, np.float32)
    for number, article in enumerate(articles):
        for place, (chosen, score) in enumerate(article.scored[by_words].items()):
            sets[number, place] = article.features(chosen, by_words)
            scores[number, place] = score
            padding[number, place] = 0
    return Sample(sets, scores, padding, shares_of(articles))


def shares_of(articles: list[Article]) -> Vector:
    """How much each article counts: a source, the root of the number of its articles."""
    counts = Counter(article.source for article in articles)
    return np.array([SHARE.get(a.source, 1.0) / counts[a.source] ** 0.5 for a in articles], np.float32)


def fit_terms(articles: list[Article], penalty: float = 5.0) -> list[float]:
    """The weights, in the order of `chances.NAMES`, of which terms the references mention. By Newton's steps."""
    share = shares_of(articles).astype(np.float64)
    known = np.array([row for article in articles for row in article.known.values()])
    mentioned = np.array([article.mentioned[term] for article in articles for term in article.known])
    heavy = np.repeat(share, [len(article.known) for article in articles])
    heavy /= heavy[heavy > 0].mean()
    found = np.zeros(len(chances.NAMES))
    for _ in range(8):
        chance = 1 / (1 + np.exp(-(known @ found).clip(-20, 20)))
        rise = known.T @ (heavy * (mentioned - chance)) - penalty * found
        bend = (known * (heavy * chance * (1 - chance) + 1e-9)[:, None]).T @ known + penalty * np.eye(len(found))
        found = found + np.linalg.solve(bend, rise)
    return [round(value, 4) for value in found.tolist()]


def slope(data: Sample, weights: Vector) -> Vector:
    """How the expected score grows with each weight."""
    chance = data.padding + data.sets @ weights
    chance = np.exp(chance - chance.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    reward = data.scores / SCALE
    pull = chance * (reward - (chance * reward).sum(1, keepdims=True)) * (data.share / data.share.sum())[:, None]
    return np.asarray(pull.reshape(-1) @ data.sets.reshape(-1, data.sets.shape[2]))


def fit(samples: list[Sample], common: float, own: float, rounds: int = 90) -> list[Vector]:
    """Weights of the highest expected score for each of `samples`: a common part and one part of each own, drawn towards
    nothing by the penalties `common` and `own`. By Adam."""
    samples = [data.only(data.share > 0) for data in samples]
    spread = np.sqrt(sum(data.deviation() ** 2 for data in samples) / len(samples)).clip(min=0.05)
    kinds = [NARROW_PENALTY if name.removeprefix(BY_LENGTH) in NARROW else 1.0 for name in ALL]
    penalty = np.outer([common] + [own] * len(samples), kinds) / 10
    parts: Vector = np.zeros((1 + len(samples), len(ALL)), np.float32)
    first: Vector = np.zeros_like(parts)
    second: Vector = np.zeros_like(parts)
    for number in range(1, rounds + 1):
        slopes = [
            slope(data, (parts[0] + part) / spread) / spread for data, part in zip(samples, parts[1:], strict=True)
        ]
        pull = np.array([sum(slopes), *slopes]) - penalty * parts
        first = 0.9 * first + 0.1 * pull
        second = 0.99 * second + 0.01 * pull * pull
        step = first / (1 - 0.9**number) / (np.sqrt(second / (1 - 0.99**number)) + 1e-8)
        parts = parts + 0.07 * (1 - 0.9 * number / rounds) * step
    return [np.asarray((parts[0] + part) / spread) for part in parts[1:]]


def table_of(weights: Vector) -> dict[str, float]:
    return {name: weight for name, weight in zip(ALL, weights.tolist(), strict=True) if abs(weight) > 5e-4}


def train(articles: list[Article], left_out: Vector) -> list[Weights]:
    """The weights for so many sentences and for so many words, from all articles but those left out.

    All articles then expect the terms that these weights were learned with.
    """
    weights = fit_terms([article for article, out in zip(articles, left_out, strict=True) if not out])
    for article in articles:
        article.expect(weights)
    samples = [sample(articles, by_words).only(~left_out) for by_words in (False, True)]
    return [weights_of(table_of(found)) for found in fit(samples, *PENALTIES)]


def explore(articles: list[Article], by_words: bool, number: int) -> None:
    """Scores the sets that weights trained on halves of the sample choose, with and without noise; `number` is the seed."""
    data = sample(articles, by_words)
    chance = np.random.default_rng(number)
    half = (chance.random(len(articles)) < 0.5).astype(np.float32)
    for part, penalty in enumerate((0.05, 0.1, 0.2)):
        share = data.share * (half if part % 2 else 1 - half)
        counts = weights_of(table_of(fit([Sample(data.sets, data.scores, data.padding, share)], penalty, 1.0)[0]))
        for article in articles:
            article.score(article.choose(counts, by_words), by_words)
            for loud in (0.3, 0.6):
                noise = chance.gumbel(size=len(article.texts)) * loud
                article.score(article.sampled(counts, by_words, noise), by_words)


def widen(articles: list[Article], by_words: bool, wanted: int = 120) -> None:
    """Scores more sets, drawn at random around the sentences that trained weights like."""
    data = sample(articles, by_words)
    weights = fit([data], 0.1, 1.0)[0][: len(NAMES)]
    chance = np.random.default_rng(3)
    for article in articles:
        scores = article.rows @ weights
        deviation = float(scores.std()) or 1.0
        for _ in range(3 * wanted):
            if len(article.scored[by_words]) >= wanted:
                break
            noise = chance.gumbel(size=len(scores)) * deviation * chance.choice([0.25, 0.5, 0.9])
            order = np.argsort(-(scores + noise)).tolist()
            chosen = order_until(order, article.sizes, WORDS) if by_words else sorted(order[:COUNT])
            article.score(tuple(chosen), by_words)


def gather(path: Path) -> list[Article]:
    """The articles with about a hundred scored sets each."""
    articles = load(path)
    weights = fit_terms(articles)
    for article in articles:
        article.expect(weights)
    generator = random.Random(5)
    for by_words in (False, True):
        for article in articles:
            begin(article, by_words, generator)
        explore(articles, by_words, 0)
        widen(articles, by_words)
        explore(articles, by_words, 1)
    return articles


def written(tables: list[dict[str, float]]) -> str:
    """The weights as the module that ships."""
    out = [
        '"""What each feature of a sentence, of a set of sentences and of a term counts. Made by tests/bench/train_summary.py."""',
        "",
        "# fmt: off",
    ]
    for name, table in zip(("FOR_SENTENCES", "FOR_WORDS", "FOR_TERMS"), tables, strict=True):
        lines = [""]
        for feature, weight in table.items():
            entry = f'"{feature}": {weight:.4f}, '
            if len(lines[-1]) + len(entry) > 112:
                lines.append("")
            lines[-1] += entry
        out += [f"{name}: dict[str, float] = {{", *(f"    {line.rstrip()}" for line in lines), "}", ""]
    return "\n".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, default=Path("tui_reader/summary/weights.py"))
    options = parser.parse_args()
    articles = gather(options.articles)
    terms = dict(zip(chances.NAMES, fit_terms(articles), strict=True))
    found = fit([sample(articles, False), sample(articles, True)], *PENALTIES)
    options.out.write_text(written([*(table_of(weights) for weights in found), terms]), "utf-8")
    print(f"{len(articles)} articles, {sum(len(a.scored[k]) for a in articles for k in (False, True))} sets scored")


if __name__ == "__main__":
    main()
