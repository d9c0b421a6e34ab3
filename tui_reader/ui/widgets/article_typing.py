"""What is typed in the article pane: words to find, letters of links."""

from textual import events

from ...domain.layout import addresses, width_of
from .article_choices import links
from .article_links import Labels
from .article_terms import ArticleTerms


class ArticleTyping(ArticleTerms):
    """Find and labels."""

    def action_article_find(self) -> None:
        """Opens the bar in which one types what to find, in the full text."""
        if self.mode != "full" or self.panel:
            self._to_text()
        self.labels, self.status = None, ""
        self.find.open = self.find.typing = True
        self.refresh()

    def action_article_find_next(self) -> None:
        self._find_step(1)

    def action_article_find_previous(self) -> None:
        self._find_step(-1)

    def _find_step(self, step: int) -> None:
        self.find.step(step)
        self._show_found()

    def _look_for(self, query: str) -> None:
        self.find.search(self.document, query, self.place() or (0, 0))
        self._show_found()

    def _show_found(self) -> None:
        self._strips.clear()
        self.refresh()
        if match := self.find.match:
            self.reveal(match[0], match[1])

    def _close_find(self) -> None:
        self._leave_modes()
        self._strips.clear()
        self.refresh()

    def _find_key(self, event: events.Key) -> bool:
        find = self.find
        steps = {"enter": 1, "down": 1, "f3": 1, "shift+enter": -1, "up": -1, "shift+f3": -1}
        if event.key == "escape":
            self._close_find()
        elif event.key in steps and (find.typing or event.key not in ("down", "up")):
            if find.typing and event.key == "enter":
                find.typing = False
                self.refresh()
            else:
                self._find_step(steps[event.key])
        elif not find.typing and event.character in ("n", "N"):
            self._find_step(1 if event.character == "n" else -1)
        elif find.typing and event.key in ("backspace", "ctrl+h"):
            self._look_for(find.query[:-1])
        elif find.typing and event.key in ("ctrl+u", "ctrl+w"):
            self._look_for("")
        elif find.typing and event.character and event.is_printable:
            self._look_for(find.query + event.character)
        else:
            return find.typing and event.character is not None and event.is_printable
        return True

    def on_paste(self, event: events.Paste) -> None:
        if self.find.typing:
            self._look_for(self.find.query + " ".join(event.text.split()))
            event.stop()

    def action_article_labels(self) -> None:
        """Letters on the links that are seen; a second time a list of all links."""
        places = self._link_places()
        if self.labels is not None or not places:
            self.labels = None
            count = len(links(self.document)) if self.page else 0
            if count:
                self._open_panel("links")
            else:
                self._say("no links in this article")
            return
        self.labels = Labels(places)
        self._say("type a link's letters · ; lists all · esc")

    def _link_places(self) -> list[tuple[int, int, str, bool]]:
        """(line, cell, address, whether a blank is before it) of each link in sight."""
        known = addresses(self.document)
        places: list[tuple[int, int, str, bool]] = []
        if not self.shows_text:
            return places
        last, before = None, " "
        for number in range(self.line_number, self.line_number + self.rows):
            line = self.seen(number)
            cell = self._margin - line.outdent
            for piece in line.pieces:
                if piece.link is not None and piece.link < len(known) and known[piece.link] and piece.link != last:
                    places.append((number, cell, known[piece.link], before.endswith(" ") and cell > 0))
                if piece.start >= 0 or piece.link is not None:
                    last = piece.link
                cell += width_of(piece.text)
                before = piece.text
        return places

    def _label_key(self, event: events.Key) -> bool:
        labels = self.labels
        if labels is None:
            return False
        if event.character == ";":
            self.action_article_labels()
            return True
        address = labels.type(event.character.lower()) if event.character and event.is_printable else None
        if address:
            self.labels = None
            self.follow(address)
        if address != "":
            self.labels, self.status = None, ""
        self.refresh()
        return event.is_printable or event.key == "escape"
