"""The layout's promises, for any document at any width."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tui_reader.domain.document import Block, Document, Image, Kind, Span, Style
from tui_reader.domain.layout import Layout, Line, Role, addresses, lay_out, window, wrap
from tui_reader.domain.layout.spans import TOO_WIDE
from tui_reader.domain.layout.wrapping import simple
from tui_reader.domain.text import clean_text

WORDS = st.one_of(
    st.text("ab cde-—/.\n", max_size=60),
    st.text("ab é “”\u00a0—漢字、。（）한글かな \n", max_size=60),
    st.text(max_size=30).map(clean_text),
    st.text("e\u0301\u200d\ufe0f👩🔬❤️ 12", max_size=20).map(clean_text),
    st.sampled_from(["https://example.org/" + "path/" * 30, "word " * 60, "漢字" * 90, "نص عربي " * 20, "x" * 300]),
    st.sampled_from(["น้ำท่วมในภาคเหนือ" * 9, "ປະຊາຊົນ" * 20, "ប្រជាជន។" * 20, "နိုင်ငံသည်။" * 20, "a ? « b » 10 % ; " * 20]),
)
STYLES = st.sampled_from([*Style, Style.BOLD | Style.ITALIC, Style.SUPERSCRIPT | Style.BOLD])
SPANS = st.lists(st.builds(Span, WORDS, STYLES, st.one_of(st.none(), st.just(0))), max_size=4).map(tuple)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from([kind for kind in Kind if kind is not Kind.TABLE]),
    spans=SPANS,
    level=st.integers(0, 6),
    indent=st.integers(0, 30),
    marker=st.sampled_from(["", "•", "12.", "漢、", "viii)"]),
    quote=st.integers(0, 6),
    image=st.one_of(st.none(), st.integers(0, 1)),
)
TABLES = st.builds(
    Block,
    kind=st.just(Kind.TABLE),
    rows=st.lists(st.lists(SPANS, max_size=5).map(tuple), max_size=5).map(tuple),
    header=st.booleans(),
    quote=st.integers(0, 2),
)
DOCUMENTS = st.builds(
    Document,
    blocks=st.lists(st.one_of(BLOCKS, BLOCKS, TABLES), max_size=8).map(tuple),
    links=st.just(("https://example.org/",)),
    images=st.just((Image("https://example.org/a.png", "A harbour 漢"), Image("", ""))),
)


def shown(document: Document, lines: list[Line]) -> dict[int, list[tuple[int, str]]]:
    """For each block (offset, character) of everything that its lines show of its text, in the order of the lines."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for line in lines:
        for piece in line.pieces:
            if piece.start >= 0:
                assert piece.style & (Style.SUPERSCRIPT | Style.SUBSCRIPT) or piece.text in (
                    document.blocks[line.block].text()[piece.start : piece.start + len(piece.text)],
                    TOO_WIDE,
                )
                found[line.block].extend((piece.start + place, c) for place, c in enumerate(piece.text))
    return found


def check_width(line: Line, width: int) -> None:
    assert cell_len(line.text) <= width
    assert sum(cell_len(piece.text) for piece in line.pieces) <= width


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS, st.integers(1, 200), st.integers(0, 40), st.integers(0, 40))
def test_no_line_is_too_wide_and_no_character_is_lost(document: Document, width: int, shift: int, margin: int) -> None:
    lines = list(lay_out(document, width, wide=width + 2 * margin))
    for line in lines:
        assert "\n" not in line.text
        assert 0 <= line.outdent <= margin
        room = width
        if document.blocks[line.block].kind is Kind.TABLE:
            room += line.outdent + margin
        check_width(window(line, room, shift), room)
        if not line.wide:
            check_width(line, room)
    found = shown(document, lines)
    for number, block in enumerate(document.blocks):
        text = block.text()
        if not text.strip() or block.kind in (Kind.IMAGE, Kind.RULE):
            continue
        offsets = [offset for offset, _ in found[number]]
        assert len(offsets) == len(set(offsets))
        if block.kind is not Kind.TABLE:
            assert offsets == sorted(offsets)
        wanted = "".join("".join(s.text for s in cell) for row in block.rows for cell in row) if block.rows else text
        dark = {i for i, c in enumerate(text) if not c.isspace() and get_character_cell_size(c)}
        if width > 1 and not block.rows:
            assert dark <= set(offsets)
        if width > 1 and block.rows:
            seen = sorted(set(offsets))
            assert "".join("".join(text[i] for i in seen).split()) == "".join(wanted.split())


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.integers(1, 100), st.data())
def test_a_layout_in_slices_gives_the_same_lines(document: Document, width: int, data: st.DataObject) -> None:
    whole = list(lay_out(document, width, wide=width + 8))
    layout = Layout(document, width, wide=width + 8)
    place = 0
    while not layout.complete:
        place = layout.ensure(data.draw(st.integers(0, 60)), data.draw(st.integers(1, 20)))
        place = layout.advance(data.draw(st.integers(1, 3)), place)
        assert place >= 0
    assert layout.height == len(whole)
    assert [layout.line(number) for number in range(layout.height)] == whole
    assert layout.line(layout.height) == Line()


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS, st.integers(4, 90))
def test_a_place_in_the_text_is_found_again(document: Document, width: int) -> None:
    layout = Layout(document, width)
    layout.advance(len(document.blocks), 0)
    for number, line in enumerate(lay_out(document, width)):
        if line.start >= 0:
            assert layout.find(line.block, line.start) == number
    assert layout.find(10**6, 10**6) <= layout.height


