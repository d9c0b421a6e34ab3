"""What a publisher changed in an article, against the texts that the library has kept of it."""

import asyncio
from typing import TYPE_CHECKING

from textual import on

from ...domain import rows as r
from ...domain.models import Article
from ..messages import ChangesFound
from ..widgets.article_messages import ArticleMessages
from .refreshing import Refreshing

if TYPE_CHECKING:
    from ..widgets.article_changes import Revision


class Changing(Refreshing):
    """The panel of changes."""

    def action_changes(self) -> None:
        """What changed, in the text's place; a second time the text again."""
        if self.reading and self.view.panel == "changes":
            self.view.close_panel()
            return
        if not self.reading or self.shown is None:
            current = self.listing.current
            if current is None:
                self.say("There is no article here")
                return
            self.read(current)
        self._look_for_changes(0)

    @on(ArticleMessages.ChangesRequested)
    def _other_version(self, event: ArticleMessages.ChangesRequested) -> None:
        self._look_for_changes(event.version)

    def _look_for_changes(self, version: int) -> None:
        if self._wanted is not None:
            work = self._find_changes(self._wanted, version)
            self.run_worker(work, group="changes", exclusive=True, exit_on_error=False)

    async def _find_changes(self, article_id: int, version: int) -> None:
        article = await asyncio.to_thread(self.reader.article, article_id)
        if article is None:
            return
        revision = await asyncio.to_thread(self._compare, article, version)
        if revision is None:
            self.say("Nothing changed since this article was first fetched")
        else:
            self.post_message(ChangesFound(article_id, revision))

    def _compare(self, article: Article, number: int) -> "Revision | None":
        """Called on a thread: the older the article, the more texts there are to read."""
        from ...domain.changes import compare, compare_lines
        from ..widgets.article_changes import Revision, label

        versions = self.reader.library.versions(article.id)
        if not versions:
            return None
        number = min(number, len(versions) - 1)
        old, title = versions[number], article.head.title
        now = int(self.now().timestamp())
        seen = [r.long_age(int(version.until.timestamp()), now, self.tz) for version in versions]
        return Revision(
            title=compare_lines(old.title, title) if old.title != title else (),
            passages=compare(old.document, article.feed_document),
            seen=seen[number],
            earlier=tuple(label(when, version.title) for when, version in zip(seen, versions, strict=True)),
            number=number,
            placed=article.full_document is None,
        )

    @on(ChangesFound)
    def _changes_found(self, event: ChangesFound) -> None:
        if self.shown is not None and event.article_id == self.shown.id:
            self.view.show_changes(event.article_id, event.revision)
