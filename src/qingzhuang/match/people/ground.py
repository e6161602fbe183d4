"""What forms ask, as far as chains of words may run through it: what each asks side by side, and which keys the rules make one."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.match.decide import decide_slots
from qingzhuang.match.grouping.chains import Tie
from qingzhuang.match.grouping.group import Grouping
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.form import Form
from qingzhuang.model.verdict import ItemContext, Verdict


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form: its title and issuer, and the slot keys that it asks with the label of the first item of each and the headers above it."""

    title: str
    asks: tuple[tuple[str, str, str], ...]
    issuer: str = ""

    @property
    def items(self) -> dict[str, ItemContext]:
        """The items by their keys, as far as a person needs to find them."""
        return {
            key: ItemContext(label, self.title, parent=parent or None, issuer=self.issuer or None)
            for key, label, parent in self.asks
        }


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two keys that the rules alone make one, with the items on which they do."""

    tie: Tie
    a: ItemContext
    b: ItemContext


@dataclass(frozen=True, slots=True)
class Ground:
    """Forms at hand, and the pairs of different keys that the rules alone make one."""

    sheets: tuple[Sheet, ...] = ()
    equal: tuple[Bridge, ...] = ()

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The same pairs as ties."""
        return tuple(each.tie for each in self.equal)


NOWHERE = Ground()


def ground_of(grouping: Grouping, forms: Sequence[Form], lexicon: Lexicon | None = None) -> Ground:
    """Return what stands on the forms of a grouping."""
    words = lexicon or default()
    asks: list[dict[str, tuple[str, str]]] = [{} for _form in forms]
    equal: list[Bridge] = []
    for group in grouping.groups:
        first: dict[str, tuple[Slots, ItemContext]] = {}
        for member in group.members:
            slots, context = parse(member.context, words), member.context
            if slots.nonfact:
                continue
            asks[member.form].setdefault(slots.key, (context.label, context.parent or ""))
            first.setdefault(slots.key, (slots, context))
        equal += _bridges(list(first.values()), words)
    sheets = (
        Sheet(
            form.title or form.file,
            tuple((key, *words) for key, words in found.items()),
            form.issuer or "",
        )
        for form, found in zip(forms, asks, strict=True)
        if len(found) > 1
    )
    return Ground(tuple(sheets), tuple(equal))


def _bridges(kinds: Sequence[tuple[Slots, ItemContext]], lexicon: Lexicon) -> list[Bridge]:
    """Every kind of a group with the first that the rules call equal to it: what people joined is not tied here."""
    found: list[Bridge] = []
    for at, (each, context) in enumerate(kinds):
        before = next((one for one in kinds[:at] if _is_equal(one[0], each, lexicon)), None)
        if before is not None:
            found.append(Bridge(Tie(before[0].key, each.key), before[1], context))
    return found


def _is_equal(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    return decide_slots(a, b, lexicon)[1].verdict is Verdict.EQUAL
