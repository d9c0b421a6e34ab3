"""Fetching pictures: what may be asked for, how much of it, what is kept, and why some are not shown."""

import io
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
from PIL import Image

from tests.server import Server
from tui_reader import pictures, sample
from tui_reader.config import NetworkConfig
from tui_reader.domain.outcomes import ReaderError
from tui_reader.domain.pictures import Bitmap, Picture
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
