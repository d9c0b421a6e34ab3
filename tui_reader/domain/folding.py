"""Text as one looks for it: without case, accents and the finer kinds of quotation marks and dashes."""

import re
import unicodedata

_ALIKE = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
    "’": "'", "‘": "'", "‚": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
}  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_SYLLABLES = re.compile("[\uac00-\ud7a3]")


def _fold_one(character: str) -> str:
    if _SYLLABLES.match(character):
        return character
    parts = unicodedata.normalize("NFKD", character)
    if _ACCENTS.search(parts):
        parts = _ACCENTS.sub("", parts)
    elif len(parts) > 1 and unicodedata.combining(parts[-1]):
        parts = character
    folded = _ACCENTS.sub("", parts.casefold())
    return "".join(_ALIKE.get(part, part) for part in folded)


class _Table(dict[int, str]):
    """For `str.translate`: what each character folds to, found when it is first seen."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_one(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """`text` folded: "Café" is "cafe", "Straße" "strasse", "ё" "е". May be longer or shorter, see `places`."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def is_even(text: str) -> bool:
    """Whether each character folds to one, so that all places stay the same."""
    return text.isascii() or all(len(_TABLE[ord(character)]) == 1 for character in set(text))


def places(text: str) -> list[int]:
    """For each character of `fold(text)` the offset in `text` of its origin; at the end the length of `text`."""
    found = [place for place, character in enumerate(text) for _ in _TABLE[ord(character)]]
    found.append(len(text))
    return found


def origin(offsets: list[int], start: int, end: int) -> tuple[int, int]:
    """What of the text the characters `start` to `end` of its folded form come from, accents behind them included."""
    last = offsets[end - 1]
    while offsets[end] == last:
        end += 1
    return offsets[start], offsets[end]
