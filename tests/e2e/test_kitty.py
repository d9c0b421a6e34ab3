"""Pictures in a terminal that draws them itself: what is sent, where they stand, and that nothing of it stays."""

import io
import signal
from html import escape
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.kitty import Kitty
from tests.e2e.reading import command
from tests.e2e.terminal import environment, installed
from tests.server import Server

RED, BLUE = (220, 20, 30), (20, 30, 220)
WORDS = "The harbour was quiet on Monday, and nobody had expected otherwise. " * 12


def picture(size: tuple[int, int] = (600, 400)) -> bytes:
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def library(home: Path, server: Server, *sizes: tuple[int, int]) -> None:
    """Two articles; the newer one has pictures."""
    urls = [server.add(f"/{number}.jpg", body=picture(size), type="image/jpeg") for number, size in enumerate(sizes)]
    shown = "".join(f"<img src='{url}' alt='The pier'/><p>{WORDS}</p>" for url in urls)
    articles = (("Pier", shown), ("Plain", f"<p>{WORDS}</p>"))
    items = "".join(
        f"<item><title>{title}</title><guid>{title}</guid><pubDate>Mon, 23 Nov 2026 0{hour}:00:00 GMT</pubDate>"
        f"<description>{escape(f'<p>{WORDS}</p>{content}')}</description></item>"
        for hour, (title, content) in zip((2, 1), articles, strict=True)
    )
    feed = f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
    server.add("/feed.xml", body=feed.encode(), type="text/xml")
    command(home, "add", server.url("/feed.xml"))


def reader(home: Path, more: dict[str, str] | None = None, *, columns: int = 120, tmux: bool = False) -> Kitty:
    env = environment(home, **{"TERM": "xterm-kitty", "COLORTERM": "truecolor", **(more or {})})
    return Kitty(installed(), env=env, columns=columns, lines=50, tmux=tmux)


def opened(terminal: Kitty) -> None:
    terminal.wait_for("Unread · 2", "Picture: The pier")
    terminal.press("enter")
    terminal.wait_for("Unread · 1")


def fits(terminal: Kitty) -> bool:
    """Whether placeholders are seen, and what is seen is one picture, whole, where the terminal was told."""
    cells = terminal.cells()
    if not cells:
        return False
    top, left = min(cells)
    ((number, held),) = terminal.held.items()
    grid = {
        (top + line, left + column): (number, line, column)
        for line in range(held.lines)
        for column in range(held.columns)
    }
    return cells == grid


