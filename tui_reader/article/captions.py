"""What stands under a picture: told by <figcaption>, by a class, or by a <figure> that holds nothing else."""

import re

from lxml import etree

from ..domain.document import Kind
from .builder import Builder
from .tables import text_length

LONGEST = 1500
"""Characters of a caption; what holds more is a column of the page."""

PARAGRAPHS = 3
"""Paragraphs of a <figure> with a picture only; one that nobody closed holds the rest of the article."""

LONGEST_CREDIT = 200

_CAPTION = re.compile(
    r"caption|cutline|gallerytext|bild-?(?:unterschrift|text)|beeld-?tekst|onderschrift|didascalia|leyenda"
    r"|(?<![a-z])(?:legende?|legenda)(?![a-z])|pie-?(?:de-?)?(?:foto|imagen)",
    re.I,
)
_CREDIT = re.compile(r"credit|photographer|fotograf|copyright|bildquelle|urheber|(?<![a-z])source(?![a-z])", re.I)
_NO_CAPTION = re.compile(
    r"(?:closed|no|has|with|without|toggle|show|hide)[_-]?captions?|captions?[_-]?(?:toggle|button|icon)", re.I
)
_MORE_THAN_CAPTION = frozenset(
    ("table", "pre", "code", "blockquote", "ul", "ol", "dl", "article", "h1", "h2", "h3", "h4", "h5", "h6")
)
_PICTURES = ("img", "picture", "video", "audio", "iframe")
_LABEL = re.compile(r"caption|bildunterschrift|légende|leyenda|didascalia|legenda", re.I)


def is_caption(out: Builder, element: etree._Element) -> bool:
    """Whether an element right behind a picture is its caption, or one right behind that names the photographer."""
    last = out.blocks[-1].kind if out.blocks and out.table is None and not out.holds_text() else Kind.RULE
    return (last in (Kind.IMAGE, Kind.CAPTION) and _says_caption(element)) or (
        last is Kind.CAPTION and _says_credit(element)
    )


def _says_caption(element: etree._Element) -> bool:
    """Whether an element's class calls it a caption, and it holds a text of the size of one and no picture."""
    names = element.get("class")
    if not names or not _CAPTION.search(names) or _NO_CAPTION.search(names):
        return False
    return next(element.iter("img"), None) is None and 0 < text_length(element) <= LONGEST


def _says_credit(element: etree._Element) -> bool:
    """Whether an element's class says that it names who made or owns a picture."""
    return _CREDIT.search(element.get("class") or "") is not None and text_length(element) <= LONGEST_CREDIT


def holds_only_picture(figure: etree._Element) -> bool:
    """Whether all text in a <figure> belongs to its picture."""
    pictures, paragraphs = False, 0
    for element in figure.iterdescendants():
        paragraphs += element.tag == "p"
        if element.tag in _MORE_THAN_CAPTION or paragraphs > PARAGRAPHS:
            return False
        pictures = pictures or element.tag in _PICTURES
    return pictures and text_length(figure) <= LONGEST


def names_caption(element: etree._Element) -> bool:
    """Whether a label for screen readers only says that a caption follows; others name the photographer's credit."""
    return _LABEL.search("".join(map(str, element.itertext()))) is not None
