"""The network: what to ask, when, and what may be answered. Importing this loads neither httpx nor lxml.

FetchError  whatever went wrong, as one clean line
"""

from .address import host_port, is_private_host, normalise_address, private_place
from .answer import Answer
from .client import FEED_ACCEPT, PAGE_ACCEPT, Client, default_user_agent
from .problems import FetchError, FetchProblem

__all__ = [
    "FEED_ACCEPT",
    "PAGE_ACCEPT",
    "Answer",
    "Client",
    "FetchError",
    "FetchProblem",
    "default_user_agent",
    "host_port",
    "is_private_host",
    "normalise_address",
    "private_place",
]
