"""What the terminal was given, in which numbers, and that it is told to forget it."""

import re

from rich.color import ColorSystem
from rich.style import Style

from tui_reader.domain.document import Block, Document, Image, Kind
from tui_reader.domain.layout import lay_out
from tui_reader.domain.pictures import Bitmap, Place
from tui_reader.ui.terminal_pictures import CELL, TerminalPictures, cell_pixels
from tui_reader.ui.widgets.article_paint import Painter

PNG = b"\x89PNG\r\n\x1a\n and more"


class Recorder:
    """Terminals' pictures, and what was written for them since it was asked last."""

    def __init__(self, *, few: bool = False) -> None:
        self._text: list[str] = []
        self.pictures = TerminalPictures(self._text.append, few=few, tmux=False)

    def written(self) -> list[tuple[str, int]]:
        """The commands: what, and for which number."""
        text = "".join(self._text)
        self._text.clear()
        return [(found[1], int(found[2])) for found in re.finditer(r"a=([Tpd])[^;\x1b]*?,i=(\d+)", text)]


def test_a_picture_is_sent_when_it_is_needed_and_once() -> None:
    terminal = Recorder()
    number, other = terminal.pictures.add(PNG), terminal.pictures.add(PNG)
    assert terminal.written() == []
    for line in range(3):
        terminal.pictures.need(Place(number, 20, 10, line))
    assert terminal.written() == [("T", number)]
    terminal.pictures.need(Place(number, 30, 15, 0))
    assert terminal.written() == [("p", number)]
    terminal.pictures.drop()
    assert terminal.written() == [("d", number)]
    terminal.pictures.need(Place(other, 20, 10, 0))
    terminal.pictures.drop()
    assert terminal.written() == []


def test_another_program_finds_none_and_they_come_back() -> None:
    terminal = Recorder()
    number = terminal.pictures.add(PNG)
    terminal.pictures.need(Place(number, 20, 10, 0))
    terminal.written()
    terminal.pictures.leave()
    assert terminal.written() == [("d", number)]
    terminal.pictures.need(Place(number, 30, 15, 0))
    assert terminal.written() == []
    terminal.pictures.come_back()
    assert terminal.written() == [("T", number)]


def test_numbers_are_never_used_twice_and_fit_the_colours() -> None:
    for few in (False, True):
        pictures = Recorder(few=few).pictures
        numbers = [pictures.add(PNG) for _ in range(230)]
        assert len(set(numbers)) == 230
        assert all(24 <= number < 256 if few else 256 <= number < 1 << 24 for number in numbers)
        pictures.drop()
        assert len({pictures.add(PNG) for _ in range(230)}) == 230


def test_the_number_is_the_colour_in_every_kind_of_terminal() -> None:
    document = Document((Block(Kind.IMAGE, image=0),), images=(Image("https://example.org/a.png"),))
    painter = Painter(lambda _: Style(bgcolor="#102030"), lambda _: Style())
    for number, system, code in (
        (0x123456, ColorSystem.TRUECOLOR, "38;2;18;52;86"),
        (200, ColorSystem.TRUECOLOR, "38;5;200"),
        (200, ColorSystem.EIGHT_BIT, "38;5;200"),
        (16, ColorSystem.EIGHT_BIT, "38;5;16"),
    ):
        lines = list(lay_out(document, 40, {"https://example.org/a.png": Bitmap(20, 3, PNG, number)}))
        (segment,) = (part for part in painter.strip(lines[2], 2, 40, 44, 2) if part.text.startswith("\U0010eeee"))
        assert segment.style is not None
        assert "offset" not in segment.style.meta, "or it could be selected"
        assert code in segment.style.render("x", color_system=system)


def test_the_size_of_a_cell_has_a_default() -> None:
    wide, high = cell_pixels()
    assert wide > 0
    assert high > wide
    assert CELL == (10, 20)
