"""Real forms by others are read exactly as a person reads them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qingzhuang.intake.read import read_form
from qingzhuang.model.form import Form, Table
from qingzhuang.model.place import column_number

pytestmark = pytest.mark.corpus
FORMS = [f"e{number:02d}" for number in range(1, 13)]


def _expected(corpus: Path, form: str) -> dict[str, Any]:
    loaded = yaml.safe_load((corpus / "forms" / "expected.yaml").read_text("utf-8"))
    found: dict[str, Any] = next(each for each in loaded["forms"] if each["id"] == form)
    return found


def _read(corpus: Path, name: str) -> Form:
    path = corpus / name
    return read_form(path.name, path.read_bytes())


def _paths(table: Table) -> list[str]:
    return ["/".join(item.path) for item in table.columns]


@pytest.fixture(params=FORMS)
def pair(request: pytest.FixtureRequest, corpus: Path) -> tuple[dict[str, Any], Form]:
    expected = _expected(corpus, request.param)
    return expected, _read(corpus, expected["file"])


def test_the_title_is_found(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    if "title" in expected:
        assert form.title == expected["title"]


def test_columns_and_rows_are_exact(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    blocks = expected.get("blocks") or ([expected] if "leaf_columns" in expected else [])
    tables = [table for table in form.tables if table.columns]
    assert len(tables) == len(blocks)
    for block, table in zip(blocks, tables, strict=True):
        assert _paths(table) == block["leaf_columns"]
        assert list(table.header_rows or ()) == block["header_rows"]
        assert table.data_start_row == block["data_start_row"]
        assert table.data_end_row == block.get("data_end_row", table.data_end_row)
        assert table.section == block.get("section", table.section)
        assert list(table.total_rows) == block.get("total_rows", list(table.total_rows))


def test_the_kind_is_right(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    kinds = {"multi-block": ["list", "list", "matrix"], "card+lists": ["mixed", "list"]}
    assert [str(table.kind) for table in form.tables] == kinds.get(expected["kind"], [expected["kind"]])


def test_footers_are_found(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    if "footer_rows" in expected:
        rows = expected["footer_rows"]
        wanted = list(range(rows[0], rows[1] + 1)) if len(rows) == 2 else rows
        assert [row for table in form.tables for row in table.footer_rows] == wanted


def test_fields_of_cards_have_their_cells(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    found = {"/".join(item.path): item.place.cell for table in form.tables for item in table.inputs}
    wanted = {label: cell.split()[0] for label, cell in expected.get("card", {}).items()}
    if expected["kind"] == "card":
        assert found == wanted
    assert {label: found.get(label) for label in wanted} == wanted


def test_rows_of_a_matrix_have_their_stubs(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    stubs = {stub.row: list(stub.labels) for table in form.tables for stub in table.stubs}
    wanted = {**expected.get("row_stubs", {}), **expected.get("row_stubs_sample", {})}
    for block in expected.get("blocks", []):
        wanted |= block.get("row_stubs", {})
    assert {row: stubs.get(row) for row in wanted} == wanted
    if isinstance(expected.get("stub_columns"), list) and "row_stubs" in expected:
        assert [column_number(each) for each in expected["stub_columns"]] == list(form.tables[0].stub_columns)


def test_option_lists_are_resolved(pair: tuple[dict[str, Any], Form]) -> None:
    expected, form = pair
    wanted = dict(expected.get("option_lists", {}))
    for block in expected.get("blocks", []):
        wanted |= block.get("options", {})
    codes = {item.label.partition("（")[0]: list(item.codes) for item in form.items}
    assert {name: codes.get(name) for name in wanted} == wanted


def test_the_same_form_as_xls_reads_the_same(corpus: Path) -> None:
    expected = _expected(corpus, "e12")
    new, old = _read(corpus, expected["file"]), _read(corpus, expected["file_xls"])
    assert [_paths(table) for table in old.tables] == [_paths(table) for table in new.tables]
    assert [table.header_rows for table in old.tables] == [table.header_rows for table in new.tables]
    assert [item.required for item in old.items] == [item.required for item in new.items]
    assert [item.codes for item in old.items] == [item.codes for item in new.items]
