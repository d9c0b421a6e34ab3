"""What stands around an article's text: header, banners, notes, the way on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from ...domain.document import Span, Status, Style
from ...domain.layout import Line, Piece, width_of, wrap
from ...domain.layout.spans import Flow
from ...domain.models import Article, Summary, SummaryState
from ...domain.reading import reading_minutes, reading_seconds
from ...domain.text import clean_line
from .article_credit import has_credit

if TYPE_CHECKING:
    from .article_story import StoryBlock

Mode = Literal["full", "summary"]

DEFAULT_KEYS: Mapping[str, str] = {
    "summary": "s",
    "full_text": "f",
    "previous_article": "p",
    "next_article": "n",
    "open_browser": "o",
    "highlights": "H",
    "changes": "D",
}


class Part(StrEnum):
    """What a piece outside the article's text is; the names of styles and, for some, of what a click does."""

    HEAD = "head"
    META = "meta"
    BANNER = "banner"
    """Click: summary or full text."""
    KEY = "key"
    NOTE = "note"
    NOTE_TEXT = "note-text"
    """A footnote's, at the foot of the pane."""
    FETCH = "fetch"
    """Click: fetch the full text."""
    BROWSER = "browser"
    """Click: the article's page in the browser."""
    CHANGED = "changed"
    """Click: what changed."""
    CREDIT = "credit"
    PREVIOUS = "previous"
    """Click: previous article."""
    NEXT = "next"
    """Click: next article."""
    STORY = "story"
    """The heading over what a story's articles say."""
    SOURCE = "source"
    """Click: that source's article."""
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
    problem: str = ""
    """Why no summary could be made, one line; "" when one can."""
    notice: str = ""
    """One line about the article that is shown above its text, "" for none."""
    position: str = ""
    """Where to begin, as the view gave it; "" at the top."""
    keys: Mapping[str, str] = field(default_factory=lambda: DEFAULT_KEYS)
    """Action ids and the keys that are shown for them."""
    story: "StoryBlock | None" = None
    """What is new about the article's story; None while that is not known, or when it stands alone."""

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
    """The title in at most `most` lines, and the line about the article."""
    title = clean_line(page.article.head.title) or "(no title)"
    cuts = wrap(title, width)
    texts = [title[start:end] for start, end in cuts]
    if len(cuts) > most:
        texts = [*texts[: most - 1], cut(title[cuts[most - 1][0] :], width)]
    lines = [Line((Piece(text, Part.HEAD),)) for text in texts]
    return [*lines, Line((Piece(meta_text(page, width), Part.META),))]


def minutes(page: Page) -> int:
    """Minutes that the text on screen takes; 0 when only its beginning is there."""
    article = page.article
    if not article.head.teaser:
        return article.head.minutes
    return reading_minutes(article.full_document.words()) if article.full_document else 0


