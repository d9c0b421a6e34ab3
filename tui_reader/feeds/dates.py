"""Dates in every form met in feeds."""

import re
from datetime import UTC, datetime, timedelta, timezone

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before it there were no feeds: what claims to be older is a zero, or wrong."""
AHEAD = timedelta(days=2)
"""How far in the future a date may lie: time zones, clocks, articles published in advance."""
LONGEST = 64
"""Characters of a date that are looked at."""

_RFC822 = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{4}|\d{2}),?"
    r"\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([+-])(\d{2}):?(\d{2})|([A-Za-z]{1,5}))?(?:\s*\([^)]*\))?"
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE)
_OFFSET = re.compile(r"(?:(?:utc|gmt|z)?\s*)([+-])(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.年년](?:\s*)(\d{1,2})(?:[-/.月월](?:\s*)(\d{1,2}))?(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?!\d)")
_ORDINAL = re.compile(r"(\d{4})-(\d{3})(?!\d)")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{13})")
_DAY_MONTH = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th|\.|º)?[\s-]*(?:de\s+|of\s+)?([^\W\d_]+)")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?,?[\s-]+\d{1,4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d:+-])\d{1,4}(?!\d)")

_MONTHS = (
    "jan ene gen janv januar январ янв ιαν janu sty",
    "feb fev fév févr феврал фев φεβ febr lut únor",
    "mar mär mrz märz maart март мар μαρ márc mrt",
    "apr abr avr апрел апр απρ ápr kwi",
    "may mai mag maj mei май мая μαϊ μαι máj maio",
    "jun giu juin juni июн ιουν jún cze",
    "jul lug juil juli июл ιουλ júl lip",
    "aug ago août aoû aou авг αυγ sie",
    "sep set sept сентяб сен σεπ szept wrz",
    "oct okt ott out окт οκτ paź",
    "nov νοε ноя ноябр lis",
    "dec dez dic déc дек δεκ grudz gru",
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_ZONES = {
    zone: 15 * quarters
    for quarters, zones in {
        0: "UT UTC GMT Z WET",
        4: "BST WEST CET MET MEZ",
        8: "CEST MEST MESZ EET SAST",
        12: "EEST MSK",
        16: "MSD",
        20: "PKT",
        22: "IST",
        28: "WIB",
        32: "HKT SGT AWST",
        36: "JST KST",
        38: "ACST",
        40: "AEST",
        42: "ACDT",
        44: "AEDT",
        48: "NZST",
        52: "NZDT",
        -10: "NDT",
        -12: "ADT BRT ART",
        -14: "NST",
        -16: "AST EDT",
        -20: "ET EST CDT",
        -24: "CT CST MDT",
        -28: "MT MST PDT",
        -32: "PT PST AKDT",
        -36: "AKST",
        -40: "HST",
    }.items()
    for zone in zones.split()
}
"""Minutes east of Greenwich."""

_SHORT_MONTHS = {
    " Jan ": 1,
    " Feb ": 2,
    " Mar ": 3,
    " Apr ": 4,
    " May ": 5,
    " Jun ": 6,
    " Jul ": 7,
    " Aug ": 8,
    " Sep ": 9,
    " Oct ": 10,
    " Nov ": 11,
    " Dec ": 12,
}


def parse_date(text: str, latest: datetime) -> datetime | None:
    """A date as people and programs write it, in UTC; without a zone it is taken for UTC.

    None for what is no date, or lies before `EARLIEST` or after `latest`.
    """
    text = text.strip()[:LONGEST]
    try:
        date = _usual(text) or _unusual(text)
    except (ValueError, OverflowError):
        return None
    return date if date and EARLIEST <= date <= latest else None


def _usual(text: str) -> datetime | None:
    """The two forms of nearly all feeds, by their columns: "Tue, 10 Jun 2003 04:00:00 GMT", "2003-12-31T10:14:55Z"."""
    try:
        if text[4:5] == "-":
            date = datetime.fromisoformat(text)
            return date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
        if text[3:5] == ", " and text[19:23:3] == "::" and text[25] == " ":
            date = datetime(
                int(text[12:16]),
                _SHORT_MONTHS[text[7:12]],
                int(text[5:7]),
                int(text[17:19]),
                int(text[20:22]),
                int(text[23:25]),
                tzinfo=UTC,
            )
            if (zone := text[26:]) in ("GMT", "+0000"):
                return date
            if zone[0] in "+-" and len(zone) == 5 and int(zone[1:3]) < 15:
                ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
                return date - ahead if zone[0] == "+" else date + ahead
    except (ValueError, KeyError, IndexError):
        pass
    return None


def _unusual(text: str) -> datetime | None:
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(match[1] or match[2][:-3]), UTC)
    date = _rfc822(text) or _anything(text)
    return date.astimezone(UTC) if date else None


def _rfc822(text: str) -> datetime | None:
    match = _RFC822.fullmatch(text)
    month = _month(match[2]) if match else None
    if match is None or month is None:
        return None
    day, _, year, hour, minute, second, sign, hours, minutes, zone = match.groups()
    offset = int(hours) * 60 + int(minutes) if sign else _ZONES.get((zone or "").upper(), 0)
    return _moment(
        (_year(year), month, int(day)),
        (int(hour), int(minute), int(second or 0)),
        -offset if sign == "-" else offset,
    )


def _moment(day: tuple[int, int, int], time: tuple[int, int, int], offset: int) -> datetime:
    if abs(offset) > 14 * 60:
        offset = 0
    hour, minute, second = time
    zone = timezone(timedelta(minutes=offset))
    return datetime(*day, hour % 24, minute, min(second, 59), tzinfo=zone) + timedelta(days=hour // 24)


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 69 else 1900)


def _month(word: str) -> int | None:
    word = word.lower()
    return (
        _MONTH.get(word[:3])
        or _MONTH.get(word[:4])
        or next((number for start, number in _MONTH.items() if word.startswith(start)), None)
    )


def _anything(text: str) -> datetime | None:
    """A date in a form that no standard knows."""
    if match := _COMPACT.search(text):
        numbers = [int(group or 0) for group in match.groups()]
        return _moment(
            (numbers[0], numbers[1], numbers[2]), (numbers[3], numbers[4], numbers[5]), _offset(text[match.end() :])
        )
    if match := _ORDINAL.fullmatch(text):
        return datetime(int(match[1]), 1, 1, tzinfo=UTC) + timedelta(days=int(match[2]) - 1)
    clock = _CLOCK.search(text)
    before, after = (text[: clock.start()], text[clock.end() :]) if clock else (text, "")
    date = _day(before) or _day(f"{before} {after}")
    return None if date is None else _moment(date, _time(clock), _offset(after))


def _time(clock: re.Match[str] | None) -> tuple[int, int, int]:
    if clock is None:
        return 0, 0, 0
    hour, minute, second, half = clock.groups()
    number = int(hour)
    if half:
        number = number % 12 + (12 if half in "pP" else 0)
    return number, int(minute or 0), int(second or 0)


def _offset(text: str) -> int:
    if match := _OFFSET.search(text):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return -minutes if match[1] == "-" else minutes
    for word in _WORD.findall(text.upper()):
        if word in _ZONES:
            return _ZONES[word]
    return 0


def _day(text: str) -> tuple[int, int, int] | None:
    if match := _YEAR_FIRST.search(text):
        return int(match[1]), int(match[2]), int(match[3] or 1)
    if match := _YEAR_LAST.search(text):
        first, second, year = int(match[1]), int(match[3]), _year(match[4])
        if first > 12 or (match[2] != "/" and second <= 12):
            return year, second, first
        return year, first, second
    month = next(
        (n for form in (_DAY_MONTH, _MONTH_DAY, _WORD) for word in form.findall(text) if (n := _month(word))), None
    )
    numbers = _NUMBER.findall(text)
    if month is None or not numbers:
        return None
    whole = next((number for number in numbers if len(number) == 4), None)
    if whole is None:
        return (_year(numbers[1]), month, int(numbers[0])) if len(numbers) > 1 else None
    numbers.remove(whole)
    return int(whole), month, int(numbers[0]) if numbers else 1
