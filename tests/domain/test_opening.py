"""What an entry without a title is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.opening import LONGEST, opening
from tui_reader.domain.text import clean_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\n \t", ""),
        ("The ferry is late again.", "The ferry is late again."),
        ("The ferry is late again.\n\nNobody knows why.", "The ferry is late again."),
        ("Well.\n\nThe ferry is late again, they say.", "Well. The ferry is late again, they say."),
        (
            "The council met on Monday, argued for nine hours about the harbour line and, in the end, approved it.",
            "The council met on Monday, argued for nine hours about the harbour line and, in…",
        ),
        ("word, " * 40, "word, word, word, word, word, word, word, word, word, word, word, word, word…"),
        ("港" * 200, "港" * LONGEST + "…"),
        ("Look: https://news.example/" + "a" * 200, "Look: https://news.example/" + "a" * 53 + "…"),
        ("A\x1b]0;b\x07c\u202e d", "A]0;bc d"),
    ],
)  # fmt: skip
def test_the_first_words(text: str, expected: str) -> None:
    assert opening(text) == expected


@given(st.text(max_size=300))
def test_any_text_has_a_short_clean_beginning(text: str) -> None:
    found = opening(text)
    assert len(found) <= LONGEST + 1
    assert found == clean_line(found)
    assert bool(found) == bool(clean_line(text)) or not found.strip("…")
