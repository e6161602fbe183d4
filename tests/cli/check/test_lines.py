"""A line that the law leaves open can be set by the place, and a finding says by which line it was found."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group


def qz(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", *arguments], prog_name="qz")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["应用台账"])
    sheet.append(["序号", "应用名称", "主办单位", "备案编号", "月活跃用户数", "投诉建议入口"])
    sheet.append([1, "云岭通", "云岭县数据局", "ZW-1", 70, "有"])
    path = tmp_path / "应用台账.xlsx"
    book.save(path)
    return path


def test_a_place_s_own_line_counts_and_is_told_as_such(register: Path) -> None:
    assert qz(str(register)).exit_code == 0
    assert "没有发现" in qz(str(register)).output
    own = qz(str(register), "--line", "使用频率低=100").output
    assert "APP26-S1" in own
    assert "按使用频率低 100 人/月算（本地设置）" in own


@pytest.mark.parametrize("said", ["文件字数=9000", "没有的=3", "使用频率低=多", "使用频率低"])
def test_what_is_not_the_place_s_to_set_is_a_wrong_call(register: Path, said: str) -> None:
    assert qz(str(register), "--line", said).exit_code == 2
