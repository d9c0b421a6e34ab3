"""A summary's sentences in the full text: where they stand, and the line above the text that says that they are lit."""

from bisect import bisect_right

from ...domain.document import Document
from ...domain.layout import Line
from ...domain.models import Summary, SummaryState
from .article_page import Page, Part, flow
from .article_paint import Mark


def lit_marks(document: Document, summary: Summary | None) -> dict[int, list[Mark]]:
    """By block, the sentences that are to be lit. One that does not stand where the summary says is left out."""
    if summary is None or summary.state is not SummaryState.SUMMARY:
        return {}
    parts = list(document.text_parts())
    offsets = [offset for _, offset, _ in parts]
    marks: dict[int, list[Mark]] = {}
    for sentence in summary.sentences:
        number = bisect_right(offsets, sentence.start) - 1
        if number < 0:
            continue
        block, offset, text = parts[number]
        low, high = sentence.start - offset, sentence.end - offset
        if text[low:high] == sentence.text:
            marks.setdefault(block, []).append(Mark(low, high, "lit"))
    return marks


def lit_lines(page: Page, width: int, late: bool) -> list[Line]:
    """What is lit, or why nothing is, in one line."""
    off, summary = page.key("highlights"), page.summary
    if summary is None and page.problem:
        tries = [f"Nothing is lit: {page.problem}", "Nothing is lit"]
    elif summary is None:
        tries = ["finding the sentences ..." if late else ""]
    elif summary.state is SummaryState.SUMMARY:
        count = f"{len(summary.sentences)} of {summary.of}"
        lit = f"{count} sentence{'s' if summary.of != 1 else ''} lit"
        tries = [f"{lit} · + more · - fewer · {off} puts them out", f"{lit} · {off} puts them out", f"{count} lit"]
    else:
        why = {
            SummaryState.TEASER: "only a teaser",
            SummaryState.TOO_SHORT: "too short",
            SummaryState.CONSENT: "a consent page",
        }[summary.state]
        tries = [f"Nothing is lit: {why} · {off} puts this away", f"Nothing is lit: {why}", f"not lit: {why}"]
    text = next((text for text in tries if len(text) <= width), tries[-1][:width])
    return [Line(pieces) for pieces in flow(text, Part.META).lines(width)][:1] or [Line()]
