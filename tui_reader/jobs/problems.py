"""What can become of a job."""


class JobTimedOut(Exception):
    """`str(error)` is one clean line."""


class JobFailed(Exception):
    """`str(error)` is one clean line."""


class JobsUnavailable(JobFailed):
    """There is no process for the job: the reader is closing, or none could be started. The job is not to blame."""
