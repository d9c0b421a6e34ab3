# ruff: noqa: E501, SIM905
"""Which lines of a text belong to the page and not to the article.

A page that was copied as text carries its title, buttons, dates, bylines, credits, and links to other articles. None of
them is a sentence. What is dropped is a whole line or a whole sentence, never a part of one; a line that reads like
prose is only dropped for what it begins with.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ..domain.late import late
from . import furniture_marks as marks
from . import furniture_words as known

_EDGE = "‹›«»<>←→↑↓|•·●★☆✉▶►▸◀➜✓+×*_=#~ \u00a0\t-–—:"
_PARTS = late(r"\s*(?:[|•·/‹›«»→←]|\s{3,})\s*")
_WORD = late(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_COUNT = late(r"[(\[]?\b\d[\d.,]*\s?[kKmM]?\b[)\]]?")
_ENDS_PROSE = late("[.!?…。！？｡؟।][ \u00a0\u202f\"'”’»›)\\]」』】“]*$")
_NO_STOPS = late("[\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SITE = late(r"\s+[|–—\-·»:]\s+[^|–—»]{2,40}$")
_CONNECTIVES = frozenset(
    "and und et y e i и en och og with for the of de da di del van von der la le special to staff writer".split()
)
_ARROWS = frozenset("←→➜►▶")
_ANGLES = frozenset("‹›«»")
_NEIGHBOUR = late(r"([^:：→›»|–]{4,30}?)\s*[:：→›»|–]\s*\S")
_MORE_FROM = late(
    r"(?:more|mehr|plus|más|mais|altro|ещё|еще|meer|mer) (?:from|in|on|by|about|aus|von|über|de|sobre|da|di|из|о|över|om|over)"
    r"(?:\W+\w+){1,6}\W*$"
)
_LONG = 300
"""Characters from which a line is taken for prose without a closer look."""
_HEADING_WORDS = 16
_DAY_OR_HOUR = late(r"\d")


def folded(line: str) -> str:
    """The words of `line` in lower case, parted by single blanks: what two lines are compared by."""
    return " ".join(_WORD.findall(line.lower()))


def ends_prose(line: str) -> bool:
    """Whether `line` ends as a sentence does."""
    return bool(_ENDS_PROSE.search(line[-8:].rstrip()))


def label(line: str) -> str:
    """`line` in lower case without arrows, bullets and counts around it, as the lists of furniture hold it."""
    bare = line.strip(_EDGE).lower().replace("’", "'")
    if any(map(str.isdigit, bare)) and len(bare) < 40:
        bare = _COUNT.sub("", bare)
    return " ".join(bare.strip(_EDGE + ".,()[]").split())


def is_button(line: str) -> bool:
    """Whether the whole line is one button or several."""
    if len(line) > 160:
        return False
    bare = label(line)
    if bare in known.BUTTONS or bare in known.NAVIGATION:
        return True
    parts = [label(part) for part in _PARTS.split(line) if part.strip(_EDGE)]
    if len(parts) > 1 and all(part in known.BUTTONS or part in known.NAVIGATION or part.isdigit() for part in parts):
        return True
    words = bare.split()
    return 1 < len(words) <= 12 and all(word.strip(",") in known.BUTTONS for word in words)


def is_marked(text: str) -> bool:
    """Whether a line or sentence begins as the prompts, credits and cookie notices of pages do."""
    bare = text.strip(
        _EDGE.replace("-", "").replace("»", "").replace("→", "").replace("►", "").replace("▶", "").replace("➜", "")
        + '"“”'
    )
    if len(bare) > 400:
        return False
    if marks.SUMMARY_BUTTON.match(bare) or marks.CREDIT.match(bare) or marks.COOKIES.match(bare):
        return True
    return bool(marks.PROMPT.match(bare)) and len(bare.split()) <= 40


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the text: "By A. Writer and B. Other, Example City"."""
    found = marks.BYLINE.match(line.strip(_EDGE))
    if not found or ends_prose(line):
        return False
    words = re.findall(r"[^\W\d_]+", found.group("names"))
    return 0 < len(words) <= 14 and all(
        word[0].isupper() or word.lower() in _CONNECTIVES or not word[0].islower() for word in words
    )


