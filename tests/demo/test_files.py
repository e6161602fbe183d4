"""What is made: sheets of the township, forms of many bureaus, three files that nobody can read."""

import io
import zipfile

import openpyxl
import pytest
import yaml
from docx import Document

from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.forms.spec import FormSpec
from qingzhuang.demo.make import paint, rolls
from qingzhuang.demo.sources.write import write_roll
from qingzhuang.demo.township import Township

_XLSX = [form for form in all_forms() if form.file.endswith(".xlsx")]
_DOCX = [form for form in all_forms() if form.file.endswith(".docx")]


def test_there_are_forms_enough_of_bureaus_enough() -> None:
    assert len(_XLSX) >= 34
    assert len(_DOCX) >= 8
    assert len({form.folder for form in all_forms()}) >= 12
    assert len({form.path for form in all_forms()}) == len(all_forms())


@pytest.mark.filterwarnings("ignore:Sparkline Group extension")  # the other program cannot, ours must
@pytest.mark.parametrize("form", _XLSX, ids=lambda form: form.file)
def test_a_spreadsheet_opens_in_another_program(form: FormSpec) -> None:
    book = openpyxl.load_workbook(io.BytesIO(paint(form)))
    assert book.sheetnames[0] == form.sheets[0].name


@pytest.mark.parametrize("form", _DOCX, ids=lambda form: form.file)
def test_a_text_document_opens_in_another_program(form: FormSpec) -> None:
    assert Document(io.BytesIO(paint(form))).tables


def test_a_form_is_the_same_to_the_byte_each_time(files: dict[str, bytes]) -> None:
    for form in (_XLSX[0], _DOCX[0]):
        assert paint(form) == files[f"表格/{form.path}"]


def test_the_forms_carry_what_a_writer_can_lose(files: dict[str, bytes]) -> None:
    """Charts, pictures, text boxes, sparklines, colour scales, validations on hidden sheets, print titles."""
    parts = set()
    text = b""
    for path, content in files.items():
        if path.startswith("表格/") and path.endswith(".xlsx") and "坏文件" not in path:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                parts |= {name.split("/")[1] for name in package.namelist() if name.startswith("xl/")}
                text += b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    assert {"charts", "drawings", "media"} <= parts
    for mark in (
        b"sparklineGroup",
        b"colorScale",
        b"dataValidation",
        b"_xlnm.Print_Titles",
        b'state="hidden"',
        b"txBox",
    ):
        assert mark in text, mark


def test_every_demand_says_who_asks_and_how_often(files: dict[str, bytes]) -> None:
    demands = yaml.safe_load(files["表格/demands.yaml"])["demands"]
    assert {demand["file"] for demand in demands} == {form.path for form in all_forms()}
    for demand in demands:
        assert demand["issuer"]
        assert demand["posts"] >= 1
        assert demand["times_per_year"] >= 1
        assert demand["carrier"] in ("file", "paper", "app", "group")


def test_three_files_cannot_be_read(files: dict[str, bytes]) -> None:
    bad = [content for path, content in sorted(files.items()) if "收到的坏文件" in path]
    assert len(bad) == 3
    for content in bad:
        with pytest.raises(zipfile.BadZipFile):
            zipfile.ZipFile(io.BytesIO(content))


def test_the_sheets_are_kept_in_different_ways(township: Township) -> None:
    """Three ways of typing dates, sheets with and without a title, ID numbers spoilt by spaces and apostrophes."""
    kept = list(rolls(township))
    assert {roll.dates for roll in kept} == {"real", "dotted", "packed"}
    assert {roll.title is None for roll in kept} == {True, False}
    cells = [str(value) for roll in kept for row in roll.rows for value in row]
    assert any(cell.startswith("'9901") for cell in cells)
    assert any(cell.startswith("9901") and " " in cell for cell in cells)


def test_two_sheets_contradict_each_other(township: Township) -> None:
    """The allowance roll has another telephone of some heads than the village's register."""
    by_file = {roll.file: roll for roll in rolls(township)}
    aid = by_file["低保户台账.xlsx"]
    known = {person.id_no: person.phone for person in township.people}
    assert any(row[8] and row[8] != known[str(row[1])] for row in aid.rows)


def test_a_sheet_is_written_whole(township: Township) -> None:
    roll = next(iter(rolls(township)))
    sheet = openpyxl.load_workbook(io.BytesIO(write_roll(roll))).active
    assert sheet is not None
    assert sheet.max_row == len(roll.rows) + 3
    assert sheet["A1"].value == roll.title
