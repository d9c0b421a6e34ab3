"""Which requests go through a proxy: the configured one, else the environment's."""

import re
from dataclasses import dataclass
from typing import Self

from .address import Address, is_private_host
from .problems import FetchError, FetchProblem

NONE = "none"
"""A configured proxy of this name means: none, whatever the environment says."""


@dataclass(frozen=True, slots=True)
class Proxies:
    http: str = ""
    https: str = ""
    from_environment: bool = False

    @classmethod
    def from_config(cls, proxy: str) -> Self:
        """`proxy`: an http(s) address, "" for what the environment says, "none"."""
        if proxy == NONE:
            return cls()
        if proxy:
            return cls(proxy, proxy)
        from urllib.request import getproxies_environment

        found = getproxies_environment()
        every = found.get("all", "")
        return cls(found.get("http", every), found.get("https", every), from_environment=True)

    def of(self, address: Address) -> str:
        """The address of the proxy for a request, "" for none. One's own network is always asked directly."""
        proxy = self.https if address.scheme == "https" else self.http
        if not proxy or is_private_host(address.host):
            return ""
        if self.from_environment:
            from urllib.request import proxy_bypass

            if proxy_bypass(address.host):
                return ""
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        if not re.match(r"https?://[^/\s]+", proxy):
            raise FetchError("the configured proxy has no http address", FetchProblem.PROXY)
        return proxy
