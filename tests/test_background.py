"""The background thread."""

import asyncio
import threading
import time

import pytest

from tui_reader.background import Background


async def where() -> str:
    return threading.current_thread().name


def test_work_runs_elsewhere_and_its_result_comes_back() -> None:
    background = Background("elsewhere")
    assert asyncio.run(background.run(where())) == "elsewhere"
    background.close()


def test_what_work_raises_comes_back_too() -> None:
    async def fail() -> None:
        raise ValueError("no")

    background = Background()
    with pytest.raises(ValueError, match="no"):
        asyncio.run(background.run(fail()))
    background.close()


def test_cancelling_the_caller_cancels_the_work() -> None:
    cancelled = threading.Event()

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async def main() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(background.run(wait()), 0.1)

    background = Background()
    asyncio.run(main())
    assert cancelled.wait(5)
    background.close()


def test_closing_ends_what_runs_and_then_does_the_last_thing() -> None:
    done: list[str] = []

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            done.append("cancelled")

    async def last() -> None:
        done.append("last")

    background = Background()
    background.start(wait())
    begin = time.monotonic()
    while not done and time.monotonic() < begin + 0.2:
        time.sleep(0.01)
    background.close(last())
    assert done == ["cancelled", "last"]
    assert not [thread for thread in threading.enumerate() if thread.name == "tui-reader background"]


def test_closing_before_anything_ran_is_nothing() -> None:
    async def last() -> None:
        raise AssertionError

    background = Background()
    background.close(last())
    background.close()


def test_after_closing_nothing_is_begun() -> None:
    background = Background()
    background.start(where())
    background.close()
    background.start(where())
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(background.run(where()))
    assert not [thread for thread in threading.enumerate() if thread.name == "tui-reader background"]


def test_what_is_begun_while_it_closes_is_ended_too() -> None:
    ended: list[str] = []
    tasks: list[asyncio.Task[None]] = []

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("ended")

    async def last() -> None:
        tasks.append(asyncio.get_running_loop().create_task(wait()))
        await asyncio.sleep(0)

    background = Background()
    background.start(where())
    background.close(last())
    assert ended == ["ended"]
    assert tasks[0].cancelled()
