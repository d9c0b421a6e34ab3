"""The pictures of an article, fetched when the user asks: two at a time, within a budget, kept for the session."""

import asyncio
import os
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from urllib.parse import urlsplit

from . import sample
from .domain.pictures import Bitmap, Picture, Room
from .domain.problems import ReaderError
from .domain.text import clean_line
from .drawing import draw
from .jobs import JobFailed, Jobs, JobTimedOut
from .web import Client, FetchError

ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/gif;q=0.8, */*;q=0.1"
TOTAL = 20.0
"""Seconds for fetching one picture."""
SECONDS = 5.0
"""How long one picture may keep the job process busy."""
AT_ONCE = 2
KEPT, KEPT_BYTES = 100, 40_000_000
"""Pictures in memory."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What the pictures of one article may cost."""

    pictures: int = 12
    fetched: int = 20_000_000
    """Bytes, as they come; of one picture at most `one`."""
    one: int = 10_000_000
    blocks: Room = Room()  # noqa: RUF009
    pixels: Room = Room()  # noqa: RUF009
    """For a terminal that draws pictures itself: how large a PNG it is sent."""


HERE = Budget()
SSH = Budget(
    pictures=4,
    fetched=8_000_000,
    one=4_000_000,
    blocks=Room(columns=48, lines=14),
    pixels=Room(pixels=120_000, size=80_000),
)
"""A picture in half-blocks costs the line 25 kB whenever it is drawn, one in pixels 107 kB once and 14 kB then."""


def over_ssh() -> bool:
    return bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))


class Pictures:
    """Fetches and keeps them. `setting` is the configuration's `images`."""

    def __init__(self, client: Client, jobs: Jobs, setting: bool | str) -> None:
        self._client = client
        self._jobs = jobs
        self._setting = setting
        self._kept: OrderedDict[tuple[str, Room], Picture | Bitmap | str] = OrderedDict()
        """The picture, or why it cannot be shown. What the network did is not kept: it may do better."""
        self._drawing: set[asyncio.Task[Picture | Bitmap | str]] = set()

    def check(self) -> None:
        """Raises ReaderError, saying what to do, when no picture may or can be shown."""
        if not self._setting:
            raise ReaderError("pictures are off: images = true in the settings turns them on")
        if over_ssh() and self._setting != "ssh":
            raise ReaderError('no pictures over ssh: images = "ssh" in the settings turns them on there too')
        if find_spec("PIL") is None:
            raise ReaderError("pictures need one more package: pip install 'tui-reader[images]'")

    async def show(
        self,
        urls: Sequence[str],
        made: Callable[[str, Picture | Bitmap], None],
        *,
        cell: tuple[int, int] | None = None,
        allow_private: str = "",
    ) -> tuple[str, ...]:
        """Calls `made` with each picture as it comes. The reasons for those that did not, a line each.

        `cell`: the pixels of a cell, for `Bitmap`s; None for `Picture`s. Raises ReaderError as `check` does, before
        anything is fetched.
        """
        self.check()
        budget = SSH if over_ssh() else HERE
        room = replace(budget.pixels, cell=cell) if cell else budget.blocks
        return await _Showing(self, list(dict.fromkeys(urls)), made, budget, room, allow_private).run()

    async def one(self, url: str, room: Room, limit: int, allow_private: str) -> tuple[Picture | Bitmap | str, int]:
        """A picture, or why there is none, and the bytes that it took to get."""
        if (kept := self._kept.get((url, room))) is not None:
            self._kept.move_to_end((url, room))
            return kept, 0
        if sample.is_sample(url):
            body = sample.picture(url)
            if body is None:
                return "the sample edition does not hold it", 0
            return await self._draw(url, body, room), 0
        try:
            answer = await self._client.fetch(
                url, accept=ACCEPT, allow_private=allow_private, limit_wire=limit, limit_decoded=limit, total=TOTAL
            )
        except FetchError as error:
            return error.reason, 0
        if answer.status != 200:
            return f"the server does not give it ({answer.status})", answer.wire
        return await self._draw(url, answer.body, room), answer.wire

    async def _draw(self, url: str, body: bytes, room: Room) -> Picture | Bitmap | str:
        """Goes on when it is cancelled: to end it would be to kill the process, which others need."""
        task = asyncio.create_task(self._drawn(url, body, room))
        self._drawing.add(task)
        task.add_done_callback(self._drawing.discard)
        return await asyncio.shield(task)

    async def _drawn(self, url: str, body: bytes, room: Room) -> Picture | Bitmap | str:
        try:
            got = await self._jobs.run(draw, body, room, deadline=SECONDS)
        except JobTimedOut:
            got = f"it could not be drawn within {SECONDS:.0f} s"
        except JobFailed as error:
            return clean_line(f"it could not be drawn: {error}")
        self._kept[url, room] = got = _checked(got, room)
        while len(self._kept) > KEPT or sum(map(_bytes, self._kept.values())) > KEPT_BYTES:
            self._kept.popitem(last=False)
        return got


class _Showing:
    """The pictures of one article, on their way. One host is asked for one at a time."""

    def __init__(
        self,
        pictures: Pictures,
        wanted: list[str],
        made: Callable[[str, Picture | Bitmap], None],
        budget: Budget,
        room: Room,
        allow_private: str,
    ) -> None:
        self._pictures, self._wanted, self._made = pictures, wanted, made
        self._budget, self._room, self._allow_private = budget, room, allow_private
        self._waiting = wanted[: budget.pictures]
        self._hosts: set[str] = set()
        """Those that are being asked."""
        self._left = budget.fetched
        self._reasons: dict[str, str] = {}

    async def run(self) -> tuple[str, ...]:
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._work())
        reasons = [self._reasons[url] for url in self._wanted if url in self._reasons]
        if self._waiting:
            reasons.append(f"the pictures before it took {self._budget.fetched // 1_000_000} MB already")
        if len(self._wanted) > self._budget.pictures:
            reasons.append(f"no more than {self._budget.pictures} are fetched for an article")
        return tuple(reasons)

    async def _work(self) -> None:
        """One after the other, until there is none that may be fetched now; the other worker has what is left then."""
        while self._left > 0:
            url = next((url for url in self._waiting if _host(url) not in self._hosts), None)
            if url is None:
                return
            self._waiting.remove(url)
            self._hosts.add(_host(url))
            limit = min(self._left, self._budget.one)
            self._left -= limit
            got, taken = await self._pictures.one(url, self._room, limit, self._allow_private)
            self._left += limit - taken
            self._hosts.discard(_host(url))
            if isinstance(got, str):
                self._reasons[url] = got
            else:
                self._made(url, got)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _bytes(kept: Picture | Bitmap | str) -> int:
    match kept:
        case Picture():
            return len(kept.pixels) + len(kept.fine)
        case Bitmap():
            return len(kept.png)
    return 0


def _checked(got: Picture | Bitmap | str, room: Room) -> Picture | Bitmap | str:
    """What a process that has handled hostile bytes sent back, looked at again."""
    try:
        match got:
            case Picture() if room.cell is None:
                return Picture(got.width, got.height, bytes(got.pixels), bytes(got.fine))
            case Bitmap() if room.cell is not None and len(got.png) <= room.size:
                return Bitmap(got.width, got.height, bytes(got.png))
            case str():
                return clean_line(got, 200)
    except (ValueError, TypeError, AttributeError):
        pass
    return "it could not be drawn"
