"""Code in pages: its language, and what inside a <pre> is no code."""

import re

from lxml import etree

_GUTTER = re.compile(r"(?:^|\s)(?:gutter|lineno|linenos|line-numbers-rows|blob-num|hljs-ln-numbers|code-copy)(?:\s|$)")
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language-|lang-|lang:|highlight-source-|highlight-text-|brush:\s*|code-)([A-Za-z][\w+#.-]{0,29})"
)
_AFTER = re.compile(r"(?:^|\s)(?:sourceCode|hljs|highlight|prettyprint)\s+([A-Za-z][\w+#-]{0,20})(?:\s|$)")
_NO_LANGUAGE = frozenset(
    ("none", "text", "plain", "plaintext", "txt", "nohighlight", "wrap", "block", "numberlines", "highlight", "default")
)


def is_gutter(element: etree._Element) -> bool:
    """Whether the element holds line numbers."""
    names = element.get("class")
    return bool(names and _GUTTER.search(names))


def language_of(pre: etree._Element) -> str:
    """The programming language that the page names for a <pre>, "" when it names none."""
    parent = pre.getparent()
    code = pre.find("code")
    above = parent.getparent() if parent is not None else None
    for element in (code, pre, parent, above):
        if element is None:
            continue
        named = element.get("data-lang") or element.get("data-language") or ""
        if not named:
            names = element.get("class") or ""
            match = _LANGUAGE.search(names) or _AFTER.search(names)
            named = match.group(1) if match else ""
        if named and named.lower() not in _NO_LANGUAGE:
            return named.lower()
    return ""
