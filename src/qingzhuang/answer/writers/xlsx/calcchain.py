"""The order of calculation (ECMA-376 part 1, 18.6): an entry that names a cell without a formula makes a program call
the file damaged, so entries go along with their cells."""

from collections.abc import Mapping

from qingzhuang.answer.writers.xlsx.edit import SheetEdit, copies
from qingzhuang.model.place import column_letters, parse_a1
from qingzhuang.ooxml.rewrite import element_end, local, parser, set_attributes, splice, utf8


def move_chain(
    content: bytes, file: str, part: str, edits: Mapping[str, SheetEdit], order: Mapping[str, str]
) -> bytes:
    """Return the chain with its entries moved and those of copied rows added. `order` maps a sheet's number in the
    chain to its part."""
    content = utf8(content)
    splices: list[tuple[int, int, bytes]] = []
    opened: list[tuple[int, Mapping[str, str]]] = []
    sheet = [""]

    def start(at: int, name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "c":
            sheet[0] = attributes.get("i", sheet[0])
            opened[:] = [(at, attributes)]

    def end(at: int, name: str) -> None:
        edit = edits.get(order.get(sheet[0], ""))
        if local(name) != "c" or not opened or edit is None or not edit.rowmap:
            return
        begin, attributes = opened.pop()
        stop = element_end(content, begin, at)
        splices.append((begin, stop, _entries(content[begin:stop], attributes["r"], sheet[0], edit)))

    parser(content, file, part)(StartElementHandler=start, EndElementHandler=end)
    return splice(content, splices)


def _entries(raw: bytes, reference: str, sheet: str, edit: SheetEdit) -> bytes:
    row, column = parse_a1(reference)
    letters = column_letters(column)
    rows = [edit.rowmap.row(row)]
    block = edit.rowmap.block(row)
    if block is not None and block.model == row:
        rows += [line.number for line in copies(block, edit.rowmap)]
    return b"".join(set_attributes(raw, {"r": f"{letters}{each}", "i": sheet}) for each in rows)
