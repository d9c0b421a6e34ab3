"""What holds for every document, however strange the page."""

from tui_reader.article import safe_url
from tui_reader.article.builder import MAX_BLOCKS, MAX_CELLS, MAX_CODE
from tui_reader.domain.document import Document, Kind, from_json, to_json
from tui_reader.domain.text import clean_text


def assert_sound(document: Document) -> None:
    """All strings clean, links safe and used, caps kept, and nothing lost when it is stored."""
    assert clean_text(document.text()) == document.text()
    for block in document.blocks:
        cells = [span for row in block.rows for cell in row for span in cell]
        for span in (*block.spans, *cells):
            assert span.text
            assert clean_text(span.text) == span.text
            assert span.link is None or 0 <= span.link < len(document.links)
            assert block.kind is Kind.CODE or block.kind is not Kind.HEADING or "\n" not in span.text
        assert clean_text(block.text()) == block.text()
        assert clean_text(block.marker + block.language) == block.marker + block.language
        assert block.image is None or 0 <= block.image < len(document.images)
        assert (block.kind is Kind.TABLE) == bool(block.rows)
        assert block.kind is not Kind.IMAGE or block.image is not None
        assert block.spans or block.rows or block.kind in (Kind.IMAGE, Kind.RULE)
        assert 0 <= block.quote <= 8
        assert 0 <= block.indent <= 200
    for address in (*document.links, *(image.url for image in document.images)):
        assert address.startswith(("http://", "https://", "mailto:"))
        assert safe_url(address) == address
        assert address.isascii()
        assert address.isprintable()
    assert all(clean_text(image.alt) == image.alt for image in document.images)
    assert len(document.blocks) <= MAX_BLOCKS
    assert sum(len(row) for block in document.blocks for row in block.rows) <= MAX_CELLS
    assert sum(len(block.text()) for block in document.blocks if block.kind is Kind.CODE) <= MAX_CODE
    assert from_json(to_json(document)) == document
