"""`qz read` and `qz match` show what notes define, side by side; what stands in filled lists decides and is shown nowhere."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from qingzhuang.cli import match, read
from qingzhuang.model.id_number import check_character

FIRST = [f"99010119800701{number:03}" for number in range(12)]
IDS = [first + check_character(first) for first in FIRST]
PHONES = [f"1390000{number:04}" for number in range(12)]
CODES = [f"青{number:03}" for number in range(12)]


@pytest.fixture(autouse=True)
def _no_ledger(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has begun a ledger here."""
    monkeypatch.setenv("QZ_HOME", str(tmp_path_factory.mktemp("home") / "none"))
    monkeypatch.delenv("QZ_DATABASE_URL", raising=False)


def write(path: Path, title: str, head: list[str], rows: list[list[str]], note: str = "") -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([title], head, *rows, *([[note]] if note else [])):
        sheet.append(row)
    book.save(path)


def run(name: str, *words: str) -> str:
    command = {"read": read.command, "match": match.command}[name]
    return CliRunner().invoke(command, list(words)).stdout


def test_both_definitions_are_told(tmp_path: Path) -> None:
    for name, note in (("甲", "注：老年人指65周岁以上。"), ("乙", "注：老年人指年满60周岁的人。")):
        write(tmp_path / f"{name}.xlsx", "各村人口情况统计表", ["村名", "老年人数"], [["", ""]], note)
    told = run("read", str(tmp_path / "甲.xlsx"), "--format", "text")
    assert "口径：老年人数：65周岁及以上" in told
    (found,) = json.loads(run("read", str(tmp_path / "甲.xlsx")))["definitions"]
    assert found["items"] == ["老年人数"]
    assert found["says"] == {"ages": {"low": 65, "high": None, "nominal": False}}
    links = json.loads(run("match", str(tmp_path), "--format", "json"))["alike"]
    (link,) = [each for each in links if each["rule"] == "F01-definition"]
    assert [side["ages"]["low"] for side in link["definitions"]] in ([65, 60], [60, 65])


def test_no_value_of_a_filled_list_is_shown(tmp_path: Path) -> None:
    for name, values in (("甲", PHONES), ("乙", CODES)):
        rows = [["张一", number, value] for number, value in zip(IDS, values, strict=True)]
        write(tmp_path / f"{name}.xlsx", "人员花名册", ["姓名", "身份证号", "联系电话"], rows)
    for output in ("text", "json"):
        told = run("match", str(tmp_path), "--format", output)
        assert "电话号码" in told
        assert not any(value in told for value in (*IDS, *PHONES, *CODES, "张一"))
