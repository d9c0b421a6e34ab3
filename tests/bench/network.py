"""What the network and the job processes cost. By hand: python -m tests.bench.network

Prints CPU of the event loop's thread for a fetch over loopback (60 KB, and 304), each on a new connection, as with
feeds of many hosts; and a job's round trip beside that of anyio.to_process in the same run.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable

from anyio import to_process

from tests.server import Server
from tui_reader.config import NetworkConfig
from tui_reader.jobs import Jobs
from tui_reader.web import Client

ROUNDS = 300


async def fetches() -> None:
    with Server() as server:
        server.add("/feed", body=os.urandom(60_000), etag='"1"')
        async with Client(NetworkConfig(proxy="none")) as client:

            async def ask(etag: str) -> None:
                await client.fetch(server.url("/feed"), allow_private=server.address, etag=etag)

            begun = time.thread_time()
            await ask("")
            print(f"first fetch, with httpx to load: {1000 * (time.thread_time() - begun):.0f} ms CPU on the loop")
            for name, etag in (("60 KB", ""), ("304", '"1"')):
                begun = time.thread_time()
                for _ in range(ROUNDS):
                    await ask(etag)
                print(f"{name}: {1000 * (time.thread_time() - begun) / ROUNDS:.2f} ms CPU a fetch")


async def trips(name: str, run: Callable[[bytes], Awaitable[int]]) -> None:
    begun = time.perf_counter()
    await run(b"")
    first = time.perf_counter() - begun
    for size in (60_000, 1_000_000):
        data = os.urandom(size)
        begun, cpu = time.perf_counter(), time.process_time()
        for _ in range(ROUNDS):
            await run(data)
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        print(f"{name}, {size:,} bytes: {1000 * wall / ROUNDS:.2f} ms, {1000 * cpu / ROUNDS:.2f} CPU here", end="; ")
    print(f"first job {1000 * first:.0f} ms")


async def main() -> None:
    await fetches()
    jobs = Jobs(1)
    await trips("jobs", lambda data: jobs.run(len, data))
    jobs.close()
    await trips("anyio.to_process", lambda data: to_process.run_sync(len, data, cancellable=True))


if __name__ == "__main__":
    asyncio.run(main())
