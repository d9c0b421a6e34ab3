"""Where lines break. Widths are in terminal cells, as Rich counts them."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from .unspaced import FAIR, GOOD, UNSPACED
from .unspaced import chance as syllables

Cut = tuple[int, int]
"""Offsets of a line's first character and of the one after its last."""

_ONE_CELL_EACH = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u214f"
    "\u2190-\u21ff\u2500-\u25fc]*"
)
"""Characters that take one cell whatever stands beside them."""

_NO_START = frozenset(
    "、。，．・：；？！ヽヾゝゞ々〻ー”’）〕］｝〉》」』】〙〗〟｠»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ%‰℃‥…,.:;?!)]}"
    "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ〜～゠％､｡｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ"
)
_NO_END = frozenset("“‘（〔［｛〈《「『【〘〖〝｟｢«([{$£¥￥＄")
_HELD = r"[?!:;»%€](?![^\s?!:;.,»”\"'’)\]])"
"""A sign that some languages set off by a blank: it stays with the word before it."""
BLANK = 3
"""A chance for a line to end that any script has: at a blank, after punctuation. Better than `GOOD`."""
_DASHES = "-‐–—"
_INSIDE_ADDRESS = frozenset("/?&=._,;:@#%~+-")


def simple(text: str) -> bool:
    """True when `text` is as many cells wide as it has characters, and stays so when it is cut."""
    return (text.isascii() and text.isprintable()) or _ONE_CELL_EACH.fullmatch(text) is not None


def width_of(text: str) -> int:
    """Cells that `text` takes."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: str, width: int, first: int | None = None) -> list[Cut]:
    """`text` in lines of at most `width` cells, the first of at most `first` (both at least 1).

    Lines end at newlines, before blanks, after dashes inside words, between ideographs, between the syllables of
    scripts without blanks, and inside what is longer than a line. Blanks at the ends of lines belong to no line. A
    character of two cells has a line to itself where there is only one.
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
    if end - start <= room:
        yield start, end
        return
    dashes, held = _peculiar(text[start:end])
    while end - start > room:
        cut = text.rfind(" ", start, start + room + 1)
        cut = after = _blank(text, start, cut, end) if held else cut
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


def _peculiar(text: str) -> tuple[bool, bool]:
    """Whether there are dashes, and signs that may be held back; an expression would take longer to say so."""
    dashes = "-" in text or "—" in text or "–" in text or "‐" in text
    held = " ?" in text or " !" in text or " :" in text or " ;" in text or "»" in text or " %" in text or " €" in text
    return dashes, held


def _blank(text: str, low: int, last: int, end: int) -> int:
    """The last blank in text[low : last + 1] that a line may end at; `last`, a blank itself, when there is none."""
    cut = last
    while cut > low and cut + 1 < end and (_is_held(text, cut + 1) or text[cut - 1] == "«"):
        cut = text.rfind(" ", low, cut)
    return cut if cut > low else last


def _is_held(text: str, place: int) -> bool:
    """Whether the sign at `place` stays with what is before the blank before it."""
    return re.match(_HELD, text[place : place + 2]) is not None


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
        if text[place] in _INSIDE_ADDRESS:
            return place + 1
    return high


def _lines(text: str, start: int, end: int, room: int, width: int) -> Iterator[Cut]:
    """The general case: characters of no, one or two cells."""
    clusters = [(start + a, start + b, cells) for a, b, cells in split_graphemes(text[start:end])[0]]
    number, count = 0, len(clusters)
    unspaced = re.search(UNSPACED, text[start:end]) is not None
    chances: dict[int, tuple[int, int]] = {}
    while True:
        while number < count and _is_blank(text, clusters[number]):
            number += 1
        first = number
        if first == count:
            if start == end or (clusters and first and text[start:end].isspace()):
                yield start, start
            return
        used, chance = 0, first
        chances.clear()
        while number < count and (used + clusters[number][2] <= room or number == first):
            used += clusters[number][2]
            number += 1
            if number == count:
                break
            if _may_break(text, clusters, number):
                chance = number
                if unspaced:
                    chances[BLANK] = number, used
            elif unspaced and (how := _between(text, clusters, number)):
                chances[how] = number, used
        if number < count:
            chance = _nearest(chances, room) if unspaced and chances else chance
            number = chance if chance > first else number
        last = number
        while last > first + 1 and _is_blank(text, clusters[last - 1]):
            last -= 1
        yield clusters[first][0], clusters[last - 1][1]
        room = width


def _between(text: str, clusters: list[tuple[int, int, int]], number: int) -> int:
    """How well a line may end before cluster `number` in a script without blanks."""
    (start, middle, _), (_, end, _) = clusters[number - 1], clusters[number]
    return syllables(text[start:middle], text[middle:end])


def _nearest(chances: dict[int, tuple[int, int]], room: int) -> int:
    """Of the last chances of each kind, {kind: (cluster, cells before it)}, the best near the edge."""
    for kind, ragged in ((BLANK, room // 4), (GOOD, min(3 + room // 10, room // 2)), (FAIR, room)):
        if kind in chances and chances[kind][1] >= room - ragged:
            return chances[kind][0]
    return max(chances.values())[0]


def _is_blank(text: str, cluster: tuple[int, int, int]) -> bool:
    return text[cluster[0]] == " " and cluster[1] - cluster[0] == 1


def _is_ideograph(character: str) -> bool:
    """Of Chinese and Japanese, where a line may break anywhere."""
    return character >= "\u2e80" and (
        "\u3041" <= character <= "\u4dbf"
        or "\u4e00" <= character <= "\ua4cf"
        or character <= "\u303e"
        or "\uf900" <= character <= "\ufaff"
        or "\uff01" <= character <= "\uff9f"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _may_break(text: str, clusters: list[tuple[int, int, int]], number: int) -> bool:
    """Whether a line may end before cluster `number`, which is neither the first nor beyond the last."""
    before, after = text[clusters[number - 1][0]], text[clusters[number][0]]
    if after == " ":
        return before != "«" and not _is_held(text, clusters[number][1])
    if before == " ":
        return not _is_held(text, clusters[number][0]) and not (number > 1 and text[clusters[number - 2][0]] == "«")
    if before in _NO_END or after in _NO_START:
        return False
    if _is_ideograph(before) or _is_ideograph(after):
        return True
    return before in _DASHES and number >= 2 and text[clusters[number - 2][0]].isalpha() and after.isalpha()
