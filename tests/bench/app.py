"""How quick the screen is, as ratios in one run: `python -m tests.bench.app [ARTICLES]`.

- start: processes that open the reader on a library of ARTICLES articles and end at the first paint, against
  processes that do the same with a minimal Textual app (one Static). In a pseudo-terminal, interleaved, medians.
- key: CPU and wall time of `j` in the list, against the same key in an app of one empty Line API widget. In this
  process, headless, interleaved, medians.
- open: the same for `x`, which shows the five other articles of the first row's story below it, or no longer.
- next: CPU of `n`, the next article of about 60 lines, with everything that belongs to it.
"""

import asyncio
import os
import pty
import select
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta
from pathlib import Path

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tests.library import NOW, make_library
from tui_reader.config import Config
from tui_reader.domain.models import Scope
from tui_reader.domain.stories import Story
from tui_reader.reader import Reader
from tui_reader.ui.app import ReaderApp

STARTS = 9
KEYS = 60

PAINTED = """
import os
from textual.drivers.linux_driver import LinuxDriver
write = LinuxDriver.write
def end_when_painted(self, data):
    write(self, data)
    if "●" in data:
        os._exit(0)
LinuxDriver.write = end_when_painted
"""
"""Ends a process when it paints the minimal app's one word, which is an unread row's dot in ours."""

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("●")
Minimal().run()
"""

OURS = """
import sys
from pathlib import Path
from tui_reader.config import Config
from tui_reader.reader import Reader
from tui_reader.ui import run
run(Reader.open(Config(refresh_on_start=False), Path(sys.argv[1])))
"""


def start(code: str, *arguments: str) -> tuple[float, float]:
    """(CPU, wall) seconds from the start of a process in a terminal until it has painted."""
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
        os.execv(sys.executable, [sys.executable, "-c", PAINTED + code, *arguments])
    while True:
        if not select.select([terminal], [], [], 30)[0]:
            os.kill(pid, signal.SIGKILL)
            raise TimeoutError("nothing painted")
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    usage = os.wait4(pid, 0)[2]
    spent = time.perf_counter() - begin
    os.close(terminal)
    return usage.ru_utime + usage.ru_stime, spent


class Empty(ScrollView, can_focus=True):
    """The least that a Line API list can be: two lines a row, a cursor that is kept in sight, nothing drawn."""

    DEFAULT_CSS = "Empty { scrollbar-visibility: hidden; overflow-x: hidden; }"
    BINDINGS = [Binding("j", "down", show=False)]  # noqa: RUF012
    at = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(0, 200_000)

    def action_down(self) -> None:
        self.refresh_lines(self.at * 2, 4)
        self.at += 1
        self.scroll_to_region(Region(0, self.at * 2, 1, 2), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(" " * self.size.width, self.rich_style)])


class EmptyApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Empty()


async def timed(app: App[None], key: str, place: Callable[[], object]) -> tuple[float, float]:
    """(CPU, wall) milliseconds from a key, which changes what `place` gives, to the screen being painted anew."""
    painted = asyncio.Event()
    before = place()
    cpu, wall = time.process_time(), time.perf_counter()
    app.post_message(events.Key(key, key))
    while place() == before:  # noqa: ASYNC110
        await asyncio.sleep(0)
    app.screen.call_after_refresh(painted.set)
    await painted.wait()
    spent = (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000
    await asyncio.sleep(0.1)
    return spent


async def keys(reader: Reader) -> None:
    ours, empty = ReaderApp(reader, now=lambda: NOW, tz=UTC), EmptyApp()

    async def run(app: App[None], script: Callable[[Pilot[None]], Awaitable[None]]) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.5)
            await script(pilot)

    figures: dict[str, list[tuple[float, float]]] = {"empty": [], "open": [], "list": [], "next": []}

    async def press_empty(pilot: Pilot[None]) -> None:
        figures["empty"] += [await timed(pilot.app, "j", lambda: pilot.app.query_one(Empty).at) for _ in range(KEYS)]

    async def press_ours(pilot: Pilot[None]) -> None:
        for _ in range(300):
            if ours.main.listing.rows.complete:
                break
            await pilot.pause(0.01)
        figures["open"] += [await timed(ours, "x", lambda: len(ours.main.listing.listed)) for _ in range(KEYS)]
        figures["list"] += [await timed(ours, "j", lambda: ours.main.listing.cursor) for _ in range(KEYS)]
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.3)
        figures["next"] += [await timed(ours, "n", lambda: ours.main.listing.cursor) for _ in range(KEYS)]

    await run(empty, press_empty)
    await run(ours, press_ours)
    empty = EmptyApp()
    await run(empty, press_empty)
    middle = {name: [statistics.median(part) for part in zip(*found, strict=True)] for name, found in figures.items()}
    for name, (cpu, wall) in middle.items():
        print(f"{name:>6}: {cpu:6.1f} ms CPU, {wall:6.1f} ms")
    for name, goal in (("open", "at most 3"), ("list", "at most 1.5"), ("next", "at most 25 ms CPU")):
        print(
            f"{name} / empty: {middle[name][0] / middle['empty'][0]:.2f} CPU, "
            f"{middle[name][1] / middle['empty'][1]:.2f} wall ({goal})"
        )


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        begin = time.perf_counter()
        make_library(path, articles, apart=timedelta(minutes=5)).close()
        print(f"{articles} articles stored in {time.perf_counter() - begin:.0f} s")
        found = [(start(MINIMAL), start(OURS, str(path))) for _ in range(STARTS)]
        for part, name in enumerate(("CPU", "wall")):
            minimal, ours = (statistics.median(one[which][part] for one in found) for which in (0, 1))
            print(
                f"start to first paint: {ours * 1000:.0f} ms {name}, minimal app {minimal * 1000:.0f} ms: "
                f"{ours / minimal:.2f} (at most 1.5)"
            )
        reader = Reader.open(Config(refresh_on_start=False, refresh_minutes=0), path)
        members = tuple(reader.rows(Scope(), limit=6).ids)
        reader.library.stories.save([Story(min(members), members[0], members)], members)
        try:
            asyncio.run(keys(reader))
        finally:
            reader.close()


if __name__ == "__main__":
    main()
