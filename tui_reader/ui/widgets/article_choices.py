"""What can stand in the text's place and be chosen from: a summary's sentences, the headings, the links."""

from ...domain.document import Document, Kind, Style
from ...domain.layout import Line, Piece, addresses, width_of
from ...domain.models import Summary
from ...domain.text import clean_line
from .article_page import Part, banner, cut, flow


def panel_lines(title: str, width: int) -> list[Line]:
    """The banner over a list that stands in the text's place."""
    return [*banner(title, "esc", width), Line()]


LEAD = 2
"""Cells before each line that can be chosen, for the bar of the chosen one."""


def sentence_lines(summary: Summary, width: int) -> list[list[Line]]:
    """Each sentence of a summary as lines with its paragraph's mark."""
    marks = [f"¶ {sentence.paragraph}" for sentence in summary.sentences]
    room = max((width_of(mark) for mark in marks), default=0) + 2
    if width < LEAD + room + 16:
        marks, room = [""] * len(marks), 0
    texts = [" ".join(sentence.text.split()) for sentence in summary.sentences]
    groups = [_choice(n, mark, text, room, width) for n, (mark, text) in enumerate(zip(marks, texts, strict=True))]
    return [*groups[:-1], *(group[:-1] for group in groups[-1:])]


def contents_lines(document: Document, width: int) -> list[list[Line]]:
    """Each heading as lines that can be chosen."""
    found = headings(document)
    least = min((level for _, _, level in found), default=1)
    return [
        _choice(number, "", text, min(3, level - least) * 2, width, gap=False)
        for number, (_, text, level) in enumerate(found)
    ]


def link_lines(document: Document, width: int) -> list[list[Line]]:
    """Each link as lines that can be chosen: its words, its address."""
    groups = []
    for number, (words, address) in enumerate(links(document)):
        lines = _choice(number, f"{number + 1}.", words, 5, width, gap=False)
        if words != address:
            room = min(LEAD + 5, width // 3)
            lines.append(Line((Piece(" " * room, Part.SPACE), Piece(cut(address, width - room), Part.META)), number))
        groups.append(lines)
    return groups


def _choice(number: int, mark: str, text: str, room: int, width: int, gap: bool = True) -> list[Line]:
    lead = LEAD if width >= 8 else 0
    room = room if width >= lead + room + 8 else 0
    lines: list[Line] = []
    for pieces in flow(text, Part.SENTENCE).lines(width - lead - room):
        led = [Piece(" " * lead, Part.SPACE)] if lead else []
        if room:
            led.append(Piece((mark if not lines else "").ljust(room), Part.MARK))
        lines.append(Line((*led, *pieces), number))
    return [*lines, Line((), number)] if gap else lines


def chosen_line(line: Line) -> Line:
    """A line of the chosen sentence, heading or link: with a bar before it."""
    if not line.pieces or line.pieces[0].role != Part.SPACE:
        return line
    first = line.pieces[0]
    return line._replace(pieces=(Piece("▌" + first.text[1:], Part.MARK, Style.BOLD), *line.pieces[1:]))


def headings(document: Document) -> list[tuple[int, str, int]]:
    """(block, text, level) of each heading that has a text."""
    return [
        (number, clean_line(text), block.level)
        for number, block in enumerate(document.blocks)
        if block.kind is Kind.HEADING and (text := block.text().strip())
    ]


def links(document: Document) -> list[tuple[str, str]]:
    """(words, address) of each link and picture of the article, in order, an address once."""
    found: dict[str, str] = {}
    known = addresses(document)
    for block in document.blocks:
        cells = (span for row in block.rows for cell in row for span in cell)
        for span in (*block.spans, *cells):
            if span.link is not None and span.link < len(known):
                url = known[span.link]
                found[url] = f"{found.get(url, '')} {span.text}"
        if block.kind is Kind.IMAGE and block.image is not None and block.image < len(document.images):
            image = document.images[block.image]
            found.setdefault(image.url, f"Picture: {image.alt}" if image.alt else "Picture")
    return [(clean_line(words) or url, url) for url, words in found.items() if url]
