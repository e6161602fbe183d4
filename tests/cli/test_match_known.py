"""`qz match 新表 --known 表格`: column by column, from which form it could be taken."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from qingzhuang.cli.match import command
from tests.pipeline.drafts import sheet


@pytest.fixture
def county(tmp_path: Path) -> Path:
    known = tmp_path / "表格"
    known.mkdir()
    (known / "一.xlsx").write_bytes(sheet("农户基本情况表", ["姓名", "身份证号", "电话", "备注"]))
    (known / "二.xlsx").write_bytes(sheet("特种设备台账", ["设备名称", "使用年限"]))
    (tmp_path / "新.xlsx").write_bytes(sheet("农户走访表", ["姓名", "出生日期", "手机号码", "血型", "备注"]))
    return tmp_path


def run(county: Path, *words: str) -> str:
    found = CliRunner().invoke(command, [str(county / "新.xlsx"), "--known", str(county / "表格"), *words])
    assert found.exit_code == 0, found.stderr
    return found.stdout


def test_each_column_tells_where_it_is_asked_already_or_what_it_follows_from(county: Path) -> None:
    columns = {each["item"]: each["known"] for each in json.loads(run(county, "--format", "json"))["columns"]}
    assert set(columns) == {"姓名", "出生日期", "手机号码", "血型"}  # a remark is no fact
    assert [each["verdict"] for each in columns["姓名"]] == ["equal"]
    assert (columns["出生日期"][0]["verdict"], columns["出生日期"][0]["file"]) == ("derivable", "一.xlsx")
    assert columns["血型"] == []
    assert all(each["verdict"] != "equal" for each in columns["手机号码"])


def test_it_is_said_in_words_too(county: Path) -> None:
    said = run(county)
    assert said.startswith("4 栏，2 栏别的表已经在要，或推得出。")
    assert "血型  没有" in said