def is_date(line: str) -> bool:
    """Whether the line says no more than when, and perhaps where, it was written."""
    if len(line) > 120:
        return False
    bare = line.strip(_EDGE + ".")
    if (
        marks.PUBLISHED.match(bare)
        and (_DAY_OR_HOUR.search(bare) or ":" in bare)
        and (len(bare.split()) <= 9 or not ends_prose(line))
    ):
        return True
    if not _DAY_OR_HOUR.search(bare):
        return False
    words = re.findall(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*", bare.lower())
    other = [word for word in words if word.strip(".") not in marks.DATE_WORDS and word not in marks.DATE_WORDS]
    return not other or (len(other) <= 3 and len(words) - len(other) >= 1 and len(words) <= 7 and not ends_prose(line))


def same_title(line: str, title: str) -> bool:
    """Whether `line` is the title, as it is or with the site's name on either of the two."""
    if not title or len(line) > 3 * len(title) + 80:
        return False
    one, other = folded(line), folded(title)
    if not one or not other:
        return False
    if one == other or one == folded(_SITE.sub("", title)) or folded(_SITE.sub("", line)) == other:
        return True
    mine, its = set(one.split()), set(other.split())
    return len(its) > 3 and len(mine & its) >= 0.8 * len(mine | its)


def _leads_elsewhere(line: str) -> bool:
    """Whether the line links to the article before or after by its title: "Next article: ...", "Vote delayed →"."""
    if len(line) > 240:
        return False
    bare = line.strip()
    if len(bare.split()) <= 25 and not ends_prose(bare):
        if bare[:1] in _ARROWS or bare[-1:] in _ARROWS:
            return True
        if bare[:1] in _ANGLES or bare[-1:] in _ANGLES:
            return sum(map(bare.count, _ANGLES)) == 1
    found = _NEIGHBOUR.match(bare.lower().strip(_EDGE))
    return found is not None and found.group(1).strip() in known.NAVIGATION


def _heads_links(line: str, names: list[str]) -> bool:
    """Whether the line, whose parts are `names`, is the heading of a list of links: "Related", "More from the city:"."""
    bare = label(line)
    if names and (names[0] in known.SECTIONS or bare in known.SECTIONS or _MORE_FROM.match(bare)):
        return True
    return line.rstrip().endswith(":") and label(line.split(":")[0]) in known.SECTIONS


class _Page:
    """The lines of one text, each looked at once."""

    def __init__(self, lines: Sequence[str], title: str) -> None:
        self.lines = lines
        self.sizes = [len(_WORD.findall(line)) if len(line) <= _LONG else len(line) // 6 for line in lines]
        self.stops = [ends_prose(line) for line in lines]
        self.strong = [self._strong(line) for line in lines]
        self.drop = [
            strong or (len(line) <= _LONG and (is_byline(line) or is_date(line) or same_title(line, title)))
            for line, strong in zip(lines, self.strong, strict=True)
        ]
        total = sum(self.sizes) or 1
        ended = sum(size for size, stop in zip(self.sizes, self.stops, strict=True) if stop)
        self.punctuated = ended >= 0.5 * total and not _NO_STOPS.search("".join(line[:40] for line in lines[:40]))
        self.prose = [
            not drop and (size >= 8 or len(line) > 60) and (stop or size > 25)
            for line, drop, size, stop in zip(lines, self.drop, self.sizes, self.stops, strict=True)
        ]

    @staticmethod
    def _strong(line: str) -> bool:
        if not any(map(str.isalnum, line)):
            return True
        return (
            is_button(line) or _leads_elsewhere(line) or (len(line) <= 400 and is_marked(line) and _one_thought(line))
        )

    def is_page(self) -> bool:
        """Whether the text carries what only a page carries: a navigation link, a prompt, two buttons."""
        found = 0
        for line, strong in zip(self.lines, self.strong, strict=True):
            if strong and any(map(str.isalpha, line)):
                found += 2 if (len(line.split()) > 1 and not marks.CREDIT.match(line.strip())) else 1
            elif label(line) in known.SECTIONS and " " in label(line):
                found += 1
        return found > 1

    def neighbours(self) -> None:
        """The titles after "Previous article", "Next article" and headings such as "Related"."""
        last_prose = max((i for i, prose in enumerate(self.prose) if prose), default=-1)
        for i, line in enumerate(self.lines):
            names = [label(part) for part in _PARTS.split(line) if part.strip(_EDGE)] if len(line) < 120 else []
            if names and all(name in known.NAVIGATION for name in names):
                self._titles(i + 1, 2 * len(names), tail=i > last_prose - 4)
            elif _leads_elsewhere(line):
                self.drop[i] = True
            elif _heads_links(line, names):
                self.drop[i] = True
                self._links(i + 1)
            elif ":" in line and self.sizes[i] <= 30 and label(line.split(":")[0]) in known.SECTIONS:
                self.drop[i] = True

    def _titles(self, start: int, count: int, tail: bool) -> None:
        for i in range(start, min(len(self.lines), start + count)):
            if self.strong[i]:
                continue
            if self.sizes[i] > 30 or (
                self.stops[i] and self.sizes[i] > 7 and not (tail and _one_thought(self.lines[i]))
            ):
                return
            self.drop[i] = True

    def _links(self, start: int) -> None:
        for i in range(start, min(len(self.lines), start + 12)):
            if self.sizes[i] >= 20 or (self.stops[i] and self.sizes[i] > 12) or not self.punctuated:
                return
            self.drop[i] = True

    def readers(self) -> None:
        """What stands below the heading of the readers' comments."""
        before, total = 0, sum(self.sizes)
        for i, line in enumerate(self.lines):
            if len(line) < 60 and label(line) in known.COMMENTS and before >= 80 and before > total - before:
                for j in range(i, len(self.lines)):
                    self.drop[j] = True
                return
            before += self.sizes[i] if not self.drop[i] else 0

    def repeated(self) -> None:
        """Lines that come twice: of prose the first stays, of anything shorter none."""
        keys = [folded(line) if len(line) <= 2000 else line for line in self.lines]
        count, seen = Counter(keys), set[str]()
        for i, key in enumerate(keys):
            if count[key] > 1 and key and (key in seen or not (self.stops[i] or self.sizes[i] > _HEADING_WORDS)):
                self.drop[i] = True
            seen.add(key)

    def headings(self) -> None:
        """Lines without a full stop, in a text whose lines have one."""
        if not self.punctuated:
            return
        for i, line in enumerate(self.lines):
            if (
                not self.stops[i]
                and self.sizes[i] <= _HEADING_WORDS
                and not line.rstrip().endswith((",", ";", "-", "–"))
            ):
                self.drop[i] = True
        self._title_on_top()
        self._author_at_the_end()

    def _title_on_top(self) -> None:
        """The first line that is left is the title when it has no full stop and something of the page is beside it.

        With one it is when it is short, only furniture stands before it, and some more right after it.
        """
        first = self.drop.index(False) if False in self.drop else len(self.lines)
        if first + 3 >= len(self.lines) or self.sizes[first] > 30 or not _one_thought(self.lines[first]):
            return
        if not self.stops[first]:
            self.drop[first] = first > 0 or self.drop[1]
        elif self.drop[first + 1] and self.sizes[first] <= (10 if self.lines[first].rstrip().endswith(".") else 20):
            self.drop[first] = all(map(self._is_furniture, range(first)))

    def _author_at_the_end(self) -> None:
        """Who wrote it: "Ida Brandt is a reporter in Example City.", as the last line."""
        last = max((i for i, drop in enumerate(self.drop) if not drop), default=0)
        if last > 3 and self.sizes[last] <= 30 and _one_thought(self.lines[last]):
            self.drop[last] = bool(marks.AUTHOR.match(self.lines[last].strip()))

    def _is_furniture(self, i: int) -> bool:
        return self.strong[i] or is_byline(self.lines[i]) or is_date(self.lines[i])


def _one_thought(line: str) -> bool:
    """Whether the line is short enough, in sentences, to be a prompt as a whole."""
    return len(re.findall(r"[.!?] +\S", line)) <= 2


def keep(lines: Sequence[str], title: str = "") -> list[bool]:
    """For each of `lines` (a text's, in order, none empty) whether it is prose of the article."""
    page = _Page(lines, title)
    page.neighbours()
    page.readers()
    page.repeated()
    page.headings()
    return [not drop for drop in page.drop]


def keep_plainly(lines: Sequence[str]) -> list[bool]:
    """As `keep`, but everything stays unless the text shows that it was copied from a page."""
    return keep(lines) if _Page(lines, "").is_page() else [True] * len(lines)


def is_page_sentence(sentence: str) -> bool:
    """Whether a whole sentence inside a line of prose belongs to the page ("Sign up for our newsletter.")."""
    return len(sentence) <= 240 and (is_marked(sentence) or (len(sentence) <= 40 and is_date(sentence)))
