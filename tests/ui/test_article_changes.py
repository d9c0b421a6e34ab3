"""What a publisher changed: the panel in the article's place, and the whole way from a library that saw the change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.library import NOW, add_articles, document, entry
from tests.ui.conftest import Start
from tui_reader.domain.changes import Fate, compare
from tui_reader.domain.document import Block, Document, Extraction, Kind, Span
from tui_reader.domain.models import Scope
from tui_reader.reader import Reader
from tui_reader.store import extras, history
from tui_reader.store.extras import Version
from tui_reader.ui.screens.changing import as_read, day_of, title_then
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


async def test_enter_leads_to_the_place_in_the_text_on_screen_or_to_the_feeds() -> None:
    app = Host(page())
    async with app.run_test(size=(90, 16)) as pilot:
        changed = [n for n, passage in enumerate(revision().passages) if passage.fate is not Fate.KEPT]
        there = tuple(9 if n == changed[0] else -1 for n in range(len(revision().passages)))
        app.view.show_changes(11, revision(places=there, note="These are the feed's words."))
        assert "These are the feed's words." in shown(app)
        await pilot.press("j", "enter")
        assert app.view.panel == ""
        assert "Who pays" in shown(app)
        app.view.show_changes(11, revision(places=there))
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        wanted = revision().passages[changed[1]].block
        assert [m.block for m in app.said if isinstance(m, ArticleView.FeedTextRequested)] == [wanted]


async def test_what_the_text_is_compared_with() -> None:
    app = Host(page())
    async with app.run_test(size=WIDE):
        app.view.show_changes(11, revision(since="you read it on Tuesday"))
        assert "What changed since you read it on Tuesday" in shown(app)
        app.view.show_changes(
            11, Revision(note="These are the feed's words.", passages=compare(EVERYTHING, EVERYTHING))
        )
        assert "These are the feed's words." in shown(app)
        assert "The words are the same" in shown(app)


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


class Newest:
    """The newest article of a library, and what happens to it hours after NOW."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.hour = -1.0
        monkeypatch.setattr(history, "now", self.seconds)
        monkeypatch.setattr(extras, "now", self.seconds)

    def seconds(self) -> int:
        return int((NOW + timedelta(hours=self.hour)).timestamp())

    def of(self, reader: Reader) -> "Newest":
        self.reader = reader
        self.id = reader.rows(Scope()).ids[0]
        return self

    def read(self) -> None:
        self.reader.mark([self.id], read=True)

    def feed(self, first: str, title: str = "Council approves the new harbour line") -> None:
        """The feed carries another first paragraph."""
        feed = next(feed for feed in self.reader.feeds() if feed.title == "Small Wire")
        text = document(0)
        new = replace(entry(0, NOW - timedelta(minutes=10), title), changed_hash=f"{title} {first}")
        changed = replace(text, blocks=(Block(Kind.PARAGRAPH, (Span(first),)), *text.blocks))
        then = NOW + timedelta(hours=self.hour)
        add_articles(self.reader.library, feed.id, [new], documents=[changed], now=then)

    def page(self, *paragraphs: str) -> None:
        """The page is fetched and says this."""
        blocks = tuple(Block(Kind.PARAGRAPH, (Span(text),)) for text in paragraphs)
        self.reader.library.save_full_text(self.id, Extraction(Document(blocks)))


@pytest.fixture
def newest(monkeypatch: pytest.MonkeyPatch) -> Newest:
    return Newest(monkeypatch)


def change_twice(newest: Newest, reader: Reader) -> None:
    """The newest article is read on Monday; then its publisher changes it, twice."""
    newest.of(reader).hour = -48
    newest.read()
    newest.hour = -2
    newest.feed("Correction 0: it was Tuesday, not Monday.", "Council approves the line")
    newest.hour = -1
    newest.feed("Correction 1: it was Tuesday, not Monday.", "Council approves the line after all")


