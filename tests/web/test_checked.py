"""The check report is one file that a person reads, corrects by hand and signs; the machine passes no sentence."""

import re
from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.problem import Problem
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.web.checked.page import CheckedPage, Scope, checked_page
from qingzhuang.web.checked.render import render_checked
from tests.findings import finding_of

DAY = date(2026, 11, 25)
PROVISIONS = {code: each.provision for code, each in encoded().items()}
TEXT = "关于打卡的通知\n请各村干部<b>每天打卡</b>，不得遗漏，联系人13800001234。"


def finding(code: str = "APP26-P2", marked: str = "每天打卡", text: str = TEXT) -> Finding:
    """A finding on words of the text; the law's words as its provision may show them."""
    return replace(finding_of(code, text, marked), also=("OP23-04",))


def thing(name: str, row: int) -> Finding:
    return replace(
        finding(), where=f"台账!F{row}", subject=name, text="", start=None, end=None, also=("RG24-15c",)
    )


NOTICE = Checked("通知<1>.txt", Matter.NOTICE, (finding(),), 2, TEXT)
REGISTER = Checked("应用台账.xlsx", Matter.REGISTER, tuple(thing(f"应用{n}", n) for n in range(1, 101)), 2593)


def page(*done: Checked, scope: Scope | None = None) -> CheckedPage:
    return checked_page(
        done, scope or Scope(DAY, PROVISIONS), (Problem("QZ-R003", "坏.docx", "坏了。", "重发。"),)
    )


def html(*done: Checked) -> str:
    return render_checked(page(*done))


def test_it_needs_nothing_else() -> None:
    assert not re.search(r"<script|https?://|<link|<img|@import|url\(|style=", html(NOTICE, REGISTER))


def test_what_others_wrote_cannot_become_markup() -> None:
    shown = html(NOTICE)
    assert "<b>每天" not in shown
    assert "通知&lt;1&gt;.txt" in shown
    assert '&lt;b&gt;<mark class="hl hl--breach">每天打卡</mark>&lt;/b&gt;' in shown


def test_private_numbers_are_veiled() -> None:
    shown = html(NOTICE)
    assert "13800001234" not in shown
    assert "*******1234" in shown


def test_the_law_is_quoted_only_where_its_words_were_read() -> None:
    quoted, told = PROVISIONS["APP26-P2"], PROVISIONS["OP23-06d"]
    shown = html(replace(NOTICE, findings=(finding(), finding("OP23-06d", "不得遗漏"))))
    assert f"“{quoted.words.rstrip('；')}”" in shown
    assert f"“{told.words}”" not in shown
    assert told.words in shown
    assert "据转述" in shown
    assert "（条号未核）" in shown
    assert "见于转述，没有核对正式文本" in shown


def test_words_that_were_not_checked_are_not_shown() -> None:
    bare = replace(finding(), words="", quoted=False, code="X-1")
    assert "大意（不是原文）" in html(replace(NOTICE, findings=(bare,)))


def test_a_register_says_the_law_once_and_keeps_every_row() -> None:
    (block,) = page(REGISTER).files[0].rules
    assert len(block.things) + len(block.rest) == 100
    assert block.count == "100"
    shown = html(REGISTER)
    assert shown.count("<blockquote") == 1
    assert "其余 70 处没有印，在电子件里点开可看" in shown
    assert [each.name for each in block.things[:3]] == ["应用1", "应用2", "应用3"]


def test_several_marks_of_one_rule_in_one_paragraph_are_one_passage() -> None:
    two = (finding(), finding(marked="不得遗漏"))
    (block,) = page(replace(NOTICE, findings=two)).files[0].rules
    (passage,) = block.passages
    assert [each.text for each in passage.pieces if each.marked] == ["每天打卡", "不得遗漏"]
    assert passage.count == 2


