"""Texts and queries as the words that the search index knows. Pure.

The index holds which words an article has, not where (a quarter of the size): a phrase is looked for in the text of the
articles that have its words. Scripts without blanks between words, and Korean, which glues endings to them, are indexed
by overlapping pairs of letters, with the last letter alone at the end: "ABC" is AB, BC, C.
"""

import re
import unicodedata
from dataclasses import dataclass

TERMS = 32
"""Words and phrases of a query that count."""

_UNSPACED = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_WORD = re.compile("[0-9a-z\x80-\U0010ffff]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_QUERY = re.compile(r'(-?)"([^"]*)"?|(\S+)')


class _Letters(dict[int, str]):
    """For `str.translate`: letters, digits and vowel signs stay; whatever is not in it already is a blank."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kept = unicodedata.category(letter) in ("Mn", "Mc", "Co") or unicodedata.category(letter)[0] in "LN"
        self[code] = letter if kept else " "
        return self[code]


_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
_LETTERS = _Letters({ord(letter): plain for letter, plain in _STROKES.items()})


def words(text: str) -> list[str]:
    """The words of `text`, in order: no case, no accents, full-width forms as usual ones."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _UNSPACED.sub(lambda m: f" {_pairs(m[0])} {m[0][-1]} ", _folded(text)).split()


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", text)).translate(_LETTERS)


def _pairs(run: str) -> str:
    return " ".join(run[index : index + 2] for index in range(len(run) - 1))


def line(*texts: str) -> str:
    """The words of texts, as `Term.within` looks at them: a blank before and after each, nothing spans two texts."""
    return " \n ".join(" ".join(["", *words(text), ""]) for text in texts)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a query."""

    words: tuple[str, ...]
    prefix: bool = False
    """The last word may go on."""
    wanted: bool = True

    @property
    def exact(self) -> bool:
        """The index alone can tell whether an article has it."""
        return len(self.words) == 1

    def within(self, line: str) -> bool:
        """Whether `line` (of the function of that name) has these words one after the other."""
        return f" {' '.join(self.words)}{'' if self.prefix else ' '}" in line

    def expression(self) -> str:
        """For FTS5: all words, in any order."""
        return " AND ".join(f'"{word}"' for word in self.words) + (" *" if self.prefix else "")


def terms(query: str) -> list[Term]:
    """What the user typed: words, `"a phrase"`, `word*` for its beginning, `-word` and `-"a phrase"` to exclude.

    A word that falls into several, like "state-of-the-art", is a phrase.
    """
    found = []
    for match in list(_QUERY.finditer(query))[:TERMS]:
        minus, phrase, word = match.groups()
        if word is not None:
            minus, phrase = ("-", word[1:]) if word.startswith("-") else ("", word)
        if term := _term(phrase, prefix=(word or "").endswith("*"), wanted=not minus):
            found.append(term)
    return found


def _term(text: str, *, prefix: bool, wanted: bool) -> Term | None:
    parts = words(text)
    if parts and len(parts[-1]) == 1 and _UNSPACED.fullmatch(parts[-1]):
        # In a text the lone letter ends a run; here the run may go on, and a single letter begin a pair.
        if len(parts) > 1 and len(parts[-2]) == 2 and parts[-2].endswith(parts[-1]):
            parts.pop()
        else:
            prefix = True
    return Term(tuple(parts), prefix, wanted) if parts else None


def expression(query: list[Term]) -> str:
    """The articles that may match, for FTS5; "" when nothing is wanted. Phrases remain to be looked for."""
    wanted = [f"({term.expression()})" for term in query if term.wanted]
    unwanted = [f"({term.expression()})" for term in query if not term.wanted and term.exact]
    return " NOT ".join([" AND ".join(wanted), *unwanted]) if wanted else ""
