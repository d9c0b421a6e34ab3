"""Whether an article's text says itself where it comes from."""

import re

from ...domain.document import Document, Kind

_CREDIT = re.compile(
    r"[\[(]?\s*(?:source|sources|via|quelle|fuente|fonte|source\u00a0|bron|källa|kilde|źródło|источник|出典|来源|來源)\s*[:：]",
    re.IGNORECASE,
)


def has_credit(document: Document) -> bool:
    """Whether the text's last line already says where it comes from."""
    for block in reversed(document.blocks):
        if block.kind in (Kind.IMAGE, Kind.RULE) or not (text := block.text().strip()):
            continue
        last = text.rsplit("\n", 1)[-1]
        return len(last) <= 120 and _CREDIT.match(last) is not None
    return False
