"""The pictures of an article, fetched when the user asks: one by one, within a budget, kept for the session."""

import os
from collections import OrderedDict
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from . import sample
from .domain.outcomes import ReaderError
from .domain.pictures import Picture
from .domain.text import clean_line
from .drawing import draw
from .jobs import JobFailed, Jobs, JobTimedOut
from .web import Client, FetchError

ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/gif;q=0.8, */*;q=0.1"
BYTES_LIMIT = 10_000_000
"""Of one picture, as it comes."""
TOTAL = 20.0
"""Seconds for fetching one picture."""
SECONDS = 5.0
"""How long one picture may keep the job process busy."""

AN_ARTICLE = 12
"""Pictures fetched for an article at most; over ssh, where each costs the line some 50 kB to draw, a third of that."""
AN_ARTICLE_BYTES = 20_000_000
KEPT = 100
"""Pictures in memory, of at most 72 kB each."""


def over_ssh() -> bool:
    return bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))


class Pictures:
    """Fetches and keeps them. `setting` is the configuration's `images`."""

    def __init__(self, client: Client, jobs: Jobs, setting: bool | str) -> None:
        self._client = client
        self._jobs = jobs
        self._setting = setting
        self._kept: OrderedDict[str, Picture | str] = OrderedDict()
        """Address -> the picture, or why it cannot be shown. What the network did is not kept: it may do better."""

    def check(self) -> None:
        """Raises ReaderError, saying what to do, when no picture may or can be shown."""
        if not self._setting:
            raise ReaderError("pictures are off: images = true in the settings turns them on")
        if over_ssh() and self._setting != "ssh":
            raise ReaderError('no pictures over ssh: images = "ssh" in the settings turns them on there too')
        if find_spec("PIL") is None:
            raise ReaderError("pictures need one more package: pip install 'tui-reader[images]'")

    async def show(
        self, urls: Sequence[str], made: Callable[[str, Picture], None], *, allow_private: str = ""
    ) -> tuple[str, ...]:
        """Calls `made` with each picture as it comes. The reasons for those that did not, a line each.

        Raises ReaderError as `check` does, before anything is fetched.
        """
        self.check()
        most = AN_ARTICLE // 3 if over_ssh() else AN_ARTICLE
        left = AN_ARTICLE_BYTES
        reasons: list[str] = []
        wanted = list(dict.fromkeys(urls))
        for url in wanted[:most]:
            if left <= 0:
                reasons.append(f"the pictures before it took {AN_ARTICLE_BYTES // 1_000_000} MB already")
                break
            got, taken = await self._one(url, min(left, BYTES_LIMIT), allow_private)
            left -= taken
            if isinstance(got, Picture):
                made(url, got)
            else:
                reasons.append(got)
        if len(wanted) > most:
            reasons.append(f"no more than {most} are fetched for an article")
        return tuple(reasons)

    async def _one(self, url: str, limit: int, allow_private: str) -> tuple[Picture | str, int]:
        """A picture, or why there is none, and the bytes that it took to get."""
        if (kept := self._kept.get(url)) is not None:
            self._kept.move_to_end(url)
            return kept, 0
        if sample.is_sample(url):
            body = sample.picture(url)
            if body is None:
                return "the sample edition does not hold it", 0
            return await self._draw(url, body), 0
        try:
            answer = await self._client.fetch(
                url, accept=ACCEPT, allow_private=allow_private, limit_wire=limit, limit_decoded=limit, total=TOTAL
            )
        except FetchError as error:
            return error.reason, 0
        if answer.status != 200:
            return f"the server does not give it ({answer.status})", answer.wire
        return await self._draw(url, answer.body), answer.wire

    async def _draw(self, url: str, body: bytes) -> Picture | str:
        try:
            got = await self._jobs.run(draw, body, deadline=SECONDS)
        except JobTimedOut:
            got = f"it could not be drawn within {SECONDS:.0f} s"
        except JobFailed as error:
            return clean_line(f"it could not be drawn: {error}")
        got = _checked(got)
        self._kept[url] = got
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return got


def _checked(got: Picture | str) -> Picture | str:
    """What a process that has handled hostile bytes sent back, looked at again."""
    if not isinstance(got, Picture):
        return clean_line(str(got), 200)
    try:
        return Picture(got.width, got.height, bytes(got.pixels), bytes(got.fine))
    except (ValueError, TypeError, AttributeError):
        return "it could not be drawn"
