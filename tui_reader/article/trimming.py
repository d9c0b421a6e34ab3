"""Takes away what belongs to the page, not to the article: its title, lines of buttons, lists of other articles."""

from ..domain.document import Document


def trimmed(document: Document, title: str) -> Document:
    """`document` without the lines around the article."""
    return document
