"""The text constructs of the formats: plain, HTML, XHTML, base64; as one clean line or as HTML."""

import base64
import binascii
import html
import re

from lxml import etree

from tui_reader.domain.text import clean_line

from .decoding import mend_c1
from .lifting import NOTHING, Lifted
from .names import short_namespace, split_tag

Element = etree._Element

_RAW = 20_000
"""Characters of a one-line field that are looked at before it is cut."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<[!?][^<>]*>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>|<!(--)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NAMESPACED = re.compile(r"<[a-zA-Z][^<>]*?\sxmlns[^<>]*>")
_START_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_XMLNS = re.compile(r"\sxmlns(?::[\w.-]+)?=(?:\"[^\"]*\"|'[^']*')")
_HTML_SIGNS = re.compile(
    r"</(?:a|p|b|i|em|strong|div|span|ul|ol|li|h[1-6]|blockquote|code|pre|table|cite|u|sup|sub|small|font)\s*>"
    r"|<(?:br|img|hr|p)\b[^<>]*>",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"\n[ \t\r]*\n\s*")

_VOID = frozenset({"br", "hr", "img", "wbr", "input", "area", "source", "embed"})
_BREAKING = frozenset({"br", "p", "div", "li", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "blockquote"})
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "center", "cite", "code", "del", "dfn", "em", "font"}
    | {"i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "script", "small", "span", "strike", "strong"}
    | {"style", "sub", "sup", "time", "tt", "u", "var"}
)
_KNOWN = _VOID | _BREAKING | _INLINE


def inner(element: Element, lifted: Lifted = NOTHING) -> str:
    """What stands in an element, as HTML where it holds elements, else its text."""
    if not len(element):
        return lifted.text(element.text)
    return lifted.restored(_markup(element))


def plain(element: Element) -> str:
    """The text of an element and all that it holds, one clean line."""
    return clean_line(mend_c1(whole_text(element)[:_RAW]))


def whole_text(element: Element) -> str:
    """All text in an element and in what it holds, as it stands."""
    if not len(element):
        return element.text or ""
    return "".join(str(piece) for piece in element.itertext())


def loose_line(element: Element) -> str:
    """A field whose type nobody states (RSS): plain text, or escaped HTML. Tags that pair up or are void are HTML."""
    if len(element):
        return plain(element)
    return loose_text(element.text or "")


def loose_text(text: str) -> str:
    """As `loose_line`, of a string."""
    text = mend_c1(text[:_RAW])
    if "<" in text:
        text = _without_pairs(text.strip())
    if "&" in text:
        text = _REFERENCE.sub(lambda match: mend_c1(html.unescape(match[0])), text)
    return clean_line(text)


def html_line(text: str) -> str:
    """The text of a piece of HTML, one clean line."""
    text = text[:_RAW]
    if "<" in text:
        text = _MARKUP.sub(_gap, _seen(text))
    return clean_line(mend_c1(html.unescape(text)) if "&" in text else mend_c1(text))


def typed_line(element: Element) -> str:
    """An Atom text construct as one clean line."""
    kind, text = _typed(element)
    if kind == "html":
        return html_line(text)
    return clean_line(mend_c1(text[:_RAW]))


def typed_html(element: Element, lifted: Lifted = NOTHING) -> str:
    """An Atom text or content construct as HTML; "" for what is no text."""
    kind, text = _typed(element, lifted)
    if kind == "html" or (kind == "" and _HTML_SIGNS.search(text)):
        return text
    return plain_html(text)


def plain_html(text: str) -> str:
    """Plain text as HTML: escaped, with its paragraphs and lines kept."""
    text = html.escape(text.strip().replace("\r\n", "\n"), quote=False)
    if "\n" not in text:
        return text
    paragraphs = (part.replace("\n", "<br>\n") for part in _PARAGRAPHS.split(text))
    return "\n".join(f"<p>{part}</p>" for part in paragraphs)


def _typed(element: Element, lifted: Lifted = NOTHING) -> tuple[str, str]:
    """(kind, text): "html", "text", or "" when the element does not say which."""
    stated, mode = element.get("type") or "", element.get("mode") or ""
    if stated == "html" and not mode and not len(element):
        return "html", lifted.text(element.text)
    stated, mode = stated.strip().lower(), mode.strip().lower()
    if mode == "base64" or (not mode and _is_binary(stated)):
        text = _from_base64(lifted.restored(whole_text(element)))
        return ("html" if "html" in stated else "text"), text
    if len(element) and mode != "escaped":
        if stated in ("text", "plain", "text/plain"):
            return "text", lifted.restored(whole_text(element))
        holder = _unwrapped(element)
        return "html", inner(holder, lifted) if len(holder) else html.escape(holder.text or "", quote=False)
    text = lifted.restored(whole_text(element)) if len(element) else lifted.text(element.text)
    if stated in ("html", "text/html"):
        return "html", text
    if stated in ("xhtml", "application/xhtml+xml"):
        return ("html", text) if mode == "escaped" else ("text", text)
    return ("text" if stated else ""), text


def _is_binary(stated: str) -> bool:
    return "/" in stated and not stated.startswith("text/") and not stated.endswith(("+xml", "/xml"))


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode()
    except (binascii.Error, UnicodeError, ValueError):
        return ""


def _unwrapped(element: Element) -> Element:
    """The div that Atom puts around XHTML, else the element itself."""
    if len(element) == 1 and not (element.text or "").strip():
        child = element[0]
        if isinstance(child.tag, str) and split_tag(child.tag)[1].lower() == "div" and not (child.tail or "").strip():
            return child
    return element


def _markup(element: Element) -> str:
    """What stands in an element, as HTML."""
    if any(child.prefix is not None for child in element):
        _forget_prefix(element)
    markup = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    start = _START_TAG.match(markup)
    markup = markup[start.end() if start else 0 : markup.rindex("<")]
    return _NAMESPACED.sub(lambda match: _XMLNS.sub("", match[0]), markup) if "xmlns" in markup else markup


def _forget_prefix(element: Element) -> None:
    for node in element.iter(etree.Element):
        address, local = split_tag(str(node.tag))
        if short_namespace(address) == "xhtml":
            node.tag = local


def _seen(text: str) -> str:
    """HTML without scripts, styles and comments."""
    lower, kept, position = text.lower(), [], 0
    while start := _UNSEEN.search(text, position):
        kept.append(text[position : start.start()])
        end = lower.find("-->" if start[2] else f"</{start[1].lower()}", start.end())
        position = lower.find(">", end) + 1 if end >= 0 else 0
        if not position:
            return "".join(kept) + text[start.end() :]
    return "".join(kept) + text[position:]


def _gap(match: re.Match[str]) -> str:
    tag = _TAG.match(match.group())
    return " " if tag and tag[2].lower() in _BREAKING else ""


def _without_pairs(text: str) -> str:
    """`text` without HTML tags that pair up, are void or stand at the very beginning; other angle brackets stay."""
    opened: dict[str, list[int]] = {}
    gone: dict[int, str] = {}
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name not in _KNOWN:
            continue
        gap = " " if name in _BREAKING else ""
        if name in _VOID or match[0].endswith("/>"):
            gone[match.start()] = gap
        elif not match[1]:
            opened.setdefault(name, []).append(match.start())
        elif starts := opened.get(name):
            gone[starts.pop()] = gone[match.start()] = gap
        if not match[1] and match.start() == 0:
            gone[0] = gap
    return _TAG.sub(lambda match: gone.get(match.start(), match[0]), text)
