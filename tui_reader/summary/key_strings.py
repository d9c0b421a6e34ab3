"""Key terms of Chinese and Japanese: strings of characters that are there again and again."""

import re
from bisect import bisect_right
from collections import defaultdict

from ..domain.late import late
from .key_marks import ONCE, Term, marked

_RUN = late("[\u3400-\u9fff\uf900-\ufaff]{2,}|[\u30a1-\u30fa\u30fc]{3,}")
_PARTICLES = frozenset(
    "的了是在和有也不就都而及与與为為之将將把被对對这這那個个其中上下说說年月日時时人们們等以于於"
    "并並从從到向后後前他她它我你已可能要还還更最"
)
"""Characters that no term begins or ends with."""
_LONGEST = 6
_UNSPACED_CONSIDERED = 20_000


def string_terms(text: str, title: str, most: int) -> tuple[tuple[int, int], ...]:
    """The same for Chinese and Japanese: strings of characters that are there again and again."""
    places: dict[str, list[int]] = defaultdict(list)
    runs = list(_RUN.finditer(text[:_UNSPACED_CONSIDERED]))
    for run in runs:
        word, start = run.group(), run.start()
        if word[0] < "\u3400":
            places[word].append(start)
            continue
        for low in range(len(word) - 1):
            for high in range(low + 2, min(len(word), low + _LONGEST) + 1):
                if word[low] not in _PARTICLES and word[high - 1] not in _PARTICLES:
                    places[word[low:high]].append(start + low)
    often = {word: found for word, found in places.items() if len(found) >= (2 if word in title else ONCE)}
    score = {word: len(found) * (len(word) - 1) * (2 if word in title else 1) for word, found in often.items()}
    chosen: list[str] = []
    for word in sorted(often, key=lambda word: (-score[word], often[word][0])):
        if len(chosen) < most and not any(word in other or other in word for other in chosen):
            chosen.append(word)
    ends = [match.start() for match in re.finditer("\n", text)]
    terms = [
        Term((word,), True, word, [(bisect_right(ends, at), at, at + len(word), len(word)) for at in often[word]])
        for word in chosen
    ]
    return tuple(marked(terms, len(text)))
