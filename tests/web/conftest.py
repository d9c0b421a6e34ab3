"""A client, a server, and a server that nobody may reach."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tui_reader.config import NetworkConfig
from tui_reader.web import Client

from ..server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def canary() -> Iterator[Server]:
    """A server that nobody may reach."""
    with Server() as server:
        server.add("/", body="secret of the network")
        yield server


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    async with Client(NetworkConfig(proxy="none", connect_seconds=5, idle_seconds=0.5, total_seconds=5)) as client:
        yield client
