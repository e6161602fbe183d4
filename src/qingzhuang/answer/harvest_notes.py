"""Remarks that say that a row's person has died. Strict: 丈夫去世 on a widow's row is about somebody else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.answer.harvest_cells import Grid
from qingzhuang.model.form import Table
from qingzhuang.model.place import Place

DEAD = "person.is_dead"
_REMARKS = re.compile(r"^(?:备注|说明|备注说明|人员状态|变动情况)$")
_DIED = re.compile(
    r"^(?:本人|该人)?于?[0-9年月日号./\-]*(?:因病|因故)?(?:已经?|现已)?(?:去世|死亡|病故|亡故|已故|身故|过世)(?:$|[，,。；;（(]|销户|注销|未销户|未注销)"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, its cell and what its column is called."""

    text: str
    place: Place
    label: str


def deaths(table: Table, grid: Grid, row: int) -> Iterator[Note]:
    """Yield the remarks of a row that say that its person has died."""
    for item in table.columns:
        cell = grid.cell(row, item.place.column) if _REMARKS.match(item.label) else None
        text = "".join(cell.text.split()) if cell is not None and cell.row == row else ""
        if _DIED.match(text):
            yield Note(text, Place(table.sheet, row, item.place.column), item.label)
