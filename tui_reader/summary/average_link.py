"""Average-link clustering over a sparse graph, and the search for the articles that can be alike at all."""

from bisect import bisect_left
from collections.abc import Sequence
from heapq import heapify, heappop, heappush, nlargest

from .same_story import WINDOW, Group
from .story_words import Vector, dot

THRESHOLD = 0.22
"""Mean cosine of the pairs of two groups from which they are one story. With the damped idf of `story_words` it gives
at least .97 of precision and .86 of recall on the tests' labelled set: alone, in parts, among 9,000 other articles."""
SCANNED = 700
"""Entries of the inverted index that are looked at for one article, rarest words first: what bounds the worst case."""
REST = 0.1
"""Share of an article's squared weight, that of its most usual words, by which alone no other article is found."""
LEAST = 0.08
"""What the words looked at must give of the cosine, estimated, before all of it is computed."""
COMMON = 3
"""Words that two articles must share: in a text of a few words, two are chance."""
NEIGHBOURS = 24
"""Articles like it that one article is compared with in full."""

Edge = tuple[float, int, int]
"""(similarity, position, position)."""


class Neighbours:
    """An inverted index of articles in the order of their time."""

    def __init__(self) -> None:
        self._postings: dict[int, list[int]] = {}
        self._times: list[int] = []

    def add(self, position: int, vector: Vector, published: int) -> None:
        """File an article; positions ascend. One that is older than the last is filed as if it were of that time."""
        postings = self._postings
        for term in vector:
            found = postings.get(term)
            if found is None:
                postings[term] = [position]
            else:
                found.append(position)
        self._times.append(max(published, self._times[-1]) if self._times else published)

    def like(self, vector: Vector, published: int) -> list[int]:
        """Positions of the articles of the last 72 hours that are most like `vector`, by their rarest common words."""
        start = bisect_left(self._times, published - WINDOW)
        left, rest = SCANNED, 1.0
        scores: dict[int, float] = {}
        get = scores.get
        for term, weight in vector.items():
            if left <= 0 or rest < REST:
                break
            square = weight * weight
            rest -= square
            positions = self._postings.get(term)
            if positions is None:
                continue
            low = max(0, len(positions) - left)
            if low or positions[0] < start:
                positions = positions[max(low, bisect_left(positions, start)) :]
            for position in positions:
                scores[position] = get(position, 0.0) + square
            left -= len(positions)
        likely = [position for position, score in scores.items() if score >= LEAST]
        return likely if len(likely) <= NEIGHBOURS else nlargest(NEIGHBOURS, likely, key=scores.__getitem__)


def edges(vectors: Sequence[Vector], times: Sequence[int], index: Neighbours) -> list[Edge]:
    """All pairs found that are alike enough, each with its exact cosine. Files the articles in `index`."""
    found: list[Edge] = []
    for position, vector in enumerate(vectors):
        for other in index.like(vector, times[position]):
            similarity = dot(vector, vectors[other])
            if similarity >= THRESHOLD and share_enough(vector, vectors[other]):
                found.append((similarity, other, position))
        index.add(position, vector, times[position])
    return found


def share_enough(one: Vector, other: Vector) -> bool:
    """Whether two articles have enough words in common to be compared at all."""
    return len(one.keys() & other.keys()) >= COMMON


def mean_similarity(one: Group, other: Group) -> float:
    """The mean cosine over all pairs of an article of one and an article of the other."""
    return dot(one.total, other.total) / (len(one.members) * len(other.members))


def merge_all(groups: list[Group], pairs: Sequence[Edge]) -> None:
    """Average link: join the two groups that are most alike, again and again, down to the threshold.

    `groups[position]` is the group of each article; afterwards too. The mean similarity to a joined group is never
    above the higher one of its parts: what lies in the heap is an upper bound, made exact when it comes to the top.
    """
    heap = [(-similarity, one, other, 1, 1) for similarity, one, other in pairs]
    heapify(heap)
    waiting: dict[tuple[int, int], tuple[int, int]] = {}
    while heap:
        _, i, j, size_i, size_j = heappop(heap)
        one, other = groups[i], groups[j]
        if one is other:
            continue
        sizes = len(one.members), len(other.members)
        if sizes != (size_i, size_j):
            key, state = (one.members[0], other.members[0]), sizes
            if key[0] > key[1]:
                key, state = key[::-1], sizes[::-1]
            if waiting.get(key) == state:
                continue
            waiting[key] = state
            similarity = mean_similarity(one, other)
            if similarity >= THRESHOLD:
                heappush(heap, (-similarity, i, j, *sizes))
        elif one.allows(other):
            join(groups, one, other)


def join(groups: list[Group], one: Group, other: Group) -> Group:
    """Make one group of both; returns it."""
    large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
    for position in small.members:
        groups[position] = large
    large.take(small)
    return large
