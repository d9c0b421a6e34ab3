"""A further source shows only what it adds."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.summary.novelty import new_sentences

SHOWN = [
    "The council in Norwick voted on Monday to build a tram line along the harbour.",
    "It will link the ferry terminal with the railway station and cost 340 million crowns.",
    "Shopkeepers on Quay Street fear years of digging.",
]
CASES = [
    ("Norwick's council decided on Monday that a tram line will be built along the harbour.", False),
    ("The tram will run between the ferry terminal and the railway station.", False),
    ("The shopkeepers of Quay Street are afraid of years of digging.", False),
    ("The vote was preceded by a resignation: mayor Ida Holm stepped down over the plan in March.", True),
    ("Environmental groups say that the quays are home to a rare colony of terns.", True),
    ("It will link the ferry terminal with the railway station and cost 410 million crowns.", True),
    ("The line to the railway station is now expected to cost 410 million crowns.", True),
]
GERMAN = [
    "Der Stadtrat von Altmünde hat am Montag den Bau der Hafenbahn beschlossen.",
    "Die Bahn soll den Fährhafen mit dem Hauptbahnhof verbinden.",
]


@pytest.mark.parametrize(("sentence", "is_new"), CASES)
def test_only_what_was_not_said_is_new(sentence: str, is_new: bool) -> None:
    assert new_sentences(SHOWN, [sentence]) == ([0] if is_new else [])


def test_it_works_in_other_languages() -> None:
    further = [
        "Am Montag hat der Stadtrat von Altmünde die Hafenbahn beschlossen.",
        "Händler der Speicherstraße wollen dagegen vor Gericht ziehen.",
    ]
    assert new_sentences(GERMAN, further) == [1]


def test_what_was_shown_is_never_new() -> None:
    assert new_sentences(SHOWN, SHOWN) == []


def test_without_anything_shown_all_is_new_but_only_once() -> None:
    assert new_sentences([], [*SHOWN, *SHOWN]) == [0, 1, 2]


def test_crumbs_are_not_news() -> None:
    assert new_sentences(SHOWN, ["He said so.", "", "...", "Really?"]) == []


def test_a_changed_toll_is_news() -> None:
    shown = ["Rescuers in Sarn have found 11 dead after the earthquake on Tuesday."]
    further = ["Rescuers have found 14 dead in Sarn, the mayor said after the earthquake."]
    assert new_sentences(shown, further) == [0]


@given(st.lists(st.text(max_size=60), max_size=6), st.lists(st.text(max_size=60), max_size=8))
def test_any_text_gives_ascending_places(shown: list[str], further: list[str]) -> None:
    places = new_sentences(shown, further)
    assert places == sorted(set(places))
    assert all(0 <= place < len(further) for place in places)
    assert new_sentences([*shown, *(further[place] for place in places)], further) == []


def test_long_texts_take_little_time() -> None:
    shown = [f"Sentence {number} tells of harbour {number % 7} and tram {number % 11}." for number in range(400)]
    began = time.process_time()
    new_sentences(shown, shown)
    assert time.process_time() - began < 2.0
