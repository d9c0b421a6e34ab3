"""Dates, as they are met in feeds."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.feeds.dates import EARLIEST, parse_date

LATEST = datetime(2030, 1, 1, tzinfo=UTC)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tue, 10 Jun 2003 04:00:00 GMT", utc(2003, 6, 10, 4)),
        ("Tue, 10 Jun 2003 04:00:00 +0530", utc(2003, 6, 9, 22, 30)),
        ("Tue, 10 Jun 2003 04:00:00 -0130", utc(2003, 6, 10, 5, 30)),
        ("Tue, 10 Jun 2003 04:00:00 +02:00", utc(2003, 6, 10, 2)),
        ("Tue, 10 Jun 2003 04:00:00 EST", utc(2003, 6, 10, 9)),
        ("Tue, 10 Jun 2003 04:00:00 PDT", utc(2003, 6, 10, 11)),
        ("Tue, 10 Jun 2003 04:00:00 CEST", utc(2003, 6, 10, 2)),
        ("Tue, 10 Jun 2003 04:00:00 Z", utc(2003, 6, 10, 4)),
        ("Tue, 10 Jun 2003 04:00:00", utc(2003, 6, 10, 4)),
        ("Tue, 10 Jun 2003 04:00", utc(2003, 6, 10, 4)),
        ("Tue, 10 Jun 03 04:00:00 GMT", utc(2003, 6, 10, 4)),
        ("Tue, 1 Jun 2003 4:05:06 GMT", utc(2003, 6, 1, 4, 5, 6)),
        ("10 Jun 2003 04:00:00 GMT", utc(2003, 6, 10, 4)),
        ("Tue,10 Jun 2003 04:00:00 GMT", utc(2003, 6, 10, 4)),
        ("Tuesday, 10 June 2003 04:00:00 GMT", utc(2003, 6, 10, 4)),
        ("Tue, 10 Jun 2003 24:00:00 GMT", utc(2003, 6, 11)),
        ("Tue, 10 Jun 2003 04:00:60 GMT", utc(2003, 6, 10, 4, 0, 59)),
        ("Tue, 10 Jun 2003 04:00:00 GMT+0200", utc(2003, 6, 10, 2)),
        ("Tue, 10 Jun 2003 04:00:00 +0000 (UTC)", utc(2003, 6, 10, 4)),
        ("Sunday, 06-Nov-94 08:49:37 GMT", utc(1994, 11, 6, 8, 49, 37)),
        ("Sun Nov  6 08:49:37 1994", utc(1994, 11, 6, 8, 49, 37)),
        ("Jun 10, 2003", utc(2003, 6, 10)),
        ("June 10, 2003 4:05 PM", utc(2003, 6, 10, 16, 5)),
        ("10 June 2003", utc(2003, 6, 10)),
        ("June 10th, 2003 12:05 a.m. EDT", utc(2003, 6, 10, 4, 5)),
        ("2003-12-31T10:14:55Z", utc(2003, 12, 31, 10, 14, 55)),
        ("2003-12-31T10:14:55.123456789Z", utc(2003, 12, 31, 10, 14, 55)),
        ("2003-12-31T10:14:55-08:00", utc(2003, 12, 31, 18, 14, 55)),
        ("2003-12-31T10:14:55+0100", utc(2003, 12, 31, 9, 14, 55)),
        ("2003-12-31T10:14:55+01", utc(2003, 12, 31, 9, 14, 55)),
        ("2003-12-31 10:14:55", utc(2003, 12, 31, 10, 14, 55)),
        ("2003-12-31 10:14:55 +0000 UTC", utc(2003, 12, 31, 10, 14, 55)),
        ("2003-12-31T10:14", utc(2003, 12, 31, 10, 14)),
        ("2003-12-31 10:14 PM", utc(2003, 12, 31, 22, 14)),
        ("2003-12-31", utc(2003, 12, 31)),
        ("2003-12", utc(2003, 12, 1)),
        ("2003/12/31 10:14", utc(2003, 12, 31, 10, 14)),
        ("2003.12.31", utc(2003, 12, 31)),
        ("20031231", utc(2003, 12, 31)),
        ("20031231T101455Z", utc(2003, 12, 31, 10, 14, 55)),
        ("2003-335", utc(2003, 12, 1)),
        ("12/31/2003 10:14", utc(2003, 12, 31, 10, 14)),
        ("31/12/2003", utc(2003, 12, 31)),
        ("31.12.2003 10:14", utc(2003, 12, 31, 10, 14)),
        ("1072864495", utc(2003, 12, 31, 9, 54, 55)),
        ("1072864495123", utc(2003, 12, 31, 9, 54, 55)),
        ("mar. 10 juin 2003 04:00:00 +0200", utc(2003, 6, 10, 2)),
        ("Di, 10 Dez 2003 04:00:00 +0100", utc(2003, 12, 10, 3)),
        ("10 de enero de 2003", utc(2003, 1, 10)),
        ("Вт, 10 июн 2003 04:00:00 +0300", utc(2003, 6, 10, 1)),
        ("2003년 6월 10일 04:00", utc(2003, 6, 10, 4)),
        ("2003年6月10日", utc(2003, 6, 10)),
        ("  Tue, 10 Jun 2003 04:00:00 GMT \n", utc(2003, 6, 10, 4)),
    ],
)
def test_forms(text: str, date: datetime) -> None:
    found = parse_date(text, LATEST)
    assert found is not None
    assert found.replace(microsecond=0) == date
    assert found.utcoffset() == timedelta()


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "yesterday", "Mar", "-1", "0", "\0", "²", "1" * 100_000, "x" * 100_000, "99999999999999999999"),
        *("0001-01-01T00:00:00Z", "0000-00-00 00:00:00", "1989-12-31", "9999-12-31T23:59:59Z", "2030-02-01"),
        *("Thu, 01 Jan 1970 00:00:00 GMT", "31 Feb 2003", "Tue, 99 Jun 2003 04:00:00 GMT", "2003-13-45"),
        "Tue, 10 Jun 2003 99:99:99 GMT",
    ],
)
def test_no_dates(text: str) -> None:
    assert parse_date(text, LATEST) is None


@given(
    st.datetimes(datetime(1990, 1, 2), datetime(2029, 12, 30), timezones=st.just(UTC)),
    st.integers(-12 * 60, 14 * 60),
)
def test_what_programs_write_is_read_to_the_second(moment: datetime, offset: int) -> None:
    moment = moment.replace(microsecond=0)
    local = moment.astimezone(timezone(timedelta(minutes=offset)))
    assert parse_date(format_datetime(local), LATEST) == moment
    assert parse_date(local.isoformat(), LATEST) == moment
    assert parse_date(moment.isoformat(" ").replace("+00:00", ""), LATEST) == moment
    assert parse_date(str(int(moment.timestamp())), LATEST) == moment


@given(st.text(max_size=80) | st.text("0123456789-:+TZ., JanFebMrAp/", max_size=40))
def test_anything_is_a_date_in_bounds_or_none(text: str) -> None:
    found = parse_date(text, LATEST)
    assert found is None or EARLIEST <= found <= LATEST
