"""What a form's notes define is data on the form, bound to the columns they speak of; all else stays a note."""

from collections.abc import Sequence

import pytest
from benchmarks.definitions_read import keywords, ours, score

from qingzhuang.intake.definitions.read import definition_of
from qingzhuang.intake.read import form_of
from qingzhuang.model.definition import Ages, Definition, Moment
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Sheet, Workbook
from tests.intake.forms import sheet

HEAD = ("人口情况统计表|<|<|<", "村名|常住人口（人）|老年人数|村集体收入")


def form(*notes: str, more: Sequence[Sheet] = ()) -> Form:
    rows = [row.split("|") for row in (*HEAD, "|||", "|||", *(f"{note}|<|<|<" for note in notes))]
    return form_of(Workbook("表.xlsx", FileKind.XLSX, (sheet(rows, ruled=(2, 4)), *more)))


def test_a_note_is_bound_to_its_column_with_its_cell_and_is_its_hint() -> None:
    found = form("注：1.常住人口：指居住半年以上的人口。2.老年人指60周岁以上，不含空挂户。")
    one, other = found.definitions
    assert (one.keys, one.lived, one.place and one.place.cell) == (("常住人口（人）",), 6, "A5")
    assert (other.keys, other.ages, other.excludes) == (("老年人数",), Ages(60), ("空挂户",))
    hints = {item.label: item.hint for item in found.items}
    assert hints["常住人口（人）"] == "常住人口：指居住半年以上的人口"
    assert hints["村名"] is None


def test_a_note_about_all_of_the_form_is_bound_to_none() -> None:
    (found,) = form("说明：本表统计时点为2026年6月30日。").definitions
    assert (found.keys, found.as_of) == ((), Moment(6, 30, 2026))


def test_a_unit_in_a_note_is_the_unit_of_its_column() -> None:
    found = form("填表说明：村集体收入以万元为单位填写，保留两位小数。")
    assert {item.label: item.unit for item in found.items}["村集体收入"] == "万元"
    assert found.definitions[0].decimals == 2


def test_a_note_that_nobody_can_read_as_data_is_a_hint_of_the_column_it_names() -> None:
    found = form("注：村名填写全称，不得简写。")
    assert found.definitions == ()
    assert found.items[0].hint == "村名填写全称，不得简写"


@pytest.mark.parametrize(
    "note",
    ["注：1=是，2=否。", "注：请于每月25日前报送。", "注：本表一式两份，加盖公章。", "填报单位：（盖章）"],
)
def test_other_notes_define_nothing(note: str) -> None:
    assert form(note).definitions == ()


def test_a_sheet_of_explanations_is_read_as_notes_not_as_a_table() -> None:
    rows = ["指标|解释", "常住人口|指在本村居住满6个月，不含借读学生。", "老年人|年满65周岁，截至12月31日。"]
    found = form(more=[sheet([row.split("|") for row in rows], name="指标解释")])
    assert [table.sheet for table in found.tables] == ["表"]
    assert [(each.keys, each.lived, each.ages) for each in found.definitions] == [
        (("常住人口（人）",), 6, None),
        (("老年人数",), None, Ages(65)),
    ]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("60周岁以上含60周岁", Ages(60)),
        ("年满60周岁", Ages(60)),
        ("六十周岁及以上", Ages(60)),
        ("60岁以上（不含60岁）", Ages(61)),
        ("不满16周岁", Ages(high=15)),
        ("60周岁以上不满80周岁", Ages(60, 79)),
        ("16—59周岁", Ages(16, 59)),
        ("60虚岁以上", Ages(60, nominal=True)),
        ("男60周岁以上，女55周岁以上", None),
        ("18-60周岁或16-55周岁", None),
        ("年龄填周岁", None),
    ],
)
def test_age_rules_are_whole_years_with_both_ends_included(words: str, rule: Ages | None) -> None:
    assert definition_of(words).ages == rule


def test_what_contradicts_itself_is_not_read() -> None:
    assert definition_of("截至6月30日的数，以12月31日为准").as_of is None
    assert definition_of("1966年12月31日前出生") == Definition("1966年12月31日前出生")


@pytest.mark.parametrize(("wordings", "least"), [("heldout", 0.9), ("second", 0.8)])
def test_wordings_that_the_grammar_was_not_written_beside_are_read_better_than_by_keywords(
    wordings: str, least: float
) -> None:
    stated, got, right, _whole, _wrong = score(ours, wordings)
    _stated, base, base_right, _base_whole, _base_wrong = score(keywords, wordings)
    assert right / stated >= least
    assert right / got >= 0.97
    assert right / stated > base_right / stated
    assert right / got > base_right / base


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("为学年初数", Moment(named="school_year_start")),
        ("以学期末实际人数为准", Moment(named="term_end")),
        ("学年初（9月1日）在册学生", Moment(9, 1)),
        ("为学年末实有册数", Moment(named="school_year_end")),
    ],
)
def test_school_years_and_terms_have_days_of_their_own(words: str, moment: Moment) -> None:
    assert definition_of(words).as_of == moment


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("按注册登记口径填报", "注册登记"),
        ("以税务到账口径统计", "税务到账"),
        ("按户籍人口口径统计", None),
        ("按上述口径填报", None),
    ],
)
def test_another_way_of_counting_is_kept_by_its_word(words: str, basis: str | None) -> None:
    assert definition_of(words).basis == basis


def test_what_is_no_longer_counted_and_how_amounts_are_converted() -> None:
    found = definition_of("整户迁出的不再统计，换算成公斤，小数点后留1位")
    assert (found.excludes, found.unit, found.decimals) == (("整户迁出",), "公斤", 1)


def test_a_way_of_counting_is_nothing_that_is_counted_in() -> None:
    found = definition_of("报刊按册计入，同一户只计一次，总量十万以上的方可计入")
    assert (found.includes, found.only) == ((), ())


def test_a_column_is_meant_by_its_place_where_no_codes_are_printed() -> None:
    (found,) = form("注：第3列不含空挂户。").definitions
    assert found.keys == ("老年人数",)
    assert {item.label: item.unit for item in form("注：第4列单位为万元。").items}["村集体收入"] is None


def test_a_column_by_its_place_is_nobodys_where_codes_are_printed() -> None:
    rows = [row.split("|") for row in (*HEAD, "甲|1|2|3", "|||", "注：第3列不含空挂户。|<|<|<")]
    found = form_of(Workbook("表.xlsx", FileKind.XLSX, (sheet(rows, ruled=(2, 4)),)))
    assert all(not each.keys for each in found.definitions)
