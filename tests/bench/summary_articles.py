# ruff: noqa: E501
"""Articles with references and the scores that sets of their sentences got: what summaries are trained and measured on."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.rouge import Reference, tokens
from tui_reader.summary import chances, pipeline, sentences
from tui_reader.summary.choosing import Sets, Weights, search, shares
from tui_reader.summary.features import NAMES, Matrix, likelihood, measure
from tui_reader.summary.words import terms

Vector = np.ndarray[Any, Any]
Chosen = tuple[int, ...]
COUNT, WORDS = 3, 60
LIKELIHOOD = ("chance_sum", "chance_mean", "chance_pairs", "chance_top")
assert tuple(NAMES[-len(LIKELIHOOD) :]) == LIKELIHOOD


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
    known: dict[str, list[float]]
    """What is known of each term, in the order of `chances.NAMES`."""
    mentioned: dict[str, float]
    """How many of the references, of 1, mention a term."""
    rows: Vector = field(init=False)
    sizes: list[int] = field(init=False)
    sets: Sets = field(init=False)
    scored: dict[bool, dict[Chosen, float]] = field(init=False)
    kept: dict[tuple[int, int], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sizes = [len(text.split()) for text in self.texts]
        self.scored = {False: {}, True: {}}
        self.expect([0.0] * len(chances.NAMES))

    def expect(self, weights: Sequence[float]) -> None:
        """Have the terms' chances be those under `weights`."""
        likely = chances.chances(self.known, weights)
        rows = [
            [*row[: -len(LIKELIHOOD)], *likelihood(bag, own, likely)]
            for row, bag, own in zip(self.matrix.rows, self.matrix.bags, self.matrix.terms, strict=True)
        ]
        self.matrix = replace(self.matrix, rows=rows, chances=likely, sure=sum(likely.values()))
        self.rows = np.array(rows, dtype=np.float32)
        self.sets = Sets(self.matrix, self.paragraphs)

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

    def features(self, chosen: Chosen, by_words: bool) -> Vector:
        """What a set is, in the order of `ALL`."""
        rows = self.rows[list(chosen)]
        lengths = shares(chosen, self.sizes, WORDS) if by_words else [self.matrix.words[i] / 25 for i in chosen]
        together = self.sets.measure(chosen, self.sizes, WORDS if by_words else None)
        return np.concatenate([rows.sum(0), np.array(lengths) @ rows, together])

    def choose(self, counts: Weights, by_words: bool) -> Chosen:
        """The set that `counts` choose."""
        limit = WORDS if by_words else None
        return tuple(search(self.matrix, self.paragraphs, self.sizes, COUNT, limit, counts))

    def sampled(self, counts: Weights, by_words: bool, noise: Vector) -> Chosen:
        """As `choose`, with `noise`, in standard deviations, added to the sentences' scores."""
        scores = self.rows @ np.array(counts.single)
        extra = noise * (float(scores.std()) or 1.0)
        rows = [[*row, value] for row, value in zip(self.matrix.rows, extra.tolist(), strict=True)]
        louder = Weights([*counts.single, 1.0], [*counts.by_length, 0.0], counts.together)
        limit = WORDS if by_words else None
        return tuple(search(replace(self.matrix, rows=rows), self.paragraphs, self.sizes, COUNT, limit, louder))


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
        wholes = row.get("refs") or [row["summary"]]
        references = [
            Reference(
                [tokens(part, language) for line in whole.split("\n") for part in sentences(line, language=language)]
            )
            for whole in wholes
        ]
        matrix = measure(texts, paragraphs, row["title"], language)
        total = Counter(term for own in matrix.terms for term in own)
        known = chances.rows(texts, matrix.terms, total, matrix.title, paragraphs)
        mentions = [frozenset(terms(whole)) for whole in wholes]
        mentioned = {term: sum(term in one for one in mentions) / len(mentions) for term in total}
        articles.append(
            Article(row["source"], language, texts, paragraphs, matrix, references, first, known, mentioned)
        )
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
