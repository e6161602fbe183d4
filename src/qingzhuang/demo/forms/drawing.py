"""A drawn form: what to ink where, and the reading that follows from it."""

from dataclasses import dataclass, field
from enum import StrEnum

from qingzhuang.model.form import Item, Table
from qingzhuang.model.place import Area


class Look(StrEnum):
    """How a cell looks."""

    TITLE = "title"
    LINE = "line"
    NOTE = "note"
    SECTION = "section"
    HEAD = "head"
    RED_HEAD = "red_head"
    HINT = "hint"
    DATA = "data"
    STUB = "stub"
    TOTAL = "total"
    LABEL = "label"
    FIELD = "field"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Ink:
    """One cell or merged area (in grid columns of the sheet) with its text or formula."""

    area: Area
    look: Look
    text: str = ""
    formula: str | None = None
    number_format: str | None = None


@dataclass(frozen=True, slots=True)
class Codes:
    """Permitted words for an area; `hidden` puts them on a hidden sheet."""

    area: Area
    words: tuple[str, ...]
    hidden: bool = False


@dataclass(slots=True)
class Drawing:
    """Grows block by block. `row` is the next free row; `inputs` are those outside of any card."""

    sheet: str
    left: int
    width: int
    row: int = 1
    inks: list[Ink] = field(default_factory=list)
    codes: list[Codes] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)
    inputs: list[Item] = field(default_factory=list)
    title: str | None = None
    print_rows: tuple[int, int] | None = None

    def area(self, row: int, first: int, last: int, bottom: int | None = None) -> Area:
        """Return the area of these grid columns (from 1) on the sheet."""
        shift = self.left - 1
        return Area(row, first + shift, bottom or row, last + shift)

    def ink(self, area: Area, look: Look, text: str = "") -> None:
        """Put text into an area."""
        self.inks.append(Ink(area, look, text))
