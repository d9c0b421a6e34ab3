"""Whether a full stop ends a sentence: what the abbreviations, initials and numbers before it say."""

from functools import lru_cache

from ..domain.late import late
from . import abbreviations as known

_WORD = late(r"[^\W\d_]{1,40}")
_LETTERS_AND_DOTS = late(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_ELISION = late(r"^[^\W\d_]{1,5}['’](?=[^\W\d_]{2,})")
_ROMAN = late("[IVXLC]+")


class Rules:
    """The tables of one language."""

    def __init__(self, language: str) -> None:
        self.never = known.table(known.NEVER, language)
        self.open = known.table(known.OPEN, language)
        self.number = known.table(known.NUMBER, language)
        self.starters = known.table(known.STARTERS, language)
        self.ordinals = language in known.ORDINALS
        self.german = language == "de"


@lru_cache(maxsize=32)
def rules_of(language: str) -> Rules:
    return Rules(language)


def token_before(line: str, start: int, at: int) -> str:
    """What stands before `at` up to a blank, at most 40 characters, without opening marks."""
    low = max(start, at - 40)
    token = line[low:at]
    return (token.split() or [""])[-1].lstrip("\"'“‘„«‹([{¿¡—–-") if not token[-1:].isspace() else ""


def is_end_after_stop(line: str, start: int, at: int, end: int, word_at: int, rules: Rules, quoted: bool) -> bool:
    token = token_before(line, start, at)
    if (
        len(token) == 1
        and at - 3 >= start
        and line[at - 2] in " \u00a0"
        and line[at - 3] == "."
        and line[at - 4 : at - 3].isalpha()
    ):
        token = line[at - 4] + "." + token
    token = _ELISION.sub("", token.rpartition(")")[2] or token)
    lower = token.lower()
    found = _WORD.match(line, word_at)
    word = found.group() if found else ""
    initial = len(word) == 1 and line[word_at + 1 : word_at + 2] == "."
    starts = word in rules.starters and not initial
    if (
        token
        and at - start < len(token) + 8
        and not line[start : at - len(token)].strip("([{\"'“„« ")
        and (token.isdigit() or len(token) == 1 or _ROMAN.fullmatch(token))
    ):
        return False
    if lower in known.CAPITALISED and token[0].islower():
        return True
    if lower in rules.number and (line[word_at].isdigit() or (len(lower) == 1 and token.islower())):
        return False
    if lower in rules.never:
        return False
    if lower in ("a.m", "p.m"):
        return not (word in known.AFTER_HOUR or word.isupper())
    if lower in rules.open:
        if (
            token.islower()
            and token.isalpha()
            and line[max(start, at - len(token) - 2) : at - len(token)].strip().isdigit()
        ):
            return True
        return starts or end > at + 1 or (quoted and not initial)
    tail = lower.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if tail != lower and (tail in rules.never) and len(tail) > 1:
        return False
    if initial and len(token) == 1 and token.isalpha():
        return False
    if len(token) == 1 and token.isalpha() and (token.isupper() or rules.german):
        return starts or (quoted and end > at + 1)
    if _LETTERS_AND_DOTS.fullmatch(token):
        return starts or (quoted and not initial)
    return not (rules.ordinals and _is_ordinal(token, word, starts))


def _is_ordinal(token: str, word: str, starts: bool) -> bool:
    if not (token.isdigit() or _ROMAN.fullmatch(token)) or not word:
        return False
    if word.lower() in known.MONTHS:
        return True
    return not starts and len(token) <= 3
