"""Where the reading of a form was a close call: why, what was read, and the reading that comes next, as a lesson that a person can
take (`taught.py`). Looked for afterwards, on the finished reading, so that no reading changes by it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.read import form_of
from qingzhuang.intake.rivals import Reason, missed, rivals, told_as
from qingzhuang.intake.taught import Taught, TaughtTable, by_teaching
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Form, Table
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Sheet, Workbook

_SHOWN, _LISTS = 10, 4


_SURE = {
    Reason.NONE: 0.1,
    Reason.ABOVE: 0.3,
    Reason.DEEP: 0.5,
    Reason.SECOND: 0.5,
    Reason.FOOTER: 0.8,
    Reason.BELOW: 0.8,
}
"""As counted on the development half of `benchmarks/doubts.py`; 0.5 where it never came up there."""


@dataclass(frozen=True, slots=True)
class CloseCall:
    """Two readings of a place that are near each other. `chosen` and `rival` are both in words, by their rows, `chosen_columns` and
    `rival_columns` what each would ask, a tuple a list (none where both ask the same); `sure` is how often the chosen one stands
    (0 to 1), `lesson` the rival as a person would teach it."""

    reason: Reason
    where: Place
    chosen: str
    rival: str
    sure: float
    lesson: Taught
    chosen_columns: tuple[tuple[str, ...], ...] = ()
    rival_columns: tuple[tuple[str, ...], ...] = ()

    @property
    def chosen_in_words(self) -> str:
        """The columns of the chosen reading."""
        return _columns_in_words(self.chosen_columns)

    @property
    def rival_in_words(self) -> str:
        """The columns of the rival."""
        return _columns_in_words(self.rival_columns)


def doubts_of(book: Workbook, form: Form) -> tuple[CloseCall, ...]:
    """Return the close calls of a reading, those least sure first. An XLSForm has none."""
    tables = {sheet.name: [each for each in form.tables if each.sheet == sheet.name] for sheet in book.sheets}
    found = [
        _with_columns(doubt, book, form)
        for sheet in book.sheets
        if not sheet.hidden and sheet.cells
        for doubt in _of_sheet(form, sheet, tables[sheet.name])
    ]
    return tuple(sorted(found, key=lambda each: each.sure))


def _with_columns(call: CloseCall, book: Workbook, form: Form) -> CloseCall:
    """Read the form as the rival has it, and tell by the columns of both what differs."""
    chosen = _columns_on(form, call.where.sheet)
    rival = _columns_on(by_teaching(book, form, [call.lesson]), call.where.sheet)
    return call if chosen == rival else replace(call, chosen_columns=chosen, rival_columns=rival)


def _columns_on(form: Form, sheet: str) -> tuple[tuple[str, ...], ...]:
    lists = (table.columns for table in form.tables if table.sheet == sheet and table.columns)
    return tuple(tuple(item.key for item in columns) for columns in lists)


def _columns_in_words(lists: Sequence[Sequence[str]]) -> str:
    return _("；").join(map(_names_in_words, lists[:_LISTS]))


def _names_in_words(names: Sequence[str]) -> str:
    shown = _("、").join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else _("{names} 等 {count} 栏").format(names=shown, count=len(names))


def with_doubts(book: Workbook, lessons: Sequence[Taught] = ()) -> tuple[Form, tuple[CloseCall, ...]]:
    """Return a form as `read_form` does, and the close calls of its reading; none where a person said how it is read. Raises
    ProblemError."""
    form = form_of(book)
    said = by_teaching(book, form, lessons)
    return (said, ()) if said is not form else (form, doubts_of(book, form))


def _of_sheet(form: Form, sheet: Sheet, tables: Sequence[Table]) -> Iterator[CloseCall]:
    grid = Grid(sheet)
    lists = [table for table in tables if table.header_rows]
    taken = frozenset(item.place.row for table in tables for item in table.inputs if grid.ruled)
    tops = Counter(table.header_rows for table in lists)
    without = missed(grid, tables)
    if without is not None:
        yield _doubt(Reason.NONE, form, grid, tables, [told_as(sheet, without, without[1] + 1, None)])
        return
    for table in lists:
        if tops[table.header_rows] > 1:
            continue  # side by side: a lesson knows rows only
        above = frozenset(row for each in lists if each is not table for row in _rows_of_its_own(each))
        for reason, told in rivals(grid, table, taken | above):
            others = [_as_is(sheet, each) for each in lists if each is not table]
            yield _doubt(reason, form, grid, [table], [*told, *others])


def _rows_of_its_own(table: Table) -> Iterator[int]:
    """The rows of a list that a later header cannot take: its header, and the last of its rows."""
    top, bottom = table.header_rows or (1, 0)
    yield from range(top, bottom + 1)
    yield from filter(None, (table.data_end_row, *table.total_rows))


def _doubt(
    reason: Reason, form: Form, grid: Grid, tables: Sequence[Table], told: Sequence[TaughtTable]
) -> CloseCall:
    rival = told[1 if reason is Reason.SECOND else 0]
    place = grid.place((rival.header_rows or (1, 1))[0], 1)
    ordered = sorted(told, key=lambda each: each.header_rows or (0, 0))
    lesson = Taught(form.title or form.file, tuple(ordered))
    chosen = "；".join(filter(None, map(_rows_of, tables))) or _("没有表头")
    return CloseCall(
        reason,
        place,
        chosen,
        "；".join(map(_rows_told, told[: 2 if reason is Reason.SECOND else 1])),
        _SURE[reason],
        lesson,
    )


def _rows_of(table: Table) -> str:
    return _in_words(table.header_rows, table.data_start_row, table.data_end_row) if table.header_rows else ""


def _rows_told(table: TaughtTable) -> str:
    return _in_words(table.header_rows or (0, 0), table.data_start_row, table.data_end_row)


def _in_words(header: tuple[int, int], start: int | None, end: int | None) -> str:
    text = _("表头第 {first}–{last} 行，从第 {start} 行填").format(
        first=header[0], last=header[1], start=start or header[1] + 1
    )
    return text + (_("到第 {end} 行").format(end=end) if end and end >= (start or 0) else "")


def _as_is(sheet: Sheet, table: Table) -> TaughtTable:
    header = table.header_rows or (1, 1)
    return told_as(sheet, header, table.data_start_row or header[1] + 1, table.data_end_row)
