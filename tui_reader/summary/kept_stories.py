"""Stories that the user has seen keep their name and their headline when articles come and go."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .same_story import Group

Kept = Mapping[int, tuple[int, int]]
"""article -> (story, place) of what is shown already; the article at place 0 leads."""


def together(kept: Kept, positions: Mapping[int, int]) -> list[list[int]]:
    """The positions of the articles of each kept story, as far as they are known, the best first."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for id_, (story, place) in kept.items():
        if id_ in positions:
            found[story].append((place, positions[id_]))
    return [[position for _, position in sorted(found[story])] for story in sorted(found)]


def recognise(groups: Iterable[Group], ids: Sequence[int], kept: Kept) -> None:
    """Give groups the names and leads of the kept stories that most of their articles come from.

    A name goes to one group only, and never to a group without the article of that name while that article is among
    `ids` (the ids by position): there it may be wanted for the article itself.
    """
    shares: list[tuple[int, int, int, Group]] = []
    for group in groups:
        members = {ids[position] for position in group.members}
        counted = Counter(kept[id_][0] for id_ in members if id_ in kept)
        shares += [(-count, name, group.members[0], group) for name, count in counted.items()]
    known, given = set(ids), set()
    for _, name, _, group in sorted(shares, key=lambda share: share[:3]):
        members = {ids[position] for position in group.members}
        if group.name or name in given or (name in known and name not in members):
            continue
        group.name = name
        given.add(name)
        group.lead = next((position for position in group.members if kept.get(ids[position]) == (name, 0)), None)
