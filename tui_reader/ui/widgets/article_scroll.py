"""The article pane's lines: which there are, and where they are scrolled to."""

from time import perf_counter
from typing import ClassVar, Literal

from textual.cache import LRUCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from ...domain.document import EMPTY, Document
from ...domain.layout import NO_PICTURES, Layout, Line, Pictures, Piece
from ...domain.models import SummaryState
from .article_body import Fixed, Stack
from .article_changes import Revision, choices, heading
from .article_choices import contents_lines, link_lines, panel_lines
from .article_find import Find
from .article_links import Labels
from .article_lit import lit_lines
from .article_notes import targets
from .article_page import Mode, Page, Part, header_lines, meta_text, minutes, tail_lines, top_lines
from .article_paint import COMPONENTS, Mark, Painter
from .article_story import above, below, summary_groups

Panel = Literal["", "contents", "links", "changes"]

SLICE = 0.008
"""Seconds of laying out at a time, once the first screen is there."""

NARROWEST, WIDEST = 50, 100

TABLE_EDGE = 2
"""Cells that a wide table leaves free on either side of the pane."""


class ArticleScroll(ScrollView, can_focus=True, inherit_bindings=False):
    """Header, text and end of one article, in a column in the middle."""

    DEFAULT_CSS = "ArticleScroll { overflow: hidden hidden; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    def __init__(self, *, column: int = 72, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.column = min(max(column, NARROWEST), WIDEST)
        self.page: Page | None = None
        self.mode: Mode = "full"
        self.panel: Panel = ""
        self.chosen = 0
        self.revision = Revision()
        """What the panel of changes shows."""
        self.find = Find()
        self.labels: Labels | None = None
        self.status = ""
        self.note: int | None = None
        """The block whose footnote is shown at the foot."""
        self.pictures: Pictures = NO_PICTURES
        """Those of the article that are shown."""
        self._late = False
        self._shift = 0
        self._anchor: tuple[int, int] | None = None
        self.lit = False
        """The summary's sentences are set off in the full text."""
        self._lit: dict[int, list[Mark]] = {}
        self._bold: dict[int, list[Mark]] = {}
        """The key terms, by block."""
        self._marked: dict[int, list[Mark]] = {}
        self._coloured: dict[int, list[Mark]] = {}
        self._targets: dict[str, int] | None = None
        self._code_widths: dict[int, int] = {}
        self._header: list[Line] = []
        self._ruled = False
        self._minutes = 0
        self._stack = Stack((), Fixed(()), ())
        self._layout: Layout | None = None
        self._painter: Painter | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._width = self._margin = 0
        self._filling: Timer | None = None
        self._code_waits = False

    # ---- what there is ----

    @property
    def document(self) -> Document:
        return self.page.article.document if self.page else EMPTY

    def target(self, address: str) -> int | None:
        """The block of this article that a link leads to, None for a link that leads elsewhere."""
        if self._targets is None:
            self._targets = targets(self.document)
        return self._targets.get(address)

    @property
    def allow_vertical_scroll(self) -> bool:
        return not self._check_disabled()

    @property
    def shows_text(self) -> bool:
        """The body is the article's text, not its summary or a list."""
        return isinstance(self._stack.body, Layout)

    @property
    def header_height(self) -> int:
        return len(self._header) + int(self._ruled)

    @property
    def rows(self) -> int:
        """Lines of the body that are seen at once."""
        return max(1, self.size.height - self.header_height)

    @property
    def line_number(self) -> int:
        """The first line that is seen."""
        return self.scroll_offset.y

    def rebuild(self) -> None:
        """Makes all lines anew for the present size, page and mode. Does not scroll."""
        width, height = self.size
        if not width or not height:
            return
        self._width = self._fitting_width()
        self._margin = (width - self._width) // 2
        self._strips.clear()
        self._code_widths.clear()
        self._ruled = False
        self._header = []
        if self.page is None:
            self._stack = Stack((), Fixed(()), ())
        else:
            self._build(self.page, self._width, height)
        self._set_height()
        self.refresh()

    def _fitting_width(self) -> int:
        """Cells that a line of text may take now."""
        width = self.size.width
        return max(1, min(self.column, width - (4 if width >= 44 else 2 if width >= 24 else 0)))

    def _build(self, page: Page, width: int, height: int) -> None:
        self._minutes = minutes(page)
        if height >= 3:
            self._header = header_lines(page, width, 3 if height >= 16 else 1)
            self._ruled = height >= 8
            if height >= 20:
                self._header.insert(0, Line())
        top: list[Line] = []
        if height < 8:
            self._header = self._header[:-1]
            top.append(Line((Piece(meta_text(page, width), Part.META),)))
        body = self._body(page, width)
        if self._ruled and height >= 16:
            top.append(Line())
        if self.panel:
            titles = {"contents": "Contents", "links": "Links", "changes": heading(self.revision)}
            self._stack = Stack([*top, *panel_lines(titles[self.panel], width)], body, [Line()])
        else:
            top += top_lines(page, width, self._late)
            if self.lit and self.mode == "full":
                top += [*lit_lines(page, width, self._late), Line()]
            text = isinstance(body, Layout)
            top += above(page, width, text) if page.story else ()
            story = below(page, width, text) if page.story else ()
            self._stack = Stack(top, body, tail_lines(page, width, self._late, story))

    def _body(self, page: Page, width: int) -> Layout | Fixed:
        document = page.article.document
        if self.panel == "changes":
            return Fixed([choice.lines for choice in choices(self.revision, width)])
        if self.panel:
            return Fixed((contents_lines if self.panel == "contents" else link_lines)(document, width))
        if self.mode == "summary":
            if page.summary is None and not page.problem:
                return Fixed(())
            if page.summary is not None and page.summary.state is SummaryState.SUMMARY:
                return Fixed(summary_groups(page, width))
        old, pictures, wide = self._layout, self.pictures, width + 2 * max(0, self._margin - TABLE_EDGE)
        if (
            old is None
            or old.document is not document
            or (old.width, old.wide) != (width, wide)
            or old.pictures is not pictures
        ):
            old = self._layout = Layout(document, width, pictures, wide)
        return old

    def _set_height(self) -> None:
        size = Size(self.size.width, self.header_height + self._stack.height)
        if size != self.virtual_size:
            # The height moves nothing but ourselves: no layout of the whole screen for it.
            self.set_reactive(Widget.virtual_size, size)

    # ---- where it is scrolled to ----

    def go_to(self, line: int) -> None:
        """Scrolls so that `line` is the first that is seen, as far as there are lines below it."""
        last = height = -1
        while height != self._stack.height:
            height = self._stack.height
            last = max(0, height - self.rows)
            if line < last:
                break
            self._stack.ensure(last, self.rows + 1)
        line = self._stack.ensure(max(0, min(line, last)), self.rows + 1)
        self._set_height()
        self.scroll_to(y=line, animate=False)
        if self.line_number == line:
            self._show_more()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._show_more()
            self.moved()

    def moved(self) -> None:
        """The first line is another one."""

    def _show_more(self) -> None:
        self._settle(self._stack.ensure(self.line_number, self.rows + 1))
        if not self._stack.body.complete and self._filling is None:
            self._filling = self.set_timer(0.02, self._fill)

    def _fill(self) -> None:
        """Lays out a slice of what is not seen."""
        self._filling = None
        stack, line = self._stack, self.line_number
        end = perf_counter() + SLICE
        while not stack.body.complete and perf_counter() < end:
            line = stack.advance(40, line)
        self._settle(line)
        if not stack.body.complete:
            self._filling = self.set_timer(0.01, self._fill)

    def _settle(self, line: int) -> None:
        """The lines may have other numbers now, and the first that is seen is number `line`."""
        before = self.virtual_size
        self._set_height()
        if line != self.line_number:
            self.set_reactive(Widget.scroll_y, float(line))
            self.set_reactive(Widget.scroll_target_y, float(line))
        if before != self.virtual_size:
            self._strips.clear()
            self.refresh()

    def place(self) -> tuple[int, int] | None:
        """(block, offset) of the first line of text that is seen, None at the top."""
        inside = self._stack.in_body(self.line_number)
        if not self.shows_text or (inside is None and self.line_number < len(self._stack.top)):
            return None
        number = self._stack.body.height - 1 if inside is None else inside
        for near in range(number, min(number + 4, self._stack.body.height)):
            line = self._stack.body.line(near)
            if line.start >= 0:
                return line.block, line.start
        return (max(0, self._stack.body.line(number).block), 0)

    def line_of(self, block: int, offset: int) -> int:
        """Number of the line that shows a character of the text."""
        body = self._stack.body
        return len(self._stack.top) + body.find(block, offset) if isinstance(body, Layout) else 0

    def reveal(self, block: int, offset: int) -> None:
        """Scrolls to a place in the text unless it is well in sight."""
        line = self.line_of(block, offset)
        if not self.line_number <= line < self.line_number + self.rows - 2:
            self.go_to(line - self.rows // 4)
