"""Letters on the links of a screen, to be typed."""

from itertools import product

LETTERS = "asdfjklghwertuiopzxcvbnmqy"


def labels(count: int) -> list[str]:
    """`count` labels of one letter, or all of two when there are too many; at most 26 squared."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return ["".join(pair) for pair in product(LETTERS, repeat=2)][:count]


class Labels:
    """Labels on (line, cell) places, and what was typed of one."""

    def __init__(self, places: list[tuple[int, int, str, bool]]) -> None:
        """`places`: (line, cell, address, whether a blank is before it) of each link, in the order of the page."""
        addresses = list(dict.fromkeys(address for _, _, address, _ in places))
        names = dict(zip(addresses, labels(len(addresses)), strict=False))
        self.targets = {name: address for address, name in names.items()}
        self.typed = ""
        self._rows: dict[int, list[tuple[int, str]]] = {}
        for line, cell, address, free in places:
            if name := names.get(address):
                self._rows.setdefault(line, []).append((cell - 1 if free and len(name) == 1 else cell, name))

    def on(self, line: int) -> list[tuple[int, str]]:
        """(cell, letters still to be typed) of the labels that go on with what was typed."""
        typed = self.typed
        return [(cell, name) for cell, name in self._rows.get(line, ()) if name.startswith(typed)]

    def type(self, letter: str) -> str | None:
        """The address whose label is complete with `letter`; "" when more is to be typed, None when nothing fits."""
        self.typed += letter
        if address := self.targets.get(self.typed):
            return address
        return "" if any(name.startswith(self.typed) for name in self.targets) else None
