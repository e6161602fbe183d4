"""What changed between a form as it was sent and the same form filled anew: rows added, changed, gone."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from qingzhuang.answer.harvest_cells import Grid, record_rows
from qingzhuang.language import later
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Workbook

Values = tuple[str, ...]
_CODES = ("编号", "户号", "证号", "代码", "编码", "号码")
_PERSONS = ("姓名", "户主", "名称", "店名")
_NAMES = (*_PERSONS, "村名", "村（社区）")
_STUB = ""  # the key of what a row of a matrix is called
_BESIDE = ("村", "组", "住址", "地址", "出生", "电话")


class Kind(StrEnum):
    """What happened to a row, or to a field."""

    ADDED = later("新增")
    CHANGED = later("改动")
    GONE = later("不再有")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of a whole row (`label` is empty) or of one of its values. `who` names the row by what identifies it;
    `sheet` is the table's."""

    kind: Kind
    sheet: str
    who: str
    label: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """`changes` in the order of the form; `keys` are the columns that identify rows, by table, none where nothing does;
    `touched` the identities of rows that were added or changed."""

    changes: tuple[Change, ...]
    keys: Mapping[int, Values]
    touched: frozenset[tuple[int, Values]]

    def only(self, answers: Answers) -> Answers | None:
        """Return the answers of rows that were added or changed; None when a list has nothing that identifies a row, and
        for a matrix, which is always sent whole."""
        if not self.keys or any(not key or key == (_STUB,) for key in self.keys.values()):
            return None
        rows = tuple(row for row in answers.rows if any(self._is_touched(row, table) for table in self.keys))
        return Answers(rows, answers.cards)

    def _is_touched(self, row: Mapping[str, object], table: int) -> bool:
        found = tuple(_given(row, key) for key in self.keys[table])
        return (table, found) in self.touched


def difference(before: tuple[Form, Workbook], after: tuple[Form, Workbook]) -> Difference:
    """Compare two fillings of one form. Lists are compared by what identifies a row (a number, else a name, else a name with
    what stands beside it, unique in both); without any, a row is its words. Running numbers do not count."""
    changes: list[Change] = []
    keys: dict[int, Values] = {}
    touched: set[tuple[int, Values]] = set()
    old_tables = {(table.sheet, each): table for each, table in enumerate(before[0].tables)}
    for index, table in enumerate(after[0].tables):
        old = old_tables.get((table.sheet, index))
        if old is None:
            continue
        changes += _fields(before, after, old, table)
        if table.columns and table.kind is not TableKind.CARD:
            was, now = _records(old, before[1]), _records(table, after[1])
            key = _key(table, was, now)
            keys[index] = key
            for change, whose in _rows(table, was, now, key):
                changes.append(change)
                touched |= {(index, whose)} if change.kind is not Kind.GONE else set()
    return Difference(tuple(changes), keys, frozenset(touched))


Record = Mapping[str, str]


def _records(table: Table, book: Workbook) -> list[Record]:
    sheet = next((each for each in book.sheets if each.name == table.sheet), None)
    if sheet is None:
        return []
    grid = Grid.of(sheet)
    numbers = [item.place.column for item in table.columns if item.type is ItemType.ID_NUMBER]
    items = [item for item in table.columns if item.type is not ItemType.ROW_NUMBER]
    if table.stubs:
        asked = [item for item in items if item.place.column not in table.stub_columns]
        return [
            {_STUB: "、".join(stub.labels), **{item.key: _text(grid, item, stub.row) for item in asked}}
            for stub in table.stubs
        ]
    rows = record_rows(table, grid, numbers, until=grid.last_row if numbers else 0)
    found = [{item.key: _text(grid, item, row) for item in items} for row in rows]
    return [record for record in found if any(record.values())]


def _text(grid: Grid, item: Item, row: int) -> str:
    cell = grid.cell(row, item.place.column)
    return cell.text.strip() if cell is not None else ""


def _key(table: Table, was: Sequence[Record], now: Sequence[Record]) -> Values:
    """The columns that tell the rows of both fillings apart; none when nothing does."""
    return next((key for key in _candidates(table) if _tells(key, was) and _tells(key, now)), ())


def _candidates(table: Table) -> Iterator[Values]:
    if table.stubs:
        yield (_STUB,)
        return
    items = [item for item in table.columns if item.type is not ItemType.ROW_NUMBER]
    yield from ((item.key,) for item in items if item.type is ItemType.ID_NUMBER)
    yield from (
        (item.key,) for item in items if item.label.endswith(_CODES) and item.type is not ItemType.PHONE
    )
    names = [item.key for item in items if item.label.startswith(_NAMES) or item.label.endswith(_NAMES)]
    beside = [
        item.key for item in items if any(word in item.label for word in _BESIDE) and item.key not in names
    ]
    yield from ((name,) for name in names)
    yield from ((name, other) for name in names for other in beside)


def _tells(key: Values, records: Sequence[Record]) -> bool:
    found = [tuple(record.get(each, "") for each in key) for record in records]
    return len(set(found)) == len(found) and all(any(each) for each in found)


def _rows(
    table: Table, was: Sequence[Record], now: Sequence[Record], key: Values
) -> Iterator[tuple[Change, Values]]:
    if not key:
        yield from _whole_rows(table, was, now)
        return
    of = partial(_identity, key)
    old, new = {of(record): record for record in was}, {of(record): record for record in now}
    for whose, record in new.items():
        who = "、".join(filter(None, (*whose, _named(record, key))))
        if whose not in old:
            yield Change(Kind.ADDED, table.sheet, who), whose
            continue
        for label, value in record.items():
            before = old[whose].get(label, "")
            if before != value:
                yield Change(Kind.CHANGED, table.sheet, who, label, before, value), whose
    for whose, record in old.items():
        if whose not in new:
            who = "、".join(filter(None, (*whose, _named(record, key))))
            yield Change(Kind.GONE, table.sheet, who), whose


def _identity(key: Values, record: Record) -> Values:
    return tuple(record.get(each, "") for each in key)


def _named(record: Record, key: Collection[str]) -> str:
    """A name beside a number, so that a person knows who is meant."""
    names = (value for label, value in record.items() if label not in key and label.endswith(_PERSONS))
    return next(names, "")


def _whole_rows(
    table: Table, was: Sequence[Record], now: Sequence[Record]
) -> Iterator[tuple[Change, Values]]:
    old, new = (Counter(tuple(record.values()) for record in each) for each in (was, now))
    for kind, more in ((Kind.ADDED, new - old), (Kind.GONE, old - new)):
        for values, count in more.items():
            words = "、".join(filter(None, values[:4]))
            yield from [(Change(kind, table.sheet, words), values)] * count


def _fields(
    before: tuple[Form, Workbook], after: tuple[Form, Workbook], old: Table, table: Table
) -> Iterator[Change]:
    was, now = (_inputs(each, book) for each, (_form, book) in ((old, before), (table, after)))
    for label, value in now.items():
        if was.get(label, "") != value:
            yield Change(Kind.CHANGED, table.sheet, "", label, was.get(label, ""), value)


def _inputs(table: Table, book: Workbook) -> dict[str, str]:
    sheet = next((each for each in book.sheets if each.name == table.sheet), None)
    if sheet is None:
        return {}
    grid = Grid.of(sheet)
    return {
        item.key: grid.content(item, Place(item.place.sheet, item.place.row, item.place.column))[1].strip()
        for item in table.inputs
    }


def _given(row: Mapping[str, object], key: str) -> str:
    value = next((value for name, value in row.items() if name == key or name.endswith(f"/{key}")), "")
    return "" if value is None else str(value).strip()
