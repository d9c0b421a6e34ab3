"""A document as plain text and as Markdown."""

import re
from collections.abc import Iterator

from ..domain.document import Block, Document, Kind, Span, Spans, Style


def plain_text(document: Document) -> str:
    """The document for a pipe: markers of lists, bars of quotes, pictures as a line, tables as cells and bars."""
    return _joined(document, [(block, _plain(block, document)) for block in document.blocks])


def markdown(document: Document) -> str:
    """The document as CommonMark with tables; every character of the text that would mean something is escaped."""
    return _joined(document, [(block, _marked(block, document)) for block in document.blocks])


def _joined(document: Document, pieces: list[tuple[Block, str]]) -> str:
    out: list[str] = []
    previous: Block | None = None
    for block, text in pieces:
        if not text:
            continue
        lines = text.split("\n")
        if block.quote:
            lines = [("> " * block.quote + line).rstrip() for line in lines]
        if previous is not None:
            tight = block.kind is Kind.ITEM and previous.kind is Kind.ITEM
            out.append("\n" if tight else _gap(block, previous))
        out.append("\n".join(lines))
        previous = block
    return "".join(out)


def _gap(block: Block, previous: Block) -> str:
    depth = min(block.quote, previous.quote)
    return "\n" + ("> " * depth).rstrip() + "\n"


def _plain(block: Block, document: Document) -> str:
    match block.kind:
        case Kind.RULE:
            return "* * *"
        case Kind.IMAGE:
            image = document.images[block.image] if block.image is not None else None
            return f"[Image: {image.alt}]" if image and image.alt else ""
        case Kind.ITEM:
            lead = " " * block.indent + (block.marker or "•") + " "
            return lead + _hang(block.text(), " " * len(lead))
        case Kind.CODE:
            return " " * block.indent + "    " + _hang(block.text(), " " * block.indent + "    ")
        case _:
            return " " * block.indent + _hang(block.text(), " " * block.indent)


def _hang(text: str, margin: str) -> str:
    return text.replace("\n", "\n" + margin)


def _marked(block: Block, document: Document) -> str:
    inner = " ".join(_inline(block.spans, document).split("\n")) if block.kind is not Kind.PARAGRAPH else ""
    match block.kind:
        case Kind.RULE:
            return "---"
        case Kind.HEADING:
            return f"{'#' * min(max(block.level, 1), 6)} {inner}"
        case Kind.ITEM:
            marker = block.marker if re.fullmatch(r"\d{1,9}[.)]", block.marker) else "-"
            return f"{'    ' * max(block.level - 1, 0)}{marker} {_as_lines(inner)}"
        case Kind.CODE:
            return _fenced(block)
        case Kind.TABLE:
            return _table(block, document)
        case Kind.IMAGE:
            image = document.images[block.image] if block.image is not None else None
            return f"![{_escape(image.alt)}]({_address(image.url)})" if image and image.url else ""
        case Kind.TERM:
            return f"**{inner}**" if inner else ""
        case Kind.CAPTION:
            return f"*{inner}*" if inner else ""
        case Kind.PARAGRAPH:
            margin = "    " * block.level if block.level else ""
            text = _as_lines(_inline(block.spans, document).strip())
            return margin + text.replace("\n", "\\\n" + margin) if text else ""


def _fenced(block: Block) -> str:
    text = block.text()
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{re.sub('[^A-Za-z0-9+#.-]', '', block.language)}\n{text}\n{fence}"


def _table(block: Block, document: Document) -> str:
    width = max((len(row) for row in block.rows), default=0)
    if not width:
        return ""
    rows = [[_inline(cell, document).replace("|", "\\|").replace("\n", " ") for cell in row] for row in block.rows]
    rows = [row + [""] * (width - len(row)) for row in rows]
    head, body = (rows[0], rows[1:]) if block.header else ([""] * width, rows)
    lines = [head, ["---"] * width, *body]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)


def _inline(spans: Spans, document: Document) -> str:
    return "".join(_pieces(spans, document))


def _pieces(spans: Spans, document: Document) -> Iterator[str]:
    for span in spans:
        text = _styled(span)
        if span.link is not None and span.text.strip():
            text = f"[{text}]({_address(document.links[span.link])})"
        yield text


def _styled(span: Span) -> str:
    body = span.text.strip()
    if not body:
        return span.text
    before = span.text[: len(span.text) - len(span.text.lstrip())]
    after = span.text[len(span.text.rstrip()) :]
    if span.style & Style.CODE:
        ticks = "`" * (max((len(run) for run in re.findall("`+", body)), default=0) + 1)
        pad = " " if "`" in body else ""
        inner = f"{ticks}{pad}{body}{pad}{ticks}"
    else:
        inner = _escape(body)
    for style, mark in ((Style.ITALIC, "*"), (Style.BOLD, "**"), (Style.STRIKE, "~~")):
        if span.style & style:
            inner = f"{mark}{inner}{mark}"
    return before + inner + after


def _escape(text: str) -> str:
    """Nothing in `text` is emphasis, a link, code or HTML."""
    return re.sub(r"([\\`*_\[\]<>~&])", r"\\\1", text)


def _as_lines(text: str) -> str:
    """No line of `text` begins a list, a heading or a rule."""
    text = re.sub(r"(?m)^(\s*)([#+=-])", r"\1\\\2", text)
    return re.sub(r"(?m)^(\s*\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text)


def _address(url: str) -> str:
    return "".join(f"%{ord(c):02X}" if c in " <>()\\" else c for c in url)
