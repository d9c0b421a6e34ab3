"""What a text is worth: whole, cut short, or not the article at all (consent, paywall, robot check)."""

import re

from ..domain.document import Document, Kind, Status
from ..domain.reading import count_words
from .phrases import CONSENT, PAYWALL, ROBOT

FULL_WORDS = 400
"""Words from which a feed's text counts as the whole article."""

FULL_WORDS_IN_PARAGRAPHS = 250
"""Words that are enough when they stand in three paragraphs or more."""

_MORE = "|".join(
    (
        r"(?:please )?(?:continue|keep) reading|read (?:more|on|the (?:rest|full (?:story|article|post)))",
        r"full (?:story|article)|view (?:the )?(?:full|original) (?:article|post|story)",
        r"click here to (?:read|continue)|see more|more|weiterlesen|mehr lesen|mehr erfahren",
        r"zum (?:ganzen |vollständigen )?(?:artikel|beitrag)",
        r"lesen sie (?:weiter|mehr)|lire la suite|(?:en )?lire plus|lire l['’]article|en savoir plus|la suite",
        r"continuer la lecture|leer más|seguir leyendo|continuar leyendo|sigue leyendo|ver más",
        r"leer (?:el )?artículo completo",
        r"leggi (?:tutto|di più|l['’]articolo)|continua(?: a leggere)?|ler mais|leia mais|continue (?:a ler|lendo)",
        r"continuar a ler|lees (?:meer|verder)|verder lezen|читать (?:далее|дальше|полностью|ещё)|далее|подробнее",
        r"czytaj (?:dalej|więcej)|läs mer|les mer|læs mere|celý článek|číst dál|devamını oku",
        r"続きを読む|もっと見る|阅读(?:全文|更多)|閱讀更多|더 ?보기",
    )
)
_MORE_LINE = re.compile(rf"[\W_]*(?:{_MORE})(?!\w).{{0,80}}", re.I)
_MORE_END = re.compile(rf"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|[(\[]\s*(?:{_MORE})\s*[)\]]|\b(?:{_MORE})\s*[»›→>…]*)\s*$", re.I)

_POST = "|".join(
    (
        r"the (?:post|article)|this (?:post|article)|der beitrag|l['’]article|cet article|le post|la entrada",
        r"l['’]articolo|o post|o artigo|het bericht|сообщение|запись|artykuł|wpis",
        r"inlägget|innlegget|indlægget|příspěvek|articolul",
        r"a\(z\)",
    )
)
_APPEARED = "|".join(
    (
        r"appeared first on|first appeared (?:on|in|at)|was (?:first|originally) published (?:on|in|by|at)",
        r"erschien zuerst (?:auf|bei)|est apparu en premier sur|(?:aparece|apareció|se publicó) primero en",
        r"(?:è apparso|proviene).{0,20}?(?:su|da)|apareceu primeiro (?:em|no)|verscheen eerst op",
        r"(?:появились|впервые появилась|впервые появилось).{0,20}?на|pochodzi z(?: serwisu)?|dök först upp på",
        r"dukket først opp på|blev først udgivet|se nejdříve objevil na|apare prima dată|bejegyzés először",
    )
)
_SYNDICATED = re.compile(rf"(?:{_POST})\b.{{0,400}}?(?:{_APPEARED})\b.{{0,200}}", re.I | re.S)


def is_more_link(text: str) -> bool:
    """Whether a paragraph says nothing but "Read more"."""
    return len(text) <= 120 and _MORE_LINE.fullmatch(text.strip()) is not None and count_words(text) <= 12


def is_syndication_notice(text: str) -> bool:
    """Whether a paragraph is what blog software adds to a feed: "The post X appeared first on Y"."""
    return len(text) <= 800 and _SYNDICATED.fullmatch(text.strip()) is not None


def ends_cut_off(text: str) -> bool:
    """Whether a text stops in the middle: "...", "[…]", "Read more"."""
    return _MORE_END.search(text.rstrip()[-160:]) is not None


def is_full(document: Document) -> bool:
    """Whether a feed's text is the whole article: 400 words, or 250 in 3 paragraphs, and not cut off at the end."""
    texts = [text for _, _, text in document.text_parts()]
    if not texts or ends_cut_off(texts[-1]):
        return False
    words = document.words()
    if words >= FULL_WORDS:
        return True
    paragraphs = sum(block.kind in (Kind.PARAGRAPH, Kind.ITEM) and bool(block.spans) for block in document.blocks)
    return words >= FULL_WORDS_IN_PARAGRAPHS and paragraphs >= 3


# ---- pages that stand in an article's place ----

PAYWALL_WORDS = 250
"""A text of fewer words beside words like "subscribe to continue reading" is only the beginning of an article."""

CLOSED_WORDS = 200
"""The same, where the page itself says that it is not accessible for free."""

CONSENT_WORDS = 120
"""A text of fewer words with words like "accept all cookies" is no article."""

SHELL_WORDS = 80
SHELL_SCRIPTS = 20
"""A page of fewer words and more scripts is put together in the browser."""

NOTHING = 20
"""A text of fewer words is no article."""


def verdict(document: Document, seen: str, *, closed: bool, scripts: int) -> tuple[Status, str]:
    """What a short text that was found in a page is, and why, in one line for the reader.

    `seen` is what the page shows, `closed` whether it says of itself that it is not free to read.
    """
    words = document.words()
    text = document.text()
    around = seen if len(seen) < 6000 else text + " " + _behind(seen, text)
    if words < CONSENT_WORDS and ROBOT.search(text if words >= NOTHING else around):
        return Status.CONSENT, "The site asks whether you are a robot before it shows the article."
    if words < CONSENT_WORDS and CONSENT.search(text if words >= NOTHING else around):
        return Status.CONSENT, "The site shows a consent page in the article's place."
    if closed and words < CLOSED_WORDS:
        return Status.PAYWALL, "Only the beginning is free to read; the rest is for subscribers."
    if words < PAYWALL_WORDS and PAYWALL.search(around):
        return Status.PAYWALL, "Only the beginning is free to read; the rest is for subscribers."
    if (words < SHELL_WORDS and count_words(seen) < SHELL_WORDS and scripts > 0) or (
        words < NOTHING and scripts > SHELL_SCRIPTS
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
