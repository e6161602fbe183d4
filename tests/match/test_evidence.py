"""Values take apart what words made one, or tell a person more; they never make one, and none is ever shown."""

import pytest

from qingzhuang.intake.read import form_of
from qingzhuang.intake.values import profiles
from qingzhuang.match.evidence import Evidence, over
from qingzhuang.match.grouping.group import Grouping, group
from qingzhuang.model.form import Form
from qingzhuang.model.id_number import check_character
from qingzhuang.model.profile import Holds
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.model.verdict import ItemContext, Match, Verdict
from tests.intake.forms import sheet

PHONES = [f"139{number:08}" for number in range(11, 31)]
IDS = [first + check_character(first) for first in (f"99010119800701{number:03}" for number in range(20))]
NAMES = [f"{family}{given}" for family in "赵钱孙李" for given in ("一", "二", "三", "四", "五")]


def book(file: str, label: str, values: list[str], title: str = "人员花名册") -> Workbook:
    rows = [[title, "<", "<"], ["姓名", "身份证号", label]]
    rows += [list(row) for row in zip(NAMES, IDS, values, strict=True)]
    return Workbook(file, FileKind.XLSX, (sheet(rows, ruled=(2, len(rows))),))


def grouped(*books: Workbook, values: bool = True) -> Grouping:
    forms = [form_of(each) for each in books]
    filled = {
        (index, key): profile
        for index, (form, each) in enumerate(zip(forms, books, strict=True))
        for key, profile in profiles(form, each).items()
    }
    return group(forms, values=Evidence(filled if values else {}))


def together(found: Grouping, label: str) -> bool:
    return any(len({m.form for m in g.members if m.item.label == label}) > 1 for g in found.groups)


CODES = [f"甲{number:03}" for number in range(20)]


def test_a_column_of_telephones_is_not_one_of_codes_of_the_same_name() -> None:
    books = book("甲.xlsx", "编号", PHONES), book("乙.xlsx", "编号", CODES)
    assert not together(grouped(*books), "编号")
    assert together(grouped(*books), "身份证号")


def test_the_same_people_with_other_values_are_left_to_a_person() -> None:
    other = [*reversed(PHONES)]
    books = book("甲.xlsx", "联系电话", PHONES), book("乙.xlsx", "联系电话", other)
    assert together(grouped(*books, values=False), "联系电话")
    found = grouped(*books)
    assert not together(found, "联系电话")
    (link,) = found.unsure
    assert "20 个相同的人" in link.match.why


def test_the_same_values_keep_what_is_equal_and_blank_forms_change_nothing() -> None:
    filled, blank = book("甲.xlsx", "联系电话", PHONES), book("乙.xlsx", "联系电话", [""] * 20)
    assert together(grouped(filled, book("丙.xlsx", "联系电话", PHONES)), "联系电话")
    assert together(grouped(filled, blank), "联系电话")


def profile(values: list[str]) -> object:
    one = book("甲.xlsx", "编号", values)
    return profiles(form_of(one), one)["编号"]


@pytest.mark.parametrize("verdict", [Verdict.DISTINCT, Verdict.NARROWER, Verdict.DERIVABLE])
def test_no_veto_is_ever_lifted(verdict: Verdict) -> None:
    match = Match(ItemContext("甲"), ItemContext("乙"), verdict, None, "", "V00")
    assert over(match, profile(PHONES), profile(PHONES)) is match  # type: ignore[arg-type]


def test_agreement_never_makes_one_it_only_tells_a_person() -> None:
    match = Match(ItemContext("甲"), ItemContext("乙"), Verdict.UNSURE, None, "", "U00")
    found = over(match, profile(PHONES), profile(PHONES))  # type: ignore[arg-type]
    assert found.verdict is Verdict.UNSURE
    assert "很可能" in found.why
    against = over(match, profile(PHONES), profile(CODES))  # type: ignore[arg-type]
    assert against.verdict is Verdict.DISTINCT


def test_few_or_mixed_values_say_nothing_and_days_may_be_written_in_many_ways() -> None:
    days = ["1980-07-01", "1980年7月1日", "1980/7/1", "19800701", "1980.07.01"] * 4
    one = book("甲.xlsx", "入会时间", days)
    found = profiles(form_of(one), one)["入会时间"]
    assert found.holds is Holds.DATE
    assert len(set(found.by_key.values())) == 1
    mixed = book("乙.xlsx", "编号", PHONES[:10] + CODES[:10])
    assert profiles(form_of(mixed), mixed)["编号"].holds is None


def test_no_value_is_in_what_is_shown() -> None:
    one = book("甲.xlsx", "编号", PHONES)
    form: Form = form_of(one)
    shown = repr(profiles(form, one)) + repr(Evidence({(0, "编号"): profiles(form, one)["编号"]}))
    assert not any(value in shown for value in (*PHONES, *IDS, *NAMES))
    assert str(next(iter(profiles(form, one)["编号"].by_key))) not in shown
