"""`qz ask` prints each question once, with whom to ask and what it fills."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli import ledger as ledger_command
from qingzhuang.cli.ask import command
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.commands import record
from tests.answer.known import person, said

WANG = person(date(1980, 3, 5), 2, "王乙")


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    for title, heads in (
        ("党员花名册", ["姓名", "性别", "年龄", "联系电话"]),
        ("党员信息登记表", ["姓名", "出生日期", "联系电话"]),
    ):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append([title])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
        sheet.append(heads)
        book.save(tmp_path / f"{title}.xlsx")
    return tmp_path


@pytest.fixture
def told(db: None) -> Callable[[], None]:
    def tell() -> None:
        facts = {"person.name": "王乙", "party.is_member": "是"}
        record([said(WANG, key, value).fact for key, value in facts.items()])

    return tell


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def ledger(*words: str) -> Result:
    return CliRunner().invoke(ledger_command.command, words)


def test_one_id_number_is_asked_instead_of_sex_age_and_birth(forms: Path, told: Callable[[], None]) -> None:
    told()
    result = run(forms, "--as-of", "2026-06-30")
    assert result.exit_code == 0
    assert "一共 2 个问题，问完能填好 5 格。" in result.output
    assert "公民身份号码（填 3 格，2 张表）可以问公安。" in result.output
    assert WANG.key not in result.output


def test_a_program_gets_all_of_it(forms: Path, told: Callable[[], None]) -> None:
    told()
    questions = json.loads(run(forms, "--as-of", "2026-06-30", "--format", "json").stdout)["questions"]
    assert [(each["element"], each["cells"]) for each in questions] == [
        ("person.id_no", 3),
        ("person.phone", 2),
    ]
    assert sorted(questions[1]["forms"]) == ["党员信息登记表.xlsx", "党员花名册.xlsx"]


def test_a_stale_fact_is_shown_with_its_day_to_be_confirmed(forms: Path, told: Callable[[], None]) -> None:
    told()
    record([said(WANG, "person.phone", "13900000001", until=date(2026, 3, 1)).fact])
    assert "上次是“13900000001”，2026-01-01 的，还对吗？" in run(forms, "--as-of", "2026-06-30").output


def test_a_conflict_is_shown_with_its_sources(forms: Path, told: Callable[[], None]) -> None:
    told()
    other = said(WANG, "person.phone", "13900000002", by="甲.xlsx").fact
    record([said(WANG, "person.phone", "13900000001", by="乙.xlsx").fact])
    record([replace(other, recorder="别人")])
    assert "说法不一" in run(forms, "--as-of", "2026-06-30").output


def test_a_long_list_is_cut_and_says_so(forms: Path, told: Callable[[], None]) -> None:
    told()
    assert "还有 1 个，加 --limit 0 全部列出。" in run(forms, "--as-of", "2026-06-30", "--limit", "1").output


def test_a_file_that_cannot_be_read_does_not_stop_the_others(forms: Path, told: Callable[[], None]) -> None:
    told()
    (forms / "坏.xlsx").write_bytes(b"nothing")
    result = run(forms, "--as-of", "2026-06-30")
    assert result.exit_code == 1
    assert "一共 2 个问题" in result.output


def test_a_list_of_unknown_people_is_said_first_not_counted_as_no_question(db: None, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "身份证号", "备注"])
    book.save(tmp_path / "foreign.xlsx")
    result = run(tmp_path)
    assert "另有 1 张表没有读懂要列谁" in result.stdout
    assert "--subject" in result.stderr


def test_a_letter_is_no_form_with_nothing_left_to_ask(db: None, tmp_path: Path) -> None:
    letter = docx.Document()
    letter.add_paragraph("各村：请于6月1日前完成排查。")
    letter.save(str(tmp_path / "通知.docx"))
    result = run(tmp_path / "通知.docx")
    assert result.exit_code == 1
    assert "QZ-R009" in result.stderr


def test_whom_nobody_knows_to_be_meant_is_one_question_with_a_way_to_answer(forms: Path, db: None) -> None:
    record([said(WANG, "person.name", "王乙").fact])
    result = run(forms)
    assert f"是不是“中共党员”：王乙（{WANG.key[-4:]}） 1 个看不出，2 张表没有列上" in result.output
    assert "QZ-F103" not in result.output
    told = json.loads(run(forms, "--format", "json").stdout)
    (listed,) = told["undecided"]
    assert (listed["element"], listed["value"], told["total"]) == (
        "party.is_member",
        "是",
        {"questions": 1, "cells": 0},
    )
    assert ledger("settle", "王乙", "是否党员", "是", "--reason", "问过支部").exit_code == 0
    again = json.loads(run(forms, "--format", "json").stdout)
    assert again["undecided"] == []
    assert again["total"]["cells"] == 5


def test_a_bare_name_on_a_form_is_asked_about_and_the_answer_remembered(
    forms: Path, told: Callable[[], None]
) -> None:
    told()
    bare = Subject(SubjectKind.PERSON, "名=王乙;村=甲村", "王乙")
    record([said(bare, "person.phone", "13900000001").fact])
    result = run(forms)
    assert "王乙（村 甲村） 没有号码，是哪一个？" in result.output
    assert "1980 年生" in result.output
    assert WANG.key not in result.output
    assert ledger("same", "王乙（村 甲村）", f"王乙（{WANG.key[-4:]}）", "--reason", "问过").exit_code == 0
    again = run(forms)
    assert "是哪一个" not in again.output
    assert "联系电话" not in again.output


def month_of(forms: Path, *words: object) -> Result:
    return run(forms, "--as-of", "2026-11-26", "--month", "2026-12", *words)


@pytest.fixture
def monthly(forms: Path, told: Callable[[], None]) -> Path:
    told()
    lines = ["demands:", *(f"- {{file: {each.name}, times_per_year: 12}}" for each in forms.glob("*.xlsx"))]
    (forms / "demands.yaml").write_text("\n".join(lines), "utf-8")
    return forms


def test_a_year_asks_once_what_two_monthly_forms_ask_twelve_times(monthly: Path) -> None:
    found = json.loads(month_of(monthly, "--format", "json").stdout)
    asked = [(each["element"], each["month"]) for each in found["questions"]]
    assert asked == [("person.id_no", "2026-12"), ("person.phone", "2026-12")]
    assert found["total"]["asks"] == found["total"]["at_least"] == 2
    assert found["total"]["open"] == 4 * 12
    assert len(found["calendar"]) == 12
    said_aloud = month_of(monthly)
    assert "2026-12 要问 2 项，2027-01 问 0 项。" in said_aloud.stdout
    assert "省下 11 次" in said_aloud.stdout
    assert WANG.key not in said_aloud.stdout


def test_the_year_has_a_certificate_that_anybody_checks(monthly: Path, tmp_path: Path) -> None:
    kept = tmp_path / "证明.json"
    assert month_of(monthly, "--certificate", kept).exit_code == 0
    assert "不能更少" in run("--verify", kept).stdout
    assert "王乙" not in kept.read_text("utf-8")
    tree = json.loads(kept.read_text("utf-8"))
    tree["parts"][0]["asked"] = []
    kept.write_text(json.dumps(tree), "utf-8")
    false = run("--verify", kept)
    assert false.exit_code == 1
    assert "QZ-L141" in false.stderr
    kept.write_text('{"parts": [1]}', "utf-8")
    assert "QZ-L140" in run("--verify", kept).stderr


def test_what_a_weekly_form_lacks_is_counted_once_a_month_in_the_text_and_in_the_certificate(
    monthly: Path, tmp_path: Path
) -> None:
    told = (monthly / "demands.yaml").read_text("utf-8")
    (monthly / "demands.yaml").write_text(told.replace("12", "52", 1), "utf-8")
    kept = tmp_path / "证明.json"
    lacking = json.loads(month_of(monthly, "--certificate", kept, "--format", "json").stdout)["total"]["open"]
    assert json.loads(kept.read_text("utf-8"))["open"] == lacking == 4 * 12
    assert f"当月台账里没有的 {lacking} 项" in month_of(monthly).stdout
    assert f"当月台账没有的 {lacking} 项" in run("--verify", kept).stdout


def test_a_certificate_that_says_another_sum_than_its_parts_does_not_hold(
    monthly: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "证明.json"
    month_of(monthly, "--certificate", kept)
    tree = json.loads(kept.read_text("utf-8"))
    for name in ("open", "asked", "at_least"):
        kept.write_text(json.dumps({**tree, name: tree[name] - 1}), "utf-8")
        assert "数出来是" in run("--verify", kept).stderr


def test_a_month_that_is_over_or_none_is_refused(forms: Path, told: Callable[[], None]) -> None:
    told()
    for word in ("2026-10", "十二月", "2026-13"):
        assert run(forms, "--as-of", "2026-11-26", "--month", word).exit_code == 2
