"""A cell is read as a clerk means it: 自愿 is no, 不低于90% is a quota, what is denied is not there."""

import pytest

from qingzhuang.check.inventory.cases import case_of
from qingzhuang.check.inventory.row import Row
from qingzhuang.model.case import CaseKind, FactValue


def value(fact: str, label: str = "", **values: object) -> FactValue | None:
    labels = dict.fromkeys(values, label)
    return case_of(Row(CaseKind.APP, values, {}, "B2", labels)).value(fact)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "forced"),
    [
        ("是", True), ("全体干部必须安装", True), ("要求网格员安装", True), ("自愿", False), ("否", False), ("不强制", False),
        ("推荐安装", False), ("待核实", None), ("", None),
    ],
)  # fmt: skip
def test_what_is_forced(text: str, forced: bool | None) -> None:
    assert value("mandatory_download", forced=text) is forced


@pytest.mark.parametrize(
    ("text", "quota"),
    [
        ("不低于90%", 90.0),
        ("不少于500人", 500.0),
        ("无要求", 0.0),
        ("不考核", 0.0),
        ("是", 1.0),
        ("另行通知", None),
    ],
)
def test_a_floor_is_a_quota(text: str, quota: float | None) -> None:
    assert value("install_rate_target", install_target=text) == quota


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("照片、轨迹", "留痕要求", {"photo", "gps_track"}),
        ("是", "是否要求上传照片和视频", {"photo", "video"}),
        ("否", "是否要求上传照片", set[str]()),
        ("不要求照片", "留痕要求", None),
        ("按上级要求", "留痕要求", None),
    ],
)
def test_proof_is_named_by_the_cell_or_by_its_header(text: str, label: str, found: set[str] | None) -> None:
    assert value("evidence_required", label, evidence=text) == found


def test_personal_data_that_are_denied_are_not_read() -> None:
    assert value("personal_data_fields", personal="姓名、手机号") == {"name", "phone"}
    assert value("personal_data_fields", personal="不采集身份证号") is None
    assert value("personal_data_fields", personal="无") == frozenset()
    assert value("personal_data_fields", personal="未成年人姓名") == {"minor_u14", "name"}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("每天接龙", "jielong"),
        ("不要求接龙", "no"),
        ("自愿接龙", "no"),
        ("10分钟内", "within_minutes"),
        ("否", "no"),
    ],
)
def test_an_order_to_answer_is_read_with_its_negation(text: str, reply: str) -> None:
    assert value("reply_required", reply=text) == reply


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("云政备2026001号", "filed"), ("已备案", "filed"), ("未备案", "none"), ("无", "none"), ("正在办理", "submitted"),
        ("无需备案", "exempt"), ("滇ICP备2020001号", None), ("", None), ("已撤销", "revoked"),
    ],
)  # fmt: skip
def test_what_a_register_says_of_a_filing(text: str, status: str | None) -> None:
    assert value("filing_status", filing_no=text) == status


def test_a_unit_named_after_a_word_of_denial_is_a_unit() -> None:
    assert value("responsible_unit_named", owner="无锡市教育局") is True
    assert value("responsible_unit_named", owner="暂无") is False
