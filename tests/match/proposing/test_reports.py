"""Columns of a list and figures of a report of the same place meet, though they share no word."""

from qingzhuang.match.grouping.known import Known
from qingzhuang.match.proposing.reports import reported
from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item

LIST, REPORT = "柳湾村2026年5月返乡创业人员名册", "柳湾村2026年5月返乡创业情况统计表"
SLOTS = [
    parse(item(f"姓名 | {LIST} | 人")),
    parse(item(f"备注 | {LIST} | 人")),
    parse(item(f"返乡创业人数 | {REPORT} | 村 | - | 人")),
    parse(item("返乡创业人数 | 双桥村2026年5月返乡创业情况统计表 | 村 | - | 人")),
]


def test_only_facts_of_one_place_and_year_meet() -> None:
    assert reported(SLOTS) == {(0, 2)}


def test_the_place_may_stand_behind_the_year_but_has_to_be_one() -> None:
    behind = parse(item("姓名 | 2026年5月柳湾村返乡创业人员名册 | 人"))
    assert reported([behind, SLOTS[2]]) == {(0, 1)}
    anywhere = [
        parse(item(f"{label} | 2026年5月{of}返乡创业{kind} | {row} | - | 人"))
        for of in ("农村", "城乡", "基层社区")
        for label, kind, row in (("姓名", "人员名册", "人"), ("返乡创业人数", "情况统计表", "村"))
    ]
    assert not reported(anywhere)


def test_a_new_report_finds_the_list_that_it_can_be_counted_from() -> None:
    assert [hit.outcome.verdict for hit in Known([SLOTS[0]]).find(SLOTS[2])] == ["derivable"]
    assert not Known([SLOTS[0]]).proposed(SLOTS[3])
