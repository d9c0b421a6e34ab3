"""Work in other processes: it comes back, it is killed in time, it can do no harm, and it leaves nothing behind."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App

from tui_reader.domain.document import Block, Document, Kind, Span
from tui_reader.domain.models import ParsedEntry, ParsedFeed
from tui_reader.domain.problems import ReaderError
from tui_reader.domain.text import clean_line
from tui_reader.jobs import JobFailed, Jobs, JobTimedOut, run_slices
from tui_reader.jobs.wire import pack, unpack

from . import job_work

ROOT = Path(__file__).parents[1]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_records_go_in_and_come_back(jobs: Jobs) -> None:
    assert await jobs.run(job_work.feed, ("a", "b"), title="News") == ParsedFeed(
        title="News", entries=(ParsedEntry(guid="a", title="a"), ParsedEntry(guid="b", title="b"))
    )
    document = Document(blocks=(Block(Kind.PARAGRAPH, spans=(Span("text"),)),))
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    assert await jobs.run(_echo, document, moment, {1: frozenset({2})}) == (document, moment, {1: frozenset({2})})


def _echo(*values: object) -> tuple[object, ...]:
    return values


async def test_a_process_is_kept_for_the_next_job(jobs: Jobs) -> None:
    first = await jobs.run(job_work.pid)
    assert first != os.getpid()
    assert await jobs.run(job_work.pid) == first


async def test_what_hangs_is_killed_at_its_deadline(jobs: Jobs) -> None:
    pid = await jobs.run(job_work.pid)
    begun = time.monotonic()
    with pytest.raises(JobTimedOut, match=r"longer than 0\.5 s"):
        await jobs.run(job_work.spin, 60, deadline=0.5)
    assert 0.5 <= time.monotonic() - begun < 5
    assert not alive(pid)
    assert await jobs.run(job_work.pid) != pid


async def test_the_deadline_does_not_count_the_start(jobs: Jobs) -> None:
    assert await jobs.run(job_work.pid, deadline=0.4)


async def test_no_more_processes_than_allowed_and_the_rest_waits_without_losing_time(jobs: Jobs) -> None:
    begun = time.monotonic()
    await asyncio.gather(*(jobs.run(time.sleep, 0.3, deadline=2) for _ in range(4)))
    assert 0.6 <= time.monotonic() - begun < 10
    pids = await asyncio.gather(*(jobs.run(job_work.pid) for _ in range(8)))
    assert len(set(pids)) <= 2


async def test_cancelling_kills_the_work(jobs: Jobs) -> None:
    pid = await jobs.run(job_work.pid)
    task = asyncio.create_task(jobs.run(job_work.spin, 60))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for _ in range(100):
        if not alive(pid):
            break
        await asyncio.sleep(0.05)
    assert not alive(pid)
    assert await jobs.run(job_work.pid)


async def test_our_own_exceptions_come_through_and_others_become_a_line(jobs: Jobs) -> None:
    with pytest.raises(ReaderError, match="no such thing"):
        await jobs.run(_refuse, "no such thing")
    with pytest.raises(JobFailed) as caught:
        await jobs.run(job_work.complain, "bad \x1b]0;PWNED\x07 thing\n" * 100)
    assert str(caught.value).startswith("LookupError: ")
    assert clean_line(str(caught.value)) == str(caught.value)
    assert await jobs.run(job_work.pid)


def _refuse(reason: str) -> None:
    raise ReaderError(reason)


async def test_a_process_that_dies_is_replaced(jobs: Jobs) -> None:
    with pytest.raises(JobFailed, match="status 7"):
        await jobs.run(os._exit, 7)
    with pytest.raises(JobFailed):
        await jobs.run(os.kill, await jobs.run(job_work.pid), signal.SIGKILL)
    pid = await jobs.run(job_work.pid)
    os.kill(pid, signal.SIGKILL)
    await asyncio.sleep(0.3)
    assert await jobs.run(job_work.pid) != pid


@pytest.mark.skipif(sys.platform != "linux", reason="other kernels do not limit the address space")
async def test_memory_is_limited(jobs: Jobs) -> None:
    with pytest.raises(JobFailed, match="memory"):
        await jobs.run(bytes, 2 * 2**30)
    assert await jobs.run(len, b"still there") == 11


async def test_nothing_is_drawn_on_the_terminal(jobs: Jobs, capfd: pytest.CaptureFixture[str]) -> None:
    assert await jobs.run(job_work.shout) == "quiet"
    assert capfd.readouterr() == ("", "")


async def test_a_process_knows_no_secret_and_stands_apart(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_TOKEN", "s3cret")
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    environment, path, group = await jobs.run(job_work.surroundings)
    assert "s3cret" not in environment.values()
    assert "PYTHONWARNINGS" not in environment
    assert path == sys.path
    assert group != os.getpgid(0)  # Ctrl+C does not reach it


async def test_only_plain_data_and_own_records_come_back(
    jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(JobFailed, match="could not be read"):
        await jobs.run(job_work.sly)
    assert os.listdir(tmp_path) == []
    with pytest.raises(ValueError, match="not expected"):
        unpack(pack(job_work.pid))
    with pytest.raises(ValueError, match="not expected"):
        unpack(b"ctui_reader.jobs.wire\nunpack_trusted\n.")


async def test_warming_loads_what_the_first_job_needs(jobs: Jobs) -> None:
    await jobs.warm("tui_reader.summary")
    assert await jobs.run(job_work.is_loaded, "tui_reader.summary")
    assert not await jobs.run(job_work.is_loaded, "trafilatura")
    await jobs.warm("tui_reader.no_such_module")


async def test_closing_ends_what_runs_and_what_waits() -> None:
    jobs = Jobs(1)
    pid = await jobs.run(job_work.pid)
    tasks = [asyncio.create_task(jobs.run(job_work.spin, 60)) for _ in range(3)]
    await asyncio.sleep(0.2)
    await asyncio.to_thread(jobs.close)
    assert {str(error) for error in await asyncio.gather(*tasks, return_exceptions=True)} == {"the reader is closing"}
    with pytest.raises(JobFailed, match="closing"):
        await jobs.run(job_work.pid)
    assert not alive(pid)
    jobs.close()


async def test_one_pool_serves_every_loop(jobs: Jobs) -> None:
    pid = await jobs.run(job_work.pid)
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(jobs.run(job_work.pid))))
    thread.start()
    await asyncio.to_thread(thread.join)
    assert found == [pid]


async def test_under_a_running_screen(jobs: Jobs) -> None:
    class Screen(App[int]):
        async def on_mount(self) -> None:
            with pytest.raises(JobTimedOut):
                await jobs.run(job_work.spin, 60, deadline=0.3)
            self.exit(await jobs.run(len, b"four"))

    app = Screen()
    async with app.run_test():
        pass
    assert app.return_value == 4


def test_a_reader_that_ends_leaves_no_process(tmp_path: Path) -> None:
    """However it ends: closed, forgotten, or killed in the middle of a job."""
    for name in ("pickle", "random", "struct"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the current folder was searched')")
    program = f"""
