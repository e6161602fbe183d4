"""A refusal slip is polite, names rule and words as they may be shown, points to what is answered already, and leaves
the decision to the issuer."""

import io
from dataclasses import replace
from typing import Any

import docx
import pytest

from qingzhuang.letters.document import as_docx
from qingzhuang.letters.paper import FULL, SMALL
from qingzhuang.letters.plain import as_text
from qingzhuang.letters.slip import Slip, slip
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checked import Checked, Matter
from tests.findings import finding_of

TEXT = "关于打卡的通知\n请各村每天在“青禾通”上打卡，问张三13800001234。"
PROVISIONS = {code: each.provision for code, each in encoded().items()}


def finding(code: str, marked: str = "每天在“青禾通”上打卡") -> Finding:
    return finding_of(code, TEXT, marked)


def letter(*found: Finding, matter: Matter = Matter.NOTICE) -> Slip:
    made = slip([Checked("通知.txt", matter, found, 2, TEXT, title="关于打卡的通知")], PROVISIONS)
    assert made is not None
    return made


BREACH, DUTY, REASON = finding("APP26-P2"), finding("OP23-12"), finding("RG24-13c")
FORM = replace(
    REASON,
    where="表!B2",
    text="",
    start=None,
    end=None,
    subject="关于打卡的通知",
    notes=tuple(f"表!{cell} {item}：《残疾人花名册》{cell}" for cell, item in zip(("B2", "C2"), ("姓名", "电话"), strict=True)),
)  # fmt: skip


def test_a_breach_asks_to_adjust_and_leaves_the_decision() -> None:
    text = as_text(letter(BREACH))
    assert text.startswith("关于商请调整《关于打卡的通知》有关要求的函\n\n贵单位：\n")
    assert "第2行“每天在‘青禾通’上打卡”" in text
    assert "12号）五项禁止（二）（条号未核）：“" in text
    assert f"可以这样：{BREACH.rewrite}" in text
    assert "由贵单位决定" in text
    assert "盼复" in text
    assert "【每天在“青禾通”上打卡】" in text


@pytest.mark.parametrize("code", sorted(encoded()))
def test_no_letter_of_any_rule_passes_a_sentence(code: str) -> None:
    text = as_text(letter(finding(code)))
    assert not any(
        word in text.replace(encoded()[code].provision.words, "") for word in ("违反", "违法", "违规")
    )


def test_a_reason_is_asked_for_kindly() -> None:
    made = letter(REASON)
    assert made.title == "关于请告知《关于打卡的通知》有关要求理由的函"
    assert "请告知理由" in as_text(made)


def test_advice_is_advice() -> None:
    made = letter(replace(REASON, gravity=Gravity.ADVICE))
    assert made.title == "关于《关于打卡的通知》有关要求的建议"
    assert "没有核对到明文的禁止" in as_text(made)


def test_sections_stand_by_how_they_may_be_spoken_of() -> None:
    made = letter(REASON, DUTY, BREACH)
    assert [each.heading for each in made.sections] == ["一、请调整的", "二、请补上的", "三、请告知理由的"]


def test_words_that_were_not_read_stand_without_quotation_marks() -> None:
    told = finding("OP23-06d")
    text = as_text(letter(told))
    assert f"“{told.words}" not in text
    assert f"据转述：{told.words.rstrip('；。')}" in text
    assert "以正式文本为准" in text


def test_the_form_that_asks_it_already_is_named() -> None:
    text = as_text(letter(FORM, matter=Matter.FORM))
    assert "这些别的表已经在问：姓名，见《残疾人花名册》B2；电话，见《残疾人花名册》C2。" in text


def test_questions_for_our_own_side_are_no_letter() -> None:
    asked = replace(BREACH, gravity=Gravity.ASK)
    assert slip([Checked("通知.txt", Matter.NOTICE, (asked,), 1, TEXT)], PROVISIONS) is None


def test_a_passage_stands_once_whatever_the_number_of_rules() -> None:
    (one,) = letter(BREACH, REASON, DUTY).annex
    assert one.count == 3


def test_private_numbers_do_not_travel() -> None:
    assert "13800001234" not in as_text(letter(finding("APP26-P2", "问张三13800001234")))


def test_long_lists_go_to_the_annex() -> None:
    things = [replace(BREACH, text="", start=None, subject=f"应用{n}", where=f"表!F{n}") for n in range(9)]
    made = letter(*things, matter=Matter.REGISTER)
    assert "应用2（表!F2）等 9 处" in made.sections[0].points[0].what
    assert "应用8（表!F8）" in made.annex[0].text
    assert made.title == "关于商请核对《关于打卡的通知》所列事项的函"


def opened(made: Slip) -> Any:
    return docx.Document(io.BytesIO(as_docx(made)))


def test_the_document_is_a4_with_blanks_to_sign() -> None:
    made = opened(letter(BREACH))
    assert [round(each.mm) for each in (made.sections[0].page_width, made.sections[0].page_height)] == [
        210,
        297,
    ]
    said = [each.text for each in made.paragraphs]
    assert said[0] == "关于商请调整《关于打卡的通知》有关要求的函"
    assert any("年　　月　　日" in each for each in said)
    marked = [run.text for each in made.paragraphs for run in each.runs if run.underline]
    assert marked == ["每天在“青禾通”上打卡"]
    assert made.core_properties.author == ""


def test_a_long_letter_is_set_smaller() -> None:
    few, many = letter(BREACH), letter(*(finding(code) for code in sorted(encoded())[:6]))
    sizes = [opened(made).paragraphs[3].runs[0].font.size.pt for made in (few, many)]
    assert sizes == [FULL, SMALL]
