"""What only shows among rows: apps that do the same, groups for the same task, apps of one owner."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qingzhuang.check.inventory.filings import stem
from qingzhuang.check.inventory.row import Row
from qingzhuang.language import later
from qingzhuang.model.case import Case, CaseKind, Known, Origin

_SPLIT = re.compile(r"[、，,；;。/\s]+|和|及|以及|与")
_FILLER = frozenset(("功能", "等", "服务", "管理", "信息", "查询", "工作", "平台", "系统"))
_SHARED = 0.6
_COMMON = 60
_ALIKE = later("功能相近：{names}")
_PER_UNIT = {
    CaseKind.APP: "apps_same_dept_facing_grassroots",
    CaseKind.ACCOUNT: "accounts_per_unit",
    CaseKind.GROUP: "groups_per_unit",
}


def with_overlaps(rows: Sequence[Row], cases: Sequence[Case]) -> list[Case]:
    """Add duplicates_function_of (named), how many of a kind one unit has, and how many groups one task."""
    doubles = _doubles(rows, cases)
    tasks = Counter(
        _task(row)
        for row, case in zip(rows, cases, strict=True)
        if case.kind is CaseKind.GROUP and _task(row)
    )
    owned = Counter((case.kind, row.text("owner")) for row, case in zip(rows, cases, strict=True))
    found: list[Case] = []
    for index, (row, case) in enumerate(zip(rows, cases, strict=True)):
        facts = dict(case.facts)
        if case.kind in _PER_UNIT and row.text("owner"):
            facts[_PER_UNIT[case.kind]] = Known(owned[case.kind, row.text("owner")], Origin.PARSED, row.where)
        if case.kind is CaseKind.GROUP and _task(row):
            facts["groups_same_task"] = Known(tasks[_task(row)], Origin.PARSED, row.where)
        if case.kind is CaseKind.APP:
            facts |= _same(row, case, _others(index, doubles, rows))
        found.append(replace(case, facts=facts))
    return found


def _others(index: int, doubles: Mapping[int, set[int]], rows: Sequence[Row]) -> list[str]:
    """The names of those that do the same; an app that is listed twice is no second app."""
    one = (rows[index].text("name"), rows[index].text("owner"))
    others = (rows[other] for other in sorted(doubles.get(index, ())))
    return [row.text("name") for row in others if (row.text("name"), row.text("owner")) != one]


def _same(row: Row, case: Case, names: Sequence[str]) -> dict[str, Known]:
    """Apps of the register that do the same, beside those that the row itself names."""
    declared = case.facts.get("duplicates_function_of")
    known = declared.value if declared and isinstance(declared.value, frozenset) else frozenset[str]()
    if not names and (declared or not row.text("functions")):
        return {}
    where = row.cells.get("functions", row.where)
    notes = (*(declared.notes if declared else ()), _ALIKE.format(names="、".join(names)))
    return {
        "duplicates_function_of": Known(
            known | set(names), Origin.PARSED, where, notes=notes if names else ()
        )
    }


def _task(row: Row) -> str:
    return re.sub(r"\s+", "", row.text("purpose"))


def _doubles(rows: Sequence[Row], cases: Sequence[Case]) -> dict[int, set[int]]:
    """Apps with the same name stem, or whose lists of functions share most of their words."""
    words = [
        _words(row) if case.kind is CaseKind.APP else frozenset[str]()
        for row, case in zip(rows, cases, strict=True)
    ]
    found: dict[int, set[int]] = defaultdict(set)
    for first, second in _candidates(words):
        both = words[first] & words[second]
        if len(both) >= 2 and len(both) / len(words[first] | words[second]) >= _SHARED:
            found[first].add(second)
            found[second].add(first)
    names: dict[str, list[int]] = defaultdict(list)
    for index, case in enumerate(cases):
        if case.kind is CaseKind.APP and case.name:
            names[stem(case.name)].append(index)
    for same in names.values():
        for index in same[:_COMMON]:
            found[index] |= set(same[:_COMMON]) - {index}
    return found


def _words(row: Row) -> frozenset[str]:
    return frozenset(part for part in _SPLIT.split(row.text("functions")) if len(part) >= 2) - _FILLER


def _candidates(words: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share a word which not too many share: near-linear for registers of thousands."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(words):
        for word in each:
            holders[word].append(index)
    seen: set[tuple[int, int]] = set()
    for indexes in holders.values():
        if len(indexes) > _COMMON:
            continue
        for place, first in enumerate(indexes):
            for second in indexes[place + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second
