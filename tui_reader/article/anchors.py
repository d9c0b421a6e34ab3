"""Which blocks the links of the same page lead to: footnotes, headings, and back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from ..domain.document import Block
from .urls import safe_url


def with_anchors(
    blocks: Sequence[Block], ids: Sequence[tuple[str, int]], links: Iterable[str], base: str
) -> tuple[Block, ...]:
    """`blocks`, with the addresses among `links` that lead to them. `ids`: (id, number of the block it begins in)."""
    made = list(blocks)
    here = safe_url(base).partition("#")[0] if ids else ""
    wanted: dict[str, str] = {}
    for address in links if here else ():
        page, _, name = address.partition("#")
        if name and page == here:
            wanted.setdefault(unquote(name), address)
    for name, number in ids if wanted else ():
        if number < len(made) and (address := wanted.pop(name, "")):
            made[number] = replace(made[number], anchors=(*made[number].anchors, address))
    return tuple(made)
