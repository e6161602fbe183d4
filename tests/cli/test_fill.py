"""`qz fill` writes answers into the issuers' files, never over them, whole or not at all, and says what is missing."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.answer import fill as writer
from qingzhuang.cli.ask import command as ask_command
from qingzhuang.cli.fill import command
from qingzhuang.cli.fill_data import parse_answers
from qingzhuang.cli.fill_report import FileResult, report
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_write import Outputs, safe_name
from qingzhuang.model.answers import Filled
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.ledger.commands import record
from tests.answer.known import person, said
from tests.intake.xlsform.forms import survey

Given = Callable[[Any], Path]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["老年人名册"])
    sheet.merge_cells("A1:D1")
    sheet.append(["填报单位：", None, None, None])
    sheet.append(["姓名", "身份证号", "年龄", "联系电话"])
    path = tmp_path / "forms" / "老年人名册.xlsx"
    path.parent.mkdir()
    book.save(path)
    return path


@pytest.fixture
def given(tmp_path: Path) -> Given:
    def write(document: Any) -> Path:
        path = tmp_path / "data.json"
        path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        return path

    return write


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def rows(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


ANSWERS: Mapping[str, object] = {
    "rows": [{"姓名": "李甲", "身份证号": "990101194007010017", "年龄": 85}],
    "cards": {"填报单位": "东庄村"},
}


def test_answers_land_in_the_template_under_its_own_name(
    template: Path, given: Given, tmp_path: Path
) -> None:
    result = run(template, "-o", tmp_path / "out", "--data", given(ANSWERS))
    assert result.exit_code == 0
    assert "填了 4 格" in result.output
    filled = rows(tmp_path / "out" / template.name)
    assert filled[1][0] == "填报单位：东庄村"
    assert filled[3] == ("李甲", "990101194007010017", 85, None)


def test_the_template_itself_stays_as_it_was(template: Path, given: Given) -> None:
    before = template.read_bytes()
    result = run(template, "-o", template.parent, "--data", given(ANSWERS))
    assert result.exit_code == 1
    assert "QZ-F120" in result.output
    assert template.read_bytes() == before
    assert list(template.parent.iterdir()) == [template]


def test_filling_again_replaces_what_was_filled_before(template: Path, given: Given, tmp_path: Path) -> None:
    for age in (85, 86):
        answers = {"rows": [{"姓名": "李甲", "年龄": age}]}
        assert run(template, "-o", tmp_path / "out", "--data", given(answers)).exit_code == 0
    assert rows(tmp_path / "out" / template.name)[3][2] == 86
    assert [path.name for path in (tmp_path / "out").iterdir()] == [template.name]


def test_a_program_gets_one_json_document(template: Path, given: Given, tmp_path: Path) -> None:
    data = given({"rows": [{"姓名": "李甲", "没有这列": "x"}]})
    result = run(template, "-o", tmp_path / "out", "--data", data, "--format", "json")
    (file,) = json.loads(result.stdout)["files"]
    assert file["cells"] == 1
    assert file["problems"][0]["code"] == "QZ-F001"
    assert Path(file["output"]).is_file()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ('{"rows": [\n  {"姓名" "李甲"}]}', "QZ-F110", "第 2 行第 9 个字符"),
        ("[]", "QZ-F112", "rows"),
        ('{"row": []}', "QZ-F112", "rows"),
        ('{"rows": {}}', "QZ-F112", "rows"),
        ('{"cards": []}', "QZ-F112", "cards"),
        ('{"rows": [{"姓名": ["李甲"]}]}', "QZ-F113", "rows[0].姓名"),
        ('{"cards": {"年龄": NaN}}', "QZ-F113", "NaN"),
        ('{"cards": {"姓名": "甲", "姓名": "乙"}}', "QZ-F113", "姓名"),
        ("[" * 200_000, "QZ-F112", "括号"),
    ],
)
def test_json_that_cannot_be_used_says_where_and_nothing_is_written(
    template: Path, given: Given, tmp_path: Path, text: str, code: str, words: str
) -> None:
    result = run(template, "-o", tmp_path / "out", "--data", given(text))
    assert result.exit_code == 1
    assert code in result.output
    assert words in result.output
    assert not (tmp_path / "out").exists()


def test_data_in_another_encoding_is_named() -> None:
    with pytest.raises(ProblemError) as caught:
        parse_answers("d.json", '{"cards": {"姓名": "甲"}}'.encode("gb18030"))
    assert caught.value.problem.code == "QZ-F111"


def test_all_digits_of_a_number_written_without_quotation_marks_are_kept() -> None:
    answers = parse_answers(
        "d.json", b'\xef\xbb\xbf{"cards": {"a": 990101194007010017, "b": 12, "c": true, "d": null}}'
    )
    assert answers.cards == {"a": "990101194007010017", "b": 12, "c": True, "d": None}


def test_a_number_of_thousands_of_digits_is_kept_as_text() -> None:
    assert parse_answers("d.json", b'{"cards": {"a": ' + b"9" * 5000 + b"}}").cards == {"a": "9" * 5000}


def test_a_file_that_is_not_there_is_named(tmp_path: Path, given: Given) -> None:
    result = run(tmp_path / "没有.xlsx", "-o", tmp_path / "out", "--data", given(ANSWERS))
    assert (result.exit_code, "QZ-F122" in result.output) == (1, True)
    with pytest.raises(ProblemError):
        load(tmp_path)


def test_data_is_for_one_template(template: Path, given: Given, tmp_path: Path) -> None:
    assert run(template, template, "-o", tmp_path / "out", "--data", given(ANSWERS)).exit_code == 2
    assert run("-o", tmp_path / "out").exit_code == 2


def test_a_broken_template_leaves_nothing_half_written(given: Given, tmp_path: Path) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 not really")
    result = run(broken, "-o", tmp_path / "out", "--data", given(ANSWERS))
    assert result.exit_code == 1
    assert "QZ-R" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../名册.xlsx", "名册.xlsx"),
        ("..\\名册.xlsx", "名册.xlsx"),
        ("..", "_"),
        ("a\n\u202eb:c?.xlsx", "a__b_c_.xlsx"),
        ("长" * 100 + ".xlsx", "长" * 66 + ".xlsx"),
    ],
)
def test_a_name_never_leads_out_of_the_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_an_old_format_filled_as_a_new_one_gets_the_suffix_of_the_new_one() -> None:
    assert safe_name("名册.xls", b"PK\x03\x04") == "名册.xlsx"
    assert safe_name("名册.DOC", b"PK\x03\x04") == "名册.docx"
    assert safe_name("名册.xls", b"\xd0\xcf\x11\xe0") == "名册.xls"


def test_two_templates_of_one_name_are_both_kept(tmp_path: Path) -> None:
    outputs = Outputs(tmp_path, [])
    saved = [outputs.save(name, b"x").name for name in ("甲.xlsx", "甲.XLSX", "../甲.xlsx")]
    assert saved == ["甲.xlsx", "甲-2.XLSX", "甲-3.xlsx"]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(ProblemError) as caught:
        Outputs(tmp_path / "out", []).save("甲.xlsx", b"x")
    assert caught.value.problem.code == "QZ-F121"


def test_a_link_in_the_folder_is_replaced_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.xlsx"
    elsewhere.write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "甲.xlsx").symlink_to(elsewhere)
    Outputs(tmp_path / "out", []).save("甲.xlsx", b"new")
    assert elsewhere.read_bytes() == b"mine"


LI, WANG = person(date(1940, 7, 1), 1, "李甲"), person(date(1980, 3, 5), 2, "王乙")


@pytest.fixture
def told(db: None) -> None:
    """A ledger in which two people of one village are known."""
    facts = {
        LI: {"person.name": "李甲", "person.id_no": LI.key, "place.village": "东庄村"},
        WANG: {"person.name": "王乙", "person.id_no": WANG.key, "place.village": "西庄村"},
    }
    record([said(who, key, value).fact for who, values in facts.items() for key, value in values.items()])


@pytest.mark.usefixtures("told")
def test_from_the_ledger_each_form_gets_its_people_and_the_rest_is_listed(
    template: Path, tmp_path: Path
) -> None:
    result = run(template, "-o", tmp_path / "out", "--as-of", "2026-06-30")
    assert result.exit_code == 0
    assert rows(tmp_path / "out" / template.name)[3] == ("李甲", LI.key, 85, None)
    assert "还缺 联系电话：1 格" in result.output


@pytest.mark.usefixtures("told")
def test_what_is_open_is_the_same_number_as_qz_ask_gives(template: Path, tmp_path: Path) -> None:
    words = ("--as-of", "2026-06-30")
    filled = run(template, "-o", tmp_path / "out", *words)
    asked = CliRunner().invoke(ask_command, [str(template), *words]).output.splitlines()[0]
    assert asked.startswith("一共 1 个问题，问完能填好 1 格。")
    assert f"还缺的：{asked}" in filled.output
    told = json.loads(run(template, "-o", tmp_path / "out", *words, "--format", "json").stdout)
    assert told["total"] == {"questions": 1, "cells": 1}


@pytest.mark.usefixtures("told")
def test_one_bad_file_does_not_stop_the_others(template: Path, tmp_path: Path) -> None:
    (template.parent / "坏.xlsx").write_bytes(b"nothing")
    result = run(template.parent, "-o", tmp_path / "out", "--as-of", "2026-06-30")
    assert result.exit_code == 1
    assert (tmp_path / "out" / template.name).is_file()


@pytest.mark.usefixtures("told")
def test_a_file_that_nobody_foresaw_does_not_stop_the_others_either(
    template: Path, tmp_path: Path, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = template.parent / "怪.xlsx"
    odd.write_bytes(template.read_bytes())

    def fill(file: str, *rest: Any, **more: Any) -> Filled:
        if file == odd.name:
            raise ZeroDivisionError
        return writer.fill(file, *rest, **more)

    monkeypatch.setattr("qingzhuang.cli.fill_ledger.fill", fill)
    monkeypatch.setattr("qingzhuang.pipeline.filling.fill", fill)
    result = run(template.parent, "-o", tmp_path / "out", "--as-of", "2026-06-30")
    assert "QZ-C001" in result.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == [template.name]
    alone = run(odd, "-o", tmp_path / "alone", "--data", given(ANSWERS))
    assert "QZ-C001" in alone.output
    assert not (tmp_path / "alone").exists()


@pytest.mark.usefixtures("told")
def test_a_scope_limits_a_form_to_its_villages(template: Path, tmp_path: Path) -> None:
    run(template, "-o", tmp_path / "out", "--as-of", "2026-06-30", "--scope", "西庄村")
    filled = rows(tmp_path / "out" / template.name)
    assert filled[1][0] == "填报单位：西庄村"
    assert not any("李甲" in row for row in filled)


@pytest.mark.usefixtures("told")
def test_a_card_is_filled_once_for_each_person_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["居民信息登记卡"], ["姓名", None, "性别", None], ["身份证号", None, "出生日期", None]):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    book.save(tmp_path / "登记卡.xlsx")
    card = tmp_path / "登记卡.xlsx"
    result = run(card, "-o", tmp_path / "out", "--subject", LI.key, "--subject", "王乙")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "登记卡-李甲.xlsx",
        "登记卡-王乙.xlsx",
    ]
    assert rows(tmp_path / "out" / "登记卡-王乙.xlsx")[1][:2] == ("姓名", "王乙")
    assert "QZ-F105" in run(card, "-o", tmp_path / "out").output


def test_every_problem_says_in_which_file_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    problems = (
        Problem("QZ-F041", "表!E6", "太窄。", "请拉宽。"),
        Problem("QZ-F103", "名册.xlsx", "没有列上。", "请补。"),
    )
    report([FileResult("forms/名册.xlsx", None, problems=problems)], "text")
    assert [line.partition("：")[0] for line in capsys.readouterr().err.splitlines()] == [
        "名册.xlsx 表!E6",
        "名册.xlsx",
    ]


@pytest.mark.usefixtures("told")
def test_an_xlsform_is_refused_before_anybody_is_asked_whom_to_fill_in(tmp_path: Path) -> None:
    text = survey("text | a | 姓名", "text | b | 身份证号")
    (tmp_path / "问.md").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(command, [str(tmp_path / "问.md"), "-o", str(tmp_path / "出")])
    assert "QZ-F033" in result.output
    assert "QZ-F105" not in result.output
