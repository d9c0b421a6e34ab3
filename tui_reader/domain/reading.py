"""How long a text takes to read."""

import re

WORDS_A_MINUTE = 230
"""Silent reading of non-fiction in English: 238 over 190 studies (Brysbaert 2019), a little less on a screen."""

MOST_WORDS = 2**31
"""More than any text has."""

CHARACTERS_A_MINUTE = 400
"""For Chinese, Japanese and Korean, which write no blanks between words (or count syllables)."""

_SIGNS = r"\W+"
_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
# Compiled (and kept) by re at their first use: a start needs neither.


def count_words(text: str) -> int:
    """Words of `text`, parted by blanks; a character of a script without blanks counts as the part of a word that takes
    as long to read, and a sign between blanks, such as a dash, as none."""
    if text.isascii():
        return _spaced(text)
    spaced, characters = re.subn(_IDEOGRAPH, " ", text)
    return _spaced(spaced) + round(characters * WORDS_A_MINUTE / CHARACTERS_A_MINUTE)


def _spaced(text: str) -> int:
    pieces = text.split()
    return len(pieces) - sum(1 for piece in pieces if not piece[0].isalnum() and re.fullmatch(_SIGNS, piece))


def reading_seconds(words: int) -> int:
    """Seconds that `words` words take."""
    return round(words * 60 / WORDS_A_MINUTE)


def words_within(least: int, most: int | None = None) -> tuple[int, int]:
    """(fewest, most) words of texts for which `reading_minutes` says `least` to `most` minutes; both at least 1."""

    def fewest(minutes: int) -> int:
        words = max((2 * minutes - 1) * WORDS_A_MINUTE // 2 - 1, 1)
        while reading_minutes(words) < minutes:
            words += 1
        return words

    return fewest(least) if least > 1 else 1, MOST_WORDS if most is None else fewest(most + 1) - 1


def reading_minutes(words: int) -> int:
    """Whole minutes that `words` words take: at least one, none for no words."""
    return max(1, round(words / WORDS_A_MINUTE)) if words > 0 else 0
