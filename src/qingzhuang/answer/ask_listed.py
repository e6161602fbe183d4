"""Whom a form may have to list: people of whom the ledger does not tell whether its title means them. One question for
each kind of people, however many they are: a roll of them answers it for all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qingzhuang.answer.derive import NO, YES
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.select_catalogue import Population, Test
from qingzhuang.answer.select_title import AGE_KEY
from qingzhuang.answer.subjects import ID_NO
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject


@dataclass(frozen=True, slots=True)
class Undecided:
    """`subjects` may belong to the people of this `name`, whom the `files` list. A fact for the element `key` would tell;
    `value` is what it says of one of them, empty where no single word does."""

    name: str
    key: str
    value: str
    subjects: tuple[Subject, ...]
    files: tuple[str, ...]


def undecided(plans: Iterable[Plan]) -> tuple[Undecided, ...]:
    """Return whom the plans leave out because nobody knows, most first."""
    found: dict[str, Undecided] = {}
    for plan in plans:
        for each in plan.undecided:
            populations = each.meant.populations if each.meant is not None else ()
            name = "、".join(population.name for population in populations)
            if name:
                before = found.get(name) or _question(name, populations, each.undecided[0].kind)
                found[name] = replace(
                    before,
                    subjects=tuple(dict.fromkeys((*before.subjects, *each.undecided))),
                    files=tuple(dict.fromkeys((*before.files, plan.form.file))),
                )
    return tuple(sorted(found.values(), key=lambda each: (-len(each.subjects), each.name)))


def _question(name: str, populations: Iterable[Population], kind: SubjectKind) -> Undecided:
    """Ask for the plainest evidence: an age by the ID number, else a yes, else a word."""
    tests = [
        test
        for population in populations
        for test in population.tests.get(kind) or next(iter(population.tests.values()), ())
    ]
    plain = min(tests, key=_effort, default=None)
    if plain is None:
        return Undecided(name, "", "", (), ())
    if plain.key == AGE_KEY:
        return Undecided(name, ID_NO, "", (), ())
    return Undecided(name, plain.key, _word(plain), (), ())


def _effort(test: Test) -> tuple[bool, bool]:
    return test.hints, bool(test.words or test.has) or test.least is not None or test.most is not None


def _word(test: Test) -> str:
    if test.least is not None or test.most is not None:
        return ""
    words = (*test.words, *test.has, YES)
    return words[0] if test.yes else "" if words[0] != YES else NO
