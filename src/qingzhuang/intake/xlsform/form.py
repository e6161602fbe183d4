"""An XLSForm as a form like any other: questions become items, repeats become lists, the rest a card."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qingzhuang.intake.layout.types import type_of
from qingzhuang.intake.layout.units import unit_of
from qingzhuang.intake.xlsform.constraints import domain_of
from qingzhuang.intake.xlsform.names import is_reference
from qingzhuang.intake.xlsform.spellings import EXTERNAL, NO, YES
from qingzhuang.intake.xlsform.types import ASKED, CALCULATED, NOTES, whole
from qingzhuang.intake.xlsform.words import one_level, shown_words
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.xlsform import Choice, Question, Section, SectionKind, XlsForm

_FRAME = re.compile(r"table_\d+")
_POSITION = re.compile(r"position\(\s*\.\.\s*\)")
_AGAIN = re.compile(r"#\d+$")
_TOLD_BY_LABEL = (ItemType.ID_NUMBER, ItemType.PHONE)
_YES_NO = {"yes", "no"}
_Around = tuple[Section, ...]


def form_from(xls: XlsForm) -> Form:
    """Return what an XLSForm asks of a person. Notes become notes; what fills itself is not asked."""
    frames = _frames(xls)
    tables = tuple(table for title, children in frames for table in _Reader(xls).tables(title, children))
    notes = tuple(
        words for _, each in xls.questions() if each.type in NOTES and (words := shown_words(xls, each.label))
    )
    return Form(xls.file, FileKind.XLSFORM, xls.title, tables, notes=notes, problems=xls.problems)


def _frames(xls: XlsForm) -> Iterator[tuple[str | None, Sequence[Question | Section]]]:
    """A form of several tables that we wrote has one group a table; any other is one."""
    framed = [each for each in xls.children if isinstance(each, Section) and _FRAME.fullmatch(each.name)]
    if framed and len(framed) == len(xls.children):
        for each in framed:
            yield shown_words(xls, each.label) or None, each.children
    else:
        yield None, xls.children


@dataclass(frozen=True, slots=True)
class _Reader:
    xls: XlsForm

    def tables(self, title: str | None, children: Iterable[Question | Section]) -> Iterator[Table]:
        """Yield the card of what is asked once, then a list for each repeat."""
        asked = list(_walk(tuple(children), ()))
        inputs = _told_apart(self._items(each for each in asked if _repeat(each[0]) is None))
        if inputs:
            yield Table(self.xls.sheet, TableKind.CARD, title=self.xls.title, section=title, inputs=inputs)
        repeats = {_key(found): found for around, _each in asked if (found := _repeat(around)) is not None}
        for repeat in repeats.values():
            rows = (each for each in asked if _key(_repeat(each[0]) or ()) == _key(repeat))
            columns = _told_apart(self._items(rows))
            if columns:
                section = self._section(title, repeat)
                yield Table(self.xls.sheet, TableKind.LIST, self.xls.title, section, columns=columns)

    def _section(self, title: str | None, repeat: _Around) -> str | None:
        """What stands above a list, unless it is only the form's title again."""
        words = [one_level(shown_words(self.xls, each.label)) for each in repeat]
        section = "/".join(word for word in words if word) or title
        return section if section and section != one_level(self.xls.title or "") else None

    def _items(self, asked: Iterable[tuple[_Around, Question]]) -> Iterator[Item]:
        for around, each in asked:
            kind = self._type(each)
            if kind is not None:
                yield self._item(around, each, kind)

    def _type(self, each: Question) -> ItemType | None:
        """Our type of what a person answers; None for what nobody does."""
        label = one_level(shown_words(self.xls, each.label))
        if each.type in CALCULATED and label and _POSITION.search(each.calculation):
            return ItemType.ROW_NUMBER
        if each.type not in ASKED or (each.calculation and not label):
            return None
        kind = whole(each.type)
        if kind is ItemType.CODE:
            codes = self._codes(each)
            names = {choice.name.lower() for choice in self._choices(each)}
            return type_of(label, codes=codes) if codes and names != _YES_NO else _kept(names)
        if kind in (ItemType.TEXT, ItemType.INTEGER):
            found = type_of(label)
            return found if found in _TOLD_BY_LABEL or each.type == "phone number" else kind
        if kind is ItemType.PHOTO and "signature" in each.appearance:
            return ItemType.SIGNATURE
        return ItemType.MONTH if kind is ItemType.DATE and "month-year" in each.appearance else kind

    def _choices(self, each: Question) -> tuple[Choice, ...]:
        lists = self.xls.external_choices if each.type == EXTERNAL else self.xls.choices
        return () if is_reference(each.list_name) else tuple(lists.get(each.list_name, ()))

    def _codes(self, each: Question) -> tuple[str, ...]:
        words = (shown_words(self.xls, choice.label) or choice.name for choice in self._choices(each))
        return tuple(dict.fromkeys(words))

    def _item(self, around: _Around, each: Question, kind: ItemType) -> Item:
        inside = around[len(_repeat(around) or ()) :]
        label = shown_words(self.xls, each.label) or shown_words(self.xls, each.hint) or each.name
        levels = [
            shown_words(self.xls, section.label) for section in inside if not _FRAME.fullmatch(section.name)
        ]
        path = tuple(word for words in (*levels, label) if (word := one_level(words))) or (each.name,)
        relevant = [section.relevant for section in around if section.relevant]
        relevant += [each.relevant] if each.relevant else []
        return Item(
            path,
            Place(self.xls.sheet, max(each.row, 1), self.xls.column),
            unit=unit_of(label),
            type=kind,
            codes=self._codes(each) if kind in (ItemType.CODE, ItemType.YESNO) else (),
            required=each.required in YES,
            hint=shown_words(self.xls, each.hint) or None,
            formula=kind is not ItemType.ROW_NUMBER and _computed(each),
            condition=" and ".join(relevant if len(relevant) == 1 else (f"({part})" for part in relevant))
            or None,
            domain=domain_of(each.constraint, kind),
        )


def _computed(each: Question) -> bool:
    """Tell whether the form fills it itself: it has a calculation, or nobody may write there."""
    return bool(each.calculation) or (bool(each.readonly) and each.readonly not in NO)


def _kept(names: set[str]) -> ItemType:
    return ItemType.YESNO if names == _YES_NO else ItemType.CODE


def _walk(children: Sequence[Question | Section], around: _Around) -> Iterator[tuple[_Around, Question]]:
    for each in children:
        if isinstance(each, Section):
            yield from _walk(each.children, (*around, each))
        else:
            yield around, each


def _repeat(around: _Around) -> _Around | None:
    """The sections down to the innermost repeat, None outside of any."""
    last = max((at for at, each in enumerate(around) if each.kind is SectionKind.REPEAT), default=None)
    return None if last is None else around[: last + 1]


def _key(around: _Around) -> tuple[int, ...]:
    return tuple(each.row for each in around)


def _told_apart(items: Iterable[Item]) -> tuple[Item, ...]:
    """Mark what is called the same as #2, #3."""
    seen: dict[tuple[str, ...], int] = {}
    found: list[Item] = []
    for item in items:
        path = (*item.path[:-1], _AGAIN.sub("", item.path[-1]) or item.path[-1])
        seen[path] = seen.get(path, 0) + 1
        again = seen[path]
        found.append(replace(item, path=(*path[:-1], f"{path[-1]}#{again}") if again > 1 else path))
    return tuple(found)
