"""Beside a filled file: a receipt that can be checked, what changed since it was sent, how it looks on paper."""

import hashlib
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.fill import command
from qingzhuang.model.problem import ProblemError
from qingzhuang.office import printing
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from tests.answer.known import person, said

LI, WANG = person(date(1940, 7, 1), 1, "李甲"), person(date(1940, 3, 5), 2, "王乙")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["老年人名册"], ["填报单位：", None, None], ["姓名", "身份证号", "年龄"]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    path = tmp_path / "forms" / "老年人名册.xlsx"
    path.parent.mkdir()
    book.save(path)
    return path


def known(*people: object) -> None:
    facts = [
        said(who, key, value).fact  # type: ignore[arg-type]
        for who in people
        for key, value in {"person.name": who.name, "person.id_no": who.key}.items()  # type: ignore[attr-defined]
    ]
    record(facts)


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def rows(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


@pytest.mark.usefixtures("db")
def test_the_same_ledger_on_the_same_day_gives_the_same_bytes_whenever_it_is_filled(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filled at two hours of the clock, the file and the digest of its facts are one; only the receipt's hour differs."""
    known(LI)
    made = []
    for hour in (1, 9):
        monkeypatch.setattr(clock, "now", lambda hour=hour: datetime(2026, 7, 1, hour, tzinfo=UTC))
        folder = tmp_path / str(hour)
        words = ("--as-of", "2026-06-30", "--receipt", "--to", "民政局")
        assert run(template, "-o", folder, *words).exit_code == 0
        receipt = json.loads((folder / f"{template.name}.回执.json").read_text(encoding="utf-8"))
        made.append(((folder / template.name).read_bytes(), receipt))
    (one, first), (two, second) = made
    assert one == two
    assert first["sha256"] == second["sha256"] == hashlib.sha256(one).hexdigest()
    assert first["facts"] == second["facts"]
    assert first["facts"]["count"] > 0
    assert (first["to"], first["as_of"]) == ("民政局", "2026-06-30")
    assert first["made_at"] != second["made_at"]
    assert LI.key not in json.dumps(first)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("by", ["file", "receipt"])
def test_what_changed_since_is_listed_and_filled_by_itself(template: Path, tmp_path: Path, by: str) -> None:
    """Somebody who came since is in the full table, in the list of changes, and alone in the smaller table."""
    known(LI)
    run(template, "-o", tmp_path / "sent", "--as-of", "2026-06-30", "--receipt")
    known(WANG)
    sent = tmp_path / "sent" / (template.name if by == "file" else f"{template.name}.回执.json")
    assert run(template, "-o", tmp_path / "now", "--as-of", "2026-06-30", "--since", sent).exit_code == 0
    whole, only, listed = (
        rows(tmp_path / "now" / f"老年人名册{name}.xlsx") for name in ("", "（只有变动）", "（变动清单）")
    )
    assert {row[0] for row in whole[3:]} == {"李甲", "王乙"}
    assert [row[0] for row in only[3:]] == ["王乙"]
    assert [row[0] for row in listed[2:]] == ["新增"]
    assert WANG.key in str(listed[2][2])


@pytest.mark.usefixtures("db")
def test_a_file_that_was_changed_after_its_receipt_is_not_compared_with(
    template: Path, tmp_path: Path
) -> None:
    known(LI)
    run(template, "-o", tmp_path / "sent", "--as-of", "2026-06-30", "--receipt")
    (tmp_path / "sent" / template.name).write_bytes(template.read_bytes())
    receipt = tmp_path / "sent" / f"{template.name}.回执.json"
    result = run(template, "-o", tmp_path / "now", "--as-of", "2026-06-30", "--since", receipt)
    assert "QZ-F123" in result.output
    assert (tmp_path / "now" / template.name).is_file()


@pytest.mark.usefixtures("db")
def test_a_receipt_finds_its_file_under_another_name_and_says_when_it_is_nowhere(
    template: Path, tmp_path: Path
) -> None:
    known(LI)
    run(template, "-o", tmp_path / "sent", "--as-of", "2026-06-30", "--receipt")
    sent = tmp_path / "sent" / template.name
    sent.rename(sent.with_name("送民政局的.xlsx"))
    words = ("--as-of", "2026-06-30", "--since", tmp_path / "sent" / f"{template.name}.回执.json")
    assert "QZ-F1" not in run(template, "-o", tmp_path / "now", *words).output
    sent.with_name("送民政局的.xlsx").unlink()
    result = run(template, "-o", tmp_path / "later", *words)
    assert "QZ-F160" in result.output
    assert (tmp_path / "later" / template.name).is_file()


@pytest.mark.usefixtures("db")
def test_without_libreoffice_the_forms_are_there_and_the_cure_is_told(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(LI)
    monkeypatch.setattr("qingzhuang.office.printing.shutil.which", lambda _name: None)
    result = run(template, "-o", tmp_path / "out", "--as-of", "2026-06-30", "--pdf")
    assert "QZ-F050" in result.output
    assert (tmp_path / "out" / template.name).is_file()
    with pytest.raises(ProblemError, match="QZ-F052"):
        printing.pages("表.pdf", b"%PDF")


@pytest.mark.libreoffice
@pytest.mark.skipif(
    not shutil.which("soffice") or not shutil.which("pdftoppm"), reason="no LibreOffice or poppler"
)
@pytest.mark.usefixtures("db")
def test_each_filled_form_lies_beside_its_pdf_and_its_pages(template: Path, tmp_path: Path) -> None:
    known(LI)
    run(template, "-o", tmp_path / "out", "--as-of", "2026-06-30", "--pdf", "--png")
    assert (tmp_path / "out" / "老年人名册.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "out" / "老年人名册-1.png").read_bytes().startswith(b"\x89PNG")
