"""An article and its summary as text: for people on a terminal, and plain."""

import sys
from typing import TYPE_CHECKING, Any

from ..domain.models import SummaryState
from ..domain.reading import reading_minutes, reading_seconds
from .output import console, is_terminal, say, utc
from .plain import plain_text

if TYPE_CHECKING:
    from ..domain.document import Document
    from ..domain.models import Article, Summary


def summary_record(summary: "Summary") -> dict[str, Any]:
    """A summary for JSON."""
    sentences = [{"text": sentence.text, "paragraph": sentence.paragraph} for sentence in summary.sentences]
    return {"state": summary.state.value, "sentences": sentences, "of": summary.of}


def banner(summary: "Summary") -> str:
    """What the summary is, in one line: how much of how much, or why there is none."""
    match summary.state:
        case SummaryState.SUMMARY:
            short, whole = reading_seconds(summary.summary_words), reading_minutes(summary.words)
            count = f"{len(summary.sentences)} of {summary.of} sentences"
            return f"Summary: {count}, {short} s instead of {whole} min" if whole else f"Summary: {count}"
        case SummaryState.TEASER:
            return "Teaser only: this is all that the feed carried"
        case SummaryState.TOO_SHORT:
            reason = "Verse, a list or results" if summary.is_no_prose else "Too short to summarise"
            return f"{reason}, shown whole"
        case SummaryState.CONSENT:
            return "This looks like a consent page, not an article"


def say_summary(summary: "Summary") -> None:
    """Prints a summary: its banner and its sentences, each with the number of its paragraph."""
    if not is_terminal(sys.stdout):
        say(banner(summary))
        for sentence in summary.sentences:
            say(f"\n[{sentence.paragraph}] {sentence.text}")
        return
    from rich.padding import Padding
    from rich.text import Text

    out = console(sys.stdout)
    out.print(Text(banner(summary), style="italic"))
    for sentence in summary.sentences:
        out.print()
        mark = Text.assemble((f"[{sentence.paragraph}] ", "cyan"), sentence.text)
        out.print(Padding(mark, (0, 0, 0, 2)), width=min(out.width, 76))


def say_article(article: "Article", summary: "Summary | None", column: int) -> None:
    """Prints an article, or its summary where there is one; lines of at most `column` cells on a terminal."""
    head = article.head
    facts = [article.credit, article.author, utc(article.published) or "", f"{head.minutes} min read"]
    about = " · ".join(fact for fact in facts if fact)
    if is_terminal(sys.stdout):
        from rich.text import Text

        out = console(sys.stdout)
        width = min(out.width, column)
        out.print(Text(head.title, style="bold"), width=width)
        out.print(Text(about, style="dim"), width=width)
        if article.url:
            out.print(Text(article.url, style="blue"), soft_wrap=True)
        out.print()
    else:
        say(head.title)
        say(about)
        if article.url:
            say(article.url)
        say()
    if summary is not None:
        say_summary(summary)
        return
    _say_body(article, column)


def _say_body(article: "Article", column: int) -> None:
    text = article.document.text()
    if not text.strip():
        say(f"There is no text here yet. Fetch the page: tui-reader show {article.id} --full")
    elif is_terminal(sys.stdout):
        draw(article.document, column)
    else:
        say(plain_text(article.document))
    credit = f"[Source: {article.credit}]"
    if not text.rstrip().endswith(credit):
        say()
        say(credit)


def draw(document: "Document", column: int) -> None:
    """A text as the reader's screen sets it, in the terminal's own colours."""
    from rich.style import Style as Look
    from rich.text import Text

    from ..domain.document import Style
    from ..domain.layout import Role, lay_out

    by_role = dict.fromkeys((Role.TITLE, Role.HEADING, Role.MINOR, Role.TERM, Role.COLUMN), Look(bold=True))
    by_role |= {Role.CAPTION: Look(italic=True), Role.CODE: Look(color="cyan")}
    by_style = {Style.BOLD: Look(bold=True), Style.ITALIC: Look(italic=True), Style.STRIKE: Look(strike=True)}
    out = console(sys.stdout)
    for line in lay_out(document, min(out.width, column)):
        text = Text()
        for piece in line.pieces:
            looks = [look for flag, look in by_style.items() if piece.style & flag]
            text.append(piece.text, Look.combine([by_role.get(Role(piece.role), Look()), *looks]))
        out.print(text, soft_wrap=True)
