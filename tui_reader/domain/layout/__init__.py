"""An article's document as lines for a terminal: pure, and quick enough to be done while a key is held down.

`Layout` lays out what is looked at first; `lay_out` gives all lines. No line is wider than asked, except lines of code,
which do not wrap: `window` cuts what is seen out of them.
"""

from .blocks import CODE_INDENT, Pictures, window
from .flow import NO_PICTURES, Layout, addresses, lay_out
from .records import Line, Piece, Role
from .wrapping import width_of, wrap

__all__ = [
    "CODE_INDENT",
    "NO_PICTURES",
    "Layout",
    "Line",
    "Pictures",
    "Piece",
    "Role",
    "addresses",
    "lay_out",
    "width_of",
    "window",
    "wrap",
]
