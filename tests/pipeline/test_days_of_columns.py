"""A column that prints its own day is answered as of that day, whatever stands beside it and whatever day the form is of."""

from datetime import date

import pytest

from qingzhuang.answer.plan import Plan
from qingzhuang.answer.select import Scope
from qingzhuang.match.grouping.repeats import repeats
from qingzhuang.match.wording.day import day_of_column
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Desk, Wishes
from tests.pipeline.test_of_a_day import DECEMBER, JUNE, form, key_of, of, view

KEY = key_of(form("各村人口统计表"))
PLAIN, OTHER = "户籍人口数（截至6月30日）", "户籍人口数（截至12月31日）"


def planned(*heads: str, title: str = "各村人口统计表", known: dict[date, int]) -> Plan:
    asked = form(title, ("村名", *heads))
    facts = [of(number, on, KEY) for on, number in known.items()]
    (plan,) = Desk(view(*facts)).plans(asked, Wishes(scope=Scope(("编名村",))))
    return plan


def values(plan: Plan, *heads: str) -> list[Scalar]:
    return [next(each.value for each in plan.cells if each.item.label == head) for head in heads]


def test_each_column_takes_the_figure_of_its_own_day_and_the_other_is_asked() -> None:
    plan = planned(PLAIN, OTHER, known={JUNE: 812})
    assert values(plan, PLAIN, OTHER) == [812, None]
    assert [(each.label, each.day) for each in plan.missing if each.day] == [(OTHER, DECEMBER)]
    assert [each.code for each in plan.problems if each.code == "QZ-W170"] == []
    assert values(planned(PLAIN, OTHER, known={JUNE: 812, DECEMBER: 820}), PLAIN, OTHER) == [812, 820]


@pytest.mark.parametrize(
    "heads",
    [
        ("2026年6月30日户籍人口数", "2026年12月31日户籍人口数"),
        ("6月30日户籍人口数", "12月31日户籍人口数"),
        ("户籍人口数（2026年6月底）", "户籍人口数（2026年12月底）"),
    ],
)
def test_days_in_other_words(heads: tuple[str, str]) -> None:
    assert values(planned(*heads, known={JUNE: 812}), *heads) == [812, None]


def test_a_column_goes_before_the_day_of_the_form_and_its_year_is_the_forms() -> None:
    title = "2026年各村人口统计表（截至12月31日）"
    assert values(planned(PLAIN, "户籍人口数", title=title, known={JUNE: 812}), PLAIN, "户籍人口数") == [
        812,
        None,
    ]
    title = "2025年各村人口统计表"
    assert values(planned(PLAIN, OTHER, title=title, known={JUNE: 812}), PLAIN, OTHER) == [None, None]


def test_columns_of_two_days_are_never_one_item() -> None:
    assert repeats(form("各村人口统计表", ("村名", PLAIN, OTHER))) == ()
    assert [each.item.label for each in planned("户籍人口数", known={JUNE: 812}).cells if each.value == 812]


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        ("2026年6月30日户籍人口数", ()),
        ("户籍人口数（2026年6月底）", ()),
        ("残疾类别（1视力2听力3言语）", ("视力", "听力", "言语")),
    ],
)
def test_a_day_in_a_header_is_no_list_of_codes(head: str, codes: tuple[str, ...]) -> None:
    assert form("各村人口统计表", ("村名", head)).items[1].codes == codes


@pytest.mark.parametrize(
    "head",
    ["6月30日前完成数", "2026年1月1日至6月30日新增人数", "12月31日后迁入人数", "出生日期", "6月份人数"],
)
def test_a_deadline_a_span_and_a_month_are_no_day_of_a_column(head: str) -> None:
    assert day_of_column((head,)) is None
