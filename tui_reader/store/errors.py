"""What can go wrong with the library, in words for the person who reads."""

import sqlite3
from pathlib import Path

from ..domain.text import clean_line


class LibraryError(Exception):
    """`str(error)` is one clean line: what is wrong and what to do. The library is as it was before the call."""


def shown(path: Path) -> str:
    """`path` as it may stand in a message."""
    return clean_line(str(path))


_ADVICE = {
    "SQLITE_FULL": "No room left on the disk that holds {path}: nothing was changed. Free some space and try again.",
    "SQLITE_IOERR": (
        "The disk that holds {path} is full or failing ({code}): nothing was changed. Free some space and try again."
    ),
    "SQLITE_BUSY": "Another program has been writing to {path} for too long: nothing was changed. Try again.",
    "SQLITE_LOCKED": "Another program has been writing to {path} for too long: nothing was changed. Try again.",
    "SQLITE_READONLY": "{path} cannot be written to: check its permissions and those of its folder.",
    "SQLITE_PERM": "{path} cannot be written to: check its permissions and those of its folder.",
    "SQLITE_CANTOPEN": "{path} cannot be opened: check its permissions and those of its folder.",
    "SQLITE_CORRUPT": (
        "{path} is damaged. Run `tui-reader doctor`, or move it away and put a backup from its folder in its place."
    ),
    "SQLITE_NOTADB": "{path} is not a library of tui-reader. It was not touched; name another file.",
    "SQLITE_INTERRUPT": "The library was closed before this was done.",
    "SQLITE_TOOBIG": "This is too large for the library: nothing was changed.",
}


def explain(error: sqlite3.Error, path: Path) -> LibraryError:
    """The `LibraryError` that says what `error` means for the reader of the library at `path`."""
    code = getattr(error, "sqlite_errorname", "")
    for name, advice in _ADVICE.items():
        if code.startswith(name):
            return LibraryError(advice.format(path=shown(path), code=code))
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return LibraryError("The library is closed.")
    return LibraryError(clean_line(f"The library {shown(path)} could not do this ({error}): nothing was changed."))
