"""What forms ask, as far as chains of words may run through it: what each asks side by side, and which keys the rules make one."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.match.chains import Tie
from qingzhuang.match.decide import decide_slots
from qingzhuang.match.group import Grouping
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.load import default
from qingzhuang.match.parse import parse
from qingzhuang.match.slots import Slots
from qingzhuang.model.form import Form
from qingzhuang.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form: its title, and the slot keys that it asks with the label of the first item of each."""

    title: str
    asks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Forms at hand, and the pairs of different keys that the rules alone make one."""

    sheets: tuple[Sheet, ...] = ()
    equal: tuple[Tie, ...] = ()


NOWHERE = Ground()


def ground_of(grouping: Grouping, forms: Sequence[Form], lexicon: Lexicon | None = None) -> Ground:
    """Return what stands on the forms of a grouping."""
    words = lexicon or default()
    asks: list[dict[str, str]] = [{} for _form in forms]
    equal: list[Tie] = []
    for group in grouping.groups:
        first: dict[str, Slots] = {}
        for member in group.members:
            slots = parse(member.context, words)
            if slots.nonfact:
                continue
            asks[member.form].setdefault(slots.key, member.context.label)
            first.setdefault(slots.key, slots)
        equal += _ties(list(first.values()), words)
    sheets = (
        Sheet(form.title or form.file, tuple(found.items()))
        for form, found in zip(forms, asks, strict=True)
        if len(found) > 1
    )
    return Ground(tuple(sheets), tuple(equal))


def _ties(kinds: Sequence[Slots], lexicon: Lexicon) -> list[Tie]:
    """Every kind of a group with the first that the rules call equal to it: what people joined is not tied here."""
    found: list[Tie] = []
    for at, each in enumerate(kinds):
        before = next((one for one in kinds[:at] if _is_equal(one, each, lexicon)), None)
        if before is not None:
            found.append(Tie(before.key, each.key))
    return found


def _is_equal(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    return decide_slots(a, b, lexicon)[1].verdict is Verdict.EQUAL
