"""What is closed, or not there yet, is not held against what only a running thing owes."""

from datetime import date

import pytest

from qingzhuang.check.inventory.cases import case_of
from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.stage import Stage, stage
from qingzhuang.model.case import CaseKind

TODAY = date(2026, 11, 26)


def row(label: str = "运行状态", **values: object) -> Row:
    return Row(CaseKind.APP, values, {}, "B2", {"status": label})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("在用", Stage.RUNNING),
        ("", Stage.RUNNING),
        ("已关停", Stage.CLOSED),
        ("2026年3月已下线", Stage.CLOSED),
        ("停用", Stage.CLOSED),
        ("建设中", Stage.COMING),
        ("未上线", Stage.COMING),
        ("正常", Stage.RUNNING),
    ],
)
def test_the_status_column_tells_the_stage(status: str, found: Stage) -> None:
    assert stage(row(name="甲", status=status)) is found


def test_a_plain_no_to_in_use_is_closed_and_to_another_question_is_not() -> None:
    assert stage(row("是否在用", status="否")) is Stage.CLOSED
    assert stage(row("使用情况", status="无")) is Stage.RUNNING


def test_a_date_of_closing_counts_when_it_has_come() -> None:
    assert stage(row(name="甲", retired="2026-03-01"), TODAY) is Stage.CLOSED
    assert stage(row(name="甲", retired="2027-03-01"), TODAY) is Stage.RUNNING
    assert stage(row(name="甲", retired="无"), TODAY) is Stage.RUNNING


def test_of_a_closed_app_only_its_closing_is_asked() -> None:
    case = case_of(row(name="甲", status="已关停", forced="是", retired="2026-03-01", announced="否"))
    assert set(case.facts) == {"retire_date", "closure_announced"}
