"""ROUGE-1, ROUGE-2 and ROUGE-Lsum (F1, their mean, 0 to 100) of sets of sentences, quick enough to try thousands.

English words are Porter stems (rouge-score's tokenizer), those of other languages Unicode words, one a character for
Chinese and Japanese. Agrees with rouge-score; what is kept between calls is the longest common subsequences.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rouge_score.tokenizers import DefaultTokenizer

_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\W_]+(?:" + "[\u0300-\u036f\u0900-\u094f\u0980-\u09ff]+" + r"[^\W_]*)*"
)
_STEMS = DefaultTokenizer(use_stemmer=True)


def tokens(text: str, language: str) -> list[str]:
    """The words that are compared."""
    if language == "en":
        return list(_STEMS.tokenize(text))
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def common(reference: Sequence[str], other: Sequence[str]) -> int:
    """The places of `reference`, as bits, that a longest common subsequence with `other` takes."""
    rows, columns = len(reference), len(other)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i, word in enumerate(reference):
        above, row = table[i], table[i + 1]
        for j in range(columns):
            row[j + 1] = above[j] + 1 if word == other[j] else max(above[j + 1], row[j])
    i, j, bits = rows, columns, 0
    while i and j:
        if reference[i - 1] == other[j - 1]:
            bits |= 1 << (i - 1)
            i, j = i - 1, j - 1
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return bits


def _f1(hits: int, mine: int, its: int) -> float:
    return 200 * hits / (mine + its) if hits else 0.0


class Reference:
    """A reference summary: its sentences as words."""

    def __init__(self, sentences: Sequence[list[str]]) -> None:
        self.sentences = [sentence for sentence in sentences if sentence]
        flat = [word for sentence in self.sentences for word in sentence]
        self.size = len(flat)
        self.words = Counter(flat)
        self.pairs = Counter(pairwise(flat))
        self.kept: dict[tuple[str, ...], list[int]] = {}

    def _common(self, sentence: list[str]) -> list[int]:
        key = tuple(sentence)
        if key not in self.kept:
            self.kept[key] = [common(own, sentence) for own in self.sentences]
        return self.kept[key]

    def score(self, sentences: Sequence[list[str]]) -> float:
        """The mean of the three measures for a summary of `sentences`."""
        flat = [word for sentence in sentences for word in sentence]
        words, pairs = Counter(flat), Counter(pairwise(flat))
        ones = sum(min(count, words[word]) for word, count in self.words.items() if word in words)
        twos = sum(min(count, pairs[pair]) for pair, count in self.pairs.items() if pair in pairs)
        size = len(flat)
        longest = self._union([self._common(sentence) for sentence in sentences], words)
        return (
            _f1(ones, size, self.size)
            + _f1(twos, max(0, size - 1), max(0, self.size - 1))
            + _f1(longest, size, self.size)
        ) / 3

    def _union(self, found: list[list[int]], words: "Counter[str]") -> int:
        left, own, hits = Counter(words), Counter(self.words), 0
        for number, sentence in enumerate(self.sentences):
            bits = 0
            for masks in found:
                bits |= masks[number]
            for place, word in enumerate(sentence):
                if bits >> place & 1 and left[word] > 0 and own[word] > 0:
                    hits += 1
                    left[word] -= 1
                    own[word] -= 1
        return hits
