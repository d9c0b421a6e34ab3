"""What a short text found in a page is: an article, or what stands in its place (consent, paywall, robot check)."""

from ..domain.document import Document, Status
from .phrases import CONSENT, PAYWALL, ROBOT
from .quality import ends_cut_off
from .wordage import words_in

PAYWALL_WORDS = 250
"""A text of fewer words beside words like "subscribe to continue reading" is only the beginning of an article."""

CLOSED_WORDS = 200
"""The same, where the page itself says that it is not accessible for free."""

CONSENT_WORDS = 120
"""A text of fewer words with words like "accept all cookies" is no article."""

SHELL_WORDS = 80
SHELL_SCRIPTS = 20
"""A page of fewer words and more scripts is put together in the browser."""

LIST_WORDS = 400
"""A page that shows more words of its own is a list of articles, a shop or a table, however many scripts it has."""

NOTHING = 20
"""A text of fewer words is no article."""


def verdict(document: Document, seen: str, *, closed: bool, scripts: int) -> tuple[Status, str]:
    """What a short text that was found in a page is, and why, in one line for the reader.

    `seen` is what the page shows, `closed` whether it says of itself that it is not free to read.
    """
    text = document.text()
    words = words_in(text)
    around = seen if len(seen) < 6000 else text + " " + _behind(seen, text)
    if words < CONSENT_WORDS and ROBOT.search(text if words >= NOTHING else around):
        return Status.CONSENT, "The site asks whether you are a robot before it shows the article."
    if words < CONSENT_WORDS and CONSENT.search(text if words >= NOTHING else around):
        return Status.CONSENT, "The site shows a consent page in the article's place."
    if closed and words < CLOSED_WORDS:
        return Status.PAYWALL, "Only the beginning is free to read; the rest is for subscribers."
    if words < PAYWALL_WORDS and PAYWALL.search(around):
        return Status.PAYWALL, "Only the beginning is free to read; the rest is for subscribers."
    shown = words_in(seen)
    if (words < SHELL_WORDS and shown < SHELL_WORDS and scripts > 0) or (
        words < NOTHING and shown < LIST_WORDS and scripts > SHELL_SCRIPTS
    ):
        return Status.SCRIPT, "The page is put together by JavaScript in the browser and carries no text of its own."
    if words < NOTHING:
        return Status.EMPTY, "No article text was found on the page."
    if ends_cut_off(text):
        return Status.TEASER, "The page carries only the beginning of the article."
    return Status.FULL, ""


def _behind(seen: str, text: str) -> str:
    """What the page shows just behind the text."""
    end = text[-40:].replace("\n", " ").strip()
    start = seen.rfind(end) if end else -1
    return seen[start : start + 1500] if start >= 0 else ""
