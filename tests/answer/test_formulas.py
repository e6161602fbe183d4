"""Every formula that the matcher cites is one that the answering stage computes, or knows that only a person can read off."""

import re
from datetime import date
from pathlib import Path

import pytest

import qingzhuang.match
from qingzhuang.answer.derive import derive, known, read_off
from qingzhuang.model.sheet import Scalar

MATCH = Path(qingzhuang.match.__file__).parent
FAMILIES = "age|birth|category|date|datetime|day|disability_card|disability_pair|id_number|number|pregnancy|rows|span|credit_code|coordinates"


def cited() -> set[str]:
    """The ids in the rules and in the table of derivations."""
    written = re.compile(rf'"((?:{FAMILIES})\.[a-z_]+)"')
    listed = re.compile(r"formula: ([a-z_.]+)")
    found = {
        each for file in (MATCH / "rules").glob("*.py") for each in written.findall(file.read_text("utf-8"))
    }
    return found | set(listed.findall((MATCH / "lexicon" / "derivations.yaml").read_text("utf-8")))


@pytest.mark.parametrize("formula", sorted(cited()))
def test_the_answering_stage_knows_every_formula(formula: str) -> None:
    assert known(formula) != read_off(formula)


@pytest.mark.parametrize(
    ("formula", "value", "answer"),
    [
        ("number.positive", 3, "是"),
        ("number.positive", "0", "否"),
        ("number.positive", -1, None),
        ("number.positive", "若干", None),
        ("date.quarter", "2026-08-03", "第三季度"),
        ("date.ten_days", "2026-08-31", "下旬"),
        ("date.weekday", "2026-11-26", "星期四"),
        ("span.years", "2024-03-01至2027-02-28", 3),
        ("span.months", "2024-03-01至2024-08-31", 6),
        ("span.months", "2024-03-01至2024-08-20", None),
        ("span.weeks", "2026-06-01至2026-06-14", 2),
        ("span.past", "2024-03-01至2026-06-29", "是"),
        ("span.valid", "2024-03-01至2026-06-30", "是"),
        ("day.valid", "2026-06-29", "否"),
        ("disability_pair.kind", "肢体残疾二级", "肢体"),
        ("disability_pair.level", "视力一级", "一级"),
        ("disability_pair.kind", "二级", None),
        ("round.2", "3.145", 3.15),
        ("round.0", 2.5, 3),
        ("round.x", 2.5, None),
    ],
)
def test_what_is_computed_is_right_or_left_blank(formula: str, value: Scalar, answer: Scalar) -> None:
    assert derive(formula, [value], date(2026, 6, 30)) == answer
