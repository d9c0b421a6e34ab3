"""list, show, search: what is in the library."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from ..domain.models import Scope, View
from ..domain.reading import words_within
from .output import Column, busy, console, is_terminal, note, say_json, say_table, utc
from .session import Failure, Session, command, one_feed, wait_for
from .show import say_article, summary_record

if TYPE_CHECKING:
    from ..domain.models import Article, Head, Rows
    from ..reader import Reader

_AT_ONCE = 500
"""Articles whose heads are read in one go."""

_ON_A_TERMINAL = 50
"""Articles that a terminal gets when --limit says nothing."""


@command("list")
@click.option("--view", type=click.Choice([view.value for view in View]), default="all", help="Which articles [all].")
@click.option("--feed", metavar="FEED", help="Only this feed: its number, address, or enough of its title.")
@click.option(
    "--minutes",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only what takes at most N minutes to read; no teasers, whose articles may take longer.",
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N [a terminal: 50, else all].")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
def list_command(
    session: Session, view: str, feed: str | None, minutes: int | None, limit: int | None, as_json: bool
) -> None:
    """List articles, newest first.

    In a pipe, one article a line, parted by tabs: id, time, marks (u unread, s starred, l later, - none), minutes to
    read, feed, title.
    """
    with session.reader() as reader:
        words = words_within(1, minutes) if minutes is not None else None
        scope = Scope(View(view), one_feed(reader, feed).id if feed else None, words=words)
        rows = reader.rows(scope)
        _say_list(reader, rows, limit, as_json)
        if not rows and not as_json and minutes is not None:
            note("Nothing as short as that. Teasers do not count: how long their articles are is not known.")
        elif not rows and not as_json:
            note("Nothing here. See what there is: tui-reader list --view all" if view != "all" else _nothing(reader))


@command("search", short_help="List the articles that contain some words.")
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N [a terminal: 50, else all].")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array, as 'list' does.")
def search_command(session: Session, words: Sequence[str], limit: int | None, as_json: bool) -> None:
    """List the articles that contain all the words of QUERY, newest first, as 'list' does."""
    with session.reader() as reader:
        rows = reader.search(" ".join(words))
        _say_list(reader, rows, limit, as_json)
        if not rows and not as_json:
            note("Nothing was found. Fewer or shorter words find more.")


@command("show")
@click.argument("article_id", type=int, metavar="ID")
@click.option("--summary", is_flag=True, help="The summary in place of the text.")
@click.option("--full", is_flag=True, help="Fetch the article's page first when the feed carried only a part.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object with the text and the summary.")
def show_command(session: Session, article_id: int, summary: bool, full: bool, as_json: bool) -> None:
    """Print an article. ID is its number, as 'list' and 'search' give it."""
    with session.reader() as reader:
        article = reader.article(article_id)
        if article is None:
            raise Failure(f"there is no article {article_id}; 'tui-reader list' gives the numbers")
        if full and (article.full_document is None or reader.library.is_stale(article_id)):
            with busy("Fetching the page"):
                article = wait_for(reader.full_text(article_id))
        made = None
        if summary or as_json:
            with busy("Summarising"):
                made = wait_for(reader.summary(article_id))
        if as_json:
            assert made is not None
            say_json(_record(article) | {"text": article.document.text(), "summary": summary_record(made)})
        else:
            say_article(article, made, reader.config.column)


def _say_list(reader: "Reader", rows: "Rows", limit: int | None, as_json: bool) -> None:
    on_terminal = is_terminal(sys.stdout) and not as_json
    if limit is None and on_terminal:
        limit = _ON_A_TERMINAL
    ids = rows.ids if limit is None else rows.ids[:limit]
    if as_json:
        say_json(_record(article) for head in _heads(reader, ids) if (article := reader.article(head.id)))
        return
    columns = (
        Column("ID", "cyan", right=True),
        Column("Time", "dim", over=72),
        Column("", "bold yellow"),
        Column("Min", right=True, over=50),
        Column("Feed", "green", over=90),
        Column("Title", stretch=True),
    )
    if ids or not on_terminal:
        say_table(columns, (_cells(head, on_terminal) for head in _heads(reader, ids)))
    if on_terminal and len(ids) < len(rows):
        console(sys.stdout).print(f"{len(ids)} of {len(rows):,}; --limit N shows more", style="dim")


def _heads(reader: "Reader", ids: Sequence[int]) -> Iterator["Head"]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from reader.heads(ids[start : start + _AT_ONCE])


def _cells(head: "Head", on_terminal: bool) -> tuple[str, ...]:
    from datetime import UTC, datetime

    when = datetime.fromtimestamp(head.sort_at, UTC)
    marks = "u" * (not head.read) + "s" * head.starred + "l" * head.later
    if on_terminal:
        time = f"{when.astimezone():%Y-%m-%d %H:%M}"
        feed = head.feed if len(head.feed) <= 24 else head.feed[:23] + "…"
        marks = "●" * (not head.read) + "★" * head.starred + "L" * head.later
        return str(head.id), time, marks, str(head.minutes), feed, head.title
    return str(head.id), utc(when) or "", marks or "-", str(head.minutes), head.feed, head.title


def _record(article: "Article") -> dict[str, Any]:
    head = article.head
    return {
        "id": head.id,
        "feed": head.feed,
        "title": head.title,
        "url": article.url,
        "author": article.author,
        "published": utc(article.published),
        "read": head.read,
        "starred": head.starred,
        "later": head.later,
        "words": head.words,
        "minutes": head.minutes,
    }


def _nothing(reader: "Reader") -> str:
    if not reader.feeds():
        return "No articles yet. Follow a feed: tui-reader add ADDRESS, or see how it looks: tui-reader --demo"
    return "No articles yet. Fetch them: tui-reader refresh"
