"""Whether a feed's text is the whole article or cut short."""

import re
from dataclasses import replace

from ..domain.document import Document, Kind, Spans
from ..domain.reading import count_words
from .wordage import words_in

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

_ARROWS = "»›→>…. \xa0"
_BEHIND = _ARROWS + "\n)]"
_BEFORE = " \xa0\n([|–—"
_APART = frozenset(".!?…:;)]”’\"'»。！？\n([|–—")

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


def without_more_link(spans: Spans) -> Spans:
    """A paragraph without the link "Read more" that it ends with, and the brackets around it.

    It must stand apart from the sentence before: "I like to read more" may end with a link that is the author's.
    """
    last = len(spans) - 1
    while last >= 0 and spans[last].link is None and spans[last].text.strip(_BEHIND) == "":
        last -= 1
    first = last
    while first > 0 and spans[last].link is not None and spans[first - 1].link == spans[last].link:
        first -= 1
    words = "".join(span.text for span in spans[first : last + 1]).strip()
    if first < 1 or spans[last].link is None or not is_more_link(words):
        return spans
    before = "".join(span.text for span in spans[:first])
    if before.rstrip(" \xa0")[-1:] not in _APART and words.lstrip(_ARROWS)[:1].islower():
        return spans
    left = list(spans[:first])
    while left and not (text := left[-1].text.rstrip(_BEFORE)):
        left.pop()
    return (*left[:-1], replace(left[-1], text=text)) if left else spans


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
    words = sum(map(words_in, texts))
    if words >= FULL_WORDS:
        return True
    paragraphs = sum(block.kind in (Kind.PARAGRAPH, Kind.ITEM) and bool(block.spans) for block in document.blocks)
    return words >= FULL_WORDS_IN_PARAGRAPHS and paragraphs >= 3
