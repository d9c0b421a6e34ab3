"""What a publisher changed: the panel in the article's place, and the whole way from a library that saw the change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.library import NOW, add_articles, document, entry
from tests.ui.conftest import Start
from tui_reader.domain.changes import compare
from tui_reader.domain.document import Block, Kind, Span
from tui_reader.domain.models import Scope
from tui_reader.reader import Reader
from tui_reader.ui.widgets.article_changes import Revision
from tui_reader.ui.widgets.article_view import ArticleView

from .article_pages import EVERYTHING, Host, article, page, revision

WIDE = (90, 40)


def shown(app: Host) -> str:
    return "\n".join(line.strip() for line in app.lines())


async def test_the_panel_names_what_was_added_removed_and_changed() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE) as pilot:
        app.view.show_changes(999, revision())
        assert app.view.panel == "", "it is another article's"
        app.view.show_changes(11, revision())
        text = shown(app)
        assert "What changed, seen 2 h ago" in text
        assert "± Council argues about the approves the new harbour line" in text
        assert "⋯ 1 paragraph as before" in text
        assert "− Nobody was there to say [/what] the fish market thinks." in text
        assert "○ until yesterday: Council to meet" in text
        line = next(y for y, words in enumerate(app.lines()) if "members voted" in words)
        struck = [s.text.strip() for s in app.view.render_line(line) if s.style and s.style.strike]
        added = [s.text.strip() for s in app.view.render_line(line) if s.style and s.style.underline]
        assert (struck, added) == (["Ten", "nine"], ["Twelve", "seven"])
        await pilot.press("escape")
        assert "What changed" not in shown(app)


async def test_enter_leads_to_the_place_and_to_earlier_texts() -> None:
    app = Host(page())
    async with app.run_test(size=(90, 16)) as pilot:
        app.view.show_changes(11, revision())
        await pilot.press("j", "j", "enter")
        assert app.view.panel == ""
        assert "Twelve members voted" in shown(app)
        app.view.show_changes(11, revision())
        await pilot.press("G", *"jjjjjj", "enter")
        await pilot.pause()
        assert [m.version for m in app.said if isinstance(m, ArticleView.ChangesRequested)] == [1]
        app.view.show_changes(11, revision(placed=False))
        await pilot.press("j", "j", "enter")
        assert app.view.position in ("", "2:0"), "another text is on screen: there is no such place"


async def test_the_same_words() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE) as pilot:
        app.view.show_changes(11, Revision(passages=compare(EVERYTHING, EVERYTHING)))
        assert "The words are the same" in shown(app)
        await pilot.press("enter")
        assert app.view.panel == ""


async def test_a_changed_article_says_so() -> None:
    app = Host(page(article(changed=True)))
    async with app.run_test(size=WIDE) as pilot:
        y = next(y for y, words in enumerate(app.lines()) if "Changed since you read it · D shows what" in words)
        await pilot.click(ArticleView, offset=(20, y))
        await pilot.pause()
        assert any(isinstance(message, ArticleView.ChangesRequested) for message in app.said)


@pytest.mark.parametrize("width", [1, 3, 9, 14, 24, 50])
async def test_any_width_will_do(width: int) -> None:
    app = Host(page(article(changed=True)))
    async with app.run_test(size=(width, 30)) as pilot:
        app.view.show_changes(11, revision())
        for key in ("j", "j", "G", "k", "enter", "escape"):
            assert all(len(line) <= width for line in app.lines())
            await pilot.press(key)


def change_the_newest(reader: Reader) -> None:
    """The newest article is read; then its publisher changes it, twice."""
    feed = next(feed for feed in reader.feeds() if feed.title == "Small Wire")
    first = entry(0, NOW - timedelta(minutes=10))
    text = document(0)
    reader.mark(reader.rows(Scope()).ids[:1], read=True)
    for number, title in enumerate(("Council approves the line", "Council approves the line after all")):
        blocks = (Block(Kind.PARAGRAPH, (Span(f"Correction {number}: it was Tuesday, not Monday."),)), *text.blocks)
        changed = replace(first, title=title, changed_hash=f"other-{number}", updated=NOW + timedelta(minutes=number))
        add_articles(
            reader.library,
            feed.id,
            [changed],
            documents=[replace(text, blocks=blocks)],
            now=NOW + timedelta(hours=number),
        )


async def test_from_the_list_and_back(start: Start) -> None:
    async with start(prepare=change_the_newest) as desk:
        await desk.press("2", "g")
        await desk.until(lambda: desk.main.listing.cursor == 0)
        head = desk.main.listing.head(0)
        assert head is not None
        assert head.changed
        await desk.press("D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        text = desk.screen_text()
        assert "What changed, seen" in text
        assert "± Correction 01: it was Tuesday" in text
        assert "Earlier texts" in text
        head = desk.main.listing.head(0)
        assert head is not None
        assert not head.changed, "it has been looked at"
        assert not desk.app.reader.heads([head.id])[0].changed
        await desk.press("G", *"jjjj", "enter")
        await desk.until(lambda: desk.main.view.revision.number == 1)
        assert "+ Correction 1: it was Tuesday" in desk.screen_text()
        await desk.press("D")
        assert desk.main.view.panel == ""


async def test_an_article_that_never_changed(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "D")
        await desk.until(lambda: desk.said == "Nothing changed since this article was first fetched")
