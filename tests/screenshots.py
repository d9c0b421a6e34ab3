"""Make the pictures in screenshots/ from the sample edition: `python -m tests.screenshots [FOLDER]`.

Each is an SVG as Textual draws it, and a PNG of it. Needs no terminal and no network; times and zone are fixed, so that
the same reader gives the same pictures.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import resvg_py

from tui_reader.adding import add_sample
from tui_reader.config import Config
from tui_reader.grouping import group_here
from tui_reader.reader import Reader
from tui_reader.ui.app import ReaderApp

NOW = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
FOLDER = Path(__file__).parent.parent / "screenshots"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what is pressed on a screen of that size before it is taken."""

    name: str
    keys: Sequence[str] = ()
    size: tuple[int, int] = (120, 36)
    theme: str = ""
    sample: bool = True
    config: dict[str, object] = field(default_factory=dict)


SHOTS = (
    Shot("main-wide", ["j", "enter"]),
    Shot("main-sources", ["j", "enter"], size=(160, 45)),
    Shot("main-light", ["j", "enter"], theme="tui-reader-light"),
    Shot("main-narrow", size=(80, 24)),
    Shot("article-narrow", ["j", "enter"], size=(80, 24)),
    Shot("summary", ["j", "enter", "s"]),
    Shot("lit", ["j", "enter", "H"]),
    Shot("story", [*"jj", "x", "enter", "s"]),
    Shot("key-terms", ["j", "enter", "b"]),
    Shot("pictures", [*"jjj", "enter", "f", "I"], size=(120, 45)),
    Shot("briefing", ["S"]),
    Shot("time-budget", ["T", "5", "enter"]),
    Shot("summary-narrow", ["j", "enter", "s"], size=(80, 24)),
    Shot("table", [*"jjjj", "enter", *"jjjjjj"]),
    Shot("code", [*"jjjjjj", "enter", "pagedown"]),
    Shot("first-run", sample=False),
    Shot("help", ["question_mark"]),
    Shot("search", ["slash", *"harbour", "enter"]),
)


async def take(shot: Shot, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        reader = Reader.open(Config(refresh_on_start=False), Path(place) / "library.db")
        try:
            if shot.sample:
                add_sample(reader.library, lambda: NOW)
                group_here(reader.library, NOW)
            app = ReaderApp(reader, now=lambda: NOW, tz=UTC)
            async with app.run_test(size=shot.size) as pilot:
                if shot.theme:
                    app.theme = shot.theme
                await pilot.pause(0.3)
                for key in shot.keys:
                    await pilot.press(key)
                    await app.workers.wait_for_complete()
                await app.workers.wait_for_complete()
                await pilot.pause(0.3)
                svg = app.export_screenshot(title="tui-reader")
        finally:
            reader.close()
    (folder / f"{shot.name}.svg").write_text(svg, encoding="utf-8")
    png = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=1.0, font_family="DejaVu Sans Mono", monospace_family="DejaVu Sans Mono"
    )
    (folder / f"{shot.name}.png").write_bytes(png)


def main(folder: Path) -> None:
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    for name in ("NO_COLOR", "SSH_CONNECTION", "SSH_TTY"):
        os.environ.pop(name, None)
    folder.mkdir(exist_ok=True)
    for shot in SHOTS:
        asyncio.run(take(shot, folder))
        print(folder / f"{shot.name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
