"""Whatever is done in whatever order, by whom: kept counters, lists and undo agree with a plain model."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.store.making import entry, fetched
from tui_reader.domain.models import Counts, Scope, View
from tui_reader.store import Library

names = st.lists(st.sampled_from([f"n{i}" for i in range(12)]), max_size=6, unique=True)
flag = st.sampled_from([None, True, False])


@dataclass(frozen=True)
class Flags:
    read: bool = False
    starred: bool = False
    later: bool = False


class Machine(RuleBasedStateMachine):
    """The model: {feed: {name: Flags}}, the removed feeds, and for each change the state before it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library.open(self.folder / "l.db")
        self.feeds: dict[int, dict[str, Flags]] = {}
        self.removed: set[int] = set()
        self.ids: dict[tuple[int, str], int] = {}
        self.journal: list[tuple[str, dict[tuple[int, str], Flags], int]] = []

    @initialize()
    def start(self) -> None:
        for number in range(3):
            feed_id, _ = self.library.add_feed(f"https://{number}.example/")
            self.feeds[feed_id] = {}

    @rule(number=st.integers(0, 2), some=names)
    def refresh(self, number: int, some: list[str]) -> None:
        feed_id = list(self.feeds)[number]
        if feed_id in self.removed:
            return
        saved = fetched(self.library, feed_id, [entry(name, hours=int(name[1:])) for name in some])
        new = [name for name in some if name not in self.feeds[feed_id]]
        assert len(saved.new_ids) == len(new)
        for name, article_id in zip(new, saved.new_ids, strict=True):
            self.feeds[feed_id][name] = Flags()
            self.ids[feed_id, name] = article_id

    @rule(number=st.integers(0, 2), some=names, read=flag, starred=flag, later=flag, undoable=st.booleans())
    def mark(
        self, number: int, some: list[str], read: bool | None, starred: bool | None, later: bool | None, undoable: bool
    ) -> None:
        feed_id = list(self.feeds)[number]
        known = [(feed_id, name) for name in some if name in self.feeds[feed_id]]
        wanted = {"read": read, "starred": starred, "later": later}
        wanted = {name: value for name, value in wanted.items() if value is not None}
        before = {}
        for key in known:
            old = self.feeds[feed_id][key[1]]
            new = replace(old, **wanted)  # type: ignore[arg-type]
            if new != old:
                before[key] = old
                self.feeds[feed_id][key[1]] = new
        ids = [self.ids[key] for key in known]
        change = self.library.mark(ids, read=read, starred=starred, later=later, undoable=undoable)
        assert sorted(change.ids) == sorted(self.ids[key] for key in before)
        if before and undoable:
            self.journal.append(("mark:" + ",".join(wanted), before, 0))

    @rule(view=st.sampled_from(View), number=st.sampled_from([None, 0, 1, 2]))
    def mark_all(self, view: View, number: int | None) -> None:
        scope = Scope(view, None if number is None else list(self.feeds)[number])
        before = {}
        for key, flags in self.visible(scope):
            if not flags.read:
                before[key] = flags
                self.feeds[key[0]][key[1]] = replace(flags, read=True)
        assert len(self.library.mark_all_read(scope).ids) == len(before)
        if before:
            self.journal.append(("mark:read", before, 0))

    @rule(number=st.integers(0, 2))
    def remove(self, number: int) -> None:
        feed_id = list(self.feeds)[number]
        if feed_id not in self.removed:
            self.library.remove_feed(feed_id)
            self.removed.add(feed_id)
            self.journal.append(("remove", {}, feed_id))

    @rule(number=st.integers(0, 2))
    def add_again(self, number: int) -> None:
        feed_id = list(self.feeds)[number]
        assert self.library.add_feed(f"https://{number}.example/") == (feed_id, feed_id in self.removed)
        self.removed.discard(feed_id)
        self.journal = [step for step in self.journal if step[0] != "remove" or step[2] != feed_id]

    @rule()
    def undo(self) -> None:
        change = self.library.undo()
        if not self.journal:
            assert change is None
            return
        kind, before, feed_id = self.journal.pop()
        assert change
        if kind == "remove":
            self.removed.discard(feed_id)
            return
        fields = kind.removeprefix("mark:").split(",")
        for key, old in before.items():
            now = self.feeds[key[0]][key[1]]
            self.feeds[key[0]][key[1]] = replace(now, **{field: getattr(old, field) for field in fields})

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = Library.open(self.folder / "l.db")

    def visible(self, scope: Scope) -> list[tuple[tuple[int, str], Flags]]:
        return [
            ((feed_id, name), flags)
            for feed_id, articles in self.feeds.items()
            for name, flags in articles.items()
            if feed_id not in self.removed and scope.feed_id in (None, feed_id)
            if scope.view is View.ALL
            or (scope.view is View.UNREAD and not flags.read)
            or (scope.view is View.STARRED and flags.starred)
            or (scope.view is View.LATER and flags.later)
        ]

    @invariant()
    def agrees(self) -> None:
        counted = [len(self.visible(Scope(view))) for view in (View.UNREAD, View.ALL, View.STARRED, View.LATER)]
        assert self.library.counts() == Counts(*counted)
        for feed in self.library.feeds():
            assert feed.id not in self.removed
            assert feed.articles == len(self.visible(Scope(View.ALL, feed.id)))
            assert feed.unread == len(self.visible(Scope(View.UNREAD, feed.id)))
        for view in View:
            for feed_id in (None, *self.feeds):
                scope = Scope(view, feed_id)
                rows = self.library.rows(scope)
                wanted = {self.ids[key]: -int(key[1][1:]) for key, _ in self.visible(scope)}
                assert list(rows.ids) == sorted(wanted, key=lambda i: (wanted[i], i), reverse=True)
                cut = self.library.rows(scope, limit=2)
                assert list(cut.ids) == list(rows.ids)[:2]
                assert cut.complete is (len(rows) <= 2)

    def teardown(self) -> None:
        self.library.close()
        shutil.rmtree(self.folder)


Machine.TestCase.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
TestCounters = Machine.TestCase
