"""What each element of HTML means for the document: one small function for each kind."""

import re

from lxml import etree

from ..domain.document import Kind, Style
from . import inline
from .builder import MAX_LEVEL, Builder, Where
from .captions import holds_only_picture, is_caption
from .code import is_gutter, language_of
from .inline import Handler, Undo, drop, styled
from .lists import ListState, numeral
from .tables import Table, is_data_table, span_of, text_length

_STYLED = re.compile(
    r"(font-weight\s*:\s*(?:bold|[6-9]00))|(font-style\s*:\s*italic)|(text-decoration[^;]*:\s*line-through)"
    r"|(display\s*:\s*block)",
    re.I,
)
_BLOCK_TAGS = frozenset(["p", "div", "li", "tr", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6"])


def _drop(out: Builder, element: etree._Element) -> Undo | None:
    return drop


def plain(out: Builder, element: etree._Element) -> Undo | None:
    """An element without a meaning of its own, except what its class or its style attribute gives it."""
    if is_caption(out, element):
        return block(out, element, Kind.CAPTION)
    style = element.get("style")
    if not style or not (match := _STYLED.search(style)):
        return None
    if match.lastindex == 4:  # a letter alone is a paragraph's first, made large
        return None if "float" in style and text_length(element) <= 2 else block(out, element)
    return styled((Style.BOLD, Style.ITALIC, Style.STRIKE)[(match.lastindex or 1) - 1])(out, element)


def in_code(out: Builder, element: etree._Element) -> Undo | None:
    """An element inside a <pre>."""
    tag = element.tag
    if tag == "br":
        out.line_break()
    elif tag in ("script", "style", "button", "svg", "template") or is_gutter(element):
        return drop
    elif tag in _BLOCK_TAGS:
        out.new_line_of_code()
        return out.new_line_of_code
    return None


# ---- blocks ----


def block(
    out: Builder,
    element: etree._Element,
    kind: Kind | None = None,
    *,
    level: int | None = None,
    indent: int | None = None,
    quote: int | None = None,
) -> Undo | None:
    """An element that stands on lines of its own."""
    before = out.where
    if kind is None:
        kind = before.kind
        if is_caption(out, element):
            kind = Kind.CAPTION
    out.flush()
    out.where = Where(
        kind,
        before.level if level is None else level,
        before.indent if indent is None else indent,
        before.quote if quote is None else quote,
        before.list,
        element,
    )

    def close() -> None:
        out.flush()
        out.where = before

    return close


def _heading(out: Builder, element: etree._Element) -> Undo | None:
    return block(out, element, Kind.HEADING, level=int(element.tag[1]))


def _quote(out: Builder, element: etree._Element) -> Undo | None:
    return block(out, element, quote=min(out.where.quote + 1, MAX_LEVEL))


def _term(out: Builder, element: etree._Element) -> Undo | None:
    return block(out, element, Kind.TERM, indent=_indent_of_terms(out, element))


def _definition(out: Builder, element: etree._Element) -> Undo | None:
    if is_caption(out, element):
        return block(out, element, Kind.CAPTION)
    return block(out, element, Kind.PARAGRAPH, indent=min(_indent_of_terms(out, element) + 2, 4 * MAX_LEVEL))


def _indent_of_terms(out: Builder, element: etree._Element) -> int:
    """The indent of a definition list; its parser puts a <dd> into the <dd> before it when that was not closed."""
    parent = element.getparent()
    return max(out.where.indent - 2, 0) if parent is not None and parent.tag == "dd" else out.where.indent


def _figure(out: Builder, element: etree._Element) -> Undo | None:
    out.last_image = None
    return block(out, element, Kind.CAPTION if holds_only_picture(element) else None)


def _caption(out: Builder, element: etree._Element) -> Undo | None:
    if out.table is None:
        return block(out, element, Kind.CAPTION)
    out.take()
    return out.end_table_caption


def _form(out: Builder, element: etree._Element) -> Undo | None:
    if element.find(".//input") is not None and text_length(element) < 400:
        return drop
    return block(out, element)


def _summary(out: Builder, element: etree._Element) -> Undo | None:
    outer, inner = block(out, element), styled(Style.BOLD)(out, element)

    def close() -> None:
        for undo in (outer, inner):
            if undo is not None:
                undo()

    return close


def _pre(out: Builder, element: etree._Element) -> Undo | None:
    if out.table is not None:
        return None
    if is_gutter(element):
        return drop
    close = block(out, element)
    out.code = []
    language = language_of(element)

    def closed() -> None:
        out.end_code(language)
        if close is not None:
            close()

    return closed


def _rule(out: Builder, element: etree._Element) -> Undo | None:
    out.rule()
    return drop


# ---- lists ----


def _list(out: Builder, element: etree._Element) -> Undo | None:
    before = out.where
    close = block(out, element, Kind.PARAGRAPH if before.kind is Kind.TERM else None)
    level = (before.list.level if before.list else 0) + 1
    ordered = element.tag == "ol"
    state = ListState(ordered, indent=before.indent, level=min(level, MAX_LEVEL))
    if level > MAX_LEVEL and before.list is not None:
        state.indent = before.list.indent
    if ordered:
        count = sum(1 for _ in element.iterchildren("li"))
        state.style = element.get("type") or "1"
        state.step = -1 if "reversed" in element.attrib else 1
        start = _number(element.get("start"))
        state.number = start if start is not None else (count if state.step < 0 else 1)
        ends = (state.number, state.number + state.step * max(count - 1, 0))
        state.width = max(len(numeral(number, state.style)) for number in ends) + 1
    out.where = out.where._replace(list=state)
    return close


def _item(out: Builder, element: etree._Element) -> Undo | None:
    if out.table is not None:
        return block(out, element)
    state = out.where.list or ListState(False, indent=out.where.indent)
    close = block(out, element, indent=state.indent + state.width + 1)
    out.where = out.where._replace(list=state)
    before = out.marker
    marker = state.marker(_number(element.get("value")))
    out.marker = (marker, state.indent + max(state.width - len(marker), 0), state.level)

    def closed() -> None:
        if close is not None:
            close()
        out.marker = before

    return closed


def _number(value: str | None) -> int | None:
    value = (value or "").strip()
    digits = value.removeprefix("-")
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 8 else None


# ---- tables ----


def _table(out: Builder, element: etree._Element) -> Undo | None:
    close = block(out, element)
    if out.table is not None or not is_data_table(element):
        return close
    out.table = Table()

    def closed() -> None:
        out.end_table()
        if close is not None:
            close()

    return closed


def _row(out: Builder, element: etree._Element) -> Undo | None:
    if out.table is None:
        return block(out, element)
    out.table.rows.append([])
    return None


def _head(out: Builder, element: etree._Element) -> Undo | None:
    if out.table is None:
        return block(out, element)
    out.table.header = out.table.header or not out.table.rows
    return None


def _cell(out: Builder, element: etree._Element) -> Undo | None:
    if out.table is None:
        return drop if is_gutter(element) else block(out, element)
    out.take()
    columns, rows, head = span_of(element, "colspan"), span_of(element, "rowspan"), element.tag == "th"
    return lambda: out.end_cell(columns, rows, head=head)


_DROPPED = (
    "script style template head nav svg canvas object embed button select textarea datalist map dialog menu progress "
    "meter applet frameset frame noframes rp annotation annotation-xml link meta base title param area"
)
_BLOCKS = (
    "p div section article main header footer aside address center hgroup details fieldset legend body html dl "
    "tbody tfoot search optgroup option"
)

HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_DROPPED.split(), _drop),
    **dict.fromkeys(_BLOCKS.split(), block),
    **dict.fromkeys(("b", "strong"), styled(Style.BOLD)),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), styled(Style.ITALIC)),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), styled(Style.CODE)),
    **dict.fromkeys(("s", "strike", "del"), styled(Style.STRIKE)),
    **dict.fromkeys(("u", "ins"), styled(Style.UNDERLINE)),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "dir"), _list),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _pre),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(("figcaption", "caption"), _caption),
    **dict.fromkeys(("video", "audio", "iframe"), inline.player),
    "sup": styled(Style.SUPERSCRIPT),
    "sub": styled(Style.SUBSCRIPT),
    "mark": styled(Style.MARK),
    "blockquote": _quote,
    "dt": _term,
    "dd": _definition,
    "figure": _figure,
    "form": _form,
    "summary": _summary,
    "hr": _rule,
    "li": _item,
    "table": _table,
    "tr": _row,
    "thead": _head,
    "a": inline.link,
    "br": inline.line_break,
    "q": inline.quoted,
    "rt": inline.reading,
    "math": inline.formula,
    "input": inline.box,
    "img": inline.image,
    "noscript": inline.without_scripts,
}
