"""The one door for foreign text: nothing from outside is stored, shown or logged before it went through here."""

import re
import unicodedata

from .late import late

LINE_LIMIT = 500
"""Characters that a one-line field (title, author, feed name, error) keeps."""

MARKS_PER_BASE = 4
"""Combining marks that one base character keeps; real writing needs fewer, "Zalgo" text needs a slow terminal."""

_NEWLINES = late("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = late("[\ud800-\udfff]")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb"
)
_TAGS = "\U000e0000-\U000e0fff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f"
_FORBIDDEN = late(f"[{_CONTROLS}{_BIDI}{_INVISIBLE}{_TAGS}\ufdd0-\ufdef\ufffe\uffff]")
_EMOJI = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934-\u2b55\u3030-\u3299"
    "\U0001f000-\U0001faff"
)
_JOINERS = late("\u200d|\u200c|\ufe0f")
_JOINER_AT_HOME = late(
    f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
    "|(?<=[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff])"
    f"|(?<=[{_EMOJI}#*0-9])\ufe0f"
)
_MAYBE_MARKS = late(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u2000\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff"
    "\u302a-\u302f\u3099\u309a\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U00010000-\U0001efff]{5,}"
)


def clean_text(text: str) -> str:
    """Foreign text of several lines, made safe for a terminal.

    Keeps newlines, turns tabs into blanks, drops C0 and C1 controls, DEL, bidirectional controls, tag and invisible
    characters (joiners stay inside emoji and between Arabic or Indic letters), keeps at most four combining marks a
    base character, and turns lone surrogates into U+FFFD. Applying it twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _NEWLINES.sub("\n", text)
    if "\t" in text:
        text = text.expandtabs(4)
    text = _FORBIDDEN.sub("", text)
    if text.isascii():
        return text
    text = _SURROGATES.sub("\ufffd", text)
    if _JOINERS.search(text):
        text = _keep_joiners_at_home(text)
    return _MAYBE_MARKS.sub(_limit_marks, text)


def clean_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Foreign text as one line: cleaned, blanks folded, cut to `limit` characters (the last one then "…")."""
    text = " ".join(clean_text(text[: limit * 20]).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _keep_joiners_at_home(text: str) -> str:
    while True:
        kept = _drop_stray_joiners(text)
        if len(kept) == len(text):
            return text
        text = kept


def _drop_stray_joiners(text: str) -> str:
    home = {match.start() for match in _JOINER_AT_HOME.finditer(text)}
    return _JOINERS.sub(lambda match: match.group() if match.start() in home else "", text)


def _limit_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in match.group():
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MARKS_PER_BASE:
            kept.append(character)
    return "".join(kept)
