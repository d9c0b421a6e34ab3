"""What the sub-commands print: tables and colour for people on a terminal, plain text for everything else."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from rich.console import Console


def is_terminal(stream: Any) -> bool:
    """Whether `stream` (standard output, say) is a terminal that can do more than print."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def console(stream: Any) -> "Console":
    """A rich console that takes all text literally."""
    from rich.console import Console

    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)


def say(text: str = "") -> None:
    """Prints `text`, cleaned, on standard output."""
    if sys.stdout is not None:
        sys.stdout.write(clean_text(text) + "\n")


def note(text: str) -> None:
    """Prints one line, cleaned, on standard error."""
    if sys.stderr is not None:
        sys.stderr.write(clean_line(text, 2000) + "\n")
        sys.stderr.flush()


def say_json(value: object) -> None:
    """Prints `value` as JSON; an iterator becomes an array, written item by item."""
    if sys.stdout is None:
        return
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    if not isinstance(value, Iterator):
        sys.stdout.write(json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n")
        return
    opening = "["
    for item in value:
        sys.stdout.write(opening + "\n  " + json.dumps(item, ensure_ascii=ascii_only))
        opening = ","
    sys.stdout.write("[]\n" if opening == "[" else "\n]\n")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    style: str = ""
    right: bool = False
    stretch: bool = False
    """Takes the width that the others leave, and is cut where it does not fit."""
    over: int = 0
    """Left out on terminals with fewer columns."""


def say_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows of clean one-line cells: a table on a terminal, else cells parted by tabs, without a heading."""
    if not is_terminal(sys.stdout):
        for row in rows:
            if sys.stdout is not None:
                sys.stdout.write("\t".join(row) + "\n")
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    out = console(sys.stdout)
    shown = [position for position, column in enumerate(columns) if out.width >= column.over]
    table = Table(box=SIMPLE_HEAD, expand=any(column.stretch for column in columns), pad_edge=False)
    for column in (columns[position] for position in shown):
        table.add_column(
            column.title,
            style=column.style,
            justify="right" if column.right else "left",
            ratio=1 if column.stretch else None,
            min_width=12 if column.stretch else None,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in rows:
        table.add_row(*(Text(row[position]) for position in shown))
    out.print(table)


@contextmanager
def busy(text: str) -> Iterator[None]:
    """Shows on a terminal that something takes a moment."""
    if not is_terminal(sys.stderr):
        yield
        return
    from rich.text import Text

    with console(sys.stderr).status(Text(text)):
        yield


def utc(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, to the second: "2026-03-01T07:40:00Z"; None for none."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def number(count: int, one: str, many: str = "") -> str:
    """ "1 article", "2 articles", "1,234 articles"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
