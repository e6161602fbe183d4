"""The gate knows what the forms in force of all offices ask: the same from there, and beside a column what it follows from."""

from datetime import datetime, timedelta

import pytest

from qingzhuang.model.gate import Column, Standing
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.work import Sent
from qingzhuang.pipeline.elsewhere import elsewhere
from qingzhuang.store.clock import CHINA
from qingzhuang.store.gate import admitted
from qingzhuang.store.gate.acts import apply, bring_draft
from qingzhuang.store.gate.screenings import screening_of
from qingzhuang.store.organisation.units import add_unit
from qingzhuang.store.tasks.demands import Application, admit
from tests.pipeline.drafts import sheet

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=CHINA)
TITLE = "低保对象花名册"


class County:
    def __init__(self) -> None:
        county = add_unit("云泽县", UnitKind.COUNTY)
        self.villages = (add_unit("柳湾村", UnitKind.VILLAGE, county),)
        self.civil, self.health, self.other = (
            add_unit(name, UnitKind.OFFICE, county) for name in ("县民政局", "县卫健局", "县残联")
        )

    def in_force(self, office: Unit, file: str, *labels: str, title: str = TITLE) -> Sent:
        sent = bring_draft(office, file, sheet(title, ["姓名", *labels]), NOW)
        apply(sent.number, Application("排查", "年度方案", 1, None, self.villages), NOW)
        return admit(sent.number, (NOW + timedelta(days=90)).date(), NOW)

    def columns(self, office: Unit, *labels: str, title: str = TITLE) -> dict[str, Column]:
        sent = bring_draft(office, "新表.xlsx", sheet(title, ["姓名", *labels]), NOW)
        found = screening_of(sent.number)
        assert found is not None
        return {each.key: each for each in found.columns}


@pytest.fixture
def county() -> County:
    return County()


def test_what_another_office_asks_of_the_same_people_comes_from_there(county: County) -> None:
    county.in_force(county.civil, "民政.xlsx", "冬季取暖方式")
    found = county.columns(county.health, "冬季取暖方式", "血型")
    assert found["冬季取暖方式"].standing is Standing.REPEATED
    assert "低保对象花名册" in found["冬季取暖方式"].source
    assert found["血型"].standing.asks


def test_what_follows_from_another_offices_column_is_told_beside_and_asked_all_the_same(
    county: County,
) -> None:
    county.in_force(county.civil, "民政.xlsx", "身份证号")
    age = county.columns(county.health, "出生日期")["出生日期"]
    assert age.standing.asks
    assert "要“身份证号”，由它推得出" in age.near


def test_of_other_people_nothing_follows(county: County) -> None:
    county.in_force(county.civil, "民政.xlsx", "身份证号", title="党员花名册")
    assert county.columns(county.health, "出生日期")["出生日期"].near == ""


def test_a_broader_column_brings_nothing(county: County) -> None:
    county.in_force(county.civil, "民政.xlsx", "联系电话")
    phone = county.columns(county.health, "手机号码")["手机号码"]
    assert (phone.standing.asks, "同一项" in phone.near) == (True, False)


def test_an_offices_own_earlier_round_is_left_out(county: County) -> None:
    county.in_force(county.civil, "新表.xlsx", "冬季取暖方式")
    assert county.columns(county.civil, "冬季取暖方式")["冬季取暖方式"].standing.asks


def test_the_catalogue_is_laid_out_anew_when_a_form_comes_into_force(county: County) -> None:
    assert county.columns(county.health, "冬季取暖方式")["冬季取暖方式"].standing.asks
    county.in_force(county.civil, "民政.xlsx", "冬季取暖方式")
    assert not county.columns(county.other, "冬季取暖方式")["冬季取暖方式"].standing.asks


def test_looking_up_gives_what_going_through_all_demands_gave(county: County) -> None:
    """The order of demands decides who is named: the latest first, as when each was asked in turn."""
    for office, file, labels in (
        (county.civil, "一.xlsx", ("冬季取暖方式", "住址")),
        (county.health, "二.xlsx", ("冬季取暖方式", "血型")),
        (county.civil, "三.xlsx", ("血型", "健康状况")),
    ):
        county.in_force(office, file, *labels)
    found = admitted.admitted_but(county.other, "新表.xlsx", "", NOW.date())
    in_turn = {ask: other.called for other in reversed(found.others) for ask in other.asks}
    assert len(in_turn) >= 4
    assert {ask: found.bringing(ask) for ask in in_turn} == in_turn


def test_many_forms_are_read_ahead_and_not_by_a_page(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admitted, "AT_ONCE", 0)
    county.in_force(county.civil, "民政.xlsx", "身份证号", "冬季取暖方式")
    found = county.columns(county.health, "出生日期", "冬季取暖方式")
    assert (found["出生日期"].near, found["冬季取暖方式"].standing) == ("", Standing.REPEATED)
    assert admitted.read_ahead(NOW.date(), 10)
    assert not admitted.read_ahead(NOW.date(), 10)
    assert county.columns(county.health, "出生日期")["出生日期"].near


def test_only_so_many_columns_are_held_and_the_same_is_found_all_the_same(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admitted, "MOST_HEADS", 1)
    county.in_force(county.civil, "民政.xlsx", "身份证号", "冬季取暖方式")
    assert county.columns(county.health, "冬季取暖方式")["冬季取暖方式"].standing is Standing.REPEATED


def test_nothing_in_force_brings_nothing() -> None:
    assert elsewhere(()).bringing("person.name|人") == ""


def test_an_edition_is_no_other_demand_whatever_its_file_is_called(county: County) -> None:
    labels = ("身份证号", "冬季取暖方式", "血型")
    county.in_force(county.civil, "去年的.xlsx", *labels)
    mine = county.columns(county.civil, *labels, title=f"附件2：{TITLE}（修订版）")
    assert mine["冬季取暖方式"].standing is not Standing.REPEATED
    theirs = county.columns(county.health, *labels, title=f"附件2：{TITLE}（修订版）")
    assert theirs["冬季取暖方式"].standing is Standing.REPEATED


def test_an_office_s_other_list_of_the_same_columns_is_another_demand(county: County) -> None:
    """Two lists whose titles differ are never taken for one without a word."""
    labels = ("身份证号", "冬季取暖方式", "血型")
    county.in_force(county.civil, "甲.xlsx", *labels)
    again = county.columns(county.civil, *labels, title="低保对象走访花名册")
    assert again["冬季取暖方式"].standing is Standing.REPEATED
