"""Opening, moving, marking: keys pressed against a real library."""

from tests.library import TITLES
from tests.ui.conftest import NARROW, Start
from tui_reader.config import Config
from tui_reader.domain.models import Scope, View


async def test_the_list_is_there_at_once(start: Start) -> None:
    async with start() as desk:
        assert desk.line(0).split() == ["Today", "1", "of", "24"]
        assert desk.line(1) == f"▌● {TITLES[0]}".ljust(43)
        assert desk.line(2).strip() == "▌  Small Wire · 10m · 2 min"
        assert desk.titles.startswith("Unread · 24")


async def test_looking_at_an_article_does_not_mark_it(start: Start) -> None:
    async with start() as desk:
        await desk.press("j")
        await desk.until(lambda: desk.main.shown and desk.main.shown.id == desk.main.listing.current)
        assert desk.app.reader.counts().unread == 24
        assert TITLES[1] in desk.screen_text()


async def test_enter_reads_and_escape_goes_back(start: Start) -> None:
    async with start() as desk:
        await desk.press("j", "enter")
        assert desk.app.focused is desk.main.view
        assert desk.app.reader.counts().unread == 23
        assert "●" not in desk.line(3)
        await desk.press("escape")
        assert desk.app.focused is desk.main.listing
        assert len(desk.main.listing.rows) == 24, "what was read stays in the list until the view is left"
        await desk.press("1")
        assert len(desk.main.listing.rows) == 23


async def test_next_and_previous_from_either_pane(start: Start) -> None:
    async with start() as desk:
        await desk.press("n")
        assert (desk.main.listing.cursor, desk.app.focused) == (1, desk.main.listing)
        await desk.press("enter", "n", "n", "p")
        assert (desk.main.listing.cursor, desk.app.focused) == (2, desk.main.view)
        assert desk.main.shown is not None
        assert desk.main.shown.id == desk.main.listing.current
        page = desk.main.view.page
        assert page is not None
        assert (page.previous_title, page.next_title, page.place) == (TITLES[1], TITLES[3], "3 of 24")
        await desk.press("escape", "G", "n")
        assert desk.said == "This is the last article"


async def test_next_unread_passes_over_what_was_read(start: Start) -> None:
    async with start() as desk:
        await desk.press("2", "j", "m", "j", "m", "g", "m")
        await desk.press("J")
        assert desk.main.listing.cursor == 3
        await desk.press("J", "K")
        assert desk.said == "Nothing unread above"


async def test_next_unread_far_away(start: Start) -> None:
    async with start(1200, prepare=lambda reader: reader.mark(reader.rows(Scope()).ids[:1100], read=True)) as desk:
        await desk.press("2")
        await desk.until(lambda: desk.main.listing.rows.complete)
        await desk.press("J")
        assert desk.main.listing.cursor == 1100


async def test_space_pages_and_then_goes_on(start: Start) -> None:
    async with start(size=(120, 20)) as desk:
        await desk.press("enter", "space")
        assert desk.main.listing.cursor == 0
        for _ in range(10):
            await desk.press("space")
            if desk.main.listing.cursor:
                break
        assert desk.main.listing.cursor == 1


async def test_marks_show_at_once_and_can_be_undone(start: Start) -> None:
    async with start() as desk:
        reader = desk.app.reader
        await desk.press("m")
        assert desk.said == "Marked read · u undoes it"
        assert "●" not in desk.line(1)
        await desk.press("asterisk", "L")
        assert desk.line(2).strip().endswith("· 2 min ★ later")
        counts = reader.counts()
        assert (counts.unread, counts.starred, counts.later) == (23, 1, 1)
        await desk.press("u", "u")
        await desk.until(lambda: reader.counts().starred == 0)
        await desk.press("ctrl+z")
        await desk.until(lambda: reader.counts().unread == 24)
        await desk.until(lambda: "●" in desk.line(1))
        await desk.press("u")
        await desk.until(lambda: desk.said == "There is nothing to undo")


