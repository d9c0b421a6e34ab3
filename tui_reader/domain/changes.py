"""What a publisher changed in an article: paragraphs added, removed, changed, and which words of them. Pure.

The time is bounded: everything grows in proportion to the texts' lengths, whatever stands in them. Paragraphs and words
that stand once in both texts are found first, and only what lies between them is compared closely.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .document import Document

CELLS = 2_500
"""Two stretches are compared each with each up to this product of their lengths."""

BAND = 8
"""In longer ones a paragraph is compared with so many on either side of where it should be."""

DEPTH = 8
"""How often what lies between two finds is searched again for what stands once in both."""

ALIKE = 0.4
"""Part of their words (Dice) that two paragraphs must share to count as one that was changed."""

CRUMB = 4
"""Characters of kept text between two changes that are too few to be told apart from them."""

_TOKEN = re.compile(
    r"\s*(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|[^\w\s]|$)\s*"
)


class Fate(StrEnum):
    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words: kept, added or removed. Without what was removed, the parts of a passage are its text today."""

    text: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or, when nothing in them changed, several in a row."""

    fate: Fate
    parts: tuple[Part, ...] = ()
    """Empty for what was kept."""
    block: int = 0
    """In the new document: the block, for what was removed the one that it stood before (maybe one beyond the end)."""
    count: int = 1
    """Paragraphs."""


def compare(old: Document, new: Document) -> tuple[Passage, ...]:
    """What became of `old`'s paragraphs in `new`, in the order of `new`. Styles, links and pictures do not count."""
    before = [text for _, _, text in old.text_parts()]
    after = [(number, text) for number, _, text in new.text_parts()]
    texts, blocks = [text for _, text in after], [number for number, _ in after]
    found: list[Passage] = []
    i = j = 0
    for x, y in [*matching(before, texts), (len(before), len(texts))]:
        found.extend(_between(before, (i, x), texts, (j, y), [*blocks, len(new.blocks)]))
        if y < len(texts):
            _keep(found, blocks[y])
        i, j = x + 1, y + 1
    return tuple(found)


def compare_lines(old: str, new: str) -> tuple[Part, ...]:
    """What became of the words of a line; all kept when the words are the same."""
    before, after = _tokens(old), _tokens(new)
    pairs = matching([token.strip() for token in before], [token.strip() for token in after])
    parts: list[Part] = []
    i = j = 0
    for x, y in [*_without_crumbs(pairs, before, after), (len(before), len(after))]:
        _add(parts, "".join(before[i:x]), Fate.REMOVED)
        _add(parts, "".join(after[j:y]), Fate.ADDED)
        _add(parts, "".join(after[y : y + 1]), Fate.KEPT)
        i, j = x + 1, y + 1
    return tuple(parts)


def _add(parts: list[Part], text: str, fate: Fate) -> None:
    if text and parts and parts[-1].fate is fate:
        parts[-1] = Part(parts[-1].text + text, fate)
    elif text:
        parts.append(Part(text, fate))


def _keep(found: list[Passage], block: int) -> None:
    if found and found[-1].fate is Fate.KEPT:
        found[-1] = Passage(Fate.KEPT, (), found[-1].block, found[-1].count + 1)
    else:
        found.append(Passage(Fate.KEPT, (), block))


def _tokens(text: str) -> list[str]:
    """Words, signs and ideographs with the blanks around them; joined they are the text again."""
    return [token for token in _TOKEN.findall(text) if token]


# ---- what is the same ----


