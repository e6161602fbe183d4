"""Numbers stay numbers, text stays text, dates become dates, and nothing that is given turns into a formula."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from qingzhuang.answer.writers.xlsx.dates import in_shape, parse_date, serial, shape_of
from qingzhuang.answer.writers.xlsx.styles import is_date_code
from qingzhuang.model.form import Entry, ItemType
from qingzhuang.model.sheet import Scalar
from tests.answer.writers.making import (
    book,
    card,
    cards,
    cell,
    changed,
    codes,
    column,
    filled,
    listing,
    part,
    parts,
    with_part,
)

SHEET1, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"


def _written(value: Scalar, kind: ItemType = ItemType.TEXT, number_format: str = "", **more: Any) -> Any:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write("A1", "名目")
        if number_format:
            sheet.write_blank("B1", None, workbook.add_format({"num_format": number_format}))

    return filled(book(write), cards(card("B1", "名目", type=kind, **more)), 名目=value)


@pytest.mark.parametrize(
    "value", [0, -5, 3.25, 1e-9, 123456789012345, True, "文", "00123", "1.50", " 前后 空 "]
)
def test_a_value_is_read_back_as_what_it_was(value: Scalar) -> None:
    assert cell(_written(value).content, "B1") == value


@pytest.mark.parametrize(
    "value", ["=1+1", "+86 139", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")']
)
def test_text_that_looks_like_a_formula_is_written_as_text(value: str) -> None:
    after = _written(value).content
    assert "<f" not in part(after)
    assert 't="inlineStr"' in part(after)
    assert str(cell(after, "B1")).strip() == value.strip()


@pytest.mark.parametrize("value", ["a & b", "<v>", "一\n二", "_x000D_", '"引号"', "𠮷"])
def test_marks_of_the_file_format_inside_text_come_back_unharmed(value: str) -> None:
    assert cell(_written(value).content, "B1") == value


def test_control_characters_are_left_out_and_reported() -> None:
    result = _written("甲\x00乙\x1f")
    assert cell(result.content, "B1") == "甲乙"
    assert codes(result) == ["QZ-F005"]


def test_text_longer_than_a_cell_can_hold_is_cut_and_reported() -> None:
    result = _written("长" * 32_768)
    assert len(cell(result.content, "B1")) == 32_767
    assert codes(result) == ["QZ-F006"]


def test_identity_and_telephone_numbers_given_as_numbers_are_spelt_out() -> None:
    assert cell(_written(990101199001010010, ItemType.ID_NUMBER).content, "B1") == "990101199001010010"
    assert cell(_written(13900000000, ItemType.PHONE).content, "B1") == "13900000000"


def test_a_number_that_programs_would_round_becomes_text_with_a_note() -> None:
    result = _written(9901011990010100123)
    assert cell(result.content, "B1") == "9901011990010100123"
    assert codes(result) == ["QZ-F013"]


@pytest.mark.parametrize("number_format", ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy", "[$-804]yyyy/m/d"])
def test_a_cell_that_shows_dates_gets_a_real_date_in_its_own_style(number_format: str) -> None:
    before_styles = parts(_written(None, number_format=number_format).content)[STYLES]
    after = _written("2026-11-24", number_format=number_format).content
    assert cell(after, "B1") == date(2026, 11, 24)
    assert parts(after)[STYLES] == before_styles


def test_a_date_item_in_a_plain_cell_gets_a_date_style_like_the_one_it_had() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_blank("B1", None, workbook.add_format({"border": 1, "bold": True}))

    before = book(write)
    result = filled(before, cards(card("B1", "日期", type=ItemType.DATE)), 日期="2026-11-24")
    assert cell(result.content, "B1") == date(2026, 11, 24)
    assert changed(before, result.content) == {SHEET1, STYLES}
    styles = part(result.content, STYLES)
    assert 'formatCode="yyyy-mm-dd"' in styles
    assert '<cellXfs count="3">' in styles
    assert styles.count('fontId="1"') == 2


def test_a_text_cell_and_a_form_with_its_own_spelling_get_dates_as_text() -> None:
    assert cell(_written("2026-11-24", ItemType.DATE, "@").content, "B1") == "2026-11-24"
    assert cell(_written("1990-05-01", ItemType.DATE, hint="格式：yyyy.mm").content, "B1") == "1990.05"
    assert cell(_written("1990-05", ItemType.MONTH, hint="如1985年3月").content, "B1") == "1990年5月"


def test_a_month_and_a_moment_are_dates_too() -> None:
    assert cell(_written("2026-11", ItemType.MONTH, "yyyy-mm").content, "B1") == date(2026, 11, 1)
    assert cell(_written("2026-11", ItemType.MONTH).content, "B1") == "2026-11"
    assert cell(_written(datetime(2026, 11, 24, 18, 30)).content, "B1") == datetime(2026, 11, 24, 18, 30)  # noqa: DTZ001
    assert cell(_written(date(2026, 11, 24)).content, "B1") == date(2026, 11, 24)


def test_words_in_a_date_column_and_iso_text_in_a_text_column_stay_text() -> None:
    assert cell(_written("不详", ItemType.DATE).content, "B1") == "不详"
    assert cell(_written("2026-13-40", ItemType.DATE).content, "B1") == "2026-13-40"
    assert cell(_written("2026-11-24").content, "B1") == "2026-11-24"


def test_a_workbook_that_counts_days_from_1904_gets_its_own_serial_numbers() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_blank("B1", None, workbook.add_format({"num_format": "yyyy-mm-dd"}))

    content = book(write, date_1904=True)
    after = filled(content, cards(card("B1", "日期", type=ItemType.DATE)), 日期="2026-11-24").content
    assert cell(after, "B1") == date(2026, 11, 24)


def test_serial_numbers_follow_the_programs_calendar_with_its_false_leap_day() -> None:
    days = [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2026, 11, 24)]
    assert [serial(day, date1904=False) for day in days] == [1, 59, 61, 46350]
    assert serial(date(1899, 12, 31), date1904=False) is None


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        ("yyyy.mm", "1990.05"),
        ("YYYY-MM-DD", "1990-05-01"),
        ("如：1985.03", "1990.05"),
        ("例 1985/3/7", "1990/5/1"),
        ("XXXX年XX月", "1990年05月"),
        ("yyyymmdd", "19900501"),
    ],
)
def test_the_spelling_of_dates_is_taken_from_the_hint(hint: str, text: str) -> None:
    shape = shape_of(hint)
    assert shape is not None
    assert in_shape(date(1990, 5, 1), shape) == text


def test_hints_without_dates_have_no_spelling() -> None:
    assert all(shape_of(hint) is None for hint in ("必填", "2026年度", "11位手机号", "18周岁以上"))
    assert parse_date("3月5日") is None


def test_date_formats_are_told_from_numbers() -> None:
    assert all(
        is_date_code(code) for code in ("yyyy-mm-dd", "[h]:mm", 'yyyy"年"', "[DBNum1]yyyy", "mm-dd-yy")
    )
    assert not any(
        is_date_code(code) for code in ("General", "0.00", '"日"0', "[Red]0", "@", "#,##0_);[Blue]0")
    )


def test_workbooks_without_number_formats_get_the_list_that_they_lack() -> None:
    def bare(text: str) -> str:
        import re

        return re.sub(r"<numFmts.*?</numFmts>", "", text)

    content = with_part(book(lambda _workbook, sheet: sheet.write("A1", "日期")), STYLES, bare)
    table = listing([column("A1", "日期", ItemType.DATE)], 2, 2)
    after = filled(content, table, [{"日期": "2026-11-24"}]).content
    assert cell(after, "A2") == date(2026, 11, 24)
    assert '<numFmts count="1">' in part(after, STYLES)


def _figures(given: str, kind: ItemType, code: str = "General", unit: str | None = None) -> tuple[Any, Any]:
    """What the cell and the total below it hold for an answer given as text."""

    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["甲", "乙"])
        sheet.write_blank(1, 1, None, workbook.add_format({"num_format": code}))
        sheet.write_formula(2, 1, "=SUM(B2:B2)")

    columns = [column("A1", "甲"), column("B1", "乙", kind, unit=unit)]
    done = filled(book(write), listing(columns, 2, 2), [{"乙": given}])
    return cell(done.content, "B2"), cell(done.content, "B3")


@pytest.mark.parametrize(
    ("given", "kind", "code", "unit", "held"),
    [
        ("1200.50", ItemType.NUMBER, "General", None, 1200.5),
        ("1,200", ItemType.INTEGER, "General", None, 1200),
        ("-3", ItemType.NUMBER, "General", None, -3),
        ("85.6%", ItemType.NUMBER, "0.00%", None, 0.856),
        ("85.6%", ItemType.NUMBER, "General", None, 0.856),
        ("85.6%", ItemType.NUMBER, "General", "%", 85.6),
        ("85.6", ItemType.NUMBER, "0.0", "%", 85.6),
        ("12", ItemType.TEXT, "#,##0.00", None, 12),
    ],
)
def test_a_figure_given_as_text_is_a_number_that_the_total_counts(
    given: str, kind: ItemType, code: str, unit: str | None, held: float
) -> None:
    assert _figures(given, kind, code, unit) == (held, held)


@pytest.mark.parametrize(
    ("given", "kind", "code"),
    [
        ("007", ItemType.NUMBER, "General"),
        ("1234567890.1234567", ItemType.NUMBER, "General"),
        ("约30", ItemType.INTEGER, "General"),
        ("12", ItemType.TEXT, "General"),
        ("12", ItemType.NUMBER, "@"),
        ("990101199001011239", ItemType.ID_NUMBER, "0"),
        ("13900000000", ItemType.PHONE, "0"),
        ("3", ItemType.CODE, "0"),
    ],
)
def test_what_is_no_figure_or_would_lose_digits_stays_text(given: str, kind: ItemType, code: str) -> None:
    assert _figures(given, kind, code) == (given, 0)


def test_a_number_that_names_stays_text_also_where_the_cell_shows_numbers() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["银行卡号"])
        sheet.write_blank(1, 0, None, workbook.add_format({"num_format": "0"}))

    done = filled(book(write), listing([column("A1", "银行卡号")], 2, 2), [{"银行卡号": "622848001"}])
    assert cell(done.content, "A2") == "622848001"


@pytest.mark.parametrize(("code", "held"), [("yyyy-mm-dd", "2026-11"), ('yyyy"年"m"月"', date(2026, 11, 1))])
def test_a_month_is_no_date_where_the_cell_would_show_its_day(code: str, held: Scalar) -> None:
    after = _written("2026-11", ItemType.DATE, code).content
    assert cell(after, "B1") == held


def test_a_month_over_printed_blanks_behind_a_label_leaves_the_blank_of_the_day() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write("A1", "填报日期：    年  月  日")

    done = filled(book(write), cards(card("A1", "填报日期", Entry.INLINE)), 填报日期="2026-11")
    assert cell(done.content, "A1") == "填报日期：2026年11月  日"


@pytest.mark.parametrize("looks", [{}, {"border": 1}, {"text_wrap": True, "align": "center"}])
def test_a_date_in_a_column_too_narrow_for_it_is_shown_smaller(looks: dict[str, Any]) -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write("A1", "日期")
        sheet.set_column("B:B", 5)
        sheet.write_blank("B1", None, workbook.add_format(looks))

    after = filled(book(write), cards(card("B1", "日期", type=ItemType.DATE)), 日期="2026-11-24").content
    alignment = load_workbook(io.BytesIO(after)).worksheets[0]["B1"].alignment
    assert (alignment.shrink_to_fit, bool(alignment.wrap_text)) == (True, False)
    assert alignment.horizontal == looks.get("align")
