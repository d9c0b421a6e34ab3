"""brief: what came since the last visit, as stories; with a time budget an edition that ends in time."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from ..domain.briefings import Item, Paper
from ..domain.document import Block, Document, Kind, Span, Style
from ..domain.rows import day_title, long_age
from ..domain.stories import since_words
from .output import busy, is_terminal, number, say, say_json, utc
from .plain import markdown, plain_text
from .session import Session, command, wait_for

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE = "You are done."
_AGO = re.compile(r"(\d{1,5})\s*(m|min|h|d|w)", re.IGNORECASE)
_UNITS = {"m": 1, "min": 1, "h": 60, "d": 1440, "w": 10080}
"""In minutes."""


class Moment(click.ParamType[datetime]):
    """Something like 24h, 3d, 07:40, yesterday or 2026-03-01T07:40, in the past; times are local."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        found = moment(str(value).strip(), datetime.now(UTC).astimezone())
        if found is None:
            self.fail(f"{value!r} is no moment; write 24h, 3d, 07:40, yesterday, or 2026-03-01", param, ctx)
        return found


def moment(text: str, now: datetime) -> datetime | None:
    """The moment that `text` names, before `now` and in its zone; None when it names none."""
    if ago := _AGO.fullmatch(text):
        return now - timedelta(minutes=int(ago[1]) * _UNITS[ago[2].lower()])
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if text.lower() in ("today", "yesterday"):
        return midnight - timedelta(days=text.lower() == "yesterday")
    if clock := re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text):
        at = midnight.replace(hour=int(clock[1]), minute=int(clock[2]))
        return at if at <= now else at - timedelta(days=1)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=now.tzinfo)
    return found if found <= now else None


