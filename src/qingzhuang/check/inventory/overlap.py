"""What only shows among rows: apps that do the same, groups for the same task, apps of one owner."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qingzhuang.check.inventory.filings import stem
from qingzhuang.check.inventory.row import Row
from qingzhuang.model.case import Case, CaseKind, Known, Origin

_SPLIT = re.compile(r"[、，,；;。/\s]+|和|及|以及|与")
_FILLER = frozenset(("功能", "等", "服务", "管理", "信息", "查询", "工作", "平台", "系统"))
_SHARED = 0.6
_COMMON = 60


def with_overlaps(rows: Sequence[Row], cases: Sequence[Case]) -> list[Case]:
    """Add duplicates_function_of (named), groups_same_task and apps_same_dept_facing_grassroots."""
    doubles = _doubles(rows, cases)
    tasks = Counter(
        _task(row)
        for row, case in zip(rows, cases, strict=True)
        if case.kind is CaseKind.GROUP and _task(row)
    )
    owned = Counter(
        row.text("owner") for row, case in zip(rows, cases, strict=True) if case.kind is CaseKind.APP
    )
    found: list[Case] = []
    for index, (row, case) in enumerate(zip(rows, cases, strict=True)):
        facts = dict(case.facts)
        if case.kind is CaseKind.GROUP and _task(row):
            facts["groups_same_task"] = Known(tasks[_task(row)], Origin.PARSED, row.where)
        if case.kind is CaseKind.APP:
            if row.text("owner"):
                facts["apps_same_dept_facing_grassroots"] = Known(
                    owned[row.text("owner")], Origin.PARSED, row.where
                )
            names = frozenset(cases[other].name for other in doubles.get(index, ()))
            if names or row.text("functions"):
                facts["duplicates_function_of"] = Known(
                    names, Origin.PARSED, row.cells.get("functions", row.where)
                )
        found.append(replace(case, facts=facts))
    return found


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
