"""How long a text takes to read."""

import re

WORDS_A_MINUTE = 230
"""Silent reading of non-fiction in English: 238 over 190 studies (Brysbaert 2019), a little less on a screen."""

CHARACTERS_A_MINUTE = 400
"""For Chinese, Japanese and Korean, which write no blanks between words (or count syllables)."""

_WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def count_words(text: str) -> int:
    """Words of `text`; characters of scripts without blanks count as the part of a word that takes as long to read."""
    if text.isascii():
        return len(_WORD.findall(text))
    spaced, characters = _IDEOGRAPH.subn(" ", text)
    return len(_WORD.findall(spaced)) + round(characters * WORDS_A_MINUTE / CHARACTERS_A_MINUTE)


def reading_seconds(words: int) -> int:
    """Seconds that `words` words take."""
    return round(words * 60 / WORDS_A_MINUTE)


def reading_minutes(words: int) -> int:
    """Whole minutes that `words` words take: at least one, none for no words."""
    return max(1, round(words / WORDS_A_MINUTE)) if words > 0 else 0
