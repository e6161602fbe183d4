"""The value of one element of one subject: known, derived, or why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from qingzhuang.answer.derive import derive, known
from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.derive_graph import Derivation, Graph
from qingzhuang.answer.derive_numbers import decimal
from qingzhuang.answer.plan_cell import Origin, State
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.sheet import Scalar

_MOVES_WITH_TIME = frozenset(("id_number.age", "birth.age"))
HEAD = "户主@"


class Known(Protocol):
    """What planning needs of a ledger."""

    def subjects(self, kind: SubjectKind) -> Sequence[Subject]:
        """Return all subjects of a kind in the ledger's order."""

    def facts(self, subject: Subject, key: str) -> Sequence[Fact]:
        """Return the facts that stand for a slot key; more than one value is a conflict."""

    def related(self, subject: Subject, kind: SubjectKind) -> Sequence[Subject]:
        """Return the subjects of a kind tied to this one: the household of a person, the members of a household (its
        head first), the village of either."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its origin; None unless the origin's state writes."""

    value: Scalar
    origin: Origin


class Resolver:
    """Looks values up for one form: its date, its ledger, its table of derivations. Remembers what it found."""

    def __init__(self, view: Known, graph: Graph, as_of: date, *, accept_stale: bool = False) -> None:
        self.view = view
        self.graph = graph
        self.as_of = as_of
        self._accept_stale = accept_stale
        self._found: dict[tuple[Subject, str], Found] = {}

    def find(self, subject: Subject, key: str) -> Found:
        """Return the value of a slot key for a subject. A conflict, or a fact past its day, gives no value."""
        place = (subject, key)
        if place not in self._found:
            self._found[place] = Found(None, Origin(State.UNKNOWN, owner=subject))  # a circle finds nothing
            self._found[place] = self._look(subject, key)
        return self._found[place]

    def _look(self, subject: Subject, key: str) -> Found:
        direct = self._direct(subject, key)
        if direct.origin.state is State.CONFLICT:
            return direct
        derived = self._derived(subject, key)
        if derived is not None and direct.origin.state is State.KNOWN:
            return _agree(direct, derived)
        for found in (derived, direct):
            if found is not None and found.origin.state is not State.UNKNOWN:
                return found
        return self._of_owner(subject, key) or direct

    def _direct(self, subject: Subject, key: str) -> Found:
        facts = tuple(fact for fact in self.view.facts(subject, key) if fact.value is not None)
        if not facts:
            return Found(None, Origin(State.UNKNOWN, owner=subject))
        if any(not same(facts[0].value, fact.value) for fact in facts[1:]):
            return Found(None, Origin(State.CONFLICT, facts, owner=subject))
        newest = max(facts, key=lambda fact: (fact.as_of, fact.recorded_at))
        if newest.valid_until is None or newest.valid_until >= self.as_of:
            return Found(newest.value, Origin(State.KNOWN, (newest,), owner=subject))
        if self._accept_stale:
            return Found(newest.value, Origin(State.ACCEPTED, (newest,), owner=subject))
        return Found(None, Origin(State.STALE, (newest,), owner=subject))

    def _derived(self, subject: Subject, key: str) -> Found | None:
        for derivation in self.graph.into(key):
            found = self._by(derivation, subject)
            if found is not None:
                return found
        return None

    def _by(self, derivation: Derivation, subject: Subject) -> Found | None:
        if not known(derivation.formula):
            return None
        sources = [self.find(subject, source) for source in derivation.sources]
        if not sources or any(source.value is None for source in sources):
            return None
        value = derive(derivation.formula, [source.value for source in sources], self.as_of)
        if value is None:
            return None
        facts = tuple(fact for source in sources for fact in source.origin.facts)
        return Found(value, Origin(State.DERIVED, facts, derivation.formula, subject))

    def _of_owner(self, subject: Subject, key: str) -> Found | None:
        """Look at the one subject that the element belongs to: a household's address on a person's row, the head's
        name on a household's."""
        qualifier, _, base = key.rpartition("@")
        kind = object_class(base)
        if kind is None:
            return None
        if qualifier + "@" == HEAD and kind is SubjectKind.PERSON:
            return self._of_head(subject, base)
        if kind is subject.kind:
            return None
        owners = self.view.related(subject, kind)
        return self.find(owners[0], key) if len(owners) == 1 else None

    def _of_head(self, subject: Subject, base: str) -> Found | None:
        if subject.kind is not SubjectKind.HOUSEHOLD:
            homes = self.view.related(subject, SubjectKind.HOUSEHOLD)
            return self.find(homes[0], HEAD + base) if len(homes) == 1 else None
        heads = [person for person in self.view.related(subject, SubjectKind.PERSON) if self._leads(person)]
        return self.find(heads[0], base) if len(heads) == 1 else None

    def _leads(self, person: Subject) -> bool:
        return self.find(person, RELATION).value in HEAD_WORDS


RELATION = "person.relation_to_head"
HEAD_WORDS = ("户主", "本人", "本人或户主")


def object_class(base: str) -> SubjectKind | None:
    """Return what an element id is about: its part before the first dot."""
    try:
        return SubjectKind(base.partition(".")[0])
    except ValueError:
        return None


def same(a: Scalar, b: Scalar) -> bool:
    """Tell whether two values mean the same: a date and its ISO text, 3 and "3.0" (but not the texts 010 and 10)."""
    if isinstance(a, str) and isinstance(b, str) and a.strip() == b.strip():
        return True
    readers = (as_date,) if isinstance(a, str) and isinstance(b, str) else (as_date, decimal)
    for read in readers:
        left, right = read(a), read(b)
        if left is not None and right is not None:
            return left == right
    return str(a).strip() == str(b).strip()


def _agree(direct: Found, derived: Found) -> Found:
    """Hold a fact against what follows from another: an age moves on, a birth date that the ID number denies is a
    conflict."""
    if derived.origin.formula in _MOVES_WITH_TIME:
        return derived
    if same(direct.value, derived.value):
        return direct
    facts = direct.origin.facts + derived.origin.facts
    return Found(None, Origin(State.CONFLICT, facts, owner=direct.origin.owner))
