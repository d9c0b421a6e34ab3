"""The command `tui-reader`, and `python -m tui_reader`."""

import sys

from . import __version__


def main() -> int:
    """Runs the command line's arguments; gives the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"tui-reader {__version__}\n")
        return 0
    try:
        from .cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
