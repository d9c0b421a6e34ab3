"""Fetching pictures: what may be asked for, how much of it, what is kept, and why some are not shown."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
from PIL import Image

from tests.server import Server
from tui_reader import pictures, sample
from tui_reader.config import NetworkConfig
from tui_reader.domain.pictures import Bitmap, Picture, Room
from tui_reader.domain.problems import ReaderError
from tui_reader.jobs import Jobs
from tui_reader.pictures import Pictures
from tui_reader.web import Client


class Shown:
    """Pictures that came, and those that did not."""

    def __init__(self, one: Pictures, server: Server) -> None:
        self.pictures, self.server = one, server
        self.made: dict[str, Picture | Bitmap] = {}

    async def show(self, *urls: str) -> tuple[str, ...]:
        self.made.clear()
        return await self.pictures.show(urls, self.made.__setitem__, allow_private=self.server.address)


@pytest.fixture(scope="module")
def jobs() -> Iterator[Jobs]:
    jobs = Jobs(1)
    yield jobs
    jobs.close()


@pytest.fixture
async def shown(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Shown]:
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    with Server() as server:
        async with Client(NetworkConfig(proxy="none")) as client:
            yield Shown(Pictures(client, jobs, True), server)


def png(size: tuple[int, int] = (30, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size).save(out, "PNG")
    return out.getvalue()


async def test_pictures_come_once_and_stay(shown: Shown) -> None:
    urls = [shown.server.add(f"/{name}", body=png()) for name in "ab"]
    assert await shown.show(*urls, *urls) == ()
    assert list(shown.made) == urls
    assert shown.made[urls[0]] == Picture(30, 10, bytes(1800), bytes(7200))
    assert await shown.show(*urls) == ()
    assert list(shown.made) == urls
    assert shown.server.paths == ["/a", "/b"]


async def test_what_is_broken_is_not_fetched_again_and_what_was_away_is(shown: Shown) -> None:
    broken = shown.server.add("/svg", body=b"<svg xmlns='http://www.w3.org/2000/svg'/>", type="image/svg+xml")
    away = shown.server.url("/away")
    for _ in range(2):
        svg, gone = await shown.show(broken, away)
        assert "SVG" in svg
        assert "404" in gone
    assert shown.server.paths == ["/svg", "/away", "/away"]


async def test_a_picture_of_more_than_ten_megabytes_is_left(shown: Shown) -> None:
    url = shown.server.add("/large", body=png() + bytes(pictures.HERE.one))
    (reason,) = await shown.show(url)
    assert "MB" in reason or "large" in reason
    assert shown.made == {}


async def test_an_article_has_a_budget(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    urls = [shown.server.add(f"/{number}", body=png()) for number in range(pictures.HERE.pictures + 3)]
    (reason,) = await shown.show(*urls)
    assert len(shown.made) == len(shown.server.paths) == pictures.HERE.pictures
    assert str(pictures.HERE.pictures) in reason
    monkeypatch.setattr(pictures, "HERE", replace(pictures.HERE, fetched=3 * len(png())))
    more = [shown.server.add(f"/more{number}", body=png()) for number in range(6)]
    (reason,) = await shown.show(*more)
    assert "MB already" in reason
    assert len(shown.made) == 3


async def test_what_is_kept_is_bounded(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "KEPT", 2)
    urls = [shown.server.add(f"/{number}", body=png()) for number in range(3)]
    await shown.show(*urls)
    await shown.show(urls[0])
    assert shown.server.paths == ["/0", "/1", "/2", "/0"]


async def test_a_redirect_into_the_own_network_is_not_followed(shown: Shown) -> None:
    other = shown.server.url("/private", host="127.0.0.2")
    url = shown.server.redirect("/moved", other)
    (reason,) = await shown.show(url)
    assert "private address" in reason
    assert shown.server.paths == ["/moved"]


async def test_the_sample_editions_pictures_are_its_own_files(shown: Shown) -> None:
    here, gone, outside = (f"https://{sample.HOST}/pictures/{name}" for name in ("bay.jpg", "no.jpg", "../feed.xml"))
    reasons = await shown.show(here, gone, outside)
    assert list(shown.made) == [here]
    assert len(reasons) == 2
    assert shown.server.requests == []


@pytest.mark.parametrize(
    ("setting", "ssh", "may"), [(True, False, 1), (True, True, 0), ("ssh", True, 1), (False, False, 0)]
)
async def test_who_may_see_pictures(
    shown: Shown, jobs: Jobs, monkeypatch: pytest.MonkeyPatch, setting: bool | str, ssh: bool, may: bool
) -> None:
    if ssh:
        monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    shown.pictures = Pictures(Client(), jobs, setting)
    url = f"https://{sample.HOST}/pictures/bay.jpg"
    if may:
        assert await shown.show(url) == ()
    else:
        with pytest.raises(ReaderError, match="in the settings"):
            await shown.show(url)


class Slow(Pictures):
    """Every picture waits until the test lets it come."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(Client(), jobs, True)
        self.asked: list[str] = []
        self.limits: list[int] = []
        self.done: dict[str, asyncio.Future[int]] = {}

    async def one(self, url: str, room: Room, limit: int, allow_private: str) -> tuple[Picture | Bitmap | str, int]:
        self.asked.append(url)
        self.limits.append(limit)
        self.done[url] = asyncio.get_running_loop().create_future()
        return Picture(1, 1, bytes(6)), await self.done[url]

    async def let(self, url: str, taken: int = 1000) -> None:
        self.done[url].set_result(taken)
        for _ in range(5):
            await asyncio.sleep(0)


