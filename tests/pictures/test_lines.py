"""Pictures among the lines of an article: within the width, below their captions, in the way of nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.domain.test_layout import DOCUMENTS
from tui_reader.domain.document import Block, Document, Image, Kind, Span
from tui_reader.domain.layout import Layout, lay_out
from tui_reader.domain.pictures import Picture

URL = "https://example.org/a.png"
PICTURES = st.tuples(st.integers(1, 100), st.integers(1, 24)).map(lambda s: Picture(*s, bytes(6 * s[0] * s[1])))


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS, PICTURES, st.integers(1, 120))
def test_no_line_is_wider_and_the_text_is_the_same(document: Document, picture: Picture, width: int) -> None:
    lines = list(lay_out(document, width, {URL: picture}))
    drawn = [line for line in lines if any(piece.colours for piece in line.pieces)]
    for line in drawn:
        assert cell_len(line.text) <= width
        assert len(line.pieces[-1].colours) == 6 * len(line.pieces[-1].text)
        assert document.blocks[line.block].kind is Kind.IMAGE
    assert [line for line in lines if line not in drawn] == list(lay_out(document, width))


def test_a_picture_stands_between_its_alternative_text_and_its_caption() -> None:
    document = Document(
        (
            Block(Kind.IMAGE, image=0, quote=1),
            Block(Kind.CAPTION, (Span("The harbour, seen from the pier."),), image=0, quote=1),
        ),
        images=(Image(URL, "A harbour"),),
    )
    picture = Picture(40, 10, bytes(range(240)) * 10)
    lines = list(lay_out(document, 30, {URL: picture}))
    assert lines[0].text == "▎ ▣ Picture: A harbour"
    assert [line.text for line in lines[1:8]] == ["▎ " + "▀" * 28] * 7
    assert lines[8].text.startswith("▎ The harbour")
    assert [line.text for line in lay_out(document, 7, {URL: picture})] == [line.text for line in lay_out(document, 7)]


def test_a_place_is_found_again_when_pictures_come() -> None:
    blocks = [Block(Kind.PARAGRAPH, (Span(f"Paragraph {n} " + "word " * 40),)) for n in range(9)]
    blocks.insert(3, Block(Kind.IMAGE, image=0))
    document = Document(tuple(blocks), images=(Image(URL),))
    with_picture = Layout(document, 60, {URL: Picture(60, 20, bytes(7200))})
    without = Layout(document, 60)
    for layout in (with_picture, without):
        layout.advance(len(blocks), 0)
    assert with_picture.line(with_picture.find(6, 70)) == without.line(without.find(6, 70))
    assert with_picture.find(6, 70) > without.find(6, 70)
