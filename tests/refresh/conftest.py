"""A library, a server, job processes, and mornings on which the one is filled from the other."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.server import Server
from tui_reader.config import NetworkConfig
from tui_reader.domain.models import Scope, View
from tui_reader.domain.outcomes import Progress, RefreshReport
from tui_reader.jobs import Jobs
from tui_reader.refresh import Refresh
from tui_reader.settling import settle
from tui_reader.store import Library
from tui_reader.web import Client

START = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


@pytest.fixture(scope="module")
def jobs() -> Iterator[Jobs]:
    jobs = Jobs(1)
    yield jobs
    jobs.close()


class Morning:
    """Refreshes one library again and again; the clock moves only when told."""

    def __init__(self, library: Library, jobs: Jobs) -> None:
        self.library, self.jobs, self.now = library, jobs, START
        self.reports: list[Progress] = []

    def refresh(self, *, manual: bool = True, feeds: Sequence[int] | None = None, **network: float) -> RefreshReport:
        async def run() -> RefreshReport:
            async with Client(NetworkConfig(**network)) as client:  # type: ignore[arg-type]
                report = await self.prepared(client).run(feeds, manual=manual)
                await settle(self.library, self.jobs)
                return report

        return asyncio.run(run())

    def prepared(self, client: Client) -> Refresh:
        """A refresh that is still to be started."""
        return Refresh(
            self.library,
            client,
            self.jobs,
            progress=self.reports.append,
            clock=lambda: self.now,
            chance=Random(1),
        )

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)

    def titles(self) -> list[str]:
        return [head.title for head in self.library.heads(self.library.rows(Scope(View.ALL)).ids)]


@pytest.fixture
def morning(library: Library, jobs: Jobs) -> Morning:
    return Morning(library, jobs)


def follow(library: Library, server: Server, *paths: str) -> list[int]:
    return [library.add_feed(server.url(path), allow_private=server.address)[0] for path in paths]
