"""The ledger as the answering stage sees it: facts in memory, and which of them may be used on a day.

A fact holds from its `as_of` to its `valid_until`, both included. Within one lineage (the successive editions of one
file, or one person's answers) the latest edition speaks. Between lineages there is no precedence: two values that
both still hold and differ are a conflict, and a person decides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from qingzhuang.answer.beyond import Beyond
from qingzhuang.answer.sameness import canonical
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.sheet import Scalar


class Standing(StrEnum):
    """How far a value may be relied on."""

    CURRENT = "current"  # use it
    STALE = "stale"  # its time has run out: show it and ask
    CONFLICT = "conflict"  # sources disagree: show all and ask
    UNKNOWN = "unknown"  # nothing was true yet on that day


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that nobody has withdrawn, and the lineage that states it."""

    fact: Fact
    lineage: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What holds. `fact` is the one to use (CURRENT) or to ask about (STALE); `rivals` are the facts that differ,
    one for each value, latest first (CONFLICT: at least two, else none)."""

    standing: Standing
    fact: Fact | None = None
    rivals: tuple[Fact, ...] = ()


DEAD, STATUS = "person.is_dead", "person.status"
_AWAY = re.compile(r"^(?:户口|户籍)?已?(?:迁出|迁往|注销)")
_NOTHING = Resolution(Standing.UNKNOWN)
_NO_FACTS: Mapping[str, tuple[Candidate, ...]] = MappingProxyType({})


def resolve(candidates: Iterable[Candidate], as_of: date) -> Resolution:
    """Return what holds on the day `as_of`. The order of the candidates does not matter."""
    if not isinstance(candidates, tuple):
        candidates = tuple(candidates)
    if len(candidates) < 2:
        return _of_one(candidates[0].fact, as_of) if candidates else _NOTHING
    latest = _latest_editions(each for each in candidates if each.fact.as_of <= as_of)
    if not latest:
        return _NOTHING
    holding = [each for each in latest if _holds(each.fact, as_of)]
    distinct = _one_per_value(holding or latest)
    if not holding:
        return Resolution(Standing.STALE, distinct[0])
    if len(distinct) == 1:
        return Resolution(Standing.CURRENT, distinct[0])
    return Resolution(Standing.CONFLICT, rivals=distinct)


def _of_one(fact: Fact, as_of: date) -> Resolution:
    """The same where only one thing was ever said, as of most."""
    if fact.as_of > as_of:
        return _NOTHING
    return Resolution(Standing.CURRENT if _holds(fact, as_of) else Standing.STALE, fact)


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The facts about some subjects as they stand on the day `as_of`: subject → element → candidates. `same_as` leads
    from a subject to the one that people confirmed as the same; ask by either. `left` tells since when no roll names
    somebody any longer. `beyond` is what a view of a part only must know of the rest. Make one with `view_of`."""

    as_of: date
    facts: Mapping[Subject, Mapping[str, tuple[Candidate, ...]]] = field(default_factory=dict)
    same_as: Mapping[Subject, Subject] = field(default_factory=dict)
    left: Mapping[Subject, date] = field(default_factory=dict)
    beyond: Beyond | None = None

    def is_gone(self, subject: Subject, day: date, *, dead_too: bool = True) -> bool:
        """Tell whether on a day the subject had died or moved away, or no roll named it any longer."""
        who = self.canonical(subject)
        if who in self.left and self.left[who] <= day:
            return True
        if not dead_too:
            return False
        facts = self.facts.get(who, _NO_FACTS)
        if DEAD not in facts and STATUS not in facts:
            return False
        dead, status = (resolve(facts.get(key, ()), day).fact for key in (DEAD, STATUS))
        moved = status is not None and _AWAY.match(str(status.value)) is not None
        return moved or (dead is not None and dead.value == "是")

    def resolve(self, subject: Subject, element: str) -> Resolution:
        """Return what holds for one element of one subject."""
        facts = self.facts.get(self.same_as.get(subject, subject), _NO_FACTS)
        return resolve(facts.get(element, ()), self.as_of)

    def value(self, subject: Subject, element: str) -> Scalar:
        """Return the value that may be used, None when it is unknown, stale or in conflict."""
        found = self.resolve(subject, element)
        return found.fact.value if found.fact is not None and found.standing is Standing.CURRENT else None

    def knows(self, subject: Subject) -> bool:
        """Tell whether the ledger has any fact about a subject, be it outside the part that is seen."""
        who = self.canonical(subject)
        return who in self.facts or (self.beyond is not None and who in self.beyond.subjects)

    def canonical(self, subject: Subject) -> Subject:
        """Return the subject under which the facts of all its names are gathered."""
        return self.same_as.get(subject, subject)

    def elements(self, subject: Subject) -> tuple[str, ...]:
        """Return the elements that have any fact about the subject, sorted."""
        return tuple(sorted(self.facts.get(self.canonical(subject), ())))

    def of_kind(self, kind: SubjectKind) -> tuple[Subject, ...]:
        """Return the subjects of a kind, each once, sorted."""
        return tuple(sorted(each for each in self.facts if each.kind is kind))

    def conflicts(self) -> Iterator[tuple[Subject, str, Resolution]]:
        """Yield every element of a subject on which sources disagree, in order of subject and element."""
        for subject in sorted(self.facts):
            several = (element for element, facts in self.facts[subject].items() if len(facts) > 1)
            for element in sorted(several):
                found = self.resolve(subject, element)
                if found.standing is Standing.CONFLICT:
                    yield subject, element, found


def view_of(
    candidates: Iterable[Candidate],
    as_of: date,
    same_as: Mapping[Subject, Subject] | None = None,
    left: Mapping[Subject, date] | None = None,
) -> LedgerView:
    """Return a view of facts in memory, gathered under their confirmed subjects."""
    links = dict(same_as or {})
    gathered: dict[Subject, dict[str, list[Candidate]]] = {}
    for each in candidates:
        subject = links.get(each.fact.subject, each.fact.subject)
        gathered.setdefault(subject, {}).setdefault(each.fact.element, []).append(each)
    frozen = {
        subject: {element: tuple(found) for element, found in elements.items()}
        for subject, elements in gathered.items()
    }
    return LedgerView(as_of, frozen, links, dict(left or {}))


def _latest_editions(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep of each lineage what its latest edition says (several values when it contradicts itself)."""
    by_lineage: dict[str, list[Candidate]] = {}
    for each in candidates:
        kept = by_lineage.setdefault(each.lineage, [])
        if kept and kept[0].fact.as_of < each.fact.as_of:
            kept.clear()
        if not kept or kept[0].fact.as_of == each.fact.as_of:
            kept.append(each)
    return [each for kept in by_lineage.values() for each in kept]


def _holds(fact: Fact, as_of: date) -> bool:
    return fact.valid_until is None or fact.valid_until >= as_of


def _one_per_value(candidates: Sequence[Candidate]) -> tuple[Fact, ...]:
    """One fact for each value: the latest that states it; latest first."""
    kept: dict[tuple[str, str], Fact] = {}
    for each in sorted(candidates, key=_age, reverse=True):
        kept.setdefault(canonical(each.fact.value), each.fact)
    return tuple(kept.values())


def _age(candidate: Candidate) -> tuple[date, str, str, tuple[str, str]]:
    """Sort key that does not know when a fact was learnt, so that the order of imports cannot matter."""
    fact = candidate.fact
    return fact.as_of, candidate.lineage, fact.source.place, canonical(fact.value)
