"""Real files by others: all are read without a crash and keep what must always hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from qingzhuang.intake.layout.text import is_mark, is_sentence, level, squash
from qingzhuang.intake.layout.words import NOTE
from qingzhuang.intake.read import form_of, read_form, read_workbook
from qingzhuang.model.form import Entry, Form, ItemType, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, Sheet, Workbook
from qingzhuang.office.convert import converter
from tests.intake.readers.xml_2003 import sheets_xml

pytestmark = pytest.mark.corpus


@dataclass(frozen=True)
class Read:
    """A file of others with what was read of it."""

    path: Path
    book: Workbook
    form: Form

    def box(self, place: Place) -> Cell | None:
        """The cell that shows at a place, a merged one's wherever it reaches."""
        sheet = next((each for each in self.book.sheets if each.name == place.sheet), None)
        if sheet is None:
            return None
        area = next((each for each in sheet.merges if each.holds(place.row, place.column)), None)
        return sheet.cells.get((area.top, area.left) if area else (place.row, place.column))


@pytest.fixture(scope="module")
def everything(corpus: Path) -> list[Read]:
    """All forms of the corpus, old documents where LibreOffice is installed."""
    paths = [
        each for each in sorted((corpus / "forms").rglob("*")) if each.is_file() and each.suffix != ".yaml"
    ]
    convert = converter(paths)
    found = []
    for path in paths:
        try:
            book = read_workbook(path.name, path.read_bytes(), converter=convert)
        except ProblemError as error:
            if error.problem.code != "QZ-R008":
                raise
            continue
        found.append(Read(path, book, form_of(book)))
    return found


def test_every_file_is_read(everything: list[Read]) -> None:
    assert len(everything) >= 160
    barren = [each.path.name for each in everything if not each.form.tables]
    assert len(barren) <= 3, barren  # letters, and a form in a text box


def test_reading_twice_gives_the_same(everything: list[Read]) -> None:
    for each in everything:
        if each.path.suffix != ".doc":
            assert read_form(each.path.name, each.path.read_bytes()) == each.form, each.path.name


def _lists(everything: list[Read]) -> Iterator[tuple[Read, Table, Sheet, int, int]]:
    for each in everything:
        sheets = {sheet.name: sheet for sheet in each.book.sheets}
        for table in each.form.tables:
            if table.header_rows:
                yield each, table, sheets[table.sheet], *table.header_rows


def test_every_merged_header_yields_a_leaf(everything: list[Read]) -> None:
    for each, table, sheet, top, bottom in _lists(everything):
        leaves = [item.place.column for item in table.columns]
        for area in sheet.merges:
            cell = sheet.cells.get((area.top, area.left))
            inside = top <= area.top and area.bottom <= bottom and min(leaves) <= area.left <= max(leaves)
            if inside and area.right > area.left and cell and squash(cell.text):
                assert any(area.left <= leaf <= area.right for leaf in leaves), (each.path.name, area.a1)


def test_there_are_no_more_leaves_than_columns_and_no_two_alike(everything: list[Read]) -> None:
    for each, table, sheet, _top, _bottom in _lists(everything):
        held = [area.right for area in sheet.merges if (area.top, area.left) in sheet.cells]
        used = max([column for _, column in sheet.cells] + held)
        assert len(table.columns) <= used, each.path.name
        assert len({item.key for item in table.columns}) == len(table.columns), each.path.name


def test_no_footer_and_no_note_is_read_as_data(everything: list[Read]) -> None:
    for each, table, sheet, _top, bottom in _lists(everything):
        last = max(row for row, _ in sheet.cells)
        data = range(table.data_start_row or bottom + 1, (table.data_end_row or last) + 1)
        assert not set(data) & set(table.footer_rows), each.path.name
        assert all(row > bottom for row in (*table.total_rows, *table.footer_rows)), each.path.name
        for row in set(data) - set(table.total_rows):
            texts = [cell.text for (at, _), cell in sheet.cells.items() if at == row and squash(cell.text)]
            assert len(texts) != 1 or not (NOTE.match(squash(texts[0])) or is_sentence(texts[0])), (
                each.path.name,
                row,
            )


def test_every_item_points_at_its_cell(everything: list[Read]) -> None:
    for each in everything:
        for table in each.form.tables:
            for item in table.columns:
                cell = each.box(item.place)
                assert cell is not None, (each.path.name, item)
                assert level(cell.text) == item.label.partition("#")[0], (each.path.name, item)
            for item in table.inputs:
                cell = each.box(item.place)
                if item.entry is Entry.INLINE and cell is not None:
                    assert squash(item.label.partition("#")[0]) in squash(cell.text), (each.path.name, item)


def test_no_label_and_no_mark_of_an_engine_is_offered_as_input(everything: list[Read]) -> None:
    for each in everything:
        heads = {item.place for table in each.form.tables for item in table.columns}
        for table in each.form.tables:
            taken = [item.place for item in table.inputs if item.entry is Entry.CELL]
            assert len(set(taken)) == len(taken), each.path.name
            for item in table.inputs:
                cell = each.box(item.place)
                assert not is_mark(item.label), (each.path.name, item)
                assert item.place not in heads, (each.path.name, item)
                if item.entry is Entry.CELL and cell is not None and item.type is not ItemType.PHOTO:
                    assert level(cell.text) != item.label.partition("#")[0], (each.path.name, item)


def test_eight_rosters_have_all_their_columns(corpus: Path) -> None:
    paths = sorted((corpus / "forms" / "eight-rosters").iterdir())
    forms = [read_form(path.name, path.read_bytes()) for path in paths]
    assert len(forms) == 8
    assert sum(len(form.tables[0].columns) for form in forms) == 493
    assert all(len(form.tables) == 1 and form.tables[0].header_rows == (1, 1) for form in forms)


def test_every_workbook_reads_the_same_as_the_one_xml_of_excel_2003(corpus: Path) -> None:
    for path in sorted((corpus / "forms").rglob("*.xls*")):
        book = read_workbook(path.name, path.read_bytes())
        sheets = tuple(
            replace(
                sheet,
                cells={place: cell._replace(size=11.0, formula=None) for place, cell in sheet.cells.items()},
            )
            for sheet in book.sheets
        )
        plain = replace(book, sheets=sheets)
        assert read_form(path.name, sheets_xml(*sheets)).tables == form_of(plain).tables, path.name