async def test_all_read_and_back(start: Start) -> None:
    async with start() as desk:
        await desk.press("A")
        await desk.until(lambda: desk.said == "Marked 24 articles read · u undoes it")
        assert "●" not in desk.line(1)
        await desk.press("1")
        assert "All read" in desk.screen_text()
        assert "R asks the feeds for news" in desk.screen_text()
        await desk.press("u")
        await desk.until(lambda: len(desk.main.listing.rows) == 24)
        assert "●" in desk.line(1)


async def test_reading_time_before_it_counts_as_read(start: Start) -> None:
    config = Config(refresh_on_start=False, refresh_minutes=0, mark_read_after=0.2)
    async with start(config=config) as desk:
        await desk.press("enter", "n")
        assert desk.app.reader.counts().unread == 24
        await desk.until(lambda: desk.app.reader.counts().unread == 23)
        assert "●" in desk.line(1)


async def test_never_marked_by_itself(start: Start) -> None:
    config = Config(refresh_on_start=False, refresh_minutes=0, mark_read_after=-1)
    async with start(config=config) as desk:
        await desk.press("enter", "n", "n")
        assert desk.app.reader.counts().unread == 24


async def test_the_views(start: Start) -> None:
    async with start() as desk:
        await desk.press("asterisk", "j", "L", "m")
        for key, view, rows in (
            ("3", View.STARRED, 1),
            ("4", View.LATER, 1),
            ("2", View.ALL, 24),
            ("1", View.UNREAD, 23),
        ):
            await desk.press(key)
            assert (desk.main.scope.view, len(desk.main.listing.rows)) == (view, rows)


async def test_the_summary_stays_on_from_article_to_article(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "s")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.summary)
        assert desk.main.view.mode == "summary"
        first = desk.main.view.page
        await desk.press("n")
        assert desk.main.view.mode == "summary"
        await desk.until(
            lambda: desk.main.view.page is not first and desk.main.view.page and desk.main.view.page.summary
        )
        await desk.press("s", "n")
        assert desk.main.view.mode == "full"


async def test_a_longer_summary(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "s")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.summary)
        await desk.press("plus")
        await desk.until(lambda: len(desk.main.view.page.summary.sentences) == 4)  # type: ignore[union-attr]


async def test_one_pane_at_a_time_when_narrow(start: Start) -> None:
    async with start(size=NARROW) as desk:
        assert desk.main.listing.size.width == 80
        assert not desk.main.view.region
        await desk.press("enter")
        assert (desk.main.view.size.width, desk.main.listing.region.width) == (80, 0)
        await desk.press("n", "h")
        assert desk.main.listing.size.width == 80
        assert desk.main.listing.cursor == 1
        await desk.press("n")
        assert desk.app.focused is desk.main.view


async def test_resizing_keeps_the_place(start: Start) -> None:
    async with start(200, size=(120, 30)) as desk:
        await desk.press(*("pagedown",) * 6)
        current = desk.main.listing.current
        for size in ((80, 24), (20, 6), (160, 45), (1, 1), (120, 30)):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert desk.main.listing.current == current
        top = desk.main.listing._lines.top(desk.main.listing.cursor) - desk.main.listing.scroll_offset.y
        assert 0 < top < 28


async def test_zen(start: Start) -> None:
    async with start() as desk:
        await desk.press("z")
        assert desk.main.view.size == desk.app.size
        await desk.press("n")
        assert desk.main.view.size == desk.app.size
        await desk.press("z")
        assert desk.main.view.size.width < 100


async def test_where_one_was_is_there_again(start: Start) -> None:
    async with start() as desk:
        await desk.press("2", "j", "j", "enter", "s")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.summary)
        shown = desk.main.shown
        assert shown is not None
    async with start() as desk:
        assert desk.main.scope.view is View.ALL
        assert desk.main.listing.current == shown.id
        await desk.until(lambda: desk.main.shown is not None)
        assert desk.main.view.mode == "summary"


async def test_quitting(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "q")
        assert desk.app.focused is desk.main.listing
        await desk.press("ctrl+c")
        assert desk.said == "q goes back and quits, ctrl+q quits at once"
        await desk.press("q")
        assert not desk.app.is_running
