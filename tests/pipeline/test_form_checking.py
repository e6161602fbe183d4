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


MONTHLY = form("农村低保情况月报表", ["村名", "低保户数（户）", "低保人数（人）", "备注"])
QUARTERLY = form("农村低保情况季报表", ["村名", "低保户数（户）", "特困人数（人）"])
UNDATED = form("困难群众底数表", ["村名", "低保户数（户）"])
ORDERED = form("救助情况表", ["村名", "低保户数（户）"], "说明：请各村每周五前报送镇民政办。")


def test_one_figure_asked_at_two_paces_is_told_with_both() -> None:
    first, second = check_forms([MONTHLY, QUARTERLY], HELD)
    (found,) = (each for each in first.findings if each.code == "OP23-09a")
    assert found.notes == ("Sheet!B2 低保户数（户）：这张表每月要，《农村低保情况季报表》B2每季度要",)
    assert found.where == "Sheet!B2"
    assert not first.breached
    assert "OP23-09a" in {each.code for each in second.findings}


def test_titles_with_dates_do_not_hide_the_clash() -> None:
    month = form("2026年10月残疾人两项补贴月报表", ["村名", "残疾人数（人）", "备注"])
    quarter = form("2026年三季度残疾人两项补贴季报表", ["村名", "残疾人数（人）"])
    (found,) = check_forms([month, quarter], HELD)[0].findings
    assert found.code == "OP23-09a"
    assert found.notes == (
        "Sheet!B2 残疾人数（人）：这张表每月要，《2026年三季度残疾人两项补贴季报表》B2每季度要",
    )


def test_the_name_of_the_village_that_answers_is_no_repeated_demand() -> None:
    one = form("危房底数表", ["村名", "危房户数（户）"])
    other = form("厕所改造底数表", ["村名", "改厕户数（户）"])
    assert check_forms([one, other], HELD)[0].findings == ()


def test_a_pace_that_no_form_tells_clashes_with_nothing() -> None:
    for checked in check_forms([MONTHLY, UNDATED], HELD):
        assert "OP23-09a" not in {each.code for each in checked.findings}


def test_an_order_when_to_send_tells_the_pace() -> None:
    weekly, monthly = check_forms([ORDERED, MONTHLY], HELD)
    (found,) = (each for each in weekly.findings if each.code == "OP23-09a")
    assert "这张表每周要" in found.notes[0]
    assert monthly.findings


def test_names_and_identity_numbers_have_no_period() -> None:
    monthly = form("低保对象月报表", ["序号", "姓名", "身份证号"])
    yearly = form("特困人员年报表", ["序号", "姓名", "身份证号"])
    for checked in check_forms([monthly, yearly], HELD):
        assert "OP23-09a" not in {each.code for each in checked.findings}


def asked(one: Form) -> dict[str, tuple[str, ...]]:
    return {
        each.code: each.notes for each in check_forms([one], HELD)[0].findings if each.gravity is Gravity.ASK
    }


def test_a_form_that_wants_photos_or_tracks_is_asked_why() -> None:
    visit = form("入户走访登记表", ["序号", "走访时间", "现场照片", "走访轨迹"])
    assert asked(visit) == {"OP23-07b": ("Sheet!C2 现场照片、Sheet!D2 走访轨迹",)}
    assert not check_forms([visit], HELD)[0].breached
    assert asked(form("证件照采集表", ["序号", "姓名", "本人照片"])) == {}


def test_sensitive_data_without_a_stated_basis_are_asked_about() -> None:
    labels = ["序号", "姓名", "健康状况", "银行卡号"]
    (notes,) = asked(form("入户走访登记表", labels)).values()
    assert "健康状况" in notes[0]
    assert "银行卡号" in notes[0]
    assert asked(form("救助金发放表", labels, "填表说明：依据《社会救助暂行办法》，用于发放救助金。")) == {}
    assert asked(form("花名册", ["序号", "姓名", "联系电话"])) == {}


def test_how_many_hours_were_given_is_told() -> None:
    hurried = form("危房底数表", ["序号", "房屋地址", "危房等级"], "说明：请于11月24日10时前报县住建局。")
    found = next(each for each in check_forms([hurried], HELD, SENT)[0].findings if each.code == "RG24-08a")
    assert found.notes == ("给了 19 小时", "按时限太短 26 小时算（本地设置）")


def test_columns_about_screens_are_a_question_and_no_breach() -> None:
    asked = form("村干部打卡日报表", ["姓名", "今日是否打卡", "积分排名", "在线时长"])
    (checked,) = check_forms([asked], HELD)
    (found,) = checked.findings
    assert found.code == "APP26-P2"
    assert found.gravity is Gravity.ASK
    assert not checked.breached


def test_a_password_is_never_asked_in_silence() -> None:
    (checked,) = check_forms([form("补贴发放表", ["姓名", "银行卡密码"])], HELD)
    assert any("银行卡密码" in note for each in checked.findings for note in each.notes)
