"""refresh: what is new in the feeds."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from .output import busy, console, is_terminal, note, number, say, say_json
from .session import Failure, Session, command, one_feed, wait_for

if TYPE_CHECKING:
    from ..domain.outcomes import Progress, RefreshReport


@command("refresh")
@click.argument("feeds", nargs=-1, metavar="[FEED...]")
@click.option("--due", is_flag=True, help="Only what is due by now: for a timer.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def refresh_command(session: Session, feeds: Sequence[str], due: bool, as_json: bool) -> None:
    """Fetch what is new.

    FEED is a feed's number, address, or enough of its title; none means all. A feed that fails is named with its
    reason; the exit status is 1 when every feed failed.
    """
    with session.reader() as reader:
        ids = [one_feed(reader, feed).id for feed in feeds] or None
        if ids is None and not reader.feeds():
            note("No feeds yet. Follow one: tui-reader add ADDRESS")
            if as_json:
                say_json(_record(None))
            return
        with _progress() as progress:
            report = wait_for(reader.refresh(ids, manual=not due, progress=progress))
        if as_json:
            say_json(_record(report))
        elif not report.offline:
            _say_report(report)
        sys.stdout.flush()
        with busy("Making the articles ready"):
            wait_for(reader.finished())
    if report.offline:
        raise Failure("this machine has no network now; what is in the library can be read: tui-reader list")
    if report.failed and len(report.failed) >= report.checked:
        raise click.exceptions.Exit(1)


def _say_report(report: "RefreshReport") -> None:
    parts = [f"{number(report.new, 'new article')} in {number(report.checked, 'feed')}"]
    if report.changed:
        parts.append(f"{report.changed} changed")
    if report.unchanged:
        parts.append(f"{number(report.unchanged, 'feed')} without news")
    if report.failed:
        parts.append(f"{len(report.failed)} failed")
    if report.skipped:
        parts.append(f"{len(report.skipped)} not asked")
    say(f"{', '.join(parts)}, {report.seconds:.1f} s")
    for feed, reason in report.failed:
        note(f"Failed: {feed}: {reason}")
    for feed, reason in report.skipped:
        note(f"Not asked: {feed}: {reason}")


def _record(report: "RefreshReport | None") -> dict[str, object]:
    return {
        "checked": report.checked if report else 0,
        "new": report.new if report else 0,
        "changed": report.changed if report else 0,
        "unchanged": report.unchanged if report else 0,
        "failed": [{"feed": feed, "reason": reason} for feed, reason in report.failed] if report else [],
        "skipped": [{"feed": feed, "reason": reason} for feed, reason in report.skipped] if report else [],
        "seconds": round(report.seconds, 3) if report else 0.0,
    }


@contextmanager
def _progress() -> Iterator["Callable[[Progress], None] | None"]:
    """A bar on a terminal, on standard error; None elsewhere."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Refreshing"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[news]}"))
    with Bar(*columns, TimeElapsedColumn(), console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=None, news="")

        def show(progress: "Progress") -> None:
            failing = f", {progress.failing} failing" if progress.failing else ""
            bar.update(task, completed=progress.done, total=progress.total, news=f"{progress.new} new{failing}")

        yield show
