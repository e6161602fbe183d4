"""`qz ledger settle`, `withdraw`, `same`, `undo`: a clerk decides in plain words and can take it back."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.ledger import command
from qingzhuang.model.id_number import check_character


def number(first17: str) -> str:
    return first17 + check_character(first17)


WANG, LI = number("99010119450302122"), number("99010119621105567")
HEADS = ["姓名", "身份证号", "联系电话"]


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))


def bring(
    folder: Path, title: str, *rows: list[str], heads: list[str] = HEADS, words: tuple[str, ...] = ()
) -> Result:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    for row in (heads, *rows):
        page.append(row)
    book.save(folder / f"{title}.xlsx")
    return run("import", folder / f"{title}.xlsx", *words)


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


@pytest.fixture
def conflict(tmp_path: Path) -> Path:
    bring(tmp_path, "低保对象花名册", ["王桂香", WANG, "13900000001"])
    bring(tmp_path, "残疾人花名册", ["王桂香", WANG, "13900000002"])
    return tmp_path


@pytest.mark.parametrize("value", ["13900000001", "*******0001", "0001"])
@pytest.mark.parametrize("who", ["王桂香", f"王桂香（{WANG[-4:]}）", WANG, WANG[-4:]])
def test_a_conflict_is_settled_by_what_is_printed_of_it(conflict: Path, who: str, value: str) -> None:
    done = run("settle", who, "联系电话", value, "--reason", "电话打通了", "--recorder", "李网格")
    assert done.exit_code == 0
    assert "选定为 *******0001，别的 1 处不再算（电话打通了）" in done.output
    assert "没有不一致的内容" in run("conflicts").output
    told = run("show", "王桂香", "--history").output
    assert "李网格：王桂香" in told
    assert "选了别处的" in told


def test_undo_opens_the_question_again(conflict: Path) -> None:
    run("settle", "王桂香", "联系电话", "13900000001", "--reason", "打通了")
    done = run("undo", "--reason", "看错了")
    assert done.exit_code == 0
    assert "已撤回" in done.output
    assert "共 1 处" in run("conflicts").output
    assert run("undo").exit_code == 1


def test_a_program_gets_the_decision_and_the_problem(conflict: Path) -> None:
    done = json.loads(
        run("settle", "王桂香", "联系电话", "13900000003", "--reason", "新号", "--format", "json").stdout
    )
    assert (done["kind"], done["element"], done["value"], done["ended"]) == (
        "settled",
        "person.phone",
        "13900000003",
        2,
    )
    failed = run("settle", "没有这人", "联系电话", "1", "--reason", "新号", "--format", "json")
    assert failed.exit_code == 1
    assert json.loads(failed.stdout)["problems"][0]["code"] == "QZ-L004"


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("settle", "王桂香", "不知什么", "1", "--reason", "x"), "QZ-L008", 1),
        (("settle", "王桂香", "联系电话", "*9999", "--reason", "x"), "QZ-L009", 1),
        (("settle", "王桂香", "公民身份号码", "123", "--reason", "x"), "QZ-L009", 1),
        (("withdraw", "王桂香", "民族", "--reason", "x"), "QZ-L005", 1),
        (("withdraw", "王桂香"), "reason", 2),
        (("withdraw", "王桂香", "--value", "1", "--reason", "x"), "--value", 2),
        (("same", "王桂香", "王桂香", "--reason", "x"), "QZ-L002", 1),
        (("undo", "99"), "QZ-L006", 1),
    ],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(
    conflict: Path, words: tuple[str, ...], code: str, exit_code: int
) -> None:
    done = run(*words)
    assert done.exit_code == exit_code
    assert code in done.output
    assert "共 1 处" in run("conflicts").output


def test_a_person_is_withdrawn_and_the_same_file_does_not_bring_them_back(conflict: Path) -> None:
    assert "整个作废，共 6 处" in run("withdraw", "王桂香", "--reason", "搬走了").output
    again = run("import", conflict / "低保对象花名册.xlsx")
    assert "有 3 处是账里已经作废或没有选的说法" in again.output
    assert "搬走了" in run("show", "王桂香", "--history").output
    assert "联系电话" not in run("show", "王桂香").output
    run("undo")
    assert "共 1 处" in run("conflicts").output


def test_several_of_one_name_are_listed_and_none_is_touched(tmp_path: Path) -> None:
    bring(tmp_path, "党员花名册", ["王桂香", WANG, "13900000001"], ["王桂香", LI, "13900000002"])
    done = run("withdraw", "王桂香", "--reason", "搬走了")
    assert done.exit_code == 1
    assert f"人 王桂香（{WANG[-4:]}）、人 王桂香（{LI[-4:]}）" in done.output
    assert "QZ-L007" in done.output
    assert run("withdraw", f"王桂香({LI[-4:]})", "--reason", "搬走了").exit_code == 0


def test_a_name_without_a_number_is_said_to_be_somebody(tmp_path: Path) -> None:
    bring(tmp_path, "党员花名册", ["王桂香", WANG, ""])
    bring(tmp_path, "走访登记表", ["王桂香", "甲村", "13900000002"], heads=["姓名", "所在村", "联系电话"])
    done = run("same", "王桂香（村 甲村）", WANG, "--reason", "问过本人")
    assert done.exit_code == 0
    assert f"王桂香（村 甲村） 就是 王桂香（{WANG[-4:]}）" in done.output
    assert "*******0002" in run("show", WANG).output
    run("undo")
    assert "*******0002" not in run("show", WANG).output


def test_an_old_edition_is_told_as_history_and_not_as_a_change(tmp_path: Path) -> None:
    bring(tmp_path, "低保对象花名册", ["王桂香", WANG, "13900000001"], words=("--as-of", "2026-03-31"))
    bring(tmp_path, "低保对象花名册", ["王桂香", WANG, "13900000002"], words=("--as-of", "2026-03-31"))
    again = bring(
        tmp_path, "低保对象花名册", ["王桂香", WANG, "13900000003"], words=("--as-of", "2026-02-28")
    )
    assert "2026-02-28 的旧版，账里已有 2026-03-31 的新版" in again.output
    assert "改了" not in again.output
    assert "*******0002" in run("show", WANG).output


def test_an_old_edition_saved_anew_is_asked_about(tmp_path: Path) -> None:
    bring(tmp_path, "低保对象花名册", ["王桂香", WANG, "13900000001"])
    bring(tmp_path, "低保对象花名册", ["王桂香", WANG, "13900000002"])
    again = bring(tmp_path, "低保对象花名册", [" 王桂香", WANG, "13900000001"])
    assert again.exit_code == 1
    assert "像是旧版" in again.output
    assert "*******0002" in run("show", WANG).output
