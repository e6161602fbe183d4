"""What a blank form is, before it is drawn: sheets of blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

REPEAT = "#"
EMPTY_LEVEL = "~"


@dataclass(frozen=True, slots=True)
class Column:
    """`path` as a reader should return it; a level `~` is a merged but empty group. `shown` is the leaf as printed
    (inner spaces, stars, line breaks), `span` how many grid columns it covers, `formula` refers to labels in braces."""

    path: tuple[str, ...]
    shown: str | None = None
    span: int = 1
    width: float | None = None
    codes: tuple[str, ...] = ()
    hidden: bool = False
    red: bool = False
    number_format: str | None = None
    formula: str | None = None
    preset: str = ""

    @property
    def read(self) -> tuple[str, ...]:
        """The path without empty levels."""
        return tuple(level for level in self.path if level != EMPTY_LEVEL)


@dataclass(frozen=True, slots=True)
class Title:
    """A title over the whole width, or from the grid column `first` on."""

    text: str
    first: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One row of inline labels and plain words (marked = in front) side by side; `foot` when below the tables."""

    texts: tuple[str, ...]
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Plain words over the whole width; `foot` when below the tables, `section` when it heads a list or card."""

    text: str
    foot: bool = False
    section: bool = False
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """A total row: what it says over how many columns, and the leaves that it sums. `first` puts it above the data."""

    label: str
    over: int
    sums: tuple[str, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, or with `stubs` a matrix. `under` are rows between header and data (hints, codes, an example);
    `unmerged` names groups whose text stands in their first cell only, `short` those merged over fewer columns."""

    columns: tuple[Column, ...]
    rows: int = 0
    under: tuple[tuple[str, ...], ...] = ()
    total: Total | None = None
    stubs: tuple[tuple[str, ...], ...] = ()
    stub_columns: int = 0
    filled_down: bool = False
    numbered: bool = False
    unmerged: tuple[str, ...] = ()
    short: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and its field on a card. `wide` and `label_wide` count grid columns (0: share what is left)."""

    label: str
    shown: str | None = None
    label_wide: int = 1
    wide: int = 0
    choice: tuple[str, ...] = ()
    boxes: int = 0
    text: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardRow:
    """One row of a card: entries, or a `section` over the whole width. `side` labels stand at the left of their rows."""

    entries: tuple[Entry, ...] = ()
    section: str = ""
    side: str = ""
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card on a grid of this many columns."""

    grid: int
    rows: tuple[CardRow, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty rows between two tables of one sheet."""

    rows: int = 1


Block = Title | Line | Note | Listing | Card | Gap


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """One sheet, or the body of a text document. `left` is the first grid column (2 leaves column A empty)."""

    name: str
    blocks: tuple[Block, ...]
    left: int = 1
    portrait: bool = False
    extras: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class DemandSpec:
    """How often and how the form is demanded; see demands.yaml."""

    post: str = "村"
    posts: int = 9
    times_per_year: float = 1
    records: int = 1
    carrier: str = "file"
    signed: bool = False
    photos: int = 0
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One blank form. `folder` is the bureau's, `about` names the group of subjects that it lists."""

    folder: str
    file: str
    issuer: str
    level: str
    sheets: tuple[SheetSpec, ...]
    demand: DemandSpec
    about: str = ""

    @property
    def path(self) -> str:
        """Where the file lies below the folder of forms."""
        return f"{self.folder}/{self.file}"
