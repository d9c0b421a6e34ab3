"""doctor: what is where, what is wrong, what to do."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__
from .equipment import pictures, screen_settings
from .finding import Finding, State
from .output import console, is_terminal, number, say, say_json, utc
from .session import Session, command

if TYPE_CHECKING:
    from ..domain.fetching import FetchState
    from ..store import Library
    from ..store.health import Health


@command("doctor", short_help="Say what is where, what is wrong, what to do.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
def doctor_command(session: Session, as_json: bool) -> None:
    """Say what is where, what is wrong, and what to do about it.

    Nothing is changed and nothing is fetched. The exit status is 1 when something is wrong.
    """
    findings = list(_findings(session))
    if as_json:
        records = (asdict(finding) for finding in findings)
        say_json({name: value for name, value in record.items() if value or name != "values"} for record in records)
    else:
        _say(findings)
    if any(finding.state is State.WRONG for finding in findings):
        raise click.exceptions.Exit(1)


def _say(findings: list[Finding]) -> None:
    styles = {State.OK: "green", State.HINT: "yellow", State.WRONG: "bold red"}
    out = console(sys.stdout) if is_terminal(sys.stdout) else None
    for finding in findings:
        lines = [f"{finding.state.value:<6}", f"{finding.what}: {finding.found}"]
        if out:
            from rich.text import Text

            out.print(Text.assemble((lines[0], styles[finding.state]), lines[1]), soft_wrap=True)
        else:
            say("".join(lines))
        if finding.do:
            say(f"      {finding.do}")


def _findings(session: Session) -> Iterator[Finding]:
    yield _program()
    yield from _settings(session)
    yield from _library(session)
    log = session.paths.log_file
    if log.exists():
        when = utc(_modified(log))
        yield Finding(
            State.HINT, "log", f"{log}, last written {when}", "It tells of faults; delete it when they are solved"
        )
    yield from _terminal()
    yield from _browser(session)


def _program() -> Finding:
    import sqlite3

    parts = [f"tui-reader {__version__}", f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for name in ("textual", "httpx", "lxml", "trafilatura"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            return Finding(State.WRONG, "program", f"{name} is not installed", "Install tui-reader again")
    return Finding(State.OK, "program", ", ".join(parts))


def _settings(session: Session) -> Iterator[Finding]:
    file = session.config_file or session.paths.config_file
    config = session.settings()
    found = str(file) if file.exists() else f"{file} (not there; the defaults hold)"
    wrong = [Finding(State.WRONG, "settings", text, "Correct or delete the setting") for text in session.problems]
    wrong.extend(screen_settings(config))
    yield from wrong or [Finding(State.OK, "settings", found)]
    yield pictures(config)


def _library(session: Session) -> Iterator[Finding]:
    from ..store import Library, LibraryError

    file = session.library_file
    if not file.exists():
        place = next(folder for folder in file.absolute().parents if folder.exists())
        if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
            yield Finding(State.OK, "library", f"{file} (not there yet; made when a feed is added)")
        else:
            found = f"{file} cannot be made: nothing can be written to {place}"
            yield Finding(State.WRONG, "library", found, "Name another place: --library FILE")
        return
    mode = file.stat().st_mode & 0o077
    try:
        library = Library.open(file, create=False)
    except LibraryError as error:
        yield Finding(State.WRONG, "library", str(error))
        return
    try:
        if mode and os.name == "posix":
            do = f"chmod 600 {file}" if library.read_only else "It is private from now on"
            yield Finding(State.HINT, "library", f"others could open it (mode {mode:03o})", do)
        yield from _content(library, file)
    finally:
        library.close()


def _content(library: "Library", file: Path) -> Iterator[Finding]:
    health = library.health()
    size = f"{(health.size + health.log_size) / 1_000_000:.1f} MB"
    unread = f"{health.counts.unread:,} unread"
    about = f"{file}, {size}, {number(health.feeds, 'feed')}, {number(health.counts.all, 'article')}, {unread}"
    values = _values(health)
    if library.read_only:
        do = f"Make it and its folder writable: chmod u+w {file} {file.absolute().parent}"
        yield Finding(State.WRONG, "library", f"{about}; it can only be read", do, values)
    else:
        yield Finding(State.OK, "library", about, values=values)
        yield from (Finding(State.HINT, "library", warning) for warning in health.warnings)
    yield from _checked(health)
    if health.problems:
        return
    if not health.feeds:
        yield Finding(State.HINT, "feeds", "none is followed yet", "Follow one: tui-reader add ADDRESS")
    states = {state.feed_id: state for state in library.fetch_states()}
    yield from _fetching(list(states.values()))
    for feed in library.feeds():
        if feed.gone:
            do = f"The publisher took it down for good: tui-reader remove {feed.id}"
            yield Finding(State.HINT, f"feed {feed.id}", f"{feed.title}: gone", do)
        elif feed.error:
            again = f"; by itself at {utc(feed.next_check)}" if feed.next_check else ""
            do = f"Try again: tui-reader refresh {feed.id}{again}"
            found = f"{feed.title}: {feed.error}{_often(states.get(feed.id))}"
            yield Finding(State.HINT, f"feed {feed.id}", found, do)


def _fetching(states: "list[FetchState]") -> Iterator[Finding]:
    """How fetching goes, all feeds together."""
    fetches = sum(state.fetches for state in states)
    if not fetches:
        return
    same = sum(state.not_modified for state in states)
    failing = sum(bool(state.failures) for state in states)
    coming = min((state.next_check for state in states if state.next_check and not state.gone), default=None)
    found = f"{number(fetches, 'visit')}, {same * 100 // fetches} % without a download, {failing} failing now"
    found += f", the next due at {utc(coming)}" if coming else ""
    figures = {"fetches": fetches, "not_modified": same, "failing": failing, "next_check": utc(coming)}
    yield Finding(State.OK, "fetching", found, values=figures)


def _often(state: "FetchState | None") -> str:
    """How long a feed has been failing, and what its server said last."""
    if state is None or not state.failures:
        return ""
    answer = f"; the last answer was {state.answer}" if state.answer else ""
    times = "once" if state.failures == 1 else f"{state.failures} times in a row"
    return f" ({times} since {utc(state.failing_since)}{answer})"


def _checked(health: "Health") -> Iterator[Finding]:
    backup = f", last backup {utc(health.last_backup)}" if health.last_backup else ""
    anew = "put its last backup in its place" if backup else "start anew"
    for problem in health.problems:
        do = f"Save the list of feeds (tui-reader export FILE), move the library away and {anew}"
        yield Finding(State.WRONG, "library", problem.partition(". Run `tui-reader doctor`")[0], do)
    if not health.problems:
        form = f"version {health.schema_version} of its tables"
        free = f", {health.free / 1_000_000:.0f} MB of it free for what comes" if health.free >= 1_000_000 else ""
        yield Finding(State.OK, "library", f"its check found nothing wrong{free}{backup}; {form}")
    if health.pending_index:
        found = f"{number(health.pending_index, 'article')} not prepared for searching yet"
        yield Finding(State.OK, "search", f"{found}; the reader does it while it is open, and after a refresh")


def _values(health: "Health") -> dict[str, object]:
    """The library's figures for programs; sizes in bytes."""
    figures = asdict(health)
    return {**figures.pop("counts"), **figures, "last_backup": utc(health.last_backup)}


