from collections.abc import Sequence
from .features import measure


def choose(texts: Sequence[str], paragraphs: Sequence[int], title: str, count: int, words: int | None) -> list[int]:
    m = measure(texts, paragraphs, title)
    order = sorted(range(len(texts)), key=lambda i: -(m.rows[i][0] + m.rows[i][6] + m.rows[i][19]))
    out = []
    for i in order:
        if words is None and len(out) >= count or words is not None and sum(m.words[j] for j in out) >= words:
            break
        out.append(i)
    return sorted(out)
