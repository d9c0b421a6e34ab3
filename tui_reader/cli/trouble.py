"""What happens to an error that nobody foresaw."""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from ..domain.text import clean_line, clean_text
from .output import note

_LOG_LIMIT = 1_000_000
"""Bytes after which the log is begun anew."""


def report(error: BaseException, log_file: Path) -> int:
    """Writes `error` with its traceback, without the values of variables, to `log_file` (mode 0600), and one line
    to standard error. Gives the exit status, 1."""
    what = clean_line(f"{type(error).__name__}: {error}", 200)
    try:
        _append(log_file, "".join(traceback.format_exception(error)))
    except OSError as problem:
        note(f"tui-reader: a fault of the program: {what} (no log could be written: {problem.strerror})")
    else:
        note(f"tui-reader: a fault of the program: {what} (details in {log_file})")
    return 1


def _append(log_file: Path, text: str) -> None:
    log_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = not log_file.exists() or log_file.stat().st_size > _LOG_LIMIT
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
    with os.fdopen(os.open(log_file, flags, 0o600), "w", encoding="utf-8", errors="replace") as file:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        file.write(f"--- {now} Python {sys.version.split()[0]}\n{clean_text(text)}\n")
