"""An article's text as data: blocks of spans, ready to be laid out, stored and summarised. Never HTML."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntFlag, StrEnum
from typing import Any

from .reading import count_words


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "p"
    HEADING = "h"
    ITEM = "li"
    """An item's first paragraph, with the marker. Its further paragraphs are PARAGRAPH, indented to hang below."""
    CODE = "pre"
    TABLE = "table"
    IMAGE = "img"
    CAPTION = "cap"
    TERM = "dt"
    RULE = "hr"


class Style(IntFlag):
    """How a span is set; flags add up."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    STRIKE = 8
    SUPERSCRIPT = 16
    SUBSCRIPT = 32
    MARK = 64
    UNDERLINE = 128


class Status(StrEnum):
    """How much of the article a document holds, and if not all of it, why."""

    FULL = "full"
    TEASER = "teaser"
    """Only what the feed carried, which is not the whole."""
    PAYWALL = "paywall"
    CONSENT = "consent"
    """A consent or "are you a robot" page stood in the article's place."""
    SCRIPT = "script"
    """The page is built by JavaScript and carries no text."""
    EMPTY = "empty"
    FAILED = "failed"
    """The page could not be fetched or processed."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: Style = Style.PLAIN
    link: int | None = None
    """Index into `Document.links`."""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that the text refers to; the alternative text is "" where the page gives none."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item ... of a document."""

    kind: Kind
    spans: Spans = ()
    level: int = 0
    """Headings: 1 to 6. Items and what stands in them: the depth of the list, from 1. Else 0."""
    indent: int = 0
    """Cells before the marker (ITEM) or before the text (what follows in the same item)."""
    marker: str = ""
    """ITEM: "•" or "3." and the like."""
    quote: int = 0
    """Depth of quotation."""
    language: str = ""
    """CODE: the programming language's name when the page says it."""
    rows: tuple[tuple[Spans, ...], ...] = ()
    """TABLE: rows of cells."""
    header: bool = False
    """TABLE: the first row holds the column headings."""
    image: int | None = None
    """IMAGE and CAPTION: index into `Document.images`."""
    anchors: tuple[str, ...] = ()
    """Addresses among `Document.links` that lead to this block: a footnote's, a heading's."""

    def text(self) -> str:
        """The block's characters, styles left off; a table's cells are joined by " | ", its rows by newlines."""
        if self.kind is Kind.TABLE:
            return "\n".join(" | ".join("".join(s.text for s in cell) for cell in row) for row in self.rows)
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text. All strings are clean (`domain.text`), all links absolute http, https or mailto addresses."""

    blocks: tuple[Block, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    status: Status = Status.FULL
    truncated: bool = False
    """A cap (blocks, cells, characters) cut the document short."""
    language: str = ""
    """BCP 47 primary tag, such as "en"; "" when not known."""

    def text(self) -> str:
        """Plain text: blocks parted by an empty line, the items of a list by a newline; no markers, no pictures."""
        return "".join(text for _, _, text in self._pieces())

    def text_parts(self) -> Iterator[tuple[int, int, str]]:
        """(index of the block, offset of its text in `text()`, its text) for each block that has any."""
        return ((number, offset, text) for number, offset, text in self._pieces() if number >= 0)

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        offset, previous = 0, None
        for number, block in enumerate(self.blocks):
            text = block.text()
            if not text.strip() or block.kind in (Kind.IMAGE, Kind.RULE):
                continue
            if previous is not None:
                gap = "\n" if block.kind is Kind.ITEM and previous is Kind.ITEM else "\n\n"
                yield -1, offset, gap
                offset += len(gap)
            yield number, offset, text
            offset, previous = offset + len(text), block.kind

    def words(self) -> int:
        """Words to read, for the reading time; code and tables count half."""
        return sum(
            count_words(block.text()) // (2 if block.kind in (Kind.CODE, Kind.TABLE) else 1)
            for block in self.blocks
            if block.kind not in (Kind.IMAGE, Kind.RULE)
        )


EMPTY = Document(status=Status.EMPTY)


@dataclass(frozen=True, slots=True)
class RawText:
    """An entry's text as its feed gave it: markup that nobody has read yet, and that only a job process may read."""

    markup: str
    base: str = ""
    """What its links are relative to."""
    words: int = 0
    """Estimated."""
    teaser: bool = False
    """Estimated."""
    opening: str = ""
    """The first words, of an entry without a title."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in an article's page."""

    document: Document
    title: str = ""
    byline: str = ""
    published: str = ""
    """ISO 8601, as far as the page gives it; "" when it does not."""
    language: str = ""
    image: str = ""
    """Address of the lead picture."""
    site: str = ""
    """Name of the site, for the source credit."""
    reason: str = ""
    """One clean line for the reader when the status is not FULL: what is missing and why."""
    steps: tuple[str, ...] = field(default=())
    """The rungs of the ladder that were tried, in order."""

    @property
    def status(self) -> Status:
        return self.document.status


def to_json(document: Document) -> str:
    """`document` as compact JSON, the form in which it is stored."""
    data = {
        "b": [_block_out(block) for block in document.blocks],
        "l": document.links,
        "i": [(image.url, image.alt, image.width, image.height) for image in document.images],
        "s": document.status.value,
        "t": int(document.truncated),
        "g": document.language,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def from_json(data: str | bytes) -> Document:
    """The document that `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    raw = json.loads(data)
    return Document(
        blocks=tuple(_block_in(block) for block in raw["b"]),
        links=tuple(raw["l"]),
        images=tuple(Image(*image) for image in raw["i"]),
        status=Status(raw["s"]),
        truncated=bool(raw["t"]),
        language=raw["g"],
    )


_SHORT = {"level": "n", "indent": "d", "marker": "m", "quote": "q", "language": "g", "image": "i"}


def _spans_out(spans: Spans) -> list[Any]:
    return [
        span.text if not span.style and span.link is None else (span.text, int(span.style), span.link) for span in spans
    ]


def _spans_in(spans: list[Any]) -> Spans:
    return tuple(Span(s) if isinstance(s, str) else Span(s[0], Style(s[1]), s[2]) for s in spans)


def _block_out(block: Block) -> dict[str, Any]:
    out: dict[str, Any] = {"k": block.kind.value}
    if block.spans:
        out["s"] = _spans_out(block.spans)
    if block.rows:
        out["r"] = [[_spans_out(cell) for cell in row] for row in block.rows]
        out["h"] = int(block.header)
    for name, short in _SHORT.items():
        if (value := getattr(block, name)) not in (0, "", None) or (name == "image" and value == 0):
            out[short] = value
    if block.anchors:
        out["a"] = block.anchors
    return out


def _block_in(raw: dict[str, Any]) -> Block:
    return Block(
        kind=Kind(raw["k"]),
        spans=_spans_in(raw.get("s", [])),
        rows=tuple(tuple(_spans_in(cell) for cell in row) for row in raw.get("r", [])),
        header=bool(raw.get("h", 0)),
        anchors=tuple(raw.get("a", ())),
        **{name: raw[short] for name, short in _SHORT.items() if short in raw},
    )
