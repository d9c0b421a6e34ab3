# ruff: noqa: SIM905
"""Where the sentences of a text begin and end, in any language, in one pass.

A line break always ends a sentence, unless the text is wrapped at a column. A full stop, question mark, exclamation
mark or ellipsis ends one unless what stands around it says otherwise: a lower-case word after it, an abbreviation, an
initial or an ordinal number before it, a bracket or a quotation that goes on.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..domain.late import late
from .stops import Rules, is_end_after_stop, rules_of, token_before

Span = tuple[int, int]

_TERMINATOR = late("[.!?…‼⁇⁈⁉؟۔।॥።။៕。！？｡]+")
_FULL_WIDTH = frozenset("。！？｡")
_CLOSERS = late("[\"'”’»›)\\]}』」】》〉）］“‘]*")
_SPACED_GUILLEMET = late("[ \u00a0\u202f]{0,2}[»›]")
_OPENERS = frozenset("\"'“‘„«‹([{『「【《〈（［¿¡‚")
_QUOTES = frozenset("\"'“‘„«‹”’»›「『」』")
_DASHES = frozenset("-–—―")
_GOES_ON = frozenset(",;:)]}%&=+*/|»”’,،؛、，；：")
_BLANKS = late(r"\s*")
_WORD = late(r"[^\W\d_]{1,40}")
_CREDIT = late(r"(?<=[^\s:] )(?:Images?|Photos?|Picture|Photograph|Foto|Bild): (?=[^\W\d_a-z])")
_DATE_LINE = late(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8} \d{1,2}, \d{4}(?= [A-Z])")
_LINE = late(r"[^\n]+")
_QUOTED_ON = ("と", "って", "との", "という", "など", "の", "を", "に", "は", "が", "も", "で", "라고", "라며", "고")
_SPEECH = late("^[^，。！？：；、\\s]{0,16}(?:说|說|道|称|稱|表示|问|問|喊|指出|補充|补充|坦言|回答|强调|強調|透露)")
_TOP_LEVEL = frozenset("Com Org Net Gov Edu Io Co Js Py Html Php Uk De Fr".split())
_WRAPPED = range(50, 101)
"""Widths, in characters, at which text files are wrapped."""


def split(text: str, language: str = "") -> list[Span]:
    """(start, end) of every sentence of `text`, in order, without the blanks around it.

    `language` is a primary tag such as "de"; "" takes the abbreviations of all languages together.
    Everything but blanks is inside exactly one sentence. Takes time linear in the length of `text`.
    """
    return [
        span for match in _LINE.finditer(unwrap(text)) for span in split_line(match.group(), match.start(), language)
    ]


def split_line(line: str, offset: int = 0, language: str = "") -> list[Span]:
    """The sentences of one line that begins at `offset` of its text."""
    rules = rules_of(language)
    spans: list[Span] = []
    start = 0
    for end in _ends(line, rules):
        _add_parts(spans, line, offset, start, end)
        start = end
    _add_parts(spans, line, offset, start, len(line))
    return spans


def _add_parts(spans: list[Span], line: str, offset: int, start: int, end: int) -> None:
    """Adds a sentence, parting off a date line before it and a picture's credit that was run on to it."""
    date = _DATE_LINE.match(line, start, end) if start == 0 else None
    if date:
        _add(spans, line, offset, start, date.end())
        start = date.end()
    credit = _CREDIT.search(line, start, end)
    if credit and credit.start() > start:
        _add(spans, line, offset, start, credit.start())
        start = credit.start()
    _add(spans, line, offset, start, end)


def _add(spans: list[Span], line: str, offset: int, start: int, end: int) -> None:
    piece = line[start:end]
    bare = piece.strip()
    if bare:
        start += len(piece) - len(piece.lstrip())
        spans.append((offset + start, offset + start + len(bare)))


