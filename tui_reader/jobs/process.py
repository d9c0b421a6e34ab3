"""The life of a process that does jobs. Runs in that process; keep its imports few."""

import contextlib
import importlib
import os
import sys

from ..domain.text import clean_line
from .wire import ROOT, pack, receive, send, unpack_trusted

MEMORY_LIMIT = 1_500 * 2**20
"""Bytes of address space of a process."""

READY = b"READY"


def serve() -> None:
    """The life of a process: jobs from stdin, results to stdout, until stdin ends."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)  # whatever a library prints goes nowhere
    sys.stdin = open(os.devnull)  # noqa: SIM115
    _limit()
    send(sink, READY)
    while True:
        try:
            data = receive(source)
        except EOFError:
            return
        send(sink, _compute(data))


def _compute(data: bytes) -> bytes:
    try:
        deadline, function, args, kwargs = unpack_trusted(data)
        _limit_time(deadline)
        result = ("done", function(*args, **kwargs))
        return pack(result)
    except MemoryError:
        return pack(("failed", "it needed too much memory"))
    except Exception as error:  # the border: whatever it is, the other side is told
        return _told(error)


def _told(error: Exception) -> bytes:
    if type(error).__module__.partition(".")[0] == ROOT:
        with contextlib.suppress(Exception):
            data = pack(("raised", error))
            unpack_trusted(data)
            return data
    return pack(("failed", clean_line(f"{type(error).__name__}: {error}", 200)))


def load(*modules: str) -> None:
    for module in modules:
        importlib.import_module(module)


def _limit() -> None:
    """Less memory, less claim on the processor, no core file: as far as the platform has such limits."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _limit_time(seconds: float) -> None:
    """The kernel ends a job that runs on when the reader is gone and nobody watches its deadline."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, most))
