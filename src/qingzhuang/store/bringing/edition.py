"""An edition of a file held against what its earlier editions said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qingzhuang.answer.draft import Draft
from qingzhuang.answer.sameness import canonical
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.value import decode


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact that an earlier edition stated: what is needed of its row to compare."""

    number: int
    owner: int
    element: str
    kind: str
    value: str
    as_of: date
    document: int | None = None


Said = dict[tuple[str, str], Draft]  # by canonical value


@dataclass(slots=True)
class Comparison:
    """What is to be done for one element of one subject. `corrected` are facts for the same day that the file no
    longer states; `earlier` the values of the edition before, where there is one for an earlier day."""

    fresh: list[Draft] = field(default_factory=list)
    unchanged: int = 0
    corrected: list[Stated] = field(default_factory=list)
    earlier: dict[tuple[str, str], Scalar] = field(default_factory=dict)

    @property
    def confirmed(self) -> int:
        """How many fresh values only repeat the edition before."""
        if not self.earlier:
            return 0
        return sum(canonical(each.value) in self.earlier for each in self.fresh)

    @property
    def old(self) -> tuple[Scalar, ...]:
        """The values that the file stated until now and does not state any more."""
        if self.corrected:
            return tuple(decode(row.kind, row.value) for row in self.corrected)
        if not self.earlier:
            return ()
        now = {canonical(each.value) for each in self.fresh}
        return tuple(value for key, value in self.earlier.items() if key not in now)

    @property
    def changed(self) -> bool:
        """Tell whether the file says something else than before."""
        return bool(self.old) and self.confirmed < len(self.fresh)


def said_by(drafts: Iterable[Draft]) -> dict[str, Said]:
    """Return each element's distinct values (several when a file contradicts itself); the first place counts."""
    said: dict[str, Said] = {}
    for each in drafts:
        said.setdefault(each.element, {}).setdefault(canonical(each.value), each)
    return said


def compare(said: Said, known: Sequence[Stated], as_of: date) -> Comparison:
    """Hold the values of one element against all facts of the same lineage that still speak for it."""
    if not known:
        return Comparison(list(said.values()))
    result = Comparison()
    same_day = _by_value(row for row in known if row.as_of == as_of)
    for value, draft in said.items():
        if value in same_day:
            result.unchanged += 1
        else:
            result.fresh.append(draft)
    result.corrected = [row for value, row in same_day.items() if value not in said]
    before = max((row.as_of for row in known if row.as_of < as_of), default=None)
    if not same_day and before is not None:
        rows = _by_value(row for row in known if row.as_of == before)
        result.earlier = {value: decode(row.kind, row.value) for value, row in rows.items()}
    return result


def _by_value(rows: Iterable[Stated]) -> Mapping[tuple[str, str], Stated]:
    return {canonical(decode(row.kind, row.value)): row for row in rows}
