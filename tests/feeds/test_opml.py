"""OPML: read in any state, written so that reading and writing again changes nothing."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.domain.models import Feed
from tui_reader.domain.text import clean_line
from tui_reader.feeds.opml import NotOpml, OpmlFeed, OpmlImport, read_opml, write_opml

WHEN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def read(body: str) -> OpmlImport:
    return read_opml(f"<opml version='2.0'><head><title>x</title></head><body>{body}</body></opml>".encode())


def feed(**fields: object) -> Feed:
    return Feed(**{"id": 1, "url": "https://e.example/f", "title": "E", **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        (
            '<outline type="rss" text="T" xmlUrl="https://e/f" htmlUrl="https://e/"/>',
            OpmlFeed("https://e/f", "T", "https://e/"),
        ),
        ('<outline TEXT="T" XMLURL=" https://e/f "/>', OpmlFeed("https://e/f", "T")),
        ('<outline title="U" xmlUrl="https://e/f"/>', OpmlFeed("https://e/f", "U")),
        ('<outline text=" " title="U" xmlUrl="https://e/f"/>', OpmlFeed("https://e/f", "U")),
        ('<outline xmlUrl="https://host.example/f"/>', OpmlFeed("https://host.example/f", "host.example")),
        ('<outline type="link" xmlUrl="https://e/f" text="T"/>', OpmlFeed("https://e/f", "T")),
        ('<outline type="rss" url="https://e/f" text="T"/>', OpmlFeed("https://e/f", "T")),
        ('<outline xmlUrl="feed://e/f" text="T"/>', OpmlFeed("https://e/f", "T")),
        ('<outline xmlUrl="feed:http://e/f" text="T"/>', OpmlFeed("http://e/f", "T")),
        (
            '<outline xmlUrl="https://e/f" text="&#27;[31m T &amp;amp; [/foo]"/>',
            OpmlFeed("https://e/f", "[31m T &amp; [/foo]"),
        ),
        ('<outline xmlUrl="https://e/f?a=1&b=2" text="A & B"/>', OpmlFeed("https://e/f?a=1&b=2", "A & B")),
        (
            '<outline text="News"><outline text="Tech"><outline text="T" xmlUrl="https://e/f"/></outline></outline>',
            OpmlFeed("https://e/f", "T", folders=("News/Tech",)),
        ),
        (
            '<outline text="T" xmlUrl="https://e/f" category="/a/b,c,/"/>',
            OpmlFeed("https://e/f", "T", folders=("a/b", "c")),
        ),
        ('<outline text="F"><outline text="T" xmlUrl="https://e/f">', OpmlFeed("https://e/f", "T", folders=("F",))),
    ],
)
def test_outlines(outline: str, found: OpmlFeed) -> None:
    assert read(outline).feeds == (found,)


def test_one_address_in_two_folders_is_one_feed_in_two_folders() -> None:
    outline = '<outline text="T" xmlUrl="https://e/f"/>'
    found = read(f'<outline text="A">{outline}</outline><outline text="B">{outline}{outline}</outline>')
    assert found.feeds == (OpmlFeed("https://e/f", "T", folders=("A", "B")),)


def test_what_is_skipped_is_said_with_a_reason() -> None:
    found = read(
        '<outline text="a" xmlUrl="exec:rm -rf ~"/><outline text="b" xmlUrl="filter:sh:https://e/f"/>'
        '<outline text="c" xmlUrl="|cmd"/><outline text="d" xmlUrl="file:///etc/passwd"/>'
        '<outline text="e" xmlUrl="javascript:alert(1)"/><outline text="f" htmlUrl="https://e/"/>'
        '<outline text="g" type="link" url="https://e/page"/><outline text="empty folder"/>'
        '<outline text="h" xmlUrl="https://e/ok"/>'
    )
    assert [one.url for one in found.feeds] == ["https://e/ok"]
    reasons = dict(found.skipped)
    assert reasons["exec:rm -rf ~"] == reasons["filter:sh:https://e/f"] == "it runs a command, which is refused"
    assert reasons["file:///etc/passwd"] == reasons["javascript:alert(1)"] == "no http or https address"
    assert reasons["https://e/page"] == "a link to a page, not a feed"
    assert reasons["https://e/"] == "no address of a feed is given"
    assert len(found.skipped) == 7


def test_lists_of_lists_are_named_and_not_taken() -> None:
    found = read(
        '<outline type="include" text="L" url="https://e/l"/><outline type="link" text="M" url="https://e/m.opml"/>'
        '<outline type="source" text="N" xmlUrl="https://e/n"/>'
    )
    assert [one.title for one in found.lists] == ["L", "M", "N"]
    assert not found.feeds


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"text",
        b"<html><body><p>x</body></html>",
        b"<rss><channel/></rss>",
        b"{}",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><opml/>",
    ],
)
def test_what_is_no_opml(data: bytes) -> None:
    with pytest.raises(NotOpml):
        read_opml(data)


def test_other_encodings() -> None:
    text = '<?xml version="1.0" encoding="{}"?><opml><body><outline text="Zürich" xmlUrl="https://e/f"/></body></opml>'
    for codec in ("utf-8", "utf-8-sig", "utf-16", "iso-8859-1"):
        declared = codec.removesuffix("-sig")
        assert read_opml(text.format(declared).encode(codec)).feeds[0].title == "Zürich"


def test_the_written_form() -> None:
    written = write_opml(
        [
            feed(url="https://e/2", title="Zwei & <drei>", site_url="https://e/", folders=("News/Tech", "A")),
            feed(url="https://e/1", title="eins"),
            feed(url="saved:", title="Saved"),
        ],
        title='My "feeds"',
        created=WHEN,
    )
    assert written == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n'
        '    <title>My "feeds"</title>\n    <dateCreated>Mon, 06 May 2024 07:08:09 GMT</dateCreated>\n'
        "  </head>\n  <body>\n"
        '    <outline type="rss" text="eins" title="eins" xmlUrl="https://e/1"/>\n'
        '    <outline text="A" title="A">\n'
        '      <outline type="rss" text="Zwei &amp; &lt;drei&gt;" title="Zwei &amp; &lt;drei&gt;" '
        'xmlUrl="https://e/2" htmlUrl="https://e/"/>\n'
        "    </outline>\n"
        '    <outline text="News" title="News">\n      <outline text="Tech" title="Tech">\n'
        '        <outline type="rss" text="Zwei &amp; &lt;drei&gt;" title="Zwei &amp; &lt;drei&gt;" '
        'xmlUrl="https://e/2" htmlUrl="https://e/"/>\n'
        "      </outline>\n    </outline>\n"
        "  </body>\n</opml>\n"
    )


def as_feeds(found: OpmlImport) -> list[Feed]:
    return [
        Feed(id=n, url=one.url, title=one.title, site_url=one.site_url, folders=one.folders)
        for n, one in enumerate(found.feeds)
    ]


urls = st.builds("https://{}.example/{}".format, st.sampled_from("abc"), st.text(max_size=12))
names = st.text(max_size=20)
paths = st.lists(st.text("ab /&<\"'é\n", max_size=8), max_size=3).map("/".join)
feed_lists = st.lists(
    st.builds(
        Feed,
        id=st.just(1),
        url=urls,
        title=names,
        site_url=st.just("") | urls,
        folders=st.lists(paths, max_size=3).map(tuple),
    ),
    max_size=12,
    unique_by=lambda one: one.url,
)


@given(feed_lists, names)
def test_export_import_export_is_a_fixed_point(feeds: list[Feed], title: str) -> None:
    first = write_opml(feeds, title=title, created=WHEN)
    imported = read_opml(first.encode())
    assert not imported.skipped
    assert write_opml(as_feeds(imported), title=title, created=WHEN) == first


@given(feed_lists)
def test_no_feed_is_lost_on_the_way(feeds: list[Feed]) -> None:
    imported = read_opml(write_opml(feeds, title="t", created=WHEN).encode())
    assert len(imported.feeds) <= len(feeds)
    again = read_opml(write_opml(as_feeds(imported), title="t", created=WHEN).encode())
    assert again.feeds == imported.feeds


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_none(data: bytes) -> None:
    for document in (data, b"<opml><body>" + data, b"<opml><body><outline xmlUrl='" + data):
        try:
            found = read_opml(document)
        except NotOpml:
            continue
        assert all(one.url.startswith("http") and one.title == clean_line(one.title) for one in found.feeds)


def test_ten_thousand_feeds_are_read_well_within_a_second() -> None:
    feeds = [
        feed(url=f"https://e{n}.example/f", title=f"Feed {n} & more", folders=(f"Folder {n % 40}",))
        for n in range(10_000)
    ]
    written = write_opml(feeds, title="many", created=WHEN).encode()
    begin = time.process_time()
    found = read_opml(written)
    assert time.process_time() - begin < 2.5
    assert len(found.feeds) == 10_000
