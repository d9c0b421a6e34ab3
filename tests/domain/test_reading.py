"""How long a text takes."""

import pytest

from tui_reader.domain.reading import count_words, reading_minutes, reading_seconds, words_within


def test_words_are_counted_as_people_count_them() -> None:
    assert count_words("It’s a well-known fact: 4.2 kilometres, U.S. rules.") == 8
    assert count_words("") == 0
    assert count_words("Größe, naïveté — и мир") == 4


def test_a_chinese_text_takes_as_long_as_its_characters() -> None:
    assert reading_minutes(count_words("新" * 2000)) == 5


def test_minutes_are_whole_and_never_zero_for_a_text() -> None:
    assert [reading_minutes(words) for words in (0, 1, 230, 500, 10_000)] == [0, 1, 1, 2, 43]
    assert reading_seconds(230) == 60


@pytest.mark.parametrize(("least", "most"), [(1, 3), (4, 10), (11, None), (1, None), (1, 1), (2, 2)])
def test_the_words_of_some_minutes_are_those_that_are_told_as_such(least: int, most: int | None) -> None:
    fewest, wordiest = words_within(least, most)
    assert reading_minutes(fewest) == least
    assert reading_minutes(fewest - 1) < least
    if most is None:
        assert wordiest > 10**9
    else:
        assert reading_minutes(wordiest) == most
        assert reading_minutes(wordiest + 1) > most
