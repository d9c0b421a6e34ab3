"""The summary's sentences lit in the full text: in the pane alone, and in the whole reader."""

from dataclasses import replace

import pytest

from tests.ui.conftest import Start
from tui_reader.domain.document import Document
from tui_reader.domain.models import SummaryState
from tui_reader.ui.widgets.article_lit import lit_marks
from tui_reader.ui.widgets.article_view import ArticleView

from .article_pages import EVERYTHING, Host, article, long_document, page, summary

WIDE = (90, 40)


def lit(app: Host) -> str:
    """All that is lit on the screen."""
    ground = app.view._paint().style("text", mark="lit").bgcolor
    words = []
    for y in range(app.view.size.height):
        words += [s.text.strip() for s in app.view.render_line(y) if s.style and s.style.bgcolor == ground]
    return " ".join(words)


def shown(app: Host) -> str:
    return "\n".join(app.lines())


async def test_the_sentences_of_the_summary_are_lit_where_they_stand() -> None:
    made = summary()
    app = Host(page(summary=made))
    async with app.run_test(size=WIDE) as pilot:
        assert not app.view.lit
        await pilot.press("H")
        await pilot.pause()
        whole = "".join(sentence.text for sentence in made.sentences)
        assert "".join(lit(app).split()) == "".join(whole.replace("costs.1", "costs.¹").split())
        assert "Twelve members voted" in lit(app)
        assert "The mayor did not vote" not in lit(app)
        assert "3 of 41 sentences lit · + more · - fewer · H puts them out" in shown(app)
        assert [m.lit for m in app.said if isinstance(m, ArticleView.HighlightsChanged)] == [True]
        await pilot.press("H")
        await pilot.pause()
        assert "sentences lit" not in shown(app)
        assert not app.view._lit
        assert [m.lit for m in app.said if isinstance(m, ArticleView.HighlightsChanged)] == [True, False]


async def test_they_stay_lit_over_the_next_article_and_come_when_they_are_made() -> None:
    document = long_document(300)
    app = Host(page(summary=summary()))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("H")
        app.view.show(page(article(document, id=12)))
        assert not app.view._lit
        assert "sentences" not in shown(app)
        await pilot.press("pagedown")
        await pilot.pause(0.2)
        place = app.view.line_number
        app.view.set_summary(11, summary())
        assert not app.view._lit, "it is another article's"
        app.view.set_summary(12, summary(document))
        assert app.view.line_number == place
        assert len(app.view._lit) == 3
        await pilot.press("plus")
        await pilot.pause()
        assert [m.delta for m in app.said if isinstance(m, ArticleView.SummaryLengthRequested)] == [1]


async def test_the_place_in_the_text_is_kept() -> None:
    document = long_document(300)
    app = Host(page(article(document), summary=summary(document)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("pagedown", "pagedown")
        first = app.lines()[4]
        for _ in range(2):
            await pilot.press("H")
            assert app.lines()[4] == first


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SummaryState.TEASER, "Nothing is lit: only a teaser"),
        (SummaryState.TOO_SHORT, "Nothing is lit: too short"),
        (SummaryState.CONSENT, "Nothing is lit: a consent page"),
    ],
)
async def test_why_nothing_is_lit(state: SummaryState, words: str) -> None:
    app = Host(page(summary=summary(state=state)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("H")
        assert words in shown(app)
        assert not lit(app)
        app.view.no_summary(11, "it took too long")
        assert "Nothing is lit: it took too long" in shown(app)


async def test_from_the_summary_they_lead_to_the_full_text() -> None:
    app = Host(page(mode="summary", summary=summary()))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("H")
        assert app.view.mode == "full"
        assert "Twelve members voted" in lit(app)
        app.view.set_mode("summary")
        await pilot.press("H")
        assert (app.view.mode, app.view.lit) == ("full", True), "they were out of sight, so they are not put out"


async def test_a_summary_that_cannot_be_made_leaves_the_text() -> None:
    app = Host(page(mode="summary"))
    async with app.run_test(size=WIDE):
        app.view.no_summary(11, "it took too long")
        assert "no summary could be made, shown whole" in shown(app)
        assert "The council of Avalon Bay" in shown(app)


def test_sentences_that_stand_elsewhere_by_now_are_not_lit() -> None:
    made = summary()
    moved = Document((EVERYTHING.blocks[2], *EVERYTHING.blocks))
    assert len(lit_marks(EVERYTHING, made)) == 3
    assert lit_marks(moved, made) == {}
    assert lit_marks(Document(), made) == {}
    beyond = replace(made.sentences[0], start=-5, end=10**9)
    assert lit_marks(EVERYTHING, replace(made, sentences=(beyond,))) == {}


@pytest.mark.parametrize("width", [1, 5, 12, 20, 33, 60])
async def test_at_any_width_the_line_above_the_text_is_one_line(width: int) -> None:
    app = Host(page(summary=summary()))
    async with app.run_test(size=(width, 40)) as pilot:
        await pilot.press("H")
        assert all(len(line) <= width for line in app.lines())


async def test_in_the_reader_they_are_made_and_lit_for_each_article(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "H")
        await desk.until(lambda: desk.main.view._lit)
        text = desk.screen_text()
        assert "sentences lit" in text
        assert "Get a summary" in text
        assert desk.main.mode == "full"
        before = desk.main.view.page
        await desk.press("n")
        await desk.until(lambda: desk.main.view.page is not before and desk.main.view._lit)
        count = sum(map(len, desk.main.view._lit.values()))
        await desk.press("plus")
        await desk.until(lambda: sum(map(len, desk.main.view._lit.values())) == count + 1)
        await desk.press("s")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.summary)
        assert desk.main.mode == "summary"
        await desk.press("H")
        assert desk.main.mode == "full"
        assert desk.main.view._lit
