"""What a picture costs: python -m tests.bench.pictures

Milliseconds of CPU time, medians, and bytes. The worst case: no two cells have the same colours.
"""

import io
import os
import statistics
import time
from collections.abc import Callable

from PIL import Image as Pil
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style

from tui_reader.domain.document import Block, Document, Image, Kind
from tui_reader.domain.layout import lay_out
from tui_reader.domain.pictures import Bitmap, Picture, Room
from tui_reader.domain.placeholders import sent
from tui_reader.drawing import draw
from tui_reader.pictures import HERE, SSH
from tui_reader.ui.widgets import article_paint

URL = "https://example.org/a.png"
DOCUMENT = Document((Block(Kind.IMAGE, image=0),), images=(Image(URL),))
CELL = (10, 20)


def milliseconds(work: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(1000 * (time.process_time() - begun))
    return statistics.median(found)


def photograph(width: int, height: int) -> Pil.Image:
    """Soft shapes with some grain, about as hard to compress as a photograph."""
    shapes = Pil.frombytes("RGB", (12, 8), os.urandom(12 * 8 * 3)).resize((width, height), Pil.Resampling.BICUBIC)
    grain = Pil.effect_noise((width, height), 12).convert("RGB")
    return Pil.blend(shapes, grain, 0.2)


def encoded(kind: str, width: int, height: int) -> bytes:
    out = io.BytesIO()
    photograph(width, height).save(out, kind)
    return out.getvalue()


def paint(picture: Picture | Bitmap, width: int) -> list[article_paint.Strip]:
    article_paint._two.cache_clear()
    painter = article_paint.Painter(lambda _: Style(), lambda _: Style())
    lines = lay_out(DOCUMENT, width, {URL: picture})
    return [painter.strip(line, 2, width, width + 4, number) for number, line in enumerate(lines)]


def written(picture: Picture | Bitmap, width: int, console: Console) -> int:
    """Bytes that a redraw of all its lines sends, as for each step of scrolling."""
    return sum(len(strip.render(console).encode()) for strip in paint(picture, width))


def step(picture: Picture | Bitmap, width: int, console: Console, *, fresh: bool) -> float:
    """Milliseconds for a redraw: with lines that were painted before, or with a line that was not."""
    strips = paint(picture, width)

    def work() -> None:
        for strip in strips[1:]:
            strip._render_cache = None
            strip.render(console)
        if fresh:
            paint(picture, width)

    return milliseconds(work, 15)


def job() -> None:
    for kind, width, height in (("JPEG", 1200, 800), ("JPEG", 6000, 4000), ("PNG", 1200, 800), ("PNG", 7700, 5100)):
        data = encoded(kind, width, height)
        spent = {}
        for name, room in (("half-blocks", Room()), ("pixels", Room(cell=CELL))):
            spent[name] = milliseconds(lambda data=data, room=room: draw(data, room), 3)  # type: ignore[misc]
        told = ", ".join(f"{name} {value:.0f} ms" for name, value in spent.items())
        print(f"job: {kind} of {width * height / 1e6:.0f} million pixels, {len(data) // 1000} kB: {told}")


def rooms() -> None:
    data = encoded("JPEG", 1600, 1067)
    for name, budget in (("here", HERE), ("over ssh", SSH)):
        for cell in (CELL, (20, 40)):
            room = budget.pixels
            made = draw(data, Room(room.columns, room.lines, cell, room.pixels, room.size))
            assert isinstance(made, Bitmap)
            size = len(sent(made.png, 1 << 20, made.width, made.height))
            print(f"sent once, {name}, cells of {cell[0]} x {cell[1]} pixels: {size / 1000:.0f} kB")


def screen() -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    assert console._color_system is ColorSystem.TRUECOLOR
    data = encoded("JPEG", 1600, 1067)
    for name, room in (
        ("half-blocks", HERE.blocks),
        ("half-blocks over ssh", SSH.blocks),
        ("placeholders", Room(cell=CELL)),
    ):
        picture = draw(data, room)
        assert not isinstance(picture, str)
        painted = milliseconds(lambda picture=picture: paint(picture, 72), 15)  # type: ignore[misc]
        again = step(picture, 72, console, fresh=False)
        size = written(picture, 72, console)
        print(
            f"screen: {picture.width} x {picture.height} cells of {name} in a column of 72: laid out and painted "
            f"{painted:.1f} ms, drawn at each step {again:.2f} ms, {size / 1000:.1f} kB"
        )


def main() -> None:
    job()
    rooms()
    screen()


if __name__ == "__main__":
    main()
