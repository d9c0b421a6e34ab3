# ruff: noqa: E501, SIM905
"""Makes the weights that summaries are chosen with: `python -m tests.bench.train_summary ARTICLES.jsonl`.

Each line of ARTICLES.jsonl is {lang, title, text, summary or refs, source}. Needs numpy and rouge-score. For each article
many sets of sentences are scored by ROUGE against its references; the weights (linear in what a sentence and a set are)
are those under which a softmax over the sets expects the highest score. The sets are first random ones around the
beginning of the text, then those that half-trained weights themselves come upon. For summaries of so many words the
weights of three-sentence summaries, less whatever speaks of length, are the point of departure.
"""

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.rouge import Reference, tokens
from tui_reader.summary import pipeline, sentences
from tui_reader.summary.choosing import SET_NAMES, UNRESOLVED, Sets, search
from tui_reader.summary.features import NAMES, Matrix, measure

Vector = np.ndarray[Any, Any]
Chosen = tuple[int, ...]
ALL = [*NAMES, *SET_NAMES]
COUNT, WORDS = 3, 60
ABOUT_LENGTH = frozenset(
    "log_length length short long very_long many_log_length z_length set_words set_words_squared set_log_words set_adjacent"
    " set_lead set_last set_paragraphs".split()
)
SHARE = {"bbc-ext": 0.0, "ru-headline": 0.3}
"""How much sources count whose references are no summaries that a person wrote (others: 1)."""
SCALE = 8.0


