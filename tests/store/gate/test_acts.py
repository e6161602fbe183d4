"""A draft is kept with what was found; it is applied for, admitted for a limited time, or noted as sent all the same."""

from datetime import date, datetime, timedelta

import pytest

from qingzhuang.law.admission import admission, longest_days
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Sent, Stage
from qingzhuang.store.clock import CHINA
from qingzhuang.store.gate.acts import (
    apply,
    bring_draft,
    discard,
    note_unadmitted,
    posts_of,
    waiting,
    withdraw,
)
from qingzhuang.store.gate.screenings import findings_of, reasons_of, screening_of
from qingzhuang.store.organisation.places import switch_place
from qingzhuang.store.organisation.units import add_unit
from qingzhuang.store.tasks.demands import Application, admit, answer, demand, send_back, submit, tasks
from tests.pipeline.drafts import sheet

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=CHINA)
FORM = sheet(
    "危房住户花名册",
    ["姓名", "房屋等级", "现场照片"],
    "说明：1. “危房通”APP打卡率每周五排名通报。2. 须上传现场照片，未上传的不予认可。",
)


class County:
    def __init__(self) -> None:
        county = self.top = add_unit("云泽县", UnitKind.COUNTY)
        town = add_unit("青禾镇", UnitKind.TOWNSHIP, county)
        self.villages = tuple(
            add_unit(name, UnitKind.VILLAGE, town) for name in ("柳湾村", "石桥村", "南屏村")
        )
        self.office = add_unit("县住建局", UnitKind.OFFICE, county)
        self.town_office = add_unit("镇民政办", UnitKind.OFFICE, town)
        self.elsewhere = add_unit("外村", UnitKind.VILLAGE, add_unit("邻县", UnitKind.COUNTY))


@pytest.fixture
def county() -> County:
    return County()


def _said(posts: tuple[Unit, ...], times: float = 1) -> Application:
    return Application("排查危房", "住建部门年度排查方案", times, None, posts)


def _brought(county: County, minutes: int = 0) -> Sent:
    return bring_draft(county.office, "危房.xlsx", FORM, NOW + timedelta(minutes=minutes))


def test_an_office_reaches_the_villages_below_its_own_county_or_town(county: County) -> None:
    assert posts_of(county.office) == posts_of(county.town_office) == county.villages


def test_what_was_found_stays_with_the_demand(county: County) -> None:
    sent = _brought(county)
    found = screening_of(sent.number)
    assert found is not None
    assert (sent.findings, sent.columns) == (len(found.by_rule), len(found.facts)) == (2, 3)
    assert findings_of(sent.number) == found.findings
    assert sent.before > 0
    assert findings_of(sent.number + 1) == ()


def test_minutes_follow_how_often_it_is_asked(county: County) -> None:
    sent = _brought(county)
    monthly = apply(sent.number, _said(county.villages, 12), NOW, {"OP23-08b": "上级要求", "OP23-07b": "  "})
    now = demand(monthly.number)
    assert now is not None
    assert now.before > sent.before
    assert reasons_of(sent.number) == {"OP23-08b": "上级要求"}


def test_what_waits_longest_comes_first(county: County) -> None:
    first, second = _brought(county), _brought(county, 1)
    apply(second.number, _said(county.villages), NOW)
    apply(first.number, _said(county.villages), NOW + timedelta(hours=1))
    assert [each.number for each in waiting()] == [second.number, first.number]


def test_nothing_is_admitted_for_longer_than_the_dated_parameter(county: County) -> None:
    sent = apply(_brought(county).number, _said(county.villages), NOW)
    last = NOW.date() + timedelta(days=longest_days(NOW.date()))
    for day in (last + timedelta(days=1), NOW.date() - timedelta(days=1)):
        with pytest.raises(ProblemError, match="QZ-W105"):
            admit(sent.number, day, NOW)
    assert admit(sent.number, last, NOW).mark == "减准〔2026〕1号"


def test_the_longest_time_is_a_local_setting_with_its_source() -> None:
    assert admission().local
    assert admission().on(date(2026, 11, 25)).source


