"""Gathering columns that ask one fact: constraint clustering that grows with what is different, not with what is there.

A column joins a cluster when it is equal to the cluster's witnesses, when the cluster has no other column of its form, and when
no form asks both wordings side by side (co-occurrence veto). Columns that the rules cannot tell apart are one kind and are
held against another kind once, however many forms ask them. Up to `WITNESSES` kinds a cluster, every member is equal to
every other; beyond that, to as many of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from qingzhuang.match.grouping.rulings import Rulings
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.verdict import ItemContext

WITNESSES = 8
_WITHOUT_TITLE = attrgetter(*(each.name for each in fields(Slots) if each.name != "listing"))
Vetoes = Mapping[str, Collection[str]]


class Placed(Protocol):
    """A column of a form (its number)."""

    @property
    def form(self) -> int:
        """The number of its form."""
        ...

    @property
    def context(self) -> ItemContext:
        """Its words and what stands around them."""
        ...


M = TypeVar("M", bound=Placed)


@dataclass(slots=True, eq=False)
class Cluster(Generic[M]):
    """Columns that ask one fact, each of another form, in the order in which they came. `kind` is the number of the
    first, `kinds` those of its witnesses."""

    kind: int
    members: list[M] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    forms: set[int] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def add(self, member: M, kind: int) -> None:
        """Take a column in."""
        self.members.append(member)
        self.forms.add(member.form)
        self.labels.add(member.context.label)
        if len(self.kinds) < WITNESSES and kind not in self.kinds:
            self.kinds.append(kind)


class Kinds:
    """Numbers columns by what the rules can see of them, and remembers which kinds are equal."""

    def __init__(self, lexicon: Lexicon, said: Rulings) -> None:
        self._lexicon, self._said = lexicon, said
        self._numbers: dict[object, int] = {}
        self._first: list[Slots] = []
        self._equal: dict[int, bool] = {}  # by both numbers in one: there are millions

    def number(self, slots: Slots) -> int:
        """The kind of a column."""
        number = self._numbers.setdefault(_seen(slots, self._lexicon), len(self._first))
        if number == len(self._first):
            self._first.append(slots)
        return number

    def slots(self, number: int) -> Slots:
        """The slots of the first column of a kind."""
        return self._first[number]

    def block(self, number: int) -> str:
        """The key under which columns that may be one are gathered."""
        return self._said.block(self._first[number].key)

    def equal(self, a: int, b: int) -> bool:
        """Tell whether columns of two kinds, of two forms, ask one fact."""
        pair = min(a, b) << 32 | max(a, b)
        known = self._equal.get(pair)
        if known is None:
            known = self._said.equal(self.slots(a), self.slots(b), self._lexicon)
            self._equal[pair] = known
        return known


def _seen(slots: Slots, lexicon: Lexicon) -> object:
    """What the rules can see of a column: its slots, and of its form's title what the title says, not its words. Whose form it
    is (红星村) matters to totals alone."""
    title = read_title(slots.listing, lexicon)
    place = title.place if slots.group == "aggregate" else ""
    said = (title.listed, title.series, title.role, title.totals, place, slots.listing is None)
    return _WITHOUT_TITLE(slots), said


@dataclass(slots=True)
class _Block(Generic[M]):
    """The clusters of one key, and those that hold a wording, at best in the same surroundings."""

    clusters: dict[int, Cluster[M]] = field(default_factory=dict)
    worded: defaultdict[object, dict[int, Cluster[M]]] = field(default_factory=lambda: defaultdict(dict))

    def likely(self, slots: Slots) -> Iterator[Cluster[M]]:
        """All clusters, those first that most probably are the column's."""
        seen: set[int] = set()
        for found in (self.worded.get(_around(slots), {}), self.worded.get(slots.text, {}), self.clusters):
            for number, each in found.items():
                if number not in seen:
                    seen.add(number)
                    yield each

    def note(self, cluster: Cluster[M], slots: Slots) -> None:
        """Remember that a cluster holds a column."""
        for words in (_around(slots), slots.text):
            self.worded[words].setdefault(id(cluster), cluster)


def _around(slots: Slots) -> object:
    return slots.text, slots.entity, slots.series, slots.period


def gather(
    members: Sequence[M],
    numbers: Sequence[int],
    kinds: Kinds,
    vetoes: Vetoes,
    against: Callable[[M, M], bool] | None = None,
) -> list[Cluster[M]]:
    """Return the clusters of columns (`numbers` are their kinds), in the order of their first columns. `vetoes` tells for
    a label which others never go with it, `against` whether the values of two columns do. What is no fact stays alone."""
    clusters: list[Cluster[M]] = []
    blocks: defaultdict[str, _Block[M]] = defaultdict(_Block[M])
    for member, kind in zip(members, numbers, strict=True):
        slots, block = kinds.slots(kind), blocks[kinds.block(kind)]
        home = (
            None
            if slots.nonfact
            else next(_fitting(member, kind, block.likely(slots), vetoes, kinds, against), None)
        )
        if home is None:
            home = Cluster(kind)
            clusters.append(home)
            if not slots.nonfact:
                block.clusters[id(home)] = home
        home.add(member, kind)
        block.note(home, slots)
    return clusters


def _fitting(
    member: M,
    kind: int,
    clusters: Iterable[Cluster[M]],
    vetoes: Vetoes,
    kinds: Kinds,
    against: Callable[[M, M], bool] | None,
) -> Iterator[Cluster[M]]:
    apart = vetoes.get(member.context.label, ())
    for each in clusters:
        if member.form in each.forms or not each.labels.isdisjoint(apart):
            continue
        if against and any(against(member, other) for other in each.members[:WITNESSES]):
            continue
        if all(kinds.equal(kind, other) for other in each.kinds):
            yield each
