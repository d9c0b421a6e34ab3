"""What a picture costs: python -m tests.bench.pictures

Milliseconds of CPU time, medians. The worst case: no two cells have the same colours.
"""

import io
import os
import statistics
import time
from collections.abc import Callable

from PIL import Image as Pil
from rich.style import Style

from tui_reader.domain.document import Block, Document, Image, Kind
from tui_reader.domain.layout import lay_out
from tui_reader.domain.pictures import Picture
from tui_reader.drawing import draw
from tui_reader.ui.widgets import article_paint

URL = "https://example.org/a.png"
DOCUMENT = Document((Block(Kind.IMAGE, image=0),), images=(Image(URL),))


def milliseconds(work: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(1000 * (time.process_time() - begun))
    return statistics.median(found)


def encoded(kind: str, width: int, height: int) -> bytes:
    out = io.BytesIO()
    noise = Pil.frombytes("RGB", (96, 64), os.urandom(96 * 64 * 3))
    noise.resize((width, height), Pil.Resampling.BICUBIC).save(out, kind)
    return out.getvalue()


def paint(picture: Picture, width: int) -> None:
    article_paint._two.cache_clear()
    painter = article_paint.Painter(lambda _: Style(), lambda _: Style())
    for number, line in enumerate(lay_out(DOCUMENT, width, {URL: picture})):
        painter.strip(line, 2, width, width + 4, number)


def main() -> None:
    for kind, width, height in (("JPEG", 1200, 800), ("JPEG", 6000, 4000), ("PNG", 1200, 800), ("PNG", 7700, 5100)):
        data = encoded(kind, width, height)
        spent = milliseconds(lambda data=data: draw(data), 3)  # type: ignore[misc]
        print(f"job: {kind} of {width * height / 1e6:.0f} million pixels, {len(data) // 1000} kB: {spent:.0f} ms")
    picture = Picture(72, 24, os.urandom(72 * 24 * 6), os.urandom(72 * 24 * 24))
    for width in (72, 58, 50):
        laid = milliseconds(lambda width=width: list(lay_out(DOCUMENT, width, {URL: picture})), 15)  # type: ignore[misc]
        both = milliseconds(lambda width=width: paint(picture, width), 15)  # type: ignore[misc]
        print(f"screen: 72 x 24 cells in a column of {width}: lines {laid:.1f} ms, with painting {both:.1f} ms")


if __name__ == "__main__":
    main()
