"""How the article pane draws its lines, and what of them is copied."""

from rich.style import Style as RichStyle
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from ...domain.layout import CODE_INDENT, Layout, Line, Piece, addresses, width_of, window
from .article_choices import chosen_line
from .article_code import can_colour, colour
from .article_copy import Shown, selected_text
from .article_notes import note_lines
from .article_page import Part, cut
from .article_paint import Mark, Painter, is_bitmap, link_id, over, select
from .article_scroll import ArticleScroll

CODE_DELAY = 0.05
"""Seconds before code is coloured: moving on is never held up by it."""


class ArticleCanvas(ArticleScroll):
    """Draws what `ArticleScroll` has laid out."""

    # ---- how it is drawn ----

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        painter = self._paint()
        top = self.header_height
        if y < len(self._header):
            strip = painter.strip(self._header[y], self._margin, self._width, width, y - top)
        elif y < top:
            strip = painter.strip(self._progress(), self._margin, self._width, width, y - top)
        else:
            strip = self._body_strip(painter, y - top + self.line_number, width)
        if (selection := self.text_selection) is not None:
            span = selection.get_span(y - top if y < top else y - top + self.line_number)
            if span is not None:
                strip = select(strip, *span, self.screen.get_component_rich_style("screen--selection", partial=True))
        if self.note is not None and y >= height - len(note := self.note_lines(self.note)):
            strip = painter.strip(note[y - height + len(note)], self._margin, self._width, width, -1)
        return self._bar(strip, painter, width) if y == height - 1 else strip

    def note_lines(self, block: int) -> list[Line]:
        """A footnote as it is shown at the foot."""
        return note_lines(self.document, block, self._width, max(2, self.rows * 2 // 3))

    def _body_strip(self, painter: Painter, number: int, width: int) -> Strip:
        if (strip := self._strips.get(number)) is None:
            line = self._stack.line(number)
            text = isinstance(self._stack.body, Layout) and line.block >= 0
            if not text and line.block == self.chosen:
                line = chosen_line(line)
            marks = self._marks(line.block) if text else ()
            column = self.column_of(line)
            strip = painter.strip(
                window(line, column, self._shift), self._margin - line.outdent, column, width, number, marks
            )
            self._strips[number] = strip
            if line.pieces and is_bitmap(line.pieces[-1]):
                self.picture_needed(line.pieces[-1])
        if self.labels is not None:
            for cell, name in self.labels.on(number):
                strip = over(strip, cell, name, painter.style("label"))
        return strip

    def picture_needed(self, piece: Piece) -> None:
        """A part of a picture is to be seen that the terminal draws itself."""

    def column_of(self, line: Line) -> int:
        """Cells that a line is shown in: code may reach beyond the column, into the margin on its right."""
        if not line.ground or line.block < 0:
            return self._width
        if (width := self._code_widths.get(line.block)) is None:
            rows = self.document.blocks[line.block].text().split("\n")
            longest = max(map(width_of, rows)) + 2 * CODE_INDENT
            width = max(self._width, min(longest, self.size.width - self._margin - CODE_INDENT))
            self._code_widths[line.block] = width
        return width

    def seen(self, number: int) -> Line:
        """A line as it is shown: of code only what is not out of sight."""
        line = self._stack.line(number)
        return window(line, self.column_of(line), self._shift)

    def _paint(self) -> Painter:
        if self._painter is None:
            self._painter = Painter(self._style_of, self._overlay_of)
            self._painter.addresses = addresses(self.document)
        return self._painter

    def _style_of(self, name: str) -> RichStyle:
        return self.get_component_rich_style(f"article--{name}")

    def _overlay_of(self, name: str) -> RichStyle:
        """Only what the style sheet sets for a component, its colours as they look on the pane's background."""
        whole = self.get_component_rich_style(f"article--{name}")
        own = self.get_component_rich_style(f"article--{name}", partial=True)
        color, ground = whole.color if own.color else None, whole.bgcolor if own.bgcolor else None
        return own.without_color + RichStyle.from_color(color, ground)

    def notify_style_update(self) -> None:
        self._painter = None
        self._strips.clear()
        super().notify_style_update()

    def _marks(self, block: int) -> list[Mark]:
        own = (marks.get(block, ()) for marks in (self._bold, self._lit, self._marked))
        return [*self._code(block), *(mark for marks in own for mark in marks), *self.find.marks(block)]

    def _code(self, block: int) -> list[Mark]:
        marks = self._coloured.get(block)
        if marks is None and not self._code_waits and can_colour(self.document.blocks[block]):
            self._code_waits = True
            self.set_timer(CODE_DELAY, self._colour_code)
        return marks or []

    def _colour_code(self) -> None:
        """Colours the code that is seen."""
        self._code_waits = False
        if not self.shows_text:
            return
        first = self.line_number
        blocks = {self._stack.line(number).block for number in range(first, first + self.rows)}
        for block in blocks - self._coloured.keys() - {-1}:
            if can_colour(self.document.blocks[block]):
                self._coloured[block] = colour(self.document.blocks[block])
        self._strips.clear()
        self.refresh()

    def _progress(self) -> Line:
        """The rule under the header: how much was seen, and the time that the rest takes."""
        seen, height = self.line_number + self.rows, self._stack.height
        if not self.shows_text or height <= self.rows or self.page is None:
            return Line((Piece("─" * self._width, Part.RULE),))
        left, whole = max(0.0, 1 - seen / height), self._minutes
        words = "the end" if left == 0 else f"{round(whole * left) or 'under 1'} min left" if whole else ""
        words = f" {words}" if words and self._width >= 30 else ""
        room = self._width - width_of(words)
        full = min(room, room * seen // height)
        return Line((Piece("━" * full, "progress"), Piece("─" * (room - full), Part.RULE), Piece(words, Part.META)))

    def _bar(self, strip: Strip, painter: Painter, width: int) -> Strip:
        """The last line: what is being looked for, or where a link leads."""
        text = self.find.bar(width) if self.find.open else cut(f" {self.status} ", width) if self.status else ""
        if not text:
            return strip
        if self.find.open:
            text = text + " " * (width - width_of(text))
        return over(strip, 0, text, painter.style("status"))

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = super().render_lines(crop)
        for strip in strips:
            for _, style, _ in strip:
                if style is not None and style.link:
                    style._link_id = link_id(style.link)
        return strips

    # ---- selected text ----

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        text = selected_text(
            selection, -self.header_height, self._stack.height, self._margin, self._line_at, self.document
        )
        return (text, "\n") if text else None

    def _line_at(self, number: int) -> Shown:
        if number < 0:
            header = number + self.header_height
            line = self._header[header] if 0 <= header < len(self._header) else Line()
            return Shown(line, line, False)
        line = self._stack.line(number)
        return Shown(self.seen(number), line, self.shows_text and line.block >= 0)

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()