def unwrap(text: str) -> str:
    """`text` with blanks in the place of those line breaks that only wrap it at a column; no offset moves."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    inner = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(inner) < 4 or max(inner) not in _WRAPPED:
        return text
    full = sum(length > max(inner) - 20 for length in inner)
    unended = sum(bool(line) and line.rstrip()[-1:].isalpha() for line in lines)
    if full < 0.7 * len(inner) or unended < 0.4 * len(lines) - lines.count(""):
        return text
    out = [lines[0]]
    for before, line in pairwise(lines):
        first = line.split(None, 1)[0] if line.strip() else ""
        soft = bool(before.strip()) and bool(first) and len(before) + 1 + len(first) > max(inner) - 8
        out += [" " if soft else "\n", line]
    return "".join(out)


def _ends(line: str, rules: Rules) -> Iterator[int]:
    start = counted = straight = opened = 0
    for match in _TERMINATOR.finditer(line):
        at = match.start()
        if at < start:
            continue
        straight += line.count('"', counted, at)
        opened += line.count("“", counted, at) + line.count("«", counted, at)
        opened -= line.count("”", counted, at) + line.count("»", counted, at)
        counted = at
        inside = straight % 2 == 1 or opened > 0
        end = _closers(line, match.end(), inside)
        if (
            match.group()[-1] in ".…"
            and len(match.group()) + (match.group() == "…") > 1
            and end == match.end()
            and inside
        ):
            continue
        if end < len(line) and _is_end(line, start, match, end, rules):
            straight = opened = 0
            start = counted = end
            yield end


def _closers(line: str, at: int, inside: bool) -> int:
    """The end of the closing brackets and quotation marks that begin at `at`; `inside` a quotation or not."""
    end = _match(_CLOSERS, line, at)
    spaced = _SPACED_GUILLEMET.match(line, end)
    if spaced:
        return _match(_CLOSERS, line, spaced.end())
    while end > at and line[end - 1] in "“‘\"'" and end < len(line) and not line[end].isspace():
        if line[end - 1] in "“‘" or (not inside and line[end].isalnum()):
            end -= 1
        else:
            break
    if end == at and inside and line[end : end + 2] == ' "' and not line[end + 2 : end + 3].isalnum():
        return end + 2
    return end


def _match(pattern: re.Pattern[str], line: str, at: int) -> int:
    found = pattern.match(line, at)
    return found.end() if found else at


def _is_end(line: str, start: int, match: re.Match[str], end: int, rules: Rules) -> bool:
    mark = match.group()
    after = _match(_BLANKS, line, end)
    if after >= len(line):
        return False
    following = line[after]
    if (
        len(mark) > 1
        and mark[-1] in ".…"
        and end == match.end()
        and not (line[after].isupper() or line[after] in _OPENERS or line[after] in _DASHES or line[after].isdigit())
    ):
        return False
    if mark[-1] in _FULL_WIDTH:
        return _is_full_width_end(line, start, match.end(), end, after)
    if after == end:
        return _is_end_without_blank(line, start, match, end, rules)
    if following in _GOES_ON and following not in _OPENERS:
        return False
    word_at = after
    while (
        word_at < len(line)
        and word_at < after + 4
        and (line[word_at] in _OPENERS or line[word_at] in _DASHES or line[word_at].isspace())
    ):
        word_at += 1
    if word_at >= len(line):
        return following not in _QUOTES
    first = line[word_at]
    if first.islower() or (first in _GOES_ON and word_at > after):
        return False
    if match.start() - start < 8 and not line[start : match.start()].strip("([{ "):
        return False
    if mark == ".":
        return is_end_after_stop(
            line, start, match.start(), end, word_at, rules, quoted=word_at > after or end > match.end()
        )
    return not (mark in ("!", "?") and line[match.start() - 1] in "([" and line[match.end() : match.end() + 1] in ")]")


def _is_full_width_end(line: str, start: int, closers_at: int, end: int, after: int) -> bool:
    if end == closers_at or after > end:
        return True
    if line.startswith(_QUOTED_ON, after) or line[after] in _GOES_ON:
        return False
    return not (line[end - 1] in _QUOTES and _SPEECH.match(line[after : after + 20]))


def _is_end_without_blank(line: str, start: int, match: re.Match[str], end: int, rules: Rules) -> bool:
    """A blank was lost: "at work.The council"."""
    at = match.start()
    following, second = line[end], line[end + 1 : end + 2]
    if end > match.end() and following in _OPENERS:
        return True
    opened = following in _OPENERS and following not in "'("
    if opened and second:
        following, second = second, line[end + 2 : end + 3]
    if not following.isupper() or not (second.islower() or (second.isspace() and following in "AIВИКСУОАЯ")):
        return following.isalpha() and not (following.isupper() or following.islower()) and match.group() != "."
    before = token_before(line, start, at)
    if "." in before or "@" in before or "/" in before or not before or match.group() == "…":
        return False
    word = _WORD.match(line, end + opened)
    if word and (word.group() in _TOP_LEVEL or line[word.end() : word.end() + 1] in (".", "/", "(", "_")):
        return False
    if end == match.end() and (
        before.lower() in rules.never or before.lower() in rules.open or before.lower() in rules.number
    ):
        return False
    last = before[-1]
    if last.isdigit():
        return len(before) > 2
    return len(before) > 1 and (last.islower() or not last.isalpha() or (len(before) > 2 and before.isupper()))
