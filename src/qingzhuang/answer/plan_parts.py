"""Lists of the same columns on one sheet: parts of one list that goes on, or parts of their own, for a village each or for who knows whom."""

from collections.abc import Collection, Sequence

from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Table, TableKind
from qingzhuang.model.problem import Problem, Severity


def share_of(table: Table, form: Form, subjects: Sequence[Subject]) -> tuple[int, Sequence[Subject]]:
    """Return how many subjects the parts of a list above this one take, and those that it takes itself. A list whose
    header is printed again lower on its sheet goes on there: each part takes what it has rows for, the last the rest."""
    parts = [each for each in form.tables if each is table or _is_one_list(each, table)]
    start = 0
    for part in parts[:-1]:
        room = max((part.data_end_row or 0) - (part.data_start_row or 1) + 1, 0)
        if part is table:
            return start, subjects[start : start + room]
        start += room
    return min(start, len(subjects)), subjects[start:]


def section_of(table: Table, form: Form) -> str | None:
    """Return the words over a list that alone tell it from others of the same columns on its sheet; None where it has no such
    others, or where the words are a title, which says itself who belongs on the list."""
    others = [each for each in form.tables if each is not table and _is_like(each, table)]
    if table.section is None or table.own_title is not None:
        return None
    return table.section if any(each.section != table.section for each in others) else None


def village_of_part(table: Table, form: Form, names: Collection[str]) -> str | None:
    """Return the village whose part of a list this is: every part is headed by the name of one."""
    parts = [each for each in form.tables if each is table or _is_like(each, table)]
    return table.section if all(each.section in names for each in parts) else None


def unknown_part(form: Form, table: Table) -> Problem:
    """The problem QZ-F162: nothing says which row belongs to which part."""
    parts = [
        each.section for each in form.tables if (each is table or _is_like(each, table)) and each.section
    ]
    return Problem(
        "QZ-F162",
        f"{form.file} {table.sheet}",
        _("这张表分成“{parts}”，栏目都一样，哪一条该写在哪一段没有说，没有填。").format(
            parts="”“".join(parts)
        ),
        _("请照段填写；或用 --data 给内容，每一项写成“段名/栏目”。"),
        Severity.DOUBT,
    )


def _is_one_list(one: Table, other: Table) -> bool:
    same = (one.title, one.section) == (other.title, other.section)
    return same and one.header_rows != other.header_rows and _is_like(one, other)


def _is_like(one: Table, other: Table) -> bool:
    """Whether two lists of a sheet have the same columns at the same places."""
    lists = one.sheet == other.sheet and one.kind is other.kind is TableKind.LIST
    return lists and [(each.key, each.place.column) for each in one.columns] == [
        (each.key, each.place.column) for each in other.columns
    ]
