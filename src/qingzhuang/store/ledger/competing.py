"""The facts that speak for one element of one subject, under all its names: also what a roll of households says of its
head."""

from collections.abc import Iterator, Sequence
from datetime import date

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan_family import said_of_head
from qingzhuang.answer.plan_kin import HEAD_ID_KEY, HOUSEHOLD_KEYS, Kin
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.queries import ledger_view, owners_of, subject_rows
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import FactRow, SubjectRow
from qingzhuang.store.value import encode


def competing(subject: Subject, element: str, day: date) -> Sequence[FactRow]:
    """Return the rows, in the order in which they were learnt."""
    view = _view(subject, day)
    numbers = {row.pk for who, key in _spoken(subject, element, view) for row in _rows(who, key)}
    return list(FactRow.objects.filter(pk__in=numbers).order_by("id"))


def _view(subject: Subject, day: date) -> LedgerView:
    """Return the part of the ledger that can speak of the subject."""
    if subject.kind is SubjectKind.HOUSEHOLD:
        return ledger_view(as_of=day)
    homes = _homes(subject) if subject.kind is SubjectKind.PERSON else ()
    return ledger_view(subjects=[*owners_of(subject).values(), *homes], as_of=day)


def _homes(person: Subject) -> Iterator[Subject]:
    """Yield the households that a person is named in by number."""
    kind = SubjectKind.HOUSEHOLD
    heads = FactRow.objects.filter(element=HEAD_ID_KEY, subject__kind=kind.value)
    number = encode(person.key)[1]
    named = {owner for owner, told in heads.values_list("subject", "told") if told.value == number}
    for row in SubjectRow.objects.filter(pk__in=named):
        yield subject_of(row)
    own = FactRow.objects.filter(subject__in=owners_of(person), element__in=HOUSEHOLD_KEYS)
    books = [told.value.strip('"') for told in own.values_list("told", flat=True)]
    yield from map(subject_of, subject_rows(Subject(kind, key) for key in [person.key, *books]))


def _spoken(subject: Subject, element: str, view: LedgerView) -> Iterator[tuple[Subject, str]]:
    """Yield under which subject and element something is said of it."""
    who = view.canonical(subject)
    for each in view.facts.get(who, {}).get(element, ()):
        yield each.fact.subject, each.fact.element
    for found in said_of_head(view, Kin(view), who, element):
        yield found.subject, found.element


def _rows(subject: Subject, element: str) -> Sequence[FactRow]:
    rows = FactRow.objects.filter(subject__kind=subject.kind.value, subject__key=subject.key, element=element)
    return list(standing(rows))
