"""What the article pane costs, as CPU time and as ratios in one run.

Run: python -m tests.bench.article_view [--rounds 15]
"""

import argparse
import asyncio
from statistics import median
from time import process_time

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tests.ui.article_pages import EVERYTHING, Host, article, long_document, page
from tui_reader.domain.document import Document
from tui_reader.summary.key_terms import document_terms
from tui_reader.ui.widgets.article_find import Find

SIZE = (120, 40)


class Bare(ScrollView, can_focus=True):
    """A Line API widget that does next to nothing: the floor for a key."""

    DEFAULT_CSS = "Bare { overflow: hidden scroll; scrollbar-visibility: hidden; }"

    def on_mount(self) -> None:
        self.virtual_size = Size(100, 5000)

    def render_line(self, y: int) -> Strip:
        text = f"Line {y + self.scroll_offset.y} of the floor".ljust(self.size.width)
        return Strip([Segment(text, self.rich_style)], self.size.width)


class Floor(App[None]):
    BINDINGS = [("j", "down")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Bare()

    def on_mount(self) -> None:
        self.query_one(Bare).focus()

    def action_down(self) -> None:
        bare = self.query_one(Bare)
        bare.scroll_to(y=bare.scroll_offset.y + 1, animate=False)


async def painted(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause(0.03)


async def next_article(documents: list[Document], rounds: int) -> float:
    """CPU milliseconds from `show()` until the screen is painted and the rest is laid out; median."""
    app = Host(page())
    times = []
    async with app.run_test(size=SIZE) as pilot:
        for number in range(rounds):
            shown = page(article(documents[number % len(documents)], id=100 + number))
            await painted(pilot)
            before = process_time()
            app.view.show(shown)
            await painted(pilot)
            times.append((process_time() - before) * 1000)
    return median(times)


async def pauses(rounds: int) -> float:
    """CPU milliseconds of the waiting itself, in an app where nothing happens."""
    app = Host(page())
    times = []
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(rounds):
            before = process_time()
            await painted(pilot)
            times.append((process_time() - before) * 1000)
    return median(times)


async def first_screen(lines: int, rounds: int) -> float:
    """CPU milliseconds from `show()` until the screen is painted, without what is laid out behind it; median."""
    app = Host(page())
    documents = [long_document(lines) for _ in range(rounds)]
    times = []
    async with app.run_test(size=SIZE) as pilot:
        for number, document in enumerate(documents):
            shown = page(article(document, id=100 + number))
            await pilot.pause(0.2)
            before = process_time()
            app.view.show(shown)
            app.screen._compositor.render_update(full=True)
            times.append((process_time() - before) * 1000)
    return median(times)


async def key(app: App[None], name: str, presses: int) -> float:
    """CPU milliseconds of a key that scrolls, from pressing it until the screen is painted; median."""
    times = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        for _ in range(presses):
            before = process_time()
            await pilot.press(name)
            times.append((process_time() - before) * 1000)
    return median(times)


def finding(lines: int) -> tuple[float, float]:
    """CPU milliseconds of the first letter that is looked for, and of a later one."""
    document, find = long_document(lines), Find()
    times = []
    for query in ("h", "ha"):
        before = process_time()
        find.search(document, query, (0, 0))
        times.append((process_time() - before) * 1000)
    return times[0], times[1]


def terms(document: Document, rounds: int) -> float:
    """CPU milliseconds that key terms take, on their thread; median."""
    times = []
    for _ in range(rounds):
        before = process_time()
        document_terms(document, "Council approves the new harbour line")
        times.append((process_time() - before) * 1000)
    return median(times)


async def main(rounds: int) -> None:
    idle = await pauses(rounds)
    for lines in (60, 500, 2000):
        cost = await next_article([long_document(lines) for _ in range(4)], rounds)
        print(f"next article of {lines:5} lines  {cost - idle:6.1f} ms (waiting alone {idle:.1f})")
    cost = await next_article([EVERYTHING], rounds)
    print(f"next article of every kind    {cost - idle:6.1f} ms")
    short, long = await first_screen(60, rounds), await first_screen(20_000, rounds)
    print(f"first screen of 20,000 lines against 60: {long:.1f} / {short:.1f} ms = {long / short:.2f}x")
    floor = await key(Floor(), "j", rounds * 6)
    ours = await key(Host(page(article(long_document(3000)))), "j", rounds * 6)
    print(f"a key against an empty Line API widget: {ours:.1f} / {floor:.1f} ms = {ours / floor:.2f}x")
    first, later = finding(20_000)
    print(f"find in 20,000 lines: first letter {first:.1f} ms, the next {later:.1f} = {later / floor:.1f}x the floor")
    some, many = terms(long_document(60), rounds), terms(long_document(20_000), rounds)
    print(f"key terms of 60 lines {some:.1f} ms, of 20,000 {many:.1f} (on a thread)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    asyncio.run(main(parser.parse_args().rounds))
