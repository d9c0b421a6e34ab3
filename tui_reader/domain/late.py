"""Patterns that are compiled when first asked: compiling takes longer than importing all the rest."""

import re


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self.source, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        # Only reached for what is not there yet; from then on the methods are the object's own.
        compiled = re.compile(self.source, self.flags)
        for method in ("match", "search", "fullmatch", "findall", "finditer", "split", "sub", "subn", "pattern"):
            setattr(self, method, getattr(compiled, method))
        found: object = getattr(compiled, name)
        return found


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but not yet."""
    return _Late(source, flags)  # type: ignore[return-value]
