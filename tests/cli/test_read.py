"""`qz read`: one JSON document a file; a bad file never stops the others."""

import json
from pathlib import Path

from click.testing import CliRunner

from qingzhuang.cli.read import command
from tests.intake.test_read import book

KEYS = {
    "sheet",
    "kind",
    "title",
    "header_rows",
    "columns",
    "data_start_row",
    "total_rows",
    "footer_rows",
    "inputs",
}


def test_each_file_is_one_json_line_and_a_bad_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "b.xlsx").write_bytes(book([["填报单位："], ["姓名*", "收入（元）", "住址"], ["", "", ""]]))
    result = CliRunner().invoke(command, [str(tmp_path), str(tmp_path / "none.xlsx")])
    bad, good, missing = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 1
    assert (bad["tables"], bad["problems"][0]["code"]) == ([], "QZ-R002")
    assert missing["problems"][0]["code"] == "QZ-R013"
    (table,) = good["tables"]
    assert table.keys() >= KEYS
    assert table["header_rows"] == [2, 2]
    assert (
        table["columns"][1] | {"path": ["收入（元）"], "cell": "B2", "unit": "元", "type": "number"}
        == table["columns"][1]
    )
    assert table["columns"][0]["required"] is True
    assert [(each["label"], each["cell"]) for each in table["inputs"]] == [("填报单位", "A1")]


def test_text_is_a_tree_for_people(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(book([["姓名*", "收入（元）", "住址"]]))
    result = CliRunner().invoke(command, [str(tmp_path / "b.xlsx"), "--format", "text"])
    assert result.exit_code == 0
    assert "收入（元）" in result.stdout


def test_no_file_is_a_usage_error() -> None:
    assert CliRunner().invoke(command, []).exit_code == 2
