"""Words as the ranking sees them: lower-case prefixes that meet across inflections, without the usual words."""

import re

from ..domain.late import late
from .stopwords import ALL, BY_LANGUAGE

STEM = 7
"""Characters of a word that are kept: enough to tell words apart, few enough to join their forms."""

_WORD = late(r"[^\W_]+(?:['’][^\W\d_]{1,2}(?![^\W_]))?")
_IDEOGRAPHS = late("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+")
_ELISION = late(r"\b(?:[cdjlmnst]|qu|all|dell|nell|sull|un)['’](?=\w)", re.IGNORECASE)
_SCRIPTS = (
    ("ja", late("[\u3040-\u30ff]")),
    ("ko", late("[\uac00-\ud7af]")),
    ("zh", late("[\u4e00-\u9fff]")),
    ("th", late("[\u0e00-\u0e7f]")),
)
_SAMPLE = 3000


def terms(text: str) -> list[str]:
    """The words of `text` in order, folded and shortened; usual words are left out.

    Scripts without blanks between words (Chinese, Japanese, Thai) give pairs of neighbouring characters.
    """
    text = text.lower()
    if "'" in text or "’" in text:
        text = _ELISION.sub(" ", text)
    found: list[str] = []
    if not text.isascii() and _IDEOGRAPHS.search(text):
        for run in _IDEOGRAPHS.findall(text):
            found += [run[i : i + 2] for i in range(max(1, len(run) - 1))]
        text = _IDEOGRAPHS.sub(" ", text)
    for word in _WORD.findall(text):
        if word not in ALL and (len(word) > 1 or word.isdigit()):
            if word[-2:] in ("'s", "’s"):
                word = word[:-2]
            found.append(word[:STEM])
    return found


def detect(text: str) -> str:
    """Primary tag of the language that `text` is most likely in, "" when nothing speaks for one."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        for language, pattern in _SCRIPTS:
            if len(pattern.findall(sample)) * 8 > len(sample.replace(" ", "")):
                return language
    words = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", sample.lower())
    if not words:
        return ""
    best, score = "", 0
    for language, usual in BY_LANGUAGE.items():
        hits = sum(word in usual for word in words)
        if hits > score:
            best, score = language, hits
    return best if score * 12 >= len(words) else ""


def primary(language: str | None) -> str:
    """The primary tag of "en-GB", "pt_BR" and the like; "" for None."""
    return re.split("[-_]", (language or "").strip().lower(), maxsplit=1)[0][:8]
