"""Tags that do not match, put in order: every element closed, attributes quoted, stray angle brackets escaped."""

import re

DEPTH = 200
"""Open elements at a time; deeper ones are dropped and their text kept (libxml2 gives up at 256)."""

_TOKEN = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?[^>]*(?:>|\Z)|<![^<>]*>"
    r"|<(?P<end>/?)(?P<name>[A-Za-z_][\w.:-]*)(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>|<",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?<![\w.:-])([A-Za-z_][\w.:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ENTRIES = frozenset({"item", "entry"})
_ATTRIBUTES = 1000


def balance(text: str) -> str:
    """`text` as one well-nested element "_" (undeclared prefixes and a few other faults remain)."""
    out = ["<_>"]
    stack: list[str] = []
    end = 0
    for match in _TOKEN.finditer(text):
        out.append(text[end : match.start()].replace("]]>", "]]&gt;"))
        end = match.end()
        name = match["name"]
        if name is None:
            out.append(_without_name(match.group()))
        elif match["end"]:
            _close(name, stack, out)
        else:
            _open(name, match["rest"], stack, out)
    out.append(text[end:].replace("]]>", "]]&gt;"))
    out.extend(f"</{name}>" for name in reversed(stack))
    out.append("</_>")
    return "".join(out)


def _without_name(token: str) -> str:
    if token.startswith("<![CDATA["):
        return token if token.endswith("]]>") else token + "]]>"
    return "&lt;" if token == "<" else ""


def _open(name: str, rest: str, stack: list[str], out: list[str]) -> None:
    if name in _ENTRIES and name in stack:
        _close(name, stack, out)
    if len(stack) >= DEPTH:
        return
    rest = rest.rstrip()
    if rest.endswith("/"):
        out.append(f"<{name}{_attributes(rest[:-1])}/>")
    else:
        out.append(f"<{name}{_attributes(rest)}>")
        stack.append(name)


def _close(name: str, stack: list[str], out: list[str]) -> None:
    if name not in stack:
        return
    while (opened := stack.pop()) != name:
        out.append(f"</{opened}>")
    out.append(f"</{name}>")


def _attributes(rest: str) -> str:
    if "=" not in rest:
        return ""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        if len(found) < _ATTRIBUTES:
            value = next(group for group in match.groups()[1:] if group is not None)
            found.setdefault(match[1], value.replace("<", "&lt;").replace('"', "&quot;"))
    return "".join(f' {name}="{value}"' for name, value in found.items())
