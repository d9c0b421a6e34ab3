"""How long a summary is: as suits the article, until the user says otherwise."""

from dataclasses import replace

from .conftest import QUIET, Desk, Start


async def summary_shown(desk: Desk, other_than: int = 0) -> int:
    def shown() -> int:
        summary = desk.main.view.page.summary if desk.main.view.page is not None else None
        return len(summary.sentences) if summary is not None else 0

    await desk.until(lambda: shown() not in (0, other_than))
    return shown()


async def test_plus_and_minus_begin_at_the_articles_own_length_and_stay(start: Start) -> None:
    async with start() as desk:
        await desk.press("enter", "s")
        own = await summary_shown(desk)
        assert own in (2, 3)
        await desk.press("plus")
        assert await summary_shown(desk, own) == own + 1
        await desk.press("n")
        await desk.until(lambda: desk.main.view.page and desk.main.view.page.summary)
        assert await summary_shown(desk) == own + 1
        await desk.press("minus")
        assert await summary_shown(desk, own + 1) == own


async def test_a_length_in_the_settings_is_kept_to(start: Start) -> None:
    async with start(config=replace(QUIET, summary_sentences=5)) as desk:
        await desk.press("enter", "s")
        assert await summary_shown(desk) == 5
