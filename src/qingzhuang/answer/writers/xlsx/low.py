"""Answers that wrap into more lines than the height of their row shows: what is below the edge is cut on paper. The issuer's layout
is not changed for them; they are told."""

import re

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.narrow import length_of, suspects
from qingzhuang.answer.writers.xlsx.styles import Styles
from qingzhuang.answer.writers.xlsx.values import letters
from qingzhuang.language import gettext as _
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity

_HEIGHT = re.compile(rb'\bht="([0-9.]+)"')
_LINE = 12.5  # points that a line takes at the least: fonts differ
_SHOWN = 8


def too_low(edit: SheetEdit, styles: Styles) -> Problem | None:
    """Return the note that names columns whose wrapped texts are taller than their rows (QZ-R105)."""
    found: dict[int, Place] = {}
    wide = {(area.top, area.left): area for area in edit.merges()} if edit.writes else {}
    for row, column in suspects(edit):
        write = edit.writes[row][column]
        if column in found or not isinstance(write.value, str) or not styles.wraps(write.style or ""):
            continue
        area = wide.get((row, column))
        bottom, right = (area.bottom, area.right) if area else (row, column)
        heights = [_height(edit, each) for each in range(row, bottom + 1)]
        room = sum(edit.xml.column_width(each) for each in range(column, right + 1))
        lines = sum(-(-max(length_of(line), 1) // max(int(room), 1)) for line in write.value.split("\n"))
        if all(heights) and lines > 1 and lines * _LINE > sum(heights):
            found[column] = Place(edit.name, row, column)
    return _told(found) if found else None


def _height(edit: SheetEdit, row: int) -> float:
    """The height that a row states, in points; 0 where the program finds it by itself."""
    line = edit.lines().get(row)
    source = edit.xml.rows.get(line.source) if line else None
    told = _HEIGHT.search(edit.xml.content, source.start, source.open_end) if source else None
    return float(told[1]) if told else 0.0


def _told(found: dict[int, Place]) -> Problem:
    columns = "、".join(letters(column) for column in sorted(found)[:_SHOWN])
    return Problem(
        "QZ-R105",
        str(next(iter(found.values()))),
        _("{columns} 列有的文字比行高，打印时下面几行会被截掉。内容都在，版式没有动。").format(
            columns=columns
        ),
        _("打印前请把这几行拉高。"),
        Severity.NOTE,
    )