def test_posts_taken_out_of_a_new_application_are_asked_no_longer(county: County) -> None:
    sent = apply(_brought(county).number, _said(county.villages), NOW)
    send_back(sent.number, "请再看第 1 处", NOW)
    submit(sent.number, _said(county.villages[:1]), NOW)
    assert [each.unit.name for each in tasks(demand_number=sent.number)] == ["柳湾村"]


def test_what_came_without_admission_is_noted_and_may_still_be_applied_for(county: County) -> None:
    sent = note_unadmitted(county.office, "危房.xlsx", FORM, county.villages[:2], NOW)
    assert sent.stage is Stage.UNADMITTED
    assert findings_of(sent.number)
    one = tasks(demand_number=sent.number)[0]
    answer(one.number, Answer.NOT_OURS, NOW, reason="县住建局有名册")
    assert apply(sent.number, _said(county.villages[1:]), NOW).stage is Stage.SUBMITTED
    withdraw(sent.number)
    assert (again := demand(sent.number))
    assert again.stage is Stage.UNADMITTED, "what posts have seen is not unseen"
    with pytest.raises(ProblemError, match="QZ-W102"):
        discard(sent.number)
    assert [each.unit.name for each in tasks(demand_number=sent.number)] == ["柳湾村", "石桥村", "南屏村"]


def test_a_file_that_nobody_can_read_is_noted_all_the_same(county: County) -> None:
    sent = note_unadmitted(county.office, "照片.xlsx", b"\x89PNG....", county.villages[:1], NOW)
    assert (sent.stage, sent.title) == (Stage.UNADMITTED, "照片")
    assert screening_of(sent.number) is None


def test_a_demand_that_is_in_force_counts_as_asked_already(county: County) -> None:
    other = sheet("低保对象取暖情况表", ["姓名", "冬季取暖方式"])
    admit(
        apply(bring_draft(county.office, "取暖.xlsx", other, NOW).number, _said(county.villages), NOW).number,
        NOW.date(),
        NOW,
    )
    again = bring_draft(county.office, "低保.xlsx", sheet("低保对象花名册", ["姓名", "冬季取暖方式"]), NOW)
    found = screening_of(again.number)
    assert found is not None
    assert [each.source for each in found.columns][-1] == "《低保对象取暖情况表》（减准〔2026〕1号）"


def test_a_demand_that_is_asked_anew_is_not_held_against_itself(county: County) -> None:
    form = sheet("低保对象取暖情况表", ["姓名", "冬季取暖方式"])
    first = apply(bring_draft(county.office, "取暖.xlsx", form, NOW).number, _said(county.villages), NOW)
    admit(first.number, NOW.date(), NOW)
    found = screening_of(bring_draft(county.office, "取暖.xlsx", form, NOW).number)
    assert found is not None
    assert all(each.standing.asks for each in found.columns)


def _codes(issuer: Unit, at: datetime) -> set[str]:
    """All rules that a draft of an office meets which orders a monthly ranking."""
    form = sheet("危房改造进度表", ["姓名", "房屋等级"], "说明：每月通报各村排名情况。")
    sent = bring_draft(issuer, "进度.xlsx", form, at)
    return {code for each in findings_of(sent.number) for code in (each.code, *each.also)}


def test_the_gate_holds_a_draft_against_the_local_rules_of_its_issuer_too(county: County) -> None:
    """What the county switched on binds its offices and those of its townships, and no other county's."""
    switch_place(county.top, "安徽省", True)
    assert "L-AH-01" in _codes(county.office, NOW)
    assert "L-AH-01" in _codes(county.town_office, NOW)
    stranger = add_unit("邻县住建局", UnitKind.OFFICE, add_unit("另一个县", UnitKind.COUNTY))
    assert _codes(stranger, NOW) & {"RG24-09", "L-AH-01"} == {"RG24-09"}


def test_a_local_rule_that_is_switched_off_binds_no_later_draft(county: County) -> None:
    switch_place(county.town_office, "安徽省", True)
    assert "L-AH-01" in _codes(county.town_office, NOW)
    assert "L-AH-01" not in _codes(county.office, NOW), (
        "what a unit below switched on does not bind those above"
    )
    switch_place(county.town_office, "安徽省", False)
    assert "L-AH-01" not in _codes(county.town_office, NOW + timedelta(minutes=1))
