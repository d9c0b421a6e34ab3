"""The words and names that carry an article, so that a reader who skims sees them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from math import log

from ..domain.document import Document, Kind
from ..domain.late import late
from .key_marks import ONCE, SHARE, Term, marked
from .key_words import Word, words_of, words_set
from .words import detect, primary

CONSIDERED = 60_000
"""Characters from the beginning of a text in which terms are sought and marked."""

_LINKS = words_set("of the de la le du des del della der von van den di da al el bin ibn")
"""What may stand inside a name, in small letters; not in German, where every noun has a capital."""
_PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_ADVERB = late("(?:[^aeiou]ly|amente|emment|amment)$")
_VERB = late("(?:ing|ed)$")
_ONLY_PAIRS = frozenset({"vi"})
"""Languages that put a blank after each syllable."""
_WITH_ARTICLES = words_set("en fr es pt it nl sv no nb da ro")
"""Languages of `BEFORE_NOUNS`."""
_COMPOUND = 8
"""Letters from which on a German noun is taken to be rare."""


def key_terms(
    text: str, *, title: str = "", language: str | None = None, most: int = 12
) -> tuple[tuple[int, int], ...]:
    """(start, end) of what to set off in `text`, in order: of the `most` terms that carry it the first mention in each
    paragraph (a line), and at most one word in `SHARE`."""
    text = text[:CONSIDERED]
    tag = primary(language) or detect(text)
    if tag in ("zh", "ja"):
        from .key_strings import string_terms

        return string_terms(text, title, most)
    words = list(words_of(text, tag))
    if len(words) < 2 * SHARE:
        return ()
    terms = _names(words, text, tag)
    _add_pairs(terms, words, text, tag)
    _add_single(terms, words, tag)
    known = {word.stem for word in words_of(title, tag) if not word.usual}
    ranked = _rank(terms.values(), known, len(words), tag)[: min(most, 3 + len(words) // 40)]
    return tuple(marked(ranked, len(words)))


def document_terms(document: Document, title: str = "", most: int = 12) -> dict[int, tuple[tuple[int, int], ...]]:
    """What to set off in each block of running text, {number of the block: (start, end) in its text}."""
    numbers, offsets, place, lines = [], [], 0, []
    for number, block in enumerate(document.blocks):
        if block.kind in _PROSE and place < CONSIDERED:
            numbers.append(number)
            offsets.append(place)
            lines.append(block.text().replace("\n", " "))
            place += len(lines[-1]) + 1
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    marked = key_terms("\n".join(lines), title=title, language=document.language, most=most)
    for index, spans in groupby(marked, lambda span: bisect_right(offsets, span[0]) - 1):
        low = offsets[index]
        found[numbers[index]] = tuple((start - low, end - low) for start, end in spans)
    return found


def _names(words: list[Word], text: str, tag: str) -> dict[tuple[str, ...], Term]:
    """Names of several words: neighbours with capitals, and the small words between them."""
    found: dict[tuple[str, ...], Term] = {}
    for run in _runs(words, text, _LINKS if tag != "de" else frozenset()):
        key = tuple(word.stem for word in run if word.capital)
        if len(key) > 1:
            _mention(found, key, run, name=True)
    return found


def _runs(words: list[Word], text: str, links: frozenset[str]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        beside = bool(run) and text[run[-1].end : word.start] in (" ", "\u00a0")
        starts = word.capital and not word.usual and len(run) < 6
        joins = word.text in links and any(before.capital for before in run[-2:])
        if beside and (joins or (starts and not word.first)):
            run.append(word)
        else:
            yield _trimmed(run)
            run = [word] if starts else []
    yield _trimmed(run)


def _trimmed(run: list[Word]) -> list[Word]:
    while run and not run[-1].capital:
        run = run[:-1]
    return run


def _mention(terms: dict[tuple[str, ...], Term], key: tuple[str, ...], run: list[Word], name: bool) -> None:
    term = terms.setdefault(key, Term(key, name, run[-1].text))
    term.spans.append((run[0].paragraph, run[0].start, run[-1].end, len(run)))
    term.nouns += run[0].noun


def _free(terms: dict[tuple[str, ...], Term], words: list[Word]) -> list[Word]:
    """The words that are part of no term yet, and not usual."""
    taken = {place for term in terms.values() for _, start, end, _ in term.spans for place in range(start, end)}
    return [word for word in words if not word.usual and word.start not in taken]


def _add_pairs(terms: dict[tuple[str, ...], Term], words: list[Word], text: str, tag: str) -> None:
    """Two ordinary words that belong together: "interest rates"."""
    free = _free(terms, words)
    pairs = [
        (first, second)
        for first, second in pairwise(free)
        if text[first.end : second.start] == " "
        and not _ADVERB.search(first.text)
        and (first.first or not first.capital)
        and not second.capital
    ]
    counts = Counter((first.stem, second.stem) for first, second in pairs)
    alone = Counter(word.stem for word in free)
    end = -1
    for first, second in pairs:
        key = first.stem, second.stem
        if counts[key] >= 2 and counts[key] * 2 >= min(alone[stem] for stem in key) and first.start > end:
            _mention(terms, key, [first, second], name=False)
            end = second.start


def _add_single(terms: dict[tuple[str, ...], Term], words: list[Word], tag: str) -> None:
    """Words alone; the last of a name counts as the name: "Writer" after "Anna Writer"."""
    names = [key for key, term in terms.items() if term.name]
    whole = {key[-1]: key for key in sorted(names, key=lambda key: len(terms[key].spans))}
    middle = {word.stem for word in words if word.capital and not word.first and not word.usual}
    for word in _free(terms, words):
        capital = word.capital and (not word.first or word.stem in middle)
        if capital and word.stem in whole:
            _mention(terms, whole[word.stem], [word], name=True)
        elif capital or (tag != "de" and len(word.text) > 3 and tag not in _ONLY_PAIRS):
            _mention(terms, (word.stem,), [word], name=capital and tag != "de")


def _rank(terms: Iterable[Term], known: set[str], total: int, tag: str) -> list[Term]:
    """The terms that are there often enough, best first: often, in the title, early, names."""
    ranked = []
    for term in terms:
        count = len(term.spans)
        titled = sum(part in known for part in term.key) / len(term.key)
        if count < _least(term, titled >= 0.5, total, tag):
            continue
        nouns = term.nouns / count
        if not term.name and tag in _WITH_ARTICLES and (nouns < 0.15 or _ADVERB.search(term.last)):
            continue
        early = 1.3 - 0.5 * min(end for _, _, end, _ in term.spans) / CONSIDERED
        kind = 1.3 if term.name else 0.7 + len(term.key[0]) / 24 + 0.4 * (nouns if tag in _WITH_ARTICLES else 0.5)
        if tag == "en" and not titled and _VERB.search(term.last):
            kind *= 0.7
        term.score = (1 + log(count)) * (1 + titled) * early * kind * (1.2 if len(term.key) > 1 else 1)
        ranked.append(term)
    return sorted(ranked, key=lambda term: (-term.score, term.spans[0]))


def _least(term: Term, titled: bool, total: int, tag: str) -> int:
    """Mentions without which a term carries nothing."""
    _, start, end, _ = term.spans[0]
    if term.name and (titled or len(term.key) > 1):
        return 1
    if titled and tag == "de" and end - start >= _COMPOUND:
        return 1
    if titled or term.name or tag == "de" or len(term.key) > 1 or total < 250:
        return 2
    return ONCE
