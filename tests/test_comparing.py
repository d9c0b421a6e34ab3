"""What a story's articles say that was not said: the job, in this process."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories_told import TRAM, TRAM_LATER, TRAM_REPEATED, TRAM_RETOLD, told
from tui_reader.comparing import compare, document_of
from tui_reader.domain.document import RawText
from tui_reader.domain.stories import Adds, StoryNews
from tui_reader.store.story_texts import StoryText

NONE: frozenset[int] = frozenset()


def first(*tellings: Sequence[str]) -> StoryNews:
    """The first text, when none was read."""
    return compare(0, told(*tellings), NONE, NONE, 0)


def texts(adds: Sequence[Adds]) -> list[tuple[str, list[str]]]:
    return [(one.source, [said.text for said in one.sentences]) for one in adds]


def test_a_further_source_shows_only_what_is_new() -> None:
    news = first(TRAM, TRAM_RETOLD)
    assert texts(news.others) == [("Paper 1", [TRAM_RETOLD[2], TRAM_RETOLD[4], TRAM_RETOLD[5]])]
    assert (news.since, news.news, news.same, news.nothing, news.more) == (0, (), (), (), 0)


def test_a_source_is_not_shown_what_the_one_above_it_said() -> None:
    news = first(TRAM, TRAM_RETOLD, TRAM_RETOLD[:3] + TRAM_LATER)
    assert [one.source for one in news.others] == ["Paper 1", "Paper 2"]
    assert TRAM_RETOLD[2] not in [said.text for said in news.others[1].sentences]
    assert TRAM_LATER[1] in [said.text for said in news.others[1].sentences]


def test_sources_that_add_nothing_and_copies_are_named_only() -> None:
    news = first(TRAM, TRAM_REPEATED, TRAM, TRAM_RETOLD, TRAM_RETOLD)
    assert news.nothing == ("Paper 1",)
    assert news.same == ("Paper 2",)
    assert [(one.source, one.same) for one in news.others] == [("Paper 3", ("Paper 4",))]


def test_a_copy_that_goes_on_is_no_copy() -> None:
    longer = first(TRAM, [*TRAM, *TRAM_RETOLD[2:], *TRAM_LATER])
    assert longer.same == ()
    assert TRAM_RETOLD[2] in [said.text for said in longer.others[0].sentences]


def test_half_a_quotation_comes_after_whole_sentences() -> None:
    half = 'The mayor would not say when the trams will be running to the university hospital," said Anna Berg of Lund.'
    whole = "The bridge over the inner basin must be made three metres wider before rails can be laid across its deck."
    more = "A bus company from the south has offered to run electric buses on the same route for half of the money."
    last = (
        "The bishop has called for a day without drills in the week before Easter, when choirs sing in the cathedral."
    )
    [adds] = first(TRAM, [half, whole, more, last]).others
    assert [said.text for said in adds.sentences] == [whole, more, last]


def test_the_more_sources_the_fewer_sentences_of_each() -> None:
    each = [
        [" ".join(f"{chr(97 + number)}{line}{word}zuma" for word in range(9)).capitalize() + "." for line in range(4)]
        for number in range(12)
    ]
    assert [len(one.sentences) for one in first(TRAM, *each[:3]).others] == [3, 3, 3]
    assert max(len(one.sentences) for one in first(TRAM, *each[:6]).others) <= 2
    assert {len(one.sentences) for one in first(TRAM, *each).others} == {1}


def test_what_came_since_is_held_against_all_that_was_read() -> None:
    story = told(TRAM_LATER, TRAM, TRAM_RETOLD)
    news = compare(0, story, frozenset({1, 2}), frozenset({0}), 77)
    assert (news.since, news.fresh) == (77, 1)
    shown = dict(texts(news.news))["Paper 0"]
    assert TRAM_LATER[1] in shown
    assert TRAM_LATER[2] not in shown, "that was read"
    assert {said.article_id for adds in news.news for said in adds.sentences} == {0}


def test_nothing_new_since() -> None:
    news = compare(1, told(TRAM, TRAM_REPEATED, TRAM_REPEATED[:2]), frozenset({0}), frozenset({1, 2}), 77)
    assert (news.since, news.fresh, news.news) == (77, 2, ())


def test_what_is_told_above_is_not_told_again_below() -> None:
    news = compare(0, told(TRAM, TRAM_LATER, TRAM_RETOLD), frozenset({0}), frozenset({1}), 77)
    above = {said.text for adds in news.news for said in adds.sentences}
    below = {said.text for adds in news.others for said in adds.sentences}
    assert TRAM_LATER[1] in above
    assert below
    assert not above & below
    assert "Paper 1" not in news.nothing


def test_a_text_that_waits_to_be_made_into_a_document() -> None:
    markup = "".join(f"<p>{sentence}</p>" for sentence in TRAM_RETOLD)
    raw = StoryText(1, "Paper 1", "Norwick's tram", 5, "en", b"", RawText(markup, "https://paper.example/"))
    news = compare(0, [*told(TRAM), raw], NONE, NONE, 0)
    assert TRAM_RETOLD[2] in [said.text for said in news.others[0].sentences]


def test_an_article_without_a_text_and_one_that_is_gone() -> None:
    empty = StoryText(1, "Paper 1", "Norwick's tram", 5, "en", b"", None)
    assert compare(0, [*told(TRAM), empty], NONE, NONE, 0).nothing == ("Paper 1",)
    assert compare(1, [*told(TRAM), empty], NONE, NONE, 0).others
    assert compare(9, told(TRAM, TRAM_LATER), NONE, NONE, 0) == StoryNews(article_id=9)
    assert not StoryNews(article_id=9)


def test_a_consent_page_says_nothing() -> None:
    consent = ["We and our partners use cookies and personal data.", "You can withdraw your consent to cookies."] * 4
    assert first(TRAM, consent).nothing == ("Paper 1",)


WORDS = st.sampled_from(
    [
        "harbour",
        "tram",
        "council",
        "vote",
        "Monday",
        "14",
        "twelve",
        "crowns",
        "court.",
        "mayor.",
        "said,",
        "\u2028",
        "x",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=6)


@given(st.lists(TEXTS, min_size=2, max_size=4), st.data())
@settings(max_examples=60)
def test_every_sentence_stands_word_for_word_in_its_source(tellings: list[list[str]], data: st.DataObject) -> None:
    story = told(*tellings)
    ids = [text.id for text in story]
    read = frozenset(data.draw(st.lists(st.sampled_from(ids), max_size=3)))
    fresh = frozenset(ids) - read if read else NONE
    news = compare(data.draw(st.sampled_from(ids)), story, read, fresh, 5 if fresh else 0)
    shown = news.sentences
    for said in shown:
        whole = document_of(story[said.article_id]).text()
        assert " ".join(whole[said.start : said.end].split()) == said.text
    assert len({(said.article_id, said.start) for said in shown}) == len(shown)
    assert not any(said.article_id == news.article_id for adds in news.others for said in adds.sentences)


@pytest.mark.parametrize("read", [NONE, frozenset({1})])
def test_the_order_of_sentences_is_that_of_the_text(read: frozenset[int]) -> None:
    news = compare(0, told(TRAM, TRAM_REPEATED, TRAM_RETOLD), read, frozenset({2}) if read else NONE, 5)
    for adds in (*news.news, *news.others):
        assert [said.start for said in adds.sentences] == sorted(said.start for said in adds.sentences)
