"""A further source shows only what it adds."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.summary import story_events_en
from tests.summary.novelty_set import ENGLISH, GERMAN, Case, cases
from tui_reader.summary import sentences
from tui_reader.summary.novelty import new_sentences, numbers

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
IN_GERMAN = [
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
    assert new_sentences(IN_GERMAN, further) == [1]


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


def quality(asked: list[Case]) -> tuple[float, float]:
    """(precision, recall) of the sentences that are called new."""
    found = [bool(new_sentences(said, [sentence])) for said, sentence, _ in asked]
    wanted = [new for _, _, new in asked]
    both = sum(one and other for one, other in zip(found, wanted, strict=True))
    return both / sum(found), both / sum(wanted)


def elsewhere() -> list[str]:
    """Sentences on other things than the English set is about."""
    leads = [line.split(" | ")[3] for line in story_events_en.EVENTS.strip().splitlines() if " | " in line]
    topics = r"Norwick|Brent|Larkspur|Aldau|tram|cup|sawmill|harbour|fire|rate|match|Quay|strike"
    return [one for lead in leads if not re.search(topics, lead) for one in sentences(lead)]


def test_the_labelled_set() -> None:
    precision, recall = quality([*cases(ENGLISH), *cases(GERMAN)])
    assert precision >= 0.86, precision
    assert recall >= 0.91, recall


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_language_of_the_labelled_set(language: str) -> None:
    precision, recall = quality(cases({"en": ENGLISH, "de": GERMAN}[language]))
    assert precision >= 0.84, precision
    assert recall >= 0.88, recall


def test_a_long_article_does_not_make_everything_known() -> None:
    others = elsewhere()[:30]
    assert len(others) == 30
    padded = [((*others[:15], *said, *others[15:]), sentence, new) for said, sentence, new in cases(ENGLISH)]
    precision, recall = quality(padded)
    assert precision >= 0.85, precision
    assert recall >= 0.85, recall


def test_a_story_that_all_tell_does_not_make_their_words_news() -> None:
    every = [*cases(ENGLISH), *cases(GERMAN)]
    repeated = [((*said, *said, *said, *said), sentence, new) for said, sentence, new in every]
    assert quality(repeated) == quality(every)


def test_what_was_said_in_two_sentences_is_not_new_in_one() -> None:
    shown = ["The tram will cross the old harbour bridge.", "It opens in March and runs every ten minutes at night."]
    assert new_sentences(shown, ["The tram crosses the harbour bridge and opens in March, every ten minutes."]) == []


def test_numbers_are_the_same_however_they_are_written() -> None:
    assert numbers("Twelve of 340,5 ...") == {"12", "340.5"}
    assert numbers("zwölf von 340.5") == {"12", "340.5"}
