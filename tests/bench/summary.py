# ruff: noqa: E501
"""How good summaries are beside the first sentences: `python -m tests.bench.summary ARTICLES.jsonl`.

Trains on all sources but one and on four fifths of the articles in turn, and scores what was left out: the difference
in ROUGE (mean of 1, 2 and Lsum, F1) to the first sentences of the same length, with its 95 % interval. Then the time a
summary takes, and that of a text ten times as long. Needs numpy and rouge-score; takes about twenty minutes.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.bench.summary_articles import Article, Vector
from tests.bench.train_summary import gather, train
from tui_reader.summary import summarize_text

GROUPS = {"cnndm": "English", "inshorts": "English", "orangesum": "other", "id-detik": "other", "vnds": "other"}


def folds(articles: list[Article], by_source: bool) -> Iterator[Vector]:
    """Which articles are left out, fold by fold."""
    sources = np.array([article.source for article in articles])
    if by_source:
        yield from (sources == source for source in dict.fromkeys(sources))
    else:
        yield from (np.arange(len(articles)) % 5 == number for number in range(5))


def report(kind: str, articles: list[Article], gains: Vector) -> None:
    """One line a source and group."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for article, gain in zip(articles, gains.tolist(), strict=True):
        found[article.source].append(gain)
        if article.source in GROUPS:
            found[GROUPS[article.source]].append(gain)
    for name, values in found.items():
        margin = 1.96 * float(np.std(values)) / len(values) ** 0.5
        print(
            f"{kind:38} {name:12} {len(values):5} {np.mean(values):+.2f} [{np.mean(values) - margin:+.2f}, {np.mean(values) + margin:+.2f}]"
        )


def cross_validate(articles: list[Article]) -> None:
    """Scores every article with weights that never saw it (or its source)."""
    for by_source in (True, False):
        gains = {False: np.zeros(len(articles)), True: np.zeros(len(articles))}
        for left_out in folds(articles, by_source):
            tables = train(articles, left_out)
            for number in np.flatnonzero(left_out).tolist():
                for by_words, weights in zip((False, True), tables, strict=True):
                    article = articles[number]
                    score = article.score(article.choose(weights, by_words), by_words)
                    gains[by_words][number] = score - article.beginning(by_words)
        for by_words, values in gains.items():
            kind = f"{'60 words' if by_words else '3 sentences'}, left out: {'the source' if by_source else 'a fifth'}"
            report(kind, articles, values)


def timing(path: Path) -> None:
    """CPU milliseconds a summary, cleaning and splitting included."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][::10]
    costs = []
    for row in rows:
        begin = time.process_time()
        summarize_text(row["text"], title=row["title"], language=row["lang"])
        costs.append((time.process_time() - begin) * 1000)
    words = [len(row["text"].split()) for row in rows]
    print(f"{np.mean(costs):.1f} ms for {np.mean(words):.0f} words, p95 {np.percentile(costs, 95):.1f} ms")
    text = "\n".join(row["text"] for row in rows if row["lang"] == "en")
    for size in (20_000, 200_000, 2_000_000):
        part = (text * (size // len(text) + 1))[:size]
        begin = time.process_time()
        summarize_text(part, language="en")
        print(f"{size:9,} characters {(time.process_time() - begin) * 1000:8.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    options = parser.parse_args()
    timing(options.articles)
    cross_validate(gather(options.articles))


if __name__ == "__main__":
    main()
