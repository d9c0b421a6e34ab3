"""What a page says about its article for machines: JSON-LD of schema.org."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

MAX_SCRIPT = 1_000_000
MAX_NODES = 2_000

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|Recipe|HowTo|LiveBlogPosting)$")
_CONTROLS = re.compile("[\x00-\x1f]+")
Node = dict[str, Any]


def articles(tree: etree._Element) -> list[Node]:
    """The nodes of the page's JSON-LD that describe an article, those with a text first."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= MAX_SCRIPT:
            found += [node for node in _nodes(_parsed(script.text)) if _is_article(node)]
    return sorted(found, key=lambda node: -len(body_of(node)))


def _parsed(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    for attempt in (text, _CONTROLS.sub(" ", text).rstrip(" ;")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[Node]:
    waiting = [data]
    seen = 0
    while waiting and seen < MAX_NODES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in item]


def _is_article(node: Node) -> bool:
    types = node.get("@type")
    return any(
        isinstance(name, str) and _ARTICLE.search(name) for name in (types if isinstance(types, list) else [types])
    )


def body_of(node: Node) -> str:
    """The article's text, "" when the node carries none."""
    body = node.get("articleBody") or node.get("reviewBody") or ""
    return html.unescape(body) if isinstance(body, str) else ""


def text_of(value: Any) -> str:
    """The name or address that a property holds, in any of the forms that pages use."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("url") or value.get("@id") or value.get("@value") or ""
        return text_of(value) if isinstance(value, list) else (html.unescape(value) if isinstance(value, str) else "")
    return html.unescape(value) if isinstance(value, str) else ""


def names_of(value: Any) -> list[str]:
    """The names of people or organisations that a property holds."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for part in name if isinstance(name, list) else [name]:
            if isinstance(part, str) and part.strip() and not part.startswith("http"):
                names.append(html.unescape(part).strip())
    return list(dict.fromkeys(names))


def is_closed(node: Node) -> bool:
    """Whether the page says that the article is not free to read."""
    return str(node.get("isAccessibleForFree")).lower() == "false"
