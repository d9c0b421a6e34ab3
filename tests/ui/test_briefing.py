"""The briefing and the time budget on the screen: read, opened, come back to, and ended."""

from datetime import timedelta

from tests.library import NOW, SENTENCES, TITLES, add_articles, entry
from tests.ui.conftest import NARROW, Desk, Start
from tui_reader.config import Config
from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.models import Scope
from tui_reader.domain.stories import Story
from tui_reader.reader import Reader
from tui_reader.ui.screens.briefing import BriefingScreen
from tui_reader.ui.screens.sources_panel import SourcesPanel


def own(number: int) -> Document:
    """A text that shares hardly a word with those of other numbers."""
    name = "abcdefghijklmnop"[number] * 3
    words = [f"{name}{one}{two}" for one in "aeiou" for two in "lmnrst"]
    lines = [f"{' '.join(words[at : at + 10]).capitalize()} is sentence {at} of {name}." for at in range(20)]
    return Document(tuple(Block(Kind.PARAGRAPH, (Span(line),)) for line in lines), language="en")


def several(reader: Reader) -> None:
    """Six stories of one article and one of two; the last visit was a day ago."""
    feeds = {feed.title: feed.id for feed in reader.feeds()}
    names = list(feeds)
    for number in range(6):
        when = NOW - timedelta(minutes=20 * number + 30)
        add_articles(
            reader.library,
            feeds[names[number % 4]],
            [entry(100 + number, when, f"Headline number {number} {own(number).text()[:8]}")],
            documents=[own(number)],
        )
    for number, feed in enumerate(names[:2]):
        when = NOW - timedelta(minutes=5 + number)
        add_articles(
            reader.library,
            feeds[feed],
            [entry(200 + number, when, "The bridge at Larkspur is closed")],
            documents=[own(10 + number)],
        )
    reader.set_state("last_visit", str(int((NOW - timedelta(days=1)).timestamp())))


def start_with_feeds(reader: Reader) -> None:
    reader.mark(reader.rows(Scope()).ids, read=True, undoable=False)
    several(reader)


async def briefing(desk: Desk, *keys: str) -> BriefingScreen:
    await desk.press(*(keys or ("S",)))
    await desk.until(lambda: isinstance(desk.app.screen, BriefingScreen))
    screen = desk.app.screen
    assert isinstance(screen, BriefingScreen)
    await desk.until(lambda: screen.stories._lines and screen.stories.size.height)
    await desk.pilot.pause()
    return screen


async def test_stories_by_section_with_sentences_and_sources(start: Start) -> None:
    async with start(prepare=several) as desk:
        screen = await briefing(desk)
        text = desk.screen_text()
        assert "Briefing · since yesterday 14:30" in text.splitlines()[0]
        assert "The bridge at Larkspur is closed" in text
        assert "+1 Coast Daily" in text or "+1 Example Science" in text or "+1" in text
        assert any(sentence[:40] in text for sentence in SENTENCES)
        assert {chapter.name for chapter in screen.paper.chapters} == {"", "News", "Science"}
        await desk.press("G")
        assert "You are done." in desk.screen_text()
        assert "you are done" in desk.screen_text().splitlines()[0]


async def test_enter_opens_and_escape_comes_back_to_the_same_place(start: Start) -> None:
    async with start(prepare=several) as desk:
        screen = await briefing(desk)
        await desk.press("n", "n", "n")
        item, spot = screen.item, screen.stories.spot
        assert item is not None
        await desk.press("enter")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == item.lead.id)
        assert desk.app.screen is desk.main
        page = desk.main.view.page
        assert page is not None
        assert page.place == f"story 4 of {len(screen.paper.items)}"
        again = await briefing(desk, "escape")
        assert again is not screen
        assert again.stories.spot == spot
        assert again.stories._heads[item.lead.id].read
        await desk.press("escape")
        assert desk.app.screen is desk.main
        assert desk.app.focused is desk.main.listing


async def test_next_and_previous_inside_go_by_story_up_to_the_end(start: Start) -> None:
    async with start(prepare=start_with_feeds) as desk:
        screen = await briefing(desk)
        items = screen.paper.items
        await desk.press("enter")
        for item in items[1:]:
            await desk.press("n")
            assert desk.main.shown is not None
            assert desk.main.shown.id == item.lead.id
        await desk.press("p")
        assert desk.main.shown is not None
        assert desk.main.shown.id == items[-2].lead.id
        await desk.press("n")
        end = await briefing(desk, "n")
        assert end.stories.cursor == end.stories.end
        assert all(head.read for head in desk.app.reader.heads([id_ for item in items for id_ in item.ids]))


async def test_the_article_beside_the_list_gets_its_place_in_the_briefing_and_loses_it_again(start: Start) -> None:
    async with start(prepare=start_with_feeds) as desk:
        await desk.press("1", "j", "j")
        shown = desk.main.listing.current
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == shown)
        screen = await briefing(desk)
        [index] = [at for at, item in enumerate(screen.stories.paper.items) if item.lead.id == shown]
        await desk.press(*"n" * index, "enter")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.place.startswith(f"story {index + 1} of"))
        await desk.press("escape", "q")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.place.startswith("3 of"))


async def test_the_list_has_its_own_next_again_afterwards(start: Start) -> None:
    async with start(prepare=several) as desk:
        await briefing(desk)
        await desk.press("enter")
        await briefing(desk, "escape")
        await desk.press("escape", "g", "enter", "n")
        assert desk.main.listing.cursor == 1
        assert desk.main.shown is not None
        assert desk.main.shown.id == desk.main.listing.current


