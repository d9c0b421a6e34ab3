"""What stands between the pane's header and its end: lines above, a body, lines below, numbered as one."""

from collections.abc import Sequence

from ...domain.layout import Layout, Line


class Fixed:
    """Lines that are all there. The lines of choice n have n as their block."""

    complete = True

    def __init__(self, groups: Sequence[Sequence[Line]]) -> None:
        self._lines = [line for group in groups for line in group]
        self.choices = len(groups)

    @property
    def height(self) -> int:
        return len(self._lines)

    def ensure(self, first: int, count: int) -> int:
        return first

    def advance(self, blocks: int, anchor: int) -> int:
        return anchor

    def line(self, number: int) -> Line:
        return self._lines[number] if 0 <= number < len(self._lines) else Line()

    def rows(self, choice: int) -> tuple[int, int]:
        """(first line, number of lines) of a choice, (0, 0) when there is none."""
        numbers = [number for number, line in enumerate(self._lines) if line.block == choice]
        return (numbers[0], len(numbers)) if numbers else (0, 0)


class Stack:
    """Lines above, body, lines below. Numbers are counted from the first line above."""

    def __init__(self, top: Sequence[Line], body: Layout | Fixed, tail: Sequence[Line]) -> None:
        self.top, self.body, self.tail = top, body, tail

    @property
    def height(self) -> int:
        return len(self.top) + self.body.height + len(self.tail)

    def in_body(self, number: int) -> int | None:
        """Number of the line within the body, None above and below it."""
        inside = number - len(self.top)
        return inside if 0 <= inside < self.body.height else None

    def line(self, number: int) -> Line:
        if number < len(self.top):
            return self.top[number] if number >= 0 else Line()
        if (inside := number - len(self.top)) < self.body.height:
            return self.body.line(inside)
        inside -= self.body.height
        return self.tail[inside] if inside < len(self.tail) else Line()

    def ensure(self, first: int, count: int) -> int:
        """Lays out what stands in `count` lines from `first`; returns the number that line `first` has then."""
        inside = first - len(self.top)
        if self.body.complete:
            return first
        if inside < 0:
            self.body.ensure(0, count + inside)
            return first
        if inside >= self.body.height:
            below = self.height - first
            self.body.ensure(self.body.height - 1, 1)
            return max(0, self.height - below)
        return self.body.ensure(inside, count) + len(self.top)

    def advance(self, blocks: int, anchor: int) -> int:
        """Lays out up to `blocks` more; returns the number that line `anchor` has then."""
        inside = anchor - len(self.top)
        if inside < 0:
            self.body.advance(blocks, 0)
            return anchor
        if inside >= self.body.height:
            below = self.height - anchor
            self.body.advance(blocks, max(0, self.body.height - 1))
            return max(0, self.height - below)
        return self.body.advance(blocks, inside) + len(self.top)
