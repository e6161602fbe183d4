"""What follows from who is who in a household: the head speaks for it, a parent is known where the relation tells."""

from collections.abc import Callable, Iterable, Iterator

from qingzhuang.answer.ledger import LedgerView, Resolution, Standing
from qingzhuang.answer.plan_kin import RELATION_KEY, Kin
from qingzhuang.answer.sameness import alike
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject

HEAD = "户主@"
PHONE = "person.phone"
# What a roster of households prints about "the person" it prints about the head.
OF_HEAD = frozenset(
    (
        "person.id_no",
        "person.name",
        "person.sex",
        "person.birth",
        "person.age",
        "person.nation",
        "person.live_addr",
        "person.hukou_addr",
        PHONE,
    )
)
_PARENTS = {"父亲@": "男", "母亲@": "女"}
_PARENT_OF_HEAD = {
    "父亲@": frozenset(("父亲", "父")),
    "母亲@": frozenset(("母亲", "母")),
}
# A child of the head; step-children and children-in-law are none.
_CHILD = frozenset(
    [
        "子",
        "女",
        "儿子",
        "女儿",
        "独生子",
        "独生女",
        "长子",
        "长女",
        "次子",
        "次女",
        "二子",
        "二女",
        "三子",
        "三女",
        "四子",
        "四女",
        "五子",
        "五女",
        "之子",
        "之女",
    ]
)
Value = Callable[[Subject, str], object]


def parent(child: Subject, role: str, kin: Kin, value: Value) -> Subject | None:
    """Return the father or mother among the people of the household, where the relations to the head leave no doubt:
    the head of whom somebody is the child, or whoever is the head's own father or mother. The spouse of the head need
    not be the parent of the head's child."""
    home = kin.home(child)
    head = kin.head(home) if home is not None else None
    if home is None or head is None or role not in _PARENTS:
        return None
    if child == head:
        named = [each for each in kin.members(home) if value(each, RELATION_KEY) in _PARENT_OF_HEAD[role]]
        return named[0] if len(named) == 1 else None
    is_child = value(child, RELATION_KEY) in _CHILD
    return head if is_child and value(head, "person.sex") == _PARENTS[role] else None


def head_conflicts(
    view: LedgerView, kin: Kin, homes: Iterable[Subject] | None = None
) -> Iterator[tuple[Subject, str, Resolution]]:
    """Yield on what a roll of households and a roll of people disagree about the head, of some households or all."""
    for home in view.of_kind(SubjectKind.HOUSEHOLD) if homes is None else homes:
        head = kin.head(kin.home(home) or home)
        spoken = [key for key in view.elements(home) if key.startswith(HEAD) or key == PHONE] if head else []
        for key in spoken:
            element = key.removeprefix(HEAD)
            rivals = rivals_of(view.resolve(home, key), view.resolve(head, element)) if head else ()
            if head and rivals:
                yield head, element, Resolution(Standing.CONFLICT, rivals=rivals)


def said_of_head(view: LedgerView, kin: Kin, head: Subject, element: str) -> Iterator[Fact]:
    """Yield what rolls of households say of somebody as the head, also where they agree with all others: once one value
    is corrected, what had agreed would be the next to disagree."""
    keys = (HEAD + element, *((PHONE,) if element == PHONE else ()))
    for home in view.of_kind(SubjectKind.HOUSEHOLD):
        said = [each.fact for key in keys for each in view.facts[home].get(key, ())]
        if said and kin.head(kin.home(home) or home) == head:
            yield from said


def rivals_of(first: Resolution, second: Resolution) -> tuple[Fact, ...]:
    """Return the two facts that hold and differ, none when they agree or one of them is silent."""
    pair = [each.fact for each in (first, second) if each.fact and each.standing is Standing.CURRENT]
    if len(pair) < 2 or alike(pair[0].value, pair[1].value):
        return ()
    return tuple(sorted(pair, key=lambda each: each.as_of, reverse=True))
