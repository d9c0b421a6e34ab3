"""The one door for foreign text."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.text import LINE_LIMIT, MARKS_PER_BASE, clean_line, clean_text

HOSTILE = st.text(
    st.characters()
    | st.sampled_from("\x1b\x9b\x9d\x07\r\n\t\u202e\u2066\u200d\u200c\ufe0f\u0301\U000e0041\x7f\x00👩नم"),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b]0;PWNED\x07title", "]0;PWNEDtitle"),
        ("\x9b31mred", "31mred"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("tag\U000e0041s", "tags"),
        ("soft\xadhyphen", "softhyphen"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a   b"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("a\u200db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("❤\ufe0f and a\ufe0f", "❤\ufe0f and a"),
        ("e" + "\u0301" * 600, "e" + "\u0301" * MARKS_PER_BASE),
        ("שלום, عالم, नमस्ते, 世界", "שלום, عالم, नमस्ते, 世界"),
    ],
)
def test_what_is_dropped_and_what_is_kept(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@given(HOSTILE)
def test_nothing_dangerous_survives(text: str) -> None:
    clean = clean_text(text)
    clean.encode()
    for character in clean:
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x2FF)))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean_text(text) == text.replace("\xad", "")


@given(HOSTILE)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text * 40)
    assert "\n" not in line
    assert line == line.strip()
    assert len(line) <= LINE_LIMIT


def test_a_long_line_says_that_it_was_cut() -> None:
    assert clean_line("word " * 500).endswith("…")
    assert len(clean_line("x" * 5000)) == LINE_LIMIT


@pytest.mark.parametrize(
    "piece", ["a\u200d", "\u200d", "👩\u200d\u200d", "\u0301", "नमस्ते ", "👩\u200d\ufe0f", "\ufe0f\u200d"]
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    begin = time.process_time()
    clean_text(piece * (1_000_000 // len(piece)))
    assert time.process_time() - begin < 5
