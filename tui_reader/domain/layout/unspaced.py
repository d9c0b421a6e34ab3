"""Where lines of Thai, Lao, Khmer and Burmese may break: between written syllables, as far as signs alone tell.

These scripts put no blanks between words, and only a dictionary would know the words.
"""

import re
import unicodedata

UNSPACED = "[\u0e01-\u0e59\u0e81-\u0edf\u1000-\u109f\u1780-\u17f9\ua9e0-\ua9fe\uaa60-\uaa7f]"
"""A character of these scripts; a pattern that is compiled, and kept, when it is first asked for."""

_BEFORE_BASE = frozenset("เแโใไເແໂໃໄ")
"""Vowels that are written before the consonant that they are spoken after: a syllable begins with them."""
_ENDS = frozenset("ะำๆฯະຳໆຯ។៕៖ៗ៘៙៚၊။၌၍၎၏")
"""What ends a syllable or a phrase."""
_NEVER_FIRST = _ENDS | frozenset("าๅາຽ")
_SILENCED = "\u0e4c\u0ecc\u103a\u1039\u17cb\u17cd"
"""Marks of a consonant that only closes the syllable before it."""
_STACKERS = "\u17d2\u1039"
"""What writes the next consonant below this one."""
_UNCLOSED = "\u0e31\u0e37\u0e47\u0eb1\u0ebb"
"""Vowels that a further letter closes."""
_HEAD = 4
"""Characters of a cluster in which its marks are looked for."""

GOOD, FAIR = 2, 1


def chance(before: str, after: str) -> int:
    """How well a line may end between two neighbouring clusters: `GOOD` at a syllable's edge, `FAIR`, 0 for never."""
    if re.match(UNSPACED, before) is None or re.match(UNSPACED, after) is None:
        return 0
    first = after[0]
    if first in _NEVER_FIRST or before[-1] in _STACKERS or before[-1] in _BEFORE_BASE:
        return 0
    if unicodedata.category(first) in ("Mn", "Mc") or any(mark in after[1:_HEAD] for mark in _SILENCED):
        return 0
    if any(mark in before[1:_HEAD] for mark in _UNCLOSED):
        return 0
    if first.isdigit() and before[-1].isdigit():
        return 0
    return GOOD if first in _BEFORE_BASE or before[-1] in _ENDS else FAIR
