"""A briefing or an edition: what came since a moment, found to be stories, weighed, chosen, and told."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .catching_up import Further, got_further
from .domain.briefings import Addition, Chapter, Item, Paper
from .domain.document import Document
from .domain.editions import Form, Piece, StoryCard
from .domain.models import Feed, SummaryState
from .domain.reading import count_words
from .domain.stories import Decisions, Story
from .jobs import JobFailed, Jobs, JobTimedOut, run_slices
from .settling import opened
from .store import Library
from .store.arrivals import Arrival
from .summary.edition import GLANCE, briefing, by_weight, plan
from .telling import Telling, Told, find_stories, tell

MOST_ARTICLES = 3000
"""The newest that are looked at: a day of some 300 feeds."""
STORIES_SECONDS = 30.0
MOST_BRIEFED = 30
MOST_IN_SECTION = 10
"""Stories of a briefing in all, and in one section when there are several."""
MOST_TOLD = 120
"""Stories of an edition that are summarised; those beyond get a headline."""
WORDS_EACH = 50
"""The fewest words that a summary in an edition will take on average: how many are worth making."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for."""

    since: int
    """Unix seconds."""
    now: int
    minutes: float | None
    words_a_minute: float
    sentences: int
    """Of a summary, at most."""


async def make_paper(library: Library, jobs: Jobs, wish: Wish) -> Paper:
    """The briefing, or with `wish.minutes` the edition. An edition leaves out what was read. Raises LibraryError."""
    arrivals = await asyncio.to_thread(library.arrivals, wish.since, limit=MOST_ARTICLES)
    by_id = {arrival.head.id: arrival for arrival in arrivals}
    stories = await _stories(jobs, arrivals, library.stories.decisions())
    count = len(stories)
    if wish.minutes is not None:
        stories = [story for story in stories if not all(by_id[id_].head.read for id_ in story.members)]
    feeds = {feed.id: feed for feed in await asyncio.to_thread(library.feeds)}
    room = _Room(library, jobs, wish, by_id, {story.id: story for story in stories})
    cards = [_card(story, by_id, feeds, wish.since) for story in stories]
    chapters, left_out = await (room.briefing(cards) if wish.minutes is None else room.edition(cards, wish.minutes))
    return Paper(
        since=wish.since,
        made=wish.now,
        minutes=wish.minutes,
        chapters=chapters,
        articles=len(arrivals),
        stories=count,
        left_out=left_out,
        words_a_minute=wish.words_a_minute,
    )


