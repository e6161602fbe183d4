"""Where something stands in a file: sheet and cell, as the file itself numbers them (rows and columns from 1)."""

import re
from dataclasses import dataclass
from functools import lru_cache

_REMEMBERED = 1 << 12
_A1 = re.compile(r"^\$?([A-Z]{1,3})\$?([1-9][0-9]*)$")


def column_letters(column: int) -> str:
    """Return the letters of a column number: 1 → A, 28 → AB."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(_REMEMBERED)
def column_number(letters: str) -> int:
    """Return the number of a column's letters: A → 1, AB → 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(1 << 14)
def parse_a1(reference: str) -> tuple[int, int]:
    """Return (row, column) of a reference such as B3 or $B$3. Raises ValueError for anything else."""
    found = _A1.match(reference)
    if found is None:
        raise ValueError(reference)
    return int(found.group(2)), column_number(found.group(1))


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A rectangle of cells, bounds included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def from_a1(cls, reference: str) -> "Area":
        """Return the area of a reference such as A1:C3 or B2. Raises ValueError for anything else."""
        return _area(reference)

    @property
    def a1(self) -> str:
        """The reference in A1 notation; one cell is written without a colon."""
        first = f"{column_letters(self.left)}{self.top}"
        if (self.top, self.left) == (self.bottom, self.right):
            return first
        return f"{first}:{column_letters(self.right)}{self.bottom}"

    def holds(self, row: int, column: int) -> bool:
        """Tell whether the cell lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@lru_cache(_REMEMBERED)
def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    top, left = parse_a1(first)
    bottom, right = parse_a1(last) if last else (top, left)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell of one sheet. In a text document the sheet is 表1, 表2 … and the cell that of the table's grid;
    a paragraph outside any table stands on sheet 正文 at row = its number, column 1."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """The cell in A1 notation."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"
