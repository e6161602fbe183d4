"""`qz fill 检查表… --visit 填好的`: one visit, several bureaus' lists."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.fill import command
from tests.pipeline.test_same_visit import FIRE, GAS, SHOP, word, xlsx


@pytest.fixture
def lists(db: None, tmp_path: Path) -> Path:
    filled = xlsx("商铺消防安全检查表", FIRE, ("是", "是", "否", ""), SHOP, "2026-11-20")
    (tmp_path / "消防.xlsx").write_bytes(filled)
    folder = tmp_path / "别家"
    folder.mkdir()
    (folder / "燃气.xlsx").write_bytes(xlsx("餐饮场所燃气安全检查表", GAS))
    (folder / "食品.docx").write_bytes(word("小餐饮食品安全检查表", (*GAS, "灭火器是否符合要求")))
    return tmp_path


def run(lists: Path, *words: str) -> Result:
    visited = ["--visit", str(lists / "消防.xlsx"), "-o", str(lists / "填好")]
    return CliRunner().invoke(command, [str(lists / "别家"), *visited, *words])


def test_both_lists_are_filled_where_they_ask_the_same_and_say_from_which_point(lists: Path) -> None:
    found = run(lists, "--as-of", "2026-11-26", "--format", "json")
    files = {Path(each["file"]).name: each for each in json.loads(found.stdout)["files"]}
    assert {name: bool(each["output"]) for name, each in files.items()} == {
        "燃气.xlsx": True,
        "食品.docx": True,
    }
    said = {each["code"]: each["message"] for each in files["食品.docx"]["problems"]}
    assert "有无过期灭火器 ← 灭火器是否在有效期内 是" in said["QZ-L183"]
    assert "灭火器是否符合要求" in said["QZ-L184"]


def test_what_was_seen_too_long_ago_fills_nothing(lists: Path) -> None:
    found = run(lists, "--as-of", "2027-11-26")
    assert "日子久了" in found.stderr + found.stdout
    assert not (lists / "填好").exists()


def test_a_visit_is_not_mixed_with_other_answers(lists: Path) -> None:
    assert run(lists, "--receipt").exit_code == 2
