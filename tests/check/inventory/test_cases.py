"""What a cell says is a fact with its cell; what no cell says is unknown, never "no"."""

from datetime import date

import pytest

from qingzhuang.check.inventory.cases import case_of, cases
from qingzhuang.check.inventory.filings import Filings
from qingzhuang.check.inventory.level import level
from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.values import day, number, yes_no
from qingzhuang.model.case import CaseKind


def app(where: str = "清单!B2", **values: object) -> Row:
    return Row(CaseKind.APP, values, {name: f"清单!{name}" for name in values}, where)  # type: ignore[arg-type]


def test_features_are_gathered_from_their_columns_and_keep_the_cell() -> None:
    case = case_of(app(name="智慧青禾", checkin="有", ranking="否"))
    assert case.value("features") == frozenset({"checkin"})
    assert case.facts["features"].at["checkin"] == "清单!checkin"


def test_a_written_no_is_known_and_an_empty_cell_is_not() -> None:
    assert case_of(app(name="a", checkin="无")).value("features") == frozenset()
    assert case_of(app(name="a", checkin=None)).value("features") is None


def test_features_named_in_the_description_count_unless_a_column_denies_them() -> None:
    assert case_of(app(name="a", functions="通知公告、打卡签到")).value("features") == frozenset({"checkin"})
    assert case_of(app(name="a", functions="打卡签到", checkin="无")).value("features") == frozenset()


@pytest.mark.parametrize(
    ("text", "target"), [("95%", 95.0), ("无", 0.0), ("是", 1.0), ("", None), ("每周登录1次", 1.0)]
)
def test_a_quota_is_its_number(text: str, target: float | None) -> None:
    assert case_of(app(name="a", install_target=text)).value("install_rate_target") == target


def test_the_filing_list_decides_by_number_then_by_name() -> None:
    listed = Filings.of([app(name="智慧青禾APP", filing_no="ZW-0001")])
    assert case_of(app(name="智慧青禾平台", filing_no="zw0001"), listed).value("filing_status") == "filed"
    assert case_of(app(name="智慧青禾", filing_no=""), listed).value("filing_status") == "filed"
    assert case_of(app(name="智慧青禾", filing_no="ZW-9"), listed).value("filing_status") == "none"
    assert case_of(app(name="智慧青禾")).value("filing_status") is None


def test_a_number_that_the_list_gives_to_another_app_is_asked_about() -> None:
    listed = Filings.of([app(name="智慧青禾APP", filing_no="ZW-0001")])
    case = case_of(app(name="河长通", filing_no="ZW-0001"), listed)
    assert case.value("filing_status") is None
    assert "智慧青禾APP" in case.unclear["filing_status"].note


def test_what_the_list_says_is_revoked_is_not_filed() -> None:
    listed = Filings.of([app(name="河长通", filing_no="ZW-0002", filing_status="已撤销")])
    assert case_of(app(name="河长通", filing_no="ZW-0002"), listed).value("filing_status") == "none"


def test_an_emergency_is_a_named_event_with_its_last_day() -> None:
    claim = case_of(app(name="a", exemption="2026年防汛应急响应", exemption_until="2026-09-30")).exemption
    assert claim is not None
    assert (claim.event, claim.until) == ("2026年防汛应急响应", date(2026, 9, 30))
    assert case_of(app(name="a", exemption="无")).exemption is None


def test_apps_that_do_the_same_are_named() -> None:
    rows = [
        app(name="智慧巡河", functions="巡河上报、隐患上报、拍照上传", owner="水利局"),
        app(name="河长通", functions="隐患上报、巡河上报、拍照上传、通知公告", owner="河长办"),
        app(name="阅读打卡", functions="在线阅读、读书笔记", owner="文旅局"),
        app(name="智慧巡河小程序", functions="地图、天气", owner="水利局"),
    ]
    found = cases(rows, None)
    assert found[0].value("duplicates_function_of") == frozenset({"河长通", "智慧巡河小程序"})
    assert found[2].value("duplicates_function_of") == frozenset()
    assert found[0].value("apps_same_dept_facing_grassroots") == 2


def test_groups_for_one_task_are_counted() -> None:
    rows = [Row(CaseKind.GROUP, {"name": f"群{n}", "purpose": "秸秆禁烧"}, {}, f"群!A{n}") for n in range(3)]
    assert [case.value("groups_same_task") for case in cases(rows, None)] == [3, 3, 3]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("是", True),
        ("√", True),
        ("每周", True),
        ("否", False),
        ("不要求", False),
        ("未设置", False),
        ("看情况", None),
    ],
)
def test_yes_and_no_in_the_words_of_registers(text: str, answer: bool | None) -> None:
    assert yes_no(text) is answer


def test_numbers_and_days_in_the_words_of_registers() -> None:
    assert number("1.2万人") == 12_000
    assert number("1,200") == 1200
    assert number("") is None
    assert day("2026年3月") == date(2026, 3, 1)
    assert day("20260305") == date(2026, 3, 5)
    assert day("去年") is None


@pytest.mark.parametrize(
    ("column", "owner", "expected"),
    [
        ("县级", "", "county"),
        ("", "云岭县农业农村局", "county"),
        ("", "青禾镇人民政府", "township"),
        ("", "下河村村委会", "village"),
        ("", "青禾街道党工委", "township"),
        ("", "江州市教育局", "city"),
        ("", "某某省应急管理厅", "province"),
        ("", "某公司", None),
    ],
)
def test_the_level_of_an_office(column: str, owner: str, expected: str | None) -> None:
    assert level(column, owner) == expected
