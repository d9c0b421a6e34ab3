"""The libraries that say which text of a page is the article; imported when needed, which takes half a second."""

import logging
from collections.abc import Callable

from lxml import etree

from .projection import text_of_tree


def fast(tree: etree._Element, url: str) -> str:
    """The text that trafilatura's own rules find; "" for none."""
    return _trafilatura(tree, url, fast=True)


def thorough(tree: etree._Element, url: str) -> str:
    """The same, with its comparisons against other extractors."""
    return _trafilatura(tree, url, fast=False)


def _trafilatura(tree: etree._Element, url: str, *, fast: bool) -> str:
    from trafilatura import bare_extraction

    _silence("trafilatura")
    return _unless_it_trips(
        lambda: getattr(bare_extraction(tree, url=url or None, fast=fast, include_comments=False), "text", None)
    )


def readability(tree: etree._Element, url: str) -> str:
    """The text that readability-lxml finds; "" for none."""
    from lxml import html
    from readability import Document

    _silence("readability")

    def text() -> str:
        page = etree.tostring(tree, encoding="unicode", method="html")
        return text_of_tree(html.fromstring(Document(page, url=url or None).summary()))

    return _unless_it_trips(text)


def date(tree: etree._Element, url: str) -> str:
    """The date of publication that htmldate finds in the page's markup; "" for none."""
    from htmldate import find_date

    _silence("htmldate")
    return _unless_it_trips(lambda: find_date(tree, extensive_search=False, original_date=True, url=url or None))


def _silence(name: str) -> None:
    logger = logging.getLogger(name)
    if logger.level != logging.CRITICAL:  # setting it empties the caches of all loggers
        logger.setLevel(logging.CRITICAL)


def _unless_it_trips(found: Callable[[], str | None]) -> str:
    """What a library finds, "" for nothing.

    On hostile trees these raise whatever their own libraries do and say nowhere what that may be; the ladder then goes
    on to its next rung.
    """
    try:
        return found() or ""
    except Exception:
        return ""
