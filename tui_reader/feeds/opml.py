"""Lists of feeds: OPML in any state read, OPML 2.0 written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from urllib.parse import urlsplit

from lxml import etree

from tui_reader.domain.models import Feed
from tui_reader.domain.text import clean_line

from .addresses import web_address
from .trees import Refused, read_tree

MOST = 50_000
"""Outlines that are read."""
DEPTH = 10
"""Folders in folders."""
FOLDERS = 50
"""Folders that the categories of one feed may name."""
_LISTS = frozenset({"include", "source"})
_ROOTS = frozenset({"opml", "outlinedocument"})


class NotOpml(Exception):
    """The file is no list of feeds. `reason`: one clean line for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(clean_line(reason))
        self.reason = clean_line(reason)


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """A feed of a list. Nested folders are one name, joined by "/"."""

    url: str
    title: str
    site_url: str = ""
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpmlImport:
    """What a list of feeds holds."""

    feeds: tuple[OpmlFeed, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    """(what, why) of what was not taken."""
    lists: tuple[OpmlFeed, ...] = ()
    """Further lists that it names: to be offered, never fetched unasked."""


def read_opml(data: bytes) -> OpmlImport:
    """The feeds of an OPML document; one address in several folders is one feed in several folders. Raises NotOpml."""
    try:
        root = read_tree(data).root
    except Refused as refusal:
        raise NotOpml(f"the file is refused: {refusal}") from None
    if root is None or not any(_local(node) in _ROOTS for node in [root, *root]):
        raise NotOpml("the file is no OPML: no list of feeds was found in it")
    feeds: dict[str, OpmlFeed] = {}
    lists: dict[str, OpmlFeed] = {}
    skipped: list[tuple[str, str]] = []
    for path, outline in _outlines(root):
        _read_outline(outline, path, feeds, lists, skipped)
    return OpmlImport(tuple(feeds.values()), tuple(skipped), tuple(lists.values()))


def write_opml(feeds: Sequence[Feed], *, title: str, created: datetime) -> str:
    """`feeds` as OPML 2.0, folders nested, all sorted by name; what has no http(s) address is left out.

    Reading the result and writing it again gives the same text.
    """
    from email.utils import format_datetime  # slow to load, needed here only

    entries: dict[str, _Entry] = {}
    paths: dict[str, set[tuple[str, ...]]] = {}
    for feed in feeds:
        if url := web_address(feed.url):
            name = clean_line(feed.title) or _host(url)
            entries.setdefault(url, (name.casefold(), name, url, web_address(feed.site_url)))
            paths.setdefault(url, set()).update(tuple(_segments(folder)) for folder in feed.folders)
    tree = _Folder()
    for url, entry in entries.items():
        for path in paths[url] - {()} or {()}:
            tree.at(path).feeds.add(entry)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{escape(clean_line(title), quote=False)}</title>",
        f"    <dateCreated>{format_datetime(created.astimezone(UTC), usegmt=True)}</dateCreated>",
        "  </head>",
        "  <body>",
        *tree.lines("    "),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(out) + "\n"


_Entry = tuple[str, str, str, str]
"""(what it is sorted by, its name, its address, its site's address)."""


class _Folder:
    """Feeds and folders in a folder, while a list is being written."""

    def __init__(self) -> None:
        self.feeds: set[_Entry] = set()
        self.folders: dict[str, _Folder] = {}

    def at(self, path: Sequence[str]) -> "_Folder":
        folder = self
        for name in path:
            folder = folder.folders.setdefault(name, _Folder())
        return folder

    def lines(self, indent: str) -> Iterator[str]:
        for _, name, url, site in sorted(self.feeds):
            text = _quoted(name)
            home = f" htmlUrl={_quoted(site)}" if site else ""
            yield f'{indent}<outline type="rss" text={text} title={text} xmlUrl={_quoted(url)}{home}/>'
        for name, folder in sorted(self.folders.items(), key=lambda pair: (pair[0].casefold(), pair[0])):
            yield f"{indent}<outline text={_quoted(name)} title={_quoted(name)}>"
            yield from folder.lines(indent + "  ")
            yield f"{indent}</outline>"


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _segments(folder: str) -> list[str]:
    names = (clean_line(name) for name in folder.split("/", DEPTH - 1))
    return [name for name in names if name.strip("/ ")]


def _outlines(root: etree._Element) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    """(names of the folders around it, its attributes with names in lower case) of each outline that is no folder."""
    stack: list[tuple[etree._Element, tuple[str, ...]]] = [(root, ())]
    seen = 0
    while stack and seen < MOST:
        node, path = stack.pop()
        if _local(node) == "outline":
            seen += 1
            stated = {
                str(name).rpartition("}")[2].rpartition(":")[2].lower(): str(value) for name, value in node.items()
            }
            if len(node) == 0 or "xmlurl" in stated:
                yield path, stated
            else:
                name = clean_line(stated.get("text") or stated.get("title") or "")
                path = (*path, name)[:DEPTH] if name else path
        stack.extend((child, path) for child in reversed(node))


def _read_outline(
    outline: dict[str, str],
    path: tuple[str, ...],
    feeds: dict[str, OpmlFeed],
    lists: dict[str, OpmlFeed],
    skipped: list[tuple[str, str]],
) -> None:
    kind = outline.get("type", "").strip().lower()
    stated = outline.get("xmlurl", "").strip() or outline.get("url", "").strip()
    if not stated:
        if site := clean_line(outline.get("htmlurl", "")):
            skipped.append((site, "no address of a feed is given"))
        return
    url, why = _address(stated)
    title = clean_line(outline.get("text", "")) or clean_line(outline.get("title", "")) or _host(url)
    found = OpmlFeed(url, title, web_address(outline.get("htmlurl")), _folders(path, outline.get("category", "")))
    if not url:
        skipped.append((clean_line(stated), why))
    elif kind in _LISTS or (kind == "link" and "xmlurl" not in outline and url.endswith((".opml", ".opml/"))):
        lists.setdefault(url, found)
    elif kind == "link" and "xmlurl" not in outline:
        skipped.append((url, "a link to a page, not a feed"))
    elif known := feeds.get(url):
        folders = tuple(dict.fromkeys(known.folders + found.folders))
        feeds[url] = OpmlFeed(url, known.title, known.site_url or found.site_url, folders)
    else:
        feeds[url] = found


def _address(stated: str) -> tuple[str, str]:
    """(the feed's address, "") or ("", why it is not taken)."""
    scheme = stated.partition(":")[0].lower()
    if scheme in ("exec", "filter") or stated.startswith("|"):
        return "", "it runs a command, which is refused"
    if scheme == "feed":
        rest = stated[5:].lstrip("/")
        stated = rest if rest.lower().startswith(("http:", "https:")) else f"https://{rest}"
    url = web_address(stated)
    return url, "" if url else "no http or https address"


def _folders(path: tuple[str, ...], category: str) -> tuple[str, ...]:
    paths = [path, *(_segments(part) for part in category.split(",")[:FOLDERS])]
    return tuple(dict.fromkeys("/".join(names) for names in paths if names))


def _host(url: str) -> str:
    try:
        return clean_line(urlsplit(url).hostname or "")
    except ValueError:
        return ""


def _local(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
