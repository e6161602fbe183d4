"""The certificate of a year's questions as a file that names nobody, and the check that anybody can do again.

Every part lists its needs, all questions that could serve them, those that are asked, and why fewer are not enough. The
check believes nothing of it: that each need is met, that no question was left out of the list, that no two parts of one
person share a question, and that the bound holds (see `bound.py`)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from qingzhuang.answer.year.bound import TRIALS, Bound, enough, tries
from qingzhuang.answer.year.calendar import Proof, open_months
from qingzhuang.answer.year.cover import Solved
from qingzhuang.answer.year.part import FOR_GOOD, Ask, Need, Part
from qingzhuang.language import gettext as _


def as_tree(proofs: Sequence[Proof]) -> dict[str, Any]:
    """The certificate as a JSON document: how many things are lacking (each once a month), asked, needed at least; the parts."""
    return {**_head(proofs), "parts": [_part_tree(each) for each in proofs]}


def _head(proofs: Sequence[Proof]) -> dict[str, int]:
    return {
        "open": open_months(proofs),
        "asked": sum(len(each.solved.chosen) * each.many for each in proofs),
        "at_least": sum(each.bound.least * each.many for each in proofs),
    }


def _part_tree(proof: Proof) -> dict[str, Any]:
    return {
        "who": {post: _who_tree(those) for post, those in proof.who.items()},
        "needs": [[need.key, _day(need.day), list(need.routes)] for need in proof.part.needs],
        "questions": [[ask.key, _day(ask.day), _day(ask.until)] for ask in proof.part.asks],
        "asked": list(proof.solved.chosen),
        "at_least": proof.bound.least,
        "halves": list(proof.bound.halves) if proof.bound.halves is not None else None,
    }


def _who_tree(those: Mapping[int, int]) -> list[int] | dict[str, int]:
    """Numbers; where one stands for several who are alike in all that it is about, with how many."""
    if all(alike == 1 for alike in those.values()):
        return list(those)
    return {str(number): alike for number, alike in those.items()}


def _who_from(tree: Sequence[Any] | Mapping[str, Any]) -> dict[int, int]:
    found = (
        {int(number): int(alike) for number, alike in tree.items()}
        if isinstance(tree, Mapping)
        else dict.fromkeys(map(int, tree), 1)
    )
    if min(found.values(), default=1) < 1:
        raise ValueError(tree)
    return found


def from_tree(tree: Mapping[str, Any]) -> tuple[Proof, ...]:
    """Read a JSON document again. Raises KeyError, TypeError, ValueError or AttributeError when it is none."""
    return tuple(_part_from(each) for each in tree["parts"])


def _part_from(tree: Mapping[str, Any]) -> Proof:
    part = Part(
        tuple(Need(str(key), _number(day), tuple(map(str, routes))) for key, day, routes in tree["needs"]),
        tuple(Ask(str(key), _number(day), _number(until)) for key, day, until in tree["questions"]),
    )
    halves = tree["halves"]
    return Proof(
        part,
        {str(post): _who_from(those) for post, those in tree["who"].items()},
        Solved(tuple(map(int, tree["asked"])), exact=False),
        Bound(int(tree["at_least"]), None if halves is None else tuple(map(int, halves))),
    )


def faults_of_tree(tree: Mapping[str, Any]) -> list[str]:
    """Check a JSON document, its head with it: what in it is not true. Raises as `from_tree` does."""
    proofs = from_tree(tree)
    said = {"open": _("台账里没有的"), "asked": _("问的"), "at_least": _("至少要问的")}
    return faults(proofs) + [
        _("文件开头写的“{what}”是 {said}，数出来是 {counted}。").format(
            what=said[name], said=tree[name], counted=counted
        )
        for name, counted in _head(proofs).items()
        if name in tree and tree[name] != counted
    ]


def faults(proofs: Sequence[Proof]) -> list[str]:
    """Check a certificate: what in it is not true. Empty when it holds."""
    found = [
        _("第 {number} 部分：{fault}").format(number=number, fault=fault)
        for number, each in enumerate(proofs, 1)
        for fault in _faults(each)
    ]
    return found + list(_shared(proofs))


def _faults(proof: Proof) -> Iterator[str]:
    part, chosen = proof.part, proof.solved.chosen
    if any(not 0 <= number < len(part.asks) for number in chosen):
        yield _("问的不在列出的问题里。")
        return
    for need in part.needs:
        if not any(part.asks[number].serves(need) for number in chosen):
            yield _("{day} 要的“{key}”没有一问能填。").format(day=_day(need.day), key=need.key)
    listed = {(ask.key, ask.day) for ask in part.asks}
    if any((key, need.day) not in listed for need in part.needs for key in need.routes):
        yield _("少列了可以问的问题。")
    elif not _holds(part, proof.bound):
        yield _("“至少 {least} 问”不成立。").format(least=proof.bound.least)


def _holds(part: Part, bound: Bound) -> bool:
    if bound.halves is None:
        few = bound.least - 1
        return few >= 0 and tries(part.masks, few) <= TRIALS and not enough(part, few)
    if len(bound.halves) != len(part.needs) or min(bound.halves, default=0) < 0:
        return False
    heavy = any(
        sum(half for half, need in zip(bound.halves, part.needs, strict=True) if ask.serves(need)) > 2
        for ask in part.asks
    )
    return not heavy and bound.least * 2 <= sum(bound.halves) + 1


def _shared(proofs: Sequence[Proof]) -> Iterator[str]:
    """Bounds of two parts add up only where no question serves both."""
    owner: dict[tuple[int, str], int] = {}
    for number, each in enumerate(proofs, 1):
        keys = {key for need in each.part.needs for key in need.routes}
        for who in (one for those in each.who.values() for one in those):
            for key in keys:
                if owner.setdefault((who, key), number) != number:
                    yield _("第 {one} 和第 {other} 部分有一问同时能填，不能分开算。").format(
                        one=owner[who, key], other=number
                    )
                    return


def _day(number: int) -> str | None:
    return None if number >= FOR_GOOD else date.fromordinal(number).isoformat()


def _number(day: str | None) -> int:
    return FOR_GOOD if day is None else date.fromisoformat(day).toordinal()
