"""A card and a list that stand beside each other are both read."""

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.sheet import Cell, Sheet
from tests.intake.forms import sheet


def apart(rows: list[str], gap: int) -> Sheet:
    """A ruled sheet one of whose columns is neither drawn nor written in."""
    made = sheet([row.split("|") for row in rows], ruled=(2, len(rows)))
    kept: dict[tuple[int, int], Cell] = {at: cell for at, cell in made.cells.items() if at[1] != gap}
    return Sheet(made.name, kept, merges=made.merges)


def test_a_card_beside_a_list_keeps_its_fields_and_the_list_its_rows() -> None:
    rows = ["商户登记", "店名|||姓名|工种|电话", "地址|||||", "电话|||||", "面积|||||"]
    (table,) = tables_of(apart(rows, 3))
    assert [item.place.cell for item in table.inputs] == ["B2", "B3", "B4", "B5"]
    assert [item.key for item in table.columns] == ["姓名", "工种", "电话"]
    assert (table.header_rows, table.data_start_row) == ((2, 2), 3)


def test_a_gap_between_the_labels_of_one_list_does_not_part_it() -> None:
    rows = ["商户登记", "店名|地址||电话|面积", "||||", "||||"]
    tables = tables_of(apart(rows, 3))
    assert sum(len(table.columns) for table in tables) >= 4
