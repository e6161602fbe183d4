"""`qz match review`: one key for each pair, at the terminal, as data, and as a file for other offices."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group
from qingzhuang.store.home import LEDGER

HEADS = {"困难群众花名册": "夜间看护安排", "高龄老人台账": "夜间看护工作安排"}


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / LEDGER).touch()
    monkeypatch.setenv("QZ_HOME", str(home))


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    folder = tmp_path / "表格"
    folder.mkdir()
    for title, label in HEADS.items():
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.append([title])
        page.merge_cells("A1:C1")
        page.append(["姓名", "身份证号", label])
        book.save(folder / f"{title}.xlsx")
    return folder


def run(*words: object, keys: str = "") -> Result:
    return CliRunner().invoke(group, ["match", *(str(word) for word in words)], input=keys)


def document(forms: Path, who: str = "丙") -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(
        run("review", forms, "--format", "json", "--recorder", who).stdout
    )
    return found


def test_both_sides_are_shown_and_one_key_answers(forms: Path) -> None:
    shown = run("review", forms, "--recorder", "甲", keys="x\n1\n")
    assert shown.exit_code == 0
    for word in (*HEADS, *HEADS.values(), "旁边的栏：姓名、身份证号", "请按 1 到 5", "记下了"):
        assert word in shown.stdout
    again = run("review", forms, "--recorder", "乙", keys="1\n")
    assert again.exit_code == 0
    assert "没有要看的对子" in run("review", forms, "--recorder", "丙").stdout
    assert "2 件" not in run(forms).stdout
    assert (
        "夜间看护安排、夜间看护工作安排" in run(forms).stdout
        or "夜间看护工作安排、夜间看护安排" in run(forms).stdout
    )


def test_zero_stops_and_nothing_is_kept(forms: Path) -> None:
    assert run("review", forms, keys="0\n").exit_code == 0
    assert run("review", forms).exit_code == 0
    assert document(forms)["said"] == []


def test_as_data_it_says_the_pair_its_worth_and_what_was_said(forms: Path) -> None:
    found = document(forms)
    (asked,) = found["queue"]
    assert (asked["asks_freed"], asked["state"]) == (1.0, "open")
    assert 0 < asked["chance"] < 1
    for who in "甲乙":
        run("review", forms, "--recorder", who, keys="4\n")
    found = document(forms)
    assert found["queue"] == []
    assert {each["reply"] for each in found["said"]} == {"different"}
    number = found["said"][0]["number"]
    assert run("review", "--undo", number).exit_code == 0
    assert run("review", "--undo", number).exit_code == 1


def test_a_file_carries_it_to_another_office(forms: Path, tmp_path: Path) -> None:
    for who in "甲乙":
        run("review", forms, "--recorder", who, keys="4\n")
    file = tmp_path / "定过的.yaml"
    assert run("review", "--export", file).exit_code == 0
    for each in document(forms)["said"]:
        run("review", "--undo", each["number"])
    assert "会带进" in run("review", "--import", file, "--dry-run").stdout
    assert document(forms)["said"] == []
    assert "带进" in run("review", "--import", file).stdout
    assert document(forms)["queue"] == []
    assert "带进 0 条" in run("review", "--import", file).stdout
    forms.joinpath("别的.yaml").write_text("a: 1", encoding="utf-8")
    wrong = run("review", "--import", forms / "别的.yaml")
    assert (wrong.exit_code, "QZ-M003" in wrong.stderr) == (1, True)


def test_without_anything_it_says_what_to_give() -> None:
    assert run("review").exit_code == 2
    assert "review" in run("--help").stdout
    assert "按一个键" in run("review", "--help").stdout


def test_words_that_cannot_all_be_right_are_told_with_chain_and_cure(forms: Path) -> None:
    """A third form joins two columns that a fourth asks side by side."""
    for title, labels in {
        "独居老人台账": ["看护安排"],
        "看护对象花名册": [*HEADS.values()],
    }.items():
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.append([title])
        page.merge_cells("A1:D1")
        page.append(["姓名", "身份证号", *labels])
        book.save(forms / f"{title}.xlsx")
    for who in "甲乙":
        run("review", forms, "--recorder", who, keys="1\n" * 5)
    shown = run("review", forms, "--recorder", "甲").stdout
    for words in ("! 对不上", "《看护对象花名册》把这两栏并排着问", "说同一项（#", "请发表单位删掉一栏"):
        assert words in shown
    (alarm,) = document(forms)["alarms"]
    assert alarm["against"] == "form"
    assert {alarm["a"]["label"], alarm["b"]["label"]} == set(HEADS.values())
    assert {alarm["a"]["form"], alarm["b"]["form"]} == {"看护对象花名册"}
    assert all(step["said"] or step["why"] for step in alarm["chain"])
    assert sum(bool(step["said"]) for step in alarm["chain"]) == 2
    assert "! 对不上" in run(forms).stdout
    assert json.loads(run(forms, "--format", "json").stdout)["alarms"]


def test_what_one_form_asks_twice_is_asked_once_and_kept(forms: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["残疾人台账"])
    page.merge_cells("A1:D1")
    page.append(["姓名", "身份证号", "手机号码", "移动电话"])
    book.save(forms / "残疾人台账.xlsx")
    shown = run("review", forms, "--recorder", "甲", keys="5\n7\n4\n").stdout
    for words in ("一张表里好像问了两遍，第 1 处，共 1 处", "“手机号码”", "请按 1、4 或 5", "记下了"):
        assert words in shown
    (twice,) = document(forms)["twice"]
    assert twice["said"]["reply"] == "apart"
    assert "一张表里好像问了两遍" not in run("review", forms, "--recorder", "甲", keys="5\n").stdout


def test_two_persons_on_a_sample_and_their_agreement_at_the_terminal_and_as_data(tmp_path: Path) -> None:
    folder = tmp_path / "两个人"
    folder.mkdir()
    words = ("送餐", "陪诊", "理发", "助浴", "代购", "采买", "理疗", "读报", "陪聊", "晾晒", "修脚", "洗衣")
    for title, tail in (("困难群众花名册", "安排"), ("高龄老人台账", "工作安排")):
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.append([title])
        page.merge_cells("A1:N1")
        page.append(["姓名", "身份证号", *(f"{word}{tail}" for word in words)])
        book.save(folder / f"{title}.xlsx")
    first = run("review", folder, "--recorder", "甲", keys="1\n4\n" * 20).stdout
    waiting = document(folder)["agreement"]["waiting"]  # type: ignore[call-overload]
    assert waiting > 1
    assert f"还有 {waiting} 对等第二个人看" in first
    again = run("review", folder, "--recorder", "乙", keys="4\n1\n" * 20).stdout
    assert f"第 {waiting} 对，共 {waiting} 对" in again
    found: dict[str, Any] = document(folder)["agreement"]  # type: ignore[assignment]
    assert (found["pairs"], found["waiting"]) == (waiting, 0)
    assert f"两个人都看过 {waiting} 对，{found['agreed']} 对说得一样，κ {found['kappa']:.2f}" in again


def test_what_was_said_stands_in_the_data_with_form_and_row_and_says_whether_it_was_replaced(
    forms: Path,
) -> None:
    for key in ("5", "1"):
        run("review", forms, "--recorder", "甲", keys=f"{key}\n")
    said = document(forms)["said"]
    assert [(each["reply"], each["replaced"]) for each in said] == [("unknown", True), ("same", False)]
    for side in ("a", "b"):
        assert said[1][side]["label"] in HEADS.values()
        assert HEADS[said[1][side]["form"]] == said[1][side]["label"]
        assert "row" in said[1][side]


def test_the_guide_names_every_key_of_the_data(forms: Path) -> None:
    asked = document(forms)
    run("review", forms, "--recorder", "甲", keys="1\n")
    found = asked | {"said": document(forms)["said"]}
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "for-reviewers.md").read_text("utf-8")
    around = {"file", "place", "hint", "forms", "pair", "chance", "state"}  # told in words beside them
    told = {*found["queue"][0], *found["queue"][0]["a"], *found["said"][0], *found["agreement"]} - around
    assert {key for key in told if f"`{key}`" not in guide} == set()


def test_a_place_that_cannot_be_written_to_is_said_as_elsewhere(tmp_path: Path) -> None:
    result = run("review", "--export", tmp_path / "没有" / "定过的.yaml")
    assert result.exit_code == 1
    assert "写不进去（没有这个文件或文件夹）。" in result.stderr
    assert "QZ-F121" in result.stderr
