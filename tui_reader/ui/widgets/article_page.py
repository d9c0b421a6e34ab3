"""What stands around an article's text: header, banners, notes, the way on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from ...domain.document import Document, Kind, Span, Status, Style
from ...domain.layout import Line, Piece, width_of
from ...domain.layout.spans import Flow
from ...domain.models import Article, Summary, SummaryState
from ...domain.reading import reading_minutes, reading_seconds
from ...domain.text import clean_line

Mode = Literal["full", "summary"]

DEFAULT_KEYS: Mapping[str, str] = {"summary": "s", "full_text": "f", "previous_article": "p", "next_article": "n"}


class Part(StrEnum):
    """What a piece outside the article's text is; the names of styles and, for some, of what a click does."""

    HEAD = "head"
    META = "meta"
    BANNER = "banner"
    """Click: summary or full text."""
    KEY = "key"
    NOTE = "note"
    FETCH = "fetch"
    """Click: fetch the full text."""
    CREDIT = "credit"
    PREVIOUS = "previous"
    """Click: previous article."""
    NEXT = "next"
    """Click: next article."""
    MARK = "mark"
    """A paragraph's number."""
    SENTENCE = "sentence"
    SPACE = "space"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article as the pane shows it."""

    article: Article
    place: str = ""
    """Where it stands in the list: "11 of 63"."""
    age: str = ""
    previous_title: str = ""
    next_title: str = ""
    mode: Mode = "full"
    summary: Summary | None = None
    """None while it is being made."""
    notice: str = ""
    """One line about the article that is shown above its text, "" for none."""
    position: str = ""
    """Where to begin, as the view gave it; "" at the top."""
    keys: Mapping[str, str] = field(default_factory=lambda: DEFAULT_KEYS)
    """Action ids and the keys that are shown for them."""

    def key(self, action: str) -> str:
        return self.keys.get(action) or DEFAULT_KEYS.get(action, "")


def flow(text: str, role: str, style: Style = Style.PLAIN) -> Flow:
    return Flow((Span(text, style),), role, None)


def text_lines(text: str, role: str, width: int) -> list[Line]:
    return [Line(pieces) for pieces in flow(clean_line(text), role).lines(max(1, width))]


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells."""
    if width_of(text) <= width:
        return text
    while text and width_of(text) > width - 1:
        text = text[: min(len(text) - 1, width)]
    return text.rstrip() + "…" if width > 0 else ""


def header_lines(page: Page, width: int, most: int) -> list[Line]:
    """The title in at most `most` lines and, when there is room for it, the line about the article."""
    title = clean_line(page.article.head.title) or "(no title)"
    titles = text_lines(title, Part.HEAD, width)
    if len(titles) > most:
        rest = title[sum(len(line.text) for line in titles[: most - 1]) :].lstrip()
        titles = [*titles[: most - 1], Line((Piece(cut(rest, width - 1) or "…", Part.HEAD),))]
        last = titles[-1].pieces[0]
        if not last.text.endswith("…"):
            titles[-1] = Line((last._replace(text=cut(last.text + " …", width)),))
    return [*titles, Line((Piece(meta_text(page, width), Part.META),))]


def meta_text(page: Page, width: int) -> str:
    """Source, author, age, reading time and place, as much of it as goes into one line."""
    head = page.article.head
    minutes = f"{head.minutes} min read" if head.minutes and not head.teaser else ""
    source, author = clean_line(page.article.credit), clean_line(page.article.author)
    short = minutes.removesuffix(" read")
    tries = (
        (source, author if author != source else "", page.age, minutes, page.place),
        (source, cut(author, 24), page.age, minutes, page.place),
        (source, page.age, minutes, page.place),
        (source, page.age, short, page.place),
        (source, page.age, page.place),
        (source, page.place.replace(" of ", "/")),
    )
    for words in tries:
        text = " · ".join(word for word in words if word)
        if width_of(text) <= width:
            return text
    return cut(source, width)


def banner(left: str, key: str, width: int, part: str = Part.BANNER) -> list[Line]:
    """A line over the whole width: words on the left, the key on the right; more lines when it is narrow."""
    tail = f" {key} " if key and width >= 18 else ""
    inner = max(1, width - len(tail) - 2) if width >= 12 else width
    edge = " " if width >= 12 else ""
    lines: list[Line] = []
    for number, pieces in enumerate(flow(left, part).lines(inner)):
        text = "".join(piece.text for piece in pieces)
        blank = width - len(edge) - width_of(text) - (len(tail) if number == 0 else 0)
        row = [Piece(edge + text + " " * max(0, blank), part)]
        if tail and number == 0:
            row.append(Piece(tail, Part.KEY))
        lines.append(Line(tuple(row)))
    return lines


def _time(words: int) -> str:
    seconds = reading_seconds(words)
    return f"{seconds} s" if seconds < 90 else f"{reading_minutes(words)} min"