class _Room:
    """Where a paper is put together."""

    def __init__(
        self, library: Library, jobs: Jobs, wish: Wish, arrivals: Mapping[int, Arrival], stories: Mapping[int, Story]
    ) -> None:
        self._library = library
        self._jobs = jobs
        self._wish = wish
        self._arrivals = arrivals
        self._stories = stories

    async def briefing(self, cards: Sequence[StoryCard]) -> tuple[tuple[Chapter, ...], int]:
        sections = {card.section for card in cards}
        each = MOST_BRIEFED if len(sections) == 1 else MOST_IN_SECTION
        found = briefing(cards, since=self._wish.since, now=self._wish.now, most=MOST_BRIEFED, in_section=each)
        ranked = by_weight(found.stories, self._wish.now)
        lengths = {card.story: self._length(rank) for rank, card in enumerate(ranked)}
        further = await got_further(self._library, self._jobs, self._stories, lengths)
        told = await self._tell([card for card in ranked if card.story not in further], lengths)
        chapters = tuple(
            Chapter(
                section.name,
                tuple(self._brief(card, told.get(card.story), further.get(card.story)) for card in section.stories),
            )
            for section in found.sections
        )
        return chapters, found.left_out

    async def edition(self, cards: Sequence[StoryCard], minutes: float) -> tuple[tuple[Chapter, ...], int]:
        ranked = by_weight(cards, self._wish.now)
        worth = min(MOST_TOLD, int(minutes * self._wish.words_a_minute / WORDS_EACH) + 8)
        lengths = {card.story: self._wish.sentences for card in ranked[:worth]}
        further = await got_further(self._library, self._jobs, self._stories, lengths)
        told = await self._tell([card for card in ranked[:worth] if card.story not in further], lengths)
        weighed = [
            self._caught_up(card, further[card.story])
            if card.story in further
            else _weighed(card, told.get(card.story))
            for card in ranked
            if self._is_news(card, further.get(card.story))
        ]
        found = plan(weighed, minutes, self._wish.words_a_minute)
        items = [
            await self._item(piece, told.get(piece.story.story), further.get(piece.story.story))
            for piece in found.pieces
        ]
        return (Chapter("", tuple(items)),) if items else (), found.left_out

    def _is_news(self, card: StoryCard, further: Further | None) -> bool:
        """Whether an edition may have the story: its best article was not read, or others say something new."""
        return bool(further.said) if further is not None else not self._arrivals[card.lead].head.read

    def _caught_up(self, card: StoryCard, further: Further) -> StoryCard:
        """What a plan must know of a story that has got further since it was read."""
        item = self._news(card, further)
        words = item.piece.words - GLANCE - count_words(item.piece.story.title)
        return replace(item.piece.story, words=0, summary_words=words, full=False)

    def _length(self, rank: int) -> int:
        """Sentences for the story of that rank: three for the weightiest, one from the twelfth on."""
        return min(self._wish.sentences, 3 if rank < 4 else 2 if rank < 12 else 1)

    async def _tell(self, cards: Sequence[StoryCard], lengths: Mapping[int, int]) -> dict[int, Told]:
        tellings = [self._telling(self._stories[card.story], lengths[card.story]) for card in cards]
        told = await run_slices(self._jobs, tell, tellings)
        return {card.story: one for card, one in zip(cards, told, strict=True) if one is not None}

    def _telling(self, story: Story, sentences: int) -> Telling:
        copied = {other for others in story.copies.values() for other in others}
        others = [self._arrivals[id_] for id_ in story.members if id_ != story.lead and id_ not in copied]
        return Telling(self._arrivals[story.lead], tuple(others[:8]), sentences)

    def _brief(self, card: StoryCard, told: Told | None, further: Further | None) -> Item:
        if further is not None:
            return self._news(card, further)
        length = 3 if told is None or told.state is not SummaryState.TOO_SHORT else 2
        shown = told.sentences[:length] if told is not None else ()
        additions = self._additions(card, told)
        words = [card.title, *shown, *(addition.text for addition in additions)]
        form = Form.SUMMARY if shown else Form.HEADLINE
        piece = Piece(card, form, sum(map(count_words, words)) + GLANCE)
        return self._made(piece, told, shown, additions=additions)

    def _news(self, card: StoryCard, further: Further) -> Item:
        """What is new of a story, under the headline of the article that says it."""
        additions = further.additions()
        first = next((self._arrivals.get(addition.article_id) for addition in additions), None)
        card = card if first is None else replace(card, title=first.head.title or card.title)
        words = sum(count_words(text) for text in (card.title, *(addition.text for addition in additions)))
        piece = Piece(card, Form.SUMMARY if additions else Form.HEADLINE, words + GLANCE)
        item = self._made(piece, None, (), additions=additions)
        order = sorted(range(len(item.heads)), key=lambda at: first is None or item.heads[at].id != first.head.id)
        return replace(
            item,
            since=further.since,
            fresh=further.fresh,
            heads=tuple(item.heads[at] for at in order),
            urls=tuple(item.urls[at] for at in order),
        )

    async def _item(self, piece: Piece, told: Told | None, further: Further | None) -> Item:
        if further is not None and piece.form is Form.SUMMARY:
            return self._news(piece.story, further)
        if piece.form is Form.FULL:
            text = await asyncio.to_thread(self._text, piece.story.lead)
            return self._made(piece, told, (), text=text)
        shown = told.sentences if told is not None and piece.form is Form.SUMMARY else ()
        return self._made(piece, told, shown)

    def _text(self, article_id: int) -> Document | None:
        article = self._library.article(article_id)
        return None if article is None else opened(self._jobs, article).document

    def _additions(self, card: StoryCard, told: Told | None) -> tuple[Addition, ...]:
        return tuple(
            Addition(id_, self._arrivals[id_].head.credit, text) for id_, text in (told.additions if told else ())
        )

    def _made(
        self,
        piece: Piece,
        told: Told | None,
        shown: tuple[str, ...],
        *,
        text: Document | None = None,
        additions: tuple[Addition, ...] = (),
    ) -> Item:
        story = self._stories[piece.story.story]
        members = [self._arrivals[id_] for id_ in story.members]
        item = Item(
            piece=piece,
            heads=tuple(arrival.head for arrival in members),
            urls=tuple(arrival.url for arrival in members),
            sentences=shown,
            teaser=told is not None and told.state is SummaryState.TEASER,
            additions=additions,
            reasons=story.reasons,
        )
        return item if text is None else replace(item, text=text)


async def _stories(jobs: Jobs, arrivals: Sequence[Arrival], decisions: Decisions) -> list[Story]:
    """The stories of `arrivals`; when that takes too long, each article alone."""
    if not arrivals:
        return []
    try:
        return await jobs.run(find_stories, arrivals, decisions, deadline=STORIES_SECONDS)
    except (JobTimedOut, JobFailed):
        heads = [arrival.head for arrival in arrivals]
        return [Story(head.id, head.id, (head.id,), newest=head.sort_at) for head in heads]


def _card(story: Story, arrivals: Mapping[int, Arrival], feeds: Mapping[int, Feed], since: int) -> StoryCard:
    lead = arrivals[story.lead].head
    copied = {other for others in story.copies.values() for other in others}
    sources = dict.fromkeys(arrivals[id_].head.credit for id_ in story.members if id_ not in copied)
    feed = feeds.get(lead.feed_id)
    interest: dict[int, float] = defaultdict(lambda: 0.5)
    interest |= {id_: _opened(feed) for id_, feed in feeds.items()}
    return StoryCard(
        story=story.id,
        lead=story.lead,
        title=lead.title or "(no title)",
        newest=max(story.newest, since + 1),
        sources=tuple(sources),
        section=feed.folders[0] if feed is not None and feed.folders else "",
        opened=max(interest[arrivals[id_].head.feed_id] for id_ in story.members),
        words=lead.words,
        full=not lead.teaser,
    )


def _opened(feed: Feed) -> float:
    """How much of a feed is read; a feed of which little is known counts as a half."""
    return (feed.articles - feed.unread + 5) / (feed.articles + 10)


def _weighed(card: StoryCard, told: Told | None) -> StoryCard:
    """What a plan must know of a story: the words of its text and of its summary."""
    if told is None:
        return replace(card, words=0, summary_words=0, full=False)
    full = told.state in (SummaryState.SUMMARY, SummaryState.TOO_SHORT)
    whole = told.state is SummaryState.TOO_SHORT
    words = 0 if whole else sum(map(count_words, told.sentences))
    return replace(card, words=told.words, summary_words=words, full=full)
