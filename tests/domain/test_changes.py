"""What changed in an article: the texts can be had back from it, it names what a person would name, and it is quick."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.changes import Fate, Part, Passage, compare, compare_lines, matching
from tui_reader.domain.document import Block, Document, Image, Kind, Span

K, A, R, C = Fate.KEPT, Fate.ADDED, Fate.REMOVED, Fate.CHANGED

MONDAY = (
    "The council of Larkspur approved the plan on Monday with nineteen votes against four.",
    "Work on the first two miles is to begin in the autumn, once the tide tables allow it.",
    "Shopkeepers along the quay had asked for a longer trial, and did not get it.",
    "Nobody on the benches could say what happens to the fish market in the meantime.",
)


def document(*paragraphs: str) -> Document:
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(text),)) for text in paragraphs))


def fates(found: tuple[Passage, ...]) -> list[Fate]:
    return [passage.fate for passage in found]


def words(parts: tuple[Part, ...], fate: Fate) -> list[str]:
    return [part.text.strip() for part in parts if part.fate is fate]


def test_nothing_changed() -> None:
    assert compare(document(*MONDAY), document(*MONDAY)) == (Passage(K, (), 0, 4),)
    assert compare(Document(), Document()) == ()


def test_added_removed_and_changed_paragraphs() -> None:
    corrected = MONDAY[1].replace("two miles", "three miles").replace("in the autumn", "in spring")
    found = compare(document(*MONDAY), document(MONDAY[0], corrected, "The mayor did not vote.", MONDAY[3]))
    assert fates(found) == [K, C, R, A, K]
    assert words(found[1].parts, R) == ["two", "the autumn"]
    assert words(found[1].parts, A) == ["three", "spring"]
    assert found[2].parts == (Part(MONDAY[2], R),)
    assert found[3].parts == (Part("The mayor did not vote.", A),)
    assert [passage.block for passage in found] == [0, 1, 2, 2, 3]


def test_what_was_removed_at_the_end_stood_before_no_block() -> None:
    found = compare(document(*MONDAY), document(*MONDAY[:2]))
    assert fates(found) == [K, R, R]
    assert found[-1].block == 2


def test_a_paragraph_put_in_front_does_not_disturb_the_others() -> None:
    found = compare(document(*MONDAY), document("Update: the vote is being contested.", *MONDAY))
    assert fates(found) == [A, K]


def test_a_text_written_anew_is_not_called_changed() -> None:
    found = compare(document(MONDAY[0]), document("Bees were counted in three gardens by two hundred volunteers."))
    assert fates(found) == [R, A]


def test_styles_pictures_and_links_do_not_count() -> None:
    old = document(*MONDAY)
    new = Document((*old.blocks, Block(Kind.IMAGE, image=0)), images=(Image("https://example.org/a.png"),))
    assert fates(compare(old, new)) == [K]


def test_words_of_a_headline() -> None:
    parts = compare_lines("Harbour line approved", "Harbour line approved after nine hours")
    assert parts == (Part("Harbour line approved ", K), Part("after nine hours", A))
    assert compare_lines("Same", "Same") == (Part("Same", K),)
    assert compare_lines("", "") == ()
    assert compare_lines("Old", "") == (Part("Old", R),)


def test_a_full_stop_behind_a_word_is_no_other_word() -> None:
    parts = compare_lines("He came.", "He came late.")
    assert words(parts, A) == ["late"]
    assert not words(parts, R)


def test_a_few_letters_between_two_changes_belong_to_them() -> None:
    parts = compare_lines("red a blue and then the rest of it", "green a yellow and then the rest of it")
    assert words(parts, R) == ["red a blue"] or words(parts, R) == ["red", "blue"]
    parts = compare_lines("We saw one of two ships there", "We saw six of ten ships there")
    assert words(parts, R) == ["one of two"]
    assert words(parts, A) == ["six of ten"]


def test_ideographs_are_compared_one_by_one() -> None:
    parts = compare_lines("港湾線は来年の春に着工し", "港湾線は来年の秋に着工し")
    assert (words(parts, R), words(parts, A)) == (["春"], ["秋"])


TEXTS = st.lists(st.text("ab .,\n港é", min_size=1, max_size=12).filter(str.strip), max_size=12)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_had_back(old: list[str], new: list[str]) -> None:
    found = compare(document(*old), document(*new))
    after: list[str] = []
    before: list[str] = []
    for passage in found:
        if passage.fate is K:
            assert passage.block == len(after), "block numbers are those of the new document"
            kept = new[passage.block : passage.block + passage.count]
            after += kept
            before += kept
            continue
        assert passage.block == len(after)
        if passage.fate is not R:
            after.append("".join(part.text for part in passage.parts if part.fate is not R))
        if passage.fate is not A:
            before.append("".join(part.text for part in passage.parts if part.fate is not A))
    assert after == new
    assert ["".join(text.split()) for text in before] == ["".join(text.split()) for text in old]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_new_line_is_kept_and_added_words(old: str, new: str) -> None:
    parts = compare_lines(old, new)
    assert "".join(part.text for part in parts if part.fate is not R) == new
    assert all(a.fate is not b.fate for a, b in pairwise(parts))


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_pairs_are_equal_and_rise(a: list[str], b: list[str]) -> None:
    pairs = matching(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(pairs))


HARD = {
    "every paragraph edited": (
        [f"{number} {MONDAY[number % 4]} {number * 7} it was." for number in range(2000)],
        [f"{number} {MONDAY[number % 4]} {number * 7} they said." for number in range(2000)],
    ),
    "one paragraph over and over": ([MONDAY[0]] * 2000, [MONDAY[0]] * 1000 + [MONDAY[1]] + [MONDAY[0]] * 900),
    "two in turn, shifted": ([MONDAY[n % 2] for n in range(2000)], [MONDAY[n % 3] for n in range(2000)]),
    "turned round": ([f"{n} words" for n in range(2000)], [f"{n} words" for n in range(1999, -1, -1)]),
    "one endless paragraph": (["ab " * 60_000], ["ba ab " * 30_000]),
    "nothing in common": ([f"a{n} b{n} c{n}" for n in range(2000)], [f"x{n} y{n} z{n}" for n in range(2000)]),
}


@pytest.mark.parametrize("name", HARD)
def test_two_thousand_paragraphs_take_no_more_than_a_moment(name: str) -> None:
    old, new = (document(*texts) for texts in HARD[name])
    begun = process_time()
    found = compare(old, new)
    took = process_time() - begun
    assert found
    assert took < 3, f"{took:.2f} s"
