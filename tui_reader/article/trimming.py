"""Takes away what belongs to the page, not to the article: its title, lines of buttons, lists of other articles."""

from collections.abc import Sequence

from ..domain.document import Block, Document, Kind
from .furniture import (
    is_button,
    is_byline,
    is_copyright,
    is_path,
    is_promotion,
    is_related,
    opens_comments,
    opens_related,
    social_networks,
)
from .matching import squeezed
from .selection import with_blocks
from .wordage import words_in

REAL = 15
"""Words of a paragraph that is surely the article's own."""

LONG = 45
"""Words of a paragraph that cannot be the teaser of another article."""

LINE = 300
"""Characters that a line of the page has at most."""

MOSTLY = 0.6
"""Part of a block's characters in links from which it only leads somewhere else."""

_CHAPTERS = frozenset(
    ("comments", "comment", "tags", "topics", "categories", "keywords", "print", "copy", "kommentare")
)
_LINES = frozenset((Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.TERM, Kind.CAPTION))


def link_share(block: Block) -> float:
    """Part of a block's characters that are links."""
    total = sum(len(span.text) for span in block.spans)
    return sum(len(span.text) for span in block.spans if span.link is not None) / total if total else 0.0


def trimmed(document: Document, title: str, byline: str = "", *, edges: bool = True) -> Document:
    """`document` without the lines around the article; as it was when that would take away more than half of it.

    `edges`: the lines before the first and behind the last real paragraph are judged more severely. Not for feeds,
    whose entries are the author's from the first line, and may consist of links.
    """
    blocks = list(document.blocks)
    keep = [not _is_line_of_page(block) or _heads_text(blocks, number) for number, block in enumerate(blocks)]
    _drop_related(blocks, keep, byline)
    if edges:
        _drop_head(blocks, keep, title)
        _drop_tail(blocks, keep, document.links)
    if all(keep):
        return document
    left = [block for block, kept in zip(blocks, keep, strict=True) if kept]
    if _size(left) * 2 < _size(blocks):
        return document
    return with_blocks(document, left)


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(span.text) for block in blocks for span in block.spans)


def _is_line_of_page(block: Block) -> bool:
    if block.kind not in _LINES:
        return False
    text = block.text().strip()
    if len(text) > LINE:
        return False
    if is_button(text) or is_promotion(text):
        return True
    share = link_share(block)
    return share > 0 and (is_related(text) or (share >= MOSTLY and opens_related(text.partition("\n")[0])))


def _heads_text(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line of one word is the heading of a chapter: "Tags" or "Comments" in a book on programming."""
    block = blocks[number]
    text = block.text().strip().casefold()
    if block.kind is not Kind.HEADING or number + 1 == len(blocks) or text not in _CHAPTERS:
        return False
    under = blocks[number + 1]
    return under.kind in (Kind.CODE, Kind.TABLE) or (
        under.kind is Kind.PARAGRAPH and link_share(under) < MOSTLY and words_in(under.text()) >= REAL
    )


def _drop_related(blocks: Sequence[Block], keep: list[bool], byline: str) -> None:
    """Each line that announces other articles, and what follows it as long as it may be one of them."""
    for number, block in enumerate(blocks):
        if block.kind not in _LINES:
            continue
        text = block.text().strip()
        if block.kind is Kind.HEADING and opens_comments(text):
            end = _comments_end(blocks, number)
        elif not opens_related(text) and not _is_about_author(block, text, byline):
            continue
        elif block.kind is Kind.HEADING:
            end = _section_end(blocks, number)
        else:
            end = number + 1
            while end < len(blocks) and _leads_away(blocks[end]):
                end += 1
        keep[number:end] = [False] * (end - number)


def _comments_end(blocks: Sequence[Block], start: int) -> int:
    """Where the readers' comments end; just where they begin, if "Comments" is a chapter of a book on programming."""
    end = start + 1
    while end < len(blocks) and not (blocks[end].kind is Kind.HEADING and blocks[end].level <= blocks[start].level):
        end += 1
    counted = any(letter.isdigit() for letter in blocks[start].text())
    theirs = counted or (end == len(blocks) and all(block.kind is not Kind.CODE for block in blocks[start:end]))
    return end if theirs else start


def _is_about_author(block: Block, text: str, byline: str) -> bool:
    return block.kind is Kind.HEADING and bool(byline) and text.casefold() == f"about {byline}".casefold()


def _section_end(blocks: Sequence[Block], start: int) -> int:
    """Where the section under a heading ends; just behind the heading, if it is the article's own."""
    end = start + 1
    while end < len(blocks) and not (blocks[end].kind is Kind.HEADING and blocks[end].level <= blocks[start].level):
        block = blocks[end]
        if block.kind in (Kind.CODE, Kind.TABLE) or (link_share(block) < MOSTLY and words_in(block.text()) >= LONG):
            return start + 1
        end += 1
    section = blocks[start + 1 : end]
    leading = sum(block.kind in (Kind.HEADING, Kind.IMAGE) or link_share(block) > 0 for block in section)
    return end if 2 * leading >= len(section) else start + 1


def _leads_away(block: Block) -> bool:
    return block.kind in (Kind.IMAGE, Kind.CAPTION) or (block.kind in _LINES and link_share(block) >= MOSTLY)


def _drop_head(blocks: Sequence[Block], keep: list[bool], title: str) -> None:
    """The title, the byline, the date and other lines before the first real paragraph."""
    own = squeezed(title).casefold()
    for number, block in enumerate(blocks):
        text = block.text().strip()
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.CODE, Kind.TABLE) and words_in(text) >= REAL:
            break
        if block.kind not in _LINES:
            continue
        if (
            is_path(text)
            or _says_title(block, squeezed(text).casefold(), own)
            or (block.kind is not Kind.HEADING and (is_byline(text) or link_share(block) >= MOSTLY))
        ):
            keep[number] = False


def _says_title(block: Block, letters: str, title: str) -> bool:
    """Whether a line is the title, or a heading that is a part of it or a little more."""
    if not title or not letters:
        return False
    if letters == title or block.kind is not Kind.HEADING:
        return letters == title
    return letters in title or (title in letters and len(letters) <= 2 * len(title) + REAL)


def _drop_tail(blocks: Sequence[Block], keep: list[bool], links: Sequence[str]) -> None:
    """Lines behind the last real paragraph that only lead elsewhere."""
    for number in range(len(blocks) - 1, 0, -1):
        if not keep[number]:
            continue
        if not _ends_nothing(blocks[number], links):
            break
        keep[number] = False


def _ends_nothing(block: Block, links: Sequence[str]) -> bool:
    if block.kind in (Kind.RULE, Kind.HEADING):
        return True
    if block.kind not in _LINES:
        return False
    leads_away = block.kind is Kind.PARAGRAPH and link_share(block) >= MOSTLY
    return leads_away or is_copyright(block.text()) or _asks_to_follow(block, links)


def _asks_to_follow(block: Block, links: Sequence[str]) -> bool:
    """Whether a short block leads to the site's pages at two or more social networks, in whatever language."""
    text = block.text()
    targets = " ".join(links[span.link] for span in block.spans if span.link is not None)
    return len(text) <= LINE and social_networks(f"{text} {targets}") >= 2
