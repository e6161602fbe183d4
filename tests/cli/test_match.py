"""`qz match`: groups of files, verdicts on pairs."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.match import command


@pytest.fixture(autouse=True)
def _no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has begun a ledger here."""
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("QZ_DATABASE_URL", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_pairs_in_a_table_get_one_line_each_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(
        "n\ta\tb\n1\t身份证号\t公民身份号码\n2\t备注\t备注\n3\t手机号\t联系电话\n", encoding="utf-8"
    )
    result = run("--pairs", str(file))
    assert result.exit_code == 0
    assert [line["verdict"] for line in lines(result)] == ["equal", "distinct", "narrower"]
    assert lines(result)[0]["a"] == "身份证号"
    assert {"a", "b", "verdict", "direction", "why", "rule"} <= set(lines(result)[0])


def test_pairs_in_context_echo_what_was_given(tmp_path: Path) -> None:
    a = {"label": "姓名", "form": "医生名册", "row": "医生"}
    b = {"label": "姓名", "form": "患者名册", "row": "患者", "unit": None, "parent": None}
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps({"a": a, "b": b}, ensure_ascii=False) + "\n", encoding="utf-8")
    result = run("--pairs", str(file))
    (line,) = lines(result)
    assert (line["a"], line["b"], line["verdict"]) == (a, b, "distinct")


def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text('{"a":{"label":"姓名"}}\n{"a":"姓名","b":"户主姓名"}\n', encoding="utf-8")
    result = run("--pairs", str(file))
    assert result.exit_code == 1
    assert [line["verdict"] for line in lines(result)] == ["unsure", "distinct"]
    assert lines(result)[0]["rule"] == "QZ-M001"
    assert "第 1 行" in result.stderr


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("左\t右\n身份证号\t姓名\n", encoding="utf-8")
    result = run("--pairs", str(file))
    assert result.exit_code == 1
    assert "QZ-M002" in result.stderr


def test_without_files_it_says_what_to_give() -> None:
    assert run().exit_code == 2


def test_a_table_saved_by_an_older_program_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_bytes("a\tb\n身份证号\t公民身份号码\n".encode("gb18030"))
    assert [line["verdict"] for line in lines(run("--pairs", str(file)))] == ["equal"]


def test_files_are_grouped_and_a_broken_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    for name, titles in {
        "低保花名册": ["姓名", "身份证号"],
        "老人台账": ["姓名", "公民身份号码", "年龄"],
    }.items():
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append([name])
        sheet.append(titles)
        sheet.append([None] * len(titles))
        book.save(tmp_path / f"{name}.xlsx")
    (tmp_path / "坏的.xlsx").write_bytes(b"PK\x03\x04 broken")
    result = run(str(tmp_path), "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    members = {each["element"]: len(each["items"]) for each in document["groups"]}
    assert members["person.id_no"] == 2
    assert any(link["formula"] == "id_number.age" for link in document["derivable"])
    assert [each["code"] for each in document["problems"]] == ["QZ-R004"]


def test_people_are_told_what_only_looks_alike_and_why(tmp_path: Path) -> None:
    for name, titles in {"村情": ["村名", "户籍人口"], "人口": ["村名", "常住人口"]}.items():
        book = openpyxl.Workbook()
        for line in ([f"{name}统计表"], titles, [None, None]):
            book.worksheets[0].append(line)
        book.save(tmp_path / f"{name}.xlsx")
    told = run(str(tmp_path), str(tmp_path / "没有.xlsx"))
    assert told.exit_code == 1
    assert "看着像，不是一项" in told.stdout
    assert "户籍人口" in told.stdout
    assert "QZ-R013" in told.stderr
