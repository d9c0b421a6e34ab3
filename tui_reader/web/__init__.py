"""The network: what to ask, when, and what may be answered. Importing this loads neither httpx nor lxml.

FetchError  whatever went wrong, as one clean line
OpenError   why a link could not be opened, as one clean line
"""

from .address import host_port, is_private_host, normalise_address, private_place
from .answer import Answer
from .client import FEED_ACCEPT, PAGE_ACCEPT, Client, default_user_agent
from .discovery import Discovery, discover
from .opener import OpenError, browser_command, is_text_browser, open_link
from .problems import FetchError, FetchProblem
from .scanning import PageLinks, scan_page

__all__ = [
    "FEED_ACCEPT",
    "PAGE_ACCEPT",
    "Answer",
    "Client",
    "Discovery",
    "FetchError",
    "FetchProblem",
    "OpenError",
    "PageLinks",
    "browser_command",
    "default_user_agent",
    "discover",
    "host_port",
    "is_private_host",
    "is_text_browser",
    "normalise_address",
    "open_link",
    "private_place",
    "scan_page",
]
