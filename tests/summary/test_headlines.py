"""The headline that stands for a story is a plain one, as long as there is one."""

from dataclasses import replace

import pytest

from tests.summary.story_set import FIRST, SECOND, labelled
from tui_reader.domain.stories import StoryInput
from tui_reader.summary.headline import PLAIN, calmness
from tui_reader.summary.stories import cluster

LOUD = (
    "{upper}",
    "BREAKING: {title}",
    "EILMELDUNG: {title}",
    "Exclusive: {title}",
    "{title}!",
    "{title}!!!",
    "{title}?",
    "You won't believe it: {title}",
    "Here's why {title}",
    "Was wir wissen: {title}",
    "Ce que l'on sait : {title}",
    "Live: {title}",
    "{title} – live",
    "{title}: live updates",
    "Liveticker: {title}",
    "Newsblog: {title}",
    "En direct : {title}",
    "+++ {title} +++",
    "+++ Ticker +++ {title}",
    "Opinion: {title}",
    "{title} ...",
)
"""What papers make of a headline."""


def stories() -> list[list[StoryInput]]:
    """The articles of each story of the labelled sets that has two plain headlines, its lead first."""
    found = []
    for texts in (FIRST, SECOND):
        articles = {article.id: article for _, article in labelled(texts)}
        for story in cluster(articles.values()):
            told = [articles[id_] for id_ in story.members]
            if sum(calmness(article.title) >= PLAIN for article in told) > 1:
                found.append(told)
    return found


STORIES = stories()


@pytest.mark.parametrize("loud", LOUD)
def test_a_loud_headline_never_leads_when_there_is_a_plain_one(loud: str) -> None:
    checked = 0
    for lead, *others in STORIES:
        title = loud.format(title=lead.title, upper=lead.title.upper())
        changed = replace(lead, title=title, full=True)
        story = next(story for story in cluster([changed, *others]) if lead.id in story.members)
        plain = {article.id for article in others if calmness(article.title) >= PLAIN}
        if plain.intersection(story.members):
            checked += 1
            assert story.lead in plain
    assert checked >= 40


def test_most_headlines_are_plain() -> None:
    titles = [article.title for texts in (FIRST, SECOND) for _, article in labelled(texts)]
    loud = [title for title in titles if calmness(title) < PLAIN]
    assert len(loud) <= 0.12 * len(titles)


@pytest.mark.parametrize(
    "title",
    [
        "Council approves harbour tram",
        "NATO moves its exercises to spring",
        "Olive harvest is the worst in ten years",
        "Alive after three days under the snow",
        "Minister: no new taxes this year",
        "Kiplagat wins in 2:08:14",
    ],
)
def test_these_are_plain(title: str) -> None:
    assert calmness(title) >= PLAIN


def test_of_plain_headlines_the_central_one_leads() -> None:
    for told in STORIES:
        if len(told) > 3:
            shared = [
                sum(word in f"{other.title} {other.text}" for other in told for word in set(article.title.split()))
                / len(set(article.title.split()))
                for article in told
                if calmness(article.title) >= PLAIN
            ]
            assert shared[0] >= 0.6 * max(shared)
