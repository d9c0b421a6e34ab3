"""add, remove, feeds: what is followed."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from ..domain.text import clean_line
from .output import Column, busy, console, is_terminal, note, number, say, say_json, say_table, utc
from .session import Failure, Session, command, one_feed, wait_for

if TYPE_CHECKING:
    from ..domain.fetching import FetchState
    from ..domain.models import Feed
    from ..domain.outcomes import Added
    from ..reader import Reader

_COLUMNS = (
    Column("ID", "cyan", right=True),
    Column("Unread", right=True),
    Column("Articles", right=True, over=50),
    Column("Title", stretch=True),
    Column("Address", "dim", stretch=True, over=80),
    Column("Error", "red", stretch=True),
)


@command("add")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.option("--folder", default="", metavar="NAME", help="File the feeds under this name.")
def add_command(session: Session, addresses: Sequence[str], folder: str) -> None:
    """Follow feeds.

    ADDRESS is a feed's or a site's, whose feeds are then looked for. An article's address puts that article on the
    list to read later.
    """
    failed = 0
    with session.reader() as reader:
        for address in addresses:
            failed += not _add(reader, address, folder)
    if failed and len(addresses) > 1:
        raise Failure(f"{failed} of {len(addresses)} addresses could not be added")
    if failed:
        raise click.exceptions.Exit(1)


def _add(reader: "Reader", address: str, folder: str) -> bool:
    from ..domain.problems import ReaderError

    try:
        with busy(f"Looking at {clean_line(address, 100)}"):
            added = wait_for(reader.add(address, folder=folder))
        if added.choices:
            added = _add_choice(reader, added, folder)
    except ReaderError as error:
        note(f"tui-reader: {error}")
        return False
    say(added.report)
    return True


def _add_choice(reader: "Reader", found: "Added", folder: str) -> "Added":
    """Adds the feed that the user picks, or without a terminal the first, which is the best, and names the others."""
    chosen = 0
    if is_terminal(sys.stdin) and is_terminal(sys.stderr) and len(found.choices) > 1:
        note("Several feeds were found:")
        for position, choice in enumerate(found.choices, 1):
            note(f"{position:>3}  {choice.title or 'no title'}  {choice.url}")
        numbers = click.IntRange(1, len(found.choices))
        chosen = click.prompt("Which one", type=numbers, default=1, err=True) - 1
    elif len(found.choices) > 1:
        for choice in found.choices[1:]:
            note(f"Also there: {choice.title or 'no title'} {choice.url}")
    choice = found.choices[chosen]
    with busy(f"Fetching {choice.title or choice.url}"):
        added = wait_for(reader.add(choice.url, folder=folder))
    if added.choices:
        raise Failure(f"{choice.url} was said to be a feed and is none")
    return added


@command("remove")
@click.argument("feed")
def remove_command(session: Session, feed: str) -> None:
    """Stop following a feed.

    FEED is its number (see 'feeds'), its address, or enough of its title. Its articles go with it; 'u' in the reader
    takes it back.
    """
    with session.reader() as reader:
        change = reader.library.remove_feed(one_feed(reader, feed).id)
        say(f"{change.label}. Undo: u in the reader")


@command("feeds")
@click.option("--health", is_flag=True, help="Say how fetching each feed goes.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
def feeds_command(session: Session, health: bool, as_json: bool) -> None:
    """List the feeds that are followed.

    In a pipe, one feed a line, parted by tabs: number, unread, articles, title, address, error.
    """
    with session.reader() as reader:
        followed = reader.feeds()
        states = {state.feed_id: state for state in reader.library.fetch_states()} if health else {}
    if as_json:
        say_json(
            _record(feed) | ({"health": _health(feed, states.get(feed.id))} if health else {}) for feed in followed
        )
        return
    if not followed:
        note("No feeds yet. Follow one: tui-reader add ADDRESS, or see how it looks: tui-reader --demo")
        return
    columns = [Column("ID", "cyan", right=True), Column("Unread", right=True), Column("Articles", right=True)]
    columns += [
        Column("Title", stretch=True),
        Column("Address", "dim", stretch=True, over=80),
        Column("Error", "red", stretch=True),
    ]
    rows = [[str(f.id), str(f.unread), str(f.articles), f.title, f.url, f.error] for f in followed]
    if health:
        columns += [
            Column("Last answer", over=110),
            Column("Unchanged", right=True, over=110),
            Column("Next check", over=140),
        ]
        for row, feed in zip(rows, followed, strict=True):
            row += _health_cells(feed, states.get(feed.id))
    elif not any(feed.error for feed in followed) and is_terminal(sys.stdout):
        columns.pop()
        rows = [row[:-1] for row in rows]
    say_table(columns, rows)
    if is_terminal(sys.stdout):
        console(sys.stdout).print(
            f"{number(len(rows), 'feed')}, {sum(f.unread for f in followed):,} unread", style="dim"
        )


def _record(feed: "Feed") -> dict[str, Any]:
    return {
        "id": feed.id,
        "title": feed.title,
        "url": feed.url,
        "unread": feed.unread,
        "articles": feed.articles,
        "error": feed.error,
        "checked": utc(feed.checked),
    }


def _health(feed: "Feed", state: "FetchState | None") -> dict[str, Any]:
    """How fetching goes: the last HTTP status, fetches and how many ended in "not modified", failures in a row."""
    return {
        "status": state.answer if state else 0,
        "fetches": state.fetches if state else 0,
        "not_modified": state.not_modified if state else 0,
        "failures": state.failures if state else 0,
        "failing_since": utc(state.failing_since) if state else None,
        "succeeded": utc(state.succeeded) if state else None,
        "next_check": utc(feed.next_check),
        "interval_minutes": state.interval_minutes if state else 0,
        "gone": feed.gone,
    }


def _health_cells(feed: "Feed", state: "FetchState | None") -> list[str]:
    if state is None or not state.checked:
        return ["never asked", "", ""]
    answer = f"{state.answer or 'none'} at {utc(state.checked)}"
    if state.failures > 1:
        answer += f", {state.failures} failures in a row"
    share = f"{state.not_modified * 100 // state.fetches} %" if state.fetches else ""
    return [answer, share, "never (gone)" if feed.gone else utc(feed.next_check) or "now"]