def _terminal() -> Iterator[Finding]:
    if not is_terminal(sys.stdout):
        yield Finding(State.OK, "terminal", "none (a pipe or a file): all commands but the screen work")
        return
    columns, lines = shutil.get_terminal_size()
    names = ("TERM", "COLORTERM", "NO_COLOR")
    kind = ", ".join(f"{name}={os.environ[name]}" for name in names if name in os.environ)
    state = State.OK if columns >= 80 and lines >= 24 else State.HINT
    do = "" if state is State.OK else "80x24 and more is comfortable; below 90 columns one pane is shown at a time"
    yield Finding(state, "terminal", f"{columns}x{lines}, {kind}", do)
    encoding = (sys.stdout.encoding or "").lower()
    if not encoding.startswith("utf"):
        do = "Set LANG to a UTF-8 locale, such as C.UTF-8"
        yield Finding(State.WRONG, "terminal", f"its encoding is {encoding}, which has no room for most letters", do)


def _browser(session: Session) -> Iterator[Finding]:
    command_line = session.settings().browser
    if command_line:
        where = shutil.which(command_line[0])
        if where is None:
            do = "Correct the setting browser"
            yield Finding(State.WRONG, "browser", f"{command_line[0]} is not installed", do)
        else:
            yield Finding(State.OK, "browser", where)


def _modified(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)