@settings(max_examples=300)
@given(st.text().map(clean_text), st.integers(1, 60), st.integers(1, 60))
def test_wrapping_drops_blanks_only(text: str, width: int, first: int) -> None:
    cuts = wrap(text, width, first)
    place = 0
    for number, (start, end) in enumerate(cuts):
        assert place <= start <= end <= len(text)
        assert not text[place:start].strip(" \n")
        room = width if number else first
        assert cell_len(text[start:end]) <= room or end - start == 1 or room == 1
        place = end
    assert not text[place:].strip(" \n")


@given(st.text())
def test_simple_text_is_as_wide_as_long(text: str) -> None:
    if simple(text):
        assert cell_len(text) == len(text)


SYLLABLES = {
    "thai": "น้ำ ท่วม ใน เหนือ และ เชียง ราย ต่อ เนื่อง ศักดิ์ ๆ ฯ ๒๕๖๗ ซึ่ง ไทย แก้",
    "lao": "ປະ ຊາ ຊົນ ໃຫ້ ແກ່ ກຳ ລັງ ເທດ ໄດ້ ລາວ",
    "khmer": "ប្រ ទេស កម្ពុ ជា នាយ ក រដ្ឋ មន្ត្រី ។",
    "burmese": "မြန် မာ နိုင် ငံ သည် ။ တို့ အား ကူ ညီ",
}


@pytest.mark.parametrize("script", SYLLABLES)
@given(st.data(), st.integers(9, 60))
def test_lines_without_blanks_begin_with_a_syllable(script: str, data: st.DataObject, width: int) -> None:
    """A line begins with a letter, and does not end with what belongs to the next one."""
    syllables = data.draw(
        st.lists(st.sampled_from([*SYLLABLES[script].split(), " ", " 12 a"]), min_size=1, max_size=80)
    )
    text = "".join(syllables)
    for start, end in wrap(text, width)[1:]:
        if start == end:
            continue
        assert unicodedata.category(text[start]) not in ("Mn", "Mc"), text[start - 3 : end]
        assert text[start] not in "ะาำๆฯະາຳ។။" or not start or text[start - 1] == " "
        assert text[start - 1] not in "เแโใไເແໂໃໄ\u17d2\u1039"
        assert start + 1 == len(text) or text[start + 1] not in "\u0e4c\u103a"


@given(st.text("漢字かなーっ。、）」（「 ab", max_size=60), st.integers(10, 60))
def test_what_begins_and_ends_lines_of_japanese(text: str, width: int) -> None:
    """As long as there are not more signs in a row than a line holds."""
    for start, end in wrap(text, width)[1:]:
        signs = re.search(r"[ーっ。、）」（「]{4,}", text)
        if signs is None and start < end and start and text[start - 1] != " ":
            assert text[start] not in "ーっ。、）」"
            assert text[start - 1] not in "（「"


def lines_of(*blocks: Block, width: int, **rest: object) -> list[str]:
    return [line.text.rstrip() for line in lay_out(Document(blocks=blocks, **rest), width)]  # type: ignore[arg-type]


