"""Which cell an answer is for: keys of rows and cards held against a form's items. Pure; shared by all writers."""

import difflib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.answer.names import NameIndex
from qingzhuang.answer.stubs import find_stub
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Item, Stub, Table
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar

_SUM = re.compile(r"合\s*计|总\s*计|小\s*计|共\s*计")


@dataclass(slots=True)
class RowAnswer:
    """One answer row: `number` counts the given rows from 1; `values` is keyed by the index of the column in
    `Table.columns` (columns that hold stubs left out); `stub` is the row of a matrix it belongs to."""

    number: int
    values: Mapping[int, Scalar]
    stub: Stub | None = None


@dataclass(slots=True)
class Resolved:
    """`rows` is keyed by the index of the table in `Form.tables`; `cards` pairs each input that got an answer with
    its value; `problems` names every key and row that found no place, so that nothing is lost in silence."""

    rows: dict[int, list[RowAnswer]] = field(default_factory=dict)
    cards: list[tuple[Item, Scalar]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the keys of a row fall on one table: key → column index, and those that fall on none."""

    table: int
    columns: Mapping[str, int]
    strangers: tuple[str, ...]

    def values(self, row: Mapping[str, Scalar]) -> Mapping[int, Scalar]:
        """The values of a row with these keys by the index of their column."""
        if not self.strangers:
            return dict(zip(self.columns.values(), row.values(), strict=True))
        return {column: row[key] for key, column in self.columns.items()}


class Keys:
    """The items of one form, ready to place many answers."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._lists = {
            index: NameIndex(table.columns, _prefixes(table))
            for index, table in enumerate(form.tables)
            if table.columns
        }
        self._inputs = tuple(item for table in form.tables for item in table.inputs)
        self._cards = NameIndex(self._inputs)
        self._fits: dict[tuple[str, ...], tuple[_Fit, ...]] = {}

    def resolve(self, answers: Answers) -> Resolved:
        """Assign every answer row to a table and every card to its inputs. Unknown keys become problems QZ-F001
        (rows) and QZ-F002 (cards), rows of a matrix without a known stub QZ-F003."""
        resolved = Resolved()
        cards = dict(answers.cards)
        if self._lists:
            self._place_rows(answers.rows, resolved)
        else:
            cards = self._rows_as_cards(answers.rows, cards, resolved)
        self._place_cards(cards, resolved)
        return resolved

    def list_of(self, row: Mapping[str, Scalar]) -> int | None:
        """Return the index of the list that takes a row with these keys, None when there is none."""
        found = (fit.table for fit in self._fitting(tuple(row)) if not self._form.tables[fit.table].stubs)
        return next(found, None)

    def columns_of(
        self, row: Mapping[str, Scalar], table: int
    ) -> tuple[Mapping[int, Scalar], tuple[str, ...]]:
        """Return a row's values by the index of the table's column, and the keys that fit none."""
        keys = tuple(row)
        fits = self._fits.get(keys)
        if fits is None:
            fits = self._fitting(keys)
        fit = next((each for each in fits if each.table == table), None)
        return ({}, keys) if fit is None else (fit.values(row), fit.strangers)

    def _place_rows(self, rows: Sequence[Mapping[str, Scalar]], resolved: Resolved) -> None:
        unknown: Counter[str] = Counter()
        for number, row in enumerate(rows, 1):
            strangers = self._place_row(number, row, resolved)
            if strangers:
                unknown.update(strangers)
        resolved.problems += [self.unknown_column(key, count) for key, count in unknown.items()]

    def _place_row(self, number: int, row: Mapping[str, Scalar], resolved: Resolved) -> Sequence[str]:
        keys = tuple(row)
        fits = self._fits.get(keys)
        if fits is None:
            fits = self._fitting(keys)
        for fit in fits:
            table = self._form.tables[fit.table]
            if not table.stubs:
                if table.total_rows and _is_sum(row):
                    resolved.problems.append(self._sums_itself(number, table))
                    return ()
                resolved.rows.setdefault(fit.table, []).append(RowAnswer(number, fit.values(row)))
                return fit.strangers
            placed = _matrix_row(number, row, table, fit)
            if placed is not None:
                answer, strangers = placed
                resolved.rows.setdefault(fit.table, []).append(answer)
                return strangers
        if fits:
            resolved.problems.append(self._unknown_stub(number, row, self._form.tables[fits[0].table]))
            return ()
        return tuple(row)

    def _fitting(self, keys: tuple[str, ...]) -> tuple[_Fit, ...]:
        """The tables that know most of the keys, in sheet order; none when no table knows any."""
        fits = [_fit(keys, index, names) for index, names in self._lists.items()]
        most = max((len(fit.columns) for fit in fits), default=0)
        found = self._fits[keys] = tuple(fit for fit in fits if most and len(fit.columns) == most)
        return found

    def _rows_as_cards(
        self, rows: Sequence[Mapping[str, Scalar]], cards: dict[str, Scalar], resolved: Resolved
    ) -> dict[str, Scalar]:
        """A form without a list takes a single row as its cards."""
        if len(rows) == 1:
            return {**rows[0], **cards}
        resolved.problems += [self._no_list(number) for number in range(1, len(rows) + 1)]
        return cards

    def _place_cards(self, cards: Mapping[str, Scalar], resolved: Resolved) -> None:
        for key, value in cards.items():
            found = self._cards.find(key)
            resolved.cards += [(self._inputs[index], value) for index in found]
            if not found:
                resolved.problems.append(self._unknown_card(key))

    def unknown_column(self, key: str, count: int) -> Problem:
        """The problem QZ-F001: a key of rows that no column of the form is for."""
        known = [item.key for index in self._lists for item in self._form.tables[index].columns]
        return Problem(
            "QZ-F001",
            self._form.file,
            _("表里没有“{key}”这一列，{count} 行的这一项没有填。").format(key=key, count=count),
            _suggest(key, known),
        )

    def _unknown_card(self, key: str) -> Problem:
        return Problem(
            "QZ-F002",
            self._form.file,
            _("表里没有“{key}”这一项，没有填。").format(key=key),
            _suggest(key, [item.key for item in self._inputs]),
        )

    def _unknown_stub(self, number: int, row: Mapping[str, Scalar], table: Table) -> Problem:
        return Problem(
            "QZ-F003",
            f"{self._form.file} {table.sheet}",
            _("第 {number} 条没有说清是表里的哪一行（{keys}），没有填。").format(
                number=number, keys="、".join(row)
            ),
            _("请按表左边的名目写明是哪一行。"),
        )

    def _sums_itself(self, number: int, table: Table) -> Problem:
        return Problem(
            "QZ-F015",
            f"{self._form.file} {table.sheet}",
            _("第 {number} 条是合计。表里有合计行，会按各行加总，这一条没有当成一行填。").format(
                number=number
            ),
            _("不用给合计；若加总与您的数不一样，请核对各行。"),
            Severity.NOTE,
        )

    def _no_list(self, number: int) -> Problem:
        return Problem(
            "QZ-F003",
            self._form.file,
            _("这张表没有可以逐行填的列表，第 {number} 条没有填。").format(number=number),
            _("请把这些内容写在 cards 里，一人一份文件。"),
        )


