"""A document made of some of another's blocks, with only the links and pictures that they need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ..domain.document import Block, Document, Span, Spans

Item = TypeVar("Item")


def with_blocks(document: Document, blocks: Iterable[Block]) -> Document:
    """`document` with `blocks` in the place of its own; links and pictures are numbered anew, unused ones go."""
    links: dict[int, int] = {}
    images: dict[int, int] = {}
    made = tuple(_renumbered(block, links, images) for block in blocks)
    return replace(
        document,
        blocks=made,
        links=_used(document.links, links),
        images=_used(document.images, images),
    )


def _renumbered(block: Block, links: dict[int, int], images: dict[int, int]) -> Block:
    image = block.image if block.image is None else images.setdefault(block.image, len(images))
    if not any(span.link is not None for span in block.spans) and not block.rows:
        return block if image == block.image else replace(block, image=image)
    rows = tuple(tuple(_relinked(cell, links) for cell in row) for row in block.rows)
    return replace(block, spans=_relinked(block.spans, links), rows=rows, image=image)


def _relinked(spans: Spans, links: dict[int, int]) -> Spans:
    return tuple(
        span if span.link is None else Span(span.text, span.style, links.setdefault(span.link, len(links)))
        for span in spans
    )


def _used(items: Sequence[Item], numbers: Mapping[int, int]) -> tuple[Item, ...]:
    return tuple(items[number] for number in numbers)
