# ruff: noqa: E501
"""From a text to its summary: clean, split, rank, choose."""

from collections.abc import Iterable

from ..domain.late import late
from ..domain.reading import count_words
from ..domain.summaries import Sentence, Summary, SummaryState
from . import choosing, furniture, gate
from .splitting import split_line, unwrap
from .words import detect, primary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..domain.document import Document, Status

CONSIDERED = 120
"""Sentences from the beginning of a text that can enter its summary; similarities grow with their square."""

_LINE = late(r"[^\n]+")
_DATELINE = late(
    r"(?:\((?:[A-Z]{2,6}|Reuters|[A-Z][a-z]+ News)\)\s*[-–—]{0,2}\s*"
    r"|[A-Z][^\W\d_]*(?:[ ,/.\-]{1,2}[A-Z][^\W\d_]*){0,5}(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?,? \((?:CNN|AP|AFP|PTI|IANS|ANI|UPI|EFE|Reuters|dpa|Xinhua)\)\s*[-–—]{0,2}:?\s*"
    r"|[A-ZÀ-ÞА-Я][^\W\d_]*(?:[ ,/.\-][^\W\d_]*){0,6}(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2})?,? \((?:[A-Z]{2,6}|Reuters|[A-Z][a-z]+ News)\)\s*[-–—]{1,2}\s*"
    r"|[A-ZÀ-ÞА-Я]{4,}(?:[ ,/][A-ZÀ-ÞА-Я]{2,}){0,4}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?\s+[-–—]{1,2}\s+)(?=[\"“„«]?[^\W\d_a-zß-öø-ÿа-я])"
)
Line = tuple[int, int, str]
"""(number of the paragraph, offset in the text, the line)."""


def summarize_text(
    text: str, *, title: str = "", language: str | None = None, sentences: int | None = 3, words: int | None = None
) -> Summary:
    """The summary of a plain text, whose paragraphs are its lines (or, where it is wrapped at a column, are parted by empty ones).

    `sentences`: how many to choose; None for as many as suit the text's length. `words`: instead, sentences until they
    have that many words. Never raises on any text.
    """
    tag = primary(language) or detect(text)
    lines = lines_of(text)
    return _summary(text, lines, lines, title, tag, sentences, words)


def summarize_document(
    document: "Document",
    *,
    title: str = "",
    language: str | None = None,
    sentences: int | None = 3,
    words: int | None = None,
) -> Summary:
    """As `summarize_text`; offsets count in `document.text()`, paragraphs in `document.text_parts()`."""
    from ..domain.document import Kind

    text = document.text()
    tag = primary(language) or primary(document.language) or detect(text)
    lines: list[Line] = []
    prose: list[Line] = []
    listed = 0
    for number, (index, offset, part) in enumerate(document.text_parts(), 1):
        kind = document.blocks[index].kind
        if kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING):
            own = [(number, offset + match.start(), match.group()) for match in _LINE.finditer(unwrap(part))]
            lines += [line for line in own if line[2].strip()]
            if kind is not Kind.HEADING:
                prose += own
                listed += count_words(part) if kind is Kind.ITEM else 0
    return _summary(text, lines, prose, title, tag, sentences, words, listed, document.status)


def sentences(text: str, *, language: str | None = None) -> list[str]:
    """The sentences of `text`, in order, verbatim.

    Everything but blanks is in one of them, unless the text shows that it was copied from a page with its buttons and
    links: then the page's lines are left out.
    """
    tag = primary(language) or detect(text)
    lines = lines_of(text)
    kept = furniture.keep_plainly([line for _, _, line in lines])
    return [
        text[a:b]
        for (_, offset, line), stays in zip(lines, kept, strict=True)
        if stays
        for a, b in split_line(line, offset, tag)
    ]


def units(lines: list[Line], prose: Iterable[Line], title: str, tag: str, text: str) -> list[Sentence]:
    """The sentences that can stand in a summary: those of `prose`, less what belongs to the page."""
    kept = furniture.keep([line for _, _, line in lines], title)
    offsets = {offset for (_, offset, _), stays in zip(lines, kept, strict=True) if stays}
    found: list[Sentence] = []
    for number, offset, line in prose:
        if offset not in offsets:
            continue
        for start, end in split_line(line, offset, tag):
            date = _DATELINE.match(text, start, min(end, start + 90)) if start < offset + 3 else None
            start = date.end() if date and end - date.end() > 20 else start
            piece = text[start:end]
            if any(map(str.isalpha, piece)) and not furniture.is_page_sentence(piece):
                found.append(Sentence(piece, number, start, end))
    return _without_headings(found)


def _without_headings(found: list[Sentence]) -> list[Sentence]:
    """`found` less headings and captions that were run into the text: they end in " .", as no sentence around them does."""
    parted = [sentence for sentence in found if sentence.text.endswith((" .", "\u00a0."))]
    if not parted or len(parted) * 2 > len(found):
        return found
    return [sentence for sentence in found if sentence not in parted or len(sentence.text.split()) > 15]


def lines_of(text: str) -> list[Line]:
    return [
        (number, match.start(), match.group())
        for number, match in enumerate((m for m in _LINE.finditer(unwrap(text)) if m.group().strip()), 1)
    ]


def _summary(
    text: str,
    lines: list[Line],
    prose: list[Line],
    title: str,
    tag: str,
    count: int | None,
    words: int | None,
    listed: int = 0,
    status: "Status | None" = None,
) -> Summary:
    found = units(lines, prose, title, tag, text)
    if not found:
        found = [Sentence(text[a:b], n, a, b) for n, offset, line in prose for a, b in split_line(line, offset, tag)]
    total = sum(count_words(sentence.text) for sentence in found)
    shown = {sentence.paragraph for sentence in found}
    running = gate.is_running([line for number, _, line in prose if number in shown], listed)
    characters = sum(len(sentence.text) + 1 for sentence in found)
    state = gate.state(text, words=total, characters=characters, sentences=len(found), running=running, status=status)
    if state is SummaryState.SUMMARY:
        first = found[:CONSIDERED]
        count = choosing.usual_length(total, len(found)) if count is None else count
        chosen = [
            first[i]
            for i in choosing.choose([s.text for s in first], [s.paragraph for s in first], title, tag, count, words)
        ]
    else:
        chosen = [] if state is SummaryState.CONSENT else found
    return Summary(state, tuple(chosen), len(found), total, sum(count_words(s.text) for s in chosen), tag)
