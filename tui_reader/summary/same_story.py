"""What settles without counting words whether two articles belong together: addresses, titles, columns, the user."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import parse_qsl, urlencode

from ..domain.identity import address_key
from ..domain.stories import Decisions, StoryInput
from .stopwords import ALL
from .words import terms

WINDOW = 72 * 3600
"""Seconds that the articles of a story may lie apart."""
COLUMN = 24 * 3600
"""Seconds after which one source's article of the same title is its next column, not its update."""
SAME_TEXT = 200
"""Characters by which one text under several headlines is known at once; at least half as many are needed."""
MANY = 3
"""Headlines that a feed shows under one address or text before that is no article's own; two are an article renamed."""
TELLING = 3
"""Words, usual ones left out, that a title needs to be one of its own; "Live updates" is everybody's."""

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|mtm_\w+|pk_\w+|hsa_\w+|_hs\w+|mc_[ce]id|[gfmt]bclid|[dg]?clid|gclsrc|msclkid|twclid|yclid|igshid|fbclid"
    r"|ns_\w+|cmpid?|campaign\w*|ref|refer+er|ref_?src|source|src|rss|feed|from|xtor|wt_?mc\w*|cid|ito|ocid|smid|sr_share|traffic_?source|share\w*",
    re.IGNORECASE,
)
_FRONT_PAGE = re.compile(r"[^/?]*(?:/(?:index|home|default)\.\w+|/[a-z]{2}(?:-[a-z]{2})?)?", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"\s+[|–—·-]\s+([^|–—·]{2,40})$")
_CHANGING = re.compile(
    r"\d+(?:st|nd|rd|th)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)


def article_address(url: str) -> str:
    """`url` as one key for all the ways to write it, without fragment and tracking parameters; "" for a front page."""
    key = address_key(url).partition("#")[0]
    path, _, query = key.partition("?")
    kept = [pair for pair in parse_qsl(query[:2000], keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    path = path.rstrip("/")
    if not kept and _FRONT_PAGE.fullmatch(path):
        return ""
    return f"{path}?{urlencode(sorted(kept))}" if kept else path


def title_key(title: str, source: str = "") -> str:
    """`title` in lower case, without punctuation and without the source's name at its end."""
    if (match := _SUFFIX.search(title)) and _plain(match[1]) == _plain(source):
        title = title[: match.start()]
    return _plain(title)


def column_key(title: str) -> str:
    """What stays the same in the titles of a column: no numbers, days or months."""
    words = [word for word in title.split() if not _CHANGING.fullmatch(word)]
    return " ".join(words) or title


def _plain(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", text.casefold()).split())


class Group:
    """Articles that belong together so far, by their positions, and what forbids others."""

    __slots__ = ("apart", "columns", "first", "languages", "last", "lead", "members", "name", "total")

    def __init__(
        self, position: int, article: StoryInput, column: str, vector: dict[int, float], language: str = ""
    ) -> None:
        self.members = [position]
        self.languages = {language} if language else set()
        self.total = vector
        """The sum of the members' vectors. A group of one shares it with its article: `take` makes a copy first."""
        self.first = self.last = article.published
        self.columns = {(article.feed_id, column): (article.published, article.published)} if column else {}
        self.apart: frozenset[int] = frozenset()
        """Positions of articles that the user wants elsewhere."""
        self.name = 0
        """Id of the story that this is shown as, 0 for none yet."""
        self.lead: int | None = None
        """Position of the article whose headline is shown."""

    def allows(self, other: "Group") -> bool:
        """Whether both may become one: within the window, no two of a column, nothing that the user set apart."""
        if max(self.last, other.last) - min(self.first, other.first) > WINDOW:
            return False
        return not self._is_next_column(other) and not self.forbids(other)

    def speaks_as(self, other: "Group") -> bool:
        """Whether words can be compared: a name and a number in common are little when all else cannot be read."""
        return not self.languages or not other.languages or not self.languages.isdisjoint(other.languages)

    def forbids(self, other: "Group") -> bool:
        """Whether the user set articles of both apart."""
        return bool(self.apart and not self.apart.isdisjoint(other.members))

    def take(self, other: "Group") -> None:
        """Add the articles of `other`, which is of no use afterwards."""
        if len(self.members) == 1:
            self.total = dict(self.total)
        total = self.total
        for term, weight in other.total.items():
            total[term] = total.get(term, 0.0) + weight
        self.members += other.members
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        for key, (first, last) in other.columns.items():
            mine = self.columns.get(key, (first, last))
            self.columns[key] = (min(mine[0], first), max(mine[1], last))
        self.apart |= other.apart
        self.languages |= other.languages
        if not self.name:
            self.name, self.lead = other.name, other.lead

    def _is_next_column(self, other: "Group") -> bool:
        few, many = sorted((self.columns, other.columns), key=len)
        for key, (first, last) in few.items():
            if key in many and max(last, many[key][1]) - min(first, many[key][0]) > COLUMN:
                return True
        return False


def _is_telling(title: str) -> bool:
    """Whether a title, as `title_key` gives it, has words enough of its own."""
    if title.isascii():
        return sum(len(word) > 1 or word.isdigit() for word in title.split() if word not in ALL) >= TELLING
    return len(terms(title)) >= TELLING


class Keys:
    """The keys that articles share when they are the same: which positions have a given one."""

    def __init__(self, articles: Iterable[StoryInput] = ()) -> None:
        self.columns: list[str] = []
        """For each position what stays the same in its title from day to day."""
        self._addresses = _Key("same address")
        self._titles = _Key("same title")
        self._texts = _Key("same text")
        self._issues: dict[tuple[int, str], tuple[int, int]] = {}
        """(feed, column key) -> the first and the last time that the feed had it."""
        for article in articles:
            self.add(article)

    def add(self, article: StoryInput) -> None:
        """File the next article."""
        title = title_key(article.title, article.source)
        column = column_key(title)
        self.columns.append(column)
        first, last = self._issues.get((article.feed_id, column), (article.published, article.published))
        self._issues[article.feed_id, column] = min(first, article.published), max(last, article.published)
        self._addresses.add(article_address(article.url), article.feed_id, title)
        self._titles.add(title if _is_telling(title) else "", article.feed_id, title)
        text = _plain(article.text[:SAME_TEXT])
        self._texts.add(text if len(text) * 2 >= SAME_TEXT else "", article.feed_id, title)

    def is_column(self, article: StoryInput, position: int) -> bool:
        """Whether the feed has had this title on another day: what recurs tells of many things."""
        first, last = self._issues[article.feed_id, self.columns[position]]
        return last - first > COLUMN

    def address_of(self, position: int) -> str:
        """The key of an article's address, "" when it has none of its own."""
        return self._addresses.of(position)

    def same(self) -> Iterator[tuple[str, Sequence[int]]]:
        """(reason, positions in order) of all articles that share a key."""
        for key in (self._addresses, self._titles, self._texts):
            yield from ((key.reason, found) for found in key.shared())

    def same_as_last(self) -> Iterator[tuple[str, Sequence[int]]]:
        """As `same`, of those that share a key with the article filed last."""
        for key in (self._addresses, self._titles, self._texts):
            yield key.reason, key.like_last()


class _Key:
    """Articles by one key. One under which a feed shows many articles is nobody's: a front page, a boilerplate."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self._positions: dict[str, list[int]] = {}
        self._own: list[str] = []
        self._everybodys: set[str] = set()
        self._seen: dict[tuple[str, int], set[str]] = defaultdict(set)

    def add(self, key: str, feed: int, title: str) -> None:
        """File the next article; "" for one that has no such key."""
        if key:
            titles = self._seen[key, feed]
            titles.add(title)
            if len(titles) >= MANY:
                self._everybodys.add(key)
            self._positions.setdefault(key, []).append(len(self._own))
        self._own.append(key)

    def of(self, position: int) -> str:
        key = self._own[position]
        return "" if key in self._everybodys else key

    def shared(self) -> Iterator[Sequence[int]]:
        for key, found in self._positions.items():
            if len(found) > 1 and key not in self._everybodys:
                yield found

    def like_last(self) -> Sequence[int]:
        return self._positions.get(self.of(len(self._own) - 1), ())


def apart(decisions: Decisions, positions: dict[int, int]) -> dict[int, frozenset[int]]:
    """position -> positions that the user set apart from it, as far as both articles are known."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in decisions.apart:
        if one in positions and other in positions and one != other:
            found[positions[one]].add(positions[other])
            found[positions[other]].add(positions[one])
    return {position: frozenset(others) for position, others in found.items()}
