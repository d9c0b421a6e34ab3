"""Kitty's graphics protocol, as far as we speak it: a PNG sent once, and characters that stand where it is drawn.

https://sw.kovidgoyal.net/kitty/graphics-protocol/#unicode-placeholders
"""

from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from functools import lru_cache

from .pictures import PLACEHOLDER

CHUNK = 4096
"""Bytes of base64 in one command at most."""

_PLACEMENT = 1
"""One placement for each picture: placing it again moves it."""

_RANGES = (
    "305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9"
    " 5ab-5ac 5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d"
    " 73f-741 743 745 747 749-74a 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87"
    " 135d-135f 17dd 193a 1a17 1a75-1a7c 1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc"
    " 1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc 20e1 20e7 20e9 20f0 2cef-2cf1 2de0-2dff a66f a67c-a67d"
    " a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 aab7-aab8 aabe-aabf aac1 fe20-fe26 10a0f 10a38 1d185-1d189 1d1aa-1d1ad"
    " 1d242-1d244"
)
"""Marks above a letter that Unicode 6.0 knew and that fuse with no letter."""

_BETWEEN = ("TMUX", "STY", "ZELLIJ", "NVIM", "VIM_TERMINAL", "INSIDE_EMACS")
"""Set by what draws a terminal within another one."""
_OTHERS = ("WEZTERM_PANE", "KONSOLE_VERSION", "VTE_VERSION", "ALACRITTY_WINDOW_ID", "WT_SESSION", "XTERM_VERSION")
"""Set by terminals that know no placeholders; started from within one that does, they inherit its variables."""


def understood(environ: Mapping[str, str], style: str) -> bool:
    """Whether the terminal fills placeholders, as far as the environment and the setting `image_style` tell.

    In tmux only when the setting is "kitty", for tmux has to be told to let the commands through.
    """
    if style != "auto":
        return style == "kitty"
    term = environ.get("TERM", "")
    if any(environ.get(name) for name in _BETWEEN):
        return False
    if term in ("xterm-kitty", "xterm-ghostty"):
        return True
    if not term.startswith("xterm") or any(environ.get(name) for name in _OTHERS):
        return False
    program = environ.get("TERM_PROGRAM", "").lower()
    return program in ("kitty", "ghostty") or (not program and bool(environ.get("KITTY_WINDOW_ID")))


def in_tmux(environ: Mapping[str, str]) -> bool:
    return bool(environ.get("TMUX")) or environ.get("TERM", "").startswith("tmux")


@lru_cache(1)
def numerals() -> tuple[str, ...]:
    """The combining characters that stand for 0, 1, 2 ... after a placeholder: first its row, then its column."""
    marks: list[str] = []
    for part in _RANGES.split():
        first, _, last = part.partition("-")
        marks += map(chr, range(int(first, 16), int(last or first, 16) + 1))
    return tuple(marks)


@lru_cache(256)
def cells(line: int, columns: int) -> str:
    """A line of placeholders. Each says where it is, so that any stretch of them can be drawn.

    The last one bears the number's highest byte too, 0. Without it Rich, which cuts at a share of the characters that
    it rounds down, would now and then cut before a cell's last mark.
    """
    marks = numerals()
    return "".join(PLACEHOLDER + marks[line] + marks[column] for column in range(columns)) + marks[0]


def sent(png: bytes, number: int, columns: int, lines: int, *, tmux: bool = False) -> str:
    """What gives the terminal a picture, to be drawn in a grid of cells where its placeholders stand."""
    first = f"a=T,f=100,t=d,U=1,i={number},p={_PLACEMENT},c={columns},r={lines},q=2"
    data = b2a_base64(png, newline=False).decode("ascii")
    parts = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)] or [""]
    last = len(parts) - 1
    return "".join(
        _command(f"{first if at == 0 else 'q=2'},m={int(at < last)};{part}", tmux) for at, part in enumerate(parts)
    )


def placed(number: int, columns: int, lines: int, *, tmux: bool = False) -> str:
    """A picture that the terminal has gets another grid."""
    return _command(f"a=p,U=1,i={number},p={_PLACEMENT},c={columns},r={lines},q=2", tmux)


def deleted(numbers: Iterable[int], *, tmux: bool = False) -> str:
    """The terminal may forget these pictures."""
    return "".join(_command(f"a=d,d=I,i={number},q=2", tmux) for number in numbers)


def _command(text: str, tmux: bool) -> str:
    command = f"\x1b_G{text}\x1b\\"
    return "\x1bPtmux;" + command.replace("\x1b", "\x1b\x1b") + "\x1b\\" if tmux else command
