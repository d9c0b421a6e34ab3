"""Which article an entry is: identities, second identities, changes, and the flood guard."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.models import Enclosure, ParsedEntry
from tui_reader.feeds import parse
from tui_reader.feeds.identity import (
    StoredKey,
    address_key,
    changed_hash,
    choose_guid,
    distinct,
    match_renumbered,
    place_key,
    short_guid,
)

MONDAY = datetime(2024, 5, 6, tzinfo=UTC)


def chosen(stated: str = "", about: str = "", url: str = "", **rest: str) -> str:
    fields = {"title": "", "enclosure": "", "content": "", **rest}
    return choose_guid(stated, about, url, published=None, **fields)


def test_what_an_identity_is_made_of() -> None:
    assert chosen(" g \n", "a", "u") == "g"
    assert chosen(" ", "a", "u") == "a"
    assert chosen("", "", "u") == "u"
    by_title = chosen(title="T", content="c")
    assert by_title.startswith("hash:")
    assert by_title == chosen(title="T", content="c")
    assert len({by_title, chosen(title="U", content="c"), chosen(title="T", content="d"), chosen(title="T")}) == 4
    assert chosen(title="T", enclosure="e", content="1") == chosen(title="T", enclosure="e", content="2")


def test_long_identities_are_cut_and_stay_apart() -> None:
    one, other = short_guid("x" * 5000 + "1"), short_guid("x" * 5000 + "2")
    assert one != other
    assert max(len(one), len(other)) <= 500


def entries(*guids_and_urls: tuple[str, str]) -> list[ParsedEntry]:
    return [ParsedEntry(guid=guid, url=url, guid_alt=place_key(url)) for guid, url in guids_and_urls]


def test_equal_guids_in_one_document() -> None:
    found = distinct(
        entries(("g", "https://e/1"), ("g", "https://e/2"), ("g", "https://e/2"), ("g", ""), ("h", "https://e/9"))
    )
    assert [entry.guid for entry in found] == ["g", "g|https://e/2", "g|2", "g|3", "h"]


def test_a_second_identity_that_is_shared_is_dropped() -> None:
    found = distinct(entries(("1", "https://e/page"), ("2", "http://www.e/page/"), ("3", "https://e/other")))
    assert [entry.guid_alt for entry in found] == ["", "", "/other"]


@given(
    st.lists(st.tuples(st.sampled_from(["a", "a|2", "a|https://e/1", "b"]), st.sampled_from(["", "https://e/1", "a"])))
)
def test_guids_always_differ(pairs: list[tuple[str, str]]) -> None:
    found = distinct(entries(*pairs))
    assert len({entry.guid for entry in found}) == len(pairs)
    firsts = dict.fromkeys(guid for guid, _ in pairs)
    assert set(firsts) <= {entry.guid for entry in found}


@pytest.mark.parametrize(
    ("url", "address", "place"),
    [
        ("https://www.Example.com/a/b/?q=1", "example.com/a/b/?q=1", "/a/b/?q=1"),
        ("http://example.com/a/b/", "example.com/a/b", "/a/b"),
        ("https://user:pw@example.com/a", "example.com/a", "/a"),
        ("//example.com/a", "example.com/a", "/a"),
        ("https://example.com/", "example.com", ""),
        ("https://example.com", "example.com", ""),
        ("https://example.com?p=1", "example.com?p=1", "?p=1"),
        ("tag:example.com,2003:1", "", ""),
        ("", "", ""),
    ],
)
def test_addresses_compared(url: str, address: str, place: str) -> None:
    assert address_key(url) == address
    assert place_key(url) == place


def test_what_counts_as_a_change() -> None:
    files = (Enclosure("https://e/a.mp3"),)
    first = changed_hash("T", "c", "https://www.e/1", files)
    assert first == changed_hash("T", "c", "http://e/1/", (Enclosure("http://e/a.mp3", "x", 3),))
    others = {
        changed_hash("U", "c", "https://e/1", files),
        changed_hash("T", "d", "https://e/1", files),
        changed_hash("T", "c", "https://e/2", files),
        changed_hash("T", "c", "https://e/1", ()),
    }
    assert len(others | {first}) == 5


def numbered(count: int, prefix: str, shift: timedelta = timedelta()) -> list[ParsedEntry]:
    return [
        ParsedEntry(
            guid=f"{prefix}{n}",
            url=f"https://e.example/{n}",
            title=f"Title {n}",
            published=MONDAY + n * timedelta(days=5) + shift,
        )
        for n in range(count)
    ]


def stored(found: list[ParsedEntry]) -> list[StoredKey]:
    return [StoredKey(100 + n, e.guid, e.url, e.title, e.published) for n, e in enumerate(found)]


def test_a_renumbered_feed_is_recognised_by_its_addresses() -> None:
    old, new = numbered(6, "old"), numbered(6, "new")
    assert match_renumbered(new, stored(old)) == {f"new{n}": 100 + n for n in range(6)}
    moved = [replace(entry, url=entry.url.replace("https://", "http://www.") + "/") for entry in new]
    assert match_renumbered(moved, stored(old)) == {f"new{n}": 100 + n for n in range(6)}


def test_else_by_titles_and_dates() -> None:
    old = numbered(6, "old")
    new = [replace(entry, url=f"https://n.example/{entry.guid}") for entry in numbered(6, "new", timedelta(days=2))]
    assert match_renumbered(new, stored(old)) == {f"new{n}": 100 + n for n in range(6)}
    late = [replace(entry, url="") for entry in numbered(6, "new", timedelta(days=2, seconds=1))]
    assert match_renumbered(late, stored(old)) == {}
    undated = [replace(entry, url="", published=None) for entry in numbered(6, "new")]
    assert match_renumbered(undated, stored(old)) == {}
    assert len(match_renumbered(undated, [replace(key, published=None) for key in stored(old)])) == 6


def test_only_when_most_entries_are_new_and_there_are_enough() -> None:
    old = numbered(10, "old")
    assert match_renumbered(numbered(4, "new"), stored(old)) == {}
    mostly_known = numbered(8, "old") + numbered(10, "new")[8:]
    assert match_renumbered(mostly_known, stored(old)) == {}
    mostly_new = numbered(2, "old") + numbered(10, "new")[2:]
    assert len(match_renumbered(mostly_new, stored(old))) == 8


def test_only_one_candidate_will_do() -> None:
    old = [replace(entry, url="", title="Weekly column", published=MONDAY) for entry in numbered(5, "old")]
    new = [replace(entry, url="", title="Weekly column", published=MONDAY) for entry in numbered(5, "new")]
    assert match_renumbered(new, stored(old)) == {}
    assert match_renumbered(new, stored(old)[:1]) == {}


@given(st.data())
def test_no_article_is_claimed_twice(data: st.DataObject) -> None:
    title, url = st.sampled_from("ABC"), st.sampled_from(["", "https://e/1", "https://e/2", "http://e/1/"])
    date = st.none() | st.sampled_from([MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=9)])
    new = [
        ParsedEntry(guid=f"n{n}", title=data.draw(title), url=data.draw(url), published=data.draw(date))
        for n in range(data.draw(st.integers(5, 9)))
    ]
    old = [
        StoredKey(n, f"o{n}", data.draw(url), data.draw(title), data.draw(date))
        for n in range(data.draw(st.integers(0, 9)))
    ]
    found = match_renumbered(new, old)
    assert len(set(found.values())) == len(found)
    assert set(found) <= {entry.guid for entry in new}
    assert set(found.values()) <= {key.id for key in old}


def test_a_move_to_https_or_another_domain_keeps_the_second_identity() -> None:
    def read(host: str) -> list[tuple[str, str]]:
        document = (
            f"<rss><channel><item><link>{host}/a/b/</link></item><item><link>{host}/c?d</link></item></channel></rss>"
        )
        return [(entry.guid, entry.guid_alt) for entry in parse(document.encode(), host).entries]

    before, after = read("http://www.one.example"), read("https://two.example")
    assert [alt for _, alt in before] == [alt for _, alt in after] == ["/a/b", "/c?d"]
    assert {guid for guid, _ in before}.isdisjoint(guid for guid, _ in after)
