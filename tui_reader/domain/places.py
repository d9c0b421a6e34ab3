"""Where a changed passage of one text stands in another text of the same article. Pure.

A feed's text and the page's are seldom the same, but their paragraphs often are.
"""

from collections.abc import Sequence

from .changes import Fate, Passage, likeness
from .document import Document

ALIKE = 0.6
"""Part of their words (Dice) that two paragraphs must share to count as one."""
WITHIN = 24
"""Characters that a paragraph must have to be looked for inside longer ones."""
CLOSELY = 50
"""So many passages are compared with each paragraph; the further ones are only looked for as they are."""


def places(passages: Sequence[Passage], text: Document, shown: Document) -> tuple[int, ...]:
    """For each passage of `text` the block of `shown` where it stands, was changed, or was removed before; else -1."""
    paragraphs = [(number, _plain(words)) for number, _, words in shown.text_parts()]
    known = {words: number for number, words in reversed(paragraphs)}
    found: list[int] = []
    for passage in passages:
        wanted = [_plain(words) for words in _wordings(passage, text)]
        close = paragraphs if passage.fate is not Fate.KEPT and len(found) < CLOSELY else []
        exact = next((known[words] for words in wanted if words in known), -1)
        found.append(exact if exact >= 0 else _closest(wanted, close))
    return tuple(found)


def _wordings(passage: Passage, text: Document) -> list[str]:
    """What the passage says now and what it said before; for what was removed, the paragraph that came after it."""
    now = [text.blocks[passage.block].text()] if passage.block < len(text.blocks) else []
    before = "".join(part.text for part in passage.parts if part.fate is not Fate.ADDED)
    return [*now, before] if before else now


def _closest(wanted: Sequence[str], paragraphs: Sequence[tuple[int, str]]) -> int:
    for words in (words.rstrip(".!?… ") for words in wanted):
        for number, paragraph in paragraphs:
            if min(len(words), len(paragraph)) >= WITHIN and (words in paragraph or paragraph in words):
                return number
    best, place = ALIKE, -1
    for words in wanted:
        for number, paragraph in paragraphs:
            if (alike := likeness(words, paragraph)) > best:
                best, place = alike, number
    return place


def _plain(words: str) -> str:
    return " ".join(words.split())
