"""The thread on which everything slow is awaited: network and job processes never touch the screen's event loop."""

import asyncio
import sys
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

Result = TypeVar("Result")

SWITCH_INTERVAL = 0.001
"""Seconds: how soon a busy thread hands over to the screen's; Python's own 0.005 shows as lag while one scrolls."""


class Background:
    """One event loop on a thread of its own, started on first use."""

    def __init__(self, name: str = "tui-reader background") -> None:
        self._name = name
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    async def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Await `work` on the background loop from any other loop; cancelling the caller cancels the work.

        After close() the work is not begun, and the caller is cancelled.
        """
        future = self._begin(work)
        if future is None:
            raise asyncio.CancelledError
        return await asyncio.wrap_future(future)

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Begin `work` without waiting for it; what it raises is dropped. After close() nothing is begun."""
        self._begin(work)

    def close(self, last: Coroutine[Any, Any, None] | None = None, seconds: float = 2.0) -> None:
        """Cancel what is under way, await `last` for at most `seconds`, and end the thread. May be called twice."""
        with self._lock:
            self._closed = True
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop is None or thread is None:
            if last is not None:
                last.close()
            return
        asyncio.run_coroutine_threadsafe(_wind_up(last, seconds), loop).add_done_callback(
            lambda _: loop.call_soon_threadsafe(loop.stop)
        )
        thread.join(seconds + 1)

    def _begin(self, work: Coroutine[Any, Any, Result]) -> Future[Result] | None:
        with self._lock:
            if self._closed:
                work.close()
                return None
            if self._loop is None:
                sys.setswitchinterval(SWITCH_INTERVAL)
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_run, args=(self._loop,), name=self._name, daemon=True)
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(work, self._loop)


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def _wind_up(last: Coroutine[Any, Any, None] | None, seconds: float) -> None:
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    if others:
        await asyncio.wait(others, timeout=seconds)
    if last is not None:
        try:
            await asyncio.wait_for(last, seconds)
        except TimeoutError:
            return
