"""CPU work in processes of its own, so that a key is never late and what hangs can be killed.

JobTimedOut      the deadline passed, the process was killed
JobFailed        the work could not be done: out of memory, crashed, raised something unforeseen
JobsUnavailable  a JobFailed that is not the job's fault: the reader is closing, or no process could be started

An exception that is defined in this package (such as feeds.NotAFeed) comes through as itself.

Not `anyio.to_process`: its processes belong to one event loop (the screen and a refresh would each load the parsers),
import from the current folder (a file random.py there breaks them) and count their start-up against the deadline.
"""

from .pool import DEADLINE, Jobs
from .problems import JobFailed, JobsUnavailable, JobTimedOut
from .slices import run_slices

__all__ = ["DEADLINE", "JobFailed", "JobTimedOut", "Jobs", "JobsUnavailable", "run_slices"]
