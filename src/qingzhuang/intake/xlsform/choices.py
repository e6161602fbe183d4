"""The choices sheets: lists by name, each choice with its words."""

from collections.abc import Iterable, Mapping

from qingzhuang.intake.xlsform.headers import Line, Lines
from qingzhuang.intake.xlsform.problems import Remarks, bad_choice, missing_column, no_name, worth_knowing
from qingzhuang.language import gettext as _
from qingzhuang.model.xlsform import Choice

_LIST, _OWN = "list name", frozenset({"list name", "name", "label", "media"})


def choice_lists(
    sheet: Lines, language: str, remarks: Remarks, *, again: bool = False
) -> dict[str, tuple[Choice, ...]]:
    """Return the lists of the choices sheet. A choice needs a name, its own unless they may come `again`."""
    if not sheet.rows:
        return {}
    if not sheet.has("name"):
        remarks.add(missing_column(remarks.at(sheet.name, 1), "name"))
        return {}
    odd = _odd(sheet, remarks)
    for name, rows in by_list(sheet.rows).items():
        _check(name, rows, sheet, remarks, again=again)
    return lists_of(sheet, language, odd)


def lists_of(sheet: Lines, language: str, odd: frozenset[str] = frozenset()) -> dict[str, tuple[Choice, ...]]:
    """Return the lists of a sheet as they stand."""
    return {
        name: tuple(_choice(row, language, odd) for row in rows) for name, rows in by_list(sheet.rows).items()
    }


def by_list(rows: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the rows that belong to a list, by its name."""
    found: dict[str, list[Line]] = {}
    for row in rows:
        if row.get(_LIST):
            found.setdefault(row.get(_LIST), []).append(row)
    return found


def _odd(sheet: Lines, remarks: Remarks) -> frozenset[str]:
    """Columns that cannot become elements are left out: people keep notes there."""
    heads = {column[0] for column in sheet.columns.values()}
    odd = frozenset(head for head in heads if head != _LIST and (" " in head or not head))
    for head in sorted(odd):
        words = _("选项工作表里“{header}”这一列的列名带空格，没有用。").format(header=head)
        remarks.add(worth_knowing(remarks.at(sheet.name, 1), words, _("要用就去掉空格，只是备注就不用管。")))
    return odd


def _check(name: str, rows: Iterable[Line], sheet: Lines, remarks: Remarks, *, again: bool) -> None:
    seen: set[str] = set()
    for row in rows:
        where, given = remarks.at(sheet.name, row.row), row.get("name")
        if not given:
            remarks.add(no_name(where))
        elif given in seen and not again:
            words = _("清单“{list}”里“{name}”出现了两次。").format(list=name, name=given)
            remarks.add(bad_choice(where, words))
        if not row.has("label"):
            words = _("选项“{name}”没有写给人看的字。").format(name=given)
            remarks.add(worth_knowing(where, words, _("请在 label 一列写上。")))
        seen.add(given)


def _choice(row: Line, language: str, odd: frozenset[str]) -> Choice:
    return Choice(
        row.row,
        row.get("name"),
        row.wording("label", language=language),
        media_of(row, language),
        {column[0]: text for column, text in row.cells.items() if column[0] not in _OWN | odd},
    )


def media_of(row: Line, language: str) -> Mapping[str, dict[str, str]]:
    """Return the pictures and sounds of a row, by kind and language."""
    kinds = dict.fromkeys(column[0] for column, _text in row.below("media"))
    return {kind: row.wording("media", kind, language=language) for kind in kinds}
