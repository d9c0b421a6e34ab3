"""Finds a page's pieces of text in the text that an extractor made of the page."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

SURE = 25
"""Letters of a text that are enough to find it anywhere in the extractor's; shorter ones must come in order."""

REPEATS = 16
"""How many times one text is looked for: a refrain may come again, but places are combined with each other."""

_NO_LETTERS = re.compile(r"[\W_]+")
_ASCII = {code: None for code in range(128) if not chr(code).isalnum()}
_COMMON = "’“”—–‘…\xa0•"
"""What makes most English texts not ASCII: without it they can be translated at once, ten times as quick."""

_GRAM = 12
_SAMPLES = 12


def squeezed(text: str) -> str:
    """Letters and digits only: what is left when layout and punctuation are ignored."""
    if not text.isascii():
        for mark in _COMMON:
            if mark in text:
                text = text.replace(mark, "")
        if not text.isascii():
            return _NO_LETTERS.sub("", text)
    return text.translate(_ASCII)


class Matcher:
    """Tells which of a page's texts, given in the page's order, stand in the extractor's."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, list[int]] = {}
        lines = [squeezed(line) for line in text.splitlines()]
        position = 0
        for line in lines:
            self._lines.setdefault(line, []).append(position)
            position += len(line)
        self.letters = "".join(lines)

    def matches(self, texts: Sequence[str]) -> tuple[list[bool], float]:
        """For each text whether it belongs to the article, and what part of the extractor's letters they hold.

        Long texts that stand in the extractor's in the same order are the frame; short ones must stand in the gap
        between the two long ones around them, so that "Share" or a table of contents is not taken for the article's.
        """
        letters = [squeezed(text) for text in texts]
        frame = self._frame(letters)
        found = [number in frame for number in range(len(letters))]
        used = sorted((start, start + len(letters[number])) for number, start in frame.items())
        starts = [start for start, _ in used] + [len(self.letters)]
        cursor = ceiling = 0
        for number, own in enumerate(letters):
            if found[number]:
                cursor = frame[number] + len(own)
                ceiling = starts[bisect_right(starts, frame[number])] if frame[number] < len(self.letters) else cursor
                continue
            if number == 0 or not frame:
                ceiling = starts[0]
            if own and (end := self._in_gap(own, cursor, max(ceiling, cursor))) > cursor:
                found[number], cursor = True, end
            elif len(own) >= SURE and (start := self.letters.find(own)) >= 0 and not _overlaps(used, start, own):
                found[number] = True
                insort(used, (start, start + len(own)))
        share = sum(len(own) for own, keep in zip(letters, found, strict=True) if keep) / max(len(self.letters), 1)
        return found, share

    def _frame(self, letters: Sequence[str]) -> dict[int, int]:
        """Number of a text -> where it begins in the extractor's: the longest row in which both orders agree."""
        tails: list[int] = []
        chain: list[tuple[int, int, int]] = []
        ends: list[int] = []
        for number, own in enumerate(letters):
            if len(own) < SURE:
                continue
            for start in sorted(self._places(own), reverse=True):
                place = bisect_left(tails, start)
                link = (number, start, ends[place - 1] if place else -1)
                chain.append(link)
                if place == len(tails):
                    tails.append(start)
                    ends.append(len(chain) - 1)
                else:
                    tails[place], ends[place] = start, len(chain) - 1
        frame: dict[int, int] = {}
        step = ends[-1] if ends else -1
        while step >= 0:
            number, start, step = chain[step]
            frame[number] = start
        return frame

    def _places(self, own: str) -> list[int]:
        places: list[int] = []
        start = self.letters.find(own)
        while start >= 0 and len(places) < REPEATS:
            places.append(start)
            start = self.letters.find(own, start + 1)
        return places

    def _in_gap(self, own: str, low: int, high: int) -> int:
        """Where `own` ends between two positions of the extractor's text; 0 when it is not there."""
        if self.letters.startswith(own, low) and low + len(own) <= high:
            return low + len(own)
        for start in self._lines.get(own, ()):
            if low <= start and start + len(own) <= high:
                return start + len(own)
        if len(own) >= SURE:
            if (start := self.letters.find(own, low, high)) >= 0:
                return start + len(own)
            return self._mostly(own, low, high)
        return 0

    def _mostly(self, own: str, low: int, high: int) -> int:
        """As `_in_gap`, for at least half of `own`: extractors drop notes, code and formulas from a paragraph."""
        step = max(_GRAM, (len(own) - _GRAM) // _SAMPLES)
        starts = range(0, len(own) - _GRAM + 1, step)
        places = [self.letters.find(own[start : start + _GRAM], low, high) for start in starts]
        hits = [place for place in places if place >= 0]
        return max(hits) + _GRAM if 2 * len(hits) >= len(starts) else 0


def _overlaps(used: Sequence[tuple[int, int]], start: int, own: str) -> bool:
    place = bisect_right(used, (start, start))
    before = place > 0 and used[place - 1][1] > start
    return before or (place < len(used) and used[place][0] < start + len(own))
