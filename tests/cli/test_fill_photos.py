"""`qz fill --photos` pastes a person's own photograph, and nobody else's."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from docx import Document

from qingzhuang.cli.fill import command
from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.commands import record
from tests.answer.known import person, said
from tests.answer.test_pictures import photo
from tests.answer.writers.test_docx_photos import card

LI, OTHER = person(date(1940, 7, 1), 1, "李甲"), person(date(1941, 3, 5), 2, "李甲")
WANG = person(date(1940, 3, 5), 3, "王乙")


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    path = tmp_path / "forms" / "居民登记表.docx"
    path.parent.mkdir()
    path.write_bytes(card())
    record(
        [
            said(who, key, value).fact
            for who in (LI, OTHER, WANG)
            for key, value in {"person.name": who.name, "person.id_no": who.key}.items()
        ]
    )
    return path


def filled(forms: Path, tmp_path: Path, who: Subject, **photos: bytes) -> tuple[Result, Path]:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, content in photos.items():
        (folder / f"{name}.jpg").write_bytes(content)
    words = [forms, "-o", tmp_path / "out", "--subject", who.key, "--photos", folder]
    result = CliRunner().invoke(command, [str(word) for word in words])
    return result, next((tmp_path / "out").iterdir())


def pictures(path: Path) -> int:
    return len(Document(io.BytesIO(path.read_bytes())).inline_shapes)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("by_number", [True, False])
def test_a_photograph_is_found_by_number_or_by_a_name_that_nobody_else_bears(
    forms: Path, tmp_path: Path, by_number: bool
) -> None:
    result, made = filled(forms, tmp_path, WANG, **{WANG.key if by_number else WANG.name: photo("jpeg")})
    assert pictures(made) == 1
    assert "QZ-R103" not in result.output


@pytest.mark.usefixtures("db")
def test_of_two_people_with_one_name_neither_gets_a_photograph_by_name(forms: Path, tmp_path: Path) -> None:
    result, made = filled(forms, tmp_path, LI, 李甲=photo("jpeg"))
    assert pictures(made) == 0
    assert "QZ-R103" in result.output


@pytest.mark.usefixtures("db")
def test_what_is_no_photograph_is_told_and_the_card_is_filled(forms: Path, tmp_path: Path) -> None:
    result, made = filled(forms, tmp_path, WANG, 王乙=b"not a picture")
    assert "QZ-R102" in result.output
    assert "王乙" in "".join(cell.text for row in Document(str(made)).tables[0].rows for cell in row.cells)


@pytest.mark.usefixtures("db")
def test_a_spreadsheet_says_that_its_photograph_is_pasted_by_hand(forms: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["居民登记表"], ["姓名", None, "照片"], ["联系电话", None, None], ["住址", None, None]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("C2:C4")
    other = forms.with_name("登记卡.xlsx")
    book.save(other)
    result, _made = filled(other, tmp_path, WANG, 王乙=photo("jpeg"))
    assert "QZ-R104" in result.output
