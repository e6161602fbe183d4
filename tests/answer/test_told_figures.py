"""What is said of blank figures names the first of them and counts the rest."""

from types import SimpleNamespace
from typing import Any

from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.told_figures import told_figures


def cells(count: int, why: str = "没有读懂“城镇”") -> list[Any]:
    return [
        SimpleNamespace(why=why, label=f"第{number}格", origin=SimpleNamespace(state=State.UNKNOWN))
        for number in range(count)
    ]


def test_a_few_blanks_are_named() -> None:
    (problem,) = told_figures("表.xlsx", cells(3))
    assert "第0格、第1格、第2格：没有读懂“城镇”" in problem.message


def test_thousands_of_blanks_are_counted() -> None:
    (problem,) = told_figures("表.xlsx", cells(5000))
    assert "等 5000 处" in problem.message
    assert len(problem.message) < 120
