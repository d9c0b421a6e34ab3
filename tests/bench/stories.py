"""What finding stories costs: `python -m tests.bench.stories`.

Printed are CPU seconds for generated articles of three days from 400 feeds (a tenth of the events fill many feeds, most
articles stand alone), the ratio when their number doubles, the time to place one more, the worst case: one event told
by every feed, and precision and recall of joined pairs on the labelled sets by threshold.
"""

import random
import time
from dataclasses import replace
from itertools import accumulate

from tests.summary.story_set import FIRST, SECOND, labelled, precision_and_recall
from tui_reader.domain.stories import StoryInput
from tui_reader.summary import average_link
from tui_reader.summary.stories import StoryIndex, cluster

FEEDS = 400
VOCABULARY = 40_000
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "or")]


def words_of(chance: random.Random) -> list[str]:
    """Invented words, the usual ones first."""
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        found["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))] = None
    return list(found)


class World:
    """Generates articles: an event has some twenty words of its own, each article on it uses some fourteen."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = words_of(self.chance)
        shares = [1 / (rank + 8) for rank in range(VOCABULARY)]
        self._usual, self._own = list(accumulate(shares)), list(accumulate(shares[200:]))
        self.made = 0

    def prose(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self._usual, k=count)

    def event(self, size: int) -> list[StoryInput]:
        own = self.chance.choices(self.words[200:], cum_weights=self._own, k=20)
        begins = self.chance.randrange(0, 60 * 3600)
        feeds = self.chance.sample(range(FEEDS), min(size, FEEDS))
        return [self.article(own, begins, feeds[number % FEEDS]) for number in range(size)]

    def article(self, own: list[str], begins: int, feed: int) -> StoryInput:
        self.made += 1
        title = self.chance.sample(own, 5) + self.prose(3)
        text = self.chance.sample(own, 12) + self.prose(18)
        self.chance.shuffle(text)
        return StoryInput(
            id=self.made,
            feed_id=feed,
            source=f"Feed {feed}",
            title=" ".join(title),
            url=f"https://feed{feed}.example/{self.made}",
            text=" ".join(text),
            published=begins + self.chance.randrange(0, 12 * 3600),
        )

    def days(self, count: int) -> list[list[StoryInput]]:
        """Events that together have `count` articles."""
        events: list[list[StoryInput]] = []
        left = count
        while left > 0:
            size = 1 if self.chance.random() < 0.75 else min(int(self.chance.paretovariate(0.9)) + 1, 120)
            events.append(self.event(min(size, left)))
            left -= len(events[-1])
        return events


def seconds(articles: list[StoryInput]) -> tuple[float, StoryIndex, int]:
    """CPU seconds, the index, and how many stories have more than one article."""
    began = time.process_time()
    index = StoryIndex(articles)
    stories = index.stories()
    return time.process_time() - began, index, sum(len(story.members) > 1 for story in stories)


def main() -> None:
    previous = 0.0
    for count in (2500, 5000, 10_000, 20_000):
        events = World().days(count)
        articles = [article for event in events for article in event]
        spent, index, several = seconds(articles)
        ratio = f"   {spent / previous:.2f} x the half" if previous else ""
        true = sum(len(event) > 1 for event in events)
        print(f"{count:6} articles: {spent:6.2f} s CPU{ratio}   {several} stories of several articles ({true} events)")
        previous = spent
        if count == 10_000:
            placing(index, World(2).days(500))
    for count, rest in ((50, 0), (400, 0), (2000, 0), (50, 9950), (400, 9600), (2000, 8000)):
        world = World(3)
        articles = world.event(count) + [article for event in world.days(rest) for article in event]
        spent, index, _ = seconds(articles)
        event = set(range(1, count + 1))
        largest = max(index.stories(), key=lambda story: len(event.intersection(story.members))).members
        print(
            f"one event of {count:4} in {len(articles):5} articles: {spent:6.2f} s CPU   the largest story has"
            f" {len(event.intersection(largest)) / count:.0%} of it and {len(set(largest) - event)} others"
        )
    thresholds()
    copies(2000)


def thresholds() -> None:
    """The labelled sets by threshold, and what the best one on each gives on the other."""
    usual = average_link.THRESHOLD
    scores: dict[str, dict[float, tuple[float, float]]] = {}
    for name, texts in (("first", FIRST), ("second", SECOND)):
        marked = labelled(texts)
        scores[name] = {}
        for hundredths in range(14, 29):
            average_link.THRESHOLD = hundredths / 100
            scores[name][hundredths / 100] = precision_and_recall(marked, cluster(article for _, article in marked))
        print(f"{name} set:", *(f"{at:.2f}: {p:.3f} {r:.3f} " for at, (p, r) in scores[name].items()))
    average_link.THRESHOLD = usual
    for name, other in (("first", "second"), ("second", "first")):
        best = max(scores[name], key=lambda at: harmonic(*scores[name][at]))
        precision, recall = scores[other][best]
        print(f"best on the {name} set: {best:.2f}; on the {other} one that gives {precision:.3f} at {recall:.3f}")


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(precision + recall, 1e-9)


def copies(count: int) -> None:
    """One text under as many headlines of other words."""
    world = World(4)
    model = world.event(1)[0]
    made = [world.event(1)[0] for _ in range(count)]
    articles = [replace(article, text=model.text, published=model.published, feed_id=article.id) for article in made]
    spent, index, _ = seconds(articles)
    largest = max(index.stories(), key=lambda story: len(story.members))
    print(f"one text {count} times: {spent:6.2f} s CPU   largest story {len(largest.members)}")
    placing(index, [[replace(world.event(1)[0], text=model.text, published=model.published, feed_id=0)]])


def placing(index: StoryIndex, events: list[list[StoryInput]]) -> None:
    spent: list[float] = []
    for article in (article for event in events for article in event):
        began = time.process_time()
        index.add(
            StoryInput(**{name: getattr(article, name) for name in article.__slots__} | {"id": article.id + 10**6})
        )
        spent.append(1000 * (time.process_time() - began))
    spent.sort()
    print(f"       placing one: {spent[len(spent) // 2]:.2f} ms CPU, p99 {spent[len(spent) * 99 // 100]:.2f} ms")


if __name__ == "__main__":
    main()
