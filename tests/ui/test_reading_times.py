"""The list cut down to what takes so many minutes."""

from datetime import timedelta

from tests.library import NOW, add_articles, document, entry
from tests.ui.conftest import Desk, Start
from tui_reader.domain.document import Status
from tui_reader.domain.models import Scope
from tui_reader.domain.stories import Story
from tui_reader.reader import Reader

LENGTHS = {"short": 7, "middle": 20, "long": 80}
"""Titles of articles and their paragraphs of about 50 words."""


def some_of_each(reader: Reader) -> None:
    feed, other = (reader.library.add_feed(f"https://{name}.example/feed", title=name)[0] for name in ("One", "Two"))
    for feed_id in (feed, other):
        entries = [entry(n, NOW - timedelta(hours=n), title) for n, title in enumerate([*LENGTHS, "teaser"])]
        texts = [document(paragraphs=count) for count in LENGTHS.values()]
        add_articles(reader.library, feed_id, entries, documents=[*texts, document(status=Status.TEASER)])
    while reader.library.index_pending(100):
        pass


def titles(desk: Desk) -> list[str]:
    return [head.title for head in desk.app.reader.heads(desk.main.listing.listed.ids)]


async def test_one_key_goes_through_the_reading_times(start: Start) -> None:
    async with start(0, prepare=some_of_each) as desk:
        assert desk.titles == "Unread · 8 "
        await desk.press("M")
        assert desk.titles == "Unread · up to 3 min · 2 "
        assert titles(desk) == ["short"] * 2
        assert desk.said == "Only what takes up to 3 min"
        await desk.press("M", "m")
        assert desk.titles == "Unread · 4 to 10 min · 2 "
        assert titles(desk) == ["middle"] * 2
        await desk.press("2")
        assert desk.titles == "All · 4 to 10 min · 2 "
        await desk.press("M")
        assert titles(desk) == ["long"] * 2
        await desk.press("3")
        assert "Nothing that takes more than 10 min" in desk.screen_text()
        assert "Teasers are left out" in desk.screen_text()
        assert "M shows articles of any length" in desk.screen_text()
        await desk.press("1", "M")
        assert desk.titles == "Unread · 7 "
        assert desk.said == "Of any length again"
    async with start() as desk:
        assert desk.titles.startswith("Unread · 7")


async def test_a_search_and_a_feed_are_cut_down_too(start: Start) -> None:
    async with start(0, prepare=some_of_each) as desk:
        await desk.press("M", "slash", *"council", "enter")
        await desk.until(lambda: desk.main.scope.query == "council*")
        assert desk.titles == "“council” · up to 3 min · 2 found "
        await desk.press("M")
        await desk.until(lambda: titles(desk) == ["middle"] * 2)
        await desk.press("escape")
        assert desk.titles == "Unread · 4 to 10 min · 2 "
        desk.main.load(Scope(feed_id=desk.app.reader.feeds()[0].id))
        assert desk.titles == "One · All · 4 to 10 min · 1 "


async def test_what_comes_in_is_held_against_the_time(start: Start) -> None:
    async with start(0, prepare=some_of_each) as desk:
        await desk.press("M")
        feed = desk.app.reader.feeds()[0].id
        entries = [entry(n, NOW, title) for n, title in ((50, "new and short"), (51, "new and long"), (52, "new"))]
        texts = [document(paragraphs=4), document(paragraphs=80), document(status=Status.TEASER)]
        desk.main.take_in(add_articles(desk.app.reader.library, feed, entries, documents=texts))
        assert titles(desk) == ["new and short", "short", "short"]
        await desk.press("A")
        await desk.until(lambda: desk.app.reader.counts().unread == 8)


async def test_a_story_shows_all_its_articles_whatever_their_length(start: Start) -> None:
    def one_story(reader: Reader) -> None:
        some_of_each(reader)
        heads = reader.heads(reader.rows(Scope()).ids)
        long, short = (next(h.id for h in heads if (h.title, h.feed) == t) for t in (("long", "One"), ("short", "Two")))
        reader.library.stories.save([Story(min(long, short), long, (long, short))], [long, short])

    async with start(0, prepare=one_story) as desk:
        assert len(desk.main.listing.rows) == 7
        await desk.press("M")
        assert titles(desk) == ["short"] * 2
        lead = next(i for i in (0, 1) if (head := desk.main.listing.head(i)) and head.others)
        await desk.press("g", *"j" * lead, "x")
        assert sorted(titles(desk)) == ["long", "short", "short"]
