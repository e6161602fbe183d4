"""The entities sheet and save_to: what a submission leaves behind as a list for other forms (ODK entities)."""

from collections.abc import Iterable

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform.entity_homes import Around, Request, homeless
from qingzhuang.intake.xlsform.headers import Line, Lines
from qingzhuang.intake.xlsform.names import is_name, names_in
from qingzhuang.language import gettext as _
from qingzhuang.model.xlsform import Question, XlsForm

_OURS = "__"
_COLUMNS = frozenset({"dataset", "entity_id", "create_if", "update_if", "repeat", "label"})


def check_entities(sheet: Lines | None, form: XlsForm, remarks: say.Remarks) -> None:
    """Say what keeps entities from being declared or filled."""
    declared = _declared(sheet, remarks) if sheet else {}
    seen: set[tuple[str, str]] = set()
    saved: dict[str, list[Around]] = {}
    for around, each in form.questions():
        if each.save_to:
            where = remarks.at(form.sheet, each.row)
            reason = _saving(each, declared, seen)
            if reason:
                remarks.add(say.bad_entity(where, reason))
            else:
                saved.setdefault(_list(each, declared), []).append(around)
    if sheet and declared:
        places = {each.name: around for around, each in form.questions()}
        requests = [_request(line, saved.get(line.get("dataset"), []), places) for line in declared.values()]
        for row in homeless(requests):
            remarks.add(say.bad_entity(remarks.at(sheet.name, row), _("实体清单的题分在放不到一起的组里。")))


def _request(line: Line, saved: list[Around], places: dict[str, Around]) -> Request:
    texts = (line.get(column) for column in ("entity_id", "create_if", "update_if", "label"))
    used = [places[name] for text in texts for name in names_in(text) if name in places]
    return Request(line.row, tuple(saved), tuple(used))


def _list(each: Question, declared: dict[str, Line]) -> str:
    name, mark, _property = each.save_to.rpartition("#")
    return name if mark else next(iter(declared))


def check_sections(lines: Iterable[Line], sheet: str, remarks: say.Remarks) -> None:
    """A group is no property."""
    for line in lines:
        if line.get("bind", "entities:saveto") and line.get("type").startswith(("begin", "end")):
            remarks.add(say.bad_entity(remarks.at(sheet, line.row), _("组不能存成属性，只有题可以。")))


def _declared(sheet: Lines, remarks: say.Remarks) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in sheet.rows:
        reason = _declaration(line, found)
        if reason:
            remarks.add(say.bad_entity(remarks.at(sheet.name, line.row), reason))
        found[line.get("dataset")] = line
    return found


def _declaration(line: Line, found: dict[str, Line]) -> str | None:
    name, known = line.get("dataset"), line.get("entity_id")
    if {column[0] for column in line.cells} - _COLUMNS:
        return _("entities 工作表里有不认识的列。")
    if not name or name.startswith(_OURS) or "." in name or not is_name(name) or name in found:
        return _("实体清单“{name}”的名称不能用，或已经有了。").format(name=name)
    if not known and line.get("update_if"):
        return _("要更新实体，须写 entity_id。")
    if known and line.get("create_if") and not line.get("update_if"):
        return _("既建又改的实体，须写 update_if。")
    if not known and not line.get("label"):
        return _("新建实体须写 label。")
    return None


def _saving(each: Question, declared: dict[str, Line], seen: set[tuple[str, str]]) -> str | None:
    if not declared:
        return _("写了 save_to，没有 entities 工作表。")
    name, mark, property_ = each.save_to.rpartition("#")
    if mark and "#" in name:
        return _("save_to 里只能有一个 #。")
    if not mark and len(declared) > 1:
        return _("有几份实体清单时，save_to 要写清是哪一份：清单#属性。")
    name = name if mark else next(iter(declared))
    if name not in declared:
        return _("没有“{name}”这份实体清单。").format(name=name)
    if property_.lower() in ("name", "label") or property_.startswith(_OURS) or not is_name(property_):
        return _("“{name}”不能作实体的属性名。").format(name=property_)
    if (name, property_) in seen:
        return _("属性“{name}”已经由别的题存了。").format(name=property_)
    seen.add((name, property_))
    return None
