"""Lists of the same columns on one sheet: parts of one list that goes on, or parts of their own, for a village each or for who knows whom."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Table, TableKind
from qingzhuang.model.problem import Problem, Severity


def share_of(table: Table, form: Form, subjects: Sequence[Subject]) -> tuple[int, Sequence[Subject]]:
    """Return how many subjects the parts of a list above this one take, and those that it takes itself. A list whose
    header is printed again lower on its sheet goes on there: each part takes what it has rows for, the last the rest."""
    parts = [each for each in form.tables if each is table or _is_one_list(each, table, form)]
    start = 0
    for part in parts[:-1]:
        room = max((part.data_end_row or 0) - (part.data_start_row or 1) + 1, 0)
        if part is table:
            return start, subjects[start : start + room]
        start += room
    return min(start, len(subjects)), subjects[start:]


def is_apart(table: Table, form: Form) -> bool:
    """Tell whether a list has others of the same columns on its sheet that it does not go on from or into: other words stand over
    them, or something stands between. A title of its own says itself who belongs on the list."""
    others = [each for each in form.tables if each is not table and _is_like(each, table)]
    return table.own_title is None and any(not _is_one_list(each, table, form) for each in others)


def village_of_part(table: Table, form: Form, names: Collection[str]) -> str | None:
    """Return the village whose part of a list this is: every part is headed by the name of one."""
    parts = [each for each in form.tables if each is table or _is_like(each, table)]
    return table.section if all(each.section in names for each in parts) else None


def unknown_part(form: Form, table: Table) -> Problem:
    """The problem QZ-F162: nothing says which row belongs to which part."""
    like = [each for each in form.tables if each is table or _is_like(each, table)]
    parts = [each.section or _("第 {row} 行起").format(row=each.data_start_row) for each in like]
    return Problem(
        "QZ-F162",
        f"{form.file} {table.sheet}",
        _("这张表分成“{parts}”，栏目都一样，哪一条该写在哪一段没有说，没有填。").format(
            parts="”“".join(parts)
        ),
        _("请照段填写；或用 --data 给内容，每一项写成“段名/栏目”。"),
        Severity.DOUBT,
    )


def _is_one_list(one: Table, other: Table, form: Form) -> bool:
    """Whether two lists are parts of one: nothing but such parts stands between them."""
    if not _is_like(one, other):
        return False
    between = [each for each in form.tables if each is one or _is_like(each, one)]
    first, last = sorted(at for at, each in enumerate(between) if each is one or each is other)
    return all(_adjoin(above, below) for above, below in pairwise(between[first : last + 1]))


def _adjoin(above: Table, below: Table) -> bool:
    same = (above.title, above.section) == (below.title, below.section)
    end = max((above.data_end_row or 0, *above.total_rows))
    return same and below.header_rows is not None and below.header_rows[0] == end + 1


def _is_like(one: Table, other: Table) -> bool:
    """Whether two lists of a sheet have the same columns at the same places."""
    lists = one.sheet == other.sheet and one.kind is other.kind is TableKind.LIST
    return lists and [(each.key, each.place.column) for each in one.columns] == [
        (each.key, each.place.column) for each in other.columns
    ]