A1, A2, A3, B1, B2 = (f"https://{name[0]}.example/{name[1]}.png" for name in ("a1", "a2", "a3", "b1", "b2"))


async def begun(slow: Slow, *urls: str) -> "asyncio.Task[tuple[str, ...]]":
    task = asyncio.create_task(slow.show(urls, lambda *_: None))
    for _ in range(5):
        await asyncio.sleep(0)
    return task


async def test_two_are_fetched_at_a_time_and_one_of_a_host(shown: Shown, jobs: Jobs) -> None:
    slow = Slow(jobs)
    task = await begun(slow, A1, A2, B1, A3, B2)
    assert slow.asked == [A1, B1]
    await slow.let(B1)
    assert slow.asked == [A1, B1, B2]
    await slow.let(B2)
    assert slow.asked == [A1, B1, B2]
    await slow.let(A1)
    await slow.let(A2)
    await slow.let(A3)
    assert slow.asked == [A1, B1, B2, A2, A3]
    assert await task == ()


async def test_the_budget_holds_for_two_at_a_time(shown: Shown, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "HERE", replace(pictures.HERE, fetched=5000, one=3000))
    slow = Slow(jobs)
    task = await begun(slow, A1, B1, A2, B2)
    assert slow.limits == [3000, 2000]
    await slow.let(A1, 3000)
    assert slow.asked == [A1, B1], "all that is left is promised to the other"
    await slow.let(B1, 500)
    assert slow.limits == [3000, 2000, 1500]
    await slow.let(A2, 1500)
    assert slow.asked == [A1, B1, A2]
    (reason,) = await task
    assert "MB already" in reason


async def test_what_was_fetched_is_drawn_even_when_nobody_waits_any_more(shown: Shown) -> None:
    out = io.BytesIO()
    Image.effect_noise((3000, 2500), 50).save(out, "PNG")
    url = shown.server.add("/large", body=out.getvalue())
    task = asyncio.create_task(shown.show(url))
    for _ in range(2000):
        if shown.pictures._drawing:
            break
        await asyncio.sleep(0.005)
    (drawing,) = shown.pictures._drawing
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert isinstance(await drawing, Picture)
    assert await shown.show(url) == ()
    assert list(shown.made) == [url]
    assert shown.server.paths == ["/large"]


async def test_over_ssh_less_is_fetched_and_drawn(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5000 192.0.2.2 22")
    shown.pictures._setting = "ssh"
    urls = [shown.server.add(f"/{number}", body=png((1200, 800))) for number in range(6)]
    (reason,) = await shown.show(*urls)
    assert "no more than 4" in reason
    assert {(picture.width, picture.height) for picture in shown.made.values()} == {(42, 14)}
    large = shown.server.add("/large", body=png() + bytes(pictures.SSH.one))
    assert len(await shown.show(large)) == 1


async def test_for_a_terminal_that_draws_a_png_is_made(shown: Shown) -> None:
    url = shown.server.add("/a", body=png((300, 200)))
    assert (
        await shown.pictures.show([url], shown.made.__setitem__, cell=(10, 20), allow_private=shown.server.address)
        == ()
    )
    (made,) = shown.made.values()
    assert isinstance(made, Bitmap)
    assert (made.width, made.height, made.id) == (30, 10, 0)
    assert await shown.show(url) == ()
    assert isinstance(shown.made[url], Picture), "the other kind is made anew"
