"""The article pane: a widget of the Line API over `domain.layout`, and the keys and the mouse that it answers to.

Built up in layers: scroll (which lines), canvas (drawing), reader (which article), moves, typing, and this one.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.timer import Timer

from ...domain.layout import Line, Piece, addresses, width_of
from ..keys import keys_of
from .article_actions import ARTICLE_ACTIONS
from .article_body import Fixed
from .article_further import ArticleFurther
from .article_moves import CODE_STEP
from .article_notes import note
from .article_page import Page, Part

__all__ = ["ARTICLE_ACTIONS", "ArticleView", "Page"]

OPENING = frozenset({"article_find", "article_labels"})
"""Actions after which keys are letters."""
NO_KEYS: Mapping[str, str] = {}
CHORD = 1.0
"""Seconds in which the second "g" of "g g" counts."""


class ArticleView(ArticleFurther):
    """Shows a page; says in messages what the reader wants. Scrolling, finding, links and choosing it does itself.

    `action_page_on` and `action_page_back` are for keys that work in every pane.
    """

    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in ARTICLE_ACTIONS if action.keys]

    def __init__(
        self,
        *,
        column: int = 72,
        keymap: Mapping[str, str] = NO_KEYS,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`keymap`: the user's keys, by the ids of actions."""
        super().__init__(column=column, id=id, classes=classes)
        self._openers = {
            key: action.id for action in ARTICLE_ACTIONS if action.id in OPENING for key in keys_of(action, keymap)
        }
        self._chord: Timer | None = None

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return (self.find.typing or self.labels is not None) and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        taken: Callable[[events.Key], bool] | None = None
        if self.labels is not None:
            taken = self._label_key
        elif self.find.open:
            taken = self._find_key
        elif self.note is not None:
            taken = self._note_key
        elif event.key in self._openers:
            taken = self._open
        elif event.key == "escape" and (self.panel or self._marked):
            taken = self._escape
        elif event.key == "tab" and isinstance(self._stack.body, Fixed):
            taken = lambda _: self._choose_next(1)  # noqa: E731
        elif event.key == "shift+tab" and isinstance(self._stack.body, Fixed):
            taken = lambda _: self._choose_next(-1)  # noqa: E731
        elif event.key == "g":
            taken = self._first_g
        if self.status and self.labels is None:
            self._say("")
        if taken is not None and taken(event):
            event.stop()
            event.prevent_default()

    def _open(self, event: events.Key) -> bool:
        """What is typed right behind such a key must find it open: a binding runs too late for that."""
        if self._openers[event.key] == "article_find":
            self.action_article_find()
        else:
            self.action_article_labels()
        return True

    def _first_g(self, event: events.Key) -> bool:
        """Holds a first "g" back: only the second one goes to the top."""
        if self._chord is not None:
            self._chord.stop()
            self._chord = None
            return False
        self._chord = self.set_timer(CHORD, self._forget_g)
        return True

    def _forget_g(self) -> None:
        self._chord = None

    def _note_key(self, event: events.Key) -> bool:
        """Enter goes to the note; every key puts it away, and those that mean something else do that too."""
        block, self.note = self.note, None
        self.refresh()
        if event.key == "enter" and block is not None:
            self.go_to_block(block)
        return event.key in ("enter", "escape")

    def _escape(self, event: events.Key) -> bool:
        if self.panel:
            self.close_panel()
        else:
            self._marked = {}
            self._strips.clear()
            self.refresh()
        return True

    # ---- the mouse ----

    def _under(self, event: events.MouseEvent) -> tuple[Line, Piece | None]:
        """The line and the piece of it under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.header_height:
            return Line(), None
        line = self.seen(offset.y - self.header_height + self.line_number)
        cell = self._margin - line.outdent
        for piece in line.pieces:
            size = width_of(piece.text)
            if cell <= offset.x < cell + size:
                return line, piece
            cell += size
        return line, None

    def on_click(self, event: events.Click) -> None:
        if event.button != 1 or self.text_selection is not None:
            return
        if self.note is not None:
            block, self.note = self.note, None
            self.refresh()
            offset = event.get_content_offset(self)
            if offset is not None and offset.y >= self.size.height - len(self.note_lines(block)):
                self.go_to_block(block)
            return
        line, piece = self._under(event)
        if isinstance(self._stack.body, Fixed) and 0 <= line.block < self._stack.body.choices:
            self._take(line.block)
        elif piece is not None:
            self._click(line.pieces[0] if piece.role == Part.KEY else piece)

    def _click(self, piece: Piece) -> None:
        if self.take_piece(piece):
            return
        known = addresses(self.document)
        if piece.link is not None and piece.link < len(known) and known[piece.link]:
            self.follow(known[piece.link])
        elif piece.role == Part.BANNER:
            if self.panel:
                self.close_panel()
            else:
                self.post_message(self.SummaryRequested())
        elif piece.role == Part.FETCH:
            self.post_message(self.FullTextRequested())
        elif piece.role == Part.BROWSER and self.page is not None:
            self.post_message(self.LinkChosen(self.page.article.url))
        elif piece.role == Part.CHANGED:
            self.post_message(self.ChangesRequested())
        elif piece.role == Part.PREVIOUS:
            self.post_message(self.PreviousRequested())
        elif piece.role == Part.NEXT:
            self.post_message(self.NextRequested())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        _, piece = self._under(event)
        known = addresses(self.document) if piece is not None and piece.link is not None else ()
        address = known[piece.link] if piece is not None and piece.link is not None and piece.link < len(known) else ""
        block = self.target(address) if address else None
        if block is not None:
            address = "".join(span.text for span in note(self.document, block))[:200].replace("\n", " ")
        elif address and piece is not None and piece.colours:
            address = self.told_of(address)
        if address != self.status and self.labels is None:
            self._say(address)

    def on_leave(self, event: events.Leave) -> None:
        if self.status and self.labels is None:
            self._say("")

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        self.shift_code(CODE_STEP // 2)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        self.shift_code(-CODE_STEP // 2)
