"""What all tests share."""

import os

from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")
"""On CI the examples are the same each time, so that what fails there was made by the change that is checked; a run by
hand draws new ones. No deadline for one example: the machines are shared."""