@dataclass
class Article:
    """One article with its references, and what its sets of sentences have scored so far, by kind of length."""

    source: str
    language: str
    texts: list[str]
    paragraphs: list[int]
    matrix: Matrix
    references: list[Reference]
    first: list[str]
    rows: Vector = field(init=False)
    sizes: list[int] = field(init=False)
    sets: Sets = field(init=False)
    scored: dict[bool, dict[Chosen, float]] = field(init=False)
    kept: dict[tuple[int, int], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows = np.array(self.matrix.rows, dtype=np.float32)
        self.sizes = [len(text.split()) for text in self.texts]
        self.sets = Sets(self.matrix, self.paragraphs)
        self.scored = {False: {}, True: {}}

    def _tokens(self, number: int, words: int) -> list[str]:
        key = (number, min(words, self.sizes[number]))
        if key not in self.kept:
            self.kept[key] = tokens(" ".join(self.texts[number].split()[:words]), self.language)
        return self.kept[key]

    def score(self, chosen: Chosen, by_words: bool) -> float:
        """The ROUGE of a set; with `by_words` of its first 60 words."""
        if chosen not in self.scored[by_words]:
            left, parts = WORDS if by_words else 1 << 30, []
            for number in chosen:
                if left > 0:
                    parts.append(self._tokens(number, left))
                left -= self.sizes[number]
            self.scored[by_words][chosen] = self.against(parts)
        return self.scored[by_words][chosen]

    def against(self, parts: list[list[str]]) -> float:
        return sum(reference.score(parts) for reference in self.references) / len(self.references)

    def beginning(self, by_words: bool) -> float:
        """The ROUGE of the text's first sentences, as many or as long."""
        if not by_words:
            return self.against([tokens(text, self.language) for text in self.first[:COUNT]])
        left, parts = WORDS, []
        for text in self.first:
            words = text.split()[: max(0, left)]
            left -= len(words)
            parts += [tokens(" ".join(words), self.language)] if words else []
        return self.against(parts)

    def choose(self, weights: Vector, by_words: bool, noise: Vector | None = None) -> Chosen:
        """The set that `weights` choose; `noise` is added to the sentences' scores."""
        rows = self.matrix.rows
        single, together = weights[: len(NAMES)].tolist(), weights[len(NAMES) :].tolist()
        together[SET_NAMES.index("set_unresolved")] -= UNRESOLVED
        matrix = self.matrix
        if noise is not None:
            spread = float(np.std(self.rows @ weights[: len(NAMES)])) or 1.0
            extra = [[*row, float(value)] for row, value in zip(rows, noise * spread, strict=True)]
            matrix = replace(matrix, rows=extra)
            single = [*single, 1.0]
        return tuple(search(matrix, self.paragraphs, self.sizes, COUNT, WORDS if by_words else None, single, together))


def load(path: Path) -> list[Article]:
    """The articles of a JSONL file that have at least four sentences."""
    articles = []
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        language, text = row["lang"], row["text"]
        first = sentences(text, language=language)
        lines = pipeline.lines_of(text)
        found = pipeline.units(lines, lines, row["title"], language, text)[: pipeline.CONSIDERED]
        if len(first) < 4 or len(found) < 4 or sum(len(unit.text.split()) for unit in found) <= WORDS:
            continue
        texts, paragraphs = [unit.text for unit in found], [unit.paragraph for unit in found]
        references = [
            Reference(
                [tokens(part, language) for line in whole.split("\n") for part in sentences(line, language=language)]
            )
            for whole in row.get("refs") or [row["summary"]]
        ]
        matrix = measure(texts, paragraphs, row["title"], language)
        articles.append(Article(row["source"], language, texts, paragraphs, matrix, references, first))
    return articles


def begin(article: Article, by_words: bool, generator: random.Random, tries: int = 60) -> None:
    """Scores random sets, most of them near the beginning and rich in the text's main words."""
    place = {name: number for number, name in enumerate(NAMES)}
    prior = [
        1.2 * row[place["reciprocal"]]
        + row[place["title_recall"]]
        + row[place["centroid"]]
        - 0.5 * row[place["log_position"]]
        for row in article.matrix.rows
    ]
    for _ in range(tries):
        order = sorted(range(len(prior)), key=lambda i: prior[i] + 0.5 * generator.gauss(0, 1), reverse=True)
        chosen: list[int] = []
        for number in order:
            chosen.append(number)
            if sum(article.sizes[i] for i in chosen) >= WORDS if by_words else len(chosen) == COUNT:
                break
        article.score(tuple(sorted(chosen)), by_words)


@dataclass
class Sample:
    """The scored sets of all articles as arrays: what they are, what they scored, which places are padding."""

    sets: Vector
    scores: Vector
    padding: Vector
    share: Vector

    def only(self, picked: Vector) -> "Sample":
        return Sample(self.sets[picked], self.scores[picked], self.padding[picked], self.share[picked])

    def spread(self) -> Vector:
        return np.asarray(self.sets.reshape(-1, self.sets.shape[2]).std(0).clip(min=0.15))


def sample(articles: list[Article], by_words: bool) -> Sample:
    """What was scored so far."""
    most = max(len(article.scored[by_words]) for article in articles)
    sets = np.zeros((len(articles), most, len(ALL)), np.float32)
    scores = np.zeros((len(articles), most), np.float32)
    padding = np.full((len(articles), most), -1e9, np.float32)
    for number, article in enumerate(articles):
        for place, (chosen, score) in enumerate(article.scored[by_words].items()):
            sets[number, place, : len(NAMES)] = article.rows[list(chosen)].sum(0)
            sets[number, place, len(NAMES) :] = article.sets.measure(chosen)
            scores[number, place] = score
            padding[number, place] = 0
    counts = Counter(article.source for article in articles)
    share = np.array([SHARE.get(a.source, 1.0) / counts[a.source] ** 0.5 for a in articles], np.float32)
    return Sample(sets, scores, padding, share)


def fit(data: Sample, spread: Vector, penalty: float, start: Vector | None = None, rounds: int = 150) -> Vector:
    """Weights of the highest expected score, drawn towards `start` (or nothing) by `penalty`. By Adam."""
    base = data.padding if start is None else data.padding + data.sets @ start.astype(np.float32)
    scaled = data.sets / spread.astype(np.float32)
    share = data.share[:, None] / data.share.sum()
    move, first, second = (np.zeros(len(ALL), np.float32) for _ in range(3))
    for number in range(1, rounds + 1):
        chance = base + scaled @ move
        chance = np.exp(chance - chance.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        reward = data.scores / SCALE
        pull = chance * (reward - (chance * reward).sum(1, keepdims=True)) * share
        slope = np.einsum("ik,ikf->f", pull, scaled) - penalty / 10 * move
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        step = first / (1 - 0.9**number) / (np.sqrt(second / (1 - 0.99**number)) + 1e-8)
        move = move + 0.05 * (1 - 0.9 * number / rounds) * step
    return np.asarray((start if start is not None else 0) + move / spread)


def explore(articles: list[Article], by_words: bool, rounds: int) -> None:
    """Scores the sets that weights trained on halves of the sample choose, with and without noise."""
    for number in range(rounds):
        data = sample(articles, by_words)
        chance = np.random.default_rng(number)
        half = (chance.random(len(articles)) < 0.5).astype(np.float32)
        for penalty in (0.05, 0.1, 0.2):
            weights = fit(
                Sample(data.sets, data.scores, data.padding, data.share * np.roll(half, int(penalty * 100))),
                data.spread(),
                penalty,
            )
            for article in articles:
                article.score(article.choose(weights, by_words), by_words)
                for loud in (0.3, 0.6):
                    article.score(
                        article.choose(weights, by_words, chance.gumbel(size=len(article.texts)) * loud), by_words
                    )


def gather(path: Path, rounds: int = 2) -> list[Article]:
    """The articles with a few dozen scored sets each."""
    articles = load(path)
    generator = random.Random(5)
    for by_words in (False, True):
        for article in articles:
            begin(article, by_words, generator)
        explore(articles, by_words, rounds)
    return articles


def train(three: Sample, sixty: Sample, penalties: tuple[float, float] = (0.03, 0.15)) -> tuple[Vector, Vector]:
    """The weights for so many sentences and for so many words."""
    by_count = fit(three, three.spread(), penalties[0])
    start = by_count * np.array([name not in ABOUT_LENGTH for name in ALL])
    return by_count, fit(sixty, sixty.spread(), penalties[1], start)


def written(tables: tuple[Vector, Vector]) -> str:
    """The weights as the module that ships."""
    out = [
        '"""What each feature of a sentence and of a set of sentences counts. Made by tests/bench/train_summary.py."""',
        "",
    ]
    for name, weights in zip(("FOR_SENTENCES", "FOR_WORDS"), tables, strict=True):
        out += [f"{name}: dict[str, float] = {{"]
        out += [
            f'    "{feature}": {weight:.4f},'
            for feature, weight in zip(ALL, weights.tolist(), strict=True)
            if abs(weight) > 5e-4
        ]
        out += ["}", ""]
    return "\n".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, default=Path("tui_reader/summary/weights.py"))
    options = parser.parse_args()
    articles = gather(options.articles)
    options.out.write_text(written(train(sample(articles, False), sample(articles, True))), "utf-8")
    print(f"{len(articles)} articles, {sum(len(a.scored[k]) for a in articles for k in (False, True))} sets scored")


if __name__ == "__main__":
    main()
