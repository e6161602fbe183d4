"""Checks that a form prints, in its notes or in the row of column codes: 列1=2+5+8, 3＝1+2, 合计=男+女, 4≤2."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.hints import HintKind
from qingzhuang.intake.layout.parts import ListPart
from qingzhuang.intake.layout.row_equations import row_rules
from qingzhuang.intake.layout.terms import LEAD, RELATION, SUMMED, Check, checks
from qingzhuang.intake.layout.text import level, squash
from qingzhuang.model.form import Item, Rule, Table

_CLAUSE = re.compile(r"[；;，,。\n]|\s{2,}")
_ITEMS = re.compile("、")
_NUMBERED = re.compile(
    r"^(?:第|列|栏)?[（(]?([A-Z]{0,2}\d{1,3}|[A-Z]|[甲乙丙丁戊己庚辛])[)）]?(?:列|栏|项)?$"
)
_BRACKETS = re.compile(r"[（(\[【][^（()）\[\]【】]*[)）\]】]")
_LONGEST = 120


def with_rules(
    grid: Grid, tables: Sequence[Table], parts: Iterable[ListPart], texts: Iterable[str]
) -> list[Table]:
    """Return the tables with the checks that are printed for them. A check counts only for a table that has a column for
    each of its terms, by the code printed over the column or by its label, and no two of that name."""
    clauses = [clause for text in texts for clause in _clauses(text)]
    by_place = {(part.header.top, part.header.bottom): part for part in parts}
    found: list[Table] = []
    for table in tables:
        part = by_place.get(table.header_rows or (0, 0))
        codes, printed = _codes(grid, part, table) if part and part.hints else ({}, [])
        said = {clause: _column_rules(table, codes, (clause,)) for clause in (*printed, *clauses)}
        sound = [rule for rules in said.values() for rule in rules]
        # what speaks of columns by the numbers over them is not said of the rows that bear the same numbers
        sound += row_rules(grid, table, [clause for clause in clauses if not said[clause]])
        found.append(replace(table, rules=tuple(dict.fromkeys(sound))) if sound else table)
    return found


def _column_rules(table: Table, codes: Mapping[str, str], clauses: Iterable[str]) -> list[Rule]:
    names = _names(table.columns)
    units = {item.key: item.unit for item in table.columns}
    rules = (rule for clause in clauses for rule in _rules(clause, codes, names))
    return [rule for rule in rules if _is_of_one_unit(rule, units)]


def _is_of_one_unit(rule: Rule, units: Mapping[str, str | None]) -> bool:
    """Whether no term is told in another unit: 万元 and 元 do not add up as they stand."""
    return (
        len({unit for key in (rule.left, *(key for _, key in rule.right)) if (unit := units.get(key))}) <= 1
    )


def _clauses(text: str) -> Iterator[str]:
    if RELATION.search(text) or SUMMED.search(squash(text)):
        yield from (
            bare
            for clause in _CLAUSE.split(text)
            for each in ([clause] if SUMMED.search(squash(clause)) else _ITEMS.split(clause))
            if (RELATION.search(bare := squash(each)) or SUMMED.search(bare)) and len(bare) <= _LONGEST
        )


def _codes(grid: Grid, part: ListPart, table: Table) -> tuple[dict[str, str], list[str]]:
    """The key of the column under each printed code, and the checks printed among the codes (3=1+2)."""
    columns = {item.place.column: item.key for item in table.columns}
    codes: dict[str, str] = {}
    printed: list[str] = []
    for row, kind in part.hints:
        if kind is not HintKind.CODES or row in grid.sheet.hidden_rows:
            continue
        for box in grid.texts(row, part.header.left, part.header.right):
            words = squash(box.text)
            name = RELATION.split(words)[0]
            found = _NUMBERED.match(name)
            if found and box.left in columns:
                codes[found[1]] = columns[box.left]
                printed += [words] if name != words else []
    return codes, printed


def _names(columns: Iterable[Item]) -> dict[str, str]:
    """The key of the column that alone bears a label, with and without what stands in brackets."""
    named = [
        (name, item.key) for item in columns for name in {item.label, _BRACKETS.sub("", item.label)} if name
    ]
    often = Counter(name for name, _ in named)
    return {name: key for name, key in named if often[name] == 1}


def _rules(clause: str, codes: Mapping[str, str], names: Mapping[str, str]) -> list[Rule]:
    """The checks that a clause prints, first as it stands and then without what leads to it (审核关系：, (1)); all of it or nothing."""
    for bare in dict.fromkeys((clause, LEAD.sub("", clause))):
        found = [_rule(clause, check, codes, names) for check in checks(bare)]
        if found and all(found):
            return [rule for rule in found if rule]
    return []


def _rule(clause: str, check: Check, codes: Mapping[str, str], names: Mapping[str, str]) -> Rule | None:
    left, relation, signs, terms = check
    keys = _keys([left, *terms], codes, names)
    if keys and len(set(keys)) == len(keys) and (len(terms) > 1 or relation != "="):
        return Rule(clause, keys[0], relation, tuple(zip(signs, keys[1:], strict=True)))
    return None


def _keys(terms: Sequence[str], codes: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """The columns of all terms: all by code or all by label, else none."""
    numbered = [_NUMBERED.match(term) for term in terms]
    by_code = [codes.get(each[1], "") if each else "" for each in numbered]
    by_name = [names.get(level(term), "") for term in terms]
    return by_code if all(by_code) else by_name if all(by_name) else []
