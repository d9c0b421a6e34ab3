"""Links within an article: what they lead to, and a footnote's text at the foot of the pane."""

from ...domain.document import Block, Document, Kind, Span
from ...domain.layout import Line, Piece, width_of
from ...domain.layout.spans import Flow
from .article_page import Part, cut

LONGEST = 4000
"""Characters of a note that are looked at."""


def targets(document: Document) -> dict[str, int]:
    """{address of a link: number of the block in this document that it leads to}."""
    return {address: number for number, block in enumerate(document.blocks) for address in block.anchors}


def note(document: Document, number: int) -> tuple[Span, ...]:
    """A footnote's words: its block, and the paragraphs that belong to it; without the way back."""
    inside = targets(document)
    spans = list(_words(document, document.blocks[number], inside))
    for block in document.blocks[number + 1 :]:
        if block.kind is not Kind.PARAGRAPH or not block.level or block.anchors:
            break
        if sum(len(span.text) for span in spans) > LONGEST:
            break
        spans += (Span("\n"), *_words(document, block, inside))
    return tuple(spans)


def _words(document: Document, block: Block, inside: dict[str, int]) -> tuple[Span, ...]:
    """The block's spans, without links at its end that only lead back into the text."""
    spans = list(block.spans or tuple(span for row in block.rows for cell in row for span in cell))
    while spans and (not spans[-1].text.strip() or _leads_inside(document, spans[-1], inside)):
        spans.pop()
    return tuple(spans)


def _leads_inside(document: Document, span: Span, inside: dict[str, int]) -> bool:
    return span.link is not None and span.link < len(document.links) and document.links[span.link] in inside


def note_lines(document: Document, number: int, width: int, most: int) -> list[Line]:
    """A footnote in at most `most` lines of `width` cells, under a line that says which keys there are."""
    block = document.blocks[number]
    keys = "enter goes there · esc"
    title = f" Note {block.marker}".rstrip()
    room = width - width_of(title) - len(keys) - 1
    head = f"{title}{' ' * room}{keys} " if room >= 1 else cut(title, width)
    lines = [Line((Piece(head.ljust(width), Part.BANNER),))]
    edge = " " if width >= 12 else ""
    body = Flow(note(document, number), Part.NOTE_TEXT, None).lines(max(1, width - 2 * len(edge)))
    for count, pieces in enumerate(body):
        if count == most - 2 and len(body) > most - 1:
            pieces = (Piece("…", Part.NOTE_TEXT),)
        if count < most - 1:
            used = len(edge) + sum(width_of(piece.text) for piece in pieces)
            lines.append(
                Line((Piece(edge, Part.NOTE_TEXT), *pieces, Piece(" " * max(0, width - used), Part.NOTE_TEXT)))
            )
    return lines
