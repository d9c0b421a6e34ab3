"""Tables: those that hold data are kept as rows and cells, those that only lay out a page are taken apart."""

from dataclasses import dataclass, field

from lxml import etree

from ..domain.document import Spans

_NO_DATA = frozenset(("table", "pre", "iframe", "video", "audio", "form", "article", "section", "blockquote", "hr")) | {
    f"h{level}" for level in range(1, 7)
}
LONG_CELL = 1500
"""Characters: a cell that holds more is a column of a page."""


def is_data_table(table: etree._Element) -> bool:
    """Whether a <table> holds data. Told by what it contains, since few pages say so themselves."""
    if table.get("role") in ("presentation", "none"):
        return False
    rows = columns = widest = cells = heads = pictures = empty = 0
    for element in table.iterdescendants():
        tag = element.tag
        if tag in _NO_DATA:
            return False
        if tag == "tr":
            rows, columns = rows + 1, 0
        elif tag == "td" or tag == "th":
            cells, columns = cells + 1, columns + 1
            heads += tag == "th"
            widest = max(widest, columns)
            length = text_length(element)
            if length > LONG_CELL:
                return False
            empty += not length
        elif tag == "img":
            pictures += 1
    if rows < 2 or widest < 2:
        return False
    return heads > 0 or (pictures < rows and empty * 5 < cells * 3)


def text_length(element: etree._Element) -> int:
    """Characters of text in an element."""
    return sum(map(len, element.itertext()))


def span_of(cell: etree._Element, name: str) -> int:
    """A cell's colspan or rowspan, from 1 to 40."""
    value = cell.get(name) or ""
    return min(max(int(value), 1), 40) if value.isascii() and value.isdigit() and len(value) < 6 else 1


@dataclass(slots=True)
class Table:
    """An open table of data."""

    rows: list[list[Spans]] = field(default_factory=list)
    header: bool = False
    spans_below: dict[int, int] = field(default_factory=dict)
    """Column -> rows that a cell from above still reaches down."""
    heads: int = 0
