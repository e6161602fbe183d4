"""Whom the ledger has of which village: by name where names tell, else by the villages' numbers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan_kin import Kin
from qingzhuang.answer.plan_resolve import TOWN
from qingzhuang.answer.select import is_village
from qingzhuang.match.grouping.rulings import NONE, Rulings
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk, graph
from qingzhuang.pipeline.placing import Ground, Placing, ground_of, is_here, part_of, town_on
from qingzhuang.store.ledger.queries import ledger_view
from qingzhuang.store.memory.outline import Outline
from qingzhuang.store.memory.placing import Share, placing_of
from qingzhuang.store.models import UnitRow

_NOBODY: frozenset[Subject] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """Whom a share has; `plain` where the villages' names alone tell, so that the ties of the whole hold: with all that belong
    to their households."""

    subjects: frozenset[Subject]
    plain: bool


class Belonging:
    """Of which village everybody is, as far as the ledger had got."""

    def __init__(self, placing: Placing, kin: Kin, subjects: frozenset[Subject]) -> None:
        self.placing = placing
        self._kin = kin
        self._subjects = subjects
        self._held: dict[Share, Held | None] = {}

    def held(self, share: Share) -> Held | None:
        """Return whom a share has, None for all that there is."""
        if share not in self._held:
            self._held[share] = self._find(*share)
        return self._held[share]

    def desk(self, view: LedgerView, share: Share, said: Rulings = NONE) -> Desk:
        """Return the desk over the part of a view that is a share's, each under the village's name of today."""
        return Desk(part_of(view, self.placing, share[0], whole=share[1]), said=said)

    def of(self, number: int) -> tuple[Subject, ...]:
        """Return all of one village."""
        return tuple(each for each in self._subjects if self.placing.unit(each) == number)

    @cached_property
    def by_name(self) -> Mapping[str, frozenset[Subject]]:
        """Whom each name of a village finds, with all that belong to their households; the village itself too."""
        found: dict[str, set[Subject]] = {}
        for subject in self._subjects:
            names = {self._kin.village(subject)} | (
                {subject.name, subject.key} if is_village(subject) else set()
            )
            for name in names - {""}:
                found.setdefault(name, set()).update(self._kin.family(subject))
        return {name: frozenset(subjects) for name, subjects in found.items()}

    def _find(self, mine: frozenset[int], whole: bool) -> Held | None:
        villages = self.placing.villages
        if whole:
            if mine == villages.all:
                return None
            here = frozenset(each for each in self._subjects if is_here(self.placing, each, mine, whole=True))
            if not all(self.placing.is_plain(each) for each in mine):
                return Held(here, plain=False)
            return Held(frozenset(near for each in here for near in self._kin.family(each)), plain=True)
        if not mine <= villages.all:
            return Held(frozenset(self._of_old(mine)), plain=True)
        if all(self.placing.is_plain(each) for each in mine):
            names = (villages.by_number[each].name for each in mine)
            return Held(frozenset().union(*(self.by_name.get(name, _NOBODY) for name in names)), plain=True)
        return Held(frozenset(each for number in mine for each in self.of(number)), plain=False)

    def _of_old(self, mine: frozenset[int]) -> Iterator[Subject]:
        """What was written of a village that went into another one, and is of that one now."""
        into = dict(UnitRow.objects.values_list("pk", "into"))
        for number, name in UnitRow.objects.filter(pk__in=mine).values_list("pk", "name"):
            target: int | None = number
            while target is not None and into.get(target) is not None:
                target = into[target]
            yield from (
                each for each in self.by_name.get(name, ()) if self.placing.unit(each) in (target, None)
            )


@dataclass(slots=True)
class Towns:
    """The townships that are said of those whom no village's name places; all are read when one is asked for."""

    outline: Outline | None
    whom: Callable[[], frozenset[Subject]] = lambda: _NOBODY
    strays: frozenset[Subject] = _NOBODY
    _found: dict[Subject, str] = field(default_factory=dict)

    def __call__(self, who: Subject) -> str:
        """Return the township of somebody, empty where nothing tells."""
        outline, self.outline = self.outline, None
        if outline is not None:
            self.strays = self.whom()
            self._found = _towns(self.strays, outline)
        return self._found.get(who, "")


def belonging_of(outline: Outline) -> tuple[Belonging, Towns]:
    """Return whom the ledger has where, by its outline, and what tells of townships."""
    towns = Towns(outline)
    placing = placing_of(Ground(outline.kin, outline.same_as, towns))
    subjects = outline.beyond.subjects
    towns.whom = lambda: frozenset(each for each in subjects if placing.is_unclear(each))
    return Belonging(placing, outline.kin, subjects), towns


def belonging_then(desk: Desk) -> Belonging:
    """Return whom a desk over the whole ledger has where."""
    return Belonging(placing_of(ground_of(desk)), desk.kin, frozenset(desk.view.facts))


def read(held: Held, outline: Outline) -> LedgerView:
    """Read whom a share has, with what a part must know of the rest."""
    return _view(held.subjects, outline, None)


def _towns(strays: frozenset[Subject], outline: Outline) -> dict[Subject, str]:
    if not strays:
        return {}
    near = frozenset(near for each in strays for near in outline.kin.family(each))
    desk = Desk(_view(near, outline, _telling(TOWN)), outline.kin)
    return {each: town_on(desk, each) for each in strays}


def _view(subjects: frozenset[Subject], outline: Outline, elements: frozenset[str] | None) -> LedgerView:
    aliases = (alias for alias, subject in outline.same_as.items() if subject in subjects)
    view = ledger_view(subjects=[*subjects, *aliases], as_of=outline.day, elements=elements)
    return replace(view, same_as=outline.same_as, beyond=outline.beyond)


def _telling(key: str) -> frozenset[str]:
    """All that a value may follow from."""
    found, todo = {key}, [key]
    while todo:
        for each in graph().into(todo.pop()):
            todo += [source for source in each.sources if source not in found]
            found.update(each.sources)
    return frozenset(found)
