"""Forms are checked together: what one asks, another may ask already; the time they give is measured."""

from datetime import date, datetime, timedelta, timezone
from io import BytesIO

import openpyxl

from qingzhuang.intake.read import read_form
from qingzhuang.model.finding import Gravity
from qingzhuang.model.form import Form
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.form_checking import check_forms

HELD = court(date(2026, 11, 25))
SENT = datetime(2026, 11, 23, 15, 0, tzinfo=timezone(timedelta(hours=8)))


def form(title: str, labels: list[str], note: str = "") -> Form:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(labels))
    sheet.append(labels)
    for _ in range(4):
        sheet.append([None])
    if note:
        sheet.cell(8, 1, note)
    stream = BytesIO()
    book.save(stream)
    return read_form(f"{title}.xlsx", stream.getvalue())


ROLL = form("低保对象花名册", ["序号", "姓名", "身份证号", "联系电话", "保障金额（元）"])
OTHER = form("困难残疾人花名册", ["序号", "姓名", "公民身份号码", "残疾等级"])


def test_what_another_form_asks_already_is_named_and_asks_for_a_reason() -> None:
    first, second = check_forms([ROLL, OTHER], HELD)
    (found,) = first.findings
    assert found.code == "RG24-13c"
    assert found.gravity is Gravity.REASON
    assert [note.split("：")[0].split()[-1] for note in found.notes] == ["姓名", "身份证号"]
    assert "《困难残疾人花名册》" in found.notes[0]
    assert not first.breached
    assert second.findings


def test_a_form_that_asks_nothing_twice_is_clean() -> None:
    assert check_forms([ROLL], HELD)[0].findings == ()


def test_too_short_a_time_is_found_when_the_day_is_known() -> None:
    hurried = form("危房底数表", ["序号", "房屋地址", "危房等级"], "说明：请于11月24日10时前报县住建局。")
    assert check_forms([hurried], HELD)[0].findings == ()
    codes = {each.code for each in check_forms([hurried], HELD, SENT)[0].findings}
    assert "RG24-08a" in codes
