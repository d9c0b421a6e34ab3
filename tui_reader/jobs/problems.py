"""What can become of a job."""


class JobTimedOut(Exception):
    """`str(error)` is one clean line."""


class JobFailed(Exception):
    """`str(error)` is one clean line."""