@command("brief", short_help="What came since the last visit, in a few minutes.")
@click.option(
    "--since", type=Moment(), metavar="WHEN", help="24h, 3d, 07:40, 2026-03-01 ... [the last visit, else 24h]."
)
@click.option(
    "--minutes", type=click.FloatRange(0.5, 600), metavar="N", help="As much of what is unread as N minutes hold."
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown.")
def brief_command(
    session: Session, since: datetime | None, minutes: float | None, as_json: bool, as_markdown: bool
) -> None:
    """Print what came since the last visit: articles on one event as one story, each in a few of its own sentences.

    With --minutes, the weightiest of what is unread, in full, in summary, or as a headline, so that it ends in time.
    Made on this machine from what the library has; 'tui-reader refresh' before it fetches what is new.
    """
    with session.reader() as reader:
        with busy("Reading the news"):
            paper = wait_for(reader.briefing(since, minutes))
        column = reader.config.column
    if as_json:
        say_json(record(paper))
    elif as_markdown:
        say(markdown(as_document(paper, marked=True)))
    elif is_terminal(sys.stdout):
        _draw(as_document(paper), column)
    else:
        say(plain_text(as_document(paper)))


def headline(paper: Paper) -> str:
    """What the paper is, in one line."""
    now = datetime.fromtimestamp(paper.made).astimezone()
    since = datetime.fromtimestamp(paper.since).astimezone()
    day = "" if since.date() == now.date() else f"{day_title(since.date(), now.date())} ".replace("Yest", "yest")
    if not paper.items:
        return f"Nothing new since {day}{since:%H:%M}"
    what = f"{number(paper.stories, 'story', 'stories')} from {number(paper.articles, 'article')}"
    minutes = f"{paper.minutes_for(paper.words)} min"
    if paper.minutes is None:
        return f"Since {day}{since:%H:%M}: {what}, {minutes}"
    return f"{minutes} of {paper.minutes:g}: {number(len(paper.items), 'story', 'stories')} of {paper.stories}"


def as_document(paper: Paper, *, marked: bool = False) -> Document:
    """The whole paper as one document; `marked`: addresses are links, else they are written out."""
    pages = _Pages(marked)
    pages.add(Block(Kind.HEADING, (Span(headline(paper)),), level=1))
    for chapter in paper.chapters:
        if chapter.name:
            pages.add(Block(Kind.HEADING, (Span(chapter.name if marked else f"— {chapter.name} —"),), level=2))
        for item in chapter.items:
            pages.story(item, paper.made)
    if paper.left_out:
        more = f"{number(paper.left_out, 'more story', 'more stories')}: there was no room."
        pages.add(Block(Kind.PARAGRAPH, (Span(more, Style.ITALIC if marked else Style.PLAIN),)))
    pages.add(Block(Kind.RULE))
    pages.add(Block(Kind.PARAGRAPH, (Span(DONE),)))
    return Document(tuple(pages.blocks), tuple(pages.links), tuple(pages.images))


class _Pages:
    """A document that grows."""

    def __init__(self, marked: bool) -> None:
        self._marked = marked
        self.blocks: list[Block] = []
        self.links: list[str] = []
        self.images: list[Any] = []

    def add(self, block: Block) -> None:
        self.blocks.append(block)

    def story(self, item: Item, now: int) -> None:
        link = self._link(item.urls[0]) if self._marked else None
        self.add(Block(Kind.HEADING, (Span(item.piece.story.title, link=link),), level=3))
        if item.text.blocks:
            self._whole(item.text)
        if item.sentences:
            end = " (teaser)" if item.teaser else ""
            self.add(Block(Kind.PARAGRAPH, (Span(" ".join(item.sentences) + end),)))
        if since := item.since_text(since_words(item.since, now)) if item.since else "":
            self.add(Block(Kind.PARAGRAPH, (Span(since, Style.BOLD if self._marked else Style.PLAIN),)))
        for source, text in item.told:
            self.add(Block(Kind.PARAGRAPH, (Span(f"{source}: ", Style.ITALIC), Span(text))))
        about = " · ".join((sources(item), long_age(item.piece.story.newest, now)))
        lines = [Span(about, Style.ITALIC if self._marked else Style.PLAIN)]
        if not self._marked and item.urls[0]:
            lines.append(Span(f"\n{item.urls[0]}"))
        self.add(Block(Kind.PARAGRAPH, tuple(lines)))

    def _whole(self, text: Document) -> None:
        """A whole article: its links and pictures get their places, its headings go below the story's."""
        first_link, first_image = len(self.links), len(self.images)
        self.links += text.links
        self.images += text.images
        for block in text.blocks:
            self.add(
                replace(
                    block,
                    spans=_moved(block.spans, first_link),
                    rows=tuple(tuple(_moved(cell, first_link) for cell in row) for row in block.rows),
                    level=min(block.level + 3, 6) if block.kind is Kind.HEADING else block.level,
                    image=None if block.image is None else block.image + first_image,
                )
            )

    def _link(self, url: str) -> int | None:
        if not url:
            return None
        self.links.append(url)
        return len(self.links) - 1


def _moved(spans: "Sequence[Span]", by: int) -> tuple[Span, ...]:
    return tuple(span if span.link is None else replace(span, link=span.link + by) for span in spans)


def sources(item: Item) -> str:
    """Who tells the story: "Reuters, BBC +3"."""
    names = list(dict.fromkeys(head.credit for head in item.heads))
    return ", ".join(names[:4]) + (f" +{len(names) - 4}" if len(names) > 4 else "")


def record(paper: Paper) -> dict[str, Any]:
    """The paper for JSON."""
    return {
        "since": utc(datetime.fromtimestamp(paper.since, UTC)),
        "made": utc(datetime.fromtimestamp(paper.made, UTC)),
        "minutes": paper.minutes,
        "articles": paper.articles,
        "stories": paper.stories,
        "left_out": paper.left_out,
        "words": paper.words,
        "reading_minutes": paper.minutes_for(paper.words),
        "sections": [
            {"name": chapter.name, "stories": [_story(item) for item in chapter.items]} for chapter in paper.chapters
        ],
    }


def _story(item: Item) -> dict[str, Any]:
    return {
        "title": item.piece.story.title,
        "form": item.piece.form.value,
        "sentences": list(item.sentences),
        "teaser": item.teaser,
        "new_since": utc(datetime.fromtimestamp(item.since, UTC)) if item.since else None,
        "text": item.text.text(),
        "adds": [{"source": one.source, "article": one.article_id, "text": one.text} for one in item.additions],
        "articles": list(_articles(item)),
    }


def _articles(item: Item) -> Iterator[dict[str, Any]]:
    for head, url in zip(item.heads, item.urls, strict=True):
        yield {
            "id": head.id,
            "feed": head.feed,
            "title": head.title,
            "url": url,
            "listed": utc(datetime.fromtimestamp(head.sort_at, UTC)),
            "why": item.reasons.get(head.id, ""),
        }


def _draw(document: Document, column: int) -> None:
    from .show import draw

    draw(document, column)
