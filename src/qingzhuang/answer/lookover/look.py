"""Looking over one filled form: every doubt that the file itself gives, in the order of the form."""

from collections.abc import Iterator, Sequence
from datetime import date

from qingzhuang.answer.harvest_cells import Grid, until_next
from qingzhuang.answer.lookover.cells import Line, Sheaf
from qingzhuang.answer.lookover.domains import outside, unknown
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.answer.lookover.equations import unequal
from qingzhuang.answer.lookover.limits import InWords, beyond
from qingzhuang.answer.lookover.numbers import Keys, disagreeing, flawed, twice
from qingzhuang.answer.lookover.sums import unadded
from qingzhuang.answer.lookover.typed import blank_required, mistyped
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import Workbook


def look_over(form: Form, book: Workbook, keys: Keys, as_of: date, in_words: InWords) -> tuple[Doubt, ...]:
    """Return what is doubtful in a filled form, once for a cell and kind, who stands twice at the end; `keys` say what the items ask, as matching read them,
    `in_words` says a domain."""
    found: dict[tuple[Kind, str], Doubt] = {}
    read = sheaves(form, book)
    doubts = [each for sheaf in read for each in _table(sheaf, keys, as_of, in_words)]
    for each in (*doubts, *_twice(read, keys)):
        found.setdefault((each.kind, each.where), each)
    return tuple(found.values())


def _twice(read: Sequence[Sheaf], keys: Keys) -> Iterator[Doubt]:
    """Who stands twice in one list, also where it goes on under the same columns on another sheet."""
    lists: dict[tuple[str, ...], list[Line]] = {}
    for sheaf in read:
        lists.setdefault(tuple(item.key for item in sheaf.table.columns), []).extend(sheaf.records)
    for lines in lists.values():
        yield from twice(lines, keys)


def sheaves(form: Form, book: Workbook) -> Sequence[Sheaf]:
    """Return the tables of a form with what stands in them."""
    grids = {sheet.name: Grid.of(sheet) for sheet in book.sheets}
    return [
        Sheaf(table, grids[table.sheet], until_next(table, form.tables, grids[table.sheet].last_row))
        for table in form.tables
        if table.sheet in grids
    ]


def _table(sheaf: Sheaf, keys: Keys, as_of: date, in_words: InWords) -> Iterator[Doubt]:
    records = sheaf.records
    cells = [*sheaf.inputs, *(each for line in records for each in line.cells.values())]
    sums = [each for line in sheaf.totals for each in line.cells.values() if each.broken]
    yield from unequal(sheaf)
    yield from unadded(sheaf)
    yield from outside(cells, sheaf.grid.sheet)
    yield from unknown(cells, keys)
    yield from beyond(cells, in_words)
    yield from blank_required(sheaf)
    yield from mistyped([*cells, *sums])
    yield from flawed(cells, keys, as_of)
    yield from disagreeing(records, keys, as_of)
