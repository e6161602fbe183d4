"""Checks that forms print in their notes, read against what they say, beside a pattern for sums of numbers (`definitions/equations.yaml`,
all invented). A wrong rule would accuse a right answer. Run: python -m benchmarks.printed_checks"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Rule, Table
from tests.intake.forms import sheet

FILE = Path(__file__).parent / "definitions" / "equations.yaml"
_HEAD = "村名|总户数|低保户|特困户|其他户|常住户"
SHEETS = {
    "columns": [_HEAD, "甲|1|2|3|4|5", "|||||"],
    "labels": [_HEAD, "|||||", "|||||"],
    "letters": ["总户数|低保户|特困户|其他户", "甲|乙|丙|丁", "|||"],
    "rows": ["指标名称|行次|本月|累计", "学生总数|01||", "男生|02||", "女生|03||"],
}
NAMES = {
    "总户数": "1",
    "低保户": "2",
    "特困户": "3",
    "其他户": "4",
    "常住户": "5",
    "学生总数": "1",
    "男生": "2",
    "女生": "3",
}
LETTERS = {"1": "甲", "2": "乙", "3": "丙", "4": "丁"}


def table_of(kind: str, note: str) -> Table:
    """The table of a kind with the note below."""
    rows = [row.split("|") for row in SHEETS[kind]]
    below = [note, *["<"] * (len(rows[0]) - 1)]
    (table, *_more) = tables_of(sheet([*rows, below], ruled=(1, len(rows))))
    return table


def ours(kind: str, note: str) -> set[str]:
    """The rules that are read, written like the labels of the file."""
    return {_written(rule, kind) for rule in table_of(kind, note).rules}


def _written(rule: Rule, kind: str) -> str:
    right = "".join(("+" if sign > 0 else "-") + _code(key, kind) for sign, key in rule.right)
    return f"{_code(rule.left, kind)}{rule.relation}{right.removeprefix('+')}"


def _code(key: str, kind: str) -> str:
    number = NAMES.get(key.partition("/")[0], key)
    return LETTERS.get(number, number) if kind == "letters" else number


def pattern(_kind: str, note: str) -> set[str]:
    """The peer: digits, a relation, digits with signs."""
    return {
        found.group().replace("＝", "=") for found in re.finditer(r"\d+[=＝≥≤]\d+(?:[+-]\d+)*(?!\d)", note)
    }


def score(read: Callable[[str, str], set[str]], entries: list[Any]) -> tuple[Counter[str], list[str]]:
    """Rules stated, read and right, notes read whole; and what went wrong."""
    counts, wrong = Counter[str](), list[str]()
    for entry in entries:
        want, got = set(entry["rules"]), read(entry["kind"], entry["note"])
        counts.update(stated=len(want), read=len(got), right=len(want & got), whole=want == got)
        if want != got:
            wrong.append(
                f"{entry['kind']} {entry['note']}  missed {sorted(want - got)}  too much {sorted(got - want)}"
            )
    return counts, wrong


def lines() -> Iterator[str]:
    """The figures of both halves."""
    tree = yaml.safe_load(FILE.read_text("utf-8"))
    for name, entries in tree.items():
        for who, read in (("ours", ours), ("pattern", pattern)):
            counts, wrong = score(read, entries)
            yield (
                f"{name:8}{who:8} right {counts['right']} of {counts['stated']}, wrong {counts['read'] - counts['right']}; "
                f"whole notes {counts['whole']} of {len(entries)}"
            )
            if who == "ours" and name == "made":
                yield from (f"    {line}" for line in wrong)


if __name__ == "__main__":
    print(*lines(), sep="\n")
