"""Kitty's graphics protocol: the numerals, the commands, and in which terminals they are spoken."""

import re
import unicodedata
from binascii import a2b_base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui_reader.domain.pictures import MOST_COLUMNS, MOST_LINES, PLACEHOLDER
from tui_reader.domain.placeholders import CHUNK, cells, deleted, numerals, placed, sent, understood

FUSING = {
    parts[1]
    for code in range(0x30000)
    if len(parts := unicodedata.normalize("NFD", chr(code))) == 2 and unicodedata.normalize("NFC", parts) != parts
}
"""Marks that a letter and they become one character with."""

COMMAND = re.compile(r"\x1b_G([^;\x1b]+);?([^\x1b]*)\x1b\\")


def test_the_numerals_are_what_unicode_says() -> None:
    marks = numerals()
    assert len(marks) == len(set(marks)) == 297
    assert list(marks) == sorted(marks)
    for mark in marks:
        assert unicodedata.category(mark) == "Mn"
        assert unicodedata.combining(mark) == 230
        assert not unicodedata.decomposition(mark)
        assert mark not in FUSING


def test_no_old_mark_is_missing() -> None:
    """Of the marks that Unicode 3.2 had already: those that fuse with nothing, and no others."""
    old = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.ucd_3_2_0.combining(chr(code)) == 230
        and unicodedata.category(chr(code)) == "Mn"
        and not unicodedata.decomposition(chr(code))
    ]
    left_out = {mark for mark in old if mark not in numerals()}
    assert left_out == {mark for mark in old if mark in FUSING}


def test_the_first_numerals_and_some_others() -> None:
    """As in the table that Kitty has."""
    assert numerals()[:5] == ("\u0305", "\u030d", "\u030e", "\u0310", "\u0312")
    assert numerals()[-1] == "\U0001d244"
    assert len(numerals()) > max(MOST_COLUMNS, MOST_LINES)


@given(st.integers(0, MOST_LINES - 1), st.integers(1, MOST_COLUMNS), st.integers(0, 100), st.integers(0, 100))
def test_any_stretch_of_a_line_says_where_it_is(line: int, columns: int, low: int, high: int) -> None:
    text = cells(line, columns)
    assert cell_len(text) == columns
    low, high = sorted((min(low, columns), min(high, columns)))
    marks = numerals()
    shown = Strip([Segment(text)], columns).crop(low, high).text
    wanted = "".join(PLACEHOLDER + marks[line] + marks[column] for column in range(low, high))
    assert shown == wanted + (marks[0] if low < high == columns else "")


@given(st.binary(min_size=1, max_size=20_000))
def test_a_picture_comes_in_chunks(data: bytes) -> None:
    text = sent(data, 77, 30, 10)
    commands = COMMAND.findall(text)
    assert COMMAND.sub("", text) == ""
    first = dict(part.split("=") for part in commands[0][0].split(","))
    wanted = {"a": "T", "U": "1", "f": "100", "t": "d", "i": "77", "c": "30", "r": "10", "q": "2"}
    assert first.items() >= wanted.items()
    assert [keys.endswith("m=1") for keys, _ in commands] == [True] * (len(commands) - 1) + [False]
    assert all(len(part) == CHUNK for _, part in commands[:-1])
    assert len(commands[-1][1]) <= CHUNK
    assert a2b_base64("".join(part for _, part in commands)) == data


def test_through_tmux_each_command_is_wrapped() -> None:
    for text, plain in (
        (sent(bytes(9000), 7, 3, 2, tmux=True), sent(bytes(9000), 7, 3, 2)),
        (placed(7, 3, 2, tmux=True), placed(7, 3, 2)),
        (deleted([7, 8], tmux=True), deleted([7, 8])),
    ):
        wrapped = re.findall(r"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\", text)
        assert "".join(wrapped).replace("\x1b\x1b", "\x1b") == plain
        assert len(wrapped) == len(COMMAND.findall(plain)) > 0


KITTY = {"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environ", "yes"),
    [
        (KITTY, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}, True),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "4"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({}, False),
        ({**KITTY, "TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "WEZTERM_PANE": "0"}, False),
        ({**KITTY, "TERM": "xterm-256color", "KONSOLE_VERSION": "230804"}, False),
        ({**KITTY, "TERM": "xterm-256color", "VTE_VERSION": "7600"}, False),
        ({**KITTY, "TERM": "alacritty"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "4"}, False),
        ({**KITTY, "TERM": "tmux-256color", "TMUX": "/tmp/tmux-1000/default,1,0"}, False),
        ({**KITTY, "TMUX": "/tmp/tmux-1000/default,1,0"}, False),
        ({**KITTY, "TERM": "screen-256color", "STY": "1.pts"}, False),
        ({**KITTY, "ZELLIJ": "0"}, False),
        ({**KITTY, "TERM": "xterm-256color", "NVIM": "/run/nvim"}, False),
    ],
)
def test_where_placeholders_are_understood(environ: dict[str, str], yes: bool) -> None:
    assert understood(environ, "auto") is yes
    assert understood(environ, "kitty")
    assert not understood(environ, "blocks")
