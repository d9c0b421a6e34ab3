"""What a publisher changed, in the text's place: headline, paragraphs, and the earlier texts to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.changes import Fate, Part, Passage
from ...domain.document import Span, Style
from ...domain.layout import Line, Piece
from ...domain.layout.spans import Flow
from ...domain.text import clean_line
from . import article_page as page
from .article_choices import LEAD

_SIGNS = {Fate.ADDED: "+ ", Fate.REMOVED: "− ", Fate.CHANGED: "± "}
_STYLES = {Fate.KEPT: Style.PLAIN, Fate.ADDED: Style.UNDERLINE, Fate.REMOVED: Style.STRIKE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How an article's text differs from one of its earlier texts."""

    title: tuple[Part, ...] = ()
    """The headline's words; empty when they are the same."""
    passages: tuple[Passage, ...] = ()
    since: str = ""
    """What the text is compared with, in words: "you read it yesterday"."""
    seen: str = ""
    """Or when the change was seen, in words."""
    note: str = ""
    """What is to be known about this comparison, one line."""
    earlier: tuple[str, ...] = ()
    """Each earlier text, the newest first: until when it stood, its headline."""
    number: int = 0
    """Which of them this one is compared with."""
    places: tuple[int, ...] | None = None
    """Another text of the article is on screen: the block where each passage stands in it, -1 for nowhere."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line, or several, that can be chosen: a passage's block, or the number of an earlier text; -1 for neither."""

    lines: list[Line]
    block: int = -1
    version: int = -1
    elsewhere: bool = False
    """The block is one of the feed's text, which is not on screen."""


def heading(revision: Revision) -> str:
    """The words of the banner above."""
    if revision.since:
        return f"What changed since {revision.since}"
    return f"What changed, seen {revision.seen}" if revision.seen else "What changed"


def choices(revision: Revision, width: int) -> list[Choice]:
    """All of it, in at most `width` cells a line."""
    found: list[Choice] = []
    top = [*_note(revision.note, width), Line()] if revision.note else []
    before = list(top)
    if revision.title:
        lines = [*before, *_note("Headline", width), *_passage(0, Fate.CHANGED, revision.title, width), Line()]
        found.append(Choice(lines))
        before = []
    for number, passage in enumerate(revision.passages):
        if passage.fate is Fate.KEPT:
            before += _kept(passage.count, width)
            continue
        lines = [*before, *_passage(len(found), passage.fate, passage.parts, width), Line()]
        place = passage.block if revision.places is None else revision.places[number]
        found.append(Choice(lines, place if place >= 0 else passage.block, elsewhere=place < 0))
        before = []
    if not found:
        same = "The words are the same: only links, pictures or settings changed."
        found.append(Choice([*top, *_note(same, width), Line()]))
    elif before:
        found[-1].lines.extend(before)
    if len(revision.earlier) > 1:
        found[-1].lines.extend(_note("Earlier texts", width))
        for number, label in enumerate(revision.earlier):
            mark = "● " if number == revision.number else "○ "
            found.append(Choice(list(_lines(len(found), mark, (Span(label),), page.Part.SENTENCE, width)), -1, number))
    return found


def _note(words: str, width: int) -> list[Line]:
    return page.text_lines(words, page.Part.META, width)


def _kept(count: int, width: int) -> list[Line]:
    words = f"⋯ {count} paragraph{'s' if count > 1 else ''} as before"
    return [*_note(words if len(words) <= width else "⋯", width), Line()]


def _passage(number: int, fate: Fate, parts: tuple[Part, ...], width: int) -> Iterator[Line]:
    if fate is not Fate.CHANGED:
        text = " ".join("".join(part.text for part in parts).split())
        yield from _lines(number, _SIGNS[fate], (Span(text),), fate.value, width)
        return
    spans: list[Span] = []
    for part in parts:
        words = part.text.replace("\n", " ")
        spans += (Span(words.rstrip(), _STYLES[part.fate]), Span(words[len(words.rstrip()) :]))
    for line in _lines(number, _SIGNS[fate], tuple(spans), page.Part.SENTENCE, width):
        yield line._replace(pieces=tuple(map(_coloured, line.pieces)))


def _coloured(piece: Piece) -> Piece:
    if piece.style & Style.UNDERLINE:
        return piece._replace(role=Fate.ADDED.value)
    if piece.style & Style.STRIKE:
        return piece._replace(role=Fate.REMOVED.value)
    return piece


def _lines(number: int, sign: str, spans: tuple[Span, ...], role: str, width: int) -> Iterator[Line]:
    lead, room = (LEAD, len(sign)) if width >= LEAD + len(sign) + 8 else (0, 0)
    for count, pieces in enumerate(Flow(spans, role, None).lines(max(1, width - lead - room))):
        led = [Piece(" " * lead, page.Part.SPACE)] if lead else []
        if room:
            led.append(Piece(sign if count == 0 else " " * room, page.Part.MARK))
        yield Line((*led, *pieces), number)


def label(until: str, title: str, whose: str = "") -> str:
    """How an earlier text is called; `whose` it is, when there are texts of the feed and of the page."""
    return f"until {until}{whose and f' ({whose})'}: {clean_line(title) or '(no title)'}"
