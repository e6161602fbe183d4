"""`qz read --as xlsform`: a form moves to where people answer on a phone."""

from pathlib import Path

from click.testing import CliRunner

from qingzhuang.cli.read import command
from qingzhuang.cli.weigh import command as weigh
from qingzhuang.intake.read import read_form
from qingzhuang.model.sheet import FileKind
from tests.intake.test_read import book
from tests.intake.xlsform.forms import survey

ROSTER = [["困难户名册"], ["序号", "姓名*", "年收入（元）"], ["", "", ""]]


def test_a_folder_of_forms_becomes_a_folder_of_xlsforms(tmp_path: Path) -> None:
    (tmp_path / "表").mkdir()
    (tmp_path / "表" / "名册.xlsx").write_bytes(book(ROSTER))
    (tmp_path / "表" / "图.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = CliRunner().invoke(
        command, [str(tmp_path / "表"), "--as", "xlsform", "-o", str(tmp_path / "出")]
    )
    assert result.exit_code == 1
    assert [each.name for each in (tmp_path / "出").iterdir()] == ["名册.xlsx"]
    made = read_form("名册.xlsx", (tmp_path / "出" / "名册.xlsx").read_bytes())
    assert made.kind is FileKind.XLSFORM
    assert [(each.label, each.required) for each in made.items] == [
        ("序号", False),
        ("姓名", True),
        ("年收入（元）", False),
    ]


def test_one_form_may_name_its_file(tmp_path: Path) -> None:
    (tmp_path / "问.md").write_text(survey("text | a | 姓名"), encoding="utf-8")
    result = CliRunner().invoke(
        command, [str(tmp_path / "问.md"), "--as", "xlsform", "-o", str(tmp_path / "手机.xlsx")]
    )
    assert result.exit_code == 0
    assert read_form("手机.xlsx", (tmp_path / "手机.xlsx").read_bytes()).items[0].label == "姓名"


def test_the_form_itself_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "名册.xlsx").write_bytes(before := book(ROSTER))
    result = CliRunner().invoke(
        command, [str(tmp_path / "名册.xlsx"), "--as", "xlsform", "-o", str(tmp_path)]
    )
    assert result.exit_code == 1
    assert "QZ-F120" in result.output
    assert (tmp_path / "名册.xlsx").read_bytes() == before


def test_where_to_write_goes_with_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "名册.xlsx").write_bytes(book(ROSTER))
    assert CliRunner().invoke(command, [str(tmp_path), "-o", str(tmp_path / "出")]).exit_code == 2


def test_an_xlsform_is_shown_and_weighed_like_any_form(tmp_path: Path) -> None:
    text = survey(
        "text | a | 姓名", "integer | b | 年龄 | ${a} != ''", heads="type | name | label | relevant"
    )
    (tmp_path / "问.md").write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(command, [str(tmp_path / "问.md"), "--format", "text"])
    assert "年龄  [仅当 ${a} != '']" in shown.output
    weighed = CliRunner().invoke(weigh, [str(tmp_path / "问.md"), "--no-ledger", "--today", "2026-11-26"])
    assert weighed.exit_code == 0
    assert "2 栏" in weighed.output


def test_an_xlsform_becomes_a_sheet_that_asks_the_same(tmp_path: Path) -> None:
    asks = survey(
        "begin repeat | p | 困难户 | |",
        "text | xm | 姓名 | 户主的姓名 | ",
        "decimal | sr | 年收入（元） | | ${xm} != ''",
        "end repeat | | | |",
        heads="type | name | label | hint | relevant",
    )
    (tmp_path / "问.md").write_text(asks, encoding="utf-8")
    result = CliRunner().invoke(
        command, [str(tmp_path / "问.md"), "--as", "xlsx", "-o", str(tmp_path / "表.xlsx")]
    )
    assert result.exit_code == 0, result.output
    made = read_form("表.xlsx", (tmp_path / "表.xlsx").read_bytes())
    assert made.kind is FileKind.XLSX
    (table,) = made.tables
    assert table.inputs == (), "nothing is asked that was not"
    assert [(each.label, each.hint) for each in table.columns] == [
        ("姓名", "户主的姓名"),
        ("年收入（元）", "仅当 ${xm} != ''"),
    ]
