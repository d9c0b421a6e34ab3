"""One process as the reader sees it."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from typing import Any

from ..domain.text import clean_line
from .problems import JobFailed, JobsUnavailable, JobTimedOut
from .process import READY, load
from .wire import pack, receive, send, unpack

START_SECONDS = 60.0
"""For starting Python and loading a module, before the deadline of the work itself begins."""

_PIPE = 512 * 1024
"""Bytes that a pipe holds, where the platform lets one choose: a usual page goes through at once."""
_PACKAGE = __name__.rpartition(".")[0]
_BOOT = (
    f"import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from {_PACKAGE}.process import serve; serve()"
)
_ENVIRONMENT = re.compile(
    "PATH|HOME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|PYTHONHOME|LD_LIBRARY_PATH|DYLD_.*|VIRTUAL_ENV"
    "|SYSTEMROOT|SYSTEMDRIVE|WINDIR|USERPROFILE|APPDATA|LOCALAPPDATA",
    re.IGNORECASE,
)
"""What a process is told of the environment: nothing that could be a secret."""


class Job:
    """One piece of work. `module`: what must be loaded before the deadline counts."""

    def __init__(self, module: str, call: tuple[Any, ...], deadline: float) -> None:
        self.module = module
        self.data = pack((deadline, *call))
        self.deadline = deadline
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._cancelled = False

    def check(self) -> None:
        if self._cancelled:
            raise JobFailed("cancelled")

    def begin(self, worker: "Worker") -> None:
        with self._lock:
            self.check()
            self._worker = worker

    def end(self) -> None:
        with self._lock:
            self._worker = None

    def cancel(self) -> None:
        with self._lock:
            self._cancelled = True
            if self._worker:
                self._worker.kill()


class Worker:
    """A process that does one job at a time."""

    def __init__(self) -> None:
        environment = {name: value for name, value in os.environ.items() if _ENVIRONMENT.fullmatch(name)}
        self._loaded: set[str] = set()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _BOOT],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pipesize=_PIPE,
                env=environment,
                start_new_session=True,  # Ctrl+C is meant for the reader
            )
        except OSError as error:
            raise JobsUnavailable(clean_line(f"no process could be started: {error}")) from error
        self._started = False

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        with contextlib.suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.wait()

    def do(self, job: Job) -> tuple[str, Any]:
        """ "done" and the result, "raised" and this package's exception, or "failed" and why.

        Raises JobTimedOut and JobFailed when the process is of no more use.
        """
        job.begin(self)
        try:
            self._prepare(job)
            return self._answer(self._exchange(job.data, job.deadline))
        finally:
            job.end()

    def _prepare(self, job: Job) -> None:
        if not self._started:
            if self._exchange(pack(sys.path), START_SECONDS, bare=True) != READY:
                raise JobsUnavailable("the process for heavy work did not start")
            self._started = True
        if job.module and job.module not in self._loaded:
            self._exchange(pack((START_SECONDS, load, (job.module,), {})), START_SECONDS)
            self._loaded.add(job.module)

    def _exchange(self, data: bytes, deadline: float, *, bare: bool = False) -> bytes:
        """Send and receive, killing the process when it takes too long."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            self.kill()

        watch = threading.Timer(deadline, end)
        watch.daemon = True
        watch.start()
        try:
            send(self._process.stdin, data, bare=bare)
            return receive(self._process.stdout)
        except (OSError, EOFError):
            if late.is_set():
                raise JobTimedOut(f"it took longer than {deadline:g} s") from None
            raise JobFailed(self._why_dead()) from None
        finally:
            watch.cancel()

    def _answer(self, data: bytes) -> tuple[str, Any]:
        try:
            kind, value = unpack(data)
        except (ValueError, TypeError) as error:
            raise JobFailed(clean_line(f"its result could not be read: {error}")) from error
        return kind, value

    def _why_dead(self) -> str:
        status = self._process.wait()
        if -status in (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGKILL", 0)):
            return "it needed too much time or memory"
        return f"its process ended (status {status})"
