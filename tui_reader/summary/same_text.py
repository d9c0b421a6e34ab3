"""Copies of one text, as agencies send them to many papers: by shingles of three words."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nlargest
from zlib import crc32

ALIKE = 0.8
"""Jaccard similarity of the shingles from which two texts are one."""
LEVELS = (30, 100)
"""Words from the beginning that are compared; as many as both texts have."""
LEAST = 12
"""Words below which a text is too short to be recognised."""
FILED, COMPARED = 64, 16
"""Texts that are kept under one hash, and those that a text is compared with: what bounds a giant story, whose texts
share sentences without being copies."""

_WORD = re.compile(r"\w+")
Shingles = tuple[frozenset[int], ...]
"""For each level that the text reaches, the hashes of its shingles; empty for a text that is too short."""


def shingles(text: str) -> Shingles:
    """What `same_text` compares; only the first 1,000 characters count."""
    words = _WORD.findall(text[:1000].casefold())
    if len(words) < LEAST:
        return ()
    hashes = [
        crc32(" ".join(words[at : at + 3]).encode("utf-8", "replace")) for at in range(min(len(words), LEVELS[-1]) - 2)
    ]
    reached = [level for level in LEVELS if len(words) >= level] or [LEVELS[0]]
    return tuple(frozenset(hashes[: level - 2]) for level in reached)


def same_text(one: Shingles, other: Shingles) -> bool:
    """Whether two texts begin alike enough to be one, over as much as both have."""
    return bool(one and other) and all(
        len(mine & its) >= ALIKE * len(mine | its) for mine, its in zip(one, other, strict=False)
    )


def copies(texts: Sequence[Shingles]) -> list[int]:
    """For each text the place of the first one that it is a copy of; its own place when it is none.

    Only texts that share some of the lowest fifth of their hashes are compared, those that share most first: texts that
    are alike enough do.
    """
    first = list(range(len(texts)))
    filed: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(texts):
        if not own:
            continue
        prefix = sorted(own[0])[: int(len(own[0]) * (1 - ALIKE)) + 1]
        shared = Counter(other for hash_ in prefix for other in filed.get(hash_, ()))
        likely = nlargest(COMPARED, shared, key=lambda other: (shared[other], -other))
        found = next((other for other in likely if same_text(own, texts[other])), None)
        if found is not None:
            first[place] = found
        else:
            for hash_ in prefix:
                if len(filed[hash_]) < FILED:
                    filed[hash_].append(place)
    return first
