"""open: the reader itself."""

import os
import sys

from .output import is_terminal
from .session import NoTerminal, Session, command


@command("open")
def open_command(session: Session) -> int:
    """Open the reader (as without a command)."""
    if os.environ.get("TERM") == "dumb":
        raise NoTerminal("TERM is dumb, and the reader needs a terminal that can be drawn on: try 'tui-reader list'.")
    if not (sys.stdin is not None and sys.stdin.isatty() and is_terminal(sys.stdout)):
        raise NoTerminal("the reader needs a terminal; without one, 'tui-reader list' and the other commands work.")
    from ..ui import run

    with session.reader(quiet=True) as reader:
        file = session.config_file or session.paths.config_file
        return run(reader, [problem.replace(str(file), file.name, 1) for problem in session.problems])
