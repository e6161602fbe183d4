"""The neutral shape that every reader reduces a file to: sheets of cells with merges and the few style hints
that tell a label from a field. A table in a text document is a sheet too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from qingzhuang.model.place import Area
from qingzhuang.model.problem import Problem

Scalar = str | int | float | bool | date | datetime | time | None


class FileKind(StrEnum):
    """What a file is by its content, whatever its suffix says."""

    XLSX = "xlsx"  # also .xlsm and templates of the same package
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    CSV = "csv"  # also with tabs, semicolons or bars between the fields
    HTML = "html"  # a page with a table, also one that is called .xls
    PDF = "pdf"  # with text; a scan is refused
    XML_SHEETS = "xml-sheets"  # SpreadsheetML 2003
    XML_WORDS = "xml-words"  # WordprocessingML 2003
    XLSFORM = "xlsform"  # questions as a table, whatever office format or text holds them
    XML_PACKAGE = "xml-package"  # a package of Office 2007 written out as one XML ("flat OPC")

    @property
    def suffix(self) -> str:
        """The suffix that such a file should bear, with its dot."""
        if self is FileKind.XLSFORM:
            return ".xlsx"
        return ".xml" if self.value.startswith("xml-") else f".{self.value}"


class Cell(NamedTuple):
    """One cell that holds text or bears a style. `text` is the text as a reader would see it, untrimmed;
    `value` the stored value (formulas are never evaluated: it is then the cached one, or None). A named tuple, because
    sheets have hundreds of thousands and a frozen dataclass takes six to ten times as long to make (decision 0036)."""

    row: int
    column: int
    text: str = ""
    value: Scalar = None
    formula: str | None = None
    bold: bool = False
    red: bool = False
    filled: bool = False
    bordered: bool = False
    centred: bool = False
    size: float = 11.0
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a validation compares with: the format's own `operator` (between, lessThanOrEqual …) and its one or two formulas as
    text, days as numbers or written out. `soft`: a wrong value only brings a warning. `date1904`: from which year numbers count."""

    operator: str
    first: str
    second: str = ""
    soft: bool = False
    date1904: bool = False


@dataclass(frozen=True, slots=True)
class Validation:
    """A rule on what may be entered. `kind` is the format's own word (list, whole, decimal, date, textLength …);
    `codes` the permitted words of a list, also when they stand on a hidden sheet or behind a name; `bounds` what is written
    of numbers, days and lengths."""

    areas: tuple[Area, ...]
    kind: str
    codes: tuple[str, ...] = ()
    prompt: str = ""
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph beside a table of a text document; `number` counts the body's paragraphs from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid. `cells` is keyed (row, column) and holds only cells with text, a formula or a border, fill or font;
    of a merged area only the top left cell has text. `before` and `after` are the paragraphs around a table of a
    text document (each paragraph belongs to one table: the one that follows it, or the last one). `aside` is what
    the pages' header and footer and text boxes say."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Area, ...] = ()
    validations: tuple[Validation, ...] = ()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file reduced to sheets. `file` is its name as given, without folders."""

    file: str
    kind: FileKind
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()
