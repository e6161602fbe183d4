"""A certificate over many posts in which nobody stands alone."""

import json
from collections.abc import Iterable
from datetime import date

from qingzhuang.answer.year.alike import Joined, alike, alike_from, joined
from qingzhuang.answer.year.calendar import Proof, year
from qingzhuang.answer.year.certificate import as_tree, faults_of_tree
from qingzhuang.answer.year.part import FOR_GOOD, Need
from qingzhuang.model.fact import Subject
from tests.answer.known import person

FIRST = date(2026, 12, 1)
DAY = date(2027, 3, 31).toordinal()
PHONE, AGE = Need("phone", DAY, ("phone",)), Need("age", DAY, ("age", "birth"))
BIRTH, RARE = Need("birth", DAY + 90, ("birth",)), Need("rare", DAY, ("rare",))


def post(*people: Iterable[Need], seed: int = 0) -> tuple[Proof, ...]:
    needs: dict[Subject, Iterable[Need]] = {
        person(date(1980, 3, 5), seed + at, f"王{seed + at}"): each for at, each in enumerate(people, 1)
    }
    return year(
        needs, lambda _who: f"第{seed}村", lambda _who: lambda _key, _day: FOR_GOOD, lambda _key: 1, FIRST
    ).proofs


def both(least: int) -> Joined:
    one = post([PHONE, AGE, BIRTH], [PHONE], [PHONE, RARE])
    other = post([AGE, BIRTH], [BIRTH, PHONE], seed=10)
    kept = (json.dumps(alike(each).as_tree()) for each in (one, other))
    return joined([alike_from(json.loads(each)) for each in kept], least)


def test_everybody_is_in_it_where_nobody_is_too_few() -> None:
    found = both(1)
    assert found.left_out == 0
    assert sum(len(each.solved.chosen) * each.many for each in found.proofs) == 4 + 1 + 3


def test_it_names_no_post_and_holds_as_any_certificate_does() -> None:
    text = json.dumps(as_tree(both(1).proofs), ensure_ascii=False)
    assert "村" not in text
    assert faults_of_tree(json.loads(text)) == []


def test_a_line_of_too_few_is_left_out_and_counted() -> None:
    found = both(2)
    assert found.left_out == 2  # who alone needs a birth, and what is rare
    assert "rare" not in json.dumps(as_tree(found.proofs))
    assert min(alike for each in found.proofs for those in each.who.values() for alike in those.values()) >= 2


def test_what_shares_no_question_is_not_tied_to_one_person() -> None:
    """Telephone and birth of the same man have two numbers."""
    found = both(1)
    keys_of: dict[int, set[str]] = {}
    for each in found.proofs:
        for number in (one for those in each.who.values() for one in those):
            keys_of.setdefault(number, set()).update(need.key for need in each.part.needs)
    assert {frozenset(keys) for keys in keys_of.values()} == {
        frozenset(("phone",)), frozenset(("age", "birth")), frozenset(("birth",)), frozenset(("rare",))
    }  # fmt: skip


def test_parts_of_one_person_that_share_a_question_stay_together() -> None:
    """A wider part of somebody else ties keys together; no sum is told twice."""
    tree = as_tree(both(1).proofs)
    assert (tree["asked"], tree["at_least"]) == (8, 8)
