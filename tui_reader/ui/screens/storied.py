"""What one does with stories: look into them in the list, take an article out, join two."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from ...domain.models import Article, Change, Head
from ...domain.unfolding import Branch
from ...store import LibraryError
from ..widgets.article_list import ArticleList
from ..widgets.row_strips import sources
from .folding import Folding

if TYPE_CHECKING:
    from .panels import Paragraph


class Storied(Folding):
    """Keys for stories."""

    _held: Head | None = None
    """The article that has been picked up, to be joined with another."""

    # ---- looking into a story ----

    @on(ArticleList.StoryClicked)
    def action_story(self) -> None:
        """Show the story's other articles below its row, or no longer."""
        if (head := self._target()) is None:
            return
        listing = self.listing
        index = listing.index_of(head)
        standing_open = listing.listed.story(index) if index >= 0 else None
        if standing_open is not None:
            listing.close_story(standing_open)
            self._look_at_row()
            return
        story = [head for head, _ in self.reader.story(head.id)]
        row = next((other for other in (head, *story) if self.has_row(other)), None)
        if len(story) < 2:
            self.say("No other feed has this story")
        elif row is None:
            self.show_story(head)
        elif not listing.open_story(row, story):
            self.say("The story's other articles have rows of their own here")
        else:
            if row.id != head.id and self.reading:
                listing.cursor = listing.index_of(head)
            if self.reading and (self.narrow or self.has_class("-zen")):
                self.focus_list()
            self.renew_place()

    def show_story(self, head: Head) -> None:
        """The articles of a story that has no row here, and why they are one."""
        from .sources_panel import SourcesPanel

        self.app.push_screen(SourcesPanel(self.reader.story(head.id)), self._article_chosen)

    def _article_chosen(self, article_id: int | None) -> None:
        if article_id is not None:
            self.read(article_id)

    def _look_at_row(self) -> None:
        """The cursor may be on another row: the article pane follows, unless one is reading."""
        current = self.listing.current
        if current is not None and not self.reading and not self.narrow:
            self.show(current, opened=False)
        self.renew_place()

    def _reasons(self, article: Article) -> "list[Paragraph]":
        from .panels import Paragraph

        found = super()._reasons(article)
        story = self.reader.story(article.id)
        told = [f"{sources(head)[1]}: {head.title}" + (f"\n  {why}" if why else "") for head, why in story]
        return [*found, Paragraph("One story with", "\n".join(told))] if told else found

    # ---- taking apart and joining ----

    def action_split_story(self) -> None:
        """Take the article out of its story. In the list one stays in the story that stands open."""
        if (head := self._target()) is None:
            return
        index = self.listing.index_of(head)
        branch = self.listing.listed.branch(index) if index >= 0 else Branch.NONE
        rest = [other for other, _ in self.reader.story(head.id) if other.id != head.id]
        if self._decide(lambda: self.reader.library.stories.split(head.id)):
            if branch in (Branch.MEMBER, Branch.LAST) and not self.reading:
                self.listing.cursor = index + (1 if branch is Branch.MEMBER else -1)
            self.give_rows([head] if any(map(self.has_row, rest)) else [head, *rest[:1]])
            self.stories_changed()

    def action_join_story(self) -> None:
        """Pick this row up; on another one, join the two."""
        if (head := self._target()) is None:
            return
        key, leave = self.key_for("join_story"), self.key_for("leave")
        held = self._held
        if held is None:
            self._held = head
            self.listing.show_held(head.id)
            self.ask(f"Join with which row? {key} on it, {leave}: leave it")
        elif held.id == head.id:
            self.say(f"This is the row that was picked up. {key} on another one joins them, {leave}: leave it")
        else:
            self.leave_joining()
            if self._decide(lambda: self.reader.library.stories.join(head.id, held.id)):
                self.stories_changed()

    def leave_joining(self) -> bool:
        """Put down what was picked up. False when nothing was."""
        if self._held is None:
            return False
        self._held = None
        self.listing.show_held(-1)
        self.ask("")
        return True

    def _decide(self, decide: Callable[[], Change]) -> bool:
        """Whether that changed anything."""
        try:
            change = decide()
        except LibraryError as error:
            self.say(str(error), error=True)
            return False
        self.say(change.label, undo=bool(change.ids))
        return bool(change.ids)
