"""What doctor says: one finding for each thing that was looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    HINT = "hint"
    """Works, and could be better."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    state: State
    what: str
    found: str
    do: str = ""
    """What the user can do about it."""
    values: Mapping[str, object] = field(default_factory=dict)
    """Figures, for --json."""
