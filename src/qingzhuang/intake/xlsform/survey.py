"""The survey sheet, row by row: questions, groups and repeats (pyxform 4.5: workbook_to_json)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform import selects
from qingzhuang.intake.xlsform.expressions import dynamic
from qingzhuang.intake.xlsform.frames import Frames
from qingzhuang.intake.xlsform.headers import Line, Lines
from qingzhuang.intake.xlsform.names import is_name
from qingzhuang.intake.xlsform.parameters import TAKES, geometry, parse, wrong
from qingzhuang.intake.xlsform.questions import question
from qingzhuang.intake.xlsform.spellings import BEGIN, END, SELECT, SETTINGS_COLUMNS, TYPES, YES
from qingzhuang.intake.xlsform.types import CALCULATED, INSTANCES, NOTES, known
from qingzhuang.language import gettext as _
from qingzhuang.model.xlsform import Choice, Question, Section

_CALCULATION = ("bind", "calculate")
_EMPTY_ROW = "generated_note_name_{row}"


@dataclass(slots=True)
class Survey:
    """Reads the rows of one survey sheet. `settings` takes up what such a sheet may also say about the form; `names` counts
    the names of its rows."""

    sheet: Lines
    choices: dict[str, tuple[Choice, ...]]
    external: Mapping[str, Sequence[Choice]]
    settings: dict[str, str]
    language: str
    remarks: say.Remarks
    audited: bool = False
    frames: Frames = field(init=False)
    names: Counter[str] = field(default_factory=Counter[str])
    instances: set[str] = field(default_factory=set[str])
    geometries: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def __post_init__(self) -> None:
        root = self.settings.get("name", "data")
        self.frames = Frames(self.sheet.name, self.choices, self.language, self.remarks, root)

    def read(self) -> "tuple[Question | Section, ...]":
        """Return what stands on the sheet."""
        for line in self.sheet.rows:
            if line.cells and line.get("disabled") not in YES:
                self._row(line)
        self._check_geometries()
        return self.frames.close()

    def _row(self, line: Line) -> None:
        kind = line.get("type")
        kind = TYPES.get(kind, kind)
        if kind and parse(line.get("parameters")) is None:
            self.remarks.add(say.bad_parameter(self._where(line), line.get("parameters")))
        if not kind:
            self._without_type(line)
        elif kind == "audit":
            self._audit(line)
        elif kind in SETTINGS_COLUMNS:
            self.settings[SETTINGS_COLUMNS[kind][0]] = line.get("name")
        elif (end := END.match(kind)) is not None:
            self.frames.end(line, end.group("kind"))
        else:
            self._named(line, kind)

    def _where(self, line: Line) -> str:
        return self.remarks.at(self.sheet.name, line.row)

    def _without_type(self, line: Line) -> None:
        if line.has("name") or line.has("label"):
            self.remarks.add(say.no_type(self._where(line)))
        elif any(column != ("disabled",) for column in line.cells):
            words = _("这一行没有类型、名称和题目，当作备注跳过了。")
            cure = _("是备注就不用管；是题目就补上 type 和 name。")
            self.remarks.add(say.worth_knowing(self._where(line), words, cure))

    def _audit(self, line: Line) -> None:
        if line.get("name") not in ("", "audit"):
            self.remarks.add(say.bad_name(self._where(line), "name", line.get("name")))
        if self.audited:
            self.remarks.add(say.name_again(self._where(line), "audit"))
        self.audited = True
        self._parameters(line, "audit", "audit")

    def _named(self, line: Line, kind: str) -> None:
        name = self._name(line, kind)
        if name is None:
            return
        begin = BEGIN.match(kind)
        self.names[name] += 1
        self.frames.take_name(line, name)
        if begin is not None:
            self.frames.begin(line, name, begin.group("kind"), begin.group("list_name"))
            return
        self._question(line, name, kind)

    def _name(self, line: Line, kind: str) -> str | None:
        name = line.get("name")
        if not name and kind == "note":
            return _EMPTY_ROW.format(row=line.row)
        if not name:
            self.remarks.add(say.no_name(self._where(line)))
            return None
        if not is_name(name):
            self.remarks.add(say.bad_name(self._where(line), "name", name))
        return name

    def _question(self, line: Line, name: str, kind: str) -> None:
        where = self._where(line)
        select = SELECT.match(kind)
        if select is not None:
            asked = self._select(line, name, select.groupdict())
            for other in asked[1:]:
                self.frames.take_name(line, other.name)
            self.frames.add_all(asked)
            return
        if kind == "include":
            self.remarks.add(say.not_included(where, name))
            return
        kind = "osm" if kind.startswith("osm ") else kind
        if kind in INSTANCES:
            self.instances.add(name)
            return
        if kind in selects.BARE:
            self.remarks.add(say.no_list(where, ""))
        elif not known(kind):
            self.remarks.add(say.unknown_type(where, kind))
        elif kind == "calculate" and not line.get(*_CALCULATION) and not dynamic(line.get("default"), kind):
            self.remarks.add(say.no_calculation(where))
        elif kind == "background-geopoint" and (not line.get("trigger") or line.get(*_CALCULATION)):
            self.remarks.add(say.bad_trigger(where))
        given = self._parameters(line, kind, kind)
        self._advise(where, kind, given)
        self.frames.add_all((question(line, name, kind, self.language, given),))

    def _select(self, line: Line, name: str, found: Mapping[str, str | None]) -> tuple[Question, ...]:
        select = selects.Select(
            self.choices,
            self.external,
            self.language,
            self.remarks,
            self._where(line),
            table=self.frames.table_list(found["list_name"] or ""),
        )
        given = self._parameters(line, "select from file" if selects.is_file(found) else "select", "select")
        self.instances.add((found["list_name"] or "").rpartition(".")[0] or found["list_name"] or "")
        return select.read(line, name, found, given)

    def _parameters(self, line: Line, kind: str, shown: str) -> dict[str, str]:
        given = parse(line.get("parameters"))
        if given is None:
            return {}
        bad = wrong(kind, given, line.get("control", "appearance"), self.choices)
        if bad is not None:
            self.remarks.add(say.bad_parameter(self._where(line), bad))
        if "reference-geometry" in given and shown in TAKES:
            self.geometries.append((line.row, given["reference-geometry"]))
        return given

    def _advise(self, where: str, kind: str, given: Mapping[str, str]) -> None:
        if kind == "photo" and "max-pixels" not in given:
            words = _("照片没有限定大小，交上来会很慢。")
            self.remarks.add(say.worth_knowing(where, words, _("在 parameters 一列写 max-pixels=1024。")))
        elif kind in ("simserial", "subscriberid"):
            words = _("多数手机已经不给这个号码。")
            self.remarks.add(say.worth_knowing(where, words, _("请删去这一行。")))

    def _check_geometries(self) -> None:
        lists = frozenset(self.instances | self.choices.keys())
        for row, text in self.geometries:
            if not geometry(text, lists, frozenset(self.frames.repeats)):
                where = self.remarks.at(self.sheet.name, row)
                self.remarks.add(say.bad_parameter(where, f"reference-geometry={text}"))


def shown(each: Question) -> bool:
    """Tell whether a person sees the question."""
    silent = each.type in CALCULATED or (
        (each.calculation or each.trigger) and not each.label and not each.hint
    )
    return not silent


def is_note(each: Question) -> bool:
    """Tell whether a question is only shown."""
    return each.type in NOTES
