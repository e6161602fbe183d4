"""A draft is read whole at the gate: breaches in its words and columns, what it costs, a lawful way."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from qingzhuang.intake.read import read_form
from qingzhuang.intake.readers import pdf_marks
from qingzhuang.model.finding import Gravity
from qingzhuang.model.problem import ProblemError, Severity
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.columns import asks_of
from qingzhuang.pipeline.costing import cost
from qingzhuang.pipeline.elsewhere import NOWHERE, Other, elsewhere
from qingzhuang.pipeline.form_checking import check_forms
from qingzhuang.pipeline.rewording import reword, spans_of
from qingzhuang.pipeline.screening import Around, screen
from tests.answer.known import ledger
from tests.intake.readers.pdf_making import letters, pdf, table
from tests.pipeline.drafts import letter, sheet

DAY = date(2026, 11, 25)
AROUND = Around(court(DAY), Desk(ledger({})), 3, NOWHERE, datetime(2026, 11, 25, 9, tzinfo=UTC))
NOTE = "说明：1. “危房通”APP打卡率每周五排名通报。2. 每户须上传现场照片，未上传的不予认可。"
RANKED = sheet("危房住户花名册", ["姓名", "身份证号", "房屋等级", "现场照片"], NOTE)
NOTICE = (
    "关于报送冬季巡查情况的通知",
    "各村：",
    "一、每日在工作群接龙打卡，上传现场照片。",
    "二、联系人：钱工。",
)


def test_a_ranking_in_a_note_and_a_photo_that_is_demanded_are_two_findings() -> None:
    found = screen("危房.xlsx", RANKED, AROUND)
    assert len(found.by_rule) == 2
    ranking, photo = (each[0] for each in found.by_rule)
    assert found.text[ranking.start : ranking.end] == ranking.text
    assert "排名" in ranking.text
    assert "照片" in photo.text
    assert all(each.rewrite for each in found.findings)


def test_what_another_demand_asks_already_is_a_finding_that_names_it() -> None:
    mine = sheet("低保对象花名册", ["姓名", "冬季取暖方式"])
    form = read_form("别的.xlsx", sheet("低保对象取暖情况表", ["姓名", "冬季取暖方式"]))
    other = Other(frozenset(asks_of(form).values()), "《低保对象取暖情况表》（减准〔2026〕1号）")
    (found,) = screen("低保.xlsx", mine, replace(AROUND, others=elsewhere((other,)))).findings
    assert found.gravity is Gravity.REASON
    assert "冬季取暖方式：《低保对象取暖情况表》（减准〔2026〕1号）" in found.notes[0]
    assert not any("姓名" in each for each in found.notes)


def test_a_form_drawn_as_pdf_is_screened_column_by_column() -> None:
    drawn = letters(200, 60, "危房住户花名册", 16) + table(
        [50, 150, 300, 420, 540],
        [100, 120, 140],
        [["姓名", "身份证号", "房屋等级", "现场照片"], ["", "", "", ""]],
    )
    found = screen("危房.pdf", pdf(drawn + letters(50, 170, NOTE[:40])), AROUND)
    assert found.personal == ("name", "id_no")
    assert len(found.columns) == 4
    assert any("照片" in each.text for each in found.findings)


def test_a_letter_as_pdf_is_judged_although_its_tables_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_marks, "find_spec", lambda _name: None)
    found = screen("通知.pdf", pdf(letters(60, 100, "每日在工作群接龙打卡，上传现场照片。")), AROUND)
    assert found.findings
    assert [(each.code, each.severity) for each in found.problems] == [("QZ-F150", Severity.DOUBT)]


def test_personal_data_that_it_asks_is_told() -> None:
    assert screen("危房.xlsx", RANKED, AROUND).personal == ("name", "id_no")


def test_personal_data_written_into_a_draft_is_masked() -> None:
    found = screen("通知.txt", "请李甲（13912345678）每日在工作群接龙打卡。".encode(), AROUND)
    assert found.findings
    assert "1391234" not in found.text


@pytest.mark.parametrize("file", ["通知.docx", "通知.txt"])
def test_a_notice_is_read_as_word_or_text(file: str) -> None:
    content = letter(*NOTICE) if file.endswith("docx") else "\n".join(NOTICE).encode()
    found = screen(file, content, AROUND)
    assert found.title == NOTICE[0]
    assert found.findings
    assert found.columns == ()


def test_what_is_no_draft_is_said_and_not_guessed_at() -> None:
    with pytest.raises(ProblemError):
        screen("表.xlsx", b"", AROUND)


def test_the_cost_of_a_draft_grows_with_posts_and_times_and_its_formula_is_printed() -> None:
    found = screen("危房.xlsx", RANKED, AROUND)
    once, often = cost(found, 3, 1, DAY), cost(found, 6, 12, DAY)
    assert 0 < once.before.minutes.likely < often.before.minutes.likely
    assert "3 × 4 栏" in once.before.formula


def test_a_notice_keeps_its_paragraphs_and_orders_no_trace_any_more() -> None:
    content = "\n".join(NOTICE).encode()
    told = reword("通知.txt", content, spans_of(screen("通知.txt", content, AROUND).findings))
    assert told.title == NOTICE[0]
    assert told.lines[0] == NOTICE[1]
    assert told.lines[-1] == NOTICE[3]
    assert told.changed == 1
    assert told.lines[1].startswith("一、"), "a paragraph keeps its number"
    assert not screen("改后.txt", "\n".join((told.title, *told.lines)).encode(), AROUND).findings


def test_a_daily_hour_gives_nothing_that_the_check_of_the_same_file_does_not_find() -> None:
    content = sheet("危房住户花名册", ["姓名", "房屋等级"], "说明：每天下午5点前上报。")
    screened = {each.code for each in screen("危房.xlsx", content, AROUND).findings}
    (form,) = check_forms([read_form("危房.xlsx", content)], AROUND.court)
    assert screened == {each.code for each in form.findings}
    once = sheet("危房住户花名册", ["姓名", "房屋等级"], "说明：今天下午5点前上报。")
    assert screen("危房.xlsx", once, AROUND).findings, "an hour of one day is a time given"


def test_what_bears_no_mark_stays_letter_for_letter_and_a_thing_is_named_once() -> None:
    lines = (
        "各村干部每天必须在工作群接龙打卡，上传定位照片，未打卡的按日通报排名。",
        "各村要在11月30日前发动全体村民下载注册“平安云泽”APP，注册率达到90%以上，纳入年终考核。",
        "每日上报走访台账，一式三份，做到处处留痕。",
    )
    words = [
        "关于做好有关工作的通知",
        "各村：",
        *(f"{'一二三'[at]}、{each}" for at, each in enumerate(lines)),
    ]
    content = "\n".join(words).encode()
    spans = spans_of(screen("通知.txt", content, AROUND).findings)
    told = reword("通知.txt", content, [each for each in spans if each[0] < len("\n".join(words[:4]))])
    assert told.lines[-1] == words[-1]
    assert told.lines[-2].count("“平安云泽”APP：") == 1
    assert reword("通知.txt", content, ()).lines == tuple(words[1:])
