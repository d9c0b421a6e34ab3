"""Moving in the article pane: scrolling, choosing, the width of the column."""

from ...domain.document import Kind
from ...domain.layout import width_of
from ...domain.models import SummaryState
from .article_body import Fixed
from .article_changes import Choice, Revision, choices
from .article_choices import headings, links
from .article_paint import Mark
from .article_reader import ArticleReader
from .article_scroll import Panel

CODE_STEP = 8
COLUMN_STEP = 4


class ArticleMoves(ArticleReader):
    """The actions that need no typing."""

    def action_article_down(self) -> None:
        if not self._choose_next(1):
            self.go_to(self.line_number + 1)

    def action_article_up(self) -> None:
        if not self._choose_next(-1):
            self.go_to(self.line_number - 1)

    def action_article_page_down(self) -> None:
        self.go_to(self.line_number + max(1, self.rows - 2))

    def action_article_page_up(self) -> None:
        self.go_to(self.line_number - max(1, self.rows - 2))

    def action_article_half_down(self) -> None:
        self.go_to(self.line_number + max(1, self.rows // 2))

    def action_article_half_up(self) -> None:
        self.go_to(self.line_number - max(1, self.rows // 2))

    def action_article_top(self) -> None:
        self.go_to(0)

    def action_article_end(self) -> None:
        self.go_to(self._stack.height)

    def action_page_on(self) -> None:
        """A page down; at the end the next unread article."""
        if self.line_number >= self.max_scroll_y:
            self.post_message(self.NextUnreadRequested())
        else:
            self.action_article_page_down()

    def action_page_back(self) -> None:
        """A page up."""
        self.action_article_page_up()

    # ---- choosing ----

    def _choose_next(self, step: int) -> bool:
        """Chooses the next sentence (heading, link) and shows it; False when there is none in that direction."""
        body = self._stack.body
        if not isinstance(body, Fixed) or not 0 <= self.chosen + step < body.choices:
            return False
        self.chosen += step
        first, count = body.rows(self.chosen)
        first += len(self._stack.top)
        self._strips.clear()
        self.refresh()
        if first < self.line_number:
            self.go_to(0 if self.chosen == 0 else first)
        elif first + count > self.line_number + self.rows:
            self.go_to(first + count - self.rows)
        return True

    def action_article_choose(self) -> None:
        """Enter: to what is chosen."""
        if isinstance(self._stack.body, Fixed) and self._stack.body.choices:
            self._take(self.chosen)

    def _take(self, choice: int) -> None:
        self.chosen = choice
        if self.panel == "contents":
            block = headings(self.document)[choice][0]
            self._to_text()
            self._anchor = (block, 0)
            self.go_to(self.line_of(block, 0))
        elif self.panel == "changes":
            self._take_change(choices(self.revision, self._width)[choice])
        elif self.panel == "links":
            url = links(self.document)[choice][1]
            self._to_text()
            self.follow(url)
        elif self.page is not None and self.page.summary is not None:
            sentence = self.page.summary.sentences[choice]
            self.set_mode("full")
            self.highlight(sentence.start, sentence.end)
            self.post_message(self.SentenceChosen(sentence))

    def _take_change(self, choice: Choice) -> None:
        if choice.version >= 0:
            self.post_message(self.ChangesRequested(choice.version))
            return
        self._to_text()
        if choice.elsewhere:
            self.post_message(self.FeedTextRequested(choice.block))
        elif 0 <= choice.block < len(self.document.blocks):
            self._anchor = (choice.block, 0)
            self.go_to(self.line_of(choice.block, 0))

    def follow(self, url: str) -> None:
        """Opens a link; one within the article goes to a heading or back, or shows the note that it leads to."""
        block = self.target(url) if self.shows_text else None
        if block is None:
            self.post_message(self.LinkChosen(url))
        elif self.document.blocks[block].kind is Kind.HEADING or block <= self._stack.line(self.line_number).block:
            self.go_to_block(block)
        else:
            self.note = block
            self._say("")

    def go_to_block(self, block: int) -> None:
        """Scrolls to a block of the text, and sets it off."""
        self.note = None
        if text := self.document.blocks[block].text():
            self._marked = {block: [Mark(0, len(text), "sentence-found")]}
        self._strips.clear()
        self.refresh()
        self.reveal(block, 0)

    def show_changes(self, article_id: int, revision: Revision) -> None:
        """Shows what changed in the text's place; dropped when another article is on screen by now."""
        if self.page is not None and self.page.article.id == article_id:
            self.revision = revision
            self._open_panel("changes")

    def _to_text(self) -> None:
        """From a list, or the summary, to the full text."""
        if self.mode != "full":
            self.set_mode("full")
            self.post_message(self.ModeChanged("full"))
        else:
            self.set_mode("full")

    def action_article_contents(self) -> None:
        """The headings in the text's place; needs three of them."""
        count = len(headings(self.document))
        if self.panel == "contents":
            self.close_panel()
        elif count < 3:
            self._say("no contents: fewer than 3 headings")
        else:
            self._open_panel("contents")

    def _open_panel(self, panel: Panel) -> None:
        self._leave_modes()
        self.panel = panel
        self.chosen = 0
        if panel == "contents" and self._anchor:
            before = [n for n, (block, _, _) in enumerate(headings(self.document)) if block <= self._anchor[0]]
            self.chosen = before[-1] if before else 0
        self._redraw(0)
        body = self._stack.body
        if isinstance(body, Fixed) and self.chosen:
            first, count = body.rows(self.chosen)
            self.go_to(len(self._stack.top) + first + count - self.rows)

    def close_panel(self) -> None:
        """Back to what was there before the list."""
        self.panel = ""
        self.chosen = 0
        self._redraw(None if self.mode == "full" else 0)

    def _say(self, words: str) -> None:
        self.status = words
        self.refresh()

    def action_highlights(self) -> None:
        """Lights the summary's sentences in the full text, or puts them out."""
        if self.page is None:
            return
        lit = not self.lit or self.mode != "full" or bool(self.panel)
        if lit and (self.mode != "full" or self.panel):
            self._to_text()
        if lit != self.lit:
            self.set_lit(lit)
        self.post_message(self.HighlightsChanged(lit))

    # ---- width, length, code ----

    def action_article_narrower(self) -> None:
        self._change(-1)

    def action_article_wider(self) -> None:
        self._change(1)

    def _change(self, step: int) -> None:
        summary = self.page.summary if self.page else None
        if self.waits and (summary is None or summary.state is SummaryState.SUMMARY):
            self.post_message(self.SummaryLengthRequested(step))
            return
        before = self.column
        self.set_column(self.column + step * COLUMN_STEP)
        self._say(f"column of {self.column}")
        if self.column != before:
            self.post_message(self.ColumnChanged(self.column))

    def action_article_code_right(self) -> None:
        self.shift_code(CODE_STEP)

    def action_article_code_left(self) -> None:
        self.shift_code(-CODE_STEP)

    def shift_code(self, step: int) -> None:
        """Moves the code that is seen sideways, as far as its longest line reaches."""
        lines = [self._stack.line(self.line_number + row) for row in range(self.rows)] if self.shows_text else []
        beyond = max((width_of(line.text) - self.column_of(line) for line in lines if line.wide), default=0)
        self._shift = max(0, min(self._shift + step, beyond + 1 if beyond > 0 else 0))
        self._strips.clear()
        self.refresh()
