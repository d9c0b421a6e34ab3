"""Stories in the list: one row for several articles, seen together, told apart and joined."""

from collections.abc import Callable
from datetime import timedelta

from tests.library import NOW, TITLES, add_articles, entry
from tests.ui.conftest import Desk, Start
from tui_reader.domain.models import Scope, View
from tui_reader.domain.stories import Story
from tui_reader.reader import Reader
from tui_reader.ui.messages import StoriesChanged


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


def listed(desk: Desk) -> list[int]:
    """The places in the whole list of the articles that are seen, those below a row included."""
    every = ids_of(desk.app.reader)
    return [every.index(id_) for id_ in desk.main.listing.listed.ids]


def at(desk: Desk) -> int:
    """The place in the whole list of the article that the cursor is on."""
    current = desk.main.listing.current
    assert current is not None
    return ids_of(desk.app.reader).index(current)


async def test_one_key_shows_the_others_below_the_row_and_takes_them_away(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        assert listed(desk)[:3] == [0, 1, 4]
        await desk.press("x")
        assert listed(desk)[:5] == [0, 2, 3, 1, 4]
        assert at(desk) == 0
        assert "2 min −2" in desk.line(2)
        assert desk.line(3).startswith("   ├ ● A quiet week")
        assert desk.line(4).startswith("   │   Example Science · 4h")
        assert desk.line(5).startswith("   └ ● Why the old")
        assert desk.line(6).startswith("       The Ledger · 6h")
        assert desk.line(0).split()[-3:] == ["1", "of", "22"]
        await desk.press("j")
        assert at(desk) == 2
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == desk.main.listing.current)
        assert desk.main.view.page
        assert desk.main.view.page.place == "1 of 22"
        await desk.press("x")
        assert listed(desk)[:3] == [0, 1, 4]
        assert at(desk) == 0
        assert desk.main.shown
        assert desk.main.shown.id == desk.main.listing.current
        await desk.press("j", "x")
        assert desk.said == "No other feed has this story"


async def test_next_and_previous_go_by_story(start: Start) -> None:
    async with start(prepare=group(1, 2, 3)) as desk:
        await desk.press("j", "x", "k")
        seen = []
        for key in "nnp":
            await desk.press(key)
            seen.append(at(desk))
        assert seen == [1, 4, 1]
        await desk.press("j")
        seen = []
        for key in "nnppp":
            await desk.press(key)
            seen.append(at(desk))
        assert seen == [3, 4, 1, 0, 0]
        page = desk.main.view.page
        assert page
        assert page.next_title == TITLES[1]