async def test_from_the_list_and_back(start: Start, newest: Newest) -> None:
    async with start(prepare=lambda reader: change_twice(newest, reader)) as desk:
        await desk.press("2", "g")
        await desk.until(lambda: desk.main.listing.cursor == 0)
        head = desk.main.listing.head(0)
        assert head is not None
        assert head.changed
        newest.hour = 0
        await desk.press("D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        text = desk.screen_text()
        assert "What changed since you read it on Monday" in text
        assert "Council approves the new harbour line after all" in text, "all that became of the headline"
        assert "+ Correction 1: it was Tuesday" in text
        assert "Earlier texts" in text
        assert "● until 2 h ago: Council approves the new harbour line" in text
        head = desk.main.listing.head(0)
        assert head is not None
        assert not head.changed, "it has been looked at"
        assert not desk.app.reader.heads([head.id])[0].changed
        await desk.press("G", *"jj", "enter")
        await desk.until(lambda: desk.main.view.revision.number == 0)
        assert "What changed, seen 1 h ago" in desk.screen_text()
        assert "± Correction 01: it was Tuesday" in desk.screen_text()
        await desk.press("D")
        assert desk.main.view.panel == ""
        await desk.press("D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        assert "since you read it on Monday" in desk.screen_text(), "though it was read again meanwhile"


async def test_an_article_that_never_changed(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "D")
        await desk.until(lambda: desk.said == "Nothing changed since this article was first fetched")


PAGE = (
    "The council of Avalon Bay approved the harbour line on Monday after nine hours of argument.",
    "Twelve members voted for the plan, seven against it, and the mayor did not vote at all.",
    "Nobody was there to say what the fish market thinks of it, which is what people talk about.",
)


async def test_a_page_that_changed_is_compared_with_itself(start: Start, newest: Newest) -> None:
    def prepare(reader: Reader) -> None:
        newest.of(reader).page(*PAGE)
        newest.page(PAGE[0].replace("nine", "ten"), *PAGE[1:])

    async with start(prepare=prepare) as desk:
        await desk.press("2", "g", "enter", "D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        text = desk.screen_text()
        assert "What changed since it was first fetched" in text
        assert "± The council of Avalon Bay approved the harbour line on Monday after" in text
        assert "nine ten hours of argument." in text
        assert "feed" not in text
        await desk.press("enter")
        assert desk.main.view.panel == ""
        assert "on Monday after ten" in desk.screen_text()


async def test_the_feeds_words_are_shown_beside_the_pages(start: Start, newest: Newest) -> None:
    """The entry changed after the page was fetched: the passage is found in the page, or else the feed's text shown."""
    new = "Correction: it was Tuesday, not Monday."

    def prepare(reader: Reader) -> None:
        newest.of(reader).page(*PAGE, "Part of the page only.")
        newest.hour = -0.5
        newest.read()
        newest.hour = -0.2
        newest.feed(new)

    async with start(prepare=prepare) as desk:
        await desk.press("2", "g", "enter")
        await desk.until(lambda: "The publisher changed this after it was fetched: f fetches it" in desk.screen_text())
        await desk.press("D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        text = desk.screen_text()
        assert "What changed since you read it 30 min ago" in text
        assert "The feed's text changed after the page was fetched: f fetches it" in text
        assert f"+ {new}" in text
        await desk.press("enter")
        await desk.until(lambda: "This is what the feed carries: f shows the page's text" in desk.screen_text())
        assert new in desk.screen_text()
        assert PAGE[0][:40] not in desk.screen_text()
        await desk.press("j", "j", "j")
        await desk.pilot.pause(1)
        await desk.press("f")
        await desk.until(lambda: PAGE[0][:40] in desk.screen_text())
        assert desk.main.view.position in ("", "0:0"), "the feed's text has no place in the page's"
        await desk.press("D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        await desk.press("enter")
        await desk.until(lambda: "This is what the feed carries" in desk.screen_text())
        await desk.press("s")
        await desk.until(lambda: desk.main.view.mode == "summary" and desk.main.view.page.summary)
        assert desk.main.view.document.text().startswith(PAGE[0]), "the summary is made of the page's text"


async def test_a_passage_of_the_feed_that_the_page_has_too(start: Start, newest: Newest) -> None:
    new = "Correction: it was Tuesday, not Monday, that the council met."

    def prepare(reader: Reader) -> None:
        newest.of(reader).page(*PAGE, new)
        newest.feed(new)

    async with start(prepare=prepare) as desk:
        await desk.press("2", "g", "enter", "D")
        await desk.until(lambda: desk.main.view.panel == "changes")
        await desk.press("enter")
        assert desk.main.view.panel == ""
        assert desk.main.view.document.text().startswith(PAGE[0])
        assert new in desk.screen_text()


def kept(title: str, until: int, read_at: int | None = None, *, of_page: bool = False) -> Version:
    return Version(datetime.fromtimestamp(until, UTC), title, Document(), of_page, read_at)


def test_which_text_was_read() -> None:
    feeds = [kept("d", 40), kept("c", 30, 25), kept("b", 20, 15), kept("a", 10)]
    assert as_read(feeds, of_page=False) == 1
    assert as_read(feeds, of_page=True) == 1, "there is none of the page"
    assert as_read([feeds[0], feeds[3]], of_page=False) == 1, "never read: the first"
    mixed = [kept("e", 50, 45, of_page=True), *feeds, kept("a", 5, 1, of_page=True)]
    assert as_read(mixed, of_page=True) == 0
    assert as_read(mixed, of_page=False) == 2


def test_the_headline_at_that_time() -> None:
    versions = [kept("c", 30, 5, of_page=True), kept("b", 20), kept("a", 10, 5)]
    assert title_then(versions, 0) == "a", "it changed before the page did"
    assert title_then([kept("c", 30, 0), kept("b", 20)], 0) == "c", "nobody knows when"
    assert title_then([kept("c", 30), kept("b", 20)], 0) == "b", "never read: the first"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(hours=3), "3 h ago"),
        (timedelta(days=1, hours=2), "yesterday"),
        (timedelta(days=3), "on Sunday"),
        (timedelta(days=6, hours=23), "on 11 March"),
        (timedelta(days=9), "on 9 March"),
        (timedelta(days=400), "on 11 February 2025"),
    ],
)
def test_when_it_was_read_in_words(ago: timedelta, words: str) -> None:
    assert day_of(int((NOW - ago).timestamp()), NOW, UTC) == words
