"""Stories in the list: one row for several articles, seen together, told apart and joined."""

from collections.abc import Callable
from datetime import timedelta

from tests.library import NOW, TITLES
from tests.ui.conftest import Desk, Start
from tui_reader.domain.models import Scope, View
from tui_reader.domain.stories import Story
from tui_reader.reader import Reader
from tui_reader.ui.messages import StoriesChanged
from tui_reader.ui.screens.sources_panel import SourcesPanel


def ids_of(reader: Reader) -> list[int]:
    return list(reader.rows(Scope()).ids)


def group(*places: int) -> Callable[[Reader], None]:
    """The articles at these places of the list are one story, the first one its lead."""

    def prepare(reader: Reader) -> None:
        ids = ids_of(reader)
        members = tuple(ids[place] for place in places)
        reasons = dict.fromkeys(members[1:], "words in common: harbour, line")
        reader.library.stories.save([Story(min(members), members[0], members, reasons)], ids)
        reader.set_state("last_visit", str(int((NOW - timedelta(hours=7)).timestamp())))

    return prepare


async def regroup(desk: Desk, *places: int) -> None:
    group(*places)(desk.app.reader)
    desk.main.post_message(StoriesChanged())
    await desk.pilot.pause()
    await desk.app.workers.wait_for_complete()
    await desk.pilot.pause()


async def test_a_story_is_one_row_that_names_the_others(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        assert len(desk.main.listing.rows) == 22
        assert "2 min +2 Example" in desk.line(2)
        await desk.until(lambda: desk.main.title_bar.note)
        assert desk.titles == "Unread · 24 last visit 07:30, 16 new in 14 stories"
        await desk.press("n")
        assert TITLES[1][:20] in desk.line(3)
        assert desk.main.listing.current == ids_of(desk.app.reader)[1]
        await desk.press("n")
        assert desk.main.listing.current == ids_of(desk.app.reader)[4]


async def test_reading_the_lead_has_seen_the_story_and_one_key_undoes_it(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("enter")
        assert desk.app.reader.counts().unread == 21
        await desk.press("u")
        await desk.until(lambda: desk.app.reader.counts().unread == 24)


async def test_the_others_stay_within_reach(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("x")
        assert isinstance(desk.app.screen, SourcesPanel)
        text = desk.screen_text()
        assert "3 articles, one story" in text
        assert "words in common: harbour, line" in text
        other = ids_of(desk.app.reader)[2]
        await desk.press("down", "enter")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == other)
        await desk.press("i")
        assert "One story with" in desk.screen_text()
        await desk.press("escape", "escape", "j", "x")
        assert desk.said == "No other feed has this story"


async def test_stories_found_later_fold_the_list_under_the_cursor(start: Start) -> None:
    async with start() as desk:
        await desk.press(*"jjjjj")
        current = desk.main.listing.current
        await regroup(desk, 0, 2, 3)
        assert len(desk.main.listing.rows) == 22
        assert desk.main.listing.current == current
        await regroup(desk, 7, 5)
        assert desk.main.listing.current == ids_of(desk.app.reader)[7], "the row that stands for it now"
        assert len(desk.main.listing.rows) == 23


async def test_what_was_read_stays_in_the_list_when_stories_change(start: Start) -> None:
    async with start() as desk:
        await desk.press("j", "m")
        await regroup(desk, 4, 6)
        assert len(desk.main.listing.rows) == 23
        assert desk.main.listing.current == ids_of(desk.app.reader)[1]


async def test_a_feeds_own_list_and_a_search_show_every_article(start: Start) -> None:
    async with start(prepare=group(0, 2, 3, 8)) as desk:
        feed = desk.app.reader.feeds()[0].id
        desk.main.load(Scope(View.ALL, feed_id=feed))
        assert len(desk.main.listing.rows) == 6
        await desk.press("2")
        await desk.until(lambda: len(desk.app.reader.search("harbour").ids) == 3)
        await desk.press("escape", "slash", *"harbour", "enter")
        await desk.until(lambda: desk.main.scope.query)
        assert len(desk.main.listing.rows) == 3


async def test_all_read_means_the_stories_too(start: Start) -> None:
    async with start(prepare=group(3, 0, 2)) as desk:
        await desk.press("A")
        await desk.until(lambda: desk.app.reader.counts().unread == 0)
        await desk.press("u")
        await desk.until(lambda: desk.app.reader.counts().unread == 24)


async def test_splitting_and_joining_with_undo(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        ids = ids_of(desk.app.reader)

        async def rows(count: int) -> None:
            await desk.until(lambda: len(desk.main.listing.rows) == count)

        await desk.main.run_action("split_story")
        await rows(23)
        assert desk.said == "Took an article out of its story · u undoes it"
        assert list(desk.app.reader.library.stories.members(ids[2])) == [ids[2], ids[3]]
        await desk.press("u")
        await rows(22)
        await desk.press("j")
        await desk.main.run_action("join_story")
        await rows(21)
        assert desk.main.listing.current in (ids[0], ids[1])
        await desk.press("u")
        await rows(22)
        await desk.press("g")
        await desk.main.run_action("join_story")
        assert desk.said == "There is no row above this one"


async def test_one_begins_again_at_the_row_that_stands_for_what_was_read(start: Start) -> None:
    async with start() as desk:
        await desk.press("2", *"jjj")
        wanted = desk.main.listing.current
        await desk.press("enter", "q")
    async with start(prepare=group(0, 3)) as desk:
        assert wanted == ids_of(desk.app.reader)[3]
        assert desk.main.listing.current == ids_of(desk.app.reader)[0]
        assert len(desk.main.listing.rows) == 23
