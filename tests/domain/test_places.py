"""Where a passage of the feed's text stands in the page's."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.changes import Fate, compare
from tui_reader.domain.document import Block, Document, Image, Kind, Span
from tui_reader.domain.places import places

MONDAY = (
    "The council of Larkspur approved the plan on Monday with nineteen votes against four.",
    "Work on the first two miles is to begin in the autumn, once the tide tables allow it.",
    "Shopkeepers along the quay had asked for a longer trial, and did not get it.",
)


def document(*paragraphs: str) -> Document:
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(text),)) for text in paragraphs))


def found(old: Document, new: Document, shown: Document) -> list[tuple[Fate, int]]:
    passages = compare(old, new)
    return [(p.fate, place) for p, place in zip(passages, places(passages, new, shown), strict=True)]


def test_a_paragraph_that_both_texts_have() -> None:
    new = document("Correction: it was a Tuesday.", *MONDAY)
    shown = Document((Block(Kind.IMAGE, image=0), *new.blocks), images=(Image("https://example.org/a.png"),))
    assert found(document(*MONDAY), new, shown) == [(Fate.ADDED, 1), (Fate.KEPT, 2)]


def test_a_paragraph_as_it_was_before_or_nearly_so() -> None:
    new = document(MONDAY[0].replace("nineteen", "eighteen").replace("four", "five"), *MONDAY[1:])
    shown = document("Lead.", MONDAY[0] + " It took nine hours.", *MONDAY[1:])
    assert found(document(*MONDAY), new, shown) == [(Fate.CHANGED, 1), (Fate.KEPT, 2)]
    shown = document("Lead.", "On Monday the council of Larkspur approved the plan with nineteen votes against four.")
    assert found(document(*MONDAY), new, shown) == [(Fate.CHANGED, 1), (Fate.KEPT, -1)]


def test_a_teaser_that_the_page_goes_on_with() -> None:
    shown = document("Lead.", "The ferry leaves at nine, says the harbour master, and not a minute later.")
    old, new = document("The ferry leaves at nine."), document("The ferry leaves at ten.")
    assert found(old, new, shown) == [(Fate.CHANGED, 1)]


def test_what_was_removed_stood_before_the_next() -> None:
    shown = document("Lead.", *MONDAY)
    assert found(document(*MONDAY), document(MONDAY[0], MONDAY[2]), shown)[1] == (Fate.REMOVED, 3)
    assert found(document(*MONDAY), document(*MONDAY[:2]), shown)[1] == (Fate.REMOVED, 3), "there it still stands"


def test_what_the_page_does_not_have() -> None:
    new = document(*MONDAY, "The mayor has resigned this morning.", "Yes.")
    assert found(document(*MONDAY), new, document(*MONDAY, "Yes, said she, and left."))[1:] == [
        (Fate.ADDED, -1),
        (Fate.ADDED, -1),
    ]


TEXTS = st.lists(st.sampled_from([*MONDAY, "Yes.", "", "a b c", "港湾線は来年の春に着工し"]), max_size=6)


@given(TEXTS, TEXTS, TEXTS)
def test_any_texts(old: list[str], new: list[str], shown: list[str]) -> None:
    passages, text = compare(document(*old), document(*new)), document(*shown)
    answer = places(passages, document(*new), text)
    assert len(answer) == len(passages)
    assert all(-1 <= place < len(text.blocks) for place in answer)
