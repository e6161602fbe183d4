"""Any form as an XLSForm: a list becomes a repeat, a card a group, a row of a matrix a group; codes become choices."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from qingzhuang.intake.layout.units import unit_of
from qingzhuang.language import gettext as _
from qingzhuang.language import in_source
from qingzhuang.model.form import Form, Item, ItemType, Table
from qingzhuang.model.xlsform import Choice, Question, Section, SectionKind, XlsForm
from qingzhuang.pipeline.survey_bounds import bounded
from qingzhuang.pipeline.survey_names import Names, ascii_name

LANGUAGE = "中文 (zh)"
YES, COMPUTED = "yes", "position(..)"
_AGAIN = re.compile(r"#\d+$")
_IDENTITY = re.compile(r"身份证|公民身份|身份号码")
_SHAPES: dict[ItemType, tuple[str, str]] = {
    ItemType.INTEGER: ("integer", ""),
    ItemType.NUMBER: ("decimal", ""),
    ItemType.DATE: ("date", ""),
    ItemType.MONTH: ("date", "month-year"),
    ItemType.PHONE: ("text", "numbers"),
    ItemType.PHOTO: ("photo", ""),
    ItemType.SIGNATURE: ("photo", "signature"),
}
_YES_NO = ("是", "否")


@in_source()
def survey_of(form: Form) -> XlsForm:
    """Return what a form asks as an XLSForm with Chinese words. A row's number is computed; what the form computes
    itself is shown and not asked; stubs of a matrix become the labels of groups."""
    return _Surveyor(form).run()


class _Surveyor:
    """Holds the names and lists of one form."""

    def __init__(self, form: Form) -> None:
        self._form, self._names = form, Names(form)
        self._title = form.title or form.file.rpartition(".")[0] or form.file
        self._lists: dict[tuple[str, ...], str] = {}

    def run(self) -> XlsForm:
        """Return the whole form."""
        tables = [table for table in self._form.tables if table.items]
        children: list[Question | Section] = []
        for number, table in enumerate(tables, 1):
            inside = tuple(self._table(table))
            if len(tables) > 1:
                words = table.section or table.own_title or table.title or table.sheet
                children.append(self._section(SectionKind.GROUP, f"table_{number}", words, inside))
            else:
                children += inside
        choices = {name: tuple(_choices(codes)) for codes, name in self._lists.items()}
        settings = {
            "title": self._title,
            "id_string": ascii_name(self._title) or "form",
            "default_language": LANGUAGE,
        }
        return XlsForm(
            self._form.file,
            "survey",
            children=tuple(children),
            choices=choices,
            settings=settings,
            default_language=LANGUAGE,
            languages=(LANGUAGE,),
        )

    def _table(self, table: Table) -> Iterator[Question | Section]:
        yield from self._levels(table.inputs, 0)
        columns = [
            item for item in table.columns if item.place.column not in table.stub_columns or not table.stubs
        ]
        if not columns:
            return
        if table.stubs:
            for number, stub in enumerate(table.stubs, 1):
                words = " ".join(dict.fromkeys(label for label in stub.labels if label)) or str(number)
                inside = tuple(self._levels(columns, 0))
                yield self._section(SectionKind.GROUP, self._names.free("", "row"), words, inside)
            return
        inside = tuple(self._levels(columns, 0, in_repeat=True))
        words = table.section or self._title
        yield self._section(SectionKind.REPEAT, self._names.free("", "rows"), words, inside)

    def _section(
        self, kind: SectionKind, name: str, words: str, inside: tuple[Question | Section, ...]
    ) -> Section:
        return Section(0, kind, name, {LANGUAGE: _plain(words)}, children=inside)

    def _levels(
        self, items: Sequence[Item], depth: int, *, in_repeat: bool = False
    ) -> Iterator[Question | Section]:
        """Columns side by side under the same header stand in one group."""
        for outer, found in groupby(
            items, lambda item: item.path[depth] if len(item.path) > depth + 1 else None
        ):
            if outer is None:
                for item in found:
                    yield self._question(item, in_repeat=in_repeat)
            else:
                inside = tuple(self._levels(list(found), depth + 1, in_repeat=in_repeat))
                name = self._names.free(ascii_name(_AGAIN.sub("", outer)), "group")
                yield self._section(SectionKind.GROUP, name, outer, inside)

    def _question(self, item: Item, *, in_repeat: bool) -> Question:
        kind, appearance = _SHAPES.get(item.type, ("text", ""))
        codes = item.codes or (_YES_NO if item.type is ItemType.YESNO else ())
        name, list_name = self._names.of(item), ""
        if codes:
            kind, list_name = "select one", self._list(codes, name)
        computed = item.type is ItemType.ROW_NUMBER and in_repeat
        constraint, words = _constraint(item)
        return Question(
            0,
            "calculate" if computed else kind,
            name,
            {LANGUAGE: _label(item)},
            hint={LANGUAGE: hint} if (hint := _hint(item)) and not computed else {},
            list_name="" if computed else list_name,
            required=YES if item.required and not item.formula and not computed else "",
            constraint=constraint,
            constraint_message={LANGUAGE: words} if words else {},
            calculation=COMPUTED if computed else "",
            appearance="" if computed else appearance,
            readonly=YES if item.formula and not computed else "",
            parameters={"max-pixels": "1024"} if kind == "photo" else {},
        )

    def _list(self, codes: tuple[str, ...], name: str) -> str:
        if codes not in self._lists:
            wanted = "yes_no" if codes == _YES_NO else name
            taken = set(self._lists.values())
            number, free = 1, wanted
            while free in taken:
                number += 1
                free = f"{wanted}_{number}"
            self._lists[codes] = free
        return self._lists[codes]


def _choices(codes: Sequence[str]) -> Iterator[Choice]:
    taken: set[str] = set()
    for number, code in enumerate(dict.fromkeys(codes), 1):
        name = ascii_name(code) or f"c{number}"
        name = name if name not in taken else f"{name}_{number}"
        taken.add(name)
        yield Choice(0, name, {LANGUAGE: _plain(code)})


def _label(item: Item) -> str:
    label = _plain(item.label)
    return label if not item.unit or unit_of(label) == item.unit else f"{label}（{item.unit}）"


def _plain(words: str) -> str:
    """A label without our own mark; what would refer to another question refers to none."""
    return _AGAIN.sub("", words).replace("${", "$\u200b{")


def _hint(item: Item) -> str:
    return _plain(item.hint or "") or (_("由表自己算出，不用填。") if item.formula else "")


def _constraint(item: Item) -> tuple[str, str]:
    """Only what holds of every such value: an ID number has its form, a telephone its signs."""
    if item.type is ItemType.ID_NUMBER and _IDENTITY.search(item.label):
        return "regex(., '^[0-9]{17}[0-9Xx]$')", _("身份证号是 18 位，末位可以是 X。")
    if item.type is ItemType.PHONE:
        return "regex(., '^[-0-9+() ]{5,24}$')", _("电话只有数字和 + - ( )。")
    return bounded(item.domain, item.type) if item.domain and not item.codes else ("", "")
