"""Processes kept for the next job."""

import contextlib
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from ..domain.text import clean_line
from .problems import JobFailed, JobsUnavailable, JobTimedOut
from .process import load
from .worker import START_SECONDS, Job, Worker

R = TypeVar("R")

DEADLINE = 5.0

WARM_MODULES = ("tui_reader.article.page", "tui_reader.summary", "trafilatura")


class Jobs:
    """Up to `processes` processes, started when needed, killed by `close`. For all threads and event loops together."""

    def __init__(self, processes: int = 2) -> None:
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="job")
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._closed = False
        weakref.finalize(self, _end, self._all)

    async def run(self, function: Callable[..., R], *args: Any, deadline: float = DEADLINE, **kwargs: Any) -> R:
        """`function(*args, **kwargs)`, computed in another process within `deadline` seconds from its beginning there.

        `function` is at the top level of a module; arguments and result are plain data or this package's records.
        Cancelling kills the process. Raises JobTimedOut, JobFailed, and this package's own exceptions from `function`.
        """
        result: R = await self._submit(Job(function.__module__, (function, args, kwargs), deadline))
        return result

    def do(
        self, function: Callable[..., R], *args: Any, deadline: float = DEADLINE, patience: float | None = None
    ) -> R:
        """As `run`, for a thread without a loop, which waits; no longer than `patience`, the start included."""
        job = Job(function.__module__, (function, args, {}), deadline)
        future = self._begin(job)
        try:
            result: R = future.result(patience)
        except TimeoutError:
            job.cancel()
            raise JobTimedOut(f"it took longer than {patience:g} s") from None
        except CancelledError:
            raise JobsUnavailable("the reader is closing") from None
        return result

    async def warm(self, *modules: str) -> None:
        """Start a process and load modules there (the extractor and the summariser by default). Never raises."""
        with contextlib.suppress(JobFailed, JobTimedOut):
            await self._submit(Job("", (load, modules or WARM_MODULES, {}), START_SECONDS))

    def close(self) -> None:
        """Kill what runs and wait for its end. Waiting calls get JobFailed. Safe to call twice."""
        with self._lock:
            self._closed = True
            workers = list(self._all)
        for worker in workers:
            worker.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        _end(self._all)

    async def _submit(self, job: "Job") -> Any:
        import asyncio

        future = self._begin(job)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            job.cancel()
            task = asyncio.current_task()
            if future.cancelled() and self._closed and not (task and task.cancelling()):
                raise JobsUnavailable("the reader is closing") from None
            raise

    def _begin(self, job: "Job") -> "Future[Any]":
        try:
            return self._threads.submit(self._work, job)
        except RuntimeError:
            raise JobsUnavailable("the reader is closing") from None

    def _work(self, job: "Job") -> Any:
        job.check()
        worker = self._take()
        try:
            kind, value = worker.do(job)
        except (JobTimedOut, JobFailed):
            self._drop(worker)
            if self._closed:
                raise JobsUnavailable("the reader is closing") from None
            raise
        self._give_back(worker)
        if kind == "done":
            return value
        raise value if kind == "raised" else JobFailed(clean_line(str(value)))

    def _take(self) -> "Worker":
        with self._lock:
            if self._closed:
                raise JobsUnavailable("the reader is closing")
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                self._all.discard(worker)
                worker.close()
            worker = Worker()
            self._all.add(worker)
            return worker

    def _give_back(self, worker: "Worker") -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)

    def _drop(self, worker: "Worker") -> None:
        worker.kill()
        worker.close()
        with self._lock:
            self._all.discard(worker)


def _end(workers: set[Worker]) -> None:
    """Also for a pool that nobody closed."""
    for worker in workers:
        worker.kill()
        worker.close()
    workers.clear()