def test_a_person_decides_and_signs() -> None:
    shown = html(NOTICE, REGISTER)
    for said in ("由人确认", "核对人", "日期", "属实", "不属实", "有理由"):
        assert said in shown
    assert "违法" not in shown
    assert "违规" not in shown


def test_a_reason_is_never_called_a_breach() -> None:
    asked = finding("RG24-13c")
    assert asked.gravity is Gravity.REASON
    shown = html(replace(NOTICE, findings=(asked,)))
    assert "违反" not in shown
    assert "请说明理由" in shown
    assert 'class="hl hl--ask"' in shown


def test_a_question_cites_no_law_and_needs_no_signature() -> None:
    asked = replace(
        finding(), gravity=Gravity.ASK, message="有没有打卡功能？", rewrite="", text="", start=None
    )
    shown = page(replace(NOTICE, findings=(asked,)))
    assert shown.files[0].rules[0].law is None
    assert shown.rows == ()
    assert shown.sentence.endswith("没有发现要改的，1 处缺情况")


def test_graver_first_then_the_order_of_the_file_never_by_number() -> None:
    few, many = thing("甲", 1), [replace(thing("乙", n), code="OP23-12", title="入口") for n in range(2, 9)]
    duty = [replace(each, gravity=Gravity.DUTY, force="应当") for each in many]
    shown = page(replace(REGISTER, findings=(*duty, few)))
    assert [each.code for each in shown.files[0].rules] == ["APP26-P2", "OP23-12"]
    assert [each.code for each in shown.rows] == ["APP26-P2", "OP23-12"]


def test_local_rules_count_only_where_they_are_switched_on() -> None:
    off = page(NOTICE)
    on = page(NOTICE, scope=Scope(DAY, PROVISIONS, places=("江苏", "南京")))
    assert "没有查" in "".join(off.method)
    assert "江苏、南京" in "".join(on.method)
    assert len(on.instruments) > len(off.instruments)


def test_rules_not_yet_in_force_on_the_day_of_the_demand_are_not_counted() -> None:
    before = page(NOTICE, scope=Scope(DAY, PROVISIONS, asked_on=date(2024, 1, 15)))
    assert "政务移动互联网应用程序规范化管理办法" not in dict(before.instruments)


@pytest.mark.parametrize("done", [(), (replace(NOTICE, findings=()),)])
def test_nothing_found_still_makes_a_page(done: tuple[Checked, ...]) -> None:
    assert "没有发现要改的" in html(*done)


def test_what_was_not_read_is_said() -> None:
    assert "QZ-R003" in html(NOTICE)


def test_particulars_stand_under_their_place() -> None:
    form = replace(thing("", 3), notes=tuple(f"表!{n} 姓名：《甲表》A1" for n in range(12)))
    (block,) = page(Checked("表.xlsx", Matter.FORM, (form,), 9)).files[0].rules
    assert len(block.things[0].notes) == 8
    assert len(block.things[0].more_notes) == 4


def test_each_passage_shows_its_own_way_to_put_it() -> None:
    text = "请各村干部每天打卡。\n请各校教师每天打卡。"
    first, other = finding(text=text), finding(text=text)
    moved = len("请各村干部每天打卡。\n")
    told = (
        replace(first, rewrite="村里的事由村里安排。"),
        replace(
            other,
            start=(other.start or 0) + moved,
            end=(other.end or 0) + moved,
            rewrite="学校的事由学校安排，电话13800001234。",
        ),
    )
    notice = replace(NOTICE, findings=told, text=text)
    (block,) = page(notice).files[0].rules
    assert [each.rewrites for each in block.passages] == [
        ("村里的事由村里安排。",),
        ("学校的事由学校安排，电话*******1234。",),
    ]
    shown = html(notice)
    assert all(way in shown for way in ("村里的事由村里安排。", "学校的事由学校安排"))
    same = tuple(replace(each, rewrite="自愿参加。") for each in told)
    assert html(replace(notice, findings=same)).count("自愿参加。") == 1
