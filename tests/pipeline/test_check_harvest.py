"""A filled check list says of the place what was seen there, as of the day of the visit, under keys that other lists share."""

from datetime import date

from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.pipeline.harvest import harvest_form
from tests.pipeline.test_same_visit import FIRE, SHOP, xlsx

RESULTS = ("☑是 □否", "□是 ☑否", "□是 ☑否", "□是 □否")


def told(content: bytes) -> tuple[date | None, dict[str, object]]:
    book = read_workbook("消防.xlsx", content)
    found = harvest_form(form_of(book), book)
    points = [each for each in found.drafts if each.element.startswith("check.point~")]
    assert {each.subject.name for each in points} <= {SHOP}
    assert {each.lasts_days for each in points} <= {7, 30, 90}
    return found.as_of, {each.element: each.value for each in points}


def test_each_point_is_kept_by_its_good_side_and_blanks_are_not() -> None:
    day, points = told(xlsx("商铺消防安全检查表", FIRE, RESULTS, SHOP, "2026-11-20"))
    assert day == date(2026, 11, 20)
    assert points == {
        "check.point~灭火器·valid": "合格",
        "check.point~疏散通道·clear": "不合格",
        "check.point~·lives": "合格",
    }


def test_a_list_without_a_day_or_a_site_says_nothing_of_any_place() -> None:
    assert told(xlsx("商铺消防安全检查表", FIRE, RESULTS, SHOP, ""))[1] == {}
    assert told(xlsx("商铺消防安全检查表", FIRE, RESULTS, "", "2026-11-20"))[1] == {}
