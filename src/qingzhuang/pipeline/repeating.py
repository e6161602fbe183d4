"""One workbook with a sheet for each village: the issuer's sheet repeated, each filled with its own answers."""

from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.answer.fill import fill
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.repeat import repeated, tabs


def filled_sheets(
    file: str, content: bytes, form: Form, answers: Sequence[tuple[str, Answers]]
) -> tuple[Filled, Form]:
    """Return the workbook with a sheet for each name and its answers, and the form as it then is. Raises ProblemError QZ-R094 when
    the form is no workbook with all that is asked on one sheet, and as `repeated` and `fill` do."""
    sheets = {table.sheet for table in form.tables}
    if form.kind is not FileKind.XLSX or len(sheets) != 1 or not answers:
        raise ProblemError(_not_one(file))
    names = list(tabs([name for name, _answers in answers]))
    (sheet,) = sheets
    made = repeated(file, content, sheet, names)
    forms = [on_sheet(form, name) for name in names]
    done = Filled(made, ())
    for own, (_name, given) in zip(forms, answers, strict=True):
        filled = fill(file, done.content, own, given)
        done = Filled(filled.content, (*done.written, *filled.written), (*done.problems, *filled.problems))
    whole = replace(form, tables=tuple(table for own in forms for table in own.tables))
    return replace(done, problems=tuple(dict.fromkeys(done.problems))), whole


def on_sheet(form: Form, name: str) -> Form:
    """Return the form as it stands on a sheet of another name."""
    return replace(form, tables=tuple(_table(table, name) for table in form.tables))


def _table(table: Table, name: str) -> Table:
    columns, inputs = (tuple(_item(item, name) for item in items) for items in (table.columns, table.inputs))
    return replace(table, sheet=name, columns=columns, inputs=inputs)


def _item(item: Item, name: str) -> Item:
    boxes = tuple(Place(name, each.row, each.column) for each in item.boxes)
    return replace(item, place=Place(name, item.place.row, item.place.column), boxes=boxes)


def _not_one(file: str) -> Problem:
    return Problem(
        "QZ-R094",
        file,
        _("不是 Excel 表，或者要填的不止一张工作表，没有合成一份。"),
        _("请一个村填一份（--per village，不加 --sheets）。"),
    )
