"""`qz read --teach` corrects a reading once; two editions given together are compared."""

import io
import json
from pathlib import Path

import pytest
import xlsxwriter
import yaml
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group

HEAD = ["甲组", "乙组", "丙组", "丁组"]


def book(rows: list[list[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        sheet = made.add_worksheet("表")
        for row, texts in enumerate(rows):
            sheet.write_row(row, 0, texts)
    return file.getvalue()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "家"))
    return tmp_path / "家"


def qz(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["read", *arguments], prog_name="qz")


def columns(path: Path) -> list[list[str]]:
    told = json.loads(qz(str(path)).stdout)
    return [["/".join(column["path"]) for column in table["columns"]] for table in told["tables"]]


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "怪表.xlsx"
    path.write_bytes(book([["情况", "见下", "同上", "同上"], HEAD, ["赵", "12", "3", "x"]]))
    return path


def lesson(home: Path) -> Path:
    (found,) = (home / "readings").glob("*.yaml")
    return found


def test_a_reading_is_corrected_once_for_every_copy(home: Path, odd: Path, tmp_path: Path) -> None:
    before = columns(odd)
    assert before != [HEAD]
    first = qz("--teach", str(odd))
    assert first.exit_code in {0, 1}
    assert "改好再来一次" in first.stdout
    place = lesson(home)
    assert columns(odd) == before  # a draft that nobody confirmed changes nothing
    raw = yaml.safe_load(place.read_text("utf-8"))
    raw["tables"] = [
        {"sheet": "表", "header_rows": [2, 2], "data_start_row": 3, "data_end_row": None, "inputs": []}
    ]
    place.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    second = qz("--teach", str(odd))
    assert (second.exit_code, "记住了" in second.stdout) == (0, True)
    copy = tmp_path / "另一份.xlsx"
    copy.write_bytes(
        book([["情况", "见下", "同上", "同上"], HEAD, ["钱", "7", "1", "y"], ["孙", "8", "2", "z"]])
    )
    assert columns(odd) == columns(copy) == [HEAD]
    kept = place.read_text("utf-8")
    assert "赵" not in kept


def test_what_does_not_fit_the_file_is_refused(home: Path, odd: Path) -> None:
    qz("--teach", str(odd))
    place = lesson(home)
    for tables in ([{"sheet": "没有", "header_rows": [2, 2]}], [{"sheet": "表", "header_rows": [40, 40]}]):
        place.write_text(
            yaml.safe_dump({"form": "怪表", "tables": tables}, allow_unicode=True), encoding="utf-8"
        )
        done = qz("--teach", str(odd))
        assert done.exit_code == 1
        assert "QZ-R061" in done.stderr


def test_a_lesson_that_is_no_lesson_is_told_and_reading_goes_on(home: Path, odd: Path) -> None:
    (home / "readings").mkdir(parents=True)
    (home / "readings" / "坏.yaml").write_text("tables: 5", encoding="utf-8")
    done = qz(str(odd))
    assert "QZ-R060" in done.stderr
    assert json.loads(done.stdout)["tables"]


def test_two_editions_given_together_are_compared(home: Path, tmp_path: Path) -> None:
    heads = ["序号", "户主姓名", "家庭人口", "年收入（元）", "住址", "联系电话"]
    old, new = tmp_path / "2025.xlsx", tmp_path / "2026.xlsx"
    old.write_bytes(book([["甲县2025年困难户花名册"], heads, [""]]))
    new.write_bytes(
        book([["甲县2026年困难户花名册"], [*heads[:3], "年收入（万元）", "证件号码", heads[4]], [""]])
    )
    told = qz(str(old), str(new), "--format", "text").stdout
    assert "和 2025.xlsx 是同一张表" in told
    assert "多问了：证件号码（E2）" in told
    assert "不再问：联系电话" in told
    assert "换了说法：年收入（元） → 年收入（万元）" in told
    second = json.loads(qz(str(old), str(new)).stdout.splitlines()[1])
    assert second["edition_of"] == "2025.xlsx"
    assert (second["kin"], second["difference"]["added"]) == ("edition", ["证件号码"])


def test_of_a_form_of_the_same_name_that_asks_otherwise_a_person_is_asked(home: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    old.write_bytes(book([["困难户花名册"], ["序号", "户主姓名", "家庭人口", "住址"], [""]]))
    new.write_bytes(
        book([["附件1：困难户花名册（2026年修订）"], ["序号", "作物", "面积（亩）", "产量"], [""]])
    )
    told = qz(str(old), str(new), "--format", "text").stdout
    assert "和 旧.xlsx 同名，问的大半不一样" in told
    assert json.loads(qz(str(old), str(new)).stdout.splitlines()[1])["kin"] == "same_name"
    assert "要填的没有变" in qz(str(old), str(old), "--format", "text").stdout
    assert not home.exists()


def test_the_rival_of_a_doubt_is_taken_by_its_number_for_every_copy(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "统计.xlsx"
    rows = [["1", "赵庄", "1", "2", "3"], ["2", "钱庄", "4", "5", "6"]]
    path.write_bytes(book([["某镇统计表"], ["", "", "城镇"], ["序号", *HEAD], *rows]))
    told = json.loads(qz(str(path)).stdout)
    assert [(each["number"], each["reason"], each["cell"]) for each in told["doubts"]] == [(1, "above", "A2")]
    text = qz(str(path), "--format", "text").stdout
    assert "拿不准 1：上面一行也像表头" in text
    done = qz(str(path), "--teach", "--take", "1")
    assert (done.exit_code, "记住了" in done.stdout) == (0, True)
    again = json.loads(qz(str(path)).stdout)
    assert (again["tables"][0]["header_rows"], again["doubts"]) == ([2, 3], [])
    assert yaml.safe_load(lesson(home).read_text("utf-8"))["confirmed"] is True


def test_a_doubt_that_is_not_there_cannot_be_taken(home: Path, odd: Path) -> None:
    done = qz(str(odd), "--teach", "--take", "9")
    assert (done.exit_code, "QZ-F159" in done.stderr) == (1, True)
    assert qz(str(odd), "--take", "1").exit_code == 2
    assert not (home / "readings").exists()
