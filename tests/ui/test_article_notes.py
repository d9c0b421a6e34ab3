"""Footnotes at the foot of the pane, and links that lead to another place in the article."""

import pytest

from tui_reader.domain.document import Block, Document, Kind, Span, Style
from tui_reader.ui.widgets.article_notes import note, note_lines, targets
from tui_reader.ui.widgets.article_view import ArticleView

from .article_pages import Host, article, long_document, page, text

PAGE = "https://example.org/a"
DOCUMENT = Document(
    (
        Block(
            Kind.PARAGRAPH,
            (
                Span("It cost much."),
                Span("1", Style.SUPERSCRIPT, 0),
                Span(" See "),
                Span("the end", link=1),
                Span(" or "),
                Span("elsewhere", link=3),
            ),
            anchors=(f"{PAGE}#ref1",),
        ),
        *long_document(200).blocks,
        text(Kind.HEADING, "The end", level=2, anchors=(f"{PAGE}#end",)),
        Block(
            Kind.ITEM,
            (Span("Nine millions, [/say] those who "), Span("counted", Style.ITALIC), Span(". "), Span("↩", link=2)),
            level=1,
            marker="1.",
            anchors=(f"{PAGE}#fn1",),
        ),
        text(Kind.PARAGRAPH, "And some.", level=1, indent=3),
        text(Kind.ITEM, "Another note.", level=1, marker="2.", anchors=(f"{PAGE}#fn2",)),
    ),
    links=(f"{PAGE}#fn1", f"{PAGE}#end", f"{PAGE}#ref1", "https://example.org/b"),
)
WIDE = (90, 30)


def shown(app: Host) -> str:
    return "\n".join(app.lines())


def test_a_note_has_its_paragraphs_and_no_way_back() -> None:
    number = targets(DOCUMENT)[f"{PAGE}#fn1"]
    assert "".join(s.text for s in note(DOCUMENT, number)) == "Nine millions, [/say] those who counted. \nAnd some."


async def test_the_letter_of_a_footnote_shows_it_in_place() -> None:
    app = Host(page(article(DOCUMENT)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("semicolon", "a")
        lines = [line.strip() for line in app.lines()]
        assert lines[-3].startswith("Note 1.")
        assert lines[-2:] == ["Nine millions, [/say] those who counted.", "And some."]
        assert "It cost much.¹" in shown(app)
        await pilot.press("escape")
        assert "Nine millions" not in shown(app)
        await pilot.press("semicolon", "a", "enter")
        assert "1. Nine millions" in shown(app)
        assert not any(isinstance(message, ArticleView.LinkChosen) for message in app.said)
        await pilot.press("semicolon", "a")
        assert "It cost much.¹" in shown(app), "the way back"


async def test_any_other_key_puts_it_away_and_does_what_it_does() -> None:
    app = Host(page(article(DOCUMENT)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("semicolon", "a", "j")
        assert app.view.line_number == 1
        assert "Nine millions" not in shown(app)


async def test_a_link_to_a_heading_goes_there_and_others_are_opened() -> None:
    app = Host(page(article(DOCUMENT)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("semicolon", "d")
        await pilot.pause()
        assert [m.url for m in app.said if isinstance(m, ArticleView.LinkChosen)] == ["https://example.org/b"]
        await pilot.press("semicolon", "s")
        assert "The end" in shown(app)
        assert "It cost much" not in shown(app)


async def test_with_the_mouse() -> None:
    app = Host(page(article(DOCUMENT)))
    async with app.run_test(size=WIDE) as pilot:
        y = next(y for y, line in enumerate(app.lines()) if "It cost much" in line)
        x = app.lines()[y].index("¹")
        await pilot.hover(ArticleView, offset=(x, y))
        assert "Nine millions" in app.lines()[-1]
        await pilot.click(ArticleView, offset=(x, y))
        assert "Note 1." in app.lines()[-3]
        await pilot.click(ArticleView, offset=(x, y + 3))
        assert "Note 1." not in shown(app)
        await pilot.click(ArticleView, offset=(x, y))
        await pilot.click(ArticleView, offset=(20, 29))
        assert "1. Nine millions" in shown(app)


@pytest.mark.parametrize("width", [1, 2, 11, 12, 30, 72])
@pytest.mark.parametrize("most", [2, 3, 10])
def test_a_note_fits(width: int, most: int) -> None:
    lines = note_lines(DOCUMENT, targets(DOCUMENT)[f"{PAGE}#fn1"], width, most)
    assert 2 <= len(lines) <= most
    assert all(len(line.text) <= width for line in lines)


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (20, 6)])
async def test_at_any_size(size: tuple[int, int]) -> None:
    app = Host(page(article(DOCUMENT)))
    async with app.run_test(size=size) as pilot:
        app.view.follow(f"{PAGE}#fn1")
        await pilot.pause()
        assert all(len(line) <= size[0] for line in app.lines())
        await pilot.press("enter", "escape")
