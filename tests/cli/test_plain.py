"""Documents as plain text and as Markdown: nothing is lost, nothing begins to mean something."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui_reader.cli.plain import markdown, plain_text
from tui_reader.domain.document import Block, Document, Image, Kind, Span, Style

DOCUMENT = Document(
    blocks=(
        Block(Kind.HEADING, (Span("The line"),), level=2),
        Block(
            Kind.PARAGRAPH,
            (Span("It costs "), Span("140", Style.BOLD), Span(" million; see "), Span("the plan", link=0)),
        ),
        Block(Kind.ITEM, (Span("rails"),), level=1, marker="•"),
        Block(Kind.ITEM, (Span("steel"),), level=2, marker="1.", indent=2),
        Block(Kind.PARAGRAPH, (Span("quoted"),), quote=1),
        Block(Kind.PARAGRAPH, (Span("also"),), quote=1),
        Block(Kind.CODE, (Span("if x:\n    pass"),), language="python"),
        Block(Kind.TABLE, rows=(((Span("a|b"),), (Span("c"),)), ((Span("1"),),)), header=True),
        Block(Kind.IMAGE, image=0),
        Block(Kind.CAPTION, (Span("The quay"),), image=0),
        Block(Kind.RULE),
        Block(Kind.PARAGRAPH, (Span("1. not a list\n# no heading"),)),
    ),
    links=("https://example.org/plan_(1)",),
    images=(Image("https://example.org/q.jpg", "A quay"),),
)


def test_plain() -> None:
    assert plain_text(DOCUMENT) == (
        "The line\n\nIt costs 140 million; see the plan\n\n• rails\n  1. steel\n\n> quoted\n>\n> also\n\n"
        "    if x:\n        pass\n\na|b | c\n1\n\n[Image: A quay]\n\nThe quay\n\n* * *\n\n1. not a list\n# no heading"
    )


def test_markdown() -> None:
    assert markdown(DOCUMENT) == (
        "## The line\n\nIt costs **140** million; see [the plan](https://example.org/plan_%281%29)\n\n"
        "- rails\n    1. steel\n\n> quoted\n>\n> also\n\n```python\nif x:\n    pass\n```\n\n"
        "| a\\|b | c |\n| --- | --- |\n| 1 |  |\n\n![A quay](https://example.org/q.jpg)\n\n*The quay*\n\n---\n\n"
        "1\\. not a list\\\n\\# no heading"
    )


def text_of(source: str) -> str:
    """The text that a reader of Markdown sees in `source`."""
    out: list[str] = []
    for token in MarkdownIt("commonmark").enable("strikethrough").parse(source):
        for child in token.children or []:
            if child.type in ("text", "code_inline"):
                out.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                out.append("\n")
        if token.type in ("fence", "code_block"):
            out.append("CODE")
    return "".join(out)


_letters = st.text(alphabet=st.sampled_from("ab1 *_#`>+-.)([]!<&\\|~:="), min_size=1, max_size=12)


@given(_letters)
def test_text_stays_text_in_markdown(text: str) -> None:
    document = Document((Block(Kind.PARAGRAPH, (Span("x " + text),)),))
    assert text_of(markdown(document)).split() == ("x " + text).split()


@given(st.lists(_letters, min_size=1, max_size=4))
def test_a_paragraph_that_looks_like_something_else_stays_a_paragraph(lines: list[str]) -> None:
    text = "\n".join(line.strip() or "x" for line in lines)
    source = markdown(Document((Block(Kind.PARAGRAPH, (Span(text),)),)))
    kinds = {token.type for token in MarkdownIt("commonmark").parse(source)}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}
    assert re.sub(r"\s", "", text_of(source)) == re.sub(r"\s", "", text)


_spans = st.builds(Span, st.text(max_size=8), st.integers(0, 255).map(Style), st.one_of(st.none(), st.just(0)))
_blocks = st.builds(
    Block,
    st.sampled_from(Kind),
    st.lists(_spans, max_size=3).map(tuple),
    level=st.integers(0, 6),
    indent=st.integers(0, 8),
    marker=st.sampled_from(["", "•", "3.", "12)"]),
    quote=st.integers(0, 3),
    rows=st.lists(st.lists(st.lists(_spans, max_size=2).map(tuple), max_size=3).map(tuple), max_size=3).map(tuple),
    image=st.one_of(st.none(), st.just(0)),
)


@given(st.lists(_blocks, max_size=6))
def test_any_document_can_be_printed(blocks: list[Block]) -> None:
    document = Document(tuple(blocks), ("https://example.org/",), (Image("https://example.org/i.png", "alt"),))
    assert isinstance(markdown(document), str)
    words = "".join(document.text().split())
    printed = "".join(plain_text(document).split())
    assert len(printed) >= len(words) - words.count("|")