def resolve(form: Form, answers: Answers) -> Resolved:
    """Place the answers of one fill: see `Keys.resolve`."""
    return Keys(form).resolve(answers)


def _is_sum(row: Mapping[str, Scalar]) -> bool:
    """Tell whether a record of a list is its sum line, as people copy it along with the rows: all its words say so."""
    found = False
    for value in row.values():
        if isinstance(value, str) and (word := value.strip()):
            if word[-1] != "计" or _SUM.fullmatch(word) is None:
                return False
            found = True
    return found


def place_name(table: Table) -> str:
    """Name a list by its sheet and its first row to fill, where nothing printed tells it from others."""
    return f"{table.sheet}!{table.data_start_row or 1}"


def _prefixes(table: Table) -> tuple[str, ...]:
    return tuple(each for each in (table.section, table.title, table.sheet, place_name(table)) if each)


def _fit(keys: tuple[str, ...], table: int, names: NameIndex) -> _Fit:
    columns: dict[str, int] = {}
    for key in keys:
        found = names.find(key)
        if len(found) == 1 and found[0] not in columns.values():
            columns[key] = found[0]
    return _Fit(table, columns, tuple(key for key in keys if key not in columns))


def _matrix_row(
    number: int, row: Mapping[str, Scalar], table: Table, fit: _Fit
) -> tuple[RowAnswer, tuple[str, ...]] | None:
    """The row with its stub and the keys left over, or None when no stub has these labels."""
    stubbed = {
        key for key, column in fit.columns.items() if table.columns[column].place.column in table.stub_columns
    }
    given = {key: row[key] for key in (*fit.columns, *fit.strangers) if key in stubbed}
    found = find_stub(table.stubs, given, {key: row[key] for key in fit.strangers})
    if found is None:
        return None
    stub, used = found
    values = {column: row[key] for key, column in fit.columns.items() if key not in stubbed}
    return RowAnswer(number, values, stub), tuple(key for key in fit.strangers if key not in used)


def _suggest(key: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, known, n=3, cutoff=0.4)
    if near:
        return _("表里相近的有：{names}。请改成其中一个，或去掉这一项。").format(names="、".join(near))
    return _("请对照表头改正名称，或去掉这一项。")
