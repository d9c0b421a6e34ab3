"""The reader on a real library, driven by real keys."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC
from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from tests.library import NOW, make_library
from tui_reader.config import Config
from tui_reader.reader import Reader
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.screens.main import MainScreen

WIDE = (120, 40)
NARROW = (80, 24)

QUIET = Config(refresh_on_start=False, refresh_minutes=0)
"""Settings with which nothing goes to the network by itself."""


class Desk:
    """A running app and what a test wants to do with it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        return self.app.main

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object], seconds: float = 10) -> None:
        """Wait until `condition` holds; fails when it does not within `seconds`."""
        for _ in range(int(seconds / 0.01)):
            if condition():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"still not after {seconds} s; said: {self.said!r}")

    @property
    def said(self) -> str:
        return self.main.bottom.message

    @property
    def titles(self) -> str:
        return f"{self.main.title_bar.view} {self.main.title_bar.note}"

    def line(self, widget_line: int) -> str:
        """A line of the list as it is drawn."""
        return self.main.listing.render_line(widget_line).text

    def screen_text(self) -> str:
        """All that is on the terminal."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        assert len(strips) <= height
        return "\n".join(strip.text[:width] for strip in strips)


class Start(Protocol):
    """Starts the app on a library with so many articles."""

    def __call__(
        self,
        articles: int = 24,
        *,
        size: tuple[int, int] = WIDE,
        config: Config = QUIET,
        prepare: Callable[[Reader], object] | None = None,
    ) -> AbstractAsyncContextManager[Desk]: ...


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def start(library_path: Path) -> Start:
    def fresh() -> bool:
        return not library_path.exists()

    @asynccontextmanager
    async def run(
        articles: int = 24,
        *,
        size: tuple[int, int] = WIDE,
        config: Config = QUIET,
        prepare: Callable[[Reader], object] | None = None,
    ) -> AsyncIterator[Desk]:
        reader = Reader(config, make_library(library_path, articles if fresh() else 0))
        try:
            if prepare is not None:
                prepare(reader)
            app = ReaderApp(reader, now=lambda: NOW, tz=UTC)
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield Desk(app, pilot)
        finally:
            reader.close()

    return run


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
