"""Tip-offs listed in a spreadsheet are read row by row; the table by place is written for the overseer."""

import json
from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group


def qz(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", "--kind", "clue", *arguments], prog_name="qz")


def listed(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["云岭县减负线索登记表"])
    sheet.append(["序号", "线索类别", "发生地", "被反映单位", "反映内容", "反映人", "联系电话"])
    for number in range(1, 7):
        said = "要求全体村干部必须下载安装“智慧青禾”APP，安装率要达到100%"
        sheet.append([number, "强制使用", "云岭县/青禾镇", "县某局", said, "李四", "13800001234"])
    sheet.append([7, "留痕", "=1+1", "县某局", "每次走访都要上传照片", "王五", "13900001234"])
    path = folder / "线索.xlsx"
    book.save(path)
    return path


def test_each_row_of_a_list_is_a_tip_off(tmp_path: Path) -> None:
    done = qz(str(listed(tmp_path)), "--format", "json")
    files = json.loads(done.stdout)["files"]
    assert len(files) == 7
    assert files[0]["file"] == "线索.xlsx Sheet!3"
    assert files[0]["clue"]["category"] == "A"
    assert {each["rule"] for each in files[0]["findings"]} >= {"APP26-P3a"}
    assert "13800001234" not in done.stdout
    assert "李四" not in done.stdout


def test_the_table_by_place_is_written_without_small_counts(tmp_path: Path) -> None:
    path = tmp_path / "汇总.csv"
    done = qz(str(listed(tmp_path)), "--clue-table", str(path))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith("云岭县/青禾镇,6,")
    assert not any(line.startswith("=") for line in lines)
    assert "少于 5 件的不写数" in done.stderr


def test_a_table_that_cannot_be_written_is_a_wrong_call(tmp_path: Path) -> None:
    assert qz(str(listed(tmp_path)), "--clue-table", str(tmp_path / "没有" / "a.csv")).exit_code == 2
