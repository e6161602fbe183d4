"""Real files by others: all are read without a crash and keep what must always hold."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qingzhuang.intake.layout.text import level
from qingzhuang.intake.read import form_of, read_form, read_workbook
from qingzhuang.model.form import Form
from qingzhuang.model.problem import ProblemError
from tests.intake.readers.xml_2003 import sheets_xml

pytestmark = pytest.mark.corpus


def _forms(folder: Path) -> Iterator[tuple[Path, Form]]:
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        try:
            yield path, read_form(path.name, path.read_bytes())
        except ProblemError as error:
            if error.problem.code != "QZ-R008":
                raise


def test_every_file_is_read_or_refused_with_a_reason(corpus: Path) -> None:
    forms = dict(_forms(corpus / "forms" / "bulk"))
    assert len(forms) >= 130
    for path, form in forms.items():
        for table in form.tables:
            if table.header_rows:
                assert table.columns, path.name
                body = {*table.total_rows, *table.footer_rows}
                assert table.data_start_row not in table.footer_rows, path.name
                assert all(row > table.header_rows[1] for row in body if row > table.header_rows[0]), (
                    path.name
                )
        assert form == read_form(path.name, path.read_bytes())


def test_a_label_is_never_offered_as_its_own_field(corpus: Path) -> None:
    for path, form in _forms(corpus / "forms" / "bulk"):
        sheets = {sheet.name: sheet for sheet in read_workbook(path.name, path.read_bytes()).sheets}
        for item in (item for table in form.tables for item in table.inputs if str(item.entry) == "cell"):
            sheet = sheets.get(item.place.sheet)
            cell = sheet.cells.get((item.place.row, item.place.column)) if sheet else None
            own = item.label.partition("#")[0]
            assert cell is None or str(item.type) == "photo" or level(cell.text) != own, (
                f"{path.name} {item.place}"
            )


def test_eight_rosters_have_all_their_columns(corpus: Path) -> None:
    forms = [form for _, form in _forms(corpus / "forms" / "eight-rosters")]
    assert len(forms) == 8
    assert sum(len(form.tables[0].columns) for form in forms) == 493
    assert all(len(form.tables) == 1 and form.tables[0].header_rows == (1, 1) for form in forms)


def test_every_workbook_reads_the_same_as_the_one_xml_of_excel_2003(corpus: Path) -> None:
    for path in sorted((corpus / "forms").rglob("*.xls*")):
        book = read_workbook(path.name, path.read_bytes())
        sheets = tuple(
            replace(
                sheet,
                cells={place: replace(cell, size=11.0, formula=None) for place, cell in sheet.cells.items()},
            )
            for sheet in book.sheets
        )
        plain = replace(book, sheets=sheets)
        assert read_form(path.name, sheets_xml(*sheets)).tables == form_of(plain).tables, path.name
