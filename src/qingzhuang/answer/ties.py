"""The few elements that tell who belongs together, resolved by themselves: enough for the ties of a whole county where its
facts would fill the memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.ledger import Candidate, Standing, resolve
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar


@dataclass(frozen=True, slots=True)
class Ties:
    """What may be used of these elements, by subject; asked under any of its keys."""

    kinds: Mapping[SubjectKind, tuple[Subject, ...]]
    values: Mapping[Subject, Mapping[str, Scalar]]
    same_as: Mapping[Subject, Subject]

    def of_kind(self, kind: SubjectKind) -> tuple[Subject, ...]:
        """Return the subjects of a kind, sorted."""
        return self.kinds.get(kind, ())

    def value(self, subject: Subject, element: str) -> Scalar:
        """Return the value that may be used, None when it is unknown, stale or in conflict."""
        return self.values.get(self.same_as.get(subject, subject), {}).get(element)


def ties_between(
    subjects: Iterable[Subject], said: Iterable[Candidate], same_as: Mapping[Subject, Subject], day: date
) -> Ties:
    """Resolve what is said, gathered under the subjects that people confirmed as the same."""
    gathered: dict[Subject, dict[str, list[Candidate]]] = {}
    for each in said:
        subject = same_as.get(each.fact.subject, each.fact.subject)
        gathered.setdefault(subject, {}).setdefault(each.fact.element, []).append(each)
    values = {
        subject: {element: _value(found, day) for element, found in elements.items()}
        for subject, elements in gathered.items()
    }
    kinds: dict[SubjectKind, set[Subject]] = {}
    for subject in subjects:
        kinds.setdefault(subject.kind, set()).add(same_as.get(subject, subject))
    return Ties({kind: tuple(sorted(found)) for kind, found in kinds.items()}, values, same_as)


def _value(found: Sequence[Candidate], day: date) -> Scalar:
    if len(found) == 1 and found[0].fact.valid_until is None:  # the common case, cheaply
        return found[0].fact.value if found[0].fact.as_of <= day else None
    held = resolve(found, day)
    return held.fact.value if held.fact is not None and held.standing is Standing.CURRENT else None
