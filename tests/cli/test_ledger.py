"""`qz ledger` says in plain words what an import did, what is known and what disagrees."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.ledger import command
from qingzhuang.model.id_number import check_character

WANG = "99010119450302122" + check_character("99010119450302122")
File = Callable[..., Path]


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))


@pytest.fixture
def file(tmp_path: Path) -> File:
    def write(name: str, phone: str, *, title: str = "低保对象花名册") -> Path:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.append([title])
        page.merge_cells("A1:C1")
        page.append(["姓名", "身份证号", "联系电话"])
        page.append(["王桂香", WANG, phone])
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def test_import_counts_and_the_second_time_changes_nothing(file: File) -> None:
    path = file("低保花名册.xlsx", "13900000001")
    first, second = run("import", path), run("import", path)
    assert first.exit_code == second.exit_code == 0
    assert "新记 3" in first.output
    assert "新记 0" in second.output
    assert "没有变 3" in second.output


def test_a_corrected_file_shows_old_and_new(file: File) -> None:
    run("import", file("低保花名册.xlsx", "13900000001"))
    done = run("import", file("低保花名册.xlsx", "13900000002"))
    assert "改了 1" in done.output
    assert "0001 → *******0002" in done.output


def test_conflicts_are_listed_with_their_sources_and_masked(file: File) -> None:
    assert "没有不一致" in run("conflicts").output
    run("import", file("低保花名册.xlsx", "13900000001"), file("残疾人台账.xlsx", "13900000002"))
    done = run("conflicts")
    assert "低保花名册.xlsx" in done.output
    assert "残疾人台账.xlsx" in done.output
    assert "13900000001" not in done.output
    assert "13900000001" in run("conflicts", "--full").output
    (found,) = map(json.loads, run("conflicts", "--format", "json").output.splitlines())
    assert found["element"] == "person.phone"
    assert {each["value"] for each in found["values"]} == {"13900000001", "13900000002"}


@pytest.mark.parametrize("asked", ["王桂香", WANG, WANG[-4:]])
def test_show_finds_by_name_number_and_tail_and_masks(file: File, asked: str) -> None:
    run("import", file("低保花名册.xlsx", "13900000001"), "--as-of", "2026-03-01", "--recorder", "赵会计")
    done = run("show", asked)
    assert done.exit_code == 0
    assert "低保花名册.xlsx" in done.output
    assert "2026-03-01" in done.output
    assert WANG not in done.output
    assert WANG in run("show", asked, "--full").output
    shown = json.loads(run("show", asked, "--format", "json").output)
    assert shown["key"] == WANG
    (phone,) = (each for each in shown["facts"] if each["element"] == "person.phone")
    assert phone["values"][0]["recorder"] == "赵会计"


def test_history_tells_what_was_corrected(file: File) -> None:
    run("import", file("低保花名册.xlsx", "13900000001"))
    run("import", file("低保花名册.xlsx", "13900000002"))
    assert "新版改了" in run("show", "王桂香", "--history").output


def test_nobody_is_a_problem_and_so_is_a_missing_file() -> None:
    """As with every command: what is not there is told, the rest is done, the exit code is 1."""
    done = run("show", "没有这个人")
    assert done.exit_code == 1
    assert "QZ-L004" in done.output
    missing = run("import", "没有这个文件.xlsx")
    assert missing.exit_code == 1
    assert "没有这个文件.xlsx" in missing.output


def test_a_problem_says_in_which_of_many_files_it_stands(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (["低保花名册"], ["姓名", "身份证号"], ["甲一", "990101199902300011"]):
        book.worksheets[0].append(line)
    book.save(tmp_path / "花名册.xlsx")
    assert "花名册.xlsx Sheet!B3：" in run("import", tmp_path).output


def test_a_form_without_records_says_so_and_prints_no_row_of_noughts(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (["低保花名册"], ["姓名", "身份证号"]):
        book.worksheets[0].append(line)
    book.save(tmp_path / "空表.xlsx")
    done = run("import", tmp_path)
    assert "空表.xlsx：没有可记的内容。" in done.output
    assert "没有变 0" not in done.output


def test_a_broken_file_does_not_stop_the_others(file: File, tmp_path: Path) -> None:
    broken = tmp_path / "坏的.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    done = run("import", broken, file("低保花名册.xlsx", "13900000001"), "--format", "json")
    assert done.exit_code == 1
    first, second = map(json.loads, done.output.splitlines())
    assert first["problems"][0]["code"].startswith("QZ-R")
    assert second["new"] == 3


def test_a_home_that_cannot_be_made_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "file" / "home"))
    done = run("conflicts")
    if "sqlite" in str(__import__("django.db").db.connection.vendor):
        assert done.exit_code == 1
        assert "QZ-L003" in done.output


def _people(path: Path, *rows: list[str], title: str = "村民信息表") -> Path:
    book = openpyxl.Workbook()
    for line in ([title], ["姓名", "身份证号", "联系电话"], *rows):
        book.worksheets[0].append(line)
    book.worksheets[0].merge_cells("A1:C1")
    book.save(path)
    return path


def _number(order: int) -> str:
    first17 = f"99010119700101{order:03}"
    return first17 + check_character(first17)


def test_show_prefers_the_exact_name_and_counts_the_others(tmp_path: Path) -> None:
    names = ["王某5", *(f"王某5{n}" for n in range(7))]
    run("import", _people(tmp_path / "a.xlsx", *([name, _number(n), ""] for n, name in enumerate(names))))
    done = run("show", "王某5")
    assert done.output.count("人 王某5") == 1
    assert "另有 7 个" in done.output


def test_many_conflicts_are_listed_up_to_a_limit_and_counted(tmp_path: Path) -> None:
    for file, first in (("甲.xlsx", "1390000"), ("乙.xlsx", "1380000")):
        run("import", _people(tmp_path / file, *(["甲一", _number(n), f"{first}{n:04}"] for n in range(25))))
    assert run("conflicts").output.count("甲.xlsx") == 20
    assert "还有 5 处" in run("conflicts").output
    assert "共 25 处" in run("conflicts").output
    assert run("conflicts", "--limit", "0").output.count("甲.xlsx") == 25
    assert len(run("conflicts", "--format", "json").output.splitlines()) == 25


def test_a_heads_phone_in_a_roll_of_households_is_held_against_the_roll_of_people(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in (
        ["农户信息表"],
        ["户编号", "户主姓名", "户主身份证号", "户主联系电话"],
        ["H1", "王甲", _number(1), "13900000001"],
    ):
        book.worksheets[0].append(line)
    book.worksheets[0].merge_cells("A1:D1")
    book.save(tmp_path / "户.xlsx")
    run("import", tmp_path / "户.xlsx", _people(tmp_path / "人.xlsx", ["王甲", _number(1), "13900000002"]))
    (found,) = map(json.loads, run("conflicts", "--format", "json").output.splitlines())
    assert found["element"] == "person.phone"
    assert {each["value"] for each in found["values"]} == {"13900000001", "13900000002"}
