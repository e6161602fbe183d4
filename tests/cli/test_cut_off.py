"""A spreadsheet whose inside is cut off is told as such by every command that reads it, never passed as clean or empty."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group
from tests.intake.test_read import book

ROWS = [["老年人名册"], ["姓名", "身份证号", "联系电话"], ["", "", ""]]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def _no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has begun a ledger here."""
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("QZ_DATABASE_URL", raising=False)


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(ROWS))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if name == SHEET else content)
    path = tmp_path / "断.xlsx"
    path.write_bytes(made.getvalue())
    return path


def qz(*words: object) -> Result:
    return CliRunner().invoke(group, [str(word) for word in words])


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "--no-ledger"),
        ("match",),
        ("match", "counts"),
        ("check",),
        ("check", "--kind", "form"),
        ("check", "--kind", "clue"),
    ],
)
def test_each_command_says_what_is_broken_and_the_cure(cut: Path, words: tuple[str, ...]) -> None:
    result = qz(*words, cut)
    assert result.exit_code == 1
    assert result.stderr.count("QZ-R005") == 1
    assert SHEET in result.stderr
    assert "没有看出问题" not in result.stdout


@pytest.mark.parametrize("blank", [False, True])
def test_a_program_is_told_by_verify_whether_or_not_the_blank_form_is_at_hand(cut: Path, blank: bool) -> None:
    form = cut.with_name("空表.xlsx")
    form.write_bytes(book(ROWS))
    result = qz("verify", "--no-ledger", "--format", "json", *(("--form", form) if blank else ()), cut)
    (file,) = json.loads(result.stdout)["files"]
    assert [each["code"] for each in file["problems"]] == ["QZ-R005"]


def test_match_goes_on_with_the_other_forms(cut: Path) -> None:
    (cut.parent / "好.xlsx").write_bytes(book(ROWS))
    result = qz("match", cut.parent, "--format", "json")
    document = json.loads(result.stdout)
    assert [each["file"] for each in document["forms"]] == ["好.xlsx"]
    assert [each["code"] for each in document["problems"]] == ["QZ-R005"]
    assert result.exit_code == 1


def test_check_says_that_a_folder_holds_nothing_it_can_read(tmp_path: Path) -> None:
    result = qz("check", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.count("QZ-C003") == 1
    (tmp_path / "通知.txt").write_text("请各村于周五前报送。\n", encoding="utf-8")
    assert "QZ-C003" not in qz("check", tmp_path).stderr