def paragraph(text: str, **rest: object) -> Block:
    return Block(Kind.PARAGRAPH, (Span(text),), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("  one   two  ", 5, ["one", "two"]),
        ("a well-known fact", 8, ["a well-", "known", "fact"]),
        ("run it with --option now", 14, ["run it with", "--option now"]),
        ("the years 1914-1918", 15, ["the years", "1914-1918"]),
        ("https://example.org/abc/defghij", 24, ["https://example.org/abc/", "defghij"]),
        ("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]),
        ("first\n\nsecond", 9, ["first", "", "second"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("漢字漢。字", 6, ["漢字", "漢。字"]),
        ("漢字「漢」", 6, ["漢字", "「漢」"]),
        ("한국어 문장 하나", 8, ["한국어", "문장", "하나"]),
        ("10\u00a0000 people", 6, ["10\u00a0000", "people"]),
        ("漢字（漢）字", 6, ["漢字", "（漢）", "字"]),
        ("漢字漢ッ字〜", 6, ["漢字", "漢ッ", "字〜"]),
        ("Pourquoi pas ? Oui", 12, ["Pourquoi", "pas ? Oui"]),
        ("Il dit « vrai » ici", 10, ["Il dit", "« vrai »", "ici"]),
        ("plus de 10 % — non", 10, ["plus de", "10 % — non"]),
        ("plus de 10 % 漢 non", 10, ["plus de", "10 % 漢", "non"]),
        ("น้ำท่วมในภาคเหนือ", 6, ["น้ำท่วม", "ในภาค", "เหนือ"]),
        ("น้ำท่วม ในภาคเหนือ", 8, ["น้ำท่วม", "ในภาค", "เหนือ"]),
        ("ປະຊາຊົນ", 5, ["ປະຊາ", "ຊົນ"]),
        ("ប្រជាជន។ដែល", 7, ["ប្រជាជន។", "ដែល"]),
        ("နိုင်ငံသည်။", 4, ["နိုင်ငံ", "သည်။"]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert lines_of(paragraph(text), width=width) == lines


def test_lists_and_quotes_hang() -> None:
    item = Block(Kind.ITEM, (Span("one two three"),), level=1, marker="10.", indent=2)
    assert lines_of(item, width=18) == ["  10. one two", "      three"]
    quote = paragraph("one two three", quote=2)
    assert lines_of(quote, quote, width=14) == [
        "▎ ▎ one two",
        "▎ ▎ three",
        "▎ ▎",
        "▎ ▎ one two",
        "▎ ▎ three",
    ]


def test_items_that_are_paragraphs_stand_apart() -> None:
    short = Block(Kind.ITEM, (Span("one"),), level=1, marker="•")
    long = Block(Kind.ITEM, (Span("two " * 20),), level=1, marker="•")
    assert "" not in lines_of(short, short, long, width=40)
    assert lines_of(short, long, long, width=20).count("") == 2
    assert lines_of(paragraph("text"), short, short, long, long, long, paragraph("text"), width=20).count("") == 6


def test_headings_of_four_levels_tell_apart_without_colour() -> None:
    blocks = [Block(Kind.HEADING, (Span("Heading"),), level=level) for level in (1, 2, 3, 4)]
    blocks = [block for heading in blocks for block in (paragraph("text"), heading)]
    lines = [line for line in lay_out(Document(tuple(blocks)), 40) if line.block % 2]
    found = {
        line.block: (sum(not other.pieces for other in lines if other.block == line.block), line) for line in lines
    }
    assert [count for count, _ in found.values()] == [2, 2, 1, 1]
    assert [line.pieces[0].role for _, line in found.values()] == [Role.RULE, Role.TITLE, Role.HEADING, Role.MINOR]


def test_footnote_marks_are_raised_where_they_can_be() -> None:
    spans = (Span("water H"), Span("2", Style.SUBSCRIPT), Span("O"), Span("[12]", Style.SUPERSCRIPT))
    assert lines_of(Block(Kind.PARAGRAPH, spans), width=40) == ["water H₂O⁽¹²⁾"]
    ordinal = (Span("the 19"), Span("th", Style.SUPERSCRIPT))
    assert lines_of(Block(Kind.PARAGRAPH, ordinal), width=40) == ["the 19th"]


def row(*cells: str) -> tuple[tuple[Span, ...], ...]:
    return tuple((Span(cell),) for cell in cells)


def test_a_table_that_fits_has_rules_and_numbers_on_the_right() -> None:
    table = Block(Kind.TABLE, rows=(row("Town", "People"), row("Aval", "1,204"), row("Bree", "87")), header=True)
    assert lines_of(table, width=30) == [
        "────────────",
        "Town  People",
        "────────────",
        "Aval   1,204",
        "Bree      87",
        "────────────",
    ]


def test_a_table_that_does_not_fit_becomes_cards() -> None:
    rows = (row("Town", "Known for"), row("Avalonia", "ships and more ships"), row("Bree", ""))
    table = Block(Kind.TABLE, rows=rows, header=True)
    assert lines_of(table, width=12) == [
        "────────────",
        "Town",
        "  Avalonia",
        "Known for",
        "  ships and",
        "  more ships",
        "────────────",
        "Town",
        "  Bree",
        "────────────",
    ]


PORTS = Block(
    Kind.TABLE,
    rows=(
        row("Port", "Ships a year", "Depth", "What it is for"),
        row("Avalon Bay", "12,400", "14.5 m", "ferries"),
        row("Bree", "—", "8 m", "fishing boats and yachts"),
        row("Port Regent", "87", "n/a", "nobody knows, since it has been closed to all visitors"),
    ),
    header=True,
)


def test_a_wide_table_goes_into_the_margin_on_the_right_first_and_then_on_the_left() -> None:
    document = Document((paragraph("word " * 60), Block(Kind.TABLE, PORTS.spans, rows=PORTS.rows[:3], header=True)))
    lines = [line for line in lay_out(document, 50, wide=66) if line.block == 1 and line.pieces]
    assert [line.text.rstrip() for line in lines] == [
        "─" * 58,
        "Port        Ships a year   Depth  What it is for",
        "─" * 58,
        "Avalon Bay        12,400  14.5 m  ferries",
        "Bree                   —     8 m  fishing boats and yachts",
        "─" * 58,
    ]
    assert {line.outdent for line in lines} == {0}
    lines = [line for line in lay_out(document, 44, wide=58) if line.block == 1 and line.pieces]
    assert len(lines[0].text) == 58
    assert {line.outdent for line in lines} == {58 - 44 - 7}


def test_cells_are_broken_into_lines_before_a_table_becomes_cards() -> None:
    assert lines_of(PORTS, width=62) == [
        "─" * 62,
        "Port          Ships   Depth  What it is for",
        "             a year",
        "─" * 62,
        "Avalon Bay   12,400  14.5 m  ferries",
        "─" * 62,
        "Bree              —     8 m  fishing boats and yachts",
        "─" * 62,
        "Port Regent      87     n/a  nobody knows, since it has been",
        "                             closed to all visitors",
        "─" * 62,
    ]
    assert lines_of(PORTS, width=34)[1] == "Port           Avalon Bay"
    quoted = replace(PORTS, quote=1)
    lines = [line.outdent for line in lay_out(Document((quoted,)), 40, wide=100)]
    assert set(lines) == {0}, "a table in a quotation stays beside its bar"


def test_long_text_in_a_table_stays_in_the_column() -> None:
    table = Block(Kind.TABLE, rows=(row("Key", "What it does"), row("b", "much " * 40)), header=True)
    lines = list(lay_out(Document((table,)), 72, wide=140))
    assert max(len(line.text) for line in lines) <= 72


def test_columns_that_are_mostly_numbers_are_set_as_numbers() -> None:
    cells = ["1,204", "€ 38.5", "12 %", "–", "about 40 or so"]
    table = Block(Kind.TABLE, rows=tuple(row("a town", cell) for cell in cells))
    assert lines_of(table, width=40)[1:-1] == [f"a town  {cell:>14}" for cell in cells]
    table = Block(Kind.TABLE, rows=tuple(row("a town", cell) for cell in (*cells[3:], "none", "7")))
    assert lines_of(table, width=40)[-2] == "a town  7"


def test_code_is_not_wrapped_but_seen_through_a_window() -> None:
    code = Block(Kind.CODE, (Span("first = 1\nsecond = 'a longer line'\n"),))
    lines = list(lay_out(Document(blocks=(code,)), 16))
    assert [line.text for line in lines] == ["", "  first = 1", "  second = 'a longer line'", ""]
    assert all(line.ground for line in lines)
    assert window(lines[2], 16).text == "  second = 'a l›"
    assert window(lines[2], 16, 12).text == "‹ longer line'"
    assert window(lines[1], 16, 12).text == "‹"


def test_pictures_are_links_with_their_text() -> None:
    document = Document(
        blocks=(Block(Kind.IMAGE, image=0), Block(Kind.CAPTION, (Span("The port"),), image=0)),
        links=("https://example.org/",),
        images=(Image("https://example.org/port.jpg", "Ships"),),
    )
    lines = list(lay_out(document, 40))
    assert [line.text for line in lines] == ["▣ Picture: Ships", "The port"]
    link = lines[0].pieces[1].link
    assert link is not None
    assert addresses(document)[link] == "https://example.org/port.jpg"
    assert lines[0].pieces[0].role == Role.MARKER


def test_only_what_is_looked_at_is_laid_out() -> None:
    document = Document(blocks=tuple(paragraph(f"Paragraph {n} " + "word " * 40) for n in range(5000)))
    layout = Layout(document, 60)
    layout.ensure(0, 50)
    assert sum(lines is not None for lines in layout._blocks) < 20
    place = layout.find(2500, 0)
    assert layout.ensure(place, 50) == place
    assert layout.line(place).text.startswith("Paragraph 2500")
    anchor = place
    while not layout.complete:
        anchor = layout.advance(300, anchor)
    assert layout.line(anchor).text.startswith("Paragraph 2500")


def test_a_marker_that_leaves_no_room_for_a_wide_character_stands_alone() -> None:
    block = Block(Kind.ITEM, (Span("、東京"),), level=1, marker="漢、", quote=1)
    lines = [line.text for line in lay_out(Document((block,)), 8)]
    assert all(cell_len(line) <= 8 for line in lines)
    assert "".join("".join(lines).split()).replace("▎", "") == "漢、、東京"
