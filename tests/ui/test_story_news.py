"""The story inside the article pane: what the others add, and what is new since it was read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset

from tests.library import NOW
from tests.stories_told import TRAM, TRAM_LATER, TRAM_REPEATED, TRAM_RETOLD, add_story, document, join, read_on
from tests.ui.conftest import NARROW, Desk, Start
from tui_reader.domain.document import Extraction
from tui_reader.domain.layout import width_of
from tui_reader.domain.models import View
from tui_reader.reader import Reader
from tui_reader.ui.messages import StoriesChanged
from tui_reader.ui.screens.briefing import BriefingScreen
from tui_reader.ui.screens.comparing import StoryCompared
from tui_reader.ui.widgets.article_page import Mode
from tui_reader.ui.widgets.article_story import above, below, chosen_of, summary_groups
from tui_reader.ui.widgets.article_view import ArticleView

from .article_pages import Host, article, long_document, page, summary
from .story_pages import BLOCK

DAY = timedelta(days=1)
ADDED = TRAM_RETOLD[2]
LONG = (
    *TRAM,
    *(f"In part {number} of the hearing, witness {number} spoke of year {number + 1900}." for number in range(60)),
)


def told(*tellings: tuple[str, ...]) -> Callable[[Reader], None]:
    """The newest articles of the library are one story."""
    return lambda reader: join(reader.library, add_story(reader.library, *tellings))


def further(*later: tuple[str, ...]) -> Callable[[Reader], None]:
    """A story of two articles was read yesterday, and more have come."""

    def prepare(reader: Reader) -> None:
        before = add_story(reader.library, TRAM, TRAM_RETOLD, now=NOW - 2 * DAY)
        read_on(reader.library, before, NOW - DAY)
        join(reader.library, [*before, *add_story(reader.library, *later, first=5)])

    return prepare


async def known(desk: Desk) -> None:
    """Wait until the story of the article on screen is known."""
    await desk.until(lambda: desk.main.view.page is not None and desk.main.view.page.story is not None)
    await desk.pilot.pause()


def pane(desk: Desk) -> list[str]:
    """The lines of the article pane."""
    view = desk.main.view
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def everything(desk: Desk) -> str:
    """All lines of the article, also those below what is seen."""
    stack = desk.main.view._stack
    return "\n".join(stack.line(number).text.rstrip() for number in range(stack.height))


async def click(desk: Desk, words: str) -> None:
    for y, line in enumerate(pane(desk)):
        if (x := line.find(words)) >= 0:
            await desk.pilot.click(ArticleView, offset=Offset(x, y))
            await desk.pilot.pause()
            return
    raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(pane(desk)))


def shown_id(desk: Desk) -> int:
    assert desk.main.shown is not None
    return desk.main.shown.id


# ---- what the others add ----


async def test_the_others_stand_below_the_text(start: Start) -> None:
    async with start(articles=0, prepare=told(TRAM, TRAM_RETOLD, TRAM_REPEATED, TRAM)) as desk:
        await known(desk)
        text = everything(desk)
        body, block = text.index("is a museum now."), text.index("What the others add\nPaper 1 · 2 min ago\n")
        assert body < block < text.index("[Source: Paper 0]")
        assert "same text: Paper 3\nnothing new: Paper 2\n" in text
        assert f"  • {ADDED[:40]}" in text
        assert TRAM_RETOLD[0] not in " ".join(text.split())


async def test_a_click_opens_the_sentence_in_its_article(start: Start) -> None:
    async with start(articles=0, prepare=told(TRAM, TRAM_RETOLD)) as desk:
        first = desk.main.listing.current
        await known(desk)
        await desk.press("enter")
        await click(desk, ADDED[:30])
        assert shown_id(desk) != first
        assert desk.main.reading
        assert desk.main.view.mode == "full"
        assert [mark.name for marks in desk.main.view._marked.values() for mark in marks] == ["sentence-found"]
        await desk.press("h")
        assert desk.main.focused is desk.main.listing
        assert desk.main.listing.current == first
        await desk.press("enter")
        assert shown_id(desk) == first
        await click(desk, "Paper 1")
        assert shown_id(desk) != first


async def test_a_label_opens_a_source(start: Start) -> None:
    async with start(articles=0, prepare=told(TRAM, TRAM_RETOLD)) as desk:
        first = desk.main.listing.current
        await known(desk)
        await desk.press("enter", "semicolon", "a")
        await desk.until(lambda: shown_id(desk) != first)


async def test_among_the_sentences_of_a_summary(start: Start) -> None:
    async with start(articles=0, prepare=told(LONG, TRAM_RETOLD)) as desk:
        await desk.press("enter", "s")
        await known(desk)
        view = desk.main.view
        await desk.until(lambda: view.page and view.page.summary)
        assert view.page is not None
        assert view.page.summary is not None
        assert "What the others add" in "\n".join(pane(desk))
        await desk.press(*["j"] * len(view.page.summary.sentences))
        assert any(line.lstrip().startswith(f"▌ • {ADDED[:30]}") for line in pane(desk))
        first = shown_id(desk)
        await desk.press("enter")
        assert shown_id(desk) != first
        assert view.mode == "full"
        assert view._marked
        assert desk.main.mode == "summary", "the next article is a summary again"
        await desk.press("h", "enter", "k", "enter")
        assert shown_id(desk) == first
        assert view.mode == "full"
        assert view._marked, "the summary's own sentence is where it was"


async def test_what_is_known_is_there_at_once_on_the_way_back(start: Start) -> None:
    async with start(articles=3, prepare=told(TRAM, TRAM_RETOLD)) as desk:
        await known(desk)
        await desk.press("n")
        assert desk.main.view.page is not None
        assert desk.main.view.page.story is None
        await desk.press("p")
        assert desk.main.view.page.story is not None
        assert ADDED[:30] in everything(desk)


async def test_what_comes_for_another_article_is_dropped(start: Start) -> None:
    async with start(articles=3, prepare=told(TRAM, TRAM_RETOLD)) as desk:
        await known(desk)
        key = next(iter(desk.main._news))
        news = desk.main._news.pop(key)
        assert news is not None
        await desk.press("n")
        desk.main.post_message(StoryCompared(key, news))
        await desk.pilot.pause()
        assert desk.main.view.page is not None
        assert desk.main.view.page.story is None
        assert desk.main._news[key] == news


async def test_a_story_of_forty_sources_is_capped(start: Start) -> None:
    texts = [tuple(f"{letter}{n}{w}x says word {w}." for w in range(3)) for n, letter in enumerate("abcdefghij" * 4)]
    async with start(articles=0, prepare=told(TRAM, *texts)) as desk:
        await known(desk)
        assert "28 more sources · x lists them all" in everything(desk)


async def test_an_article_that_stands_alone_asks_for_nothing(start: Start) -> None:
    async with start(articles=3) as desk:
        await desk.press("n", "n", "p")
        await desk.app.workers.wait_for_complete()
        assert desk.main._news == {}


# ---- new since ----


async def test_what_is_new_stands_above_the_text(start: Start) -> None:
    async with start(articles=0, prepare=further(TRAM_LATER)) as desk:
        await known(desk)
        text = "\n".join(pane(desk))
        assert text.index("New since yesterday") < text.index(TRAM_LATER[1][:30])
        assert text.index("Paper 5 · this article") < text.index("──────", text.index("New since"))
        assert text.count(TRAM_LATER[1][:30]) == 2, "in the block and in the text"
        await desk.press("enter")
        await click(desk, TRAM_LATER[1][:30])
        assert desk.main.view._marked
        assert shown_id(desk) == desk.main.listing.current


async def test_it_stays_new_while_one_goes_to_and_fro(start: Start) -> None:
    async with start(articles=3, prepare=further(TRAM_LATER)) as desk:
        await desk.press("enter")
        await known(desk)
        assert desk.app.reader.heads([shown_id(desk)])[0].read
        await desk.press("n", "p")
        assert "New since yesterday" in everything(desk)


async def test_it_stays_new_when_the_page_has_been_fetched(start: Start) -> None:
    async with start(articles=0, prepare=further(TRAM_LATER)) as desk:
        await desk.press("enter")
        await known(desk)
        reader = desk.app.reader
        reader.library.save_full_text(shown_id(desk), Extraction(document((*TRAM_LATER, *LONG[7:20]))))
        article = reader.article(shown_id(desk))
        assert article is not None
        desk.main._put(article)
        assert desk.main.view.page is not None
        assert desk.main.view.page.story is None
        await known(desk)
        assert "New since yesterday" in everything(desk)


async def test_new_sentences_come_before_those_of_the_summary(start: Start) -> None:
    async with start(articles=0, prepare=further((*LONG, *TRAM_LATER))) as desk:
        await desk.press("enter", "s")
        await known(desk)
        view = desk.main.view
        await desk.until(lambda: view.page and view.page.summary and view._stack.body.height)
        text = everything(desk)
        assert text.index("New since yesterday") < text.index("¶ 1")
        await desk.press("g", "g", *"kkkkkkk", "enter")
        assert view.mode == "full"
        assert view._marked
        assert shown_id(desk) == desk.main.listing.current


async def test_nothing_new(start: Start) -> None:
    async with start(articles=0, prepare=further(TRAM_REPEATED, TRAM_REPEATED[:2])) as desk:
        await known(desk)
        assert any(line.strip() == "Nothing new since yesterday, 2 more sources" for line in pane(desk))
        await desk.press("s")
        assert any(line.strip() == "Nothing new since yesterday, 2 more sources" for line in pane(desk))


async def test_the_status_line_says_it_when_one_has_read_on(start: Start) -> None:
    async with start(articles=0, size=NARROW, prepare=further(LONG + TRAM_LATER)) as desk:
        await desk.press("enter")
        await known(desk)
        view, main = desk.main.view, desk.main
        key, news = next(iter(main._news.items()))
        assert view.page is not None
        view.show(replace(view.page, story=None))
        view.go_to(9)
        await desk.pilot.pause()
        before = pane(desk)[view.header_height :]
        main.post_message(StoryCompared(key, news))  # type: ignore[arg-type]
        await desk.pilot.pause()
        assert pane(desk)[view.header_height :] == before
        assert desk.said == "New since yesterday: above, g goes there"
        await desk.press("g", "g")
        assert "New since yesterday" in "\n".join(pane(desk))


async def test_from_a_briefing_it_goes_back_to_the_briefing(start: Start) -> None:
    async with start(articles=0, prepare=told(TRAM, TRAM_RETOLD)) as desk:
        await desk.press("S")
        await desk.until(lambda: desk.app.screen is not desk.main)
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.main)
        await known(desk)
        await click(desk, "Paper 1")
        assert desk.main.in_briefing
        await desk.press("h")
        await desk.until(lambda: desk.app.screen is not desk.main)


async def test_a_briefing_says_what_is_new_and_opens_it(start: Start) -> None:
    async with start(articles=0, prepare=further(TRAM_LATER)) as desk:
        await desk.press("S")
        await desk.until(lambda: isinstance(desk.app.screen, BriefingScreen))
        await desk.pilot.pause()
        text = desk.screen_text()
        assert "New since yesterday:" in text
        assert f"Paper 5: {TRAM_LATER[0][:30]}" in text
        assert TRAM_LATER[2][:30] not in text
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.main)
        await known(desk)
        assert "New since yesterday" in everything(desk)
        assert desk.app.reader.counts().unread == 0


async def test_an_article_taken_out_of_its_story_stands_alone(start: Start) -> None:
    async with start(articles=3, prepare=told(TRAM, TRAM_RETOLD, TRAM_LATER)) as desk:
        await desk.press("enter")
        await known(desk)
        await desk.main.run_action("split_story")
        assert desk.main.view.page is not None
        assert desk.main.view.page.story is None
        assert "What the others add" not in everything(desk)


async def test_another_member_makes_it_another_story(start: Start) -> None:
    async with start(articles=0, prepare=told(TRAM, TRAM_RETOLD)) as desk:
        await desk.press("2", "enter")
        await known(desk)
        ids = list(desk.app.reader.library.stories.members(shown_id(desk)))
        read_on(desk.app.reader.library, ids, NOW - DAY)
        join(desk.app.reader.library, [*ids, *add_story(desk.app.reader.library, TRAM_LATER, first=5)])
        desk.main.post_message(StoriesChanged())
        await desk.pilot.pause()
        await desk.app.workers.wait_for_complete()
        desk.main._change_view(View.ALL)
        desk.main._put(desk.main.shown)  # type: ignore[arg-type]
        await desk.until(lambda: "New since yesterday" in everything(desk))


# ---- the pane alone: no line moves that is being read ----


async def test_the_lines_that_are_read_stay_where_they_are() -> None:
    app = Host(page(article(long_document(300))))
    async with app.run_test(size=(60, 24)) as pilot:
        view = app.view
        view.go_to(30)
        await pilot.pause()
        before, place = app.lines()[view.header_height :], view.position
        assert view.set_story(11, BLOCK)
        assert app.lines()[view.header_height :] == before
        assert view.position == place
        view.action_article_end()
        assert "Coast Daily · 3 h ago" in " ".join(view._stack.line(n).text for n in range(view._stack.height))
        assert not view.set_story(12, BLOCK)


async def test_the_lines_at_the_end_stay_where_they_are() -> None:
    app = Host(page(article(long_document(10))))
    async with app.run_test(size=(60, 10)) as pilot:
        view = app.view
        view.action_article_end()
        await pilot.pause()
        assert view.line_number >= view._edges()[1]
        before = app.lines()[view.header_height :]
        assert not view.set_story(11, BLOCK)
        assert app.lines()[view.header_height :] == before


async def test_the_chosen_sentence_stays_chosen() -> None:
    app = Host(page(mode="summary", summary=summary()))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("j")
        chosen = [line.split("▌", 1)[1].split(maxsplit=1)[1] for line in app.lines() if "▌" in line]
        app.view.set_story(11, BLOCK)
        await pilot.pause()
        assert [line.split("▌", 1)[1].split(maxsplit=1)[1] for line in app.lines() if "▌" in line] == chosen
        await pilot.press(*"kkk", "enter")
        assert app.view.chosen == 1
        [message] = app.said
        assert isinstance(message, ArticleView.FurtherChosen)
        assert message.said.article_id == 12


@given(st.integers(1, 130), st.sampled_from(["full", "summary"]))
def test_no_line_is_wider_than_asked(width: int, mode: Mode) -> None:
    shown = page(mode=mode, summary=summary(), story=BLOCK)
    lines = [*above(shown, width, True), *below(shown, width, True)]
    lines += [line for group in summary_groups(shown, width) for line in group]
    assert max(width_of(line.text) for line in lines) <= width
    words = "".join("".join(line.text.split()) for line in lines)
    assert all("".join(said.text.split()) in words.replace("•", "") for said in BLOCK.news.sentences)


def test_a_choice_is_what_stands_there() -> None:
    shown = page(mode="summary", summary=summary(), story=BLOCK)
    assert shown.summary is not None
    own, said = len(shown.summary.sentences), BLOCK.news.sentences
    groups = summary_groups(shown, 80)
    assert len(groups) == own + len(said)
    assert [chosen_of(shown, at) for at in range(len(groups))] == [*said[:3], *range(own), *said[3:]]
    for at, group in enumerate(groups):
        assert {line.block for line in group} <= {-1, at}
