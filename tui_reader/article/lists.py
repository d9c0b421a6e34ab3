"""Lists that are open while a tree is walked, and the markers of their items."""

from dataclasses import dataclass

_BULLETS = ("•", "◦", "▪")


@dataclass(slots=True)
class ListState:
    """An open list."""

    ordered: bool
    number: int = 1
    step: int = 1
    style: str = "1"
    width: int = 1
    """Cells of its widest marker."""
    indent: int = 0
    level: int = 1

    def marker(self, value: int | None) -> str:
        """The next item's marker; `value` restarts the count."""
        if not self.ordered:
            return _BULLETS[(self.level - 1) % len(_BULLETS)]
        if value is not None:
            self.number = value
        shown = numeral(self.number, self.style) + "."
        self.number += self.step
        return shown


_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def numeral(number: int, style: str) -> str:
    """`number` as an ordered list of type `style` ("1", "a", "A", "i", "I") writes it."""
    if style.lower() == "a" and 0 < number < 10_000:
        letters = ""
        rest = number
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(97 + letter) + letters
        return letters if style == "a" else letters.upper()
    if style.lower() == "i" and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            roman += letters * count
        return roman if style == "i" else roman.upper()
    return str(number)
