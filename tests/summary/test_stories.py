"""Articles on one event become one story, those on another never do."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.summary.story_set import SECOND, START, labelled, pairs, precision_and_recall
from tui_reader.domain.stories import Decisions, Story, StoryInput
from tui_reader.summary.headline import calmness
from tui_reader.summary.same_story import article_address, title_key
from tui_reader.summary.same_text import copies, same_text, shingles
from tui_reader.summary.stories import StoryIndex, cluster
from tui_reader.summary.story_words import language_of, story_terms

MARKED = labelled()
ARTICLES = [article for _, article in MARKED]
HOUR = 3600
TRAM = (
    "After two years of argument the council in Norwick voted on Monday to build a tram line along the harbour, "
    "linking the ferry terminal with the railway station. Work is to begin in spring, the mayor said after the vote."
)


def article(number: int, title: str, text: str = "", *, hour: float = 0.0, feed: int = 0, url: str = "") -> StoryInput:
    feed = feed or number
    published = START + int(hour * HOUR)
    return StoryInput(
        id=number, feed_id=feed, source=f"Paper {feed}", title=title, text=text, published=published, url=url
    )


def members(stories: list[Story]) -> list[list[int]]:
    """The ids of the stories of several articles."""
    return sorted(sorted(story.members) for story in stories if len(story.members) > 1)


# ---- the labelled set ----


def test_the_set_is_what_it_should_be() -> None:
    sizes: dict[str, int] = {}
    for event, _ in MARKED:
        sizes[event] = sizes.get(event, 0) + 1
    assert len(sizes) >= 60
    assert (min(sizes.values()), max(sizes.values())) == (1, 8)
    assert {event[:2] for event in sizes} == {"en", "de"}
    assert sum("~" in event for event in sizes) >= 12


def test_joined_pairs_are_right_and_most_are_found() -> None:
    precision, recall = precision_and_recall(MARKED, cluster(ARTICLES))
    assert precision >= 0.95
    assert recall >= 0.75


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_language_by_itself(language: str) -> None:
    marked = [(event, article) for event, article in MARKED if article.language == language]
    precision, recall = precision_and_recall(marked, cluster(article for _, article in marked))
    assert precision >= 0.95
    assert recall >= 0.75


@pytest.mark.parametrize("part", range(4))
def test_parts_of_the_set(part: int) -> None:
    events = list(dict.fromkeys(event for event, _ in MARKED))[part::4]
    marked = [(event, article) for event, article in MARKED if event in events]
    precision, recall = precision_and_recall(marked, cluster(article for _, article in marked))
    assert precision >= 0.9
    assert recall >= 0.7


def test_the_set_that_the_threshold_was_not_chosen_on() -> None:
    """Measured .916 and .707, among 2,000 other articles .909 and .813: what is tuned later must not make it worse."""
    marked = labelled(SECOND)
    assert {event[:2] for event, _ in marked} == {"en", "de", "fr", "es"}
    precision, recall = precision_and_recall(marked, cluster(article for _, article in marked))
    assert precision >= 0.9
    assert recall >= 0.7


def test_no_story_has_two_languages_unless_the_addresses_say_so() -> None:
    languages = {article.id: article.language for _, article in labelled(SECOND)}
    for story in cluster(article for _, article in labelled(SECOND)):
        assert len({languages[id_] for id_ in story.members}) == 1
    english = replace(article(1, "Castlebeck marathon: bridge over the Arn collapses"), language="en")
    german = replace(article(2, "Castlebeck: Marathon-Brücke an der Arn stürzt ein"), language="de")
    assert members(cluster([english, german])) == []
    page = "https://post.example/bridge"
    assert members(cluster([replace(english, url=page), replace(german, url=page)])) == [[1, 2]]


def test_the_words_tell_the_language_when_the_feed_is_wrong() -> None:
    told = article(1, "Die Brücke an der Arn ist eingestürzt", "Elf Menschen wurden bei dem Unglück verletzt.")
    assert language_of(replace(told, language="en")) == "de"
    assert language_of(replace(told, language="")) == "de"
    assert language_of(replace(article(1, "Arn 2026"), language="sv")) == "sv"


def test_a_number_is_one_word_however_it_is_written() -> None:
    assert story_terms("90,000 of 2.5") == story_terms("90.000 of 2,5") == ["90000", "25"]


def test_look_alikes_and_columns_stay_apart() -> None:
    events = {article.id: event for event, article in MARKED}
    for story in cluster(ARTICLES):
        found = {events[id_] for id_ in story.members}
        assert sum("~" in event or "column" in event or "wetter" in event or "leser" in event for event in found) <= 1
        if len(found) > 1:
            assert not any("column" in event for event in found)


def test_article_by_article_is_nearly_as_good() -> None:
    ordered = sorted(ARTICLES, key=lambda article: article.published)
    index = StoryIndex(ordered[:60])
    for one in ordered[60:]:
        assert index.add(one) == index.story_of(one.id).id
    precision, recall = precision_and_recall(MARKED, index.stories())
    assert precision >= 0.9
    assert recall >= 0.75


def test_the_order_of_the_input_does_not_matter() -> None:
    shuffled = list(ARTICLES)
    random.Random(5).shuffle(shuffled)
    assert cluster(shuffled) == cluster(ARTICLES)


def test_every_article_is_in_exactly_one_story_with_a_reason() -> None:
    stories = cluster(ARTICLES)
    assert sorted(id_ for story in stories for id_ in story.members) == sorted(article.id for article in ARTICLES)
    for story in stories:
        assert story.lead == story.members[0]
        assert set(story.reasons) == set(story.members[1:])
        assert all(reason.startswith("words in common: ") and len(reason) > 20 for reason in story.reasons.values())
    assert [story.newest for story in stories] == sorted((story.newest for story in stories), reverse=True)


def test_reasons_name_words_as_they_are_written() -> None:
    by_id = {article.id: article for article in ARTICLES}
    story = max(cluster(ARTICLES), key=lambda story: len(story.members))
    assert len(story.members) >= 6
    for id_, reason in story.reasons.items():
        words = reason.removeprefix("words in common: ").split(", ")
        assert all(word in f"{by_id[id_].title} {by_id[id_].text}" for word in words)


# ---- leads ----


def test_the_lead_is_calm_and_telling() -> None:
    titles = {article.id: article.title for article in ARTICLES}
    leads = [titles[story.lead] for story in cluster(ARTICLES) if len(story.members) > 3]
    assert len(leads) >= 10
    assert not any("!" in title or "BREAKING" in title or "EXPOSED" in title or "?" in title for title in leads)


@pytest.mark.parametrize(
    ("calm", "loud"),
    [
        ("Minister resigns over flat", "MINISTER RESIGNS OVER FLAT"),
        ("Minister resigns over flat", "BREAKING: Minister resigns over flat"),
        ("Minister resigns over flat", "Minister resigns over flat!"),
        ("Minister resigns over flat", "You won't believe why the minister resigns over flat"),
        ("Minister resigns over flat", "Opinion: the minister and the flat"),
        ("Ministerin tritt wegen Wohnung zurück", "Eilmeldung: Ministerin tritt wegen Wohnung zurück"),
        ("Minister resigns over flat", "Will the minister resign over flat?"),
    ],
)
def test_loud_headlines_lose(calm: str, loud: str) -> None:
    assert calmness(calm) > calmness(loud)


def test_a_full_text_is_preferred_unless_its_headline_is_bad() -> None:
    one = article(1, "Norwick council approves harbour tram line", TRAM)
    other = article(2, "Harbour tram line approved by Norwick council", TRAM)
    assert cluster([one, replace(other, full=True)])[0].lead == 2
    assert cluster([replace(one, full=True), other])[0].lead == 1
    loud = replace(other, title="SHOCKING: YOU WON'T BELIEVE THIS TRAM!!!", full=True)
    assert cluster([one, loud])[0].lead == 1


# ---- the same address, title, text ----


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "http://www.a.example/x/"),
        ("https://a.example/x?utm_source=rss&utm_medium=feed", "https://a.example/x"),
        ("https://a.example/x?id=3&fbclid=abc#top", "https://a.example/x?id=3"),
        ("https://a.example/x?b=1&a=2", "https://A.example/x?a=2&b=1"),
    ],
)
def test_addresses_are_compared_without_what_tracks(one: str, other: str) -> None:
    assert article_address(one) == article_address(other) != ""


@pytest.mark.parametrize(
    "url", ["", "https://a.example/", "https://a.example", "https://a.example/en/", "mailto:a@b.c"]
)
def test_front_pages_are_nobodys_address(url: str) -> None:
    assert article_address(url) == ""


def test_an_articles_number_counts() -> None:
    assert article_address("https://a.example/x?id=3") != article_address("https://a.example/x?id=4")


def test_the_same_address_is_one_article_with_several_sources() -> None:
    found = cluster(
        [
            article(1, "Trams for Norwick", url="https://post.example/trams"),
            article(2, "Something else said in other words", url="https://post.example/trams?utm_source=links"),
            article(3, "A third thing", url="https://post.example/third"),
        ]
    )
    assert members(found) == [[1, 2]]
    story = next(story for story in found if len(story.members) == 2)
    assert set(story.reasons.values()) == {"same address"}
    assert [{id_, *others} for id_, others in story.copies.items()] == [{1, 2}]


def test_a_page_of_many_items_joins_nothing() -> None:
    url = "https://post.example/live"
    found = cluster(
        [
            article(number, f"{word} item of the day", feed=7, url=url)
            for number, word in ((1, "Owl"), (2, "Bridge"), (3, "Herring"))
        ]
    )
    assert members(found) == []


def test_the_same_title_with_the_sources_name_behind() -> None:
    assert title_key("Owl saved from chimney | Paper 2", "Paper 2") == title_key("Owl saved from chimney.", "Paper 1")
    assert title_key("Budget - what now", "Paper 2") != title_key("Budget", "Paper 2")
    found = cluster([article(1, "Owl saved from chimney"), article(2, "Owl saved from chimney | Paper 2")])
    assert members(found) == [[1, 2]]
    assert set(found[0].reasons.values()) == {"same title"}


def test_a_title_that_everybody_uses_joins_nothing() -> None:
    texts = ("Rain fell on the coast and the sea rose.", "Shares went up, led by banks, at the close.")
    assert members(cluster(article(n, "Live updates", text) for n, text in enumerate(texts, 1))) == []


@pytest.mark.parametrize("hours", [25, 48, 70])
def test_a_column_is_never_joined(hours: int) -> None:
    title = "In the garden with Maud Penn"
    text = "November is for leaves. Rake them from the lawn, but leave a heap under the hedge."
    assert members(cluster([article(1, title, text, feed=9), article(2, title, text, feed=9, hour=hours)])) == []


def test_a_column_whose_title_carries_the_day_is_one_too() -> None:
    days = (("Monday 3 March", 0), ("Tuesday 4 March", 26))
    found = cluster(
        article(n, f"Market report {day}", TRAM, feed=9, hour=hour) for n, (day, hour) in enumerate(days, 1)
    )
    assert members(found) == []


def test_an_update_within_the_day_is_joined() -> None:
    title = "Ferry runs aground off Port Callan"
    assert members(cluster([article(1, title, feed=9), article(2, title, feed=9, hour=5)])) == [[1, 2]]


def test_nothing_older_than_three_days_is_joined() -> None:
    title = "Ferry runs aground off Port Callan"
    assert members(cluster([article(1, title, TRAM), article(2, title, TRAM, hour=73)])) == []


def test_agency_copies_are_found() -> None:
    title = "Harbour tram line approved in Norwick by council"
    found = cluster(
        [
            article(1, title, TRAM),
            article(2, "Norwick council approves harbour tram line", f"NORWICK (Wire) {TRAM}"),
            article(
                3,
                "Norwick harbour tram: traders furious at council",
                "Traders on Quay Street in Norwick are furious "
                "at the council's vote for a harbour tram line and its ferry terminal, and will go to court.",
            ),
        ]
    )
    assert members(found) == [[1, 2, 3]]
    assert [{id_, *others} for id_, others in found[0].copies.items()] == [{1, 2}]


def test_one_text_under_two_headlines_is_joined_at_once() -> None:
    found = cluster([article(1, "Trams are back", TRAM), article(2, "Quays to be dug up for years", TRAM.upper())])
    assert members(found) == [[1, 2]]
    assert set(found[0].reasons.values()) == {"same text"}


def test_a_feeds_boilerplate_joins_nothing() -> None:
    text = "Read this article and much more on our site, every day, for one crown a week, and subscribe to our letter."
    titles = ("Owl rescued", "Bridge closed", "Herring fried")
    found = cluster(article(number, title, text, feed=7) for number, title in enumerate(titles, 1))
    assert not any("same text" in story.reasons.values() for story in found)


def test_same_text_needs_four_fifths() -> None:
    words = [f"word{number}" for number in range(60)]
    whole = " ".join(words)
    assert same_text(shingles(whole), shingles(whole.upper()))
    assert same_text(shingles(whole), shingles(" ".join(words[:40])))
    changed = [f"other{number}" if number % 10 == 0 else word for number, word in enumerate(words)]
    assert not same_text(shingles(whole), shingles(" ".join(changed)))
    assert not same_text(shingles("too short"), shingles("too short"))
    assert copies([shingles(whole), shingles(" ".join(changed)), shingles(whole)]) == [0, 1, 0]


# ---- no chains, and the user's word ----


def test_what_lies_between_two_events_does_not_chain_them() -> None:
    fire = "Fire destroys the Halvorsen timber warehouse at Saltmarsh docks"
    trial = "Judges jail mayor Overby for bribes in shipyard sale"
    between = "Halvorsen timber warehouse fire and Overby bribes shipyard sale trouble Saltmarsh"
    found = cluster(
        [
            article(1, fire),
            article(2, f"{fire} overnight"),
            article(3, trial),
            article(4, f"{trial} today"),
            article(5, between),
        ]
    )
    assert not any({1, 3} <= set(story.members) for story in found)
    assert any({1, 2} <= set(story.members) for story in found)
    assert any({3, 4} <= set(story.members) for story in found)


def test_what_the_user_split_stays_apart() -> None:
    story = max(cluster(ARTICLES), key=lambda story: len(story.members))
    assert len(story.members) >= 6
    out, rest = story.members[3], [id_ for id_ in story.members if id_ != story.members[3]]
    decisions = Decisions(apart=tuple((out, id_) for id_ in rest))
    found = cluster(ARTICLES, decisions)
    assert not pairs(story.members for story in found) & {(min(out, id_), max(out, id_)) for id_ in rest}
    assert sorted(rest) in members(found)


def test_even_the_same_address_obeys_a_split() -> None:
    same = [article(n, "Owl saved from chimney", url="https://post.example/owl") for n in (1, 2)]
    assert members(cluster(same, Decisions(apart=((1, 2),)))) == []


def test_what_the_user_joined_is_joined() -> None:
    found = cluster(ARTICLES, Decisions(together=((1, 60),)))
    story = next(story for story in found if 1 in story.members)
    assert 60 in story.members
    assert "joined by you" in (story.reasons.get(1), story.reasons.get(60))


def test_a_split_wins_over_a_join() -> None:
    both = [article(1, "Owl saved"), article(2, "Bridge closed"), article(3, "Herring soup")]
    decisions = Decisions(apart=((1, 3),), together=((1, 2), (2, 3)))
    assert members(cluster(both, decisions)) == [[1, 2]]


def test_decisions_hold_for_articles_that_come_later() -> None:
    split = StoryIndex([article(1, "Owl saved from chimney")], Decisions(apart=((1, 2),)))
    assert split.add(article(2, "Owl saved from chimney")) == 2
    joined = StoryIndex([article(1, "Owl saved from chimney")], Decisions(together=((1, 2),)))
    assert joined.add(article(2, "Herring soup")) == 1


def test_a_story_is_named_after_its_earliest_article() -> None:
    index = StoryIndex([article(5, "Owl saved from chimney", hour=2)])
    assert index.add(article(9, "Owl saved from chimney", hour=1)) == 9
    assert index.add(article(9, "Owl saved from chimney", hour=1)) == 9
    assert index.story_of(5).id == 9
    assert len(index) == 2


# ---- anything, and time ----

texts = st.text(alphabet="ab cdé城 9.-|!?\n", max_size=40)
inputs = st.lists(
    st.builds(
        StoryInput,
        id=st.integers(1, 40),
        feed_id=st.integers(1, 3),
        source=st.sampled_from(["A", "B"]),
        title=texts,
        text=texts,
        url=st.sampled_from(["", "https://a.example/1", "https://a.example/2?utm_x=1", "::", "https://[bad"]),
        published=st.integers(0, 10**6),
    ),
    max_size=15,
)
links = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), max_size=6).map(tuple)


@settings(deadline=None)
@given(inputs, links, links)
def test_any_input_gives_a_partition_that_obeys(given_: list[StoryInput], apart: object, together: object) -> None:
    decisions = Decisions(apart, together)  # type: ignore[arg-type]
    found = cluster(given_, decisions)
    assert sorted(id_ for story in found for id_ in story.members) == sorted({article.id for article in given_})
    parted = {(min(pair), max(pair)) for pair in decisions.apart if pair[0] != pair[1]}
    assert not parted & pairs(story.members for story in found)
    index = StoryIndex((), decisions)
    for one in given_:
        assert one.id in index.story_of(index.add(one)).members
    assert not parted & pairs(story.members for story in index.stories())
