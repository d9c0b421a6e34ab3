"""Key terms in the article pane."""

from rich.segment import Segment

from tui_reader.domain.document import Document, Kind
from tui_reader.ui.widgets.article_view import ArticleView

from .article_pages import EVERYTHING, Host, article, page, summary, text

WIDE = (90, 40)
TEXT = Document(
    tuple(
        text(Kind.PARAGRAPH, line)
        for line in (
            "The council of Avalon Bay voted for the tram. Anna Writer was there and spoke about the tram.",
            "Nobody has seen a tram in Avalon Bay since the war. The council has no money, and the ferry is cheap.",
            "Anna Writer says that the council will build the tram, and that the ferry will be kept.",
        )
        * 2
    ),
    language="en",
)


def bold(app: Host, below: int = 6) -> list[str]:
    """What is bold in the text."""
    segments: list[Segment] = []
    for y in range(below, app.view.size.height - 8):
        segments += app.view.render_line(y)
    return [s.text for s in segments if s.style and s.style.bold and s.text.strip()]


async def settle(pilot: object) -> None:
    """Until the thread has found the terms."""
    for _ in range(100):
        await pilot.pause(0.03)  # type: ignore[attr-defined]
        if pilot.app.view._bold:  # type: ignore[attr-defined]
            break


async def test_key_terms_are_set_in_bold_and_in_plain_again() -> None:
    app = Host(page(article(TEXT, title="Council builds a tram")))
    async with app.run_test(size=WIDE) as pilot:
        before = app.lines()
        assert "council" not in bold(app)
        await pilot.press("b")
        assert "key terms in bold" in app.lines()[-1]
        await settle(pilot)
        assert bold(app)[:4] == ["council", "Avalon Bay", "tram", "Anna Writer"]
        assert app.lines()[:-1] == before[:-1], "nothing moves"
        await pilot.press("b")
        assert "council" not in bold(app)


async def test_they_stay_on_for_the_next_article_and_give_way_to_nothing() -> None:
    app = Host(page(article(EVERYTHING), summary=summary()))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("b")
        app.view.show(page(article(TEXT, id=12, title="Council builds a tram")))
        await settle(pilot)
        assert "council" in bold(app)
        app.view.highlight(0, 30)
        await pilot.press("ctrl+f", *"writer")
        found = [s for y in range(40) for s in app.view.render_line(y) if s.text == "Writer"]
        assert any(s.style and s.style.underline for s in found)
        assert all(s.style and s.style.bold for s in found[:1])


async def test_from_the_summary_to_the_text_with_its_terms() -> None:
    app = Host(page(article(TEXT, title="Council builds a tram"), mode="summary", summary=summary(TEXT)))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("b")
        await settle(pilot)
        assert app.view.mode == "full"
        assert isinstance(app.said[-1], ArticleView.ModeChanged)
        assert "council" in bold(app)


async def test_a_short_text_says_that_it_has_none() -> None:
    app = Host(page(article(Document((text(Kind.PARAGRAPH, "It is short."),)))))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("b")
        for _ in range(100):
            await pilot.pause(0.03)
            if "too short" in app.lines()[-1]:
                break
        assert "no key terms" in app.lines()[-1]
