"""import, export: lists of feeds, to and from other readers."""

import os
import tempfile
from pathlib import Path

import click

from .output import busy, note, number, say
from .session import Failure, Session, command, wait_for


@command("import", short_help="Follow all feeds of an OPML file.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.opml")
def import_command(session: Session, file: Path) -> None:
    """Follow all feeds of an OPML file, such as other readers export. Nothing is fetched before 'refresh'."""
    _check_readable(file)
    with session.reader() as reader:
        with busy(f"Reading {file.name}"):
            imported = wait_for(reader.import_opml(file))
        for what, why in imported.skipped:
            note(f"Left out: {what}: {why}")
        for address in imported.lists:
            note(f"Not fetched, a further list: {address}")
        known = f", {imported.known} already there" if imported.known else ""
        left_out = f", {len(imported.skipped)} left out" if imported.skipped else ""
        hint = ". Fetch them: tui-reader refresh" if imported.added else ""
        say(f"{number(imported.added, 'feed')} added{known}{left_out}{hint}")


@command("export", short_help="Write the feeds as OPML.")
@click.argument("file", type=click.Path(path_type=Path), required=False, metavar="[FILE.opml]")
def export_command(session: Session, file: Path | None) -> None:
    """Write the feeds as OPML, to FILE.opml or to standard output."""
    with session.reader() as reader:
        text = reader.export_opml()
        count = len(reader.feeds())
    if file is None:
        say(text.rstrip("\n"))
        return
    try:
        _replace(file, text)
    except OSError as error:
        raise Failure(f"{file}: cannot be written ({error.strerror}); name another file") from None
    say(f"{number(count, 'feed')} written to {file}")


def _check_readable(file: Path) -> None:
    try:
        with file.open("rb"):
            pass
    except FileNotFoundError:
        raise Failure(f"{file}: no such file") from None
    except (OSError, ValueError) as error:
        raise Failure(f"{file}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


def _replace(file: Path, text: str) -> None:
    """Writes `file` whole or not at all. Raises OSError."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