def banner_text(page: Page, width: int, late: bool) -> tuple[str, str]:
    """(what the banner says, the key it offers). `late`: the summary is awaited for long enough to say so."""
    if page.mode == "full":
        return "No time to read? Get a summary" if width >= 36 else "Get a summary", page.key("summary")
    summary = page.summary
    if summary is None:
        return ("making the summary ..." if late else "Summary"), page.key("summary")
    match summary.state:
        case SummaryState.TEASER:
            return f"teaser only, {page.key('full_text')} fetches the full text", page.key("full_text")
        case SummaryState.TOO_SHORT:
            return "too short to summarise, shown whole", page.key("summary")
        case SummaryState.CONSENT:
            return "this looks like a consent page, not an article", page.key("summary")
    key = f"{page.key('summary')} full text" if width >= 60 else page.key("summary")
    count = f"{len(summary.sentences)} of {summary.of} sentence{'s' if summary.of != 1 else ''}"
    times = f", {_time(summary.summary_words)} instead of {_time(summary.words)}" if summary.words else ""
    return f"Summary: {count}{times}", key


def top_lines(page: Page, width: int, late: bool = False) -> list[Line]:
    words, key = banner_text(page, width, late)
    teaser = page.mode == "summary" and page.summary is not None and page.summary.state is SummaryState.TEASER
    lines = banner(words, key, width, Part.FETCH if teaser else Part.BANNER)
    if page.notice:
        lines += text_lines(page.notice, Part.NOTE, width)
    return [*lines, Line()]


_REASONS = {
    Status.TEASER: "This is what the feed carries, not the whole article.",
    Status.PAYWALL: "The rest is behind a paywall.",
    Status.CONSENT: "A consent page stood in the article's place.",
    Status.SCRIPT: "The article's page is built by a script and carries no text.",
    Status.EMPTY: "The feed carries no text for this article.",
    Status.FAILED: "The article's page could not be read.",
}

_CREDIT = re.compile(
    r"[\[(]?\s*(?:source|sources|via|quelle|fuente|fonte|source\u00a0|bron|källa|kilde|źródło|источник|出典|来源|來源)\s*[:：]",
    re.IGNORECASE,
)


def has_credit(document: Document) -> bool:
    """Whether the text's last line already says where it comes from."""
    for block in reversed(document.blocks):
        if block.kind in (Kind.IMAGE, Kind.RULE) or not (text := block.text().strip()):
            continue
        last = text.rsplit("\n", 1)[-1]
        return len(last) <= 120 and _CREDIT.match(last) is not None
    return False


def tail_lines(page: Page, width: int, late: bool = False) -> list[Line]:
    """What comes after the body."""
    lines: list[Line] = [Line()]
    article, document = page.article, page.article.document
    reason = article.full_reason or _REASONS.get(document.status, "")
    if reason:
        key = page.key("full_text")
        lines += text_lines(reason, Part.NOTE, width)
        again = "Try again" if article.full_reason else "Fetch the full text"
        lines += [*(banner(again, key, width, Part.FETCH) if article.url else []), Line()]
    elif document.truncated:
        lines += [*text_lines("The article was too long and is cut here.", Part.NOTE, width), Line()]
    if article.credit and not has_credit(document):
        lines += [*text_lines(f"[Source: {clean_line(article.credit)}]", Part.CREDIT, width), Line()]
    words, key = banner_text(page, width, late)
    if page.mode == "summary":
        words, key = "Read the full text", page.key("summary")
    return [*lines, *banner(words, key, width), Line(), *_way_on(page, width), Line(), Line()]


def _way_on(page: Page, width: int) -> Iterator[Line]:
    half = (width - 4) // 2
    before = _neighbour("‹ Previous Article", page.previous_title, page.key("previous_article"), Part.PREVIOUS)
    after = _neighbour("Next Article ›", page.next_title, page.key("next_article"), Part.NEXT)
    if width < 48:
        for rows in (before(width), after(width)):
            yield from (Line((piece,)) for piece in rows)
        return
    left, right = before(half), after(half)
    for number in range(max(len(left), len(right))):
        pieces = []
        if number < len(left):
            pieces.append(left[number])
        if number < len(right):
            used = width_of(left[number].text) if number < len(left) else 0
            pieces.append(Piece(" " * (width - width_of(right[number].text) - used), Part.SPACE))
            pieces.append(right[number])
        yield Line(tuple(pieces))


class _neighbour:
    """The lines of a neighbour's heading and title for a width."""

    def __init__(self, words: str, title: str, key: str, part: Part) -> None:
        self._words, self._title, self._part = words, title, part
        self._key = key

    def __call__(self, width: int) -> list[Piece]:
        if not self._title:
            return []
        first = Piece(cut(self._words, width), self._part, Style.BOLD)
        indent = "  " if self._part is Part.PREVIOUS and width > 8 else ""
        rows = flow(clean_line(self._title), self._part).lines(max(1, width - len(indent)))
        shown = ["".join(piece.text for piece in row) for row in rows[:2]]
        if len(rows) > 2:
            shown[1] = cut(shown[1] + " …", width - len(indent))
        return [first, *(Piece(indent + text, self._part) for text in shown)]
