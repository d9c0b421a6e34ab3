"""Where well-known sites keep their feeds: the table in sites.toml, applied to an address."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..domain.outcomes import Candidate
from .address import parse
from .problems import FetchError

_LOOKED_AT = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Site:
    name: str
    match: re.Pattern[str]
    feeds: tuple[tuple[str, str], ...]
    page: re.Pattern[str] | None = None


@cache
def sites() -> tuple[Site, ...]:
    """The table, in its order."""
    table = tomllib.loads(files(__package__).joinpath("sites.toml").read_text("utf-8"))

    def pattern(text: str) -> re.Pattern[str]:
        for word, meaning in table["words"].items():
            text = text.replace(f"<{word}>", meaning)
        return re.compile(text)

    return tuple(
        Site(
            row["name"],
            pattern(row["match"]),
            tuple((address, what) for address, what in row["feeds"]),
            pattern(row["page"]) if "page" in row else None,
        )
        for row in table["site"]
    )


def site_feeds(url: str, page: bytes = b"") -> tuple[Candidate, ...]:
    """The feeds that the table knows for an address, best first. `page`: its source, for the sites that need it."""
    try:
        address = parse(url)
    except FetchError:
        return ()
    place = address.url.partition("://")[2].removeprefix("www.")
    for site in sites():
        if (match := site.match.match(place)) and (values := _values(site, match, page)) is not None:
            values["scheme"] = address.scheme
            return tuple(_candidates(site, values))
    return ()


def _values(site: Site, match: re.Match[str], page: bytes) -> dict[str, str] | None:
    values = match.groupdict(default="")
    if site.page is None:
        return values
    found = site.page.search(page[:_LOOKED_AT].decode("utf-8", "replace"))
    if found is None:
        return None
    return values | {name: _unescaped(value) for name, value in found.groupdict(default="").items()}


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


def _candidates(site: Site, values: dict[str, str]) -> Iterator[Candidate]:
    for template, what in site.feeds:
        try:
            address = parse(template.format_map(values).rstrip("?")).url
        except FetchError:
            continue
        yield Candidate(address, f"{site.name}: {what.format_map(values)}", "known site")
