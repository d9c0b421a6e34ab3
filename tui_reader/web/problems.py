"""What can go wrong on the network.

FetchError: one clean line for a person, and which kind of problem it is.
"""

from enum import StrEnum

from ..domain.text import clean_line


class FetchProblem(StrEnum):
    OFFLINE = "offline"
    """This machine has no network: nothing may be counted against the server."""
    DNS = "dns"
    """The host's name leads nowhere."""
    REFUSED = "refused"
    """The server cannot be reached or will not talk."""
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    BAD_ANSWER = "bad_answer"
    """The server broke the rules of HTTP, or hung up half-way."""
    REDIRECT = "redirect"
    """It sends us on for ever, or to nowhere."""
    PRIVATE = "private"
    """The address is inside this machine or its network, and the user did not allow that."""
    ADDRESS = "address"
    """Not an address that can be fetched."""
    PROXY = "proxy"
    SECRET = "secret"
    """The password that the feed needs could not be had."""


class FetchError(Exception):
    """`str(error)` is one clean line: no control character of a server's gets in."""

    def __init__(self, reason: str, kind: FetchProblem) -> None:
        super().__init__(clean_line(reason, 300))
        self.kind = kind

    @property
    def reason(self) -> str:
        return str(self)

    def __reduce__(self) -> tuple[type["FetchError"], tuple[str, FetchProblem]]:
        return FetchError, (self.reason, self.kind)