async def test_sources_say_why_and_can_be_opened(start: Start) -> None:
    async with start(prepare=start_with_feeds) as desk:
        screen = await briefing(desk)
        at = next(n for n, item in enumerate(screen.paper.items) if len(item.heads) == 2)
        await desk.press(*("n" for _ in range(at)), "x")
        assert isinstance(desk.app.screen, SourcesPanel)
        assert "same title" in desk.screen_text()
        other = screen.paper.items[at].heads[1].id
        await desk.press("down", "enter")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == other)
        back = await briefing(desk, "escape")
        assert back.stories.cursor == at


async def test_the_story_of_an_article_from_the_briefing_is_a_panel(start: Start) -> None:
    async with start(prepare=start_with_feeds) as desk:
        screen = await briefing(desk)
        at = next(n for n, item in enumerate(screen.paper.items) if len(item.heads) == 2)
        heads = screen.paper.items[at].heads
        ids = [head.id for head in heads]
        desk.app.reader.library.stories.save([Story(min(ids), ids[0], tuple(ids))], ids)
        await desk.press(*("n" for _ in range(at)), "enter")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id in ids)
        await desk.press("x")
        assert isinstance(desk.app.screen, SourcesPanel)
        await desk.press("escape")
        assert desk.main.in_briefing


async def test_marks_and_undo(start: Start) -> None:
    async with start(prepare=start_with_feeds) as desk:
        unread = desk.app.reader.counts().unread
        assert unread == 8
        await briefing(desk)
        await desk.press("A")
        assert desk.app.reader.counts().unread == 0
        assert "u undoes it" in desk.screen_text()
        await desk.press("u")
        assert desk.app.reader.counts().unread == unread
        await desk.press("m")
        assert desk.app.reader.counts().unread < unread
        assert "Marked read" in desk.screen_text()
        await desk.press("m")
        assert desk.app.reader.counts().unread == unread


async def test_a_time_budget_counts_down_and_ends(start: Start) -> None:
    async with start(prepare=start_with_feeds) as desk:
        await desk.press("T")
        assert "How many minutes" in desk.screen_text()
        await desk.press("backspace", *"4", "enter")
        screen = await briefing(desk, "ctrl+l")
        assert screen.paper.minutes == 4
        assert screen.paper.words <= 4 * 230
        assert desk.app.reader.get_state("minutes") == "4"
        first = screen.title_bar.note
        assert first.endswith(" min left")
        left = [int(first.split()[0])]
        for _ in screen.paper.items:
            await desk.press("n")
            note = screen.title_bar.note
            left.append(0 if note == "you are done" else int(note.split()[0]))
        assert left == sorted(left, reverse=True)
        assert left[0] >= 3
        assert left[-1] == 0
        assert "You are done." in desk.screen_text()
        whole = [item for item in screen.paper.items if item.text.blocks]
        assert whole
        assert all(head.read for item in whole for head in desk.app.reader.heads(item.ids)), "what was read is marked"


async def test_a_budget_that_is_no_number(start: Start) -> None:
    async with start(prepare=several) as desk:
        await desk.press("T", "backspace", *"soon", "enter")
        await desk.until(lambda: desk.said == "A number of minutes, such as 5")
        await desk.press("T", "escape")
        assert desk.app.screen is desk.main


async def test_nothing_new_says_so_and_ends(start: Start) -> None:
    async with start(articles=0, prepare=lambda reader: reader.library.add_feed("https://a.example/")) as desk:
        await briefing(desk)
        text = desk.screen_text()
        assert "Nothing new since" in text
        assert "You are done." in text
        await desk.press("n", "enter")
        assert desk.app.screen is desk.main


async def test_nothing_since_a_moment_ago_gives_the_last_day(start: Start) -> None:
    def prepare(reader: Reader) -> None:
        several(reader)
        reader.set_state("last_visit", str(int(NOW.timestamp())))

    async with start(prepare=prepare) as desk:
        screen = await briefing(desk)
        assert screen.paper.items
        assert screen.paper.since == int((NOW - timedelta(days=1)).timestamp())


async def test_narrow_and_tiny_and_grown(start: Start) -> None:
    async with start(size=NARROW, prepare=several) as desk:
        screen = await briefing(desk)
        await desk.press("n", "n")
        for size in ((20, 6), (1, 1), (160, 45)):
            await desk.pilot.resize_terminal(*size)
            await desk.press("n", "space", "p", "backspace", "k", "j")
            first, after = screen.stories.place(screen.stories.cursor)
            top = screen.stories.scroll_offset.y
            if after - first < size[1] - 4:
                assert top <= first + 1
                assert after + 1 <= top + screen.stories.size.height
        await desk.press("enter")
        assert desk.app.screen is desk.main


async def test_pages_go_to_the_end(start: Start) -> None:
    async with start(prepare=several, config=Config(refresh_on_start=False, mark_read_after=-1)) as desk:
        screen = await briefing(desk)
        seen = [screen.stories.cursor]
        for _ in range(30):
            await desk.press("space")
            seen.append(screen.stories.cursor)
        assert seen == sorted(seen)
        assert seen[-1] == screen.stories.end
        for _ in range(30):
            await desk.press("backspace")
        assert screen.stories.cursor == 0


async def test_foreign_markup_is_only_text(start: Start) -> None:
    def prepare(reader: Reader) -> None:
        feed = reader.feeds()[0].id
        title = "Re: [/foo] [@click=app.quit]here[/] [red]"
        add_articles(reader.library, feed, [entry(900, NOW - timedelta(minutes=1), title)], documents=[own(9)])

    async with start(prepare=prepare) as desk:
        await briefing(desk)
        assert "[/foo] [@click=app.quit]here[/] [red]" in desk.screen_text()
        assert any(title in desk.screen_text() for title in TITLES)
