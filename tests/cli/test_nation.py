"""`qz match counts` and `join`: a county tells what its forms ask, a nation adds it up; no person in it."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group


@pytest.fixture(autouse=True)
def _no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("QZ_DATABASE_URL", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["match", *arguments])


def form(path: Path, *labels: str) -> str:
    book = openpyxl.Workbook()
    book.worksheets[0].append([f"{path.stem}花名册"])
    book.worksheets[0].append(list(labels))
    book.worksheets[0].append(["田一禾", "990101199001010019", "13900000001"][: len(labels)])
    book.save(path)
    return str(path)


def test_two_counties_come_to_one_table(tmp_path: Path) -> None:
    ways = {"云泽": ("姓名", "身份证号"), "青岭": ("姓名", "公民身份号码", "联系电话")}
    files = []
    for county, labels in ways.items():
        files.append(str(tmp_path / f"{county}.tsv"))
        assert run("counts", form(tmp_path / f"{county}残疾人.xlsx", *labels), "-o", files[-1]).exit_code == 0
    assert not any("田一禾" in Path(file).read_text("utf-8") for file in files)
    result = run("join", *files)
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert rows[0] == ["key", "label", "asks", "issuers", "wordings"]
    assert {row[0]: (row[2], row[4]) for row in rows[1:]}["person.id_no"] == ("2", "2")


def test_a_file_that_is_none_stops_no_other(tmp_path: Path) -> None:
    good, bad = tmp_path / "好.tsv", tmp_path / "坏.tsv"
    assert run("counts", form(tmp_path / "老年人.xlsx", "姓名", "身份证号"), "-o", str(good)).exit_code == 0
    bad.write_bytes("key\tlabel\tcount\tissuer\n姓名\t姓名\t三\t民政局\n".encode("gb18030"))
    result = run("join", str(bad), str(good))
    assert result.exit_code == 1
    assert "QZ-M104" in result.stderr
    assert "person.name" in result.stdout
