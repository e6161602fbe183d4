"""What stands around the cells of a worksheet and names them: merges, validations, formats, links, filters, breaks,
panes, protected ranges, sparklines (ECMA-376 part 1, 18.3.1; extensions of Microsoft's [MS-XLSX] 2.6)."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.sax.saxutils import escape

from qingzhuang.answer.writers.xlsx.edit import SheetEdit, copies
from qingzhuang.answer.writers.xlsx.formula.move import Seat, move
from qingzhuang.answer.writers.xlsx.merges import put_merges
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.model.place import Area, parse_a1
from qingzhuang.ooxml.rewrite import rewrite

_GROWING = frozenset(
    (
        "dataValidation",
        "conditionalFormatting",
        "autoFilter",
        "sortState",
        "sortCondition",
        "ignoredError",
        "protectedRange",
        "dimension",
    )
)
_STANDING = frozenset(("hyperlink", "selection", "pane", "sheetView", "cellWatch", "inputCells"))
_FORMULAS = frozenset(("formula", "formula1", "formula2", "f"))
_SPARKLINE = re.compile(
    rb"<((?:\w+:)?)sparkline>\s*<((?:\w+:)?)f>([^<]*)</(?:\w+:)?f>\s*<(?:\w+:)?sqref>([^<]*)</(?:\w+:)?sqref>"
    rb"\s*</(?:\w+:)?sparkline>"
)


def move_area(reference: str, rowmap: RowMap, *, grow: bool = True) -> str:
    """Return the references of a sqref, separated by blanks, where they belong now. Other text is returned as it is."""
    return " ".join(_moved(each, rowmap, grow=grow) for each in reference.split(" "))


def _moved(reference: str, rowmap: RowMap, *, grow: bool) -> str:
    try:
        return rowmap.area(Area.from_a1(reference), grow=grow).a1
    except ValueError:  # whole columns (A:A), which do not move
        return reference


def move_furniture(
    file: str, part: str, edit: SheetEdit, maps: Mapping[str, RowMap]
) -> Callable[[bytes], bytes]:
    """Return the change that carries along what stands around the cells, for a sheet without its rows."""
    furniture = _Furniture(edit, maps)

    def change(content: bytes) -> bytes:
        moved = rewrite(content, file, part, furniture.tag, furniture.text)
        if not edit.rowmap and not edit.models:
            return moved
        return _sparklines(put_merges(moved, edit), edit, maps)

    return change


class _Furniture:
    """Follows the elements of a sheet; knows which container it is in."""

    def __init__(self, edit: SheetEdit, maps: Mapping[str, RowMap]) -> None:
        self._edit = edit
        self._maps = maps
        self._container = ""

    def tag(self, name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        if name in {
            "rowBreaks",
            "colBreaks",
            "sparkline",
            "dataValidation",
            "conditionalFormatting",
            "cfRule",
        }:
            self._container = name
        rowmap = self._edit.rowmap
        if name == "brk" and self._container == "rowBreaks":
            return {"id": str(rowmap.row(int(attributes.get("id", "0")) + 1) - 1)}
        changes = {"location": self._formula(attributes["location"])} if attributes.get("location") else {}
        if name in _GROWING | _STANDING:
            growing = name in _GROWING
            for each in ("ref", "sqref", "topLeftCell", "activeCell", "r"):
                if each in attributes:
                    changes[each] = move_area(attributes[each], rowmap, grow=growing)
        return {key: value for key, value in changes.items() if value != attributes[key]}

    def text(self, name: str, text: str, _attributes: Mapping[str, str]) -> str:
        if self._container == "sparkline" and name in {"f", "sqref"}:
            return text
        if name == "sqref":
            return move_area(text, self._edit.rowmap)
        if name == "row" and text.isdigit():
            return str(self._edit.rowmap.row(int(text) + 1) - 1)
        return self._formula(text) if name in _FORMULAS else text

    def _formula(self, text: str) -> str:
        return move(text, Seat(self._edit.name), self._maps)


def _sparklines(content: bytes, edit: SheetEdit, maps: Mapping[str, RowMap]) -> bytes:
    """Move sparklines with their rows; one in a copied row is copied with it."""

    def put(found: "re.Match[bytes]") -> bytes:
        x14, xm, formula = found[1].decode(), found[2].decode(), unescape(found[3].decode())
        try:
            row, _column = parse_a1(found[4].decode().strip())
        except ValueError:
            return found[0]
        block = edit.rowmap.block(row)
        downs = [0]
        if block is not None and row == block.model:
            downs += [line.down for line in copies(block, edit.rowmap)]
        letters = found[4].decode().strip().rstrip("0123456789")
        return "".join(
            f"<{x14}sparkline><{xm}f>{escape(move(formula, Seat(edit.name, block, down), maps))}</{xm}f>"
            f"<{xm}sqref>{letters}{edit.rowmap.row(row) + down}</{xm}sqref></{x14}sparkline>"
            for down in downs
        ).encode()

    return _SPARKLINE.sub(put, content)
