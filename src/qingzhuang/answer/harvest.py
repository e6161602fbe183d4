"""From the filled rows and cards of a form to drafts of facts. Pure: cells and slot keys in, drafts out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qingzhuang.answer.accept import is_phone
from qingzhuang.answer.draft import Draft
from qingzhuang.answer.events import CLOCK, Repeats, clock
from qingzhuang.answer.folded import blocks_of
from qingzhuang.answer.harvest_cells import Grid, record_rows
from qingzhuang.answer.harvest_notes import DEAD, deaths
from qingzhuang.answer.harvest_numbers import as_id_numbers
from qingzhuang.answer.harvest_problems import (
    digits_lost,
    doubtful_number,
    no_phone,
    no_records,
    nobody,
    noted_dead,
)
from qingzhuang.answer.harvest_values import Column, Value
from qingzhuang.answer.plan_kin import HEAD_WORDS, RELATION_KEY
from qingzhuang.answer.subjects import (
    BOOKS,
    HEAD,
    ID_NO,
    NAME,
    VILLAGE,
    VILLAGES,
    Known,
    Setting,
    identify,
    person,
)
from qingzhuang.answer.values import read_value
from qingzhuang.model import id_number
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Item, ItemType, Table, TableKind
from qingzhuang.model.id_number import Flaw
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar

_TIES = frozenset((*BOOKS, VILLAGE))
_EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number


@dataclass(slots=True)
class Sheaf:
    """What was gathered so far."""

    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0
    repeats: Repeats = field(default_factory=Repeats)


def gather(
    table: Table,
    grid: Grid,
    columns: Mapping[Item, Column],
    kind: SubjectKind,
    setting: Setting,
    sheaf: Sheaf,
    until: int = 0,
) -> None:
    """Add what one table says about subjects of a kind. Problems: QZ-L011 (an ID number with a flaw), QZ-L012 (a row
    that does not tell whom it is about), QZ-L013 (a table whose rows are not records), QZ-L017 (no telephone number). `until` is the last row
    before the next list of the sheet."""
    card = list(_values(((columns[item], item.place) for item in table.inputs if item in columns), grid))
    if table.kind in (TableKind.CARD, TableKind.MIXED) and card:
        _record(card, _village(setting), kind, setting, sheaf)
    lists = [columns[item] for item in table.columns if item in columns]
    if not lists:
        return
    if table.kind is TableKind.MATRIX and kind is not SubjectKind.PLACE:
        sheaf.problems.append(no_records(table))
        return
    around = _village(setting) | {each.column.key: each.value for each in card if each.column.key == VILLAGE}
    blocks = _blocks(table, columns)
    alone = len(blocks) == 1
    numbers = [each.item.place.column for each in lists if each.key == ID_NO]
    for row in record_rows(table, grid, numbers, until):
        for block in blocks:
            places = ((columns[item], Place(table.sheet, row, item.place.column)) for item in block)
            values = list(_values(places, grid))
            known = _record(values, around, kind, setting, sheaf) if values else None
            note = next(deaths(table, grid, row), None) if kind is SubjectKind.PERSON and alone else None
            if known is not None and note is not None:
                sheaf.drafts.append(Draft(known.subject, DEAD, "是", str(note.place), note.text))
                sheaf.problems.append(noted_dead(note, known.subject.name))


def _blocks(table: Table, columns: Mapping[Item, Column]) -> list[list[Item]]:
    """The columns that are read, record by record: a folded list holds several in a row."""
    return [[item for item in block if item in columns] for block in blocks_of(table.columns)]


def _village(setting: Setting) -> dict[str, Scalar]:
    return {VILLAGE: setting.village} if setting.village and setting.entity not in VILLAGES else {}


def _values(cells: Iterator[tuple[Column, Place]], grid: Grid) -> Iterator[Value]:
    for column, place in cells:
        if not column.kept:
            continue
        stored, text = grid.content(column.item, place)
        value = read_value(stored, text, column.shape)
        if value is not None and column.key.endswith(NAME):
            value = "".join(str(value).split())
        if value is not None:
            raw = "" if str(value) == text.strip() else text.strip()
            yield Value(column, value, place, raw, _is_rounded(stored, column))


def _is_rounded(stored: Scalar, column: Column) -> bool:
    """Tell whether a number that names something has more digits than a sheet keeps of a quantity."""
    measured = column.element.type in (ItemType.INTEGER, ItemType.NUMBER)
    return isinstance(stored, int | float) and abs(stored) >= _EXACT and not measured


def _record(
    values: Sequence[Value], around: Mapping[str, Scalar], kind: SubjectKind, setting: Setting, sheaf: Sheaf
) -> Known | None:
    sheaf.problems += [digits_lost(each.column.item.label, each.place) for each in values if each.rounded]
    sheaf.problems += [
        no_phone(each.column.item.label, each.place) for each in values if _is_misdialled(each)
    ]
    values = as_id_numbers([each for each in values if not each.rounded and not _is_misdialled(each)])
    said = {**around, **{each.column.key: each.value for each in reversed(values)}}
    known = _known(kind, said, values, setting, sheaf)
    if known is None:
        sheaf.problems += [nobody(each.place) for each in values[:1]]
        return None
    sheaf.rows += 1
    home = _home(kind, said, setting)
    for each in values:
        flaw = _flaw(each)
        if flaw is not None:
            sheaf.problems.append(doubtful_number(each.place, flaw))
            if flaw is not Flaw.CHECKSUM:
                continue
        owner = home if home is not None and _of_home(each) else known
        sheaf.drafts.append(_draft(owner, each.column.key, each))
    if home is not None:
        ties = (each for each in values if each.column.key.startswith(HEAD) or each.column.key in _TIES)
        sheaf.drafts += [_draft(home, each.column.key, each) for each in ties if _flaw(each) is None]
    if kind is not SubjectKind.EVENT and said.get(VILLAGE) == around.get(VILLAGE, "") and values:
        where = Draft((home or known).subject, VILLAGE, said[VILLAGE], str(values[0].place))
        sheaf.drafts += [] if any(each.column.key == VILLAGE for each in values) else [where]
    for role in _roles(values):
        _others(role, values, said, setting, known, sheaf)
    return known


def _known(
    kind: SubjectKind, said: Mapping[str, Scalar], values: Sequence[Value], setting: Setting, sheaf: Sheaf
) -> Known | None:
    """Whom a record is about; two happenings that look alike and differ are two."""
    if kind is not SubjectKind.EVENT:
        return identify(kind, said, setting)
    times = (clock(each.raw) for each in values if each.column.key in setting.dates[:1])
    found = identify(kind, {**said, CLOCK: next(times, "") or None}, setting)
    return replace(found, subject=sheaf.repeats.apart(found.subject, said)) if found else None


def _home(kind: SubjectKind, said: Mapping[str, Scalar], setting: Setting) -> Known | None:
    """The household that a person's row names by number: what is true of the household is kept with it."""
    if kind is not SubjectKind.PERSON or not any(said.get(key) for key in (*BOOKS, HEAD + ID_NO)):
        return None
    name = said.get(NAME) if said.get(RELATION_KEY) in HEAD_WORDS else None
    home = identify(SubjectKind.HOUSEHOLD, {**said, NAME: name, ID_NO: None}, setting)
    return home if home is not None and not home.weak else None


