"""A loopback server of many feeds for measurements: `python -m tests.bench.feed_server FEEDS BYTES LATENCY_MS`.

Prints its port, then answers /N.xml on any address of 127.0.0.0/8 with feed N, 304 when its ETag comes back.
"""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache

SENTENCES = (
    "The council voted on Monday night to build the line that had divided the town for years.",
    "Work is to begin in April, and the first trams should run in the autumn three years from now.",
    "Shopkeepers on the quay fear that they will lose customers while the street is a building site.",
)
ITEMS = 20
NOW = datetime.now(UTC).replace(microsecond=0)


@lru_cache(maxsize=4096)
def feed(number: int, size: int) -> bytes:
    """An RSS document of about `size` bytes with 20 items of HTML."""
    room = size // ITEMS - 420
    items = []
    for item in range(ITEMS):
        words = f"{SENTENCES[(number + item) % 3]} Feed {number}, article {item}. "
        body = "".join(f"<p>{words}{SENTENCES[(item + n) % 3]}</p>" for n in range(max(1, room // 190)))
        date = format_datetime(NOW - timedelta(hours=item, minutes=number % 60))
        items.append(
            f"<item><title>Article {item} of feed {number}</title><link>https://host{number}.example/{item}</link>"
            f"<guid isPermaLink='false'>{number}-{item}</guid><pubDate>{date}</pubDate>"
            f"<description><![CDATA[{body}]]></description></item>"
        )
    head = f"<title>Feed {number}</title><link>https://host{number}.example/</link><description>-</description>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, size: int, latency: float) -> None:
    try:
        while request := await reader.readuntil(b"\r\n\r\n"):
            number = int(request.split(b"/", 1)[1].split(b".", 1)[0])
            await asyncio.sleep(latency)
            etag = b'"v%d"' % number
            if etag in request:
                writer.write(b"HTTP/1.1 304 Not Modified\r\nETag: " + etag + b"\r\nContent-Length: 0\r\n\r\n")
            else:
                body = feed(number, size)
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: %s\r\nContent-Length: %d\r\n\r\n"
                    % (etag, len(body))
                    + body
                )
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main(feeds: int, size: int, latency: float) -> None:
    for number in range(feeds):
        feed(number, size)
    server = await asyncio.start_server(lambda r, w: answer(r, w, size, latency), "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]) / 1000))
