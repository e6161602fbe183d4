"""`qz match` on inspection forms: one visit, several lists."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from qingzhuang.cli.match import command


@pytest.fixture(autouse=True)
def _no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has begun a ledger here."""
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("QZ_DATABASE_URL", raising=False)


def checklist(path: Path, title: str, *sentences: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([title])
    sheet.merge_cells("A1:C1")
    sheet.append(["序号", "检查内容", "检查结果"])
    for row, text in enumerate(sentences, 1):
        sheet.append([str(row), text, "□是  □否"])
    book.save(path)


def test_points_of_two_bureaus_lists_are_told_with_figures_and_turns(tmp_path: Path) -> None:
    checklist(
        tmp_path / "a.xlsx", "商铺消防检查表", "灭火器是否在有效期内", "疏散通道是否畅通", "是否违规住人"
    )
    checklist(tmp_path / "b.xlsx", "商铺用气检查表", "灭火器是否过期", "软管有无老化", "疏散通道有无杂物堆放")
    run = CliRunner()
    printed = run.invoke(command, [str(tmp_path)]).stdout
    assert "一次去能答几张检查表（1）" in printed
    assert "一共查 6 条，去同一处只需查 5 条" in printed
    assert "答法相反" in printed
    (pair,) = json.loads(run.invoke(command, [str(tmp_path), "--format", "json"]).stdout)["checklists"]
    assert (pair["points_before"], pair["points_after"]) == (6, 5)
    assert [(each["verdict"], each["reverse"]) for each in pair["same"]] == [("equal", True)]