def matching(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """(index in `a`, index in `b`) of equal items, both rising; not always the most that there could be."""
    pairs: list[tuple[int, int]] = []
    todo = [(0, len(a), 0, len(b), 0)]
    while todo:
        i, x, j, y, depth = todo.pop()
        while i < x and j < y and a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        while i < x and j < y and a[x - 1] == b[y - 1]:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        if i == x or j == y:
            continue
        anchors = _anchors(a[i:x], b[j:y]) if depth < DEPTH else []
        if anchors:
            for p, q in [*((p + i, q + j) for p, q in anchors), (x, y)]:
                todo.append((i, p, j, q, depth + 1))
                if p < x:
                    pairs.append((p, q))
                i, j = p + 1, q + 1
        elif (x - i) * (y - j) <= CELLS:
            blocks = SequenceMatcher(None, a[i:x], b[j:y], autojunk=False).get_matching_blocks()
            pairs.extend((i + p + n, j + q + n) for p, q, size in blocks for n in range(size))
    return sorted(pairs)


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest rising row of items that stand once in `a` and once in `b`."""
    in_a, in_b = Counter(a), Counter(b)
    places = {item: number for number, item in enumerate(b) if in_b[item] == 1}
    pairs = [(number, places[item]) for number, item in enumerate(a) if in_a[item] == 1 and item in places]
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [index]
        before.append(tops[at - 1] if at else -1)
    row: list[tuple[int, int]] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _without_crumbs(
    pairs: list[tuple[int, int]], before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """`pairs` but for the few characters here and there that two changed stretches have in common."""
    start = 0
    while start < len(pairs):
        end = start + 1
        while end < len(pairs) and pairs[end] == (pairs[end - 1][0] + 1, pairs[end - 1][1] + 1):
            end += 1
        (i, j), (x, y) = pairs[start], pairs[end - 1]
        edge = (i == 0 and j == 0) or (x == len(before) - 1 and y == len(after) - 1)
        if edge or len("".join(after[j : y + 1]).strip()) >= CRUMB:
            yield from pairs[start:end]
        start = end


# ---- what is alike ----


def _between(
    before: Sequence[str], old: tuple[int, int], after: Sequence[str], new: tuple[int, int], blocks: Sequence[int]
) -> Iterator[Passage]:
    """The paragraphs between two that were kept."""
    (i, x), (j, y) = old, new
    pairs = _alike(before[i:x], after[j:y]) if i < x and j < y else []
    for p, q in [*((p + i, q + j) for p, q in pairs), (x, y)]:
        for number in range(i, p):
            yield Passage(Fate.REMOVED, (Part(before[number], Fate.REMOVED),), blocks[j])
        for number in range(j, q):
            yield Passage(Fate.ADDED, (Part(after[number], Fate.ADDED),), blocks[number])
        if p < x:
            yield Passage(Fate.CHANGED, compare_lines(before[p], after[q]), blocks[q])
        i, j = p + 1, q + 1


def _alike(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The rising row of pairs that are most alike altogether."""
    bags_a = [frozenset(_words(text)) for text in a]
    bags_b = [frozenset(_words(text)) for text in b]
    whole = len(a) * len(b) <= CELLS
    best: dict[tuple[int, int], float] = {}
    taken: set[tuple[int, int]] = set()
    spans = [_span(i, len(a), len(b), whole) for i in range(len(a))]
    for i, (low, high) in enumerate(spans):
        for j in range(low, high):
            skip = max(best.get((i - 1, j), 0.0), best.get((i, j - 1), 0.0))
            # A band moves on by more than one column: what was reached beyond its edge counts too.
            if i and j == low:
                skip = max(skip, best.get((i - 1, min(j, spans[i - 1][1] - 1)), 0.0))
            alike = _dice(bags_a[i], bags_b[j])
            corner = best.get((i - 1, min(j, spans[i - 1][1]) - 1), 0.0) if i and j else 0.0
            if alike >= ALIKE and corner + alike > skip:
                best[i, j] = corner + alike
                taken.add((i, j))
            else:
                best[i, j] = skip
    return _way_back(spans, best, taken)


def _way_back(
    spans: Sequence[tuple[int, int]], best: dict[tuple[int, int], float], taken: set[tuple[int, int]]
) -> list[tuple[int, int]]:
    row: list[tuple[int, int]] = []
    i = len(spans) - 1
    j = spans[i][1] - 1
    while i >= 0 and j >= 0:
        low, high = spans[i]
        j = min(j, high - 1)
        if j < low:
            i -= 1
        elif (i, j) in taken:
            row.append((i, j))
            i, j = i - 1, j - 1
        elif j > low and best[i, j] == best.get((i, j - 1), 0.0):
            j -= 1
        else:
            i -= 1
    return row[::-1]


def _span(i: int, rows: int, columns: int, whole: bool) -> tuple[int, int]:
    """The columns that row `i` is compared with."""
    if whole:
        return 0, columns
    middle = i * columns // rows
    return max(0, min(middle - BAND, columns - 1)), min(columns, middle + BAND + 1)


def likeness(a: str, b: str) -> float:
    """Part of their words that two paragraphs share (Dice), from 0 to 1."""
    return _dice(frozenset(_words(a)), frozenset(_words(b)))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _words(text: str) -> Iterator[str]:
    return (token.strip().casefold() for token in _tokens(text))
