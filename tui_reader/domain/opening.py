"""The beginning of a text, which stands where a feed gives its entries no title."""

from .text import clean_line

LONGEST = 80
"""Characters, the ellipsis left out."""
ENOUGH = 24
"""Characters; the lines after a shorter one are added to it."""
_WHOLE_WORDS = 40
"""A word is not cut when there are so many characters before it."""
_LOOKED_AT = 1_000
_LOOSE = " .,;:–—-…"


def opening(text: str) -> str:
    """The first line of `text`, cut after a word when it is long; "" when there is none."""
    line = ""
    for part in text[:_LOOKED_AT].split("\n"):
        line = f"{line} {clean_line(part)}".strip()
        if len(line) >= ENOUGH:
            break
    if len(line) <= LONGEST:
        return line
    cut = line[: LONGEST + 1].rfind(" ")
    return line[: cut if cut >= _WHOLE_WORDS else LONGEST].rstrip(_LOOSE) + "…"
