"""Earlier texts: which is kept, whether it was read as it stood, and full texts that went out of date."""

from datetime import timedelta

import pytest

from tests.store.making import NOW, document, entry, fetched, filled
from tui_reader.domain.document import Document, Extraction, RawText, Status
from tui_reader.store import Library, history, packed
from tui_reader.store import settling as settling_of
from tui_reader.store.extras import Teaser
from tui_reader.store.settling import VERSIONS_KEPT

START = int(NOW.timestamp())


class Life:
    """One article, read and changed at minutes after NOW."""

    def __init__(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        self.library, self.minute = library, 0
        for module in (history, settling_of, "tui_reader.store.extras"):
            target = f"{module}.now" if isinstance(module, str) else f"{module.__name__}.now"
            monkeypatch.setattr(target, lambda: START + self.minute * 60)
        self.feed_id, _ = library.add_feed("https://news.example/feed")
        self.id = self.feed("The first text.").id

    def feed(self, text: str, *, title: str = "Harbour line") -> "Life":
        """The feed carries this from now on."""
        new = entry("a", title=title, changed_hash=f"{title} {text}")
        moment = NOW + timedelta(minutes=self.minute)
        saved = fetched(self.library, self.feed_id, [new], texts={new.guid: document(text)}, now=moment)
        self.id = saved.new_ids[0] if saved.new_ids else self.id
        return self

    id = 0

    def page(self, *texts: str, status: Status = Status.FULL) -> None:
        """The page is fetched and says this."""
        self.library.save_full_text(
            self.id, Extraction(document(*texts, status=status), reason="" if texts else "gone")
        )

    def read(self, read: bool = True) -> None:
        self.library.mark([self.id], read=read)

    def at(self, minute: int) -> "Life":
        self.minute = minute
        return self

    @property
    def changed(self) -> bool:
        return self.library.heads([self.id])[0].changed

    def versions(self) -> list[tuple[str, bool, int | None]]:
        """(text, of the page, the minute in which it was read or None), newest first."""
        return [
            (v.document.text(), v.of_page, (v.read_at - START) // 60 if v.read_at else v.read_at)
            for v in self.library.versions(self.id)
        ]


@pytest.fixture
def life(library: Library, monkeypatch: pytest.MonkeyPatch) -> Life:
    return Life(library, monkeypatch)


def test_the_text_that_was_read_is_known_whatever_follows(life: Life) -> None:
    life.at(5).feed("A second text.")
    life.at(10).read()
    life.at(20).feed("A third text.")
    life.at(30).feed("A fourth text.")
    assert life.versions() == [
        ("A third text.", False, None),
        ("A second text.", False, 10),
        ("The first text.", False, None),
    ]
    life.at(40).read()
    assert life.versions()[1] == ("A second text.", False, 10)
    life.at(50).feed("A fifth text.")
    assert life.versions()[0] == ("A fourth text.", False, 40)


def test_what_was_marked_unread_again_was_not_read(life: Life) -> None:
    life.at(10).read()
    life.at(11).read(False)
    life.at(20).feed("A second text.")
    assert life.versions() == [("The first text.", False, None)]


def test_read_before_that_was_kept(life: Life) -> None:
    life.read()
    life.library._database.write(lambda db: db.execute("UPDATE article SET read_at = NULL").rowcount)
    life.at(20).feed("A second text.")
    life.at(30).feed("A third text.")
    assert life.versions() == [("A second text.", False, None), ("The first text.", False, 0)]


def test_another_text_of_the_page_is_a_change(life: Life) -> None:
    life.at(1).page("The page.", "All of it.")
    assert (life.versions(), life.changed) == ([], False)
    life.at(2).read()
    life.at(3).page("The page.", "All of it.")
    assert (life.versions(), life.changed) == ([], False)
    life.at(4).page("The page.", "All of it, corrected.")
    assert life.versions() == [("The page.\n\nAll of it.", True, 2)]
    assert life.changed
    article = life.library.article(life.id)
    assert article
    assert article.document.text() == "The page.\n\nAll of it, corrected."
    life.at(5).page(status=Status.EMPTY)
    assert len(life.versions()) == 1
    life.library.index_pending()
    assert life.library.search("corrected").ids.tolist() == [life.id]


def test_an_unread_article_is_not_marked_when_its_page_changes(life: Life) -> None:
    life.page("The page.")
    life.page("The page, corrected.")
    assert not life.changed
    assert life.versions() == [("The page.", True, None)]


def test_each_kind_has_its_own_reading(life: Life) -> None:
    life.at(1).page("The page.")
    life.at(2).read()
    life.at(3).feed("A second text.")
    life.at(4).page("The page, corrected.")
    assert life.versions() == [("The page.", True, 2), ("The first text.", False, 2)]


def test_versions_are_capped_but_for_the_one_that_was_read(life: Life) -> None:
    life.at(1).page("Page 0.")
    life.at(2).read()
    for number in range(1, VERSIONS_KEPT + 10):
        life.at(number + 2).page(f"Page {number}.")
    life.feed("A second text.")
    pages = [(text, read) for text, of_page, read in life.versions() if of_page]
    assert len(pages) == VERSIONS_KEPT + 1
    assert pages[-1] == ("Page 0.", 2)
    assert pages[0] == (f"Page {VERSIONS_KEPT + 8}.", None)
    assert ("The first text.", False, 2) in life.versions()


def test_a_full_text_is_out_of_date_when_the_entry_changes(life: Life) -> None:
    assert not life.library.is_stale(life.id)
    life.feed("A second text.")
    assert not life.library.is_stale(life.id), "there is no full text"
    life.page("The page.")
    life.feed("A third text.")
    assert life.library.is_stale(life.id)
    life.page(status=Status.EMPTY)
    assert life.library.is_stale(life.id), "the page could not be had"
    life.page("The page.")
    assert not life.library.is_stale(life.id)
    life.feed("A third text.", title="Another headline")
    assert life.library.is_stale(life.id)
    assert not life.library.is_stale(999)


def test_a_full_text_is_out_of_date_when_the_change_is_settled_later(life: Life) -> None:
    life.page("The page.")
    life.library._database.write(lambda db: settling_of.keep(db, life.id, RawText("<p>other")))
    (waiting,) = life.library.unsettled()
    new = packed(document("A second text."))
    life.library.settle([settling_of.Settled(waiting.id, life.id, waiting.title, new, "")])
    assert life.library.is_stale(life.id)


def test_pages_that_went_out_of_date_are_fetched_at_a_refresh_read_or_not(library: Library) -> None:
    feed_id, ids = filled(library, 3)
    whole = Document(document("The page.").blocks, status=Status.FULL)
    for article_id in ids[:2]:
        library.save_full_text(article_id, Extraction(whole))
    library.mark(ids[:1], read=True)
    wanted = [Teaser(article_id, f"https://news.example/a{n}", "") for n, article_id in enumerate(ids[:2])]
    assert library.teasers(20, every_feed=True) == []
    fetched(library, feed_id, [entry(f"a{n}", hours=n + 1, title="Other", changed_hash="2") for n in range(3)])
    assert library.teasers(20, every_feed=True) == wanted
    library.save_full_text(ids[0], Extraction(document(status=Status.FAILED), reason="gone"))
    assert library.teasers(20, every_feed=True) == wanted[1:]
    fetched(library, feed_id, [entry("a0", title="Once more", changed_hash="3")])
    assert library.teasers(20, every_feed=True) == wanted, "the entry is another one again"
    for article_id in ids[:2]:
        library.save_full_text(article_id, Extraction(whole))
    assert library.teasers(20, every_feed=True) == []
