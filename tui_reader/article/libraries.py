"""The libraries that say which text of a page is the article; imported when needed, which takes half a second."""

import logging

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

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(tree, url=url or None, fast=fast, include_comments=False)
    except Exception:
        return ""
    return (getattr(found, "text", None) or "") if found is not None else ""


def readability(tree: etree._Element, url: str) -> str:
    """The text that readability-lxml finds; "" for none."""
    from lxml import html
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(etree.tostring(tree, encoding="unicode", method="html"), url=url or None).summary()
        return text_of_tree(html.fromstring(summary))
    except Exception:
        return ""


def date(tree: etree._Element, url: str) -> str:
    """The date of publication that htmldate finds in the page's markup; "" for none."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return find_date(tree, extensive_search=False, original_date=True, url=url or None) or ""
    except Exception:
        return ""
