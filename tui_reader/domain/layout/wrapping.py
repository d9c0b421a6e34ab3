"""Where lines break. Widths are in terminal cells, as Rich counts them."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

Cut = tuple[int, int]
"""Offsets of a line's first character and of the one after its last."""

_ONE_CELL_EACH = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u214f"
    "\u2190-\u21ff\u2500-\u25fc]*"
)
"""Characters that take one cell whatever stands beside them."""

_IDEOGRAPH = re.compile(
    "[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]"
)
_NO_START = frozenset(
    "、。，．・：；？！ヽヾゝゞ々ー”’）〕］｝〉》」』】〙〗〟｠»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%‰℃‥…,.:;?!)]}"
)
_NO_END = frozenset("“‘（〔［｛〈《「『【〘〖〝｟«([{$£¥￥＄")
_DASHES = "-‐–—"
_DASH = re.compile(f"[{_DASHES}]")
_INSIDE_ADDRESS = re.compile(r"[/?&=._,;:@#%~+\-]")


def simple(text: str) -> bool:
    """True when `text` is as many cells wide as it has characters, and stays so when it is cut."""
    return (text.isascii() and text.isprintable()) or _ONE_CELL_EACH.fullmatch(text) is not None


def width_of(text: str) -> int:
    """Cells that `text` takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: str, width: int, first: int | None = None) -> list[Cut]:
    """`text` in lines of at most `width` cells, the first of at most `first` (both at least 1).

    Lines end at newlines, before blanks, after dashes inside words, between ideographs, and inside what is longer than
    a line. Blanks at the ends of lines belong to no line. A character of two cells has a line to itself where there is
    only one.
    """
    room = width if first is None else first
    cuts: list[Cut] = []
    start = 0
    for paragraph in text.split("\n") if "\n" in text else (text,):
        end = start + len(paragraph)
        lines = _simple_lines if simple(paragraph) else _lines
        cuts.extend(lines(text, start, end, room if not cuts else width, width))
        start = end + 1
    return cuts


def _simple_lines(text: str, start: int, end: int, room: int, width: int) -> Iterator[Cut]:
    while end > start and text[end - 1] == " ":
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    dashes = _DASH.search(text, start, end) is not None
    while end - start > room:
        cut = after = text.rfind(" ", start, start + room + 1)
        if dashes and (dash := _after_dash(text, max(cut, start), start + room, end)):
            cut = after = dash
        elif cut <= start:
            cut = after = _inside_word(text, start, start + room)
        else:
            while text[cut - 1] == " ":
                cut -= 1
        yield start, cut
        start = after
        while text[start] == " ":
            start += 1
        room = width
    yield start, end


def _after_dash(text: str, low: int, high: int, end: int) -> int:
    """Offset after the last dash between two words in text[low:high], 0 when there is none."""
    for place in range(high - 1, low + 1, -1):
        if text[place] in _DASHES and place + 2 < end:
            around = text[place - 2 : place] + text[place + 1 : place + 3]
            if around.isalpha() or (text[place] == "—" and text[place + 1] != " "):
                return place + 1
        elif text[place] == " ":
            break
    return 0


def _inside_word(text: str, low: int, high: int) -> int:
    """Where to break a word that is longer than a line: after a sign, as in an address, if one stands near the edge."""
    for place in range(high - 1, low + (high - low) // 2, -1):
        if _INSIDE_ADDRESS.match(text[place]):
            return place + 1
    return high


def _lines(text: str, start: int, end: int, room: int, width: int) -> Iterator[Cut]:
    """The general case: characters of no, one or two cells."""
    clusters = [(start + a, start + b, cells) for a, b, cells in split_graphemes(text[start:end])[0]]
    number, count = 0, len(clusters)
    while True:
        while number < count and _is_blank(text, clusters[number]):
            number += 1
        first = number
        if first == count:
            if start == end or (clusters and first and text[start:end].isspace()):
                yield start, start
            return
        used, chance = 0, first
        while number < count and (used + clusters[number][2] <= room or number == first):
            used += clusters[number][2]
            number += 1
            if number < count and _may_break(text, clusters, number):
                chance = number
        if number < count:
            number = chance if chance > first else number
        last = number
        while last > first + 1 and _is_blank(text, clusters[last - 1]):
            last -= 1
        yield clusters[first][0], clusters[last - 1][1]
        room = width


def _is_blank(text: str, cluster: tuple[int, int, int]) -> bool:
    return text[cluster[0]] == " " and cluster[1] - cluster[0] == 1


def _may_break(text: str, clusters: list[tuple[int, int, int]], number: int) -> bool:
    """Whether a line may end before cluster `number`, which is neither the first nor beyond the last."""
    before, after = text[clusters[number - 1][0]], text[clusters[number][0]]
    if after == " " or before == " ":
        return True
    if before in _NO_END or after in _NO_START:
        return False
    if _IDEOGRAPH.match(before) or _IDEOGRAPH.match(after):
        return True
    return before in _DASHES and number >= 2 and text[clusters[number - 2][0]].isalpha() and after.isalpha()
