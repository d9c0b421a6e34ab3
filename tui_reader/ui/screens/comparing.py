"""What is new about the story of the article on screen: asked for beside it, kept, and put into the article pane."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from ...domain import rows as r
from ...domain.models import Article, Change
from ..widgets.article_messages import ArticleMessages
from .storied import Storied

if TYPE_CHECKING:
    from ...domain.stories import Member, StoryNews
    from ..widgets.article_page import Page
    from ..widgets.article_story import StoryBlock

REST = 0.05
"""Seconds that an article stays on screen before its story is looked into."""
KEPT = 1000
"""Stories that are kept in mind."""

Key = tuple[int, str, tuple[int, ...]]
"""An article, the hash of its text, the articles of its story."""


@dataclass
class StoryCompared(Message):
    """It is known what is new about an article's story."""

    key: Key
    news: "StoryNews"


class Comparing(Storied):
    """The story inside the article pane."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._members: dict[tuple[int, ...], Sequence[Member]] = {}
        """Stories by their articles, as they were when one of these first came on screen, before that marked any."""
        self._news: dict[Key, StoryNews | None] = {}
        """What is known of them; None while that is being found out."""

    def _key_of(self, article: Article) -> Key | None:
        """None for an article that stands alone."""
        members = self.reader.library.stories.read_of(article.id)
        if not members:
            return None
        ids = tuple(sorted(member.id for member in members))
        if ids not in self._members and len(self._members) >= KEPT:
            self._members = {}
        self._members.setdefault(ids, members)
        return article.id, article.content_hash, ids

    def page(self, article: Article, notice: str = "") -> "Page":
        page = super().page(article, notice)
        key = self._key_of(article)
        news = self._news.get(key) if key is not None else None
        return replace(page, story=self._block(news)) if news else page

    def now_showing(self, article: Article) -> None:
        super().now_showing(article)
        self._ask(article)

    def _ask(self, article: Article) -> None:
        """Have it found out what is new about an article's story, unless that is known."""
        key = self._key_of(article)
        if key is None or key in self._news:
            self.workers.cancel_group(self, "story")
        else:
            self.run_worker(
                self._look_into(key, self._members[key[2]]), group="story", exclusive=True, exit_on_error=False
            )

    async def _look_into(self, key: Key, members: "Sequence[Member]") -> None:
        """When the article stays. What was begun then is finished also when one moves on: one may come back."""
        await asyncio.sleep(REST)
        if len(self._news) >= KEPT:
            self._news.clear()
        self._news[key] = None
        self.run_worker(self._compare(key, members), group="comparing", exit_on_error=False)

    async def _compare(self, key: Key, members: "Sequence[Member]") -> None:
        self.post_message(StoryCompared(key, await self.reader.compare(key[0], members)))

    @on(StoryCompared)
    def _story_compared(self, event: StoryCompared) -> None:
        self._news[event.key] = event.news
        shown = self.shown
        if shown is None or (shown.id, shown.content_hash) != event.key[:2] or not event.news:
            return
        block = self._block(event.news)
        if self.view.set_story(shown.id, block) and event.news.news:
            self.say(f"New since {block.since}: above, {self.key_for('article_top')} goes there")

    def _block(self, news: "StoryNews") -> "StoryBlock":
        from ...domain.stories import since_words
        from ..widgets.article_story import StoryBlock

        now = int(self.now().timestamp())
        ages = {adds.article_id: r.long_age(adds.when, now, self.tz) for adds in (*news.news, *news.others)}
        ages[news.article_id] = "this article"
        since = since_words(news.since, now, self.tz) if news.since else ""
        return StoryBlock(news, since, ages, self.key_for("story"))

    def _decide(self, decide: Callable[[], Change]) -> bool:
        """The user has parted or joined stories: the article on screen may be in another one."""
        changed, old = super()._decide(decide), self.view.page
        if changed and old is not None and self.shown is not None and old.article.id == self.shown.id:
            self.view.show(replace(old, story=self.page(self.shown).story))
            self._ask(self.shown)
        return changed

    # ---- to a further source ----

    @on(ArticleMessages.FurtherChosen)
    def _further_chosen(self, event: ArticleMessages.FurtherChosen) -> None:
        self.open_member(event.said.article_id)
        if self.shown is not None and self.shown.id == event.said.article_id:
            self.view.show_said(event.said)

    def open_member(self, article_id: int) -> None:
        """Read another article of the story."""
        self.read(article_id)
