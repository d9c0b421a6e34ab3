"""How well and how fast articles are extracted: `python -m tests.bench.extraction FOLDER`.

FOLDER holds an index.json, {"items": [{"id", "file", "url", "text"}]}, with the expected text of each page. Printed are
the ratio to trafilatura's own time in the same run, words found (precision, recall, F1 of four-word shingles, as the
scrapinghub benchmark has it), and how much of the structure that stands in the expected text is kept.
"""

import argparse
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import trafilatura
from lxml import html as lxml_html

from tui_reader.article import extract
from tui_reader.domain.document import Document, Kind, Style

_WORD = re.compile(r"\w+")
_NO_LETTERS = re.compile(r"[\W_]+")
Page = tuple[str, bytes, str, str]


class Scored:
    """What the scoring script of the benchmark reads."""

    def __init__(self, html: bytes, url: str) -> None:
        found = extract(html, url)
        self.text = found.document.text()
        self.title = found.title
        self.author = self.byline = found.byline
        self.date = found.published


def text(html: bytes, url: str) -> Scored:
    """For a scoring script: `--python tests.bench.extraction:text`."""
    return Scored(html, url)


def pages(folder: Path) -> list[Page]:
    """(id, page, address, expected text)."""
    items = json.loads((folder / "index.json").read_text("utf-8"))["items"]
    return [(item["id"], (folder / item["file"]).read_bytes(), item["url"], item["text"]) for item in items]


def shingles(words: str) -> Counter[tuple[str, ...]]:
    found = _WORD.findall(words)
    return Counter(tuple(found[n : n + 4]) for n in range(max(1, len(found) - 3)))


def scores(expected: str, found: str) -> tuple[float, float]:
    """Precision and recall of one text."""
    wanted, got = shingles(expected), shingles(found)
    both = sum((wanted & got).values())
    return both / max(sum(got.values()), 1), both / max(sum(wanted.values()), 1)


_STRUCTURES: dict[str, str] = {
    "paragraphs": ".//p",
    "headings": ".//*[self::h2 or self::h3 or self::h4]",
    "list items": ".//li",
    "quotes": ".//blockquote",
    "code": ".//pre",
    "inline code": ".//code[not(ancestor::pre)]",
    "cells": ".//*[self::td or self::th]",
    "captions": ".//figcaption",
    "links": ".//p//a[@href]",
}


def letters(value: str) -> str:
    return _NO_LETTERS.sub("", value)


def kept(document: Document) -> dict[str, str]:
    """For each structure, all letters that stand in it."""
    made: dict[str, list[str]] = {name: [] for name in _STRUCTURES}
    for block in document.blocks:
        cells = [span for row in block.rows for cell in row for span in cell]
        made["code"] += [block.text()] if block.kind is Kind.CODE else []
        made["headings"] += [block.text()] if block.kind is Kind.HEADING else []
        made["list items"] += [block.text()] if block.level and block.kind is not Kind.HEADING else []
        made["paragraphs"] += [block.text()] if block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION) else []
        made["quotes"] += [block.text()] if block.quote else []
        made["captions"] += [block.text()] if block.kind is Kind.CAPTION else []
        texts = ["".join(span.text for span in cell) for row in block.rows for cell in row]
        made["cells"] += texts
        made["paragraphs"] += texts
        made["inline code"] += [span.text for span in (*block.spans, *cells) if span.style & Style.CODE]
        made["links"] += [span.text for span in (*block.spans, *cells) if span.link is not None]
    return {name: letters("".join(texts)) for name, texts in made.items()}


def structure(page: Page, document: Document) -> Iterator[tuple[str, bool]]:
    """(structure, whether it was kept) for each element of the page whose text is expected."""
    tree = lxml_html.fromstring(page[1])
    expected, found = letters(page[3]), kept(document)
    for name, path in _STRUCTURES.items():
        for element in tree.xpath(path):
            own = letters(element.text_content())
            if (len(own) > 12 or name in ("cells", "inline code")) and own and own in expected:
                yield name, own in found[name]


def peer(page: Page) -> str:
    """The text that the library underneath finds by itself."""
    return trafilatura.extract(page[1], fast=True, url=page[2] or None, include_comments=False) or ""


def words_found(corpus: list[Page], texts: dict[str, str]) -> str:
    rows = [scores(page[3], texts[page[0]]) for page in corpus]
    precision, recall = statistics.mean(row[0] for row in rows), statistics.mean(row[1] for row in rows)
    f1 = 2 * precision * recall / (precision + recall)
    worst = min(2 * row[0] * row[1] / max(sum(row), 1e-9) for row in rows)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  lowest {worst:.3f}"


def best_of(times: int, job: Callable[[], object]) -> float:
    """Seconds of the quickest of some runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        job()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    corpus = pages(arguments.folder)
    found = {page[0]: extract(page[1], page[2]) for page in corpus}
    print(f"{len(corpus)} pages: {words_found(corpus, {name: page.document.text() for name, page in found.items()})}")
    print(f"  trafilatura: {words_found(corpus, {page[0]: peer(page) for page in corpus})}")
    totals: dict[str, list[bool]] = {}
    for page in corpus:
        for name, whole in structure(page, found[page[0]].document):
            totals.setdefault(name, []).append(whole)
    for name, hits in totals.items():
        print(f"  {name:<12} {sum(hits) / len(hits):.3f} of {len(hits)}")
    ours = theirs = slowest = 0.0
    for _, page, url, _ in corpus:
        options = {"url": url or None, "include_comments": False}
        mine = best_of(arguments.rounds, lambda page=page, url=url: extract(page, url))
        other = best_of(arguments.rounds, lambda page=page, o=options: trafilatura.extract(page, fast=True, **o))
        slowest = max(slowest, mine)
        ours, theirs = ours + mine, theirs + other
    print(
        f"speed: {theirs / ours:.2f} times trafilatura's own (fast), {ours / len(corpus) * 1000:.1f} ms a page", end=""
    )
    print(f", slowest {slowest * 1000:.0f} ms")


if __name__ == "__main__":
    main()