def meta_text(page: Page, width: int) -> str:
    """Source, author, age, reading time and place, as much of it as goes into one line."""
    time = f"{minutes(page)} min read" if minutes(page) else ""
    source, author = clean_line(page.article.credit), clean_line(page.article.author)
    place, age = clean_line(page.place), clean_line(page.age)
    short, brief = time.removesuffix(" read"), place.replace(" of ", "/")
    tries = (
        (source, author if author != source else "", age, time, place),
        (source, cut(author, 24), age, time, place),
        (source, age, time, place),
        (source, age, short, place),
        (source, age, place),
        (source, age, brief),
        (source, brief),
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
    if summary is None and page.problem:
        return "no summary could be made, shown whole", page.key("summary")
    if summary is None:
        return ("making the summary ..." if late else "Summary"), page.key("summary")
    match summary.state:
        case SummaryState.TEASER:
            fetches = f"{page.key('full_text')} fetches the full text"
            failed = "the full text could not be fetched"
            return f"teaser only, {failed if page.article.full_reason else fetches}", page.key("full_text")
        case SummaryState.TOO_SHORT:
            reason = "verse, a list or results" if summary.is_no_prose else "too short to summarise"
            return f"{reason}, shown whole", page.key("summary")
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
    if page.article.head.changed:
        words = "Changed since you read it"
        told = f"{words} · {page.key('changes')} shows what" if width >= 48 else words
        lines += text_lines(told, Part.CHANGED, width)
    return [*lines, Line()]


_REASONS = {
    Status.TEASER: "This is what the feed carries, not the whole article.",
    Status.PAYWALL: "The rest is behind a paywall.",
    Status.CONSENT: "A consent page stood in the article's place.",
    Status.SCRIPT: "The article's page is built by a script and carries no text.",
    Status.EMPTY: "The feed carries no text for this article.",
    Status.FAILED: "The article's page could not be read.",
}


def tail_lines(page: Page, width: int, late: bool = False, story: Sequence[Line] = ()) -> list[Line]:
    """What comes after the body; `story` stands before the credit."""
    lines: list[Line] = [Line()]
    article, document = page.article, page.article.document
    reason = article.full_reason or _REASONS.get(document.status, "")
    whole = page.mode == "summary" and is_shown_whole(page)
    if reason:
        lines += text_lines(reason, Part.NOTE, width)
    elif document.truncated:
        lines += text_lines("The article was too long and is cut here.", Part.NOTE, width)
    offers = _offers(page, width) if reason or whole else []
    if len(lines) > 1 or offers:
        lines += [*offers, Line()]
    lines += story
    if article.credit and not has_credit(document):
        lines += [*text_lines(f"[Source: {clean_line(article.credit)}]", Part.CREDIT, width), Line()]
    words, key = banner_text(page, width, late)
    if page.mode == "summary":
        words, key = "Read the full text", page.key("summary")
    if not whole:
        lines += [*banner(words, key, width), Line()]
    return [*lines, *_way_on(page, width), Line(), Line()]


def is_shown_whole(page: Page) -> bool:
    """Whether all the text that there is stands in the summary's place."""
    return bool(page.problem) if page.summary is None else page.summary.state is not SummaryState.SUMMARY


def _offers(page: Page, width: int) -> list[Line]:
    """What can be done when this may not be the whole article."""
    article = page.article
    if not article.url:
        return []
    browser = banner("Open it in the browser", page.key("open_browser"), width, Part.BROWSER)
    if article.full_reason:
        return [*banner("Try again", page.key("full_text"), width, Part.FETCH), *browser]
    if article.full_document is None:
        return banner("Fetch the full text", page.key("full_text"), width, Part.FETCH)
    return browser


def _way_on(page: Page, width: int) -> Iterator[Line]:
    """The titles of the articles before and after: side by side, or below each other when it is narrow."""
    beside = width >= 48
    room = (width - 4) // 2 if beside else width
    left = _neighbour("‹ Previous Article", page.previous_title, room, Part.PREVIOUS, "  ")
    right = _neighbour("Next Article ›", page.next_title, room, Part.NEXT, "" if beside else "  ")
    if not beside:
        gap = [Line()] if left and right else []
        yield from [*(Line((piece,)) for piece in left), *gap, *(Line((piece,)) for piece in right)]
        return
    for number in range(max(len(left), len(right))):
        before, after = left[number : number + 1], right[number : number + 1]
        blank = width - sum(width_of(piece.text) for piece in (*before, *after))
        yield Line((*before, Piece(" " * blank, Part.SPACE), *after))


def _neighbour(words: str, title: str, width: int, part: Part, indent: str) -> list[Piece]:
    if not title:
        return []
    indent = indent if width > 8 else ""
    title, room = clean_line(title), max(1, width - len(indent))
    cuts = wrap(title, room)[:2]
    texts = [title[start:end] for start, end in cuts]
    if len(texts) == 2:
        texts[1] = cut(title[cuts[1][0] :], room)
    return [Piece(cut(words, width), part, Style.BOLD), *(Piece(indent + text, part) for text in texts)]