import asyncio, sys
sys.path.insert(0, {str(ROOT)!r})
from tui_reader.jobs import Jobs
from tests import job_work
async def main(how):
    jobs = Jobs()
    print(await jobs.run(job_work.pid), flush=True)
    if how == "close":
        jobs.close()
    if how == "kill":
        await jobs.run(job_work.spin, 1.0)
asyncio.run(main(sys.argv[1]))
"""
    for how in ("close", "forget", "kill"):
        command = [sys.executable, "-P", "-W", "error", "-c", program, how]
        with subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout
            assert process.stderr
            pid = int(process.stdout.readline())
            if how == "kill":
                time.sleep(0.2)
                process.kill()
            assert process.wait(20) == (-signal.SIGKILL if how == "kill" else 0)
            assert process.stderr.read() == ""
        end = time.monotonic() + 10
        while alive(pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert not alive(pid)


@pytest.mark.parametrize("bad", [(), (0,), (19, 20), (44,)])
async def test_what_breaks_a_slice_costs_itself_alone(jobs: Jobs, bad: tuple[int, ...]) -> None:
    numbers = [-1 if place in bad else place for place in range(45)]
    made = await run_slices(jobs, job_work.double_or_crash, numbers)
    assert made == [None if place in bad else 2 * place for place in range(45)]


async def test_no_slices_of_nothing(jobs: Jobs) -> None:
    assert await run_slices(jobs, job_work.double_or_crash, []) == []
