"""Whom a form tells of, and what: those its cells are about, those whose facts stand in them, and those whose identity number
stands in the row of another (the keeper of a shop, the guardian of a child)."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.queries import chunks
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import FactRow
from qingzhuang.store.value import decode

Told = dict[Subject, set[str]]
_Part = tuple[Subject, str]  # whose row, and as what somebody else stands in it
_ID_NO = "person.id_no"
_NUMBER = re.compile(r"\d{17}[\dX]")


def told_of(plan: TaskPlan, *, figures: bool = True) -> Told:
    """Return whom a filled form tells of, with the slot keys; what it tells of somebody in the row of another stands without
    the role. Without `figures` those who are only counted in one are left out."""
    cells = [
        each
        for made in plan.plans
        for each in made.cells
        if each.value is not None and each.key and (figures or each.origin.state is not State.COUNTED)
    ]
    told: defaultdict[Subject, set[str]] = defaultdict(set)
    for cell in cells:
        for who, key in _said(cell):
            told[who].update((key, thing(cell.key or "").key))
    for who, keys in _in_rows_of_others([each for each in cells if each.origin.state is not State.COUNTED]):
        told[who].update(keys)
    return dict(told)


def _said(cell: Cell) -> Iterator[tuple[Subject, str]]:
    if cell.subject is not None:
        yield cell.subject, thing(cell.key or "").key
    for fact in cell.origin.facts:
        yield fact.subject, fact.element


def _in_rows_of_others(cells: Collection[Cell]) -> Iterator[tuple[Subject, set[str]]]:
    said: defaultdict[_Part, set[str]] = defaultdict(set)
    whose: defaultdict[str, set[str]] = defaultdict(set)
    parts: defaultdict[str, set[_Part]] = defaultdict(set)
    for cell in cells:
        number = _number(cell.value)
        if number:
            whose[number].add((thing(cell.key or "").key).rpartition("@")[2])
        for who, key in _said(cell):
            role, _at, bare = key.rpartition("@")
            if role:
                said[who, role].add(bare)
            if role and number and bare == _ID_NO:
                parts[number].add((who, role))
    for part, number in _named({who for who, _role in said}):
        if part in said:
            parts[number].add(part)
    for number in {*whose, *parts}:
        keys = whose[number].union(*(said[each] for each in parts[number]))
        yield Subject(SubjectKind.PERSON, number), keys


def _named(subjects: Collection[Subject]) -> Iterator[tuple[_Part, str]]:
    """Who stands in the rows of these by an identity number, whether the form asks for it or not."""
    owners = {number: who for who, number in numbers(subjects).items()}
    for some in chunks(sorted(owners)):
        rows = standing(FactRow.objects.filter(subject__in=some, element__endswith=f"@{_ID_NO}"))
        for row in rows:
            number = _number(decode(row.kind, row.value))
            if number:
                yield (owners[row.subject_id], row.element.rpartition("@")[0]), number


def _number(value: Scalar) -> str:
    text = value.strip().upper() if isinstance(value, str) else ""
    return text if _NUMBER.fullmatch(text) else ""
