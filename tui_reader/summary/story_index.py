"""Stories kept up to date: all of a set at once, then article by article."""

import gc
import itertools
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from ..domain.stories import NO_DECISIONS, Decisions, Story, StoryInput
from .average_link import COMMON, THRESHOLD, Neighbours, edges, join, mean_similarity, merge_all
from .headline import best_first
from .kept_stories import Kept, recognise, together
from .same_story import Group, Keys, apart
from .same_text import copies, shingles
from .story_words import Frequencies, Vector, common_words, language_of, similarity, surface

BY_USER = "joined by you"
NOTHING: Kept = {}
SHOWN_WORDS = 3


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles among the many small objects made here, which have none: a seventh of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class StoryIndex:
    """The stories of a set of articles. Not safe to use from several threads at once."""

    @_uncollected()
    def __init__(
        self,
        articles: Iterable[StoryInput],
        decisions: Decisions = NO_DECISIONS,
        kept: Kept = NOTHING,
        fresh: Container[int] | None = None,
    ) -> None:
        """`kept` are the stories shown so far, whose names and headlines stay. With `fresh` they stay together too, as
        far as they obey the decisions, and only these further articles (by their ids) look for others.
        """
        unique = {article.id: article for article in reversed(list(articles))}
        ordered = sorted(unique.values(), key=lambda article: (article.published, article.id))
        settled = 0
        if fresh is not None:
            ordered.sort(key=lambda article: article.id in fresh)
            settled = sum(article.id not in fresh for article in ordered)
        self._articles = ordered
        self._positions = {article.id: position for position, article in enumerate(ordered)}
        self._decisions = decisions
        self._frequencies = Frequencies()
        self._keys = Keys(ordered)
        counted = [self._frequencies.count(article) for article in ordered]
        self._frequencies.settle(counted)
        self._vectors: list[Vector] = [
            {} if self._keys.is_column(article, position) else self._frequencies.vector(found)
            for position, (article, found) in enumerate(zip(ordered, counted, strict=True))
        ]
        self._groups = [self._alone(position) for position in range(len(ordered))]
        self._why: dict[int, str] = {}
        self._neighbours = Neighbours()
        self._set_apart(apart(decisions, self._positions))
        self._join_decided(decisions.together)
        for reason, positions in self._keys.same():
            for one, other in itertools.pairwise(positions):
                self._join_same(one, other, reason)
        if fresh is not None:
            self._restore(kept)
        merge_all(self._groups, edges(self._vectors, self._times(), self._neighbours, settled))
        recognise(self._each(), [article.id for article in ordered], kept)

    def __len__(self) -> int:
        return len(self._articles)

    def stories(self) -> list[Story]:
        """All stories, those of one article too, the one with the latest article first."""
        found = [self._story(group) for group in self._each()]
        return sorted(found, key=lambda story: (-story.newest, -story.id))

    def story_of(self, article_id: int) -> Story:
        """The story of an article of the set. Raises KeyError for another."""
        return self._story(self._groups[self._positions[article_id]])

    def shown(self) -> list[Story]:
        """The stories that several sources tell, or that the user joined: what one says twice is two articles."""
        return [story for story in self.stories() if self._is_shown(story)]

    def place(self, articles: Iterable[StoryInput]) -> list[Story]:
        """`add` these articles; the stories among `shown` that have one of them."""
        found = [self.add(article) for article in sorted(articles, key=lambda article: (article.published, article.id))]
        stories = (self.story_of(id_) for id_ in dict.fromkeys(found))
        return [story for story in stories if self._is_shown(story)]

    def add(self, article: StoryInput) -> int:
        """Place one more article: it joins the story that it is most like on average, or stands alone.

        Stories that are alike on average with it are joined, too; no story ever falls apart. Returns the id of its
        story, as `story_of` gives it. An article that is there already is left in its place.
        """
        if article.id in self._positions:
            return self._story_id(self._groups[self._positions[article.id]])
        position = len(self._articles)
        self._positions[article.id] = position
        self._articles.append(article)
        self._keys.add(article)
        found = self._frequencies.count(article)
        vector = {} if self._keys.is_column(article, position) else self._frequencies.vector(found)
        self._vectors.append(vector)
        self._groups.append(self._alone(position))
        mine = [pair for pair in (*self._decisions.apart, *self._decisions.together) if article.id in pair]
        if mine:
            self._set_apart(apart(self._decisions, self._positions))
            self._join_decided(self._decisions.together)
        for reason, positions in self._keys.same_as_last():
            for other in reversed(positions):
                if other != position:
                    self._join_same(other, position, reason)
        self._join_like(position)
        return self._story_id(self._groups[position])

    def _is_shown(self, story: Story) -> bool:
        articles = [self._articles[self._positions[id_]] for id_ in story.members]
        return len({(article.feed_id, article.source) for article in articles}) > 1 or any(
            story.reasons.get(id_) == BY_USER for id_ in story.members
        )

    def _each(self) -> list[Group]:
        return list({id(group): group for group in self._groups}.values())

    def _alone(self, position: int) -> Group:
        article, column = self._articles[position], self._keys.columns[position]
        return Group(position, article, column, self._vectors[position], language_of(article))

    def _restore(self, kept: Kept) -> None:
        for positions in together(kept, self._positions):
            for one, other in itertools.pairwise(positions):
                groups = self._groups[one], self._groups[other]
                if groups[0] is not groups[1] and groups[0].allows(groups[1]):
                    join(self._groups, *groups)

    def _story_id(self, group: Group) -> int:
        if not group.name:
            earliest = min(
                (self._articles[position].published, self._articles[position].id) for position in group.members
            )
            if len(group.members) == 1:
                return earliest[1]
            group.name = earliest[1]
        return group.name

    def _times(self) -> list[int]:
        return [article.published for article in self._articles]

    def _join_like(self, position: int) -> None:
        vector, published = self._vectors[position], self._articles[position].published
        near = [
            other
            for other in self._neighbours.like(vector, published)
            if similarity(vector, self._vectors[other], COMMON) > 0
        ]
        while (other := self._most_like(self._groups[position], near)) is not None:
            join(self._groups, self._groups[position], other)
        self._neighbours.add(position, vector, published)

    def _most_like(self, group: Group, near: Sequence[int]) -> Group | None:
        """The group of one of the positions `near` that `group` is to be joined to."""
        others = {id(other): other for other in map(self._groups.__getitem__, near) if other is not group}.values()
        ranked = sorted(((mean_similarity(group, other), other) for other in others), key=lambda pair: -pair[0])
        fit = (
            other for alike, other in ranked if alike >= THRESHOLD and group.allows(other) and group.speaks_as(other)
        )
        return next(fit, None)

    def _set_apart(self, pairs: Mapping[int, frozenset[int]]) -> None:
        for position, others in pairs.items():
            self._groups[position].apart |= others

    def _join_decided(self, pairs: Sequence[tuple[int, int]]) -> None:
        for pair in pairs:
            if pair[0] in self._positions and pair[1] in self._positions:
                one, other = (self._positions[id_] for id_ in pair)
                groups = self._groups[one], self._groups[other]
                if groups[0] is not groups[1] and not groups[0].forbids(groups[1]):
                    join(self._groups, *groups)
                if self._groups[one] is self._groups[other]:
                    self._why[one] = self._why[other] = BY_USER

    def _join_same(self, one: int, other: int, reason: str) -> None:
        groups = self._groups[one], self._groups[other]
        if groups[0] is not groups[1] and groups[0].allows(groups[1]):
            join(self._groups, *groups)
        if self._groups[one] is self._groups[other]:
            self._why.setdefault(one, reason)
            self._why.setdefault(other, reason)

    def _story(self, group: Group) -> Story:
        members = sorted(group.members)
        articles = [self._articles[position] for position in members]
        if len(members) == 1:
            only = articles[0]
            return Story(only.id, only.id, (only.id,), newest=only.published)
        shown = None if group.lead is None else members.index(group.lead)
        order = best_first(articles, group.total, self._frequencies, shown)
        group.lead = lead = members[order[0]]
        reasons = {articles[place].id: self._reason(members[place], lead, group) for place in order[1:]}
        return Story(
            id=self._story_id(group),
            lead=self._articles[lead].id,
            members=tuple(articles[place].id for place in order),
            reasons=reasons,
            copies=self._copies([members[place] for place in order]),
            newest=group.last,
        )

    def _reason(self, position: int, lead: int, group: Group) -> str:
        if position in self._why:
            return self._why[position]
        mine, article = self._vectors[position], self._articles[position]
        words = common_words(mine, self._vectors[lead], SHOWN_WORDS)
        if len(words) < SHOWN_WORDS:
            rest = {term: weight - mine.get(term, 0.0) for term, weight in group.total.items() if term in mine}
            more = common_words(mine, {term: weight for term, weight in rest.items() if weight > 1e-9}, 2 * SHOWN_WORDS)
            words = list(dict.fromkeys([*words, *more]))[:SHOWN_WORDS]
        texts = (article.title, article.text)
        return "words in common: " + ", ".join(surface(self._frequencies.words[word], texts) for word in words)

    def _copies(self, members: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """Copies of one text or address among the positions `members`, best first."""
        first = copies([shingles(self._articles[position].text) for position in members])
        by_address: dict[str, int] = {}
        found: dict[int, list[int]] = {}
        for place, position in enumerate(members):
            address = self._keys.address_of(position)
            original = first[place]
            if address:
                original = by_address.setdefault(address, original)
            while first[original] != original:
                original = first[original]
            first[place] = original
            if original != place:
                found.setdefault(self._articles[members[original]].id, []).append(self._articles[position].id)
        return {id_: tuple(others) for id_, others in found.items()}
