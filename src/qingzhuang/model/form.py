"""A form and what it asks."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qingzhuang.model.definition import Definition
from qingzhuang.model.domain import Domain
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import FileKind


class ItemType(StrEnum):
    """Representation of an item's value (ISO/IEC 11179: representation class)."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    YESNO = "yesno"
    CODE = "code"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    PHOTO = "photo"
    SIGNATURE = "signature"
    ROW_NUMBER = "row_number"


class Entry(StrEnum):
    """How an answer enters its cell."""

    CELL = "cell"  # the whole cell
    INLINE = "inline"  # after the label's colon in the same cell or paragraph
    CHOICE = "choice"  # a printed box is ticked: □男 □女
    BOXES = "boxes"  # one character a cell, as in split ID boxes


class TableKind(StrEnum):
    """list: rows repeat under a header. matrix: rows are given by stubs. card: label beside field.
    mixed: a card and the list below it belong together."""

    LIST = "list"
    MATRIX = "matrix"
    CARD = "card"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a form asks. `path` holds the header levels from outer to inner, without white space (an XLSForm keeps it between Latin
    words), colon or trailing star, repeats marked #2, #3; `place` is the header cell of a column, the answer's cell of an input.
    `formula` marks a cell or column that the form computes itself; `condition` says when the item is asked, in the
    words of OpenRosa (XLSForm: relevant). `domain` bounds the values, as the form's own validation does; `spelling` pairs
    what is meant with what the form wants written for it (是 √, 否 nothing)."""

    path: tuple[str, ...]
    place: Place
    unit: str | None = None
    type: ItemType = ItemType.TEXT
    codes: tuple[str, ...] = ()
    required: bool = False
    hint: str | None = None
    entry: Entry = Entry.CELL
    boxes: tuple[Place, ...] = ()
    formula: bool = False
    condition: str | None = None
    domain: Domain | None = None
    spelling: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The path joined with /; a slash inside a level is written \\/."""
        return "/".join(level.replace("/", "\\/") for level in self.path)

    @property
    def label(self) -> str:
        """The innermost level."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Stub:
    """A row of a matrix with the labels that name it, outer first (a merged or filled-down stub is repeated)."""

    row: int
    labels: tuple[str, ...]

    @property
    def key(self) -> str:
        """The labels joined with /; a slash inside a label is written \\/."""
        return "/".join(label.replace("/", "\\/") for label in self.labels)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check that a form prints: in every row the left item stands in `relation` (=, ≥, ≤, > or <) to the sum of the right
    ones, each with its sign and named by its key. `text` is as printed. `rows`: the terms are rows of a matrix, named by their
    stubs' keys, and it holds in every column that counts or sums (not of rates, not of remarks)."""

    text: str
    left: str
    relation: str
    right: tuple[tuple[int, str], ...]
    rows: bool = False


_OWN_TITLE = re.compile(r"^(?![一二三四五六七八九十\d（(]+[、.．)）]).{2,}(?:名册|名单|台账|统计表|汇总表)$")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet. Rows count from 1 as in the file; pairs are inclusive. A pure card has no columns,
    `header_rows` and `data_start_row` are then None. `data_end_row` is the last row set aside for answers before
    totals, footer or the next block (None when the sheet simply goes on). `stub_columns` are the columns of a matrix
    that hold stubs. `columns` are in sheet order, `inputs` in reading order; `rules` are the checks printed on the form."""

    sheet: str
    kind: TableKind
    title: str | None = None
    section: str | None = None
    header_rows: tuple[int, int] | None = None
    columns: tuple[Item, ...] = ()
    data_start_row: int | None = None
    data_end_row: int | None = None
    total_rows: tuple[int, ...] = ()
    footer_rows: tuple[int, ...] = ()
    stub_columns: tuple[int, ...] = ()
    stubs: tuple[Stub, ...] = ()
    inputs: tuple[Item, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Columns, then inputs."""
        return self.columns + self.inputs

    def row_key(self, row: int) -> tuple[str, int]:
        """Name a printed row among all rows of a form: of two matrices side by side each has its own row 3."""
        return f"{self.sheet}!{self.stub_columns[0] if self.stub_columns else ''}", row

    @property
    def own_title(self) -> str | None:
        """The line above a list that is a title by itself (少数民族人员名册), not a part of the form (二、家庭成员)."""
        return self.section if self.section and _OWN_TITLE.search(self.section) else None


@dataclass(frozen=True, slots=True)
class Period:
    """The time a form speaks of; `as_of` is its date, `start`..`end` its span. Any may be unknown. `stated`: a line says that it is
    the time of the figures (统计时点), not of filling."""

    text: str
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    stated: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Form:
    """What one file asks. `row_entity` is what one row or one card is about (人, 户, 村, 企业, 检查 …). `notes` are its sentences,
    `definitions` those of them that are data."""

    file: str
    kind: FileKind
    title: str | None
    tables: tuple[Table, ...]
    issuer: str | None = None
    period: Period | None = None
    row_entity: str | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    definitions: tuple[Definition, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of all tables."""
        return tuple(item for table in self.tables for item in table.items)
