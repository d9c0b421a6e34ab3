"""A briefing as lines: headlines, sentences, sources, whole texts. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from ...domain.briefings import Item, Paper
from ...domain.document import Style
from ...domain.layout import Role, lay_out, wrap
from ...domain.models import Head
from ...domain.rows import age
from ...domain.stories import since_words

DONE = "You are done."

_ROLES = {
    Role.TITLE: "head",
    Role.HEADING: "head",
    Role.MINOR: "head",
    Role.TERM: "head",
    Role.COLUMN: "head",
    Role.CAPTION: "meta",
    Role.PICTURE: "meta",
    Role.RULE: "meta",
    Role.BAR: "meta",
    Role.CODE: "code",
}


class Run(NamedTuple):
    """Characters in one setting; `part` is a component style of the widget."""

    text: str
    part: str = "text"
    style: Style = Style.PLAIN


class StoryLine(NamedTuple):
    """One line."""

    item: int
    """Index of the story that it belongs to; as many as there are stories for the end, -1 for none."""
    runs: tuple[Run, ...] = ()
    dot: bool = False


def story_lines(
    paper: Paper,
    width: int,
    heads: Mapping[int, Head],
    now: int,
    nothing: Sequence[str] = (),
    tz: tzinfo | None = None,
) -> list[StoryLine]:
    """The whole paper in lines of at most `width` cells (code may be wider).

    `heads`: the articles as they are marked now; `nothing`: what to say when there are no stories.
    """
    found: list[StoryLine] = []
    number = 0
    for chapter in paper.chapters:
        if chapter.name:
            found += [StoryLine(-1, (Run(line, "section"),)) for line in _wrapped(chapter.name, width)]
            found.append(StoryLine(-1))
        for item in chapter.items:
            found += _item(item, number, width, heads, now, tz)
            found.append(StoryLine(-1))
            number += 1
    for line in nothing if not number else ():
        found += [StoryLine(-1, (Run(part),)) for part in _wrapped(line, width)]
        found.append(StoryLine(-1))
    if paper.left_out:
        some = "1 more story" if paper.left_out == 1 else f"{paper.left_out:,} more stories"
        found += [StoryLine(number, (Run(line, "meta"),)) for line in _wrapped(f"{some}: there was no room", width)]
    found += [StoryLine(number, (Run(line, "done"),)) for line in _wrapped(DONE, width)]
    return found


def _wrapped(text: str, width: int) -> Iterator[str]:
    return (text[start:end] for start, end in wrap(text, max(width, 1)))


def _item(
    item: Item, number: int, width: int, heads: Mapping[int, Head], now: int, tz: tzinfo | None
) -> Iterator[StoryLine]:
    lead = heads.get(item.lead.id, item.lead)
    part = "title-read" if lead.read else "title"
    for at, line in enumerate(_wrapped(item.piece.story.title, width)):
        yield StoryLine(number, (Run(line, part),), dot=not at and not lead.read)
    yield from (StoryLine(number, (Run(line, "meta"),)) for line in _wrapped(_about(item, lead, now), width))
    for line in _wrapped(" ".join(item.sentences), width) if item.sentences else ():
        yield StoryLine(number, (Run(line),))
    since = item.since_text(since_words(item.since, now, tz)) if item.since else ""
    yield from (StoryLine(number, (Run(line, "head"),)) for line in (_wrapped(since, width) if since else ()))
    for source, text in item.told:
        yield from _addition(source, text, number, width)
    if item.text.blocks:
        yield StoryLine(number)
    for laid in lay_out(item.text, max(width, 1)) if item.text.blocks else ():
        runs = (Run(piece.text, _ROLES.get(Role(piece.role), "text"), piece.style) for piece in laid.pieces)
        yield StoryLine(number, tuple(runs))


def _addition(source: str, text: str, number: int, width: int) -> Iterator[StoryLine]:
    begin = f"{source}: "
    for at, line in enumerate(_wrapped(begin + text, width)):
        head = begin.rstrip() if not at and line.startswith(begin.rstrip()) else ""
        yield StoryLine(number, (Run(head, "adds"), Run(line[len(head) :])))


def _about(item: Item, lead: Head, now: int) -> str:
    """Who tells it, how old it is, how long it is, what is special about it."""
    others = [name for name in dict.fromkeys(head.credit for head in item.heads) if name != lead.credit]
    parts = [lead.credit]
    if len(item.heads) > 1:
        named = ", ".join(others[:3]) + (" …" if len(others) > 3 else "")
        parts.append(f"+{len(item.heads) - 1} {named}".rstrip())
    parts.append(age(item.piece.story.newest, now))
    if lead.minutes:
        parts.append(f"{lead.minutes} min")
    if item.teaser:
        parts.append("teaser")
    marks = [name for name, has in (("★", lead.starred), ("later", lead.later)) if has]
    return " · ".join([*parts, *marks])
