"""What of a filled sheet a post may put into the ledger: what speaks of its own villages, and nothing of others."""

from dataclasses import dataclass, replace

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.answer.plan_kin import VILLAGE_KEY
from qingzhuang.answer.select import is_village
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.seeking import Directory


@dataclass(frozen=True, slots=True)
class Sifted:
    """`found` is what may go in; `fresh` are its subjects that the ledger does not know; `elsewhere` counts subjects of
    other villages, `unplaced` those of whom nobody said a village."""

    found: Harvest
    fresh: tuple[Subject, ...]
    elsewhere: int = 0
    unplaced: int = 0


def sift(found: Harvest, held: Directory, vouched: str = "") -> Sifted:
    """Keep what is known to be of the directory's villages, or says so itself and is new; `vouched` is the village of all
    new ones that say none."""
    said = {each.subject: str(each.value).strip() for each in found.drafts if each.element == VILLAGE_KEY}
    subjects = dict.fromkeys(each.subject for each in found.drafts)
    known = {each for each in subjects if held.desk.view.knows(each)}
    mine = {each for each in subjects if _is_mine(each, held, said, known=each in known)}
    silent = {each for each in subjects if each not in mine and each not in known and not said.get(each)}
    silent |= {each for each in known - mine if not held.desk.village(held.desk.view.canonical(each))}
    added = {each for each in silent if vouched and each not in known}
    kept = mine | added
    drafts = tuple(each for each in found.drafts if each.subject in kept)
    drafts += tuple(Draft(each, VILLAGE_KEY, vouched) for each in subjects if each in added)
    return Sifted(
        replace(found, drafts=drafts),
        tuple(each for each in subjects if each in kept - known),
        len(subjects) - len(kept | silent),
        len(silent - added),
    )


def _is_mine(subject: Subject, held: Directory, said: dict[Subject, str], *, known: bool) -> bool:
    if known:
        return held.holds(subject)
    named = {said.get(subject, "")} | ({subject.name, subject.key} if is_village(subject) else set())
    return bool(named & held.villages)
