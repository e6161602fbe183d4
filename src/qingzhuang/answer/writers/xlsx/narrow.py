"""Answers that do not fit their cells: a date shows as ###, a text is cut where the next cell is taken. The issuer's
layout is not changed for them; they are told."""

from collections.abc import Iterator

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.styles import Styles
from qingzhuang.answer.writers.xlsx.values import Write, letters
from qingzhuang.language import gettext as _
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity

_NARROWEST = 1.15  # of what is estimated: fonts differ
_SHOWN = 8


def too_narrow(edit: SheetEdit, styles: Styles) -> Problem | None:
    """Return the warning that names columns with dates or texts wider than their cells (QZ-F041)."""
    if not edit.writes:
        return None
    wide = {(area.top, area.left): area.right for area in edit.merges()}
    fits: dict[str, bool] = {}
    dates: dict[int, Place] = {}
    texts: dict[int, Place] = {}
    for row, column, write in _suspects(edit, styles):
        into = dates if isinstance(write.value, int | float) else texts
        style = write.style or ""
        if style not in fits:
            fits[style] = styles.fits_itself(style)
        if column in into or fits[style]:
            continue
        right = wide.get((row, column), column)
        room = sum(edit.xml.column_width(each) for each in range(column, right + 1)) * _NARROWEST
        length = styles.date_width(style) if into is dates else _length(write.value)
        if length > room and (into is dates or _is_taken(edit, row, right + 1)):
            into[column] = Place(edit.name, row, column)
    return _told(dates, texts) if dates or texts else None


def _suspects(edit: SheetEdit, styles: Styles) -> Iterator[tuple[int, int, Write]]:
    """Writes that may be too long for their column: most are told apart here by one look at a table, for there are many."""
    rooms: dict[int, float] = {}
    is_date: dict[str | None, bool] = {}
    for row, writes in edit.writes.items():
        for column, write in writes.items():
            value = write.value
            if type(value) is str:
                if column not in rooms:
                    rooms[column] = edit.xml.column_width(column) * _NARROWEST
                if len(value if value.isascii() else value.encode("gbk", "replace")) > rooms[column]:
                    yield row, column, write
            elif value is not None and type(value) is not bool:
                style = write.style
                if style not in is_date:
                    is_date[style] = styles.is_date(style or "")
                if is_date[style] or type(value) not in (int, float):
                    yield row, column, write


def _length(value: object) -> int:
    """The width of the longest line in digits: what a double-byte code needs two bytes for is two wide."""
    text = value if isinstance(value, str) else getattr(value, "text", "")
    return max((len(line.encode("gbk", "replace")) for line in text.split("\n")), default=0)


def _is_taken(edit: SheetEdit, row: int, column: int) -> bool:
    """Tell whether something stands in a cell, so that its neighbour's text cannot run over it."""
    write = edit.writes.get(row, {}).get(column)
    if write is not None:
        return write.value not in (None, "")
    line = edit.lines().get(row)
    cell = edit.xml.cell(line.source, column) if line else None
    return cell is not None and (cell.formula is not None or cell.value not in (None, ""))


def _told(dates: dict[int, Place], texts: dict[int, Place]) -> Problem:
    parts = []
    if dates:
        parts.append(_("{columns} 列的日期会显示成 ###").format(columns=_columns(dates)))
    if texts:
        parts.append(_("{columns} 列有的文字会被右边一格挡住").format(columns=_columns(texts)))
    return Problem(
        "QZ-F041",
        str(next(iter((*dates.values(), *texts.values())))),
        _("这张表的列太窄：{what}。内容都在，版式没有动。").format(what="；".join(parts)),
        _("打印前请把这几列拉宽，或设成缩小字体填充。"),
        Severity.NOTE,
    )


def _columns(found: dict[int, Place]) -> str:
    shown = [letters(column) for column in sorted(found)[:_SHOWN]]
    return "、".join(shown) + (_("等") if len(found) > _SHOWN else "")
