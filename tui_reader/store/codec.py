"""How documents and summaries stand in the library: compact JSON, compressed."""

import json
import zlib
from datetime import UTC, datetime, timedelta

from ..domain.document import EMPTY, Document, Status, from_json, to_json
from ..domain.fetching import PackedDocument
from ..domain.models import Enclosure, Sentence, Summary, SummaryState
from .dictionary import DICTIONARIES, NEWEST

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LEVEL = 6


def pack(text: str) -> bytes:
    """`text` compressed, after one byte for the dictionary; lone surrogates become "?"."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, DICTIONARIES[NEWEST])
    return b"%c" % NEWEST + deflate.compress(text.encode("utf-8", "replace")) + deflate.flush()


def unpack(data: bytes) -> str:
    """What `pack` was given. Raises ValueError for anything else."""
    if not data or data[0] >= len(DICTIONARIES):
        raise ValueError("not compressed by this version")
    inflate = zlib.decompressobj(-15, DICTIONARIES[data[0]])
    try:
        text = inflate.decompress(data[1:])
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not inflate.eof:
        raise ValueError("compressed data ends too early")
    return text.decode()


def pack_quickly(text: str) -> bytes:
    """`text` for a short stay: 0.3 ms for the texts of a feed of 60 KB, which would otherwise make the file grow."""
    return zlib.compress(text.encode("utf-8", "replace"), 1)


def unpack_quickly(data: bytes) -> str:
    """What `pack_quickly` was given; "" for anything else."""
    try:
        return zlib.decompress(data).decode()
    except (zlib.error, ValueError):
        return ""


def pack_document(document: Document) -> bytes:
    return pack(to_json(document))


def packed(document: Document) -> PackedDocument:
    """`document` with all that the library keeps about it."""
    from ..domain.opening import opening  # which only writing needs

    teaser, first = document.status is not Status.FULL, opening(document.text())
    return PackedDocument(pack_document(document), hash_of(document), document.words(), teaser, first)


def unpack_document(data: bytes | None) -> Document:
    """A document; EMPTY for None and for what cannot be read, so that one bad record hides nothing else."""
    if not data:
        return EMPTY
    try:
        return from_json(unpack(data))
    except (ValueError, KeyError, TypeError, IndexError):
        return EMPTY


def pack_summary(summary: Summary) -> bytes:
    sentences = [(s.text, s.paragraph, s.start, s.end) for s in summary.sentences]
    data = (summary.state.value, sentences, summary.of, summary.words, summary.summary_words, summary.language)
    return pack(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def unpack_summary(data: bytes) -> Summary | None:
    """A summary; None for what cannot be read: it is only a cache."""
    try:
        state, sentences, of, words, summary_words, language = json.loads(unpack(data))
        return Summary(
            SummaryState(state),
            tuple(Sentence(*sentence) for sentence in sentences),
            of,
            words,
            summary_words,
            language,
        )
    except (ValueError, TypeError):
        return None


def pack_enclosures(enclosures: tuple[Enclosure, ...]) -> str:
    if not enclosures:
        return ""
    return json.dumps([(e.url, e.type, e.length, e.title) for e in enclosures], ensure_ascii=False)


def unpack_enclosures(text: str) -> tuple[Enclosure, ...]:
    return tuple(Enclosure(*enclosure) for enclosure in json.loads(text)) if text else ()


def key_of(text: str) -> int:
    """A 63-bit number for an identity, so that its index costs 9 bytes; never 0."""
    return int.from_bytes(_short_hash(text), "big") >> 1 | 1


def hash_of(document: Document) -> bytes:
    """Changes with the text of `document` and with its status; not with where its links lead."""
    text = f"{document.status.value}\n{document.text()}"
    return _short_hash(text)


def _short_hash(text: str) -> bytes:
    from hashlib import blake2b  # which only writing needs

    return blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()


def seconds(time: datetime | None) -> int | None:
    return None if time is None else (time - _EPOCH) // timedelta(seconds=1)


def moment(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(seconds=value)


def micros(time: datetime | None) -> int | None:
    return None if time is None else (time - _EPOCH) // _MICROSECOND


def micro_moment(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + _MICROSECOND * value
