"""Checks over the rows of a matrix: 01=02+03, 第3行≥第4行, 合计=男+女, and what stands under 其中."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.terms import LEAD, RELATION, Check, checks
from qingzhuang.intake.layout.text import level, squash
from qingzhuang.model.form import Rule, Stub, Table, TableKind

_CODE_HEADS = frozenset(("行次", "行号", "序号", "代码", "编号", "指标代码", "栏次", "行"))
_UNIT_HEADS = frozenset(("计量单位", "单位"))
_CODE = re.compile(r"^(?:第|行次?)?[（(]?0*([A-Z]?\d{1,3}|[A-Z])[)）]?行?$")
_OF_ROWS = re.compile(r"第[（(]?\d{1,3}[)）]?行|\d行|行次?\d|(?<![\d.])0\d")
_BRACKETS = re.compile(r"[（(\[【]([^（()）\[\]【】]*)[)）\]】]")
_LEADS = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．])")
_AMONG = re.compile(r"^#?其中[：:]?")
_NO_COUNT = re.compile(r"率$|比例|比重|占比|％|%|人均|户均|平均")


@dataclass(frozen=True, slots=True)
class _Row:
    stub: Stub
    code: str
    words: str
    unit: str
    printed: str


def row_rules(grid: Grid, table: Table, clauses: Iterable[str]) -> list[Rule]:
    """Return the checks of a matrix over its rows. The terms are found all by their printed codes or all by their labels, each
    of one row; plain codes (3=1+2) speak of rows only where no column bears a code."""
    if table.kind is not TableKind.MATRIX or not table.header_rows:
        return []
    rows = list(_rows(grid, table))
    if len({row.stub.key for row in rows}) < len(rows):
        rows = _alone(rows)
    codes = _unique((row.code, row) for row in rows)
    names = _unique((name, row) for row in rows for name in _names(row.words))
    coded = _columns_are_coded(grid, table)
    found = [rule for row in rows if row.printed for rule in _rules(row.printed, codes, {})]
    for clause in clauses:
        plain = not coded or _OF_ROWS.search(clause)
        found += _rules(clause, codes if plain else {}, names)
    return list(dict.fromkeys([*found, *_among(rows)]))


def _rows(grid: Grid, table: Table) -> Iterator[_Row]:
    bottom = table.header_rows[1] if table.header_rows else 0
    heads = {column: grid.box(bottom, column).label for column in table.stub_columns}
    for stub in table.stubs:
        code = unit = printed = ""
        words: list[str] = []
        for column, head in heads.items():
            box = grid.box(stub.row, column)
            text = squash(box.text) if box.left == column else ""
            if head in _CODE_HEADS:
                printed = text if RELATION.search(text) else printed
                named = _CODE.match(RELATION.split(text)[0])
                code = named[1] if named else code
            elif head in _UNIT_HEADS:
                unit = text
            elif text:
                words.append(text)
        own = words[-1] if words else ""
        inside = next((each for each in _BRACKETS.findall(own) if RELATION.search(each)), "")
        yield _Row(stub, code, own, unit, printed or inside)


def _alone(rows: Sequence[_Row]) -> list[_Row]:
    often = Counter(row.stub.key for row in rows)
    return [row for row in rows if often[row.stub.key] == 1]


def _unique(named: Iterable[tuple[str, _Row]]) -> dict[str, _Row]:
    pairs = [(name, row) for name, row in named if name]
    often = Counter(name for name, _row in pairs)
    return {name: row for name, row in pairs if often[name] == 1}


def _names(words: str) -> set[str]:
    """A row's label with and without its number, its brackets and 其中."""
    bare = _AMONG.sub("", _LEADS.sub("", words))
    return {level(each) for each in (words, bare, _BRACKETS.sub("", bare)) if each}


def _columns_are_coded(grid: Grid, table: Table) -> bool:
    """Whether a row of codes stands between the header and the first stub: 甲 乙 1 2 3."""
    bottom, start = (table.header_rows or (0, 0))[1], table.data_start_row or 0
    open_columns = [
        item.place.column for item in table.columns if item.place.column not in table.stub_columns
    ]
    rows = range(bottom + 1, start)
    return any(all(_CODE.match(squash(grid.box(row, each).text)) for each in open_columns) for row in rows)


def _rules(clause: str, codes: Mapping[str, _Row], names: Mapping[str, _Row]) -> list[Rule]:
    for bare in dict.fromkeys((clause, LEAD.sub("", clause))):
        found = [_rule(clause, check, codes, names) for check in checks(bare)]
        if found and all(found):
            return [rule for rule in found if rule]
    return []


def _rule(clause: str, check: Check, codes: Mapping[str, _Row], names: Mapping[str, _Row]) -> Rule | None:
    left, relation, signs, terms = check
    rows = _found([left, *terms], codes, names)
    keys = [row.stub.key for row in rows]
    if not rows or len(set(keys)) < len(keys) or len({row.unit for row in rows if row.unit}) > 1:
        return None
    if len(terms) > 1 or relation != "=":
        return Rule(clause, keys[0], relation, tuple(zip(signs, keys[1:], strict=True)), rows=True)
    return None


def _found(terms: Sequence[str], codes: Mapping[str, _Row], names: Mapping[str, _Row]) -> list[_Row]:
    coded = [codes.get(code[1]) if (code := _CODE.match(term)) else None for term in terms]
    named = [names.get(level(term)) for term in terms]
    for rows in (coded, named):
        known = [row for row in rows if row is not None]
        if len(known) == len(terms):
            return known
    return []


def _among(rows: Sequence[_Row]) -> Iterator[Rule]:
    """其中：女性 is never more than the row above that is no part itself."""
    whole: _Row | None = None
    for row in rows:
        if not _AMONG.match(row.words):
            whole = row
        elif whole and _is_part(row, whole):
            yield Rule(row.words, row.stub.key, "≤", ((1, whole.stub.key),), rows=True)


def _is_part(row: _Row, whole: _Row) -> bool:
    rates = _NO_COUNT.search(row.words + row.unit) or _NO_COUNT.search(whole.words + whole.unit)
    return not rates and (not row.unit or not whole.unit or row.unit == whole.unit)
