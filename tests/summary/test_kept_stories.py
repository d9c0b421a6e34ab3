"""Stories stay what the user has seen when further articles come, and are as good as if found anew."""

import random
from dataclasses import replace

import pytest

from tests.summary.story_set import FIRST, SECOND, START, labelled, precision_and_recall
from tui_reader.domain.stories import NO_DECISIONS, Decisions, Story, StoryInput
from tui_reader.summary.kept_stories import Kept
from tui_reader.summary.stories import StoryIndex, cluster

HOUR = 3600
TRAM = (
    "After two years of argument the council in Norwick voted on Monday to build a tram line along the harbour, "
    "linking the ferry terminal with the railway station."
)
TITLES = (
    "Norwick council approves new harbour tram line",
    "Harbour tram line approved by council in Norwick",
    "Council in Norwick votes for harbour tram",
    "Norwick votes to build tram line along harbour",
)
"""None of them much better than another."""


def article(number: int, title: str, text: str = TRAM, *, hour: float = 0.0) -> StoryInput:
    return StoryInput(
        id=number, feed_id=number, source=f"Paper {number}", title=title, text=text, published=START + int(hour * HOUR)
    )


def kept(stories: list[Story]) -> Kept:
    """As the library keeps them."""
    return {id_: (story.id, place) for story in stories for place, id_ in enumerate(story.members)}


def batches(articles: list[StoryInput], seed: int, size: int) -> list[list[StoryInput]]:
    shuffled = list(articles)
    random.Random(seed).shuffle(shuffled)
    return [shuffled[start : start + size] for start in range(0, len(shuffled), size)]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("size", [1, 15])
@pytest.mark.parametrize("texts", [FIRST, SECOND])
def test_placed_in_any_order_is_as_good_as_anew(texts: tuple[tuple[str, str], ...], size: int, seed: int) -> None:
    marked = labelled(texts)
    articles = [article for _, article in marked]
    anew = precision_and_recall(marked, cluster(articles))
    first, *rest = batches(articles, seed, 40)
    index = StoryIndex(first)
    for batch in batches([article for part in rest for article in part], seed, size):
        index.place(batch)
    precision, recall = precision_and_recall(marked, index.stories())
    assert precision >= anew[0] - 0.02
    assert recall >= anew[1] - 0.05


@pytest.mark.parametrize("texts", [FIRST, SECOND])
def test_told_again_after_each_batch_is_as_good_as_anew(texts: tuple[tuple[str, str], ...]) -> None:
    marked = labelled(texts)
    articles = sorted((article for _, article in marked), key=lambda article: article.published)
    anew = precision_and_recall(marked, cluster(articles))
    stories: list[Story] = []
    for end in range(20, len(articles) + 20, 20):
        fresh = {article.id for article in articles[end - 20 : end]}
        stories = StoryIndex(articles[:end], NO_DECISIONS, kept(stories), fresh).stories()
    precision, recall = precision_and_recall(marked, stories)
    assert precision >= anew[0] - 0.02
    assert recall >= anew[1] - 0.05


def test_no_story_falls_apart_and_none_changes_its_name_for_one_more_article() -> None:
    articles = sorted((article for _, article in labelled()), key=lambda article: article.published)
    index = StoryIndex(articles[:80])
    for one in articles[80:]:
        before = {story.id: set(story.members) for story in index.stories() if len(story.members) > 1}
        index.add(one)
        after = index.stories()
        for name, members in before.items():
            now = next(story for story in after if members <= set(story.members))
            absorbed = [other for other in before if other != name and before[other] <= set(now.members)]
            assert now.id == name or now.id in absorbed


@pytest.mark.parametrize("shown", range(4))
def test_the_headline_stays_as_long_as_none_is_clearly_better(shown: int) -> None:
    articles = [article(number, title, hour=number) for number, title in enumerate(TITLES, 1)]
    before: Kept = {number: (1, (number - shown - 1) % 4) for number in range(1, 5)}
    for fresh in (None, {9}):
        [story] = StoryIndex([*articles, article(9, TITLES[0], hour=9)], NO_DECISIONS, before, fresh).stories()
        assert (story.id, story.lead) == (1, shown + 1)


def test_an_article_that_comes_late_finds_those_that_were_published_after_it() -> None:
    told = [article(1, TITLES[0], hour=9), article(2, TITLES[1], TRAM[40:], hour=1)]
    [story] = StoryIndex(told, NO_DECISIONS, {}, {2}).stories()
    assert set(story.members) == {1, 2}
    assert len(StoryIndex(told, NO_DECISIONS, {}, set()).stories()) == 2, "none looks for the other"


def test_a_shouting_headline_gives_way_to_a_calm_one() -> None:
    index = StoryIndex(
        [article(1, "SHOCKING!!! TRAM IN NORWICK"), article(2, "You won't believe the Norwick tram vote")]
    )
    [loud] = index.stories()
    index.add(article(3, TITLES[0]))
    [calm] = index.stories()
    assert calm.lead == 3
    assert calm.id == loud.id


def test_a_story_keeps_its_name_when_its_first_article_is_too_old_to_be_looked_at() -> None:
    articles = [article(number, title, hour=number) for number, title in enumerate(TITLES, 1)]
    [whole] = StoryIndex(articles).stories()
    assert whole.id == 1
    [rest] = StoryIndex(articles[1:], NO_DECISIONS, kept([whole])).stories()
    assert rest.id == 1


def test_what_was_split_off_does_not_share_the_storys_name() -> None:
    articles = [article(number, title, hour=number) for number, title in enumerate(TITLES, 1)]
    [whole] = StoryIndex(articles).stories()
    parted = Decisions(apart=tuple((1, other) for other in (2, 3, 4)))
    for fresh in (None, set[int]()):
        found = StoryIndex(articles, parted, kept([whole]), fresh).stories()
        assert sorted(len(story.members) for story in found) == [1, 3]
        assert len({story.id for story in found}) == 2


def test_what_only_one_source_tells_is_no_story_to_be_shown() -> None:
    mine = [replace(article(number, TITLES[number]), feed_id=7, source="Coast Daily") for number in range(2)]
    index = StoryIndex(mine)
    assert [len(story.members) for story in index.stories()] == [2]
    assert index.shown() == []
    assert index.place([replace(article(3, TITLES[3]), feed_id=7, source="Coast Daily")]) == []
    assert [len(story.members) for story in index.place([article(4, TITLES[2])])] == [4]


def test_a_feed_of_several_sources_tells_a_story() -> None:
    one, other = (replace(article(number, TITLES[number]), feed_id=7) for number in range(2))
    assert [len(story.members) for story in StoryIndex([one, other]).shown()] == [2]


def test_the_same_articles_in_the_same_order_give_the_same_stories() -> None:
    articles = [article for _, article in labelled(SECOND)]
    one, other = StoryIndex(articles[:60]), StoryIndex(articles[:60])
    assert one.place(articles[60:]) == other.place(reversed(articles[60:]))
    assert one.stories() == other.stories()
