"""One event that fills the feeds is one story, and no chain."""

import random
from dataclasses import replace

import pytest

from tests.bench.stories import World
from tui_reader.domain.stories import StoryInput
from tui_reader.summary.stories import cluster


def largest(articles: list[StoryInput], event: set[int]) -> tuple[float, int]:
    """The share of `event` in the story that has most of it, and how many other articles that story has."""
    best = max(cluster(articles), key=lambda story: len(event.intersection(story.members)))
    return len(event.intersection(best.members)) / len(event), len(set(best.members) - event)


@pytest.mark.parametrize(("size", "others"), [(50, 0), (400, 0), (2000, 0), (50, 450), (400, 1600), (2000, 500)])
def test_one_event_told_by_every_feed_is_one_story(size: int, others: int) -> None:
    world = World(3)
    event = world.event(size)
    rest = [article for told in world.days(others) for article in told]
    share, strangers = largest(event + rest, {article.id for article in event})
    assert share >= 0.98
    assert strangers == 0


def test_two_giant_events_stay_two() -> None:
    world = World(6)
    one, other = world.event(300), world.event(300)
    bridge = replace(one[0], id=10**6, title=f"{one[1].title} {other[1].title}", text=f"{one[1].text} {other[1].text}")
    stories = [story for story in cluster([*one, *other, bridge]) if len(story.members) > 10]
    assert sorted(len(story.members) // 10 for story in stories) == [30, 30]


def test_usual_words_do_not_become_an_event() -> None:
    """Every article has some of 40 words, as news has its police and its percent, and words of its own."""
    world, chance = World(7), random.Random(7)
    usual = world.words[:40]
    articles = [
        replace(
            world.event(1)[0],
            title=" ".join(chance.sample(usual, 3) + chance.sample(world.words, 5)),
            text=" ".join(chance.sample(usual, 8) + chance.sample(world.words, 25)),
        )
        for _ in range(600)
    ]
    assert max(len(story.members) for story in cluster(articles)) <= 3
