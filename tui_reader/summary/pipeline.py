"""From a text to its summary: clean, split, rank, choose."""

from collections.abc import Sequence

from ..domain.document import Document, Kind
from ..domain.models import Sentence, Summary, SummaryState
from ..domain.reading import count_words
from . import gate
from .ranking import scores
from .splitting import split
from .words import detect, primary

PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def summarize_document(
    document: Document, *, title: str = "", language: str | None = None, sentences: int = 3, words: int | None = None
) -> Summary:
    text = document.text()
    tag = primary(language) or primary(document.language) or detect(text)
    found: list[Sentence] = []
    for number, (index, offset, part) in enumerate(document.text_parts(), 1):
        if document.blocks[index].kind in PROSE:
            found += [Sentence(part[a:b], number, offset + a, offset + b) for a, b in split(part, tag)]
    return _summary(text, found, title, tag, sentences, words, document.status)


def summarize_text(
    text: str, *, title: str = "", language: str | None = None, sentences: int = 3, words: int | None = None
) -> Summary:
    from ..domain.document import Status

    tag = primary(language) or detect(text)
    found = []
    paragraph, last = 0, -1
    for a, b in split(text, tag):
        if last < 0 or "\n" in text[last:a]:
            paragraph += 1
        found.append(Sentence(text[a:b], paragraph, a, b))
        last = b
    return _summary(text, found, title, tag, sentences, words, Status.FULL)


def sentences(text: str, *, language: str | None = None) -> list[str]:
    return [text[a:b] for a, b in split(text, primary(language) or detect(text))]


def _summary(text: str, found: Sequence[Sentence], title: str, tag: str, count: int, words: int | None, status) -> Summary:
    total = count_words(text)
    state = gate.state(text, words=total, sentences=len(found), status=status)
    chosen: list[Sentence] = []
    if state is SummaryState.SUMMARY:
        ranked = scores([s.text for s in found], title)
        for i in sorted(range(len(found)), key=lambda i: -ranked[i]):
            if (words is None and len(chosen) >= count) or (words is not None and sum(count_words(s.text) for s in chosen) >= words):
                break
            chosen.append(found[i])
        chosen.sort(key=lambda s: s.start)
    elif state is not SummaryState.CONSENT:
        chosen = list(found)
    return Summary(state, tuple(chosen), len(found), total, sum(count_words(s.text) for s in chosen), tag)
