"""Answers that do not fit their cells: a date shows as ###, a text is cut where the next cell is taken. The issuer's
layout is not changed for them; they are told."""

from collections.abc import Iterator

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.plain import PlainRow, Shape
from qingzhuang.answer.writers.xlsx.styles import Styles
from qingzhuang.answer.writers.xlsx.values import letters
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
    for row, column in suspects(edit):
        write = edit.writes[row][column]
        words = not isinstance(write.value, int | float)
        into = texts if words else dates
        if column in into or not write.value:
            continue
        style = write.style or ""
        if style not in fits:
            fits[style] = styles.fits_itself(style)
        if fits[style] or not (words or styles.is_date(style)):
            continue
        right = wide.get((row, column), column)
        room = sum(edit.xml.column_width(each) for each in range(column, right + 1)) * _NARROWEST
        length = length_of(write.value) if words else styles.date_width(style)
        if length > room and (not words or _is_taken(edit, row, right + 1)):
            into[column] = Place(edit.name, row, column)
    return _told(dates, texts) if dates or texts else None


def suspects(edit: SheetEdit) -> Iterator[tuple[int, int]]:
    """What may not fit, without the texts of columns whose longest one does: many are measured at once."""
    columns: dict[int, list[int]] = {}
    plain: dict[Shape, list[tuple[int, PlainRow]]] = {}
    for row, writes in edit.writes.items():
        if type(writes) is PlainRow:
            plain.setdefault(writes.shape, []).append((row, writes))
            if writes.pattern.dated:
                yield from ((row, column) for column in writes.pattern.dated)
    for shape, rows_of in plain.items():
        for at in shape.texts:
            room = edit.xml.column_width(shape.columns[at]) * _NARROWEST
            if length_of("\n".join([str(writes.values_[at]) for _row, writes in rows_of])) > room:
                yield from ((row, shape.columns[at]) for row, _writes in rows_of)
    for row, column in edit.unsure:
        columns.setdefault(column, []).append(row)
    for column, rows in columns.items():
        values = [edit.writes[row][column].value for row in rows]
        texts = [value for value in values if type(value) is str]
        fits = length_of("\n".join(texts)) <= edit.xml.column_width(column) * _NARROWEST
        if not fits or len(texts) < len(values):
            yield from ((row, column) for row in dict.fromkeys(rows))


def length_of(value: object) -> int:
    """The width of the longest line in digits: what a double-byte code needs two bytes for is two wide."""
    text = value if isinstance(value, str) else getattr(value, "text", "")
    return max(map(len, text.encode("gbk", "replace").split(b"\n")))


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
