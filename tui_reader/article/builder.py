"""Collects the blocks of a document while a tree is walked: folds blanks, keeps styles, links, lists and quotes."""

import re
from typing import NamedTuple

from lxml import etree

from ..domain.document import Block, Document, Image, Kind, Span, Spans, Status, Style
from ..domain.text import clean_line, clean_text
from .anchors import with_anchors
from .lists import ListState
from .tables import Table
from .urls import safe_url

MAX_BLOCKS = 20_000
MAX_CELLS = 4_000
MAX_CODE = 200_000
"""Characters of code in one document."""

MAX_LEVEL = 8
"""Depth of lists and of quotes that is still told apart."""

MAX_LINKS = 5_000
MAX_IMAGES = 1_000

_BLANKS = re.compile("[ \t\n\r\f]+")
CLEAN = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u3001-\u3029"
    "\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Texts that `clean_text` is sure to leave as they are: letters without marks. Most are, and this is told quicker."""

_STYLES = tuple(Style(number) for number in range(256))
_EDGE = " \n\xa0\u2002\u2003\u2009\u3000"
_Piece = tuple[str, int, int | None]


class Where(NamedTuple):
    """What surrounds the text that is being collected; saved when an element opens, brought back when it closes."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    indent: int = 0
    quote: int = 0
    list: ListState | None = None
    holder: etree._Element | None = None


class Builder:
    """One document in the making. `blocks[i]` was found directly inside `holders[i]`."""

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.blocks: list[Block] = []
        self.holders: list[etree._Element | None] = []
        self.links: dict[str, int] = {}
        self.images: list[Image] = []
        self.truncated = False
        self.style = 0
        self.link: int | None = None
        self.where = Where()
        self.code: list[str] | None = None
        self.table: Table | None = None
        self.marker: tuple[str, int, int] | None = None
        """An open item's marker, its indent and level, until the item's first text comes."""
        self.last_image: int | None = None
        """The picture that a caption belongs to."""
        self._ids: list[tuple[str, int]] = []
        self._pieces: list[_Piece] = []
        self._waiting: list[int] = []
        self._blank = True
        """Blanks that come next are dropped."""
        self._cells = 0
        self._code_size = 0

    # ---- text ----

    def text(self, raw: str) -> None:
        """Text as it stands in the tree."""
        if self.code is not None:
            self.code.append(raw)
            return
        if raw.isspace() and raw.isascii():
            if not self._blank:
                self._pieces.append((" ", self.style, self.link))
                self._blank = True
            return
        text = raw
        if "\n" in raw or "  " in raw or "\t" in raw or "\r" in raw or "\f" in raw:
            text = _BLANKS.sub(" ", raw)
        if not CLEAN.fullmatch(text):
            text = clean_text(text)
            if "\n" in text:
                text = text.replace("\n", " ")
        if self._blank:
            text = text.lstrip(" ")
        if text:
            self._pieces.append((text, self.style, self.link))
            self._blank = text[-1] == " "

    def line_break(self) -> None:
        """A <br>: a new line; the second in a row begins a new paragraph."""
        if self.code is not None:
            self.code.append("\n")
        elif self.table is not None or self.where.kind in (Kind.HEADING, Kind.TERM, Kind.CAPTION):
            self.text(" ")
        elif self._pieces and self._pieces[-1][0] == "\n":
            self.flush()
        elif self._pieces:
            text, style, link = self._pieces[-1]
            if text[-1] == " ":
                self._pieces[-1] = (text[:-1], style, link)
            self._pieces.append(("\n", self.style, self.link))
            self._blank = True

    def holds_text(self) -> bool:
        return bool(self._pieces)

    def flush(self) -> None:
        """The paragraph, heading, item ... ends here."""
        if self.table is not None:
            self.text(" ")
            return
        if self._pieces:
            spans = self.take()
            if spans:
                self._emit(spans)
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            for image in waiting:
                self.put(Block(Kind.IMAGE, image=image, indent=self.where.indent, quote=self.where.quote))

    def take(self) -> Spans:
        """What was collected, as spans: blanks at the edges cut off, neighbours of one style joined."""
        pieces, self._pieces, self._blank = self._pieces, [], True
        texts: list[list[str]] = []
        marks: list[tuple[int, int | None]] = []
        for text, style, link in pieces:
            if marks and marks[-1] == (style, link):
                texts[-1].append(text)
            else:
                texts.append([text])
                marks.append((style, link))
        joined = ["".join(parts) for parts in texts]
        _trim(joined, marks)
        whole = "".join(joined)
        if len(pieces) > 1 and not CLEAN.fullmatch(whole) and clean_text(whole) != whole:
            return (Span(clean_text(whole)),)
        return tuple(Span(text, _STYLES[mark[0]], mark[1]) for text, mark in zip(joined, marks, strict=True))

    # ---- blocks ----

    def _emit(self, spans: Spans) -> None:
        where = self.where
        if where.kind is Kind.HEADING:
            self.put(Block(Kind.HEADING, spans, level=where.level, indent=where.indent, quote=where.quote))
            return
        level = where.list.level if where.list else 0
        if where.kind is Kind.PARAGRAPH and self.marker is not None:
            marker, indent, level = self.marker
            self.marker = None
            self.put(Block(Kind.ITEM, spans, level=level, indent=indent, marker=marker, quote=where.quote))
            return
        image = self.last_image if where.kind is Kind.CAPTION else None
        self.put(Block(where.kind, spans, level=level, indent=where.indent, quote=where.quote, image=image))

    def put(self, block: Block) -> None:
        """Adds a block as it is, as far as the cap allows."""
        if len(self.blocks) >= MAX_BLOCKS:
            self.truncated = True
            return
        self.blocks.append(block)
        self.holders.append(self.where.holder)

    def rule(self) -> None:
        self.flush()
        if self.table is None and self.blocks and self.blocks[-1].kind is not Kind.RULE:
            self.put(Block(Kind.RULE, indent=self.where.indent, quote=self.where.quote))

    def picture(self, image: Image) -> None:
        """An image: at once between paragraphs, behind the paragraph that it stands in the middle of."""
        if len(self.images) >= MAX_IMAGES:
            self.truncated = True
            return
        if self.images and self.images[-1].url == image.url and not self._pieces:
            return
        self.images.append(image)
        self.last_image = len(self.images) - 1
        self._waiting.append(self.last_image)
        if not self._pieces and self.table is None:
            self.flush()

    def link_to(self, url: str) -> int | None:
        """The number of an address, None when it cannot be shown as a link."""
        address = safe_url(url, self.base)
        if not address or (address not in self.links and len(self.links) >= MAX_LINKS):
            return None
        return self.links.setdefault(address, len(self.links))

    def anchor(self, name: str) -> None:
        """An element of this id begins here: a link may lead to it."""
        if len(self._ids) < MAX_LINKS:
            self._ids.append((name, len(self.blocks)))

    def new_line_of_code(self) -> None:
        """An element that stands on lines of its own begins or ends inside a <pre>."""
        if self.code and next((part for part in reversed(self.code) if part), "\n")[-1] != "\n":
            self.code.append("\n")

    def end_code(self, language: str) -> None:
        """The collected code becomes a block."""
        code = clean_text("".join(self.code or ())).strip("\n").rstrip()
        self.code = None
        room = MAX_CODE - self._code_size
        if len(code) > room:
            code, self.truncated = code[: max(room, 0)].rstrip(), True
        self._code_size += len(code)
        if code.strip():
            spans = (Span(clean_text(code)),)
            where = self.where
            self.put(Block(Kind.CODE, spans, indent=where.indent, quote=where.quote, language=clean_line(language, 40)))

    # ---- tables ----

    def end_cell(self, columns: int, rows: int, *, head: bool) -> None:
        """The collected text becomes the next cell of the open table's last row, over `columns` by `rows` cells."""
        table = self.table
        spans = self.take()
        if table is None:
            return
        if not table.rows:
            table.rows.append([])
        row = table.rows[-1]
        self._skip_spanned(table, row)
        table.heads += head and len(table.rows) == 1
        for number in range(columns):
            if self._cells >= MAX_CELLS:
                self.truncated = True
                return
            self._cells += 1
            if rows > 1:
                table.spans_below[len(row)] = rows - 1
            row.append(spans if number == 0 else ())

    def _skip_spanned(self, table: Table, row: list[Spans]) -> None:
        while table.spans_below.get(len(row), 0) and self._cells < MAX_CELLS:
            table.spans_below[len(row)] -= 1
            self._cells += 1
            row.append(())

    def end_table_caption(self) -> None:
        """The collected text is the open table's caption, and comes before it."""
        if spans := self.take():
            where = self.where
            self.put(Block(Kind.CAPTION, spans, indent=where.indent, quote=where.quote))

    def end_table(self) -> None:
        """The collected rows become a block; empty rows and columns are left out."""
        table, self.table = self.table, None
        self._pieces, self._blank = [], True
        if table is None:
            return
        width = max((len(row) for row in table.rows), default=0)
        used = [column for column in range(width) if any(column < len(row) and row[column] for row in table.rows)]
        rows = tuple(
            tuple(row[column] if column < len(row) else () for column in used) for row in table.rows if any(row)
        )
        if rows:
            header = table.header or 0 < len(table.rows[0]) <= table.heads
            where = self.where
            self.put(Block(Kind.TABLE, rows=rows, header=header, indent=where.indent, quote=where.quote))
        self.flush()

    def document(self, status: Status = Status.FULL, language: str = "") -> Document:
        """What was collected."""
        self.flush()
        while self.blocks and self.blocks[-1].kind is Kind.RULE:
            self.blocks.pop()
        blocks = with_anchors(self.blocks, self._ids, self.links, self.base)
        return Document(blocks, tuple(self.links), tuple(self.images), status, self.truncated, language)


def _trim(texts: list[str], marks: list[tuple[int, int | None]]) -> None:
    """Cuts blanks off both ends, in place; texts that become empty go."""
    while texts and (stripped := texts[-1].rstrip(_EDGE)) != texts[-1]:
        texts[-1] = stripped
        if stripped:
            break
        texts.pop()
        marks.pop()
    while texts and (stripped := texts[0].lstrip(_EDGE)) != texts[0]:
        texts[0] = stripped
        if stripped:
            break
        del texts[0], marks[0]
