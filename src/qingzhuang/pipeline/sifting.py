"""What of a filled sheet a post may put into the ledger: what speaks of its own villages, and nothing of others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.answer.plan_kin import VILLAGE_KEY
from qingzhuang.answer.plan_resolve import TOWN
from qingzhuang.answer.select import is_village
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.placing import Village, own_key
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.pipeline.telling_apart import Maybe, Pairs, maybes


@dataclass(frozen=True, slots=True)
class Sifted:
    """`found` is what may go in; `fresh` are its subjects that the ledger does not know; `elsewhere` counts subjects of
    other villages, `unplaced` those of whom nobody said a village; `placed` of which unit those are whose village's name
    does not tell; `asked` are those of whom a person has to say first whom of the ledger they are, if anybody."""

    found: Harvest
    fresh: tuple[Subject, ...]
    elsewhere: int = 0
    unplaced: int = 0
    placed: tuple[tuple[Subject, int], ...] = ()
    asked: tuple[Maybe, ...] = ()

    def without(self, left: Collection[Subject]) -> "Sifted":
        """The same, without what is said of some."""
        if not left:
            return self
        drafts = tuple(each for each in self.found.drafts if each.subject not in left)
        placed = tuple(each for each in self.placed if each[0] not in left)
        fresh = tuple(each for each in self.fresh if each not in left)
        return replace(self, found=replace(self.found, drafts=drafts), fresh=fresh, placed=placed)


def sift(found: Harvest, held: Directory, vouched: str = "", apart: Pairs = ()) -> Sifted:
    """Keep what is known to be of the directory's villages, or says so itself and is new; `vouched` is the village of all
    new ones that say none, `apart` are the pairs of which somebody said that they are not the same. A name that another township has, too, means the village of whoever brings the sheet."""
    where = _where(found, held)
    drafts = tuple(replace(each, subject=_own(each.subject, where, held)) for each in found.drafts)
    meant = {_own(who, where, held): number for who, number in where.items()}
    said = {each.subject for each in drafts if each.element == VILLAGE_KEY and str(each.value).strip()}
    subjects = dict.fromkeys(each.subject for each in drafts)
    known = {each for each in subjects if held.desk.view.knows(each)}
    mine = {each for each in subjects if (held.holds(each) if each in known else each in meant)}
    silent = {each for each in subjects if each not in mine and each not in known and each not in said}
    silent |= {each for each in known - mine if not held.placing.written(held.desk.view.canonical(each))}
    added = {each for each in silent if vouched and each not in known}
    kept = mine | added
    drafts = tuple(each for each in drafts if each.subject in kept)
    drafts += tuple(Draft(each, VILLAGE_KEY, vouched) for each in subjects if each in added)
    meant |= dict.fromkeys(added, next(iter(held.villages), 0))
    fresh = tuple(each for each in subjects if each in kept - known)
    return Sifted(
        replace(found, drafts=drafts),
        fresh,
        len(subjects) - len(kept | silent),
        len(silent - added),
        tuple((each, meant[each]) for each in fresh if _shared(meant[each], held)),
        tuple(maybes(sorted(kept, key=list(subjects).index), _units(kept, meant, held), held, apart)),
    )


def _units(kept: Collection[Subject], meant: Mapping[Subject, int], held: Directory) -> Mapping[Subject, int]:
    """Return of which village each is: as the sheet says, else as the ledger knows."""
    known = {each: number for each in kept if (number := held.placing.unit(each)) is not None}
    return {**known, **meant}


def _where(found: Harvest, held: Directory) -> Mapping[Subject, int]:
    """Return the village of the directory that each subject says of itself, where it can mean one of them only."""
    said = {each.subject: str(each.value).strip() for each in found.drafts if each.element == VILLAGE_KEY}
    towns = {each.subject: str(each.value).strip() for each in found.drafts if each.element == TOWN}
    villages = held.placing.villages
    meant: dict[Subject, int] = {}
    for who in dict.fromkeys(each.subject for each in found.drafts):
        named = villages.called(said.get(who, "")) or (
            villages.called(who.name) if is_village(who) else frozenset()
        )
        town = towns.get(who, "")
        mine = (villages.of_town(town, named) if town else named) & held.villages
        if len(mine) == 1:
            meant[who] = next(iter(mine))
    return meant


def _own(who: Subject, where: Mapping[Subject, int], held: Directory) -> Subject:
    number = where.get(who)
    return own_key(who, _village(number, held)) if number is not None and _shared(number, held) else who


def _shared(number: int, held: Directory) -> bool:
    return number in held.placing.villages.by_number and held.placing.villages.shared(number)


def _village(number: int, held: Directory) -> Village:
    return held.placing.villages.by_number[number]
