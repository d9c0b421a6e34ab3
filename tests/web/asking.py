"""Asking the test server, which is private, for an answer or for a refusal."""

import pytest

from tui_reader.domain.text import clean_line
from tui_reader.web import Answer, Client, FetchError

from ..server import Server


async def refusal(client: Client, server: Server, path: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await client.fetch(server.url(path), allow_private=server.address, **options)  # type: ignore[arg-type]
    assert clean_line(str(caught.value)) == str(caught.value) != ""
    return caught.value


async def get(client: Client, server: Server, path: str, **options: object) -> Answer:
    return await client.fetch(server.url(path), allow_private=server.address, **options)  # type: ignore[arg-type]