async def test_an_article_below_is_read_alone_and_the_row_with_the_whole_story(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        ids = ids_of(desk.app.reader)
        await desk.press("x", "j", "enter")
        assert desk.main.shown
        assert desk.main.shown.id == ids[2]
        assert desk.app.reader.counts().unread == 23
        assert "●" not in desk.line(3)
        await desk.press("escape", "k", "enter")
        assert desk.app.reader.counts().unread == 21
        assert "●" not in desk.line(1) + desk.line(5)
        assert listed(desk)[:3] == [0, 2, 3]
        await desk.press("J")
        assert at(desk) == 1
        await desk.press("u")
        await desk.until(lambda: desk.app.reader.counts().unread == 21)
        await desk.press("u")
        await desk.until(lambda: desk.app.reader.counts().unread == 23)
        await desk.press("K")
        await desk.until(lambda: at(desk) == 3)


async def test_a_click_on_the_mark_opens_and_closes(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        x = desk.line(2).index("+2")
        await desk.pilot.click("#list", offset=(x, 2))
        await desk.pilot.pause()
        assert len(desk.main.listing.listed) == 24
        assert not desk.main.reading
        await desk.pilot.click("#list", offset=(desk.line(2).index("−2"), 2))
        await desk.pilot.pause()
        assert len(desk.main.listing.listed) == 22
        await desk.pilot.click("#list", offset=(x - 6, 2))
        await desk.pilot.pause()
        assert desk.main.reading


async def test_a_click_on_the_mark_of_another_row_while_one_reads(start: Start) -> None:
    async with start(prepare=group(1, 2, 3)) as desk:
        await desk.press("enter")
        await desk.pilot.click("#list", offset=(desk.line(4).index("+2"), 4))
        await desk.pilot.pause()
        assert listed(desk)[:4] == [0, 1, 2, 3]
        assert at(desk) == 1
        await desk.press("x", "z", "x")
        assert listed(desk)[:4] == [0, 1, 2, 3]
        assert not desk.main.reading
        assert not desk.main.has_class("-zen")


async def test_an_open_story_stays_open_when_articles_come_and_stories_change(start: Start) -> None:
    async with start(prepare=group(1, 3, 4)) as desk:
        await desk.press("j", "x", "j", "j")
        current = desk.main.listing.current
        reader = desk.app.reader
        feed = reader.feeds()[0].id
        times = {head.id: head.sort_at for head in reader.heads(ids_of(reader))}
        new = add_articles(reader.library, feed, [entry(900, NOW), entry(901, NOW - timedelta(hours=3))])
        desk.main.take_in(new)
        await desk.pilot.pause()
        assert len(desk.main.listing.listed) == 26
        assert desk.main.listing.current == current
        assert len(times) == 24
        group(2, 4, 5, 3)(reader)
        desk.main.post_message(StoriesChanged())
        await desk.pilot.pause()
        await desk.app.workers.wait_for_complete()
        assert listed(desk)[:8] == [0, 1, 2, 4, 5, 3, 6, 7]
        assert desk.main.listing.current == current


async def test_a_story_that_is_opened_before_the_whole_list_is_read_stays_open(start: Start) -> None:
    async with start(400, prepare=group(0, 2, 3)) as desk:
        desk.main.load(Scope(View.ALL))
        assert not desk.main.listing.rows.complete
        await desk.main.run_action("story")
        await desk.press("j")
        await desk.until(lambda: desk.main.listing.rows.complete)
        assert listed(desk)[:4] == [0, 2, 3, 1]
        assert at(desk) == 2


async def test_another_view_and_a_search_begin_with_everything_closed(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("x", "j", "2")
        assert listed(desk)[:3] == [0, 1, 4]
        assert at(desk) == 0
        await desk.until(lambda: len(desk.app.reader.search("harbour").ids) == 3)
        await desk.press("slash", *"harbour", "enter")
        await desk.until(lambda: desk.main.scope.query)
        await desk.press("g", "x")
        assert len(desk.main.listing.listed) == 5
        await desk.press("A")
        await desk.until(lambda: desk.app.reader.counts().unread == 19)
        await desk.press("escape", "x")
        assert listed(desk)[:5] == [0, 2, 3, 1, 4]


async def test_what_has_rows_of_its_own_is_not_shown_twice(start: Start) -> None:
    async with start(prepare=group(0, 8)) as desk:
        await desk.until(lambda: len(desk.app.reader.search("harbour").ids) == 3)
        await desk.press("slash", *"harbour", "enter")
        await desk.until(lambda: desk.main.scope.query)
        await desk.press("x")
        assert desk.said == "The story's other articles have rows of their own here"


async def test_why_they_are_one_is_told_of_each(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("x", "j", "enter", "i")
        assert "One story with" in desk.screen_text()
        assert "words in common: harbour, line" in " ".join(desk.screen_text().split())


async def test_where_only_the_article_is_shown_the_list_comes_to_the_front(start: Start) -> None:
    async with start(prepare=group(0, 2, 3), size=(80, 24)) as desk:
        await desk.press("enter", "x")
        assert not desk.main.reading
        assert len(desk.main.listing.listed) == 24
        assert "├" in desk.screen_text()


async def test_a_story_at_the_lower_edge_comes_into_sight(start: Start) -> None:
    async with start(prepare=group(18, 21, 22, 23)) as desk:
        for _ in range(18):
            await desk.press("j")
        await desk.press("x")
        await desk.pilot.pause()
        assert "└" in desk.screen_text()


async def test_one_begins_again_on_the_row_of_an_open_story(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("x", "j", "q")
    async with start() as desk:
        assert at(desk) == 0


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


async def test_taking_an_article_out_and_putting_it_back(start: Start) -> None:
    async with start(prepare=group(0, 2, 3, 5)) as desk:
        members = desk.app.reader.library.stories.members
        ids = ids_of(desk.app.reader)
        await desk.press("x", "j", "X")
        await desk.until(lambda: listed(desk)[:6] == [0, 3, 5, 1, 2, 4])
        assert desk.said == "Took an article out of its story · u undoes it"
        assert at(desk) == 3, "one stays in the story"
        await desk.press("u")
        await desk.until(lambda: listed(desk)[:5] == [0, 2, 3, 5, 1])
        await desk.press("g", "X")
        await desk.until(lambda: listed(desk)[:6] == [0, 1, 2, 3, 5, 4])
        assert at(desk) == 0
        assert list(members(ids[3])) == [ids[2], ids[3], ids[5]]
        await desk.press("X")
        assert desk.said == "This article is in no story"


async def test_what_was_read_stays_in_sight_when_it_is_taken_out(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("enter", "escape", "X")
        await desk.until(lambda: listed(desk)[:4] == [0, 1, 2, 4])
        await desk.press("u")
        await desk.until(lambda: listed(desk)[:3] == [0, 1, 4])
        await desk.press("x", "j", "X")
        await desk.until(lambda: listed(desk)[:4] == [0, 3, 1, 2])
        await desk.press("u")
        await desk.until(lambda: listed(desk)[:5] == [0, 2, 3, 1, 4])


async def test_joining_two_rows(start: Start) -> None:
    async with start(prepare=group(0, 2)) as desk:
        members = desk.app.reader.library.stories.members
        ids = ids_of(desk.app.reader)
        await desk.press("j", "ampersand")
        assert desk.said == "Join with which row? & on it, esc: leave it"
        assert "to be joined" in desk.line(4)
        await desk.press("ampersand")
        assert desk.said.startswith("This is the row that was picked up")
        await desk.press("G", "k", "ampersand")
        assert desk.said == "Joined two stories · u undoes it"
        assert "to be joined" not in desk.screen_text()
        await desk.until(lambda: len(desk.main.listing.rows) == 22)
        assert set(members(ids[1])) == {ids[1], ids[22]}
        assert desk.main.listing.current in (ids[1], ids[22])
        await desk.press("u")
        await desk.until(lambda: len(desk.main.listing.rows) == 23)
        await desk.press("g", "ampersand", "2", "escape")
        assert desk.said == ""
        assert "to be joined" not in desk.screen_text()
        await desk.press("x", "j", "ampersand", "k", "ampersand")
        assert desk.said == "These are one story already"


async def test_a_story_takes_in_the_row_that_is_joined_with_it(start: Start) -> None:
    async with start(prepare=group(0, 2, 3)) as desk:
        await desk.press("x", "G", "ampersand", "g", "ampersand")
        await desk.until(lambda: listed(desk)[:5] == [0, 2, 3, 23, 1])
        await desk.press("u")
        await desk.until(lambda: listed(desk)[:5] == [0, 2, 3, 1, 4])


async def test_one_begins_again_at_the_row_that_stands_for_what_was_read(start: Start) -> None:
    async with start() as desk:
        await desk.press("2", *"jjj")
        wanted = desk.main.listing.current
        await desk.press("enter", "q")
    async with start(prepare=group(0, 3)) as desk:
        assert wanted == ids_of(desk.app.reader)[3]
        assert desk.main.listing.current == ids_of(desk.app.reader)[0]
        assert len(desk.main.listing.rows) == 23
