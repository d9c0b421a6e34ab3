"""The command line: what `tui-reader` does when it is called, with the screen or without."""

from .start import run

__all__ = ["run"]
