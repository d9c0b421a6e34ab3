"""What a server answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The last answer after all redirects. Every text is clean; `body` is decompressed and as it came otherwise."""

    status: int
    url: str
    """The final address, the one that answered."""
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    """Verbatim; "" when there is none or it could not be sent back."""
    last_modified: str = ""
    """Verbatim."""
    retry_after: str = ""
    cache_control: str = ""
    expires: str = ""
    date: str = ""
    age: str = ""
    server: str = ""
    link: str = ""
    hops: tuple[tuple[int, str], ...] = ()
    """The redirects on the way: (status, the address that gave it), first to last."""
    private: bool = False
    """A private address was asked, because the user allowed it."""
    wire: int = 0
    """Bytes of the body as they came."""

    @property
    def permanent_url(self) -> str:
        """Where the first address has moved for good: the end of its unbroken run of 301 and 308, "" if it has not."""
        addresses = [url for _, url in self.hops[1:]] + [self.url][: len(self.hops)]
        moved = ""
        for (status, _), target in zip(self.hops, addresses, strict=True):
            if status not in (301, 308):
                break
            moved = target
        return moved
