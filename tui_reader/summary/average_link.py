"""Average-link clustering over a sparse graph, and the search for the articles that can be alike at all."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush, nlargest, nsmallest

from .same_story import WINDOW, Group
from .story_words import Vector, dot, similarity

THRESHOLD = 0.23
"""Mean cosine of the pairs of two groups from which they are one story. On the labelled set that it was chosen on, it
gives 1.00 of precision and .90 of recall, on the one that was kept away .92 and .71, among 2,000 real ones .91, .81."""
SCANNED = 400
"""Entries of the inverted index that are looked at for one article, rarest words first: what bounds the worst case."""
REST = 0.1
"""Share of an article's squared weight, that of its most usual words, by which alone no other article is found."""
LEAST = 0.08
"""What the words looked at must give of the cosine, estimated, before all of it is computed."""
COMMON = 3
"""Words that two articles must share: in a text of a few words, two are chance."""
NEIGHBOURS = 24
"""Articles like it that one article is compared with in full."""
LARGE = 8
"""Articles of a group that may have more neighbours than those: what is left over is compared with it as a whole."""
LEADING = 24
"""The weightiest words of a large group, by which others find it."""
ROUNDS = 3

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


def edges(vectors: Sequence[Vector], times: Sequence[int], index: Neighbours, settled: int = 0) -> list[Edge]:
    """All pairs found that are alike enough, each with its exact cosine, but for those of the first `settled` articles.

    Files the articles in `index`.
    """
    found: list[Edge] = []
    for position, vector in enumerate(vectors):
        for other in index.like(vector, times[position]) if position >= settled else ():
            alike = similarity(vector, vectors[other], COMMON)
            if alike >= THRESHOLD:
                found.append((alike, other, position))
        index.add(position, vector, times[position])
    return found


def mean_similarity(one: Group, other: Group) -> float:
    """The mean cosine over all pairs of an article of one and an article of the other."""
    return dot(one.total, other.total) / (len(one.members) * len(other.members))


def merge_all(groups: list[Group], pairs: Sequence[Edge]) -> None:
    """Average link: join the two groups that are most alike, again and again, down to the threshold.

    `groups[position]` is the group of each article; afterwards too. `pairs` has only so many of a giant story, whose
    parts find each other afterwards, as groups.
    """
    for _ in range(ROUNDS):
        if not pairs:
            break
        _merge(groups, pairs)
        pairs = _edges_to_large(groups)


def _edges_to_large(groups: Sequence[Group]) -> list[Edge]:
    """The pairs of a large group and another one that are alike enough, whether or not articles of theirs have met."""
    all_groups = list({id(group): group for group in groups}.values())
    large = [group for group in all_groups if len(group.members) >= LARGE]
    filed: dict[int, list[int]] = {}
    for place, group in enumerate(large):
        for term in nsmallest(LEADING, group.total, key=lambda term: (-group.total[term], term)):
            filed.setdefault(term, []).append(place)
    found: list[Edge] = []
    for group in all_groups:
        met = Counter(place for term in filed.keys() & group.total.keys() for place in filed[term])
        for place, common in met.items():
            other = large[place]
            if common >= COMMON and other is not group:
                alike = mean_similarity(group, other)
                if alike >= THRESHOLD:
                    found.append((alike, group.members[0], other.members[0]))
    return found


def _merge(groups: list[Group], pairs: Sequence[Edge]) -> None:
    """Join along `pairs`, the most alike first.

    The mean similarity to a joined group is never above the higher one of its parts: what lies in the heap is an upper
    bound, made exact when it comes to the top.
    """
    heap = [(-alike, one, other, 1, 1) for alike, one, other in pairs]
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
            alike = mean_similarity(one, other)
            if alike >= THRESHOLD:
                heappush(heap, (-alike, i, j, *sizes))
        elif one.allows(other) and one.speaks_as(other):
            join(groups, one, other)


def join(groups: list[Group], one: Group, other: Group) -> Group:
    """Make one group of both; returns it."""
    large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
    for position in small.members:
        groups[position] = large
    large.take(small)
    return large