@pytest.mark.parametrize(
    ("more", "tmux", "setting"),
    [
        ({}, False, "auto"),
        ({"TEXTUAL_THEME": "tui-reader-light"}, False, "auto"),
        ({"TEXTUAL_THEME": "ansi-dark"}, False, "auto"),
        ({"TEXTUAL_THEME": "ansi-light", "COLORTERM": ""}, False, "auto"),
        ({"COLORTERM": ""}, False, "auto"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux-1/default,1,0"}, True, "kitty"),
    ],
)
def test_a_picture_is_sent_once_and_stands_where_its_cells_are(
    tmp_path: Path, more: dict[str, str], tmux: bool, setting: str
) -> None:
    settings = tmp_path / "config" / "tui-reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'image_style = "{setting}"\n')
    with Server() as server:
        library(tmp_path, server, (600, 400))
        with reader(tmp_path, more, tmux=tmux) as terminal:
            opened(terminal)
            terminal.settle()
            assert terminal.commands == []
            terminal.press("I")
            terminal.wait_until(lambda: fits(terminal), "the picture")
            ((number, held),) = terminal.held.items()
            assert (number < 256) is (more.get("COLORTERM") == "")
            assert (held.columns, held.lines) == (60, 20)
            image = held.image.convert("RGB")
            assert image.size == (600, 400)
            assert not held.image.info.keys() & {"exif", "icc_profile", "dpi"}
            for place, colour in (((20, 200), RED), ((580, 200), BLUE)):
                assert all(abs(a - b) < 12 for a, b in zip(image.getpixel(place), colour, strict=True))  # type: ignore[arg-type]
            terminal.wait_for("hides them")
            top = min(terminal.cells())[0]
            terminal.press("j")
            terminal.wait_until(lambda: min(terminal.cells())[0] == top - 1 and fits(terminal), "one line further")
            terminal.press("q")
            terminal.press("q")
            assert terminal.wait_exit() == 0
            assert [keys["a"] for keys in terminal.commands if "a" in keys] == ["T", "d"]
            assert terminal.held == {}
            assert terminal.raw.rfind(b"a=d") < terminal.raw.rfind(b"\x1b[?1049l")


def test_it_is_deleted_with_its_article_and_sent_again_with_it(tmp_path: Path) -> None:
    with Server() as server:
        library(tmp_path, server, (600, 400))
        with reader(tmp_path) as terminal:
            opened(terminal)
            terminal.press("I")
            terminal.wait_until(lambda: fits(terminal), "the picture")
            terminal.press("n")
            terminal.wait_until(lambda: not terminal.held and not terminal.cells(), "the next article, without it")
            terminal.press("p")
            terminal.wait_until(lambda: fits(terminal), "the picture again, for pictures are on")
            terminal.press("I")
            terminal.wait_until(lambda: not terminal.held and not terminal.cells(), "no picture")
            terminal.press("n", "p")
            terminal.settle()
            assert not terminal.held
            terminal.press("I")
            terminal.wait_until(lambda: fits(terminal), "the picture")
            assert server.paths.count("/0.jpg") == 1
            terminal.kill(signal.SIGTERM)
            assert terminal.wait_exit() == 143
            assert not terminal.held


def test_another_width_gives_it_other_cells_and_sends_it_no_second_time(tmp_path: Path) -> None:
    with Server() as server:
        library(tmp_path, server, (1600, 800))
        with reader(tmp_path, columns=160) as terminal:
            opened(terminal)
            terminal.press("I")
            terminal.wait_until(lambda: fits(terminal), "the picture")
            ((_, held),) = terminal.held.items()
            before = held.columns
            terminal.resize(70, 50)
            terminal.wait_until(lambda: held.columns < before and fits(terminal), "a narrower picture")
            assert held.lines == round(held.columns / 4)
            assert sum(keys.get("a") == "T" for keys in terminal.commands) == 1


def test_over_ssh_it_is_made_small_first(tmp_path: Path) -> None:
    settings = tmp_path / "config" / "tui-reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('images = "ssh"\n')
    with Server() as server:
        library(tmp_path, server, (600, 400))
        noise = io.BytesIO()
        Image.effect_noise((900, 600), 120).convert("RGB").save(noise, "JPEG")
        server.add("/0.jpg", body=noise.getvalue(), type="image/jpeg")
        with reader(tmp_path, {"SSH_TTY": "/dev/pts/9"}) as terminal:
            opened(terminal)
            terminal.press("I")
            terminal.wait_until(lambda: fits(terminal), "the picture")
            ((_, held),) = terminal.held.items()
            assert (held.columns, held.lines) == (72, 24)
            assert held.image.width * held.image.height <= 120_000
            assert len(held.data) < 110_000


@pytest.mark.parametrize(
    "more",
    [
        {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-1/default,1,0", "KITTY_WINDOW_ID": "1"},
    ],
)
def test_elsewhere_there_are_half_blocks(tmp_path: Path, more: dict[str, str]) -> None:
    with Server() as server:
        library(tmp_path, server, (600, 400))
        with reader(tmp_path, more) as terminal:
            opened(terminal)
            terminal.press("I")
            terminal.wait_for("▀▀▀▀▀▀▀▀")
            assert terminal.commands == []
            assert not terminal.cells()
