"""`qz demo` makes a township that one may play with, and harms nothing that is there."""

from pathlib import Path

from click.testing import CliRunner

from qingzhuang.cli.demo import command


def test_it_makes_the_sheets_and_the_forms_and_says_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "青禾镇"
    result = CliRunner().invoke(command, [str(folder), "--only-make"])
    assert result.exit_code == 0, result.output
    assert len(list((folder / "台账").glob("*.xlsx"))) >= 12
    assert len([file for file in (folder / "表格").rglob("*") if file.suffix in (".xlsx", ".docx")]) >= 47
    assert "qz weigh" in result.output


def test_it_leaves_a_folder_alone_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "我的表.xlsx").write_bytes(b"")
    result = CliRunner().invoke(command, [str(tmp_path)])
    assert result.exit_code == 1
    assert [file.name for file in tmp_path.iterdir()] == ["我的表.xlsx"]
