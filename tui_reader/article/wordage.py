"""How many words a text has, also in scripts that put blanks between sentences only (Thai, Lao, Khmer, Burmese)."""

from ..domain.reading import count_words

UNBROKEN = 14
"""Characters between two blanks, on average, that no language reaches which parts its words by them."""

LINE = 80
"""Characters of a text that may be one long word, or three."""

LETTERS = 6
"""Characters of a word, with the blank behind it."""


def words_in(text: str) -> int:
    """Words by which it is told what is a paragraph and what is a whole article; not for times of reading."""
    words = count_words(text)
    if len(text) <= max(UNBROKEN * words, LINE) or text.isascii():  # in ASCII it is an address
        return words
    return len(text) // LETTERS