def _of_home(value: Value) -> bool:
    element = value.column.element
    return element.object_class is SubjectKind.HOUSEHOLD and value.column.key not in BOOKS


def _roles(values: Sequence[Value]) -> list[str]:
    """Roles of the row whose own ID number is given: 户主@, 监护人@."""
    return [
        each.column.key.removesuffix(ID_NO)
        for each in values
        if each.column.key.endswith("@" + ID_NO) and each.column.key.count("@") == 1
    ]


def _others(
    role: str,
    values: Sequence[Value],
    said: Mapping[str, Scalar],
    setting: Setting,
    own: Known,
    sheaf: Sheaf,
) -> None:
    known = person(said, setting, role)
    if known is None or known.subject == own.subject:
        return
    sheaf.drafts += [
        _draft(known, each.column.key.removeprefix(role), each)
        for each in values
        if each.column.key.startswith(role) and each.column.key.removeprefix(role).startswith("person.")
    ]


def _draft(owner: Known, key: str, value: Value) -> Draft:
    return Draft(
        owner.subject, key, value.value, str(value.place), value.raw, value.column.element.lasts_days
    )


def _flaw(value: Value) -> Flaw | None:
    """The worst flaw of an ID number."""
    if value.column.element.type is not ItemType.ID_NUMBER or not value.column.key.endswith(ID_NO):
        return None
    found = id_number.flaws(str(value.value))
    return next((flaw for flaw in found if flaw is not Flaw.CHECKSUM), found[0] if found else None)


def _is_misdialled(value: Value) -> bool:
    """Tell whether a telephone number has too few or too many digits; a word (无, 同上) is not a number."""
    of_phone, text = value.column.element.type is ItemType.PHONE, str(value.value)
    return of_phone and any(each.isdigit() for each in text) and not is_phone(text)
