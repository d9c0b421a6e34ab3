"""The article as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.document import Block, Document, Image, Kind, Span, Status, Style, from_json, to_json

SPANS = st.lists(
    st.builds(Span, st.text(max_size=20), st.sampled_from(list(Style)), st.none() | st.integers(0, 3)), max_size=4
).map(tuple)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(list(Kind)),
    spans=SPANS,
    level=st.integers(0, 6),
    indent=st.integers(0, 20),
    marker=st.sampled_from(["", "•", "12."]),
    quote=st.integers(0, 3),
    language=st.sampled_from(["", "python"]),
    rows=st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=3).map(tuple),
    header=st.booleans(),
    image=st.none() | st.integers(0, 2),
    anchors=st.lists(st.text(max_size=8), max_size=2).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    blocks=st.lists(BLOCKS, max_size=6).map(tuple),
    links=st.lists(st.text(max_size=10), max_size=3).map(tuple),
    images=st.lists(st.builds(Image, st.text(max_size=5), st.text(max_size=5)), max_size=2).map(tuple),
    status=st.sampled_from(list(Status)),
    truncated=st.booleans(),
    language=st.sampled_from(["", "de"]),
)


@given(DOCUMENTS)
def test_what_is_stored_is_what_comes_back(document: Document) -> None:
    back = from_json(to_json(document))
    assert back.blocks == tuple(
        block if block.rows else Block(**{name: getattr(block, name) for name in Block.__slots__} | {"header": False})
        for block in document.blocks
    )
    assert (back.links, back.images, back.status) == (document.links, document.images, document.status)
    assert (back.truncated, back.language) == (document.truncated, document.language)


@given(DOCUMENTS)
def test_the_parts_stand_where_they_say(document: Document) -> None:
    text = document.text()
    for number, offset, part in document.text_parts():
        assert text[offset : offset + len(part)] == part == document.blocks[number].text()


def test_plain_text_parts_blocks_and_keeps_lists_together() -> None:
    document = Document(
        (
            Block(Kind.HEADING, (Span("Tickets"),), level=2),
            Block(Kind.ITEM, (Span("Single: "), Span("48", Style.BOLD)), level=1, marker="•"),
            Block(Kind.ITEM, (Span("Ten: 395"),), level=1, marker="•"),
            Block(Kind.RULE),
            Block(Kind.IMAGE, image=0),
            Block(
                Kind.TABLE, rows=(((Span("Line"),), (Span("Boats"),)), ((Span("Hark"),), (Span("12"),))), header=True
            ),
        ),
        images=(Image("https://example.org/a.png", "A map"),),
    )
    assert document.text() == "Tickets\n\nSingle: 48\nTen: 395\n\nLine | Boats\nHark | 12"


def test_what_was_stored_before_there_were_anchors_can_be_read() -> None:
    assert from_json('{"b":[{"k":"p","s":["x"]}],"l":[],"i":[],"s":"full","t":0,"g":""}').blocks[0].anchors == ()


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"b": 1}', "nonsense"])
def test_what_is_no_document_is_refused(broken: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(broken)
