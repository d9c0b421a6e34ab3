"""Which article the pane shows, in which mode, and where in it the reader is."""

from dataclasses import replace

from textual import events
from textual.timer import Timer

from ...domain.models import Summary
from .article_canvas import ArticleCanvas
from .article_find import Find
from .article_lit import lit_marks
from .article_messages import ArticleMessages
from .article_page import Mode, Page
from .article_paint import Mark
from .article_scroll import NARROWEST, WIDEST

POSITION_DELAY = 0.6
"""Seconds after scrolling in which the place is not yet told."""

LATE = 0.1
"""Seconds after which the wait for a summary is put into words."""


class ArticleReader(ArticleMessages, ArticleCanvas):
    """The part of the pane that the app calls."""

    def __init__(self, *, column: int = 72, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(column=column, id=id, classes=classes)
        self._saving: Timer | None = None
        self._saved = ""
        self._waiting: Timer | None = None
        self._restoring = False

    # ---- what the app calls ----

    def show(self, page: Page) -> None:
        """Shows a page: from its position, or, when it is the article that is on screen, from where it is."""
        self.flush_position()
        same = self.page is not None and self.page.article.id == page.article.id
        kept = same and self.page is not None and self.page.article.document is page.article.document
        if not kept:
            self._forget()
            self._anchor = _parse(page.position) if not same else self._anchor
            self._saved = page.position if not same else self._saved
        if kept and page.summary is None and self.page is not None:
            page = replace(page, summary=self.page.summary)
        stay = kept and self.mode == page.mode and not self.panel
        self.page, self.mode, self.panel = page, page.mode, ""
        self._painter = None
        self._light()
        self._await_summary()
        self._redraw(self.line_number if stay and page.mode == "summary" else None)

    def set_summary(self, article_id: int, summary: Summary) -> None:
        """The summary that was awaited; dropped when another article is on screen by now."""
        if self.page is None or self.page.article.id != article_id:
            return
        self._took(replace(self.page, summary=summary, problem=""))

    def no_summary(self, article_id: int, problem: str) -> None:
        """Why the summary that was awaited could not be made; dropped when another article is on screen by now."""
        if self.page is not None and self.page.article.id == article_id:
            self._took(replace(self.page, summary=None, problem=problem))

    def _took(self, page: Page) -> None:
        self.page = page
        self.chosen = 0
        self._light()
        self._await_summary()
        if self.panel:
            return
        if self.mode == "summary":
            self._redraw(0)
        elif self.lit:
            self._redraw(self.line_number)

    def set_mode(self, mode: Mode) -> None:
        """Summary or full text of the same article; each keeps its place."""
        if self.page is None or (mode == self.mode and not self.panel):
            return
        self.mode, self.panel = mode, ""
        self.page = replace(self.page, mode=mode)
        self._leave_modes()
        self._await_summary()
        self._redraw(0 if mode == "summary" else None)

    def set_lit(self, lit: bool) -> None:
        """Whether the summary's sentences are set off in the full text, of this article and the next ones."""
        self.lit = lit
        self._light()
        self._await_summary()
        self._redraw(None if self._anchor else self.line_number)

    def _light(self) -> None:
        self._lit = lit_marks(self.document, self.page.summary) if self.lit and self.page is not None else {}

    def set_column(self, column: int) -> None:
        """Sets the width of the column of text, in cells; what is out of range is moved into it."""
        self.column = min(max(column, NARROWEST), WIDEST)
        self._redraw(None)

    def highlight(self, start: int, end: int) -> None:
        """Sets off a stretch of `document.text()` and scrolls to it. In the full text only."""
        self._marked = {}
        first: tuple[int, int] | None = None
        for block, offset, text in self.document.text_parts():
            low, high = max(start - offset, 0), min(end - offset, len(text))
            if low < high:
                self._marked[block] = [Mark(low, high, "sentence-found")]
                first = first or (block, low)
            elif first:
                break
        self._strips.clear()
        self.refresh()
        if first and self.shows_text:
            self._anchor = first
            self.go_to(self.line_of(*first) - self.rows // 4)

    @property
    def position(self) -> str:
        """Where the reader is in the full text; "" at the top. Holds for any width."""
        return f"{self._anchor[0]}:{self._anchor[1]}" if self._anchor else ""

    def flush_position(self) -> None:
        """Says at once where the reader is, if that was not said yet."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if self.page is not None and self.position != self._saved:
            self._saved = self.position
            self.post_message(self.PositionChanged(self.page.article.id, self._saved))

    # ---- keeping the place ----

    def _leave_modes(self) -> None:
        """Nothing is looked for or to be typed any more."""
        self.find = Find()
        self.labels, self.status, self.note = None, "", None

    def _redraw(self, line: int | None) -> None:
        """Makes all lines anew and shows them from `line`, or from the place in the text."""
        self._restoring = True
        self.rebuild()
        if line is None:
            line = self.line_of(*self._anchor) if self._anchor and self.shows_text else 0
        self.go_to(line)
        self._restoring = False

    def _forget(self) -> None:
        """What belongs to one article only."""
        self._leave_modes()
        self._marked, self._coloured = {}, {}
        self._targets = None
        self.chosen = self._shift = 0

    @property
    def waits(self) -> bool:
        """A summary is shown, or its sentences are, and so it has to be made."""
        return self.mode == "summary" or self.lit

    def _await_summary(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        self._late = False
        if self.waits and self.page is not None and self.page.summary is None and not self.page.problem:
            self._waiting = self.set_timer(LATE, self._say_late)

    def _say_late(self) -> None:
        self._late = True
        if not self.panel:
            self._redraw(self.line_number)

    def on_resize(self, event: events.Resize) -> None:
        if self.text_selection is not None:
            self.screen.clear_selection()
        text = self.shows_text or (self.mode == "full" and not self.panel)
        self._redraw(None if text else self.line_number)

    def moved(self) -> None:
        self.labels, self.status, self.note = None, "", None
        if self._restoring or not self.shows_text or self._width != self._fitting_width():
            return
        self._anchor = self.place()
        if self._saving is None:
            self._saving = self.set_timer(POSITION_DELAY, self.flush_position)


def _parse(position: str) -> tuple[int, int] | None:
    """(block, offset) of a position as the view gave it; None for anything else."""
    block, _, offset = position.partition(":")
    return (int(block), int(offset)) if block.isdecimal() and offset.isdecimal() and len(position) < 20 else None
